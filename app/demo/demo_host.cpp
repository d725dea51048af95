#include "app/desktop/demo_host.h"

#include "server/admin/folder_commands.h"
#include "server/demo/demo.h"
#include "server/server.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace parvis::app {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

base::Error noFolder()
{
    return {base::ErrorKind::Storage, QStringLiteral("try"), QStringLiteral("The folder cannot be made.")};
}

class Host : public DemoHost {
public:
    base::Result<QString> start(const QString &dir) override
    {
        const QString data = dir + QStringLiteral("/server");
        if (!QDir().mkpath(dir))
            return base::fail(noFolder());
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

    QString password() const override { return QString::fromLatin1(server::demoPassword); }

private:
    // Made beside and renamed, so that a folder that is there is whole. If another window was quicker, its folder counts.
    base::Result<void> makeDemo(const QString &data)
    {
        const QString making = data + QStringLiteral(".making-") + QString::number(QCoreApplication::applicationPid());
        QDir(making).removeRecursively();
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        if (const auto made = server::demoFolder(making, {}, m_env, out); !made)
            return base::fail(made.error());
        if (!QDir().rename(making, data)) {
            QDir(making).removeRecursively();
            if (!QDir(data).exists())
                return base::fail(noFolder());
        }
        return {};
    }

    base::Result<QString> serve(const server::ServerOptions &options)
    {
        m_server = std::make_unique<server::Server>(options, m_env);
        auto listening = m_server->start();
        if (!listening)
            m_server.reset();
        return listening;
    }

    // The folder is held by another window, not just the port taken by a stranger.
    static bool inUseByAnother(const base::Error &error)
    {
        return error.kind == base::ErrorKind::Conflict && !error.where.contains(QStringLiteral("listen"));
    }

    base::SystemClock m_clock;
    base::SystemRandom m_random;
    server::Env m_env{m_clock, m_random};
    std::unique_ptr<server::Server> m_server;
};

} // namespace

} // namespace parvis::app

extern "C" Q_DECL_EXPORT parvis::app::DemoHost *parvisDemoHost()
{
    return new parvis::app::Host;
}
