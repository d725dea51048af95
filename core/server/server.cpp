#include "server/server.h"

#include "base/log.h"
#include "server/admin_socket.h"
#include "server/blobs/blob_access.h"
#include "server/blobs/blob_handler.h"
#include "server/data_folder.h"
#include "server/lineage.h"
#include "server/task_queue.h"
#include "server/text_keeper.h"
#include "store/database.h"

#include <future>

namespace parvis::server {

namespace {

constexpr qint64 comeBackWindowMs = 15'000; // over which clients spread their return
constexpr qint64 partingMs = 5'000;
constexpr auto maintenanceInterval = std::chrono::hours(24);
constexpr qint64 longestWaitUs = 60'000'000; // for something that is due: the system's clock may be set meanwhile

QString written(const QString &address, quint16 port)
{
    const QString host = address == u"localhost" ? QStringLiteral("127.0.0.1") : address;
    return QString(host.contains(':') ? "[%1]:%2" : "%1:%2").arg(host).arg(port);
}

} // namespace

struct Server::Private {
    Private(ServerOptions given, const Env &env_) : options(std::move(given)), env(env_) { }

    base::Result<void> write(std::function<base::Result<void>(WriteView &)> change);
    base::Result<void> onWriter(std::function<base::Result<void>()> work);
    void keepTime();
    void sweepBlobs();
    void dueAt(std::optional<base::Time> due);

    ServerOptions options;
    Env env;
    // Destroyed from the last to the first: nobody outlives what it uses.
    std::unique_ptr<DataFolder> folder;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<TaskQueue> writer;
    std::unique_ptr<TaskQueue> readers;
    std::unique_ptr<BlobHandler> blobs;
    std::unique_ptr<TextKeeper> texts;
    std::unique_ptr<Listener> listener;
    std::unique_ptr<AdminSocket> admin;
    std::mutex mutex;
    std::condition_variable wake;
    bool stopping = false;
    std::optional<base::Time> due; // of the next scheduled post
    bool dueMoved = false;
    std::thread timekeeper;
};

Server::Server(ServerOptions options, const Env &env) : d(std::make_unique<Private>(std::move(options), env)) { }

Server::~Server()
{
    stop();
}

base::Result<QString> Server::start()
{
    auto folder = DataFolder::open(d->options.dataDir, d->env, d->options.hashCost, d->options.blobs);
    if (!folder)
        return base::fail(folder.error());
    d->folder = std::move(*folder);
    AuthStore &auth = d->folder->auth();
    const auto company = store::guarded([&] {
        return entityOf<model::Company>(*d->folder->rows().read(), ScopeId::company(), d->folder->company().uuid());
    });
    if (!company)
        return base::fail(company.error());

    d->writer = std::make_unique<TaskQueue>(1);
    d->readers = std::make_unique<TaskQueue>(std::max(1, d->options.readers));
    d->engine = std::make_unique<Engine>(Engine::Parts{
        d->folder->rows(), d->env.clock, d->env.random, [this](Task task) { d->writer->post(std::move(task)); },
        [this](Task task) { d->readers->post(std::move(task)); },
        [&auth](const QString &token) { return auth.checkAccess(token); },
        [this](std::optional<base::Time> due) { d->dueAt(due); },
        [this](const ScopeId &group, const Uuid &document) {
            if (d->texts)
                d->texts->versionCame(group, document);
        }});
    auth.onRevoked([this](PersonId person, DeviceId device) { d->engine->closeSessions(person, device); });

    d->blobs = std::make_unique<BlobHandler>(BlobHandler::Parts{d->folder->blobs(), d->folder->rows(), auth, d->env.clock,
                                                                [this](auto change) { return d->write(std::move(change)); }});
    if (!d->options.textProgram.isEmpty()) {
        d->texts = std::make_unique<TextKeeper>(TextKeeper::Parts{
            d->folder->rows(), d->folder->blobs(), d->env, [this](auto change) { return d->write(std::move(change)); },
            d->options.textProgram, d->options.dataDir + QStringLiteral("/reading")});
    }
    d->listener = std::make_unique<Listener>(
        d->options.listen,
        Listener::Parts{[this](Post post) -> Shard & { return d->engine->addShard(std::move(post)); }, auth,
                        d->env.clock, *company ? (*company)->name : QString(), d->folder->company(), d->blobs.get()});
    const auto port = d->listener->start();
    if (!port) {
        stop();
        return base::fail(port.error());
    }
    if (d->options.adminSocket) {
        auto admin = AdminSocket::listen(d->options.dataDir, [this](const CommandRequest &request, QIODevice &out) {
            AdminContext context{d->options.dataDir,
                                 d->folder->rows(),
                                 d->folder->auth(),
                                 d->folder->blobs(),
                                 d->env,
                                 [this](auto change) { return d->write(std::move(change)); },
                                 [this] {
                                     return d->onWriter(
                                         [this] { return advanceLineage(d->options.dataDir, d->folder->rows()); });
                                 }};
            return run(request, context, out);
        });
        if (!admin) {
            stop();
            return base::fail(admin.error());
        }
        d->admin = std::move(*admin);
    }
    d->due = d->engine->firstDue();
    d->timekeeper = std::thread([this] { d->keepTime(); });
    qCInfo(base::logServer, "listening on %s%s", qUtf8Printable(written(d->options.listen.address, *port)),
           d->listener->isTls() ? ", TLS" : "");
    return written(d->options.listen.address, *port);
}

// The engine commits and tells the sessions; the caller's thread waits.
base::Result<void> Server::Private::write(std::function<base::Result<void>(WriteView &)> change)
{
    std::promise<base::Result<void>> promise;
    engine->write(std::move(change), [&](base::Result<void> result) { promise.set_value(std::move(result)); });
    return promise.get_future().get();
}

base::Result<void> Server::Private::onWriter(std::function<base::Result<void>()> work)
{
    std::promise<base::Result<void>> promise;
    writer->post([&] { promise.set_value(work()); });
    return promise.get_future().get();
}

void Server::Private::dueAt(std::optional<base::Time> time)
{
    {
        const std::lock_guard lock(mutex);
        due = time;
        dueMoved = true;
    }
    wake.notify_all();
}

void Server::Private::sweepBlobs()
{
    const auto live = store::guarded([&] { return liveBlobs(*folder->rows().read()); });
    const auto dropped = live ? folder->blobs().sweep(*live) : base::Result<qint64>(base::fail(live.error()));
    if (!dropped)
        qCWarning(base::logServer, "%s: %s", qUtf8Printable(dropped.error().where), qUtf8Printable(dropped.error().detail));
}

// One thread for all that happens by the clock: daily maintenance, and scheduled posts.
void Server::Private::keepTime()
{
    using Steady = std::chrono::steady_clock;
    std::unique_lock lock(mutex);
    auto maintenance = Steady::now() + maintenanceInterval;
    while (!stopping) {
        auto until = maintenance;
        if (due) {
            const qint64 waitUs = std::clamp<qint64>(due->us - env.clock.now().us, 0, longestWaitUs);
            until = std::min(until, Steady::now() + std::chrono::microseconds(waitUs));
        }
        dueMoved = false;
        wake.wait_until(lock, until, [this] { return stopping || dueMoved; });
        if (stopping)
            return;
        if (due && due->us <= env.clock.now().us) {
            due = base::Time{env.clock.now().us + longestWaitUs}; // unless the engine tells of another after its commit
            engine->publishDue();
        }
        if (Steady::now() >= maintenance) {
            maintenance = Steady::now() + maintenanceInterval;
            writer->post([this] { engine->maintain(); });
            readers->post([this] { sweepBlobs(); });
        }
    }
}

void Server::stop()
{
    {
        const std::lock_guard lock(d->mutex);
        if (std::exchange(d->stopping, true))
            return;
    }
    d->wake.notify_all();
    if (d->timekeeper.joinable())
        d->timekeeper.join();
    d->admin.reset();
    if (d->engine)
        d->engine->goaway(comeBackWindowMs);
    if (d->listener)
        d->listener->stop(partingMs);
    if (d->folder)
        d->folder->auth().onRevoked({});
    if (d->blobs)
        d->blobs->finish();
    if (d->texts)
        d->texts->finish();
    // Readers may hand work to the writer, so the writer ends last; then nobody calls the engine any more.
    if (d->readers)
        d->readers->finish();
    if (d->writer)
        d->writer->finish();
    d->listener.reset();
    d->blobs.reset();
    d->texts.reset();
    d->engine.reset();
    d->folder.reset();
}

} // namespace parvis::server
