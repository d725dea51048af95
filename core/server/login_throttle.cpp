#include "server/login_throttle.h"

#include "server/auth_sql.h"

#include <array>

namespace parvis::server {

namespace sql = auth::sql;

namespace {

constexpr qint64 forgetAfterMs = 24 * 60 * 60 * 1000;

struct Limit {
    QString what;
    int free;       // failures without a wait
    int maxSeconds; // the wait doubles up to this
};

std::array<Limit, 3> limits(const QString &handle, const QString &address)
{
    return {Limit{QStringLiteral("pair:%1 %2").arg(handle, address), 5, 15 * 60},
            Limit{QStringLiteral("account:") + handle, 50, 60}, Limit{QStringLiteral("address:") + address, 200, 60}};
}

} // namespace

qint64 LoginThrottle::begin(const QString &handle, const QString &address, base::Time now)
{
    store::Transaction transaction(m_db);
    m_db.prepare(sql::failuresForget).with(now.plusMs(-forgetAfterMs)).run();
    auto failures = m_db.prepare(sql::failuresOf);
    qint64 wait = 0;
    for (const Limit &limit : limits(handle, address)) {
        if (!failures.with(limit.what).step() || failures.integer(0) < limit.free)
            continue;
        const qint64 doublings = std::min<qint64>(failures.integer(0) - limit.free, 20);
        const qint64 seconds = std::min<qint64>(qint64(1) << doublings, limit.maxSeconds);
        // A clock that went back must not make the wait longer.
        const qint64 passedMs = std::max<qint64>(0, (now.us - failures.integer(1)) / 1000);
        wait = std::max(wait, seconds * 1000 - passedMs);
    }
    failures.reset();
    if (wait <= 0) {
        for (const Limit &limit : limits(handle, address))
            m_db.prepare(sql::failureCount).with(limit.what, now).run();
    }
    transaction.commit();
    return std::max<qint64>(wait, 0);
}

void LoginThrottle::succeeded(const QString &handle, const QString &address)
{
    store::Transaction transaction(m_db);
    const auto all = limits(handle, address);
    m_db.prepare(sql::failuresClear).with(all[0].what).run();
    m_db.prepare(sql::failureForgive).with(all[1].what).run();
    m_db.prepare(sql::failureForgive).with(all[2].what).run();
    transaction.commit();
}

} // namespace parvis::server
