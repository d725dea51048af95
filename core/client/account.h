#pragma once

#include "auth/secret_vault.h"
#include "auth/token_keeper.h"
#include "base/random.h"
#include "base/scheduler.h"
#include "client/file_lock.h"
#include "client/profile_folder.h"
#include "client/sync_state.h"
#include "transport/http_client.h"

#include <QObject>

namespace parvis::client {

// Why no access token is to be had, and what the window says about it.
struct AccessFailure {
    base::Error error; // Refused: sign in again; Offline: try later
    SyncState::Problem problem = SyncState::None;
};

// The device's session: the vault, the tokens and the requests about them. Lives on the sync thread; calls back on it,
// once each, and not after its death.
class Account : public QObject {
    Q_OBJECT

public:
    template<class T>
    using Done = std::function<void(base::Result<T>)>;
    using AccessDone = std::function<void(tl::expected<QString, AccessFailure>)>;
    struct Keeping {
        bool noStore = false;
        bool fileSecrets = false;
        qint64 keychainWaitMs = 0;
    };

    Account(const ProfileFolder &folder, const base::Clock &clock, base::Scheduler &scheduler, Keeping keeping);
    ~Account() override;

    // Where the session's server is; before anything else but signIn(). Error Usage.
    base::Result<void> setServer(const QString &server);
    QString secretKind() const; // "keychain", "file", "none"; empty before a sign-in

    // A token that the server should take: from the vault, or rotated under the profile's token lock.
    void access(AccessDone done);
    void accessRefused() { m_keeper.accessRefused(); }

    // Looks for a Parvis server, signs in, chooses a vault and keeps the tokens. `caFile` is copied into the profile.
    void signIn(const transport::ServerAddress &server, const QString &caFile, const QString &user, const QString &password,
                const QString &deviceName, std::function<void(tl::expected<transport::Session, AccessFailure>)> done);
    void keep(const transport::Session &session, Done<void> done); // after the profile has agreed to the person
    void revokeSelf(Done<void> done);                              // ends the session on the server
    void abandon(const transport::Session &session);               // a sign-in that the profile did not take
    void forget(Done<void> done);                                  // and here
    void changePassword(const QString &oldPassword, const QString &newPassword, Done<void> done);
    void devices(Done<QList<transport::RemoteDevice>> done);
    void revokeDevice(model::DeviceId device, Done<void> done);

private:
    // Of the vault's answer: where none comes in time, as from a keychain that nobody unlocks, `done` gets that it did not open.
    template<class T>
    Done<T> inTime(Done<T> done);
    void withAccess(std::function<void(base::Result<QString>)> done);
    void openVault();
    void chooseVault(std::function<void()> done);
    void readTokens(std::function<void(base::Result<void>)> done);
    void rotate(qint64 until);
    void rotateLocked();
    void finishAccess(const tl::expected<QString, AccessFailure> &result);

    ProfileFolder m_folder;
    const base::Clock &m_clock;
    base::Scheduler &m_scheduler;
    Keeping m_keeping;
    auth::TokenKeeper m_keeper;
    FileLock m_tokenLock;
    std::unique_ptr<auth::SecretVault> m_vault;
    std::unique_ptr<transport::HttpClient> m_http;
    QList<AccessDone> m_waiting; // for one access() under way
};

SyncState::Problem problemOf(transport::Fault fault);

} // namespace parvis::client
