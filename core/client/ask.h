#pragma once

#include "base/result.h"

#include <QFuture>
#include <QMetaObject>
#include <QPromise>

#include <memory>

namespace parvis::client {

template<class T>
struct Promise {
    using Shared = std::shared_ptr<QPromise<base::Result<T>>>;
};

// A promise that several lambdas may carry. Dropped unanswered, its future is cancelled.
template<class T>
typename Promise<T>::Shared makePromise()
{
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    promise->start();
    return promise;
}

template<class T>
void answer(const typename Promise<T>::Shared &promise, base::Result<T> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

// Runs work(worker) on the worker's thread and gives its result as a future.
template<class T, class Worker, class F>
QFuture<base::Result<T>> ask(Worker *worker, F work)
{
    auto promise = makePromise<T>();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        worker, [promise, worker, work = std::move(work)]() mutable { answer<T>(promise, work(*worker)); },
        Qt::QueuedConnection);
    return future;
}

} // namespace parvis::client
