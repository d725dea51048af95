#include "app/desktop/demo_server.h"

#include "server/admin/folder_commands.h"
#include "server/server.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPromise>

namespace parvis::app {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

struct DemoServer::Worker : QObject {
    explicit Worker(const QString &folder) : dir(folder) { }

    base::Result<QString> start()
    {
        const QString data = dir + QStringLiteral("/server");
        if (!QDir().mkpath(dir))
            return base::fail(base::ErrorKind::Storage, QStringLiteral("try"),
                              QStringLiteral("The folder cannot be made."));
        if (!QDir(data).exists()) {
            if (const auto made = makeDemo(data); !made)
                return base::fail(made.error());
        }
        server::ServerOptions options;
        options.dataDir = data;
        options.listen.threads = 1;
        // The same port as before where it is free, so that a profile made then still finds its server.
        const QString known = QString::fromUtf8(readAll(dir + QStringLiteral("/address")));
        options.listen.port = quint16(known.section(u':', -1).toUInt());
        auto listening = serve(options);
        if (!listening && options.listen.port != 0 && !inUseByAnother(listening.error())) {
            options.listen.port = 0;
            listening = serve(options);
        }
        if (!listening)
            return known.isEmpty() ? base::Result<QString>(base::fail(listening.error()))
                                   : base::Result<QString>(known);
        const QString address = QStringLiteral("http://") + *listening;
        QFile file(dir + QStringLiteral("/address"));
        if (file.open(QIODevice::WriteOnly))
            file.write(address.toUtf8());
        return address;
    }

    // Made beside and renamed, so that a folder that is there is whole. If another window was quicker, its folder counts.
    base::Result<void> makeDemo(const QString &data)
    {
        const QString making = data + QStringLiteral(".making-") + QString::number(QCoreApplication::applicationPid());
        QDir(making).removeRecursively();
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        if (const auto made = server::demoFolder(making, {}, env, out); !made)
            return base::fail(made.error());
        if (!QDir().rename(making, data)) {
            QDir(making).removeRecursively();
            if (!QDir(data).exists())
                return base::fail(base::ErrorKind::Storage, QStringLiteral("try"),
                                  QStringLiteral("The folder cannot be made."));
        }
        return {};
    }

    base::Result<QString> serve(const server::ServerOptions &options)
    {
        server = std::make_unique<server::Server>(options, env);
        auto listening = server->start();
        if (!listening)
            server.reset();
        return listening;
    }

    // The folder is held by another window, not just the port taken by a stranger.
    static bool inUseByAnother(const base::Error &error)
    {
        return error.kind == base::ErrorKind::Conflict && !error.where.contains(QStringLiteral("listen"));
    }

    QString dir;
    base::SystemClock clock;
    base::SystemRandom random;
    server::Env env{clock, random};
    std::unique_ptr<server::Server> server;
};

DemoServer::DemoServer(const QString &dir) : m_worker(new Worker(dir))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

DemoServer::~DemoServer()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->server.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<base::Result<QString>> DemoServer::start()
{
    auto promise = std::make_shared<QPromise<base::Result<QString>>>();
    promise->start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, promise] {
        promise->addResult(worker->start());
        promise->finish();
    });
    return promise->future();
}

} // namespace parvis::app
