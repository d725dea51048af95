#include "bench/company_server.h"
#include "bench/desktop.h"
#include "bench/rows/rows.h"
#include "bench/watched_application.h"

#include "base/deliver.h"

#include <QCoreApplication>
#include <QDir>

// Reading while everything arrives: how long a page of the feed takes during a first sync, against afterwards; and the
// longest time for which the window's thread did not turn its event loop.

namespace parvis::bench {

namespace {

constexpr qint64 fullItems = 120'000;
constexpr qint64 quietReads = 5'000;
constexpr double longestStall = 16e-3;

// Reads one page after the other, as fast as answers come.
class Reader : public QObject {
public:
    explicit Reader(Desktop &desktop) : m_desktop(desktop) { }
    void readOn()
    {
        store::FeedQuery query;
        query.limit = 40;
        query.before = m_before;
        m_watch.restart();
        m_asking = true;
        base::deliver(m_desktop.backend().feed(query), this,
                      [this](const base::Result<QList<store::FeedItem>> &answer) {
                          m_asking = false;
                          spent.push_back(m_watch.seconds());
                          m_before = answer && answer->size() == 40 ? answer->last().order : 0;
                      });
    }
    bool isAsking() const { return m_asking; }
    std::vector<double> spent;

private:
    Desktop &m_desktop;
    Stopwatch m_watch;
    qint64 m_before = 0;
    bool m_asking = false;
};

} // namespace

Outcome measureSyncRead(const Settings &settings)
{
    const CompanyServer server(settings, settings.items(fullItems, 4'000));
    const QString profile = settings.scratch + QStringLiteral("/newcomer");
    QDir(profile).removeRecursively();
    Desktop desktop(profile, server.url(), Company::handle(0), CompanyServer::password());
    desktop.start();
    desktop.show();
    auto turn = [](Reader &reader) {
        if (!reader.isAsking())
            reader.readOn();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };
    WatchedApplication::taken();
    Reader during(desktop), after(desktop);
    const Stopwatch sync;
    while (!desktop.state().complete)
        turn(during);
    const double syncS = sync.seconds();
    if (during.spent.empty())
        throw NotMeasured{QStringLiteral("the first sync was over before the first read")};
    const Stalls stalls = WatchedApplication::taken();
    const qint64 wanted = settings.items(quietReads, 200);
    while (qint64(after.spent.size()) < wanted)
        turn(after);
    Outcome outcome;
    const double quiet = percentile(after.spent, 0.99);
    outcome.value = percentile(during.spent, 0.99) / quiet;
    outcome.unit = QStringLiteral("x");
    outcome.also = {{QStringLiteral("longest_stall_ms"), stalls.longestS * 1e3},
                    {QStringLiteral("stalls"), double(stalls.over16ms)},
                    {QStringLiteral("read_p99_ms"), percentile(during.spent, 0.99) * 1e3},
                    {QStringLiteral("quiet_p99_ms"), quiet * 1e3},
                    {QStringLiteral("reads"), double(during.spent.size())},
                    {QStringLiteral("sync_s"), syncS}};
    outcome.met = outcome.value <= 2 && stalls.longestS <= longestStall;
    return outcome;
}

} // namespace parvis::bench
