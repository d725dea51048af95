#include "bench/bare_server.h"
#include "bench/rows/rows.h"
#include "bench/swarm.h"

#include "protocol/codec.h"
#include "protocol/rows.h"

#include <QCoreApplication>

#include <chrono>
#include <thread>

// The real server with thousands of clients: what an idle one costs it, and how fast a burst reaches them all.

namespace parvis::bench {

namespace {

// Posts of one member of the swarm, numbered on in its lane.
class Poster {
public:
    explicit Poster(const CompanyServer &server)
        : m_server(server), m_corpus(1, server.company().people, 31), m_dice(37), m_lane(m_dice.uuidAt(Corpus::startUs))
    { }

    // Records of `count` new posts, to be sent as one message.
    QByteArray burst(int count)
    {
        QByteArray records;
        while (count > 0) {
            Item item = m_corpus.next();
            if (item.kind != model::Kind::Post)
                continue;
            --count;
            std::get<model::Post>(item.entity).author = m_server.company().reader();
            std::get<model::Post>(item.entity).pinned = false;
            model::Operation op;
            op.id = model::OpId(m_dice.uuidAt(item.at));
            op.scope = m_server.company().scope(0);
            op.entity = item.id;
            op.changes = model::creationChanges(item.entity);
            op.at = {item.at};
            protocol::append(records, protocol::Op{m_lane, ++m_number, op.id, protocol::encodeOperation(op), false});
        }
        return records;
    }

private:
    const CompanyServer &m_server;
    Corpus m_corpus;
    Dice m_dice;
    model::LaneId m_lane;
    qint64 m_number = 0;
};

// The first post is seen by all: whatever was to be told before has been told.
void settle(Swarm &swarm, Poster &poster)
{
    swarm.send(0, poster.burst(1));
    swarm.run([&] { return swarm.highest() > 0; });
    const qint64 rev = swarm.highest();
    swarm.watch(rev);
    swarm.run([&] { return swarm.watched() == swarm.size(); });
}

} // namespace

Outcome measureConnMemory(const Settings &settings)
{
    const int warm = 200;
    const int counted = int(settings.items(2'000, 200));
    const CompanyServer server(settings);
    Swarm swarm;
    Poster poster(server);
    constexpr auto quiet = std::chrono::seconds(2);
    swarm.join(server, warm);
    settle(swarm, poster);
    std::this_thread::sleep_for(quiet);
    const Memory before = memoryOf(server.pid());
    swarm.join(server, counted);
    settle(swarm, poster);
    std::this_thread::sleep_for(quiet);
    const Memory after = memoryOf(server.pid());
    Outcome outcome;
    outcome.value = (after.anonymous - before.anonymous) / counted;
    outcome.unit = QStringLiteral("KiB");
    outcome.also = {{QStringLiteral("connections"), double(counted)},
                    {QStringLiteral("server_mb"), after.anonymous * 1024 / 1e6}};
    outcome.met = outcome.value <= 8;
    return outcome;
}

Outcome measureFanout8k(const Settings &settings)
{
    constexpr int posts = 50;
    const int clients = int(settings.items(8'000, 200));
    raiseDescriptorLimit();
    const CompanyServer server(settings);
    Swarm ours;
    Poster poster(server);
    ours.join(server, clients);
    settle(ours, poster);

    Child bareServer(QCoreApplication::applicationFilePath(), {QStringLiteral("--bare-server")});
    const quint16 barePort = quint16(bareServer.readLine(10).toUInt());
    Swarm bare;
    bare.joinBare(barePort, clients);
    Swarm control;
    control.joinBare(barePort, 1);

    qint64 rev = ours.highest();
    std::vector<double> messages;
    const auto runOurs = [&] {
        const QByteArray burst = poster.burst(posts);
        rev += posts;
        ours.record(1);
        ours.watch(rev);
        const Stopwatch watch;
        ours.send(0, burst);
        ours.run([&] { return ours.watched() == ours.size(); });
        const Spent spent = watch.spent();
        messages.push_back(double(ours.recorded().size()));
        return spent;
    };
    runOurs(); // tells how the server joins them
    const auto runFloor = [&] {
        qint64 bytes = 0;
        for (const QByteArray &message : ours.recorded())
            bytes += message.size();
        bare.watchBytes(bytes);
        const QByteArray order = fanoutMessage(ours.recorded());
        const Stopwatch watch;
        control.sendRaw(0, order);
        bare.run([&] { return bare.bytesReached() == bare.size(); });
        return watch.spent();
    };
    const Pairs runs = interleaved(settings.pairs(), runFloor, runOurs);
    const double deliveries = double(posts) * double(clients);
    Outcome outcome;
    outcome.value = deliveries / runs.oursWall();
    outcome.unit = QStringLiteral("rows/s");
    outcome.floor = deliveries / runs.floorWall();
    outcome.setRatio(runs.speed());
    outcome.pairs = int(runs.ours.size());
    outcome.also = {{QStringLiteral("burst_ms"), runs.oursWall() * 1e3},
                    {QStringLiteral("floor_burst_ms"), runs.floorWall() * 1e3},
                    {QStringLiteral("messages_a_burst"), median(messages)},
                    {QStringLiteral("connections"), double(clients)},
                    {QStringLiteral("pulls"), double(ours.pulls())}};
    outcome.met = *outcome.ratio >= 0.8;
    return outcome;
}

} // namespace parvis::bench
