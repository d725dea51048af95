// Pictures of every view without a screen, and contact sheets of them: see usage().
#include "shot/sheet.h"
#include "support/gallery.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QProcess>

#include <cstdio>

using namespace parvis;

namespace {

struct Look {
    QString name;
    ui::Preferences::Appearance appearance;
    ui::Preferences::Contrast contrast = ui::Preferences::Normal;
};

const QList<Look> looks{{"light", ui::Preferences::Light},
                        {"dark", ui::Preferences::Dark},
                        {"contrast", ui::Preferences::Light, ui::Preferences::High},
                        {"contrast-dark", ui::Preferences::Dark, ui::Preferences::High}};

struct Run {
    QString folder;
    QStringList wanted; // views; empty: all
    QStringList languages{"fr", "en"};
    QList<QSize> sizes{{1280, 800}};
    bool scaled = false; // this process draws at scale 2
    int taken = 0;
};

int usage()
{
    std::fprintf(stderr, "usage: parvis-shot [--all] [VIEW...] FOLDER\n"
                         "  every view in French and English, in every look, full and empty, at 1280x800\n"
                         "  --all: at 1920x1080 and at scale 2 too\n"
                         "  FOLDER/sheets has the contact sheets\n");
    return 2;
}

QImage take(const tests::View &view, const QString &language, const Look &look, bool full, QSize size)
{
    tests::UiWorld world;
    world.languages.apply(language);
    if (full)
        furnish(world);
    world.preferences.appearance = look.appearance;
    world.preferences.contrast = look.contrast;
    world.theme.apply(world.preferences);
    const tests::OpenView open(world, view, size);
    QImage picture = open.shown()->grab().toImage();
    // A popup is a window of its own.
    if (QWidget *popup = QApplication::activePopupWidget()) {
        QPainter(&picture).drawImage(open.shown()->mapFromGlobal(popup->pos()), popup->grab().toImage());
        popup->close();
    }
    return picture;
}

// All views in one language, look and size: one picture each, and one sheet of them.
bool takeAll(Run &run, const QString &language, const Look &look, bool full, QSize size)
{
    QString suffix = language + '-' + look.name;
    if (size != QSize(1280, 800))
        suffix += QString("-%1").arg(size.width());
    if (run.scaled)
        suffix += "@2";
    if (!full)
        suffix += "-empty";
    shot::Sheet sheet(suffix);
    for (const tests::View &view : tests::gallery()) {
        if (!run.wanted.isEmpty() && !run.wanted.contains(view.name))
            continue;
        const QImage picture = take(view, language, look, full, size);
        // Little compression: most of the time would go into it.
        if (!picture.save(QString("%1/%2-%3.png").arg(run.folder, view.name, suffix), "PNG", 80))
            return false;
        sheet.add(view.name, picture);
        ++run.taken;
    }
    return sheet.save(run.folder + "/sheets/" + suffix + ".png");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QStringList arguments = QApplication::arguments().mid(1);
    const bool all = arguments.removeAll("--all") > 0;
    Run run;
    run.scaled = arguments.removeAll("--scaled") > 0;
    if (arguments.isEmpty() || arguments.last().startsWith('-'))
        return usage();
    run.folder = arguments.takeLast();
    run.wanted = arguments;
    if (!QDir().mkpath(run.folder + "/sheets")) {
        std::fprintf(stderr, "parvis-shot: cannot make %s\n", qPrintable(run.folder));
        return 1;
    }
    // The scale is one of the whole process, so another one draws those, beside this one.
    QProcess other;
    if (all) {
        run.sizes.append({1920, 1080});
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_SCALE_FACTOR", "2");
        other.setProcessEnvironment(environment);
        other.setProcessChannelMode(QProcess::ForwardedChannels);
        other.start(QApplication::applicationFilePath(),
                    QStringList{"--scaled"} + run.wanted + QStringList{run.folder});
    }
    for (const QString &language : std::as_const(run.languages)) {
        for (const Look &look : looks) {
            for (const bool full : {true, false}) {
                for (const QSize size : std::as_const(run.sizes)) {
                    if (!takeAll(run, language, look, full, size)) {
                        std::fprintf(stderr, "parvis-shot: cannot write into %s\n", qPrintable(run.folder));
                        return 1;
                    }
                }
            }
        }
    }
    std::printf("%d pictures\n", run.taken);
    if (!all)
        return 0;
    const bool ended = other.waitForFinished(600'000) && other.exitStatus() == QProcess::NormalExit;
    return ended ? other.exitCode() : 1;
}
