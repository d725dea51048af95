#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "model/derived_ids.h"
#include "server/engine.h"
#include "server/people.h"
#include "store/reader.h"
#include "sync/sync_machine.h"

#include <QDir>
#include <QTemporaryDir>

#include <deque>

// A seeded world: one server without sockets, some clients with their files, and a network that delays, cuts and loses.
// Everything runs on one thread, in an order drawn from the seed: the same seed is the same history.
namespace parvis::sim {

using model::GroupId;
using model::OpId;
using model::PersonId;
using model::PostId;
using model::ScopeId;
using model::Uuid;

struct Faults {
    bool cuts = true;
    bool clientKills = true;
    bool serverKills = true;
    bool clockJumps = true;
};

class World;

// One end-to-end connection: two directions, each in order, cut at any byte boundary between messages.
struct Pipe {
    std::deque<QByteArray> toServer;
    std::deque<QByteArray> toClient;
    std::shared_ptr<server::Session> session;
    bool open = false;
};

class SimClient : public sync::MachineSink {
public:
    SimClient(World &world, PersonId person, QString folder);
    ~SimClient() override;

    void openFiles();  // as a process starts
    void kill();       // as kill -9 ends it: only the files are left
    bool isRunning() const { return machine != nullptr; }
    void connect();
    void cut();

    void append(const model::Operation &op, const std::optional<store::Upload> &upload = {});
    QByteArray dump(const std::optional<ScopeId> &scope);

    void send(const QByteArray &frame) override;
    void changed(const store::ChangeSet &) override { }
    void progressed(const sync::Progress &now) override { progress = now; }
    void end(sync::End why, const QString &detail, qint64 delayMs) override;

    World &world;
    PersonId person;
    QString folder;
    std::shared_ptr<Pipe> pipe;
    std::unique_ptr<store::Cache> cache;
    std::unique_ptr<store::Outbox> outbox;
    std::unique_ptr<sync::SyncMachine> machine;
    sync::Progress progress;
    QList<sync::End> ends;
    bool wantsEnd = false; // the machine asked for it: carried out after its call has returned
};

class World {
public:
    World(quint64 seed, int people);
    ~World();

    void startServer();
    void killServer();
    bool serverRuns() const { return engine != nullptr; }

    void step(const Faults &faults); // one thing happens
    void calm();                     // faults off: until nothing moves any more
    bool isQuiet() const;
    void randomWrite(SimClient &client);
    void randomDocumentWrite(SimClient &client); // sim_documents.cpp
    void readADocument();                        // the server writes down what stands in one
    void endUploads(SimClient &client);          // of all files that something waits for
    model::Operation newOperation(model::Kind kind, model::Action action, const ScopeId &scope, const Uuid &entity);

    // Every covered rev is held at exactly that rev, and nothing is covered that the person may not see. Returns what is
    // wrong, empty if nothing.
    QString coverageFault(SimClient &client);

    base::ManualClock clock;
    base::SeededRandom random;
    QTemporaryDir folder;
    std::unique_ptr<server::RowStore> store;
    std::deque<server::Task> tasks; // of the writer, the readers and the shard: one queue, one thread
    std::unique_ptr<server::Engine> engine;
    server::Shard *shard = nullptr;
    std::vector<std::unique_ptr<SimClient>> clients;
    std::vector<PersonId> persons;
    std::vector<GroupId> groups;
    QList<std::pair<PersonId, Uuid>> scheduled; // posts for later whose creation became durable
    std::optional<base::Time> due;              // as the engine told
    QList<Uuid> promised; // ids of posts and comments whose creation became durable in an outbox
    QStringList log;

private:
    void makeCompany(int people);
    bool deliverOne();
    void publishDue(); // as the server's timekeeper does
};

} // namespace parvis::sim
