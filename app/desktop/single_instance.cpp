#include "app/desktop/single_instance.h"

#include "client/profile_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

namespace parvis::app {

namespace {

constexpr int patienceMs = 5'000;
constexpr int stepMs = 50;

// A socket's path is short by nature (108 bytes), a profile's is not.
QString socketFor(const QString &folder)
{
    const QByteArray path = QDir(folder).absolutePath().toUtf8();
    const QByteArray name = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(20);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/parvis-")
           + QString::fromLatin1(name);
}

} // namespace

SingleInstance::SingleInstance(const QString &folder)
    : m_socket(socketFor(folder)), m_lock(folder + QStringLiteral("/program.lock"))
{
    (void)client::ProfileFolder::open(folder); // what is wrong with it is told when the profile opens
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::take()
{
    return m_lock.tryTake();
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socket); // left by one that crashed: the lock is ours
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
    m_server->listen(m_socket);
}

void SingleInstance::answer()
{
    while (QLocalSocket *peer = m_server->nextPendingConnection()) {
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] {
            if (!peer->canReadLine()) {
                if (peer->bytesAvailable() > maxBytes)
                    peer->abort();
                return;
            }
            const QString link = QString::fromUtf8(peer->readLine(maxBytes)).trimmed();
            peer->write("ok\n");
            peer->disconnectFromServer();
            Q_EMIT asked(link);
        });
    }
}

bool SingleInstance::handOver(const QString &link)
{
    // The other one may have just begun and not listen yet.
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patienceMs) {
        QLocalSocket socket;
        socket.connectToServer(m_socket);
        if (socket.waitForConnected(stepMs)) {
            socket.write(link.toUtf8().left(maxBytes - 1) + '\n');
            return socket.waitForReadyRead(patienceMs) && socket.readLine() == "ok\n";
        }
        QEventLoop pause;
        QTimer::singleShot(stepMs, &pause, &QEventLoop::quit);
        pause.exec();
    }
    return false;
}

} // namespace parvis::app
