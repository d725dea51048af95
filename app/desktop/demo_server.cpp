#include "app/desktop/demo_server.h"

#include "app/desktop/demo_host.h"
#include "base/module.h"

#include <QPromise>

namespace parvis::app {

namespace {

base::Result<std::unique_ptr<DemoHost>> loadHost()
{
    const auto make = base::moduleFunction(demoHostLibrary, demoHostFunction);
    if (!make)
        return base::fail(base::ErrorKind::Storage, QStringLiteral("try"),
                          QStringLiteral("The demo's server is not installed: %1").arg(make.error().detail));
    return std::unique_ptr<DemoHost>(MakeDemoHost(*make)());
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
