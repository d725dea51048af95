#include "bench/company_server.h"
#include "bench/desktop.h"
#include "bench/rows/rows.h"

#include "base/deliver.h"
#include "blobs/hash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// A large file to the server and back, against a bare loop: read, hash, send on one side; receive, hash, write, sync on the other.

namespace parvis::bench {

namespace {

constexpr qint64 fullSize = qint64(1) << 30;
constexpr qsizetype piece = 1 << 20;

QString madeFile(const Settings &settings, qint64 size, int number)
{
    const QString name = settings.scratch + QStringLiteral("/file%1.bin").arg(number);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        throw NotMeasured{file.errorString()};
    // Bytes that repeat nowhere: nothing can be spared.
    quint64 state = 0x9e3779b97f4a7c15ULL * quint64(number + 1);
    QByteArray bytes(piece, Qt::Uninitialized);
    for (qint64 done = 0; done < size; done += piece) {
        auto *words = reinterpret_cast<quint64 *>(bytes.data());
        for (qsizetype i = 0; i < piece / 8; ++i) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            words[i] = state;
        }
        file.write(bytes);
    }
    return name;
}

void connectedPair(int (&ends)[2])
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener, reinterpret_cast<sockaddr *>(&address), size);
    ::listen(listener, 1);
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    ends[0] = ::socket(AF_INET, SOCK_STREAM, 0);
    if (::connect(ends[0], reinterpret_cast<sockaddr *>(&address), size) != 0)
        throw NotMeasured{QStringLiteral("no connection on loopback")};
    ends[1] = ::accept(listener, nullptr, nullptr);
    ::close(listener);
}

Spent bareLoop(const QString &from, const QString &to)
{
    int ends[2];
    connectedPair(ends);
    const Stopwatch watch;
    std::thread receiver([&] {
        const int file = ::open(QFile::encodeName(to).constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        blobs::Hasher hasher;
        QByteArray bytes(piece, Qt::Uninitialized);
        ssize_t got = 0;
        while ((got = ::recv(ends[1], bytes.data(), size_t(bytes.size()), 0)) > 0) {
            hasher.add(QByteArrayView(bytes.constData(), got));
            if (::write(file, bytes.constData(), size_t(got)) != got)
                break;
        }
        (void)hasher.result();
        ::fsync(file);
        ::close(file);
    });
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        throw NotMeasured{file.errorString()};
    blobs::Hasher hasher;
    for (QByteArray bytes = file.read(piece); !bytes.isEmpty(); bytes = file.read(piece)) {
        hasher.add(bytes);
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t now = ::send(ends[0], bytes.constData() + sent, size_t(bytes.size() - sent), 0);
            if (now <= 0)
                throw NotMeasured{QStringLiteral("the loop's connection broke")};
            sent += now;
        }
    }
    ::shutdown(ends[0], SHUT_WR);
    receiver.join();
    const Spent spent = watch.spent();
    ::close(ends[0]);
    ::close(ends[1]);
    QFile::remove(to);
    return spent;
}

template<class T>
T answered(QFuture<base::Result<T>> future, QObject *receiver)
{
    std::optional<base::Result<T>> answer;
    base::deliver(future, receiver, [&](const base::Result<T> &result) { answer = result; });
    turnUntil([&] { return answer.has_value(); }, "an answer", 600'000);
    return take(std::move(*answer));
}

// A person's client, signed in and up to date.
struct Carrier {
    Carrier(const Settings &settings, const CompanyServer &server, int person)
        : profile(settings.scratch + QStringLiteral("/carrier%1").arg(person))
    {
        QDir(profile).removeRecursively();
        desktop = std::make_unique<Desktop>(profile, server.url(), Company::handle(person), CompanyServer::password());
        desktop->start();
        turnUntil([&] { return desktop->state().phase == client::SyncState::UpToDate; }, "the first sync");
    }
    ui::Backend &backend() { return desktop->backend(); }
    client::DocumentEntry entry(const model::Uuid &id)
    {
        const auto found = answered(backend().document(id), &backend());
        return found.value_or(client::DocumentEntry());
    }
    // Looks again whenever something moved, and now and then.
    void until(const model::Uuid &id, const std::function<bool(const client::DocumentEntry &)> &done)
    {
        const Stopwatch watch;
        while (!done(entry(id))) {
            QThread::msleep(10);
            QCoreApplication::processEvents();
            if (watch.seconds() > 600)
                throw NotMeasured{QStringLiteral("the file did not arrive")};
        }
    }
    QString profile;
    std::unique_ptr<Desktop> desktop;
};

Outcome outcomeOf(const Pairs &runs, qint64 size)
{
    Outcome outcome;
    outcome.value = double(size) / 1e6 / runs.oursWall();
    outcome.unit = QStringLiteral("MB/s");
    outcome.floor = double(size) / 1e6 / runs.floorWall();
    outcome.setRatio(runs.speed());
    outcome.pairs = int(runs.ours.size());
    outcome.met = *outcome.ratio >= 0.6;
    return outcome;
}

} // namespace

Outcome measureFileUp(const Settings &settings)
{
    const qint64 size = settings.items(fullSize, 64 << 20);
    const CompanyServer server(settings);
    Carrier writer(settings, server, 1);
    const auto group = server.company().scope(0).groupId();
    int number = 0;
    const Pairs runs = interleaved(
        settings.pairs(3),
        [&] {
            return bareLoop(madeFile(settings, size, 100 + number), settings.scratch + QStringLiteral("/copy.bin"));
        },
        [&] {
            const QString file = madeFile(settings, size, ++number);
            const Stopwatch watch;
            const auto put =
                answered(writer.backend().putDocument(group, {QStringLiteral("file%1.bin").arg(number)}, file, {}),
                         &writer.backend());
            writer.until(put.id,
                         [](const client::DocumentEntry &entry) { return entry.state == client::DocumentState::Here; });
            const Spent spent = watch.spent();
            QFile::remove(file);
            return spent;
        });
    return outcomeOf(runs, size);
}

Outcome measureFileDown(const Settings &settings)
{
    const qint64 size = settings.items(fullSize, 64 << 20);
    const CompanyServer server(settings);
    Carrier writer(settings, server, 1);
    Carrier reader(settings, server, 2);
    const auto group = server.company().scope(0).groupId();
    int number = 0;
    const Pairs runs = interleaved(
        settings.pairs(3),
        [&] {
            return bareLoop(madeFile(settings, size, 200 + number), settings.scratch + QStringLiteral("/copy.bin"));
        },
        [&] {
            const QString file = madeFile(settings, size, 50 + ++number);
            const auto put =
                answered(writer.backend().putDocument(group, {QStringLiteral("file%1.bin").arg(number)}, file, {}),
                         &writer.backend());
            QFile::remove(file);
            reader.until(put.id, [](const client::DocumentEntry &entry) { return !entry.item.version.isNull(); });
            const model::Uuid version = reader.entry(put.id).item.version;
            const Stopwatch watch;
            answered(reader.backend().fetch(version), &reader.backend());
            reader.until(put.id, [](const client::DocumentEntry &entry) { return entry.local; });
            return watch.spent();
        });
    return outcomeOf(runs, size);
}

} // namespace parvis::bench
