#include "bench/bare_server.h"
#include "bench/cache_files.h"
#include "bench/card.h"
#include "bench/company_server.h"
#include "bench/rows/rows.h"

#include "base/deliver.h"
#include "client/client.h"
#include "store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <unistd.h>

// One person posts, a colleague's client has the post, durable on the server, and paints it. Two whole clients and a real
// server on loopback; the floor is an echo of as many bytes, one commit of the same row, and the same painting.

namespace parvis::bench {

namespace {

constexpr qint64 fullSamplesAPair = 560; // nine of these: more than 5 000
constexpr int patienceMs = 30'000;

void waitFor(const std::function<bool()> &done, const char *what)
{
    QElapsedTimer since;
    since.start();
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        if (since.elapsed() > patienceMs)
            throw NotMeasured{QStringLiteral("waited in vain for %1").arg(QLatin1String(what))};
    }
}

std::unique_ptr<client::Client> signedIn(const Settings &settings, const CompanyServer &server, int person)
{
    client::Options options;
    options.profileDir = settings.scratch + QStringLiteral("/client-%1").arg(person);
    QDir(options.profileDir).removeRecursively();
    options.fileSecrets = true;
    auto opened = take(client::Client::open(options));
    bool done = false;
    QString failed;
    base::deliver(
        opened->signIn(server.url(), Company::handle(person), CompanyServer::password(), QStringLiteral("bench")),
        opened.get(), [&](const base::Result<store::Identity> &result) {
            done = true;
            if (!result)
                failed = result.error().detail;
        });
    waitFor([&] { return done; }, "the sign-in");
    if (!failed.isEmpty())
        throw NotMeasured{failed};
    opened->start();
    waitFor([&] { return opened->state().phase == client::SyncState::UpToDate; }, "the first sync");
    return opened;
}

// The colleague: re-reads the top of the group's feed when something has changed there, and paints it.
class Painter : public QObject {
public:
    Painter(client::Client &client, const Company &company) : m_client(client)
    {
        m_query.what = store::FeedQuery::Group;
        m_query.id = company.groups.front().uuid();
        m_query.limit = 1;
        connect(&client, &client::Client::changed, this, [this] { read(); });
    }
    const QString &painted() const { return m_painted; }

private:
    void read()
    {
        base::deliver(m_client.feed(m_query), this, [this](const base::Result<QList<store::FeedItem>> &items) {
            if (!items || items->isEmpty() || items->front().body == m_painted)
                return;
            m_card.paint(items->front().author.fullName, items->front().body);
            m_painted = items->front().body;
        });
    }

    client::Client &m_client;
    store::FeedQuery m_query;
    Card m_card;
    QString m_painted;
};

// Bodies as the corpus has them, each of its own.
class Bodies {
public:
    Bodies() : m_dice(41) { }
    QString next() { return QString::fromUtf8(makeBody(m_words, m_dice, 28, 220)) + QString::number(++m_count); }

private:
    Vocabulary m_words;
    Dice m_dice;
    qint64 m_count = 0;
};

class Floor {
public:
    explicit Floor(const Settings &settings)
        : m_server(QCoreApplication::applicationFilePath(), {QStringLiteral("--bare-server")}),
          m_path(settings.scratch + QStringLiteral("/floor.db"))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(quint16(m_server.readLine(10).toUInt()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int yes = 1;
        ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        if (::connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            throw NotMeasured{QStringLiteral("no floor server")};
        removeDatabase(m_path);
        m_db = take(store::Database::open(m_path, {.durability = store::Durability::Full}));
        take(store::guarded([&] {
            m_db->exec("CREATE TABLE row (rev INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, payload BLOB NOT NULL)");
            m_insert = m_db->prepare("INSERT INTO row (id, payload) VALUES (?1, ?2)");
        }));
    }
    ~Floor() { ::close(m_fd); }

    double run(const QString &body)
    {
        const QByteArray bytes = body.toUtf8();
        const base::Uuid id = m_dice.uuidAt(Corpus::startUs);
        const Stopwatch watch;
        QByteArray message = echoMessage(bytes);
        qsizetype left = ::send(m_fd, message.constData(), size_t(message.size()), 0);
        while (left > 0) {
            const ssize_t got = ::recv(m_fd, message.data(), size_t(left), 0);
            if (got <= 0)
                throw NotMeasured{QStringLiteral("the floor server is gone")};
            left -= got;
        }
        take(store::guarded([&] { m_insert.bind(1, id).bindBlob(2, bytes).run(); }));
        m_card.paint(QStringLiteral("Camille Martin"), body);
        return watch.seconds();
    }

private:
    Child m_server;
    QString m_path;
    int m_fd = -1;
    std::unique_ptr<store::Database> m_db;
    store::Statement m_insert;
    Card m_card;
    Dice m_dice{43};
};

} // namespace

Outcome measurePostToPeer(const Settings &settings)
{
    const CompanyServer server(settings);
    const auto author = signedIn(settings, server, 1);
    const auto colleague = signedIn(settings, server, 2);
    Painter painter(*colleague, server.company());
    Floor floor(settings);
    Bodies bodies;
    const qint64 samples = settings.items(fullSamplesAPair, 30);

    const auto post = [&] {
        const QString body = bodies.next();
        const Stopwatch watch;
        author->post(server.company().scope(0), {}, body);
        waitFor([&] { return painter.painted() == body; }, "the colleague's paint");
        const double spent = watch.seconds();
        // People do not post while their last post is on its way.
        waitFor([&] { return author->state().pending == 0; }, "the answer");
        return spent;
    };
    for (int i = 0; i < 20; ++i) {
        post();
        floor.run(bodies.next());
    }
    std::vector<double> ours;
    std::vector<double> oursP99;
    std::vector<double> floors;
    std::vector<double> floorP99;
    const auto block = [&](auto &&one, std::vector<double> &all, std::vector<double> &p99) {
        const Stopwatch watch;
        std::vector<double> these;
        for (qint64 i = 0; i < samples; ++i)
            these.push_back(one());
        all.insert(all.end(), these.begin(), these.end());
        p99.push_back(percentile(these, 0.99));
        return watch.spent();
    };
    const Pairs runs = interleaved(
        settings.pairs(), [&] { return block([&] { return floor.run(bodies.next()); }, floors, floorP99); },
        [&] { return block(post, ours, oursP99); });

    Outcome outcome;
    outcome.value = median(ours) * 1e3;
    outcome.unit = QStringLiteral("ms p50");
    outcome.floor = percentile(floors, 0.99) * 1e3;
    outcome.setRatio(quotient(oursP99, floorP99));
    outcome.pairs = int(runs.ours.size());
    outcome.also = {{QStringLiteral("p99_ms"), percentile(ours, 0.99) * 1e3},
                    {QStringLiteral("floor_p50_ms"), median(floors) * 1e3},
                    {QStringLiteral("cpu_ms"), runs.oursCpu() / double(samples) * 1e3},
                    {QStringLiteral("samples"), double(ours.size())}};
    outcome.met = outcome.value <= 5 && *outcome.ratio <= 3;
    return outcome;
}

} // namespace parvis::bench
