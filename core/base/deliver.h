#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace parvis::base {

// Calls fn(value) on the receiver's thread once the future has its value; never, if the receiver dies or the future is
// cancelled first. QFuture::then(context, …) aborts or silently cancels when its context died, hence this form only.
template<class T, class F>
void deliver(const QFuture<T> &future, QObject *receiver, F fn)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            fn(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace parvis::base
