#include "client/client_private.h"

namespace parvis::client {

namespace {

constexpr qint64 wideEveryMs = 200;

// Tokens belong to the sync thread: the question goes there, the answer comes back to the one who asked.
TransferWorker::AskToken tokenFrom(SyncWorker *sync, TransferWorker *const *asker)
{
    return [sync, asker](bool refused, const TransferWorker::Token &answer) {
        TransferWorker *worker = *asker;
        QMetaObject::invokeMethod(
            sync,
            [sync, worker, refused, answer] {
            if (refused)
                sync->account().accessRefused();
            sync->account().access([worker, answer](const tl::expected<QString, AccessFailure> &token) {
                const base::Result<QString> result = token ? base::Result<QString>(*token) : base::fail(token.error().error);
                QMetaObject::invokeMethod(worker, [answer, result] { answer(result); }, Qt::QueuedConnection);
            });
        },
            Qt::QueuedConnection);
    };
}

} // namespace

Client::Private::Private(const ProfileFolder &profile, const Options &options)
    : folder(profile),
      writer(new WriteWorker(profile, clock, random, connected)),
      sync(new SyncWorker(profile, options, clock, random, connected)),
      transfers(new TransferWorker(profile, clock, random, tokenFrom(sync, &transfers))),
      copies(new WorkingCopies(profile, clock, random, connected, saveOnWriter(writer, &copies), {})),
      blobsDir(profile.blobs())
{
    sync->moveToThread(&syncThread);
    transfers->moveToThread(&transferThread);
    transferThread.setObjectName(QStringLiteral("files"));
    QObject::connect(&transferThread, &QThread::finished, transfers, &QObject::deleteLater);
    QObject::connect(writer, &WriteWorker::appended, transfers, &TransferWorker::changed);
    QObject::connect(sync, &SyncWorker::committed, transfers, &TransferWorker::changed);
    QObject::connect(sync, &SyncWorker::lineChanged, transfers, &TransferWorker::setLine);
    QObject::connect(transfers, &TransferWorker::moved, sync, &SyncWorker::outboxAppended);
    copies->moveToThread(&transferThread);
    QObject::connect(&transferThread, &QThread::finished, copies, &QObject::deleteLater);
    QObject::connect(writer, &WriteWorker::appended, copies, &WorkingCopies::changed);
    QObject::connect(sync, &SyncWorker::committed, copies, &WorkingCopies::changed);
    QObject::connect(copies, &WorkingCopies::moved, sync, &SyncWorker::outboxAppended);
    writer->moveToThread(&writerThread);
    syncThread.setObjectName(QStringLiteral("sync"));
    writerThread.setObjectName(QStringLiteral("writer"));
    for (Room &room : readers) {
        room.worker = new ReadWorker(profile.cache(), profile.outbox());
        room.worker->moveToThread(&room.thread);
        room.thread.setObjectName(QStringLiteral("reader"));
        QObject::connect(&room.thread, &QThread::finished, room.worker, &QObject::deleteLater);
    }
    readers[0].thread.start();
    // Beside the opening of the files by the sync thread; a profile that is new or of an older version is too early then.
    QMetaObject::invokeMethod(readers[0].worker, [worker = readers[0].worker] { (void)worker->open(); });
    QObject::connect(&syncThread, &QThread::finished, sync, &QObject::deleteLater);
    QObject::connect(&writerThread, &QThread::finished, writer, &QObject::deleteLater);
    QObject::connect(writer, &WriteWorker::appended, sync, &SyncWorker::outboxAppended);
    syncThread.start();
    writerThread.start();
}

void Client::Private::carryFiles()
{
    if (!transferThread.isRunning())
        transferThread.start();
}

void Client::Private::readOnTwo()
{
    if (!readers[1].thread.isRunning())
        readers[1].thread.start();
}

Client::Private::~Private()
{
    // What is being written is finished first, then the line ends.
    writerThread.quit();
    writerThread.wait();
    if (syncThread.isRunning())
        QMetaObject::invokeMethod(sync, &SyncWorker::shutdown, Qt::BlockingQueuedConnection);
    // After the line, so that it has heard of everything that went.
    if (transferThread.isRunning()) {
        QMetaObject::invokeMethod(transfers, &TransferWorker::finish, Qt::BlockingQueuedConnection);
        QMetaObject::invokeMethod(copies, &WorkingCopies::finish, Qt::BlockingQueuedConnection);
        transferThread.quit();
        transferThread.wait();
    } else {
        delete transfers; // their thread never began
        delete copies;
    }
    syncThread.quit();
    for (Room &room : readers)
        room.thread.quit();
    syncThread.wait();
    for (Room &room : readers) {
        room.thread.wait();
        if (!room.thread.isFinished())
            delete room.worker; // its thread never began
    }
}

Client::Client(std::unique_ptr<Private> priv) : d(std::move(priv))
{
    connect(d->writer, &WriteWorker::appended, this, [this](const store::ChangeSet &changes) { gather(changes); });
    connect(d->transfers, &TransferWorker::moved, this, [this](const store::ChangeSet &changes) { gather(changes); });
    connect(d->copies, &WorkingCopies::moved, this, [this](const store::ChangeSet &changes) { gather(changes); });
    connect(d->sync, &SyncWorker::committed, this, [this](const store::ChangeSet &changes) { gather(changes); });
    connect(d->sync, &SyncWorker::stateChanged, this, [this](const SyncState &state) {
        d->state = state;
        Q_EMIT stateChanged(state);
    });
    connect(d->sync, &SyncWorker::identityChanged, this,
            [this](const std::optional<store::Identity> &identity, const QString &secretKind) {
        d->identity = identity;
        d->secretKind = secretKind;
        for (Private::Room &room : d->readers)
            QMetaObject::invokeMethod(room.worker, &ReadWorker::reopen, Qt::QueuedConnection);
        QMetaObject::invokeMethod(d->writer, &WriteWorker::reopen, Qt::QueuedConnection);
        QMetaObject::invokeMethod(d->transfers, &TransferWorker::reopen, Qt::QueuedConnection);
        const auto me = identity ? std::optional(identity->person) : std::nullopt;
        QMetaObject::invokeMethod(
            d->copies,
            [copies = d->copies, me] {
                copies->setPerson(me);
                copies->reopen();
            },
            Qt::QueuedConnection);
    });
}

Client::~Client() = default;

base::Result<std::unique_ptr<Client>> Client::open(const Options &options)
{
    qRegisterMetaType<store::ChangeSet>();
    qRegisterMetaType<SyncState>();
    const auto folder = ProfileFolder::open(options.profileDir);
    if (!folder)
        return base::fail(folder.error());
    auto priv = std::make_unique<Private>(*folder, options);
    base::Result<SyncWorker::Opened> opened;
    SyncWorker *sync = priv->sync;
    QMetaObject::invokeMethod(sync, [&] { opened = sync->open(); }, Qt::BlockingQueuedConnection);
    if (!opened)
        return base::fail(opened.error());
    priv->identity = opened->identity;
    priv->state = opened->state;
    priv->secretKind = opened->secretKind;
    priv->offline = options.offline;
    if (priv->identity)
        priv->copies->setPerson(priv->identity->person); // its thread has not begun
    return std::unique_ptr<Client>(new Client(std::move(priv)));
}

// One signal a turn of the event loop, however many commits there were; while a first sync pours in, which makes the views
// read everything again, a few in a second.
void Client::gather(const store::ChangeSet &changes)
{
    d->gathered.merge(changes);
    if (d->gathered.wide && !d->gathered.outbox) {
        const qint64 early = d->wideToldMs + wideEveryMs - d->clock.monotonicMs();
        if (early > 0) {
            if (d->tellLater == 0)
                d->tellLater = d->timers.after(early, [this] { tell(); });
            return;
        }
    }
    if (!std::exchange(d->tellQueued, true))
        QMetaObject::invokeMethod(this, &Client::tell, Qt::QueuedConnection);
}

void Client::tell()
{
    d->tellQueued = false;
    d->timers.cancel(std::exchange(d->tellLater, 0));
    const store::ChangeSet changes = std::exchange(d->gathered, {});
    if (changes.isEmpty())
        return;
    if (changes.wide)
        d->wideToldMs = d->clock.monotonicMs();
    Q_EMIT changed(changes);
}

std::optional<store::Identity> Client::identity() const
{
    return d->identity;
}

SyncState Client::state() const
{
    return d->state;
}

QString Client::secretKind() const
{
    return d->secretKind;
}

Client::Answer<store::Identity> Client::signIn(const QString &server, const QString &user, const QString &password,
                                               const QString &deviceName)
{
    auto promise = makePromise<store::Identity>();
    auto future = promise->future();
    d->readOnTwo();
    QMetaObject::invokeMethod(
        d->sync, [=, sync = d->sync] { sync->signIn(server, user, password, deviceName, promise); }, Qt::QueuedConnection);
    return future;
}

Client::Answer<void> Client::signOut()
{
    auto promise = makePromise<void>();
    auto future = promise->future();
    d->carryFiles();
    QMetaObject::invokeMethod(
        d->copies,
        [=, sync = d->sync, copies = d->copies] {
            copies->takeAll([=](int left) {
                if (left > 0)
                    return answer<void>(
                        promise,
                        base::fail(
                            base::ErrorKind::Conflict, QStringLiteral("sign-out"),
                            QStringLiteral("%1 documents that are open in other programs were changed, and cannot be "
                                           "sent: see why, or put what you want to keep elsewhere")
                                .arg(left)));
                QMetaObject::invokeMethod(
                    sync, [=] { sync->signOut(false, promise); }, Qt::QueuedConnection);
            });
        },
        Qt::QueuedConnection);
    return future;
}

Client::Answer<void> Client::forceSignOut()
{
    auto promise = makePromise<void>();
    auto future = promise->future();
    QMetaObject::invokeMethod(d->sync, [=, sync = d->sync] { sync->signOut(true, promise); }, Qt::QueuedConnection);
    return future;
}

Client::Answer<void> Client::changePassword(const QString &oldPassword, const QString &newPassword)
{
    return d->account<void>([=](Account &account, const Account::Done<void> &done) {
        account.changePassword(oldPassword, newPassword, done);
    });
}

Client::Answer<QList<Client::Device>> Client::devices()
{
    const Uuid current = d->identity ? d->identity->device.uuid() : Uuid();
    return d->account<QList<Device>>([current](Account &account, const Account::Done<QList<Device>> &done) {
        account.devices([current, done](const base::Result<QList<transport::RemoteDevice>> &remote) {
            if (!remote)
                return done(base::fail(remote.error()));
            QList<Device> devices;
            for (const transport::RemoteDevice &each : *remote)
                devices.append({each.id.uuid(), each.name, each.createdAt, each.lastSeen, each.id.uuid() == current});
            done(devices);
        });
    });
}

Client::Answer<void> Client::revokeDevice(const Uuid &id)
{
    return d->account<void>([id](Account &account, const Account::Done<void> &done) {
        account.revokeDevice(model::DeviceId(id), done);
    });
}

void Client::expectStart()
{
    // Not where signing in has connected already: the worker tells a state only when it is another.
    if (d->identity && !d->offline && d->state.phase == SyncState::Offline) {
        d->state.phase = SyncState::Connecting; // until the line has been tried
        d->state.complete = false;
    }
}

void Client::start()
{
    d->readOnTwo();
    expectStart();
    d->carryFiles();
    QMetaObject::invokeMethod(d->copies, &WorkingCopies::begin, Qt::QueuedConnection);
    QMetaObject::invokeMethod(d->sync, &SyncWorker::start, Qt::QueuedConnection);
}

void Client::setStayOffline(bool offline)
{
    QMetaObject::invokeMethod(d->sync, [sync = d->sync, offline] { sync->setStayOffline(offline); }, Qt::QueuedConnection);
}

void Client::reconnectNow()
{
    QMetaObject::invokeMethod(d->sync, &SyncWorker::reconnectNow, Qt::QueuedConnection);
}

Client::Answer<void> Client::freeSpace()
{
    return ask<void>(d->sync, [](SyncWorker &worker) { return worker.freeSpace(); });
}

void Client::probe()
{
    QMetaObject::invokeMethod(d->sync, &SyncWorker::probe, Qt::QueuedConnection);
}

void Client::focus(const ScopeId &scope)
{
    QMetaObject::invokeMethod(d->sync, [sync = d->sync, scope] { sync->focus(scope); }, Qt::QueuedConnection);
}

} // namespace parvis::client
