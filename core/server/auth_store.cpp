#include "server/auth_store.h"

#include "server/auth_sql.h"
#include "server/login_throttle.h"
#include "server/password_hasher.h"
#include "server/token_families.h"
#include "store/database.h"

#include <mutex>

namespace parvis::server {

namespace sql = auth::sql;
using base::ErrorKind;
using store::Database;
using store::Failure;
using store::Transaction;

namespace {

[[noreturn]] void refuse(const char *word, const QString &detail)
{
    throw Failure{{ErrorKind::Refused, QString::fromLatin1(word), detail}};
}

struct StoredAccount {
    Account account;
    QString password;
};

StoredAccount readAccount(const store::Statement &from)
{
    StoredAccount stored;
    stored.password = from.text(3);
    stored.account = {from.id<PersonId>(0), from.text(1), from.text(2), !stored.password.isEmpty(), from.boolean(4)};
    return stored;
}

template<class T>
std::optional<StoredAccount> findAccount(Database &db, const char *query, const T &key)
{
    auto statement = db.prepare(query);
    return statement.with(key).step() ? std::optional(readAccount(statement)) : std::nullopt;
}

} // namespace

struct AuthStore::Private {
    Private(std::unique_ptr<Database> opened, base::Clock &clock, base::Random &random, HashCost cost)
        : db(std::move(opened)), clock(clock), hasher(cost), throttle(*db), families(*db, random)
    {
    }

    using Ended = std::vector<std::pair<PersonId, DeviceId>>; // device null: all of the person

    // Runs under the lock; what it says has ended is told after it, outside the lock.
    template<class F>
    auto locked(F &&body) -> base::Result<decltype(body(std::declval<Ended &>()))>
    {
        Ended ended;
        std::function<void(PersonId, DeviceId)> tell;
        auto result = store::guarded([&] {
            const std::lock_guard lock(mutex);
            tell = revoked;
            return body(ended);
        });
        for (const auto &[person, device] : ended) {
            if (tell)
                tell(person, device);
        }
        return result;
    }

    void endAll(PersonId person, Ended &ended, DeviceId keep = {})
    {
        for (const DeviceInfo &device : families.devices(person)) {
            if (device.id != keep)
                families.end(device.id);
            if (device.id != keep && !keep.isNull())
                ended.push_back({person, device.id});
        }
        if (keep.isNull())
            ended.push_back({person, {}});
    }
    void setHash(PersonId person, const QString &hash, Ended &ended, DeviceId keep)
    {
        Transaction transaction(*db);
        db->prepare(sql::passwordSet).with(person, hash).run();
        if (db->changes() == 0)
            refuse("no_such_person", QStringLiteral("There is no account of this person."));
        endAll(person, ended, keep);
        transaction.commit();
    }

    std::mutex mutex;
    std::unique_ptr<Database> db;
    base::Clock &clock;
    PasswordHasher hasher;
    LoginThrottle throttle;
    TokenFamilies families;
    std::function<void(PersonId, DeviceId)> revoked;
};

AuthStore::AuthStore(std::unique_ptr<Private> priv) : d(std::move(priv)) { }
AuthStore::~AuthStore() = default;

base::Result<std::unique_ptr<AuthStore>> AuthStore::open(const QString &path, base::Clock &clock, base::Random &random,
                                                         HashCost cost)
{
    auto db = Database::open(path, {.durability = store::Durability::Full});
    if (!db)
        return base::fail(db.error());
    if (auto done = store::migrate(**db, sql::migrations); !done)
        return base::fail(done.error());
    return store::guarded([&] {
        return std::unique_ptr<AuthStore>(
            new AuthStore(std::make_unique<Private>(std::move(*db), clock, random, cost)));
    });
}

base::Result<void> AuthStore::putAccount(const Account &account)
{
    return d->locked([&](Private::Ended &) {
        const auto other = findAccount(*d->db, sql::accountByHandle, account.handle);
        if (other && other->account.person != account.person)
            throw Failure{{ErrorKind::Conflict, QStringLiteral("handle_taken"),
                           QStringLiteral("\"%1\" is another person's sign-in name.").arg(account.handle)}};
        d->db->prepare(sql::accountPut).with(account.person, account.handle, account.email.toLower(), account.disabled).run();
    });
}

base::Result<void> AuthStore::removeAccount(PersonId person)
{
    return d->locked([&](Private::Ended &ended) {
        Transaction transaction(*d->db);
        d->db->prepare(sql::accountRemove).with(person).run();
        d->endAll(person, ended);
        transaction.commit();
    });
}

base::Result<QString> AuthStore::hashPassword(const QString &password)
{
    return d->hasher.hash(password);
}

base::Result<void> AuthStore::setPassword(PersonId person, const QString &password)
{
    const auto hash = d->hasher.hash(password);
    return hash ? setPasswordHash(person, *hash) : base::fail(hash.error());
}

base::Result<void> AuthStore::setPasswordHash(PersonId person, const QString &hash)
{
    return d->locked([&](Private::Ended &ended) { d->setHash(person, hash, ended, {}); });
}

base::Result<std::optional<Account>> AuthStore::account(const QString &handle)
{
    return d->locked([&](Private::Ended &) {
        const auto found = findAccount(*d->db, sql::accountByHandle, handle);
        return found ? std::optional(found->account) : std::nullopt;
    });
}

base::Result<std::optional<Account>> AuthStore::accountByEmail(const QString &email)
{
    return d->locked([&](Private::Ended &) {
        const auto found = findAccount(*d->db, sql::accountByEmail, email.toLower());
        return found ? std::optional(found->account) : std::nullopt;
    });
}

base::Result<QList<Account>> AuthStore::accounts()
{
    return d->locked([&](Private::Ended &) {
        QList<Account> all;
        auto statement = d->db->prepare(sql::allAccounts);
        while (statement.step())
            all.append(readAccount(statement).account);
        return all;
    });
}

base::Result<void> AuthStore::setDisabled(PersonId person, bool disabled)
{
    return d->locked([&](Private::Ended &ended) {
        Transaction transaction(*d->db);
        d->db->prepare(sql::disabledSet).with(person, disabled).run();
        if (d->db->changes() == 0)
            refuse("no_such_person", QStringLiteral("There is no account of this person."));
        if (disabled)
            d->endAll(person, ended);
        transaction.commit();
    });
}

base::Result<TokenPair> AuthStore::login(const QString &handle, const QString &password, const QString &deviceName,
                                         const QString &address)
{
    const auto found = d->locked([&](Private::Ended &) {
        const qint64 waitMs = d->throttle.begin(handle, address, d->clock.now());
        if (waitMs > 0)
            refuse("throttled", QStringLiteral("throttled: try again in %1 s").arg((waitMs + 999) / 1000));
        return findAccount(*d->db, sql::accountByHandle, handle);
    });
    if (!found)
        return base::fail(found.error());
    const bool right = d->hasher.verify(*found ? (*found)->password : QString(), password);
    return d->locked([&](Private::Ended &) {
        if (!right)
            refuse("wrong_password", QStringLiteral("The handle or the password is wrong."));
        d->throttle.succeeded(handle, address);
        // Read again: the password was checked outside the lock.
        const auto now = findAccount(*d->db, sql::accountByHandle, handle);
        if (!now || now->password != (*found)->password)
            refuse("wrong_password", QStringLiteral("The handle or the password is wrong."));
        if (now->account.disabled)
            refuse("disabled", QStringLiteral("This account is disabled. Ask an administrator."));
        return d->families.start(now->account.person, deviceName, d->clock);
    });
}

base::Result<TokenPair> AuthStore::refresh(const QString &refreshToken)
{
    auto next = d->locked([&](Private::Ended &ended) { return d->families.refresh(refreshToken, d->clock, ended); });
    if (!next)
        return base::fail(next.error());
    if (!*next)
        return base::fail(ErrorKind::Refused, QStringLiteral("session_ended"),
                          QStringLiteral("session_ended: this device is signed out. Sign in again."));
    return std::move(**next);
}

base::Result<AuthStore::Session> AuthStore::checkAccess(const QString &accessToken)
{
    return d->locked([&](Private::Ended &) {
        const auto session = d->families.check(accessToken, d->clock.now());
        if (!session)
            refuse("session_ended", QStringLiteral("session_ended: refresh the session, or sign in again."));
        return *session;
    });
}

base::Result<void> AuthStore::changePassword(PersonId person, const QString &oldPassword, const QString &newPassword,
                                             DeviceId keep)
{
    // Somebody at an unlocked desk must not guess faster here than at the door.
    const auto found = d->locked([&](Private::Ended &) {
        const auto account = findAccount(*d->db, sql::accountByPerson, person);
        if (!account)
            refuse("no_such_person", QStringLiteral("There is no account of this person."));
        const qint64 waitMs = d->throttle.begin(account->account.handle, keep.toString(), d->clock.now());
        if (waitMs > 0)
            refuse("throttled", QStringLiteral("throttled: try again in %1 s").arg((waitMs + 999) / 1000));
        return *account;
    });
    if (!found)
        return base::fail(found.error());
    if (!d->hasher.verify(found->password, oldPassword))
        return base::fail(ErrorKind::Refused, QStringLiteral("wrong_password"),
                          QStringLiteral("The old password is wrong."));
    const auto hash = d->hasher.hash(newPassword);
    if (!hash)
        return base::fail(hash.error());
    return d->locked([&](Private::Ended &ended) {
        d->throttle.succeeded(found->account.handle, keep.toString());
        d->setHash(person, *hash, ended, keep);
    });
}

base::Result<QList<DeviceInfo>> AuthStore::devices(PersonId person)
{
    return d->locked([&](Private::Ended &) { return d->families.devices(person); });
}

base::Result<void> AuthStore::revokeDevice(PersonId person, DeviceId device)
{
    return d->locked([&](Private::Ended &ended) {
        if (d->families.owner(device) != person)
            refuse("no_such_device", QStringLiteral("You have no such device. Look at the list of devices."));
        Transaction transaction(*d->db);
        d->families.end(device);
        transaction.commit();
        ended.push_back({person, device});
    });
}

void AuthStore::onRevoked(std::function<void(PersonId, DeviceId)> callback)
{
    const std::lock_guard lock(d->mutex);
    d->revoked = std::move(callback);
}

} // namespace parvis::server
