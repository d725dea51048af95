#pragma once

#include "base/result.h"

#include <QFuture>
#include <QPromise>

namespace parvis::tests {

// An answer that is there already; base::deliver() still brings it through the event loop.
template<class T>
QFuture<base::Result<T>> ready(base::Result<T> value)
{
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace parvis::tests
