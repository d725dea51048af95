#include "client/account.h"

#include "auth/file_vault.h"
#include "auth/keychain_vault.h"
#include "auth/memory_vault.h"

namespace parvis::client {

using base::ErrorKind;
using transport::HttpClient;
using transport::HttpResult;
using transport::ServerAddress;
using transport::Session;

namespace {

constexpr qint64 lockWaitMs = 20'000;
constexpr qint64 lockRetryMs = 30;

AccessFailure signInAgain(const QString &detail)
{
    return {{ErrorKind::Refused, QStringLiteral("session"), detail}, SyncState::Unauthorized};
}

auth::Tokens tokensOf(const Session &session)
{
    return {session.access, session.refresh, session.accessUntil};
}

base::Result<void> plain(const HttpResult<void> &answer)
{
    if (!answer)
        return base::fail(answer.error().error);
    return {};
}

} // namespace

SyncState::Problem problemOf(transport::Fault fault)
{
    switch (fault) {
    case transport::Fault::None: return SyncState::None;
    case transport::Fault::Network: return SyncState::NoNetwork;
    case transport::Fault::Certificate: return SyncState::Certificate;
    case transport::Fault::CertificateTime: return SyncState::CertificateTime;
    case transport::Fault::NotParvis:
    case transport::Fault::Server: break;
    }
    return SyncState::ServerFault;
}

Account::Account(const ProfileFolder &folder, const base::Clock &clock, base::Scheduler &scheduler, Keeping keeping)
    : m_folder(folder), m_clock(clock), m_scheduler(scheduler), m_keeping(keeping), m_keeper(clock),
      m_tokenLock(folder.tokenLock())
{
    openVault();
}

Account::~Account() = default;

base::Result<void> Account::setServer(const QString &server)
{
    const auto address = ServerAddress::parse(server);
    if (!address)
        return base::fail(address.error());
    auto http = HttpClient::make(*address, m_folder.caFile());
    if (!http)
        return base::fail(http.error());
    m_http = std::move(*http);
    return {};
}

void Account::openVault()
{
    const QString kind = m_folder.secretKind();
    if (kind == QLatin1String("keychain"))
        m_vault = std::make_unique<auth::KeychainVault>();
    else if (kind == QLatin1String("file"))
        m_vault = std::make_unique<auth::FileVault>(m_folder.credentials());
    else
        m_vault = std::make_unique<auth::MemoryVault>();
}

QString Account::secretKind() const
{
    return m_vault->kind();
}

template<class T>
Account::Done<T> Account::inTime(Done<T> done)
{
    struct Waiting {
        Done<T> done;
        base::Scheduler::Handle timer = 0;
    };
    auto waiting = std::make_shared<Waiting>(Waiting{std::move(done)});
    waiting->timer = m_scheduler.after(m_keeping.keychainWaitMs, [waiting] {
        if (const auto late = std::exchange(waiting->done, {}))
            late(base::fail(ErrorKind::Refused, QStringLiteral("keychain"),
                            QStringLiteral("the keychain did not open; unlock it and try again")));
    });
    return [this, waiting](const base::Result<T> &answer) {
        m_scheduler.cancel(waiting->timer);
        if (const auto now = std::exchange(waiting->done, {}))
            now(answer);
    };
}

void Account::chooseVault(std::function<void()> done)
{
    if (m_keeping.noStore) {
        m_vault = std::make_unique<auth::MemoryVault>();
        return done();
    }
    const Done<bool> choose = [this, done = std::move(done)](const base::Result<bool> &available) {
        if (available.value_or(false))
            m_vault = std::make_unique<auth::KeychainVault>();
        else if (m_keeping.fileSecrets)
            m_vault = std::make_unique<auth::FileVault>(m_folder.credentials());
        else
            m_vault = std::make_unique<auth::MemoryVault>();
        done();
    };
    auth::KeychainVault::probe(this, inTime(choose));
}

void Account::readTokens(std::function<void(base::Result<void>)> done)
{
    const Done<std::optional<QByteArray>> take = [this, done = std::move(done)](
                                                     const base::Result<std::optional<QByteArray>> &secret) {
        if (!secret)
            return done(base::fail(secret.error()));
        m_keeper.reread(*secret ? auth::fromSecret(**secret) : std::nullopt);
        done({});
    };
    m_vault->read(m_folder.vaultKey(), inTime(take));
}

void Account::access(AccessDone done)
{
    m_waiting.append(std::move(done));
    if (m_waiting.size() > 1)
        return;
    readTokens([this](const base::Result<void> &read) {
        if (!read)
            return finishAccess(tl::make_unexpected(AccessFailure{read.error(), SyncState::Unauthorized}));
        switch (m_keeper.need()) {
        case auth::TokenKeeper::Need::SignIn:
            return finishAccess(tl::make_unexpected(signInAgain(QStringLiteral("nobody is signed in here; sign in first"))));
        case auth::TokenKeeper::Need::Nothing:
            return finishAccess(m_keeper.access());
        case auth::TokenKeeper::Need::Refresh:
            return rotate(m_clock.monotonicMs() + lockWaitMs);
        }
    });
}

void Account::rotate(qint64 until)
{
    if (m_tokenLock.tryTake())
        return rotateLocked();
    if (m_clock.monotonicMs() > until)
        return finishAccess(tl::make_unexpected(AccessFailure{
            {ErrorKind::Offline, QStringLiteral("session"), QStringLiteral("another program is renewing the session; try again")},
            SyncState::None}));
    m_scheduler.after(lockRetryMs, [this, until] { rotate(until); });
}

// Whoever had the lock before may have rotated already: what is stored now counts.
void Account::rotateLocked()
{
    readTokens([this](const base::Result<void> &read) {
        if (!read)
            return finishAccess(tl::make_unexpected(AccessFailure{read.error(), SyncState::Unauthorized}));
        if (m_keeper.need() == auth::TokenKeeper::Need::Nothing)
            return finishAccess(m_keeper.access());
        if (!m_http || m_keeper.need() == auth::TokenKeeper::Need::SignIn)
            return finishAccess(tl::make_unexpected(signInAgain(QStringLiteral("nobody is signed in here; sign in first"))));
        m_http->refresh(m_keeper.refresh(), [this](const HttpResult<Session> &session) {
            if (!session) {
                const auto &failure = session.error();
                if (failure.error.kind == ErrorKind::Refused)
                    return finishAccess(tl::make_unexpected(signInAgain(failure.error.detail)));
                return finishAccess(tl::make_unexpected(AccessFailure{failure.error, problemOf(failure.fault)}));
            }
            m_keeper.renewed(tokensOf(*session));
            const Done<void> kept = [this](const base::Result<void> &) {
                // Where it could not be kept, this process still has it; the next one uses the token before.
                finishAccess(m_keeper.access());
            };
            m_vault->write(m_folder.vaultKey(), auth::toSecret(m_keeper.tokens()), inTime(kept));
        });
    });
}

void Account::finishAccess(const tl::expected<QString, AccessFailure> &result)
{
    m_tokenLock.release();
    for (const AccessDone &done : std::exchange(m_waiting, {}))
        done(result);
}

void Account::signIn(const ServerAddress &server, const QString &caFile, const QString &user, const QString &password,
                     const QString &deviceName, std::function<void(tl::expected<Session, AccessFailure>)> done)
{
    const auto failed = [done](const base::Error &error, SyncState::Problem problem) {
        done(tl::make_unexpected(AccessFailure{error, problem}));
    };
    if (!caFile.isEmpty()) {
        if (auto copied = m_folder.setCaFile(caFile); !copied)
            return failed(copied.error(), SyncState::Certificate);
    }
    auto http = HttpClient::make(server, m_folder.caFile());
    if (!http)
        return failed(http.error(), SyncState::Certificate);
    m_http = std::move(*http);
    m_http->probe([=, this](const HttpResult<void> &there) {
        if (!there)
            return failed(there.error().error, problemOf(there.error().fault));
        m_http->login(user, password, deviceName, [=](const HttpResult<Session> &session) {
            if (!session)
                return failed(session.error().error, problemOf(session.error().fault));
            done(*session);
        });
    });
}

void Account::keep(const Session &session, Done<void> done)
{
    chooseVault([this, session, done = std::move(done)] {
        m_keeper.renewed(tokensOf(session));
        const Done<void> judge = [this, done](const base::Result<void> &written) {
            if (written)
                return done(m_folder.setSecretKind(m_vault->kind()));
            if (m_vault->kind() != QLatin1String("keychain"))
                return done(written);
            // One that answers and keeps nothing, as where nobody unlocks it: then as without one.
            m_scheduler.after(0, [this, done] {
                if (m_keeping.fileSecrets)
                    m_vault = std::make_unique<auth::FileVault>(m_folder.credentials());
                else
                    m_vault = std::make_unique<auth::MemoryVault>();
                m_vault->write(m_folder.vaultKey(), auth::toSecret(m_keeper.tokens()),
                               [this, done](const base::Result<void> &kept) {
                    done(kept ? m_folder.setSecretKind(m_vault->kind()) : kept);
                });
            });
        };
        m_vault->write(m_folder.vaultKey(), auth::toSecret(m_keeper.tokens()), inTime(judge));
    });
}

void Account::abandon(const Session &session)
{
    if (m_http)
        m_http->logout(session.access, [](const HttpResult<void> &) { });
}

void Account::withAccess(std::function<void(base::Result<QString>)> done)
{
    access([done = std::move(done)](const tl::expected<QString, AccessFailure> &token) {
        if (!token)
            return done(base::fail(token.error().error));
        done(*token);
    });
}

void Account::revokeSelf(Done<void> done)
{
    withAccess([this, done = std::move(done)](const base::Result<QString> &token) {
        if (!token)
            return done(base::fail(token.error()));
        m_http->logout(*token, [done](const HttpResult<void> &answer) {
            done(plain(answer));
        });
    });
}

void Account::forget(Done<void> done)
{
    m_keeper.ended();
    const Done<void> end = [this, done = std::move(done)](const base::Result<void> &gone) {
        m_folder.setSecretKind(QString());
        m_folder.setCaFile(QString());
        done(gone);
    };
    m_vault->remove(m_folder.vaultKey(), inTime(end));
}

void Account::changePassword(const QString &oldPassword, const QString &newPassword, Done<void> done)
{
    withAccess([=, this](const base::Result<QString> &token) {
        if (!token)
            return done(base::fail(token.error()));
        m_http->changePassword(*token, oldPassword, newPassword, [done](const HttpResult<void> &answer) {
            done(plain(answer));
        });
    });
}

void Account::devices(Done<QList<transport::RemoteDevice>> done)
{
    withAccess([this, done = std::move(done)](const base::Result<QString> &token) {
        if (!token)
            return done(base::fail(token.error()));
        m_http->devices(*token, [done](const HttpResult<QList<transport::RemoteDevice>> &answer) {
            if (!answer)
                return done(base::fail(answer.error().error));
            done(*answer);
        });
    });
}

void Account::revokeDevice(model::DeviceId device, Done<void> done)
{
    withAccess([this, device, done = std::move(done)](const base::Result<QString> &token) {
        if (!token)
            return done(base::fail(token.error()));
        m_http->revokeDevice(*token, device, [done](const HttpResult<void> &answer) {
            done(plain(answer));
        });
    });
}

} // namespace parvis::client
