#include "server/token_families.h"

#include "server/auth_sql.h"

#include <QCryptographicHash>

namespace parvis::server {

namespace sql = auth::sql;
using store::Transaction;

namespace {

constexpr qint64 accessMs = 15 * 60 * 1000;
constexpr qint64 refreshMs = qint64(90) * 24 * 60 * 60 * 1000; // without any use
constexpr qint64 generationsKept = 20;
constexpr int tokenBytes = 32;

// The tokens are random: a fast hash keeps them as secret as a slow one would.
QByteArray hashOf(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

TokenFamilies::TokenFamilies(store::Database &db, base::Random &random)
    : m_db(db), m_random(random), m_find(db.prepare(sql::accessFind)), m_prove(db.prepare(sql::refreshProve))
{
}

QString TokenFamilies::newToken()
{
    return QString::fromLatin1(
        m_random.bytes(tokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

TokenPair TokenFamilies::issue(PersonId person, DeviceId device, qint64 generation, base::Time now)
{
    TokenPair pair{newToken(), newToken(), now.plusMs(accessMs), person, device};
    const QByteArray access = hashOf(pair.access);
    const QByteArray refresh = hashOf(pair.refresh);
    auto addRefresh = m_db.prepare(sql::refreshAdd);
    addRefresh.bindBlob(1, refresh).bind(2, device).bind(3, generation).bind(4, now.plusMs(refreshMs)).run();
    auto addAccess = m_db.prepare(sql::accessAdd);
    addAccess.bindBlob(1, access).bind(2, device).bindBlob(3, refresh).bind(4, pair.accessUntil).run();
    return pair;
}

TokenPair TokenFamilies::start(PersonId person, const QString &deviceName, base::Clock &clock)
{
    Transaction transaction(m_db);
    const DeviceId device(base::newUuid(clock, m_random));
    m_db.prepare(sql::deviceAdd).with(device, person, deviceName.left(200), clock.now()).run();
    const TokenPair pair = issue(person, device, 1, clock.now());
    transaction.commit();
    return pair;
}

std::optional<TokenPair> TokenFamilies::refresh(const QString &token, base::Clock &clock, Ended &ended)
{
    const QByteArray hash = hashOf(token);
    const base::Time now = clock.now();
    Transaction transaction(m_db);
    auto find = m_db.prepare(sql::refreshFind);
    if (!find.bindBlob(1, hash).step())
        return std::nullopt;
    const auto device = find.id<DeviceId>(0);
    const qint64 generation = find.integer(1);
    const bool expired = find.integer(2) <= now.us;
    const auto person = find.id<PersonId>(3);
    const qint64 last = find.integer(4);
    const qint64 lastProven = find.integer(5);
    find.reset();
    if (expired)
        return std::nullopt;

    // The one before the last is good as long as nothing shows that the client ever got the last.
    const bool lostAnswer = generation == last - 1 && lastProven < last;
    if (generation != last && !lostAnswer) {
        end(device);
        transaction.commit();
        ended.push_back({person, device});
        return std::nullopt;
    }
    auto prove = m_db.prepare(sql::refreshProve);
    prove.bindBlob(1, hash).run();
    auto expire = m_db.prepare(sql::accessExpire);
    expire.with(device, now).run();
    m_db.prepare(sql::refreshPrune).with(device, generation - generationsKept).run();
    m_db.prepare(sql::deviceSeen).with(device, now).run();
    const TokenPair pair = issue(person, device, generation + 1, now);
    transaction.commit();
    return pair;
}

std::optional<AuthStore::Session> TokenFamilies::check(const QString &accessToken, base::Time now)
{
    const QByteArray hash = hashOf(accessToken);
    m_find.reset();
    if (!m_find.bindBlob(1, hash).step())
        return std::nullopt;
    const AuthStore::Session session{m_find.id<PersonId>(2), m_find.id<DeviceId>(0), {m_find.integer(1)}};
    const QByteArray refresh = m_find.blob(3);
    const bool proven = m_find.boolean(4);
    m_find.reset();
    if (session.until <= now)
        return std::nullopt;
    if (!proven) {
        // Thousands may reconnect at once, and a mark lost in a power cut costs nothing: this write need not be synced.
        m_db.exec("PRAGMA synchronous=NORMAL");
        m_prove.reset();
        m_prove.bindBlob(1, refresh).run();
        m_db.exec("PRAGMA synchronous=FULL");
    }
    return session;
}

QList<DeviceInfo> TokenFamilies::devices(PersonId person)
{
    QList<DeviceInfo> all;
    auto statement = m_db.prepare(sql::devicesOf);
    statement.with(person);
    while (statement.step())
        all.append({statement.id<DeviceId>(0), statement.text(1), {statement.integer(2)}, {statement.integer(3)}});
    return all;
}

PersonId TokenFamilies::owner(DeviceId device)
{
    auto statement = m_db.prepare(sql::deviceOwner);
    return statement.with(device).step() ? statement.id<PersonId>(0) : PersonId();
}

void TokenFamilies::end(DeviceId device)
{
    m_db.prepare(sql::refreshRemove).with(device).run();
    m_db.prepare(sql::accessRemove).with(device).run();
    m_db.prepare(sql::deviceRemove).with(device).run();
}

} // namespace parvis::server
