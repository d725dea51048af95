#include "sync/sync_machine.h"

#include "base/log.h"
#include "model/derived_ids.h"
#include "protocol/limits.h"
#include "sync/machine_state.h"

namespace parvis::sync {

using namespace protocol;

namespace {

constexpr qint64 pingMs = 45'000;
constexpr qint64 pongWaitMs = 20'000;
constexpr qint64 answerWaitMs = 60'000;

} // namespace

SyncMachine::SyncMachine(store::Cache &cache, store::Outbox &outbox, base::Clock &clock, base::Random &random,
                         MachineSink &sink)
    : d(std::make_unique<Private>(cache, outbox, clock, random, sink))
{
}

SyncMachine::~SyncMachine() = default;

base::Result<void> SyncMachine::load(model::PersonId person)
{
    d->person = person;
    d->own = ScopeId::person(person);
    d->runs.clear();
    auto states = d->cache.scopes();
    if (!states)
        return base::fail(states.error());
    for (const store::ScopeState &state : *states)
        d->runOf(state.scope).state = state;
    d->ended = false;
    d->readMemberships();
    d->purgePending = true;
    d->carryOutPurges();
    d->tellProgress();
    return {};
}

void SyncMachine::setDepth(Depth depth)
{
    d->depth = depth;
    d->settle();
}

void SyncMachine::connected(const QString &accessToken, const QString &agent)
{
    disconnected();
    d->phase = Private::Phase::Hello;
    d->token = accessToken;
    d->ended = false;
    d->lastHeardMs = d->lastSentMs = d->clock.monotonicMs();
    d->pingUnderWay = false;
    d->pingAtMs = d->lastHeardMs + pingMs;
    d->askedMs = d->lastSentMs;
    d->progress.roundTripMs = -1;
    d->send(Hello{protocol::version, agent});
}

// Frames belong to one connection: nothing of the old one counts any more (rule 6).
void SyncMachine::disconnected()
{
    d->phase = Private::Phase::Down;
    d->requests.clear();
    d->probed = false;
    d->inFlight.clear();
    d->limbo.clear();
    d->heads.clear();
    d->resendAtMs = -1;
    d->doneTold.clear();
    for (ScopeRun &run : d->runs) {
        run.request = 0;
        run.head = 0;
        run.headEpoch = {};
        run.waitPerson = -1;
        run.notBeforeMs = 0;
        run.served = 0;
        run.seen = {};
        run.tombs.clear();
    }
    d->progress.authenticated = false;
    d->tellProgress();
}

void SyncMachine::received(QByteArrayView frame)
{
    if (d->phase == Private::Phase::Down || d->ended)
        return;
    const auto messages = decode(frame);
    if (!messages)
        return d->fail(End::Faulty, messages.error().detail);
    d->lastHeardMs = d->clock.monotonicMs();
    d->progress.lastContact = d->clock.now();
    for (const Message &message : *messages) {
        if (d->ended)
            return;
        std::visit([this](const auto &m) { d->handle(m); }, message);
    }
    d->settle();
}

void SyncMachine::outboxChanged()
{
    d->outboxDirty = true;
    d->settle();
}

void SyncMachine::focus(const ScopeId &scope)
{
    d->focus = scope;
    d->settle();
}

const Progress &SyncMachine::progress() const
{
    return d->progress;
}

void SyncMachine::tick()
{
    if (d->phase == Private::Phase::Down || d->ended)
        return;
    const qint64 now = d->clock.monotonicMs();
    if (d->pingUnderWay && now - d->pingAtMs >= pongWaitMs && now - d->lastHeardMs >= pongWaitMs)
        return d->fail(End::Faulty, QStringLiteral("The server has gone quiet."));
    if (d->phase != Private::Phase::Ready && now - d->lastHeardMs >= pongWaitMs)
        return d->fail(End::Faulty, QStringLiteral("The server does not answer."));
    for (const Request &request : std::as_const(d->requests)) {
        if (now - request.sentMs >= answerWaitMs && now - d->lastHeardMs >= pongWaitMs)
            return d->fail(End::Faulty, QStringLiteral("The server does not answer."));
    }
    if (d->phase == Private::Phase::Ready && !d->pingUnderWay && now >= d->pingAtMs) {
        d->pingUnderWay = true;
        d->pingAtMs = d->askedMs = now;
        d->send(Ping{});
    }
    if (d->resendAtMs >= 0 && now >= d->resendAtMs) {
        d->resendAtMs = -1;
        d->inFlight.clear();
        d->sendNumbered();
    }
    if (d->releaseAtMs >= 0 && now >= d->releaseAtMs) {
        d->releaseAtMs = -1;
        d->outboxDirty = true;
    }
    d->settle();
}

void SyncMachine::probe()
{
    if (d->phase != Private::Phase::Ready || d->ended)
        return;
    d->probed = true;
    if (d->pingUnderWay)
        return;
    d->pingAtMs = d->clock.monotonicMs();
    tick();
}

qint64 SyncMachine::nextTickMs() const
{
    if (d->phase == Private::Phase::Down || d->ended)
        return -1;
    // Never a moment at which tick() would find nothing to do yet: the caller's timer would spin.
    const qint64 silence = d->lastHeardMs + pongWaitMs;
    qint64 next = d->pingUnderWay ? std::max(d->pingAtMs + pongWaitMs, silence) : d->pingAtMs;
    if (d->phase != Private::Phase::Ready)
        next = silence;
    if (d->resendAtMs >= 0)
        next = std::min(next, d->resendAtMs);
    if (d->releaseAtMs >= 0)
        next = std::min(next, d->releaseAtMs);
    for (const Request &request : std::as_const(d->requests))
        next = std::min(next, std::max(request.sentMs + answerWaitMs, silence));
    for (const ScopeRun &run : std::as_const(d->runs)) {
        if (run.notBeforeMs > d->clock.monotonicMs())
            next = std::min(next, run.notBeforeMs);
    }
    return next;
}

void SyncMachine::Private::send(const Message &message)
{
    lastSentMs = clock.monotonicMs();
    sink.send(encode(message));
}

void SyncMachine::Private::fail(End why, const QString &detail, qint64 delayMs)
{
    if (ended)
        return;
    qCInfo(base::logSync) << "conversation ended:" << int(why) << detail;
    ended = true;
    phase = Phase::Down;
    progress.authenticated = false;
    sink.end(why, detail, delayMs);
}

bool SyncMachine::Private::good(const base::Result<void> &result)
{
    if (!result)
        fail(result.error().kind == base::ErrorKind::Storage ? End::Disk : End::Faulty, result.error().detail);
    return result.has_value();
}

void SyncMachine::Private::handle(const Welcome &welcome)
{
    if (phase != Phase::Hello)
        return;
    if (welcome.version != protocol::version)
        return fail(welcome.version > protocol::version ? End::ClientTooOld : End::ServerTooOld,
                    QStringLiteral("The server speaks version %1 of the protocol.").arg(welcome.version));
    progress.serverTime = {welcome.now};
    progress.roundTripMs = clock.monotonicMs() - askedMs;
    const auto lanes = outbox.lanes();
    if (!good(lanes))
        return;
    phase = Phase::Auth;
    send(Auth{token, *lanes});
}

void SyncMachine::Private::handle(const AuthOk &ok)
{
    if (phase != Phase::Auth)
        return;
    if (ok.person != person)
        return fail(End::SessionEnded, QStringLiteral("The session belongs to another person."));
    phase = Phase::Resuming;
    progress.authenticated = true;
    // Operations answered under another epoch go back first, then lanes are compared (rules 17 and 23).
    for (const ScopeRun &run : std::as_const(runs)) {
        if (!run.state.epoch.isNull() && !good(outbox.reopenAnswered(run.state.scope, run.state.epoch)))
            return;
    }
    checkLanes(ok.lanes);
    if (ended)
        return;
    Resume resume;
    resume.texts = true;
    for (const ScopeRun &run : std::as_const(runs)) {
        if (holds(run.state.scope) && !run.state.epoch.isNull())
            resume.scopes.append({run.state.scope, isFresh(run.state) ? EpochId() : run.state.epoch, run.state.view,
                                  run.state.cursor()});
    }
    send(resume);
    sendNumbered();
}

void SyncMachine::Private::handle(const Poke &poke)
{
    for (const ScopeHead &head : poke.heads)
        heard(head.scope, head.epoch, head.head);
    if (phase == Phase::Resuming) {
        phase = Phase::Ready;
        pingAtMs = clock.monotonicMs() + qint64(double(pingMs) * (0.8 + 0.4 * double(random.below(1000)) / 1000.0));
        outboxDirty = true;
    }
}

void SyncMachine::Private::handle(const Pong &pong)
{
    progress.serverTime = {pong.now};
    if (std::exchange(pingUnderWay, false))
        progress.roundTripMs = clock.monotonicMs() - askedMs;
    pingAtMs = clock.monotonicMs() + qint64(double(pingMs) * (0.8 + 0.4 * double(random.below(1000)) / 1000.0));
    for (const ScopeHead &head : pong.heads)
        heard(head.scope, head.epoch, head.head);
}

void SyncMachine::Private::handle(const Grant &grant)
{
    heard(own, grant.personEpoch, grant.personRev);
}

void SyncMachine::Private::handle(const Drop &drop)
{
    // A hint: only the rows of person: say what is lost (rule 31). Until they are here nothing more is asked for.
    closeRequest(drop.req);
    heard(own, drop.personEpoch, drop.personRev);
    if (drop.scope == own || !runs.contains(drop.scope))
        return;
    ScopeRun &run = runs[drop.scope];
    run.waitPerson = drop.personRev;
    run.notBeforeMs = clock.monotonicMs() + 5'000;
}

void SyncMachine::Private::handle(const Goaway &goaway)
{
    const quint64 window = quint64(std::clamp<qint64>(goaway.windowMs, 1, 600'000));
    fail(End::Goaway, QStringLiteral("The server restarts."), qint64(random.below(window)));
}

void SyncMachine::Private::handle(const Err &err)
{
    if (err.req != 0) { // one request failed for the moment
        const auto at = requests.constFind(err.req);
        if (at != requests.constEnd())
            runOf(at->scope).notBeforeMs = clock.monotonicMs() + 1'000;
        return closeRequest(err.req);
    }
    if (err.kind == u"unauthorized")
        return fail(End::Unauthorized, err.detail);
    if (err.kind == u"revoked")
        return fail(End::SessionEnded, err.detail);
    if (err.kind == u"disabled")
        return fail(End::Disabled, err.detail);
    if (err.kind == u"version")
        return fail(End::ClientTooOld, err.detail);
    fail(End::Faulty, err.detail);
}

void SyncMachine::Private::settle()
{
    if (!ended && carryOutPurges() && phase == Phase::Ready) {
        ask();
        if (outboxDirty) {
            outboxDirty = false;
            endOverlays();
            sendMore();
            tellDone();
        }
    }
    tellProgress();
}

void SyncMachine::Private::tellProgress()
{
    if (!changes.isEmpty())
        sink.changed(std::exchange(changes, {}));
    const auto front = [&] {
        if (!holds(own) || !runs.contains(own) || !isComplete(runs[own]))
            return false;
        for (auto at = views.begin(); at != views.end(); ++at) {
            const auto run = runs.constFind(at.key());
            // Of a group its row is enough, which comes unasked.
            if (at.key().type == model::ScopeType::Group && (run == runs.constEnd() || run->state.epoch.isNull()))
                return false;
            if (at.key() == ScopeId::company() && (run == runs.constEnd() || !isComplete(*run)))
                return false;
        }
        return true;
    };
    progress.frontReached = front();
    progress.complete = phase == Phase::Ready && progress.frontReached && limbo.isEmpty() && !purgePending;
    for (auto at = views.begin(); at != views.end() && progress.complete; ++at)
        progress.complete = isComplete(runs[at.key()]);
    const auto pending = outbox.pendingCount();
    progress.flushed = pending && *pending == 0;
    Progress comparable = progress;
    comparable.lastContact = told.lastContact;
    comparable.serverTime = told.serverTime;
    comparable.roundTripMs = told.roundTripMs;
    const bool asked = probed && !pingUnderWay;
    if (comparable == told && !asked)
        return;
    probed = probed && !asked;
    told = progress;
    sink.progressed(progress);
}

} // namespace parvis::sync
