#include "auth/keychain_vault.h"

#include "base/deliver.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QPromise>
#include <QThread>

#include <memory>

namespace parvis::auth {

namespace {

const QString service = QStringLiteral("parvis");

// Where no session bus is, the libraries below would try to start one, which takes seconds and cannot work.
bool busIsPossible()
{
#if defined(Q_OS_LINUX)
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
#else
    return true;
#endif
}

// QtKeychain runs one job at a time for the whole process, and counts them on the thread of the very first. So all are started on one
// thread, which is there until the application ends, whoever asks and however long somebody takes to unlock the keychain.
QObject &jobs()
{
    static QObject *const place = [] {
        auto *thread = new QThread;
        auto *object = new QObject;
        thread->setObjectName(QStringLiteral("keychain"));
        object->moveToThread(thread);
        thread->start();
        qAddPostRoutine([] {
            QThread *const running = jobs().thread();
            running->quit();
            running->wait();
        });
        return object;
    }();
    return *place;
}

struct Answer {
    QKeychain::Error error = QKeychain::NoError;
    QString words;
    QByteArray value;
};

base::Error toError(const Answer &answer)
{
    const bool denied = answer.error == QKeychain::AccessDenied || answer.error == QKeychain::AccessDeniedByUser;
    return {denied ? base::ErrorKind::Refused : base::ErrorKind::Storage, QStringLiteral("keychain"),
            denied ? QStringLiteral("the keychain did not open; unlock it and try again")
                   : QStringLiteral("the keychain failed: %1").arg(answer.words)};
}

bool isMissing(const Answer &answer)
{
    return answer.error == QKeychain::EntryNotFound;
}

// A job that nobody waits for any more goes on: the library still holds it.
template<class Job, class Done>
void run(QObject *receiver, const QString &key, std::optional<QByteArray> value, Done done)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    base::deliver(promise->future(), receiver, std::move(done));
    QMetaObject::invokeMethod(
        &jobs(),
        [key, value = std::move(value), promise] {
            auto *job = new Job(service);
            job->setInsecureFallback(false);
            job->setKey(key);
            if constexpr (std::is_same_v<Job, QKeychain::WritePasswordJob>)
                job->setBinaryData(*value);
            QObject::connect(job, &QKeychain::Job::finished, &jobs(), [job, promise] {
                Answer answer{job->error(), job->errorString(), {}};
                if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                    answer.value = job->binaryData();
                promise->addResult(std::move(answer));
                promise->finish();
            });
            job->start();
        },
        Qt::QueuedConnection);
}

} // namespace

KeychainVault::KeychainVault(QObject *parent) : QObject(parent) { }

void KeychainVault::probe(QObject *context, std::function<void(bool)> done)
{
    if (!busIsPossible())
        return done(false);
    run<QKeychain::ReadPasswordJob>(context, QStringLiteral("probe"), {},
                                    [done = std::move(done)](const Answer &answer) {
                                        done(answer.error == QKeychain::NoError || isMissing(answer));
                                    });
}

void KeychainVault::read(const QString &key, ReadDone done)
{
    run<QKeychain::ReadPasswordJob>(this, key, {}, [done = std::move(done)](const Answer &answer) {
        if (answer.error == QKeychain::NoError)
            done(std::optional(answer.value));
        else if (isMissing(answer))
            done(std::optional<QByteArray>());
        else
            done(base::fail(toError(answer)));
    });
}

void KeychainVault::write(const QString &key, const QByteArray &value, Done done)
{
    run<QKeychain::WritePasswordJob>(this, key, value, [done = std::move(done)](const Answer &answer) {
        if (answer.error == QKeychain::NoError)
            done({});
        else
            done(base::fail(toError(answer)));
    });
}

void KeychainVault::remove(const QString &key, Done done)
{
    run<QKeychain::DeletePasswordJob>(this, key, {}, [done = std::move(done)](const Answer &answer) {
        if (answer.error == QKeychain::NoError || isMissing(answer))
            done({});
        else
            done(base::fail(toError(answer)));
    });
}

} // namespace parvis::auth
