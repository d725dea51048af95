#include "bench/bare_server.h"
#include "bench/process.h"
#include "bench/report.h"
#include "bench/rows/rows.h"
#include "bench/watched_application.h"

#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

// parvis-bench [--scale X] [ROW…]: measures, prints a table, writes bench.json beside bin/ (docs/performance.md).

namespace parvis::bench {

const QList<Row> &allRows()
{
    static const QList<Row> rows{
        {"start_1m", "≤ 1.5 × an empty window", measureStart1m},
        {"start_growth", "≤ 1.05", measureStartGrowth},
        {"memory_1m", "≤ 60 MB", measureMemory1m},
        {"idle_cpu", "≤ 1 tick in 10 s, ≤ 0.2 wake-ups/s, no writes", measureIdleCpu},
        {"frame_1m", "p99 ≤ 4 ms, max ≤ 8 ms", measureFrame1m},
        {"jump_1m", "p99 ≤ 16 ms", measureJump1m},
        {"theme_switch", "p99 ≤ 50 ms", measureThemeSwitch},
        {"write_painted", "p99 ≤ 8 ms", measureWritePainted},
        {"write_durable", "p99 ≤ 3 × a bare commit", measureWriteDurable},
        {"post_to_peer", "p50 ≤ 5 ms, p99 ≤ 3 × floor", measurePostToPeer},
        {"first_sync", "≥ 0.6 × the floor", measureFirstSync},
        {"first_sync_text", "≥ 0.6 × the floor", measureFirstSyncText},
        {"first_feed", "≤ 1.1", measureFirstFeed},
        {"sync_read", "≤ 2, no UI stall > 16 ms", measureSyncRead},
        {"catch_up", "≤ 2 × raw apply", measureCatchUp},
        {"wire_row", "≤ 1.15 × zstd-3 of the columns", measureWireRow},
        {"search_new", "p99 ≤ 30 ms", measureSearchNew},
        {"search_rank", "p99 ≤ 100 ms, recall@20 ≥ 0.95", measureSearchRank},
        {"complete", "p99 ≤ 16 ms", measureComplete},
        {"disk_row", "≤ 2 × its plain bytes", measureDiskRow},
        {"docs_open", "p99 ≤ 50 ms for 100 000", measureDocsOpen},
        {"docs_scroll", "p99 ≤ 4 ms", measureDocsScroll},
        {"file_up", "≥ 0.6 × a bare loop, 1 GiB", measureFileUp},
        {"file_down", "≥ 0.6 × a bare loop, 1 GiB", measureFileDown},
        {"conn_memory", "≤ 8 KiB", measureConnMemory},
        {"fanout_8k", "≥ 0.8 × the floor", measureFanout8k},
        {"posts_s", "≥ 0.5 × the floor", measurePostsS},
        {"binary", "≤ 6 MB", measureBinary},
    };
    return rows;
}

namespace {

int usage(const QString &wrong)
{
    std::fprintf(stderr, "parvis-bench: %s\nusage: parvis-bench [--scale X] [ROW...]\nrows:", qPrintable(wrong));
    for (const Row &row : allRows())
        std::fprintf(stderr, " %s", row.name);
    std::fputs("\n--scale 0.05: a trial with smaller data, which is printed and not written\n", stderr);
    return 2;
}

int measureAll(const Settings &settings, const QStringList &names)
{
    Report report(settings.buildDir + QStringLiteral("/bench.json"), QDir::currentPath());
    std::printf("%s\n%s\n", qPrintable(machineText()), qPrintable(Report::headline()));
    int missing = 0;
    for (const Row &row : allRows()) {
        if (!names.isEmpty() && !names.contains(QLatin1String(row.name)))
            continue;
        std::fflush(stdout);
        const Stopwatch watch;
        try {
            const Outcome outcome = row.measure(settings);
            std::printf("%s, measured in %.0f s\n", qPrintable(Report::line(row, outcome)), watch.seconds());
            report.add(row, outcome);
            if (settings.scale == 1 && !report.save()) {
                std::fprintf(stderr, "parvis-bench: bench.json cannot be written in %s\n",
                             qPrintable(settings.buildDir));
                return 1;
            }
        } catch (const NotMeasured &reason) {
            ++missing;
            std::printf("%-16s not measured: %s\n", row.name, qPrintable(reason.why));
        }
    }
    return missing == 0 ? 0 : 1;
}

} // namespace

} // namespace parvis::bench

int main(int argc, char **argv)
{
    using namespace parvis::bench;
    if (argc == 2 && QByteArrayView(argv[1]) == "--bare-server")
        return runBareServer();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const WatchedApplication app(argc, argv);
    raiseDescriptorLimit();

    Settings settings;
    QStringList names = QApplication::arguments().mid(1);
    if (const qsizetype at = names.indexOf(QLatin1String("--scale")); at >= 0) {
        bool good = false;
        settings.scale = names.value(at + 1).toDouble(&good);
        if (!good || settings.scale <= 0 || settings.scale > 1)
            return usage(QStringLiteral("--scale takes a number above 0, at most 1"));
        names.remove(at, 2);
    }
    for (const QString &name : std::as_const(names)) {
        if (std::none_of(allRows().begin(), allRows().end(),
                         [&](const Row &row) { return name == QLatin1String(row.name); }))
            return usage(QStringLiteral("no such row: ") + name);
    }
    settings.buildDir = QDir::cleanPath(QApplication::applicationDirPath() + QStringLiteral("/.."));
    settings.keepDir = settings.buildDir + QStringLiteral("/bench");
    QDir().mkpath(settings.keepDir);
    // On the disk of the build, not in a temporary folder that may be memory.
    const QTemporaryDir scratch(settings.keepDir + QStringLiteral("/scratch-XXXXXX"));
    settings.scratch = scratch.path();
    return measureAll(settings, names);
}
