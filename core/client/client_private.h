#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "client/client.h"
#include "client/read_worker.h"
#include "client/sync_worker.h"
#include "client/transfer_worker.h"
#include "client/working_copies.h"
#include "client/write_worker.h"
#include "transport/timer_scheduler.h"

#include <QThread>

#include <array>
#include <atomic>

namespace parvis::client {

// The wiring: one worker a thread, values by queued calls. Belongs to the thread of the client. The clock and the dice are
// the system's, which any thread may use.
struct Client::Private {
    Private(const ProfileFolder &profile, const Options &options);
    ~Private();

    struct Room {
        QThread thread;
        ReadWorker *worker = nullptr;
        std::atomic<int> waiting{0};
    };

    // One reader answers what a start asks, in its order and without taking the processor from the window; the second
    // comes with the connection.
    void readOnTwo();
    void carryFiles(); // begins the thread of files
    static WorkingCopies::Save saveOnWriter(WriteWorker *writer, WorkingCopies *const *asker); // client_copies.cpp

    // The reader with the shorter queue answers.
    template<class T, class F>
    Answer<T> read(F question)
    {
        const bool first = !readers[1].thread.isRunning() || readers[0].waiting <= readers[1].waiting;
        Room &room = readers[first ? 0 : 1];
        ++room.waiting;
        return ask<T>(room.worker, [&room, question = std::move(question)](ReadWorker &worker) mutable -> base::Result<T> {
            --room.waiting;
            return worker.with<T>(question);
        });
    }

    // Runs write(worker, me) on the writer thread.
    template<class F>
    Answer<Written> write(F wish)
    {
        const auto who = identity;
        return ask<Written>(writer, [who, wish = std::move(wish)](WriteWorker &worker) -> base::Result<Written> {
            if (!who)
                return base::fail(base::ErrorKind::Refused, QStringLiteral("write"), QStringLiteral("nobody is signed in here; sign in first"));
            return wish(worker, who->person);
        });
    }

    // Runs request(account, done) on the sync thread; done answers.
    template<class T, class F>
    Answer<T> account(F request)
    {
        auto promise = makePromise<T>();
        auto future = promise->future();
        if (!identity || offline) {
            answer<T>(promise, base::fail(identity ? base::ErrorKind::Offline : base::ErrorKind::Refused, QStringLiteral("session"),
                                          identity ? QStringLiteral("this needs the network")
                                                   : QStringLiteral("nobody is signed in here; sign in first")));
            return future;
        }
        QMetaObject::invokeMethod(
            sync,
            [promise, sync = sync, request = std::move(request)] {
                request(sync->account(), [promise](const base::Result<T> &result) { answer<T>(promise, result); });
            },
            Qt::QueuedConnection);
        return future;
    }

    // Takes copies of the files, then runs wish(worker, me, files) on the writer thread.
    template<class T, class F>
    Answer<T> withFiles(const QList<NewFile> &files, F wish)
    {
        auto promise = makePromise<T>();
        auto future = promise->future();
        if (!identity) {
            answer<T>(promise, base::fail(base::ErrorKind::Refused, QStringLiteral("write"),
                                          QStringLiteral("nobody is signed in here; sign in first")));
            return future;
        }
        carryFiles();
        const PersonId me = identity->person;
        QMetaObject::invokeMethod(
            transfers,
            [=, this, wish = std::move(wish)]() mutable {
                const auto taken = transfers->ingest(files);
                if (!taken)
                    return answer<T>(promise, base::fail(taken.error()));
                QMetaObject::invokeMethod(
                    writer,
                    [=, this, taken = *taken, wish = std::move(wish)]() mutable {
                        auto result = wish(*writer, me, taken);
                        QMetaObject::invokeMethod(
                            transfers, [transfers = transfers, taken] { transfers->settle(taken); },
                            Qt::QueuedConnection);
                        answer<T>(promise, std::move(result));
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
        return future;
    }

    base::SystemClock clock;
    base::SystemRandom random;
    std::atomic<bool> connected{false};
    std::atomic<quint64> newestSearch{0};
    std::atomic<quint64> newestCompletion{0};
    QThread syncThread;
    QThread writerThread;
    QThread transferThread; // begins with the first connection, or the first file
    ProfileFolder folder;
    std::array<Room, 2> readers;
    WriteWorker *writer;
    SyncWorker *sync;
    TransferWorker *transfers;
    WorkingCopies *copies;
    QString blobsDir;

    std::optional<store::Identity> identity;
    SyncState state;
    QString secretKind;
    bool offline = false;
    store::ChangeSet gathered;
    bool tellQueued = false;
    qint64 wideToldMs = -1'000'000; // long ago
    transport::TimerScheduler timers;
    base::Scheduler::Handle tellLater = 0;
};

} // namespace parvis::client
