#include "bench/company_server.h"
#include "bench/desktop.h"
#include "bench/process.h"
#include "bench/rows/rows.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <chrono>
#include <thread>

#include <unistd.h>

// The program as it is installed: how large it is, and what it does while nobody does anything.

namespace parvis::bench {

namespace {

constexpr int settleS = 10;
constexpr int idleS = 60;

struct Usage {
    double ticks = 0;   // of CPU, user and system
    double wakeUps = 0; // of all threads: they gave the CPU away and got it back
    double written = 0; // bytes that went to a disk
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double numberAfter(const QByteArray &text, const char *key)
{
    const qsizetype at = text.indexOf(key);
    if (at < 0)
        throw NotMeasured{QStringLiteral("no %1 in /proc").arg(QLatin1String(key))};
    const qsizetype from = at + qsizetype(qstrlen(key));
    return text.mid(from, text.indexOf('\n', from) - from).trimmed().toDouble();
}

Usage usageOf(pid_t pid)
{
    const QString proc = QStringLiteral("/proc/%1").arg(pid);
    const QByteArray stat = contentOf(proc + QStringLiteral("/stat"));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    Usage usage;
    usage.ticks = fields.value(11).toDouble() + fields.value(12).toDouble();
    usage.written = numberAfter(contentOf(proc + QStringLiteral("/io")), "\nwrite_bytes:");
    for (const QString &thread : QDir(proc + QStringLiteral("/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        usage.wakeUps += numberAfter(contentOf(proc + QStringLiteral("/task/") + thread + QStringLiteral("/status")),
                                     "\nvoluntary_ctxt_switches:");
    return usage;
}

} // namespace

Outcome measureIdleCpu(const Settings &settings)
{
    const CompanyServer server(settings);
    const QString profile = settings.scratch + QStringLiteral("/idle");
    QDir(profile).removeRecursively();
    {
        Desktop desktop(profile, server.url(), Company::handle(1), CompanyServer::password());
        desktop.start();
        turnUntil([&] { return desktop.state().phase == client::SyncState::UpToDate; }, "the first sync");
        desktop.backend().post(server.company().scope(0), {}, QStringLiteral("The only post"));
        turnUntil([&] { return desktop.state().pending == 0; }, "the answer");
    }
    const Child parvis(settings.program("parvis"), {QStringLiteral("--profile"), profile},
                       {QStringLiteral("QT_QPA_PLATFORM=offscreen"), QStringLiteral("PARVIS_TRACE_START=1")});
    std::this_thread::sleep_for(std::chrono::seconds(settleS));
    const Usage before = usageOf(parvis.pid());
    const int seconds = settings.scale < 1 ? 10 : idleS;
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    const Usage after = usageOf(parvis.pid());
    const double ticks = double(::sysconf(_SC_CLK_TCK)) / 100.0; // a tick is a hundredth of a second
    Outcome outcome;
    outcome.value = (after.ticks - before.ticks) / ticks * 10 / seconds;
    outcome.unit = QStringLiteral("ticks/10 s");
    outcome.also = {{QStringLiteral("wake_ups_s"), (after.wakeUps - before.wakeUps) / seconds},
                    {QStringLiteral("written_bytes"), after.written - before.written},
                    {QStringLiteral("seconds"), double(seconds)}};
    outcome.met = outcome.value <= 1 && outcome.also.at(0).second <= 0.2 && outcome.also.at(1).second <= 0;
    return outcome;
}

Outcome measureBinary(const Settings &settings)
{
    const QString stripped = settings.scratch + QStringLiteral("/parvis-stripped");
    Child strip(QStandardPaths::findExecutable(QStringLiteral("strip")), {QStringLiteral("-o"), stripped, settings.program("parvis")});
    if (strip.finish(60) != 0)
        throw NotMeasured{QStringLiteral("strip failed")};
    Outcome outcome;
    outcome.value = double(QFileInfo(stripped).size()) / 1e6;
    outcome.unit = QStringLiteral("MB");
    outcome.met = outcome.value <= 6;
    return outcome;
}

} // namespace parvis::bench
