#pragma once

#include "base/clock.h"
#include "store/database.h"

namespace parvis::server {

// Slows guessing without letting a stranger lock somebody out: a few failures of one account from one address, many of
// one account from anywhere, very many from one address (an office is one address). Throws store::Failure.
class LoginThrottle {
public:
    explicit LoginThrottle(store::Database &db) : m_db(db) { }

    // Milliseconds to wait before this try, or 0: then the try counts as failed until succeeded() says otherwise.
    qint64 begin(const QString &handle, const QString &address, base::Time now);
    void succeeded(const QString &handle, const QString &address);

private:
    store::Database &m_db;
};

} // namespace parvis::server
