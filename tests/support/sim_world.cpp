#include "support/sim_world.h"

#include "protocol/rows.h"
#include "server/op_context.h"
#include "server/range_reader.h"

#include <QSet>

namespace parvis::sim {

using namespace model;

namespace {

// The server's end of a pipe.
class SimConnection : public server::Connection {
public:
    explicit SimConnection(std::weak_ptr<Pipe> pipe) : m_pipe(std::move(pipe)) { }
    void send(const QByteArray &head, const QByteArray &tail) override
    {
        if (const auto pipe = m_pipe.lock(); pipe && pipe->open)
            pipe->toClient.push_back(head + tail);
    }
    qsizetype queuedBytes() const override
    {
        qsizetype bytes = 0;
        if (const auto pipe = m_pipe.lock()) {
            for (const QByteArray &each : pipe->toClient)
                bytes += each.size();
        }
        return bytes;
    }
    void close() override { }

private:
    std::weak_ptr<Pipe> m_pipe;
};

} // namespace

Operation World::newOperation(Kind kind, Action action, const ScopeId &scope, const Uuid &entity)
{
    Operation op;
    op.id = OpId(base::newUuid(clock, random));
    op.kind = kind;
    op.action = action;
    op.scope = scope;
    op.entity = entity;
    op.at = clock.now();
    return op;
}

SimClient::SimClient(World &world, PersonId person, QString folder)
    : world(world), person(person), folder(std::move(folder))
{
    QDir().mkpath(this->folder);
    openFiles();
}

SimClient::~SimClient() = default;

void SimClient::openFiles()
{
    cache = std::move(*store::Cache::open(folder + QStringLiteral("/cache.db")));
    outbox = std::move(*store::Outbox::open(folder + QStringLiteral("/outbox.db"), world.random));
    machine = std::make_unique<sync::SyncMachine>(*cache, *outbox, world.clock, world.random, *this);
    const auto loaded = machine->load(person);
    Q_ASSERT(loaded.has_value());
}

void SimClient::kill()
{
    cut();
    machine.reset();
    outbox.reset();
    cache.reset();
}

void SimClient::connect()
{
    if (!machine || pipe || !world.serverRuns())
        return;
    pipe = std::make_shared<Pipe>();
    pipe->open = true;
    pipe->session = world.shard->connect(std::make_shared<SimConnection>(pipe));
    machine->connected(person.toString(), QStringLiteral("sim"));
}

void SimClient::cut()
{
    if (!pipe)
        return;
    pipe->open = false;
    if (pipe->session)
        pipe->session->disconnected();
    pipe.reset();
    if (machine)
        machine->disconnected();
}

void SimClient::append(const Operation &op, const std::optional<store::Upload> &upload)
{
    const auto done = upload ? outbox->append({op}, *upload) : outbox->append({op});
    Q_ASSERT(done.has_value());
    static const QSet<Kind> counted{Kind::Post,   Kind::Comment,  Kind::ScheduledPost,
                                    Kind::Folder, Kind::Document, Kind::Version};
    if (op.action == Action::Create && counted.contains(op.kind))
        world.promised.append(op.entity);
    machine->outboxChanged();
}

QByteArray SimClient::dump(const std::optional<ScopeId> &scope)
{
    const auto reader = store::Reader::open(folder + QStringLiteral("/cache.db"), folder + QStringLiteral("/outbox.db"));
    if (!reader)
        return reader.error().detail.toUtf8();
    const auto json = (*reader)->dump(scope);
    return json ? *json : json.error().detail.toUtf8();
}

void SimClient::send(const QByteArray &frame)
{
    if (pipe && pipe->open)
        pipe->toServer.push_back(frame);
}

void SimClient::end(sync::End why, const QString &detail, qint64)
{
    world.log.append(QStringLiteral("end %1 %2").arg(int(why)).arg(detail));
    ends.append(why);
    wantsEnd = true;
}

World::World(quint64 seed, int people) : random(seed), store(server::makeMemoryRowStore())
{
    makeCompany(people);
    startServer();
    for (size_t i = 0; i < persons.size(); ++i)
        clients.push_back(std::make_unique<SimClient>(*this, persons[i], folder.filePath(QString::number(i))));
}

World::~World()
{
    clients.clear();
    tasks.clear();
}

void World::makeCompany(int people)
{
    const server::Env env{clock, random};
    const auto view = store->write();
    (void)server::createCompany(*view, Company{QStringLiteral("Sim"), {}, {}}, env);
    for (int i = 0; i < people; ++i) {
        Person person;
        person.handle = QStringLiteral("p%1").arg(i);
        person.fullName = QStringLiteral("Person %1").arg(i);
        persons.push_back(*server::createPerson(*view, person, env));
    }
    for (int i = 0; i < 3; ++i) {
        Group group;
        group.handle = QStringLiteral("g%1").arg(i);
        group.title = group.handle;
        group.visibility = Visibility::Public;
        groups.push_back(*server::createGroup(*view, group, env));
        for (size_t p = 0; p < persons.size(); ++p)
            (void)server::addMember(*view, groups.back(), persons[p], p == 0 ? Role::Owner : Role::Member, env);
    }
    view->commit();
}

void World::startServer()
{
    const auto post = [this](server::Task task) { tasks.push_back(std::move(task)); };
    engine = std::make_unique<server::Engine>(server::Engine::Parts{
        *store, clock, random, post, post,
        [](const QString &token) -> base::Result<server::AuthStore::Session> {
            return server::AuthStore::Session{PersonId(*Uuid::fromString(token)), {}, {}};
        },
        [this](std::optional<base::Time> next) { due = next; }});
    due = engine->firstDue();
    shard = &engine->addShard(post);
}

void World::killServer()
{
    for (const auto &client : clients) {
        if (client->pipe)
            client->pipe->session.reset();
        client->cut();
    }
    tasks.clear();
    due.reset();
    shard = nullptr;
    engine.reset();
}

void World::publishDue()
{
    if (!engine || !due || *due > clock.now())
        return;
    due.reset();
    engine->publishDue();
}

bool World::deliverOne()
{
    std::vector<std::function<void()>> possible;
    if (!tasks.empty())
        possible.push_back([this] {
            const server::Task task = std::move(tasks.front());
            tasks.pop_front();
            task();
        });
    for (const auto &client : clients) {
        const auto pipe = client->pipe;
        if (!pipe)
            continue;
        if (!pipe->toServer.empty())
            possible.push_back([pipe] {
                const QByteArray frame = std::move(pipe->toServer.front());
                pipe->toServer.pop_front();
                pipe->session->received(frame);
            });
        if (!pipe->toClient.empty())
            possible.push_back([pipe, client = client.get()] {
                const QByteArray frame = std::move(pipe->toClient.front());
                pipe->toClient.pop_front();
                if (pipe->toClient.empty() && pipe->session)
                    pipe->session->drained();
                client->machine->received(frame);
            });
    }
    if (possible.empty())
        return false;
    possible[size_t(random.below(possible.size()))]();
    for (const auto &client : clients) {
        if (std::exchange(client->wantsEnd, false))
            client->cut();
    }
    return true;
}

void World::randomWrite(SimClient &client)
{
    const GroupId group = groups[size_t(random.below(groups.size()))];
    const ScopeId scope = ScopeId::group(group);
    const auto reader = store::Reader::open(client.folder + QStringLiteral("/cache.db"),
                                            client.folder + QStringLiteral("/outbox.db"));
    if (!reader)
        return;
    store::FeedQuery query;
    query.what = store::FeedQuery::Group;
    query.id = group.uuid();
    query.limit = 20;
    const auto feed = (*reader)->feed(query);
    const bool any = feed && !feed->isEmpty();
    const auto pick = [&] { return feed->at(qsizetype(random.below(quint64(feed->size())))); };
    const QString text = QStringLiteral("text %1").arg(random.below(1'000'000));
    const quint64 what = random.below(100);
    if (what < 6) {
        Operation op = newOperation(Kind::ScheduledPost, Action::Create, ScopeId::person(client.person),
                                    base::newUuid(clock, random));
        addChange(op, &ScheduledPost::place, scope.toString());
        addChange(op, &ScheduledPost::body, text);
        addChange(op, &ScheduledPost::at, clock.now().plusMs(qint64(random.below(20'000)) - 3000));
        scheduled.append({client.person, op.entity});
        return client.append(op);
    }
    if (what < 35 || !any) {
        Operation op = newOperation(Kind::Post, Action::Create, scope, base::newUuid(clock, random));
        addChange(op, &Post::body, text);
        return client.append(op);
    }
    const store::FeedItem item = pick();
    QList<OpId> depends;
    if (item.state == store::ItemState::Pending)
        depends = {item.op};
    if (what < 60) {
        Operation op = newOperation(Kind::Comment, Action::Create, scope, base::newUuid(clock, random));
        addChange(op, &Comment::post, PostId(item.id));
        addChange(op, &Comment::body, text);
        op.dependsOn = depends;
        return client.append(op);
    }
    if (what < 75) {
        const QString emoji = random.below(2) ? QStringLiteral("👍") : QStringLiteral("🎉");
        const bool on = random.below(3) > 0;
        Operation op = newOperation(Kind::Reaction, on ? Action::Create : Action::Delete, scope,
                                    reactionId(item.id, client.person, emoji));
        if (on) {
            addChange(op, &Reaction::target, item.id);
            addChange(op, &Reaction::post, PostId(item.id));
            addChange(op, &Reaction::emoji, emoji);
        }
        op.dependsOn = depends;
        return client.append(op);
    }
    if (what < 85 && item.author.id == client.person) {
        Operation op = newOperation(Kind::Post, Action::Change, scope, item.id);
        addChange(op, &Post::body, text);
        op.dependsOn = depends;
        return client.append(op);
    }
    if (what < 90 && item.author.id == client.person) {
        Operation op = newOperation(Kind::Post, Action::Delete, scope, item.id);
        op.dependsOn = depends;
        return client.append(op);
    }
    if (what < 95) {
        const QString place = scope.toString();
        Operation op = newOperation(Kind::ReadMark, Action::Create, ScopeId::person(client.person),
                                    readMarkId(place, client.person));
        addChange(op, &ReadMark::place, place);
        addChange(op, &ReadMark::upTo, item.order < store::pendingOrderBase ? item.order : qint64(1));
        return client.append(op);
    }
    // Leaving and coming back: the owner stays.
    if (client.person == persons[0])
        return;
    const bool join = random.below(2) == 0;
    Operation op = newOperation(Kind::Member, join ? Action::Create : Action::Delete, scope,
                                memberId(group, client.person));
    if (join)
        addChange(op, &Member::person, client.person);
    client.append(op);
}

void World::step(const Faults &faults)
{
    const quint64 dice = random.below(1000);
    clock.advanceMs(qint64(random.below(30)));
    publishDue();
    SimClient &client = *clients[size_t(random.below(clients.size()))];
    if (faults.cuts && dice < 15)
        return client.cut();
    if (faults.clientKills && dice < 22) {
        if (client.isRunning())
            client.kill();
        return;
    }
    if (faults.serverKills && dice < 26) {
        killServer();
        return;
    }
    if (faults.clockJumps && dice < 28) {
        clock.setNow(clock.now().plusMs(random.below(2) ? 3'600'000 : -3'600'000));
        return;
    }
    if (!serverRuns() && random.below(4) == 0)
        return startServer();
    if (!client.isRunning()) {
        client.openFiles();
        return;
    }
    if (!client.pipe && random.below(4) == 0)
        return client.connect();
    if (dice < 110)
        return randomWrite(client);
    if (dice < 160)
        return randomDocumentWrite(client);
    if (dice < 175)
        return endUploads(client);
    if (dice < 190) {
        client.machine->tick();
        return;
    }
    if (dice < 205)
        return readADocument();
    deliverOne();
}

bool World::isQuiet() const
{
    for (const auto &client : clients) {
        if (!client->progress.complete || !client->progress.flushed)
            return false;
    }
    return tasks.empty();
}

void World::calm()
{
    if (!serverRuns())
        startServer();
    for (const auto &client : clients) {
        if (!client->isRunning())
            client->openFiles();
    }
    for (int round = 0; round < 200'000; ++round) {
        for (const auto &client : clients) {
            client->connect();
            endUploads(*client);
        }
        publishDue();
        if (deliverOne())
            continue;
        if (isQuiet() && !due)
            return;
        clock.advanceMs(500);
        for (const auto &client : clients)
            client->machine->tick();
    }
}

QString World::coverageFault(SimClient &client)
{
    if (!client.isRunning())
        return {};
    const auto view = store->read();
    const auto states = client.cache->scopes();
    for (const store::ScopeState &state : *states) {
        const auto info = view->scope(state.scope);
        if (!info || info->epoch != state.epoch)
            continue;
        for (const store::Interval &each : state.covered) {
            if (each.hi > info->head)
                return QStringLiteral("%1 covered above the head").arg(state.scope.toString());
            const auto read = view->ascending(state.scope, each.lo, each.hi, {0, each.hi}, 1'000'000, qint64(1) << 40);
            for (const server::StoredRow &row : read.rows) {
                const auto held = client.cache->heldRev(state.scope, row.id);
                if (!row.deleted && (!held || *held != row.rev))
                    return QStringLiteral("%1: rev %2 is covered by (%3, %4] but held at %5")
                        .arg(state.scope.toString())
                        .arg(row.rev)
                        .arg(each.lo)
                        .arg(each.hi)
                        .arg(held ? *held : -1);
            }
        }
    }
    return {};
}

} // namespace parvis::sim
