// The session, and what ui::Backend asks of the company in memory about itself.
#include "support/fake_backend.h"
#include "support/ready_answer.h"

namespace parvis::tests {

using model::ScopeId;
using model::Uuid;

ui::Backend::Answer<store::Identity> FakeBackend::signIn(const QString &, const QString &user, const QString &)
{
    if (m_signInError)
        return ready<store::Identity>(base::fail(*m_signInError));
    me(user);
    return ready<store::Identity>(*m_identity);
}

ui::Backend::Answer<void> FakeBackend::signOut(bool forced)
{
    if (!forced && !m_outbox.isEmpty())
        return ready<void>(base::fail(base::ErrorKind::Conflict, "fake", "something is unsent"));
    m_identity.reset();
    return ready<void>({});
}

ui::Backend::Answer<void> FakeBackend::changePassword(const QString &, const QString &)
{
    return ready<void>({});
}

ui::Backend::Answer<QList<ui::Backend::Device>> FakeBackend::devices()
{
    return ready<QList<Device>>(
        QList<Device>{{newId(), "Poste de Camille", m_clock.now().plusMs(-86'400'000LL * 40), m_clock.now(), true},
                      {newId(), "Portable de chantier", m_clock.now().plusMs(-86'400'000LL * 12),
                       m_clock.now().plusMs(-86'400'000LL), false}});
}

ui::Backend::Answer<void> FakeBackend::revokeDevice(const Uuid &)
{
    return ready<void>({});
}

void FakeBackend::setStayOffline(bool offline)
{
    m_state.stayOffline = offline;
    m_state.phase = offline ? client::SyncState::Offline : client::SyncState::UpToDate;
    m_state.since = m_clock.now();
    Q_EMIT stateChanged(m_state);
}

ui::Backend::Answer<store::SyncSummary> FakeBackend::summary()
{
    store::SyncSummary summary;
    summary.complete = m_state.complete;
    summary.completeUpTo = m_state.complete ? 0 : m_clock.now().plusMs(-28 * 60'000).us;
    summary.pending = m_state.pending;
    summary.rejected = m_state.rejected;
    const auto add = [&](const ScopeId &scope, const QString &title, bool complete) {
        summary.scopes.append({scope, title, complete, complete ? 0 : summary.completeUpTo});
    };
    add(ScopeId::company(), {}, true);
    add(ScopeId::directory(), {}, true);
    if (m_identity)
        add(ScopeId::person(m_identity->person), {}, true);
    for (qsizetype i = 0; i < groupList.size(); ++i) {
        if (groupList.at(i).role)
            add(ScopeId::group(groupList.at(i).id), groupList.at(i).title, m_state.complete || i % 4 != 0);
    }
    return ready<store::SyncSummary>(summary);
}

ui::Backend::Answer<client::DiskUse> FakeBackend::diskUse()
{
    return ready<client::DiskUse>(onDisk);
}

ui::Backend::Answer<void> FakeBackend::freeSpace()
{
    if (m_writeError)
        return ready<void>(base::fail(*m_writeError));
    onDisk.cacheBytes -= onDisk.cacheBytes / 10;
    return ready<void>({});
}

} // namespace parvis::tests
