#include "client/sync_worker.h"

namespace parvis::client {

using base::ErrorKind;
using base::fail;

void SyncWorker::signIn(const QString &server, const QString &user, const QString &password, const QString &deviceName,
                        const Promise<store::Identity>::Shared &promise)
{
    const auto refuse = [promise](const base::Error &error) { answer<store::Identity>(promise, fail(error)); };
    const auto address = transport::ServerAddress::parse(server);
    if (!address)
        return refuse(address.error());
    if (m_options.offline)
        return refuse({ErrorKind::Offline, QStringLiteral("sign-in"), QStringLiteral("signing in needs the network")});
    if (!m_hold.tryTake())
        return refuse({ErrorKind::Conflict, QStringLiteral("sign-in"),
                       QStringLiteral("another program is connected with this profile; end it first")});
    stopLine();
    const auto takeUpAgain = [this] {
        if (!m_machine)
            m_hold.release();
        connectNow();
    };
    m_account->signIn(*address, m_options.caFile, user, password, deviceName,
                      [=, this](const tl::expected<transport::Session, AccessFailure> &session) {
        if (!session) {
            takeUpAgain();
            return refuse(session.error().error);
        }
        if (m_identity && (m_identity->person != session->person || m_identity->company != session->company)) {
            m_account->abandon(*session);
            takeUpAgain();
            return refuse({ErrorKind::Conflict, QStringLiteral("sign-in"),
                           QStringLiteral("this profile belongs to %1; sign out first, or use another profile").arg(m_identity->user)});
        }
        m_account->keep(*session, [=, this](const base::Result<void> &kept) {
            if (!kept)
                return refuse(kept.error());
            const store::Identity identity{address->toString(), session->handle.isEmpty() ? user : session->handle,
                                           session->company, session->person, session->device};
            if (auto stored = m_cache->setIdentity(identity); !stored)
                return refuse(stored.error());
            if (auto ok = m_account->setServer(identity.server); !ok)
                return refuse(ok.error());
            m_identity = identity;
            m_signedOut = false;
            m_problem = SyncState::None;
            m_refusedTokens = 0;
            m_detail.clear();
            // Taken for the signing in; connecting takes it again and reads the files.
            m_machine.reset();
            m_hold.release();
            m_started = true;
            Q_EMIT identityChanged(m_identity, m_account->secretKind());
            connectNow();
            refresh(); // so that the state is told before the answer
            answer<store::Identity>(promise, identity);
        });
    });
}

void SyncWorker::signOut(bool force, const Promise<void>::Shared &promise)
{
    const auto refuse = [promise](const base::Error &error) { answer<void>(promise, fail(error)); };
    if (!m_identity)
        return refuse({ErrorKind::Refused, QStringLiteral("sign-out"), QStringLiteral("nobody is signed in here")});
    const auto entries = m_outbox->entries();
    if (!entries)
        return refuse(entries.error());
    if (!entries->isEmpty() && !force)
        return refuse({ErrorKind::Conflict, QStringLiteral("sign-out"),
                       QStringLiteral("%1 operations have not reached the server; sync or discard them first").arg(entries->size())});
    if (!m_hold.tryTake())
        return refuse({ErrorKind::Conflict, QStringLiteral("sign-out"),
                       QStringLiteral("another program is connected with this profile; end it first")});
    const auto wipe = [=, this] {
        stopLine();
        m_machine.reset();
        m_progress = {};
        QList<OpId> ids;
        for (const store::OutboxEntry &entry : *entries)
            ids.append(entry.op.id);
        if (auto removed = m_outbox->remove(ids); !removed)
            return refuse(removed.error());
        if (auto wiped = m_cache->wipe(); !wiped)
            return refuse(wiped.error());
        m_account->forget([=, this](const base::Result<void> &gone) {
            m_identity.reset();
            m_connected = false;
            m_hold.release();
            Q_EMIT identityChanged(m_identity, QString());
            refreshSoon();
            answer<void>(promise, gone);
        });
    };
    if (m_options.offline)
        return force ? wipe() : refuse({ErrorKind::Offline, QStringLiteral("sign-out"), QStringLiteral("signing out needs the network")});
    m_account->revokeSelf([=](const base::Result<void> &revoked) {
        // A session that the server has ended already is as good as revoked.
        if (!revoked && revoked.error().kind != ErrorKind::Refused && !force)
            return refuse(revoked.error());
        wipe();
    });
}

} // namespace parvis::client
