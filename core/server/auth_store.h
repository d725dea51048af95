#pragma once

#include "base/random.h"
#include "base/result.h"
#include "model/access.h"

#include <functional>
#include <memory>

namespace parvis::server {

using model::DeviceId;
using model::PersonId;

struct TokenPair {
    QString access;   // opaque, 15 minutes
    QString refresh;  // opaque, rotates at each use
    base::Time accessUntil;
    PersonId person;
    DeviceId device;
};

struct DeviceInfo {
    DeviceId id;
    QString name;
    base::Time createdAt;
    base::Time lastSeen;
};

struct Account {
    PersonId person;
    QString handle;
    QString email;
    bool hasPassword = false;
    bool disabled = false;
};

// What a password hash costs (argon2id). The default takes about 0.2 s; tests take less.
struct HashCost {
    quint64 passes = 3;
    quint64 memoryBytes = 64 * 1024 * 1024;
};

// Accounts, passwords, devices and tokens, in DIR/auth.db, apart from the rows: its commits never wait for posts.
// Only hashes of tokens are stored. Thread safe: calls may come from any thread and are serialised inside; hashing
// (argon2id, 64 MiB, at most two at once) happens outside the lock.
class AuthStore {
public:
    // Makes or upgrades the file. `clock` and `random` outlive the store. Error Storage.
    static base::Result<std::unique_ptr<AuthStore>> open(const QString &path, base::Clock &clock, base::Random &random,
                                                         HashCost cost = {});
    ~AuthStore();

    // Insert or update, password untouched. Error Conflict: another person's account has the handle.
    base::Result<void> putAccount(const Account &account);
    base::Result<void> removeAccount(PersonId person); // with its sessions; nothing if there is none
    base::Result<void> setPassword(PersonId person, const QString &password); // ends all sessions of the person
    // A hash that may be given to many people at once: hashing sixty-four equal passwords would take a quarter of a minute.
    base::Result<QString> hashPassword(const QString &password);
    base::Result<void> setPasswordHash(PersonId person, const QString &hash); // ends all sessions of the person
    base::Result<std::optional<Account>> account(const QString &handle);
    base::Result<std::optional<Account>> accountByEmail(const QString &email);
    base::Result<QList<Account>> accounts();
    base::Result<void> setDisabled(PersonId person, bool disabled); // ends all sessions

    // Refusals have kind Refused and a word as `where`: wrong_password (also for a handle that is unknown, which takes as
    // long), disabled, throttled (detail "throttled: try again in N s"), no_such_person, no_such_device, session_ended.
    //
    // After 5 failures for an account from one address each further try waits longer; so does, after many more, a try for
    // that account from anywhere and for any account from that address.
    base::Result<TokenPair> login(const QString &handle, const QString &password, const QString &deviceName, const QString &address);
    // Rotation with reuse detection as design §8 says. Error Refused, session_ended: signed out, revoked, too old, reuse.
    base::Result<TokenPair> refresh(const QString &refreshToken);
    struct Session {
        PersonId person;
        DeviceId device;
        base::Time until;
    };
    base::Result<Session> checkAccess(const QString &accessToken); // a look-up, no hashing of passwords
    base::Result<void> changePassword(PersonId person, const QString &oldPassword, const QString &newPassword, DeviceId keep);
    base::Result<QList<DeviceInfo>> devices(PersonId person);
    base::Result<void> revokeDevice(PersonId person, DeviceId device); // within 2 s its connections are closed too

    // Called (on any thread) when sessions ended, so that connections can be closed; device null: all of the person.
    void onRevoked(std::function<void(PersonId, DeviceId)> callback);

private:
    struct Private;
    explicit AuthStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace parvis::server
