#pragma once

#include "protocol/limits.h"
#include "support/fixtures.h"
#include "sync/sync_machine.h"

#include <QTemporaryDir>
#include <QTest>

#include <deque>

// Ring 2: the client's machine with its real files, and a server that is only what the test says. "The server says", "the
// client must have said".
namespace parvis::test {

using namespace protocol;
using store::OutboxState;
using store::ScopeState;

class Dialogue : public sync::MachineSink {
public:
    enum Files { InMemory, OnDisk };

    // Signed in to nothing yet; `own` grants what `granted` says, from rev 1 on.
    explicit Dialogue(Files files = InMemory, base::Time start = noon) : clock(start)
    {
        if (files == OnDisk)
            folder = std::make_unique<QTemporaryDir>();
        openFiles();
    }

    // As after a crash: nothing but the files is left.
    void restart()
    {
        machine.reset();
        cache.reset();
        outbox.reset();
        unheard.clear();
        openFiles();
    }

    // ---- the conversation -------------------------------------------------------------------------------------------

    template<class M>
    void serverSays(const M &message)
    {
        machine->received(encode(Message(message)));
    }

    // The first message of that type that was not taken yet; a failure of the test if there is none.
    template<class M>
    M said()
    {
        const auto at = std::find_if(unheard.begin(), unheard.end(), [](const Message &m) { return std::holds_alternative<M>(m); });
        if (at == unheard.end()) {
            QTest::qFail(QByteArray("the client must have said ") + M::name, __FILE__, __LINE__);
            return M{};
        }
        const M message = std::get<M>(*at);
        unheard.erase(at);
        return message;
    }

    template<class M>
    QList<M> allSaid()
    {
        QList<M> all;
        for (auto at = unheard.begin(); at != unheard.end();) {
            if (const auto *message = std::get_if<M>(&*at)) {
                all.append(*message);
                at = unheard.erase(at);
            } else {
                ++at;
            }
        }
        return all;
    }

    template<class M>
    bool hasSaid() const
    {
        return std::any_of(unheard.begin(), unheard.end(), [](const Message &m) { return std::holds_alternative<M>(m); });
    }

    // Up to `resume`; gives what the client says that it has. `last`: of each lane that the client names, else the
    // highest number in the file.
    Resume connect(const QHash<LaneId, qint64> &last = {})
    {
        unheard.clear();
        machine->connected(QStringLiteral("token"), QStringLiteral("test"));
        (void)said<Hello>();
        serverSays(Welcome{protocol::version, {}, {}, clock.now().us});
        AuthOk ok;
        ok.person = me;
        for (const LaneId &lane : said<Auth>().lanes) {
            const qint64 known = lane == outbox->lane() ? *outbox->highestNumber() : highestOf(lane);
            ok.lanes.append({lane, last.value(lane, known)});
        }
        serverSays(ok);
        return said<Resume>();
    }

    void serverPokes(const QList<ScopeHead> &heads) { serverSays(Poke{heads}); }

    // Connects, and lets the client have its own scope: after it, whatever it asks for is of the granted places.
    void signIn(const QList<ScopeHead> &heads = {}, const QHash<LaneId, qint64> &last = {})
    {
        (void)connect(last);
        serverPokes(QList<ScopeHead>{{own, ownEpoch, ownHead}} + heads);
        if (state(own).cursor() < ownHead)
            answerOwn();
    }

    // Answers the request for person: with all its rows.
    void answerOwn()
    {
        const Window window = asked();
        if (window.scope != own)
            QTest::qFail("the client must ask for person: first", __FILE__, __LINE__);
        serverSays(ownRows(window.req, window.epoch.isNull() ? ownHead : window.d));
    }

    Rows ownRows(qint64 req, qint64 d) const
    {
        QList<Row> rows;
        for (const Row &row : granted)
            rows.append(row);
        return Rows{req, own, ownEpoch, ownView(me), 0, ownHead, ownHead, d, 0, 0, packed(rows)};
    }

    // A change of the memberships: what the server would push.
    Rows grants(const ScopeId &place, ViewId seen)
    {
        ++ownHead;
        granted.insert(place, membershipRow(place, seen, ownHead));
        return ownPush();
    }
    Rows revokes(const ScopeId &place)
    {
        ++ownHead;
        granted.insert(place, membershipRow(place, {}, ownHead, true));
        return ownPush();
    }

    // Rows of the group, as an answer (req) or a push (0).
    Rows frame(qint64 req, qint64 lo, qint64 hi, qint64 asOf, qint64 d, const QList<Row> &rows = {}) const
    {
        return Rows{req, group, groupEpoch, groupView, lo, hi, asOf, d, 0, lo == 0 ? 0 : noon.us + lo, packed(rows)};
    }

    // Takes the client's request for the group (window or pull); what it asked is in the fields of a window.
    Window asked()
    {
        if (hasSaid<Pull>()) {
            const Pull pull = said<Pull>();
            return {pull.req, pull.scope, pull.epoch, pull.view, pull.from, pull.to, pull.d, 0, pull.cursor};
        }
        return said<Window>();
    }
    bool asks() const { return hasSaid<Pull>() || hasSaid<Window>(); }

    // Signs in, and makes (0, head] of the group covered with these rows.
    void haveGroup(qint64 head, const QList<Row> &rows = {})
    {
        signIn({{group, groupEpoch, head}});
        const Window window = asked();
        serverSays(frame(window.req, 0, head, head, head, rows));
    }

    Touched touched(quint32 entity, qint64 rev) const { return {group, groupEpoch, rev, uuid(entity)}; }
    OpOk accepts(const Op &op, const QList<Touched> &rows) const { return {op.lane, op.number, op.id, rows, false}; }
    OpNo refuses(const Op &op, const QString &why, bool temporary = false) const
    {
        return {op.lane, op.number, op.id, why, temporary, ownEpoch, ownHead};
    }

    void write(const Operation &op)
    {
        QVERIFY(outbox->append({op}));
        machine->outboxChanged();
    }

    // ---- what the client has ----------------------------------------------------------------------------------------

    ScopeState state(const ScopeId &scope) const
    {
        const auto states = cache->scopes();
        for (const ScopeState &each : *states) {
            if (each.scope == scope)
                return each;
        }
        return {};
    }
    qint64 held(quint32 n, const ScopeId &scope = group) const { return cache->heldRev(scope, uuid(n)).value_or(-1); }
    bool isWaiting(quint32 n) const { return outbox->entry(opId(n))->has_value(); }
    store::OutboxEntry entry(quint32 n) const { return outbox->entry(opId(n))->value_or(store::OutboxEntry()); }

    // ---- MachineSink ------------------------------------------------------------------------------------------------

    void send(const QByteArray &frame) override
    {
        const auto messages = decode(frame);
        for (const Message &message : *messages)
            unheard.push_back(message);
    }
    void changed(const store::ChangeSet &) override { }
    void progressed(const sync::Progress &) override { ++timesTold; }
    void end(sync::End why, const QString &, qint64) override { ends.append(why); }

    int timesTold = 0;
    base::ManualClock clock;
    base::SeededRandom random{1};
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<store::Cache> cache;
    std::unique_ptr<store::Outbox> outbox;
    std::unique_ptr<sync::SyncMachine> machine;
    std::deque<Message> unheard;
    QList<sync::End> ends;
    EpochId groupEpoch = epoch;
    ViewId groupView = view;
    qint64 ownHead = 1;
    QHash<ScopeId, Row> granted{{group, membershipRow(group, view, 1)}};

private:
    void openFiles()
    {
        const auto path = [this](const char *name) { return folder ? folder->filePath(QLatin1String(name)) : QStringLiteral(":memory:"); };
        cache = store::Cache::open(path("cache.db")).value();
        outbox = store::Outbox::open(path("outbox.db"), random).value();
        if (!cache->setIdentity({{}, {}, {}, me, {}}))
            qFatal("the cache cannot be written");
        machine = std::make_unique<sync::SyncMachine>(*cache, *outbox, clock, random, *this);
        if (!machine->load(me))
            qFatal("the files cannot be read");
    }

    qint64 highestOf(LaneId lane) const
    {
        qint64 highest = 0;
        const auto entries = outbox->entries();
        for (const auto &each : *entries)
            highest = each.lane == lane ? std::max(highest, each.number) : highest;
        return highest;
    }

    Rows ownPush() const
    {
        QList<Row> rows;
        for (const Row &row : granted) {
            if (row.rev == ownHead)
                rows.append(row);
        }
        return Rows{0, own, ownEpoch, ownView(me), ownHead - 1, ownHead, ownHead, ownHead - 1, 0, noon.us, packed(rows)};
    }
};

} // namespace parvis::test
