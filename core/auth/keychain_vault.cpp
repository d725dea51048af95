#include "auth/keychain_vault.h"

#include <qt6keychain/keychain.h>

#include <QFileInfo>

namespace parvis::auth {

namespace {

const QString service = QStringLiteral("parvis");

base::Error toError(const QKeychain::Job &job)
{
    const bool denied = job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser;
    return {denied ? base::ErrorKind::Refused : base::ErrorKind::Storage, QStringLiteral("keychain"),
            denied ? QStringLiteral("the keychain did not open; unlock it and try again")
                   : QStringLiteral("the keychain failed: %1").arg(job.errorString())};
}

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

} // namespace

KeychainVault::KeychainVault(QObject *parent) : QObject(parent) { }

void KeychainVault::probe(QObject *context, std::function<void(bool)> done)
{
    if (!busIsPossible())
        return done(false);
    auto *job = new QKeychain::ReadPasswordJob(service, context);
    job->setInsecureFallback(false);
    job->setKey(QStringLiteral("probe"));
    QObject::connect(job, &QKeychain::Job::finished, context, [done = std::move(done)](QKeychain::Job *finished) {
        done(finished->error() == QKeychain::NoError || finished->error() == QKeychain::EntryNotFound);
    });
    job->start();
}

void KeychainVault::read(const QString &key, ReadDone done)
{
    auto *job = new QKeychain::ReadPasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done(std::optional(job->binaryData()));
        else if (job->error() == QKeychain::EntryNotFound)
            done(std::optional<QByteArray>());
        else
            done(base::fail(toError(*job)));
    });
    job->start();
}

void KeychainVault::write(const QString &key, const QByteArray &value, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->setBinaryData(value);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done({});
        else
            done(base::fail(toError(*job)));
    });
    job->start();
}

void KeychainVault::remove(const QString &key, Done done)
{
    auto *job = new QKeychain::DeletePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        if (gone)
            done({});
        else
            done(base::fail(toError(*job)));
    });
    job->start();
}

} // namespace parvis::auth
