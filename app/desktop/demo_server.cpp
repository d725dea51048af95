#include "app/desktop/demo_server.h"

#include "app/desktop/demo_host.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QPromise>

namespace parvis::app {

namespace {

base::Result<std::unique_ptr<DemoHost>> loadHost()
{
    const QString here = QCoreApplication::applicationDirPath();
    QLibrary library;
    for (const QString &folder : {here, here + QStringLiteral("/../lib/parvis")}) {
        library.setFileName(folder + u'/' + QLatin1String(demoHostLibrary));
        if (const auto make = MakeDemoHost(library.resolve(demoHostFunction)))
            return std::unique_ptr<DemoHost>(make());
    }
    return base::fail(base::ErrorKind::Storage, QStringLiteral("try"),
                      QStringLiteral("The demo's server is not installed: %1").arg(library.errorString()));
}

} // namespace

struct DemoServer::Worker : QObject {
    explicit Worker(const QString &folder) : dir(folder) { }

    base::Result<Ready> start()
    {
        if (!host) {
            auto loaded = loadHost();
            if (!loaded)
                return base::fail(loaded.error());
            host = std::move(*loaded);
        }
        const auto address = host->start(dir);
        if (!address)
            return base::fail(address.error());
        return Ready{*address, host->password()};
    }

    QString dir;
    std::unique_ptr<DemoHost> host;
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
        m_worker, [worker = m_worker] { worker->host.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<base::Result<DemoServer::Ready>> DemoServer::start()
{
    auto promise = std::make_shared<QPromise<base::Result<Ready>>>();
    promise->start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, promise] {
        promise->addResult(worker->start());
        promise->finish();
    });
    return promise->future();
}

} // namespace parvis::app
