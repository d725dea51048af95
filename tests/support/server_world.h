#pragma once

#include "protocol/limits.h"
#include "server/engine.h"
#include "server/people.h"
#include "store/database.h"
#include "support/fixtures.h"
#include "sync/sync_machine.h"

#include <QTest>

#include <deque>

// The server without sockets or threads: its tasks wait in three queues that the test turns by hand.
namespace parvis::test {

using namespace protocol;
using server::ReadView;
using server::StoredRow;
using server::WriteView;

// A store whose reads or commits fail when the test says so.
class UnreliableStore : public server::RowStore {
public:
    std::unique_ptr<ReadView> read() override
    {
        if (readsFail)
            throw failure();
        return inner->read();
    }
    std::unique_ptr<WriteView> write() override
    {
        if (writesFail)
            throw failure();
        return inner->write();
    }
    server::CheckReport check() override { return inner->check(); }

    static store::Failure failure() { return {{base::ErrorKind::Storage, QStringLiteral("disk"), QStringLiteral("broken")}}; }

    std::unique_ptr<server::RowStore> inner = server::makeMemoryRowStore();
    bool readsFail = false;
    bool writesFail = false;
};

class ServerWorld {
public:
    ServerWorld()
    {
        direct([&](WriteView &view) { createCompany(view, Company{.name = QStringLiteral("Acme")}, env()); });
        start();
    }

    void start()
    {
        tasks.clear();
        engine = std::make_unique<server::Engine>(server::Engine::Parts{
            rows, clock, random, [this](server::Task task) { writer.push_back(std::move(task)); },
            [this](server::Task task) { reader.push_back(std::move(task)); },
            [](const QString &token) -> base::Result<server::AuthStore::Session> {
                const auto id = Uuid::fromString(token);
                if (!id)
                    return base::fail(base::ErrorKind::Refused, QStringLiteral("auth"), QStringLiteral("bad"));
                server::AuthStore::Session session;
                session.person = PersonId(*id);
                session.device = DeviceId(uuid(1));
                return session;
            },
            [this](std::optional<Time> next) { due = next; }});
        due = engine->firstDue();
        shard = &engine->addShard([this](server::Task task) { tasks.push_back(std::move(task)); });
    }

    // ---- turning ----------------------------------------------------------------------------------------------------

    static void turn(std::deque<server::Task> &queue)
    {
        while (!queue.empty()) {
            const auto task = std::move(queue.front());
            queue.pop_front();
            task();
        }
    }
    void turn()
    {
        while (!writer.empty() || !reader.empty() || !tasks.empty()) {
            turn(writer);
            turn(reader);
            turn(tasks);
        }
    }

    // As the server's timekeeper does: what is due until then is done at its time.
    void advanceTo(Time until)
    {
        while (due && *due <= until) {
            clock.setNow(std::max(clock.now(), *due));
            due.reset();
            engine->publishDue();
            turn();
        }
        clock.setNow(std::max(clock.now(), until));
    }

    // ---- the company ------------------------------------------------------------------------------------------------

    server::Env env() { return {clock, random}; }

    // Behind the engine's back: nobody is told.
    void direct(const std::function<void(WriteView &)> &change)
    {
        const auto view = rows.inner->write();
        change(*view);
        view->commit();
    }
    // As an administrator's command does, and told to all.
    void change(const std::function<void(WriteView &)> &change)
    {
        engine->write(
            [change](WriteView &view) -> base::Result<void> {
                change(view);
                return {};
            },
            [](const base::Result<void> &) {});
        turn();
    }

    void addPerson(PersonId id, const QString &handle, CompanyRole role = CompanyRole::Employee)
    {
        change([&](WriteView &view) {
            if (!createPerson(view, Person{.handle = handle, .fullName = handle.toUpper(), .role = role}, env(), id))
                qFatal("no person");
        });
    }
    void addGroup(GroupId id, const QString &handle, History history = History::All)
    {
        change([&](WriteView &view) {
            if (!createGroup(view, Group{.handle = handle, .title = handle, .history = history}, env(), id))
                qFatal("no group");
        });
    }
    void join(GroupId id, PersonId person, Role role = Role::Member)
    {
        change([&](WriteView &view) {
            if (!addMember(view, id, person, role, env()))
                qFatal("no member");
        });
    }
    void leave(GroupId id, PersonId person)
    {
        change([&](WriteView &view) {
            if (!removeMember(view, id, person, env()))
                qFatal("no member");
        });
    }
    // `me` (owner) and `other` in the group.
    void usual()
    {
        addPerson(me, QStringLiteral("anna"), CompanyRole::Administrator);
        addPerson(other, QStringLiteral("otto"));
        addGroup(groupId, QStringLiteral("ops"));
        join(groupId, me, Role::Owner);
        join(groupId, other);
    }

    server::ScopeInfo info(const ScopeId &scope) { return rows.inner->read()->scope(scope).value_or(server::ScopeInfo()); }
    std::optional<StoredRow> row(const ScopeId &scope, const Uuid &id) { return rows.inner->read()->row(scope, id); }
    qint64 revOf(quint32 n, const ScopeId &scope = group)
    {
        const auto found = row(scope, uuid(n));
        return found ? found->rev : 0;
    }
    template<class S>
    S entity(const ScopeId &scope, const Uuid &id)
    {
        const auto view = rows.inner->read();
        return server::entityOf<S>(*view, scope, id).value_or(S{});
    }

    base::ManualClock clock{noon};
    base::SeededRandom random{7};
    UnreliableStore rows;
    std::deque<server::Task> writer;
    std::deque<server::Task> reader;
    std::deque<server::Task> tasks;
    std::unique_ptr<server::Engine> engine;
    server::Shard *shard = nullptr;
    std::optional<Time> due; // as the engine told
};

// A connection as the server sees it: keeps what is sent.
class Wire : public server::Connection {
public:
    void send(const QByteArray &head, const QByteArray &tail = {}) override { frames.push_back(head + tail); }
    qsizetype queuedBytes() const override { return queued; }
    void close() override { closed = true; }

    std::deque<QByteArray> frames;
    qsizetype queued = 0;
    bool closed = false;
};

// A client that says what the test tells it to, in bytes.
class ScriptedClient {
public:
    ScriptedClient(ServerWorld &world, PersonId person) : world(world), person(person) { connect(); }
    ~ScriptedClient() { session->disconnected(); }

    void connect()
    {
        wire = std::make_shared<Wire>();
        session = world.shard->connect(wire);
        heard.clear();
    }
    // Up to the answer of `resume`.
    AuthOk signIn(const QList<ScopeCoverage> &have = {}, const QList<LaneId> &lanes = {})
    {
        tell(Hello{protocol::version, {}});
        tell(Auth{person.toString(), lanes});
        (void)got<Welcome>();
        const AuthOk ok = got<AuthOk>();
        tell(Resume{have});
        return ok;
    }

    template<class M>
    void say(const M &message) // and nothing else happens yet
    {
        session->received(encode(Message(message)));
    }
    template<class M>
    void tell(const M &message)
    {
        say(message);
        world.turn();
    }

    void listen()
    {
        for (; !wire->frames.empty(); wire->frames.pop_front()) {
            const auto messages = decode(wire->frames.front());
            for (const Message &message : *messages)
                heard.push_back(message);
        }
    }
    template<class M>
    M got()
    {
        listen();
        const auto at = std::find_if(heard.begin(), heard.end(), [](const Message &m) { return std::holds_alternative<M>(m); });
        if (at == heard.end()) {
            QTest::qFail(QByteArray("the server must have said ") + M::name, __FILE__, __LINE__);
            return M{};
        }
        const M message = std::get<M>(*at);
        heard.erase(at);
        return message;
    }
    template<class M>
    QList<M> allGot()
    {
        listen();
        QList<M> all;
        for (const Message &message : heard) {
            if (const auto *match = std::get_if<M>(&message))
                all.append(*match);
        }
        std::erase_if(heard, [](const Message &m) { return std::holds_alternative<M>(m); });
        return all;
    }
    template<class M>
    bool hasGot()
    {
        listen();
        return std::any_of(heard.begin(), heard.end(), [](const Message &m) { return std::holds_alternative<M>(m); });
    }
    void forget()
    {
        listen();
        heard.clear();
    }

    // One request and its answer, of whatever type.
    template<class R>
    Message asks(R request)
    {
        forget();
        request.req = ++lastReq;
        tell(request);
        listen();
        return heard.empty() ? Message() : heard.front();
    }
    Rows pulls(qint64 from, qint64 to, qint64 d, const ScopeId &scope = group)
    {
        return rowsOf(asks(Pull{0, scope, world.info(scope).epoch, {}, from, to, d, from}));
    }
    Rows opensWindow(qint64 from, qint64 to, qint64 d, qint64 limit = 0, const ScopeId &scope = group)
    {
        return rowsOf(asks(Window{0, scope, world.info(scope).epoch, {}, from, to, d, limit, 0}));
    }
    static Rows rowsOf(const Message &answer)
    {
        if (const auto *rows = std::get_if<Rows>(&answer))
            return *rows;
        QTest::qFail(qPrintable(QStringLiteral("rows expected, not ") + nameOf(answer)), __FILE__, __LINE__);
        return {};
    }

    // The next operation of the client's lane.
    Message performs(const Operation &op)
    {
        return sends(lane, ++number, op);
    }
    Message sends(LaneId in, qint64 as, const Operation &op, bool isVoid = false)
    {
        forget();
        tell(Op{in, as, op.id, isVoid ? QByteArray() : encodeOperation(op), isVoid});
        for (const Message &message : heardNow()) {
            if (std::holds_alternative<OpOk>(message) || std::holds_alternative<OpNo>(message))
                return message;
        }
        QTest::qFail("every operation has an answer", __FILE__, __LINE__);
        return {};
    }
    OpOk accepted(const Operation &op) { return okOf(performs(op)); }
    static OpOk okOf(const Message &answer)
    {
        if (const auto *ok = std::get_if<OpOk>(&answer))
            return *ok;
        const auto *no = std::get_if<OpNo>(&answer);
        QTest::qFail(qPrintable(QStringLiteral("op_ok expected: ") + (no ? no->why : QString())), __FILE__, __LINE__);
        return {};
    }
    static QString whyOf(const Message &answer)
    {
        const auto *no = std::get_if<OpNo>(&answer);
        return no ? no->why : QStringLiteral("(accepted)");
    }
    std::deque<Message> heardNow()
    {
        listen();
        return heard;
    }

    ServerWorld &world;
    PersonId person;
    std::shared_ptr<Wire> wire;
    std::shared_ptr<server::Session> session;
    std::deque<Message> heard;
    LaneId lane{uuid(0x6001)};
    qint64 number = 0;
    qint64 lastReq = 0;
};

inline QMap<qint64, Uuid> idsByRev(const Rows &rows)
{
    QMap<qint64, Uuid> ids;
    const auto batch = Batch::unpack(rows.batch);
    for (const WireRow &row : batch->rows())
        ids.insert(row.rev, row.id);
    return ids;
}

inline bool has(const Rows &rows, quint32 n, bool deleted = false)
{
    const auto batch = Batch::unpack(rows.batch);
    return std::any_of(batch->rows().begin(), batch->rows().end(),
                       [&](const WireRow &row) { return row.id == uuid(n) && row.deleted == deleted; });
}

// A whole client on a whole server; the network is two queues that the test empties.
class LinkedClient : public sync::MachineSink {
public:
    LinkedClient(ServerWorld &world, PersonId person, const QString &folder = {})
        : world(world), person(person), folder(folder)
    {
        openFiles();
    }
    ~LinkedClient() override
    {
        cut();
    }
    void openFiles()
    {
        machine.reset();
        cache.reset();
        outbox.reset();
        const auto path = [this](const char *name) {
            return folder.isEmpty() ? QStringLiteral(":memory:") : folder + u'/' + QLatin1String(name);
        };
        cache = store::Cache::open(path("cache.db")).value();
        outbox = store::Outbox::open(path("outbox.db"), world.random).value();
        if (!cache->setIdentity({{}, {}, {}, person, {}}))
            qFatal("the cache cannot be written");
        machine = std::make_unique<sync::SyncMachine>(*cache, *outbox, world.clock, world.random, *this);
        if (!machine->load(person))
            qFatal("the files cannot be read");
    }
    void connect()
    {
        cut();
        wire = std::make_shared<Wire>();
        session = world.shard->connect(wire);
        machine->connected(person.toString(), QStringLiteral("test"));
    }
    void cut()
    {
        if (session)
            session->disconnected();
        session.reset();
        wire.reset();
        toServer.clear();
        if (machine)
            machine->disconnected();
    }
    // One turn of everything; false if nothing moved.
    bool exchange()
    {
        bool moved = false;
        while (session && !toServer.empty()) {
            const QByteArray frame = std::move(toServer.front());
            toServer.pop_front();
            ++frames;
            session->received(frame);
            moved = true;
        }
        world.turn();
        while (wire && !wire->frames.empty()) {
            const QByteArray frame = std::move(wire->frames.front());
            wire->frames.pop_front();
            machine->received(frame);
            moved = true;
        }
        return moved;
    }
    // Until nothing moves any more; a failure of the test if that takes too long.
    void settle()
    {
        for (int round = 0; round < 500; ++round) {
            if (!exchange())
                return;
        }
        QTest::qFail("client and server never come to rest", __FILE__, __LINE__);
    }
    void write(const Operation &op)
    {
        QVERIFY(outbox->append({op}));
        machine->outboxChanged();
    }

    void send(const QByteArray &frame) override { toServer.push_back(frame); }
    void changed(const store::ChangeSet &) override { }
    void progressed(const sync::Progress &) override { }
    void end(sync::End why, const QString &, qint64) override { ends.append(why); }

    ServerWorld &world;
    PersonId person;
    QString folder;
    std::unique_ptr<store::Cache> cache;
    std::unique_ptr<store::Outbox> outbox;
    std::unique_ptr<sync::SyncMachine> machine;
    std::shared_ptr<Wire> wire;
    std::shared_ptr<server::Session> session;
    std::deque<QByteArray> toServer;
    int frames = 0; // said by the client so far
    QList<sync::End> ends;
};

} // namespace parvis::test
