#include "server/session.h"

#include "model/derived_ids.h"
#include "protocol/codec.h"
#include "protocol/limits.h"
#include "server/engine_core.h"
#include "store/database.h"

namespace parvis::server {

using namespace model;
using namespace protocol;

namespace {

constexpr int maxRequestsUnderWay = 64;
constexpr qint64 unknownRev = -1; // below that of any scope

QString agentName()
{
    return QStringLiteral("parvisd/" PARVIS_VERSION);
}

} // namespace

SessionImpl::SessionImpl(EngineCore &core, ShardImpl &shard, std::shared_ptr<Connection> connection)
    : m_core(core), m_shard(shard), m_connection(std::move(connection))
{
}

SessionImpl::~SessionImpl() = default;

void SessionImpl::received(QByteArrayView frame)
{
    const auto keep = shared_from_this();
    const auto messages = decode(frame);
    if (!messages) {
        end("protocol", messages.error().detail);
        return;
    }
    for (const Message &message : *messages) {
        if (m_state == State::Closed)
            return;
        const bool early = std::holds_alternative<Hello>(message) || std::holds_alternative<Auth>(message)
                           || std::holds_alternative<Ping>(message) || std::holds_alternative<Bye>(message);
        if (!early && m_state != State::Ready) {
            end("protocol", QStringLiteral("Sign in first."));
            return;
        }
        std::visit([this](const auto &m) { handle(m); }, message);
    }
}

void SessionImpl::handle(const Hello &hello)
{
    if (m_state != State::Hello)
        return end("protocol", QStringLiteral("hello comes first and once."));
    send(Welcome{protocol::version, agentName(), m_core.company, m_core.parts.clock.now().us});
    if (hello.version != protocol::version)
        return end("version", QStringLiteral("This server speaks version %1 of the protocol.").arg(protocol::version));
    m_state = State::Auth;
}

void SessionImpl::handle(const Auth &auth)
{
    if (m_state != State::Auth)
        return end("protocol", QStringLiteral("auth comes after hello and once."));
    m_state = State::Authenticating;
    m_core.parts.reader([self = weak_from_this(), shard = &m_shard, core = &m_core, auth] {
        AuthOk ok;
        QString kind;
        try {
            const auto session = core->parts.authenticate(auth.token);
            if (!session) {
                kind = QStringLiteral("unauthorized");
            } else {
                const auto view = core->parts.store.read();
                const auto actor = readActor(*view, session->person);
                if (!actor || actor->disabled)
                    kind = QStringLiteral("disabled");
                ok.person = session->person;
                ok.device = session->device;
                for (const LaneId &lane : auth.lanes)
                    ok.lanes.append({lane, view->laneLast(lane)});
            }
        } catch (const store::Failure &) {
            kind = QStringLiteral("busy");
        }
        shard->post([self, ok, kind] {
            const auto session = std::static_pointer_cast<SessionImpl>(self.lock());
            if (!session || session->m_state != State::Authenticating)
                return;
            if (!kind.isEmpty())
                return session->end(kind.toLatin1().constData(), QStringLiteral("Sign in again."));
            session->m_person = ok.person;
            session->m_device = ok.device;
            session->m_state = State::Ready;
            session->send(ok);
        });
    });
}

void SessionImpl::handle(const Resume &resume)
{
    QSet<ScopeId> wantFronts;
    for (const ScopeCoverage &coverage : resume.scopes) {
        if (!coverage.epoch.isNull())
            wantFronts.insert(coverage.scope);
    }
    m_wantsTexts = resume.texts;
    // `wantFronts` holds the scopes that need none: all others get their group row at once.
    refreshScopes(wantFronts, true, resume.scopes);
}

// Reads what the person may hold and subscribes to it. `have`: scopes whose first rows the client has already.
void SessionImpl::refreshScopes(const QSet<ScopeId> &have, bool resuming, const QList<ScopeCoverage> &known)
{
    m_core.parts.reader([self = weak_from_this(), shard = &m_shard, core = &m_core, person = m_person, have, resuming,
                         known, texts = m_wantsTexts] {
        auto found = std::make_shared<Found>();
        try {
            const auto view = core->parts.store.read();
            for (const ScopeId &scope : scopesOf(*view, person, texts)) {
                const Access access = readAccess(*view, scope, person);
                if (!access.allowed)
                    continue;
                found->scopes.append({scope, access});
                if (!have.contains(scope)) {
                    if (auto front = frontOf(*view, scope, person))
                        found->fronts.push_back(std::move(*front));
                }
            }
        } catch (const store::Failure &) {
            found->failed = true;
        }
        shard->post([self, found, resuming, known] {
            const auto session = std::static_pointer_cast<SessionImpl>(self.lock());
            if (!session || session->m_state != State::Ready)
                return;
            if (found->failed) // without knowing what the person may see there is nothing to say; the client comes again
                return session->end("busy", QStringLiteral("The server's disk failed. Try again."));
            session->adopt(*found, resuming, known);
        });
    });
}

void SessionImpl::adopt(const Found &found, bool resuming, const QList<ScopeCoverage> &known)
{
    QHash<ScopeId, ScopeCoverage> covered;
    for (const ScopeCoverage &coverage : known)
        covered.insert(coverage.scope, coverage);
    const auto before = m_scopes;
    QSet<ScopeId> now;
    Poke poke;
    ScopeHead own;
    bool outdated = false; // what the person may hold has moved since this was read
    for (const auto &[scope, access] : found.scopes) {
        now.insert(scope);
        // Pushes come in order, a read may be overtaken by them: where both speak, the pushes count. To a new listener
        // the hub says what it has published, which went to nobody.
        Hub::Told heard;
        if (before.contains(scope))
            heard = {before[scope].epoch, before[scope].head};
        else
            heard = m_shard.subscribe(this, scope);
        if (heard.epoch.isNull() || (heard.epoch == access.info.epoch && heard.head < access.info.head))
            heard = {access.info.epoch, access.info.head};
        Subscription &subscription = m_scopes[scope];
        const bool fresh = !before.contains(scope) || subscription.view != access.view;
        subscription.view = access.view;
        subscription.epoch = heard.epoch;
        subscription.memberRev = heard.epoch == access.info.epoch ? access.info.memberRev : unknownRev;
        subscription.minRootRev = access.minRootRev;
        subscription.head = heard.head;
        const ScopeCoverage have = covered.value(scope);
        const bool current = resuming && have.epoch == heard.epoch && have.view == access.view && have.cursor == heard.head;
        if (have.epoch == heard.epoch && have.cursor > heard.head)
            m_core.cursorAboveHead();
        if (!current && (resuming || fresh || subscription.told < heard.head))
            poke.heads.append({scope, heard.epoch, heard.head});
        subscription.told = heard.head;
        subscription.stale = false;
        if (scope == ScopeId::person(m_person)) {
            own = {scope, heard.epoch, heard.head};
            outdated = heard.epoch != access.info.epoch || heard.head > access.info.head;
        } else if (!resuming && fresh) {
            send(Grant{scope, own.epoch, own.head});
        }
    }
    // The first text of a group may have come after this was read and before the group was listened to.
    for (const ScopeId &scope : std::as_const(now)) {
        const ScopeId texts = ScopeId::texts(scope.groupId());
        if (m_wantsTexts && scope.type == model::ScopeType::Group && !now.contains(texts) && m_core.hub.knows(texts))
            outdated = true;
    }
    for (auto at = before.begin(); at != before.end(); ++at) {
        if (now.contains(at.key()))
            continue;
        m_shard.unsubscribe(this, at.key());
        m_scopes.remove(at.key());
        send(Drop{0, at.key(), own.epoch, own.head});
    }
    for (const Rows &front : found.fronts)
        send(front);
    // The answer to a resume is one poke, empty if nothing has moved: then the client knows where it stands.
    if (resuming || !poke.heads.isEmpty())
        send(poke);
    if (outdated)
        refreshScopes(now, false, {});
}

void SessionImpl::handle(const Op &op)
{
    EngineCore::Job job;
    job.shard = &m_shard;
    job.session = std::static_pointer_cast<SessionImpl>(shared_from_this());
    job.person = m_person;
    job.request = op;
    m_core.submit(std::move(job));
}

void SessionImpl::handle(const Done &done)
{
    EngineCore::Job job;
    job.shard = &m_shard;
    job.request = done;
    m_core.submit(std::move(job));
}

template<class R, class F>
void SessionImpl::answerLater(const R &request, F answer)
{
    if (++m_requestsUnderWay > maxRequestsUnderWay)
        return end("protocol", QStringLiteral("Too many requests at once."));
    m_core.parts.reader([self = weak_from_this(), shard = &m_shard, core = &m_core, person = m_person, request, answer] {
        Message message = Err{request.req, QStringLiteral("busy"), QStringLiteral("The server's disk failed. Try again.")};
        try {
            const auto view = core->parts.store.read();
            message = answer(*view, request, person);
        } catch (const store::Failure &) {
        }
        shard->post([self, message = std::move(message)] {
            const auto session = std::static_pointer_cast<SessionImpl>(self.lock());
            if (!session || session->m_state != State::Ready)
                return;
            --session->m_requestsUnderWay;
            session->send(message);
        });
    });
}

void SessionImpl::handle(const Pull &pull)
{
    answerLater(pull, answerPull);
}

void SessionImpl::handle(const Window &window)
{
    answerLater(window, answerWindow);
}

void SessionImpl::handle(const SnapIds &request)
{
    answerLater(request, answerSnapIds);
}

void SessionImpl::handle(const Ping &)
{
    Pong pong;
    pong.now = m_core.parts.clock.now().us;
    for (auto at = m_scopes.begin(); at != m_scopes.end(); ++at) {
        if (at->head != at->told || at->stale) {
            pong.heads.append({at.key(), at->epoch, at->head});
            at->told = at->head;
            at->stale = false;
        }
    }
    send(pong);
}

void SessionImpl::handle(const Bye &)
{
    end("", {});
}

void SessionImpl::pushed(const Push &push)
{
    auto at = m_scopes.find(push.info.scope);
    if (m_state != State::Ready)
        return;
    if (at == m_scopes.end()) {
        // The first text of a group makes a scope that was not there when the memberships were read.
        if (m_wantsTexts && push.info.scope.type == model::ScopeType::Texts && m_scopes.contains(push.info.scope.ruling()))
            rereadMemberships();
        return;
    }
    Subscription &subscription = *at;
    const bool gap = push.lo > subscription.head;
    subscription.head = std::max(subscription.head, push.info.head);
    if (push.renumbered) {
        subscription.epoch = push.info.epoch;
        subscription.head = subscription.told = push.info.head;
        subscription.memberRev = unknownRev; // of the old numbering: the next push rereads it
        send(Reset{0, push.info.scope, push.info.epoch});
        return;
    }
    const bool own = push.info.scope == ScopeId::person(m_person);
    const bool mustReread = push.info.dead || push.info.memberRev > subscription.memberRev;
    const bool hidden = push.lowestRoot > 0 && push.lowestRoot < subscription.minRootRev;
    if (mustReread)
        return rereadMemberships();
    const bool tooMuch = push.rows.tail.isEmpty() || m_connection->queuedBytes() > sendCapBytes;
    if (gap || hidden || tooMuch || push.info.epoch != subscription.epoch) {
        subscription.epoch = push.info.epoch;
        subscription.stale = true;
        if (m_connection->queuedBytes() <= sendCapBytes)
            pokeStale();
    } else {
        m_connection->send(headFor(push.rows, subscription.view), push.rows.tail);
        subscription.told = push.info.head;
    }
    if (own && push.memberships)
        rereadMemberships();
}

void SessionImpl::rereadMemberships()
{
    QSet<ScopeId> have;
    for (auto each = m_scopes.begin(); each != m_scopes.end(); ++each)
        have.insert(each.key());
    refreshScopes(have, false, {});
}

void SessionImpl::pokeStale()
{
    Poke poke;
    for (auto at = m_scopes.begin(); at != m_scopes.end(); ++at) {
        if (!at->stale)
            continue;
        poke.heads.append({at.key(), at->epoch, at->head});
        at->told = at->head;
        at->stale = false;
    }
    if (!poke.heads.isEmpty())
        send(poke);
}

void SessionImpl::drained()
{
    if (m_state == State::Ready)
        pokeStale();
}

void SessionImpl::answered(const Message &message)
{
    if (m_state == State::Ready)
        send(message);
}

void SessionImpl::send(const Message &message)
{
    m_connection->send(encode(message));
}

void SessionImpl::goaway(qint64 windowMs)
{
    send(Goaway{windowMs});
    end("", {});
}

void SessionImpl::end(const char *kind, const QString &detail)
{
    if (m_state == State::Closed)
        return;
    if (*kind)
        send(Err{0, QString::fromLatin1(kind), detail});
    m_connection->close();
    disconnected();
}

void SessionImpl::disconnected()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    const auto keep = shared_from_this();
    unsubscribeAll();
    m_shard.forget(this);
}

void SessionImpl::unsubscribeAll()
{
    for (auto at = m_scopes.begin(); at != m_scopes.end(); ++at)
        m_shard.unsubscribe(this, at.key());
    m_scopes.clear();
}

} // namespace parvis::server
