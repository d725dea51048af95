#include "server/admin_socket.h"

#include "base/log.h"

#include <QFile>
#include <QJsonDocument>
#include <QtEndian>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <mutex>
#include <thread>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace parvis::server {

namespace asio = boost::asio;
using asio::local::stream_protocol;
using boost::system::error_code;

namespace {

constexpr quint32 mostBytes = 1024 * 1024; // of a request, and of a piece of an answer

// The name of a local socket has 107 bytes at most, a folder may have more: the folder's descriptor makes a short name.
class SocketPath {
public:
    explicit SocketPath(const QString &dataDir) : m_path(QFile::encodeName(dataDir) + "/admin.sock")
    {
#ifdef Q_OS_LINUX
        if (m_path.size() > 100) {
            m_folder = ::open(QFile::encodeName(dataDir).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
            if (m_folder >= 0)
                m_path = "/proc/self/fd/" + QByteArray::number(m_folder) + "/admin.sock";
        }
#endif
    }
    ~SocketPath()
    {
#ifdef Q_OS_LINUX
        if (m_folder >= 0)
            ::close(m_folder);
#endif
    }
    SocketPath(const SocketPath &) = delete;

    QString name() const
    {
        return QFile::decodeName(m_path);
    }
    bool fits() const
    {
        return m_path.size() <= 107;
    }
    stream_protocol::endpoint endpoint() const
    {
        return {m_path.toStdString()};
    }

private:
    QByteArray m_path;
    int m_folder = -1;
};

// A message is its length, four bytes, and its bytes. An answer: pieces of output, an empty one, then how it ended.
bool writeMessage(stream_protocol::socket &socket, const QByteArray &bytes)
{
    char length[4];
    qToBigEndian(quint32(bytes.size()), length);
    const std::array<asio::const_buffer, 2> parts{asio::buffer(length),
                                                  asio::buffer(bytes.constData(), std::size_t(bytes.size()))};
    error_code error;
    asio::write(socket, parts, error);
    return !error;
}

std::optional<QByteArray> readMessage(stream_protocol::socket &socket)
{
    char length[4];
    error_code error;
    asio::read(socket, asio::buffer(length), error);
    const auto size = qFromBigEndian<quint32>(length);
    if (error || size > mostBytes)
        return std::nullopt;
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    asio::read(socket, asio::buffer(bytes.data(), std::size_t(bytes.size())), error);
    return error ? std::nullopt : std::optional(bytes);
}

class SocketOutput final : public QIODevice {
public:
    explicit SocketOutput(stream_protocol::socket &socket) : m_socket(socket)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    ~SocketOutput() override { send(); }
    void send()
    {
        if (!m_waiting.isEmpty())
            writeMessage(m_socket, std::exchange(m_waiting, {}));
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        for (qint64 at = 0; at < size; at += mostBytes / 2) {
            m_waiting.append(data + at, std::min<qint64>(size - at, mostBytes / 2));
            if (m_waiting.size() >= 64 * 1024)
                send();
        }
        return size;
    }

private:
    stream_protocol::socket &m_socket;
    QByteArray m_waiting;
};

QByteArray ending(const CommandResult &result)
{
    QJsonObject object;
    if (result) {
        object["exit"] = *result;
    } else {
        object["kind"] = int(result.error().kind);
        object["where"] = result.error().where;
        object["detail"] = result.error().detail;
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

CommandResult ended(const QByteArray &json)
{
    const auto object = QJsonDocument::fromJson(json).object();
    if (object.contains("exit"))
        return object["exit"].toInt();
    return base::fail(base::ErrorKind(object["kind"].toInt()), object["where"].toString(), object["detail"].toString());
}

} // namespace

struct AdminSocket::Private {
    void acceptNext()
    {
        acceptor.async_accept([this](const error_code &error, stream_protocol::socket socket) {
            if (error)
                return;
            serve(socket);
            acceptNext();
        });
    }

    void serve(stream_protocol::socket &socket)
    {
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return;
            serving = &socket;
        }
        if (const auto bytes = readMessage(socket)) {
            CommandResult result = 0;
            if (const auto request = CommandRequest::fromJson(*bytes)) {
                SocketOutput out(socket);
                result = handler(*request, out);
            } else {
                result = base::fail(request.error());
            }
            writeMessage(socket, {});
            writeMessage(socket, ending(result));
        }
        const std::lock_guard lock(mutex);
        serving = nullptr;
    }

    std::unique_ptr<SocketPath> path;
    Handler handler;
    asio::io_context context{1};
    stream_protocol::acceptor acceptor{context};
    std::mutex mutex;
    stream_protocol::socket *serving = nullptr;
    bool stopping = false;
    std::thread thread;
};

AdminSocket::AdminSocket(std::unique_ptr<Private> given) : d(std::move(given)) { }

base::Result<std::unique_ptr<AdminSocket>> AdminSocket::listen(const QString &dataDir, Handler handler)
{
    auto d = std::make_unique<Private>();
    d->path = std::make_unique<SocketPath>(dataDir);
    d->handler = std::move(handler);
    const auto failed = [&](const QString &why) {
        return base::fail(base::ErrorKind::Storage, "admin.listen",
                          QString("cannot make %1: %2").arg(d->path->name(), why));
    };
    if (!d->path->fits())
        return failed("the path is too long");
    QFile::remove(d->path->name());
    error_code error;
    d->acceptor.open(stream_protocol(), error);
    if (!error)
        d->acceptor.bind(d->path->endpoint(), error);
    if (!error && !QFile::setPermissions(d->path->name(), QFile::ReadOwner | QFile::WriteOwner))
        return failed("its mode cannot be set");
    if (!error)
        d->acceptor.listen(16, error);
    if (error)
        return failed(QString::fromStdString(error.message()));
    d->acceptNext();
    d->thread = std::thread([d = d.get()] { d->context.run(); });
    return std::unique_ptr<AdminSocket>(new AdminSocket(std::move(d)));
}

AdminSocket::~AdminSocket()
{
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
        error_code ignored;
        if (d->serving) // one that connected and says nothing
            d->serving->shutdown(stream_protocol::socket::shutdown_receive, ignored);
    }
    d->context.stop();
    d->thread.join();
    QFile::remove(d->path->name());
}

std::optional<CommandResult> askServer(const QString &dataDir, const CommandRequest &request, QIODevice &out)
{
    const SocketPath path(dataDir);
    asio::io_context context;
    stream_protocol::socket socket(context);
    error_code error;
    if (!path.fits())
        return std::nullopt;
    socket.connect(path.endpoint(), error);
    if (error)
        return std::nullopt;
    const auto lost = [] {
        return CommandResult(base::fail(base::ErrorKind::Offline, "admin.ask",
                                        "the server ended before it answered: look whether the command was done"));
    };
    if (!writeMessage(socket, request.toJson()))
        return lost();
    while (true) {
        const auto piece = readMessage(socket);
        if (!piece)
            return lost();
        if (!piece->isEmpty()) {
            out.write(*piece);
            continue;
        }
        const auto last = readMessage(socket);
        return last ? ended(*last) : lost();
    }
}

} // namespace parvis::server
