#include "app/desktop/session.h"
#include "app/desktop/start_trace.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QStandardPaths>
#include <QUrl>

#include <cstdio>
#include <functional>

namespace {

constexpr char demoHandle[] = "camille.morel";

struct Arguments {
    bool demo = false;
    parvis::app::SessionOptions session;
};

// A demo keeps to itself: its server in DIR/try, and a profile for each person one has been there.
void aimAtDemo(parvis::app::SessionOptions &options, const QString &home)
{
    options.tryDir = home + QStringLiteral("/try");
    if (options.handle.isEmpty())
        options.handle = QString::fromLatin1(demoHandle);
    options.profileDir =
        options.tryDir + QStringLiteral("/people/") + QString::fromLatin1(QUrl::toPercentEncoding(options.handle));
}

Arguments parse(const QString &home)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Parvis: a company's network on one's own desktop."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile("profile", "Keep everything in DIR.", "DIR", home);
    const QCommandLineOption demo("try", "Open the demo company, whose server runs inside.");
    const QCommandLineOption as("as", "In the demo: be HANDLE.", "HANDLE");
    const QCommandLineOption lang("lang", "Speak fr or en.", "LANG");
    const QCommandLineOption server("server", "Offer URL as the address to join.", "URL");
    parser.addOptions({profile, demo, as, lang, server});
    parser.process(*qApp);

    Arguments arguments;
    arguments.demo = parser.isSet(demo);
    arguments.session.profileDir = QDir(parser.value(profile)).absolutePath();
    arguments.session.handle = parser.value(as);
    arguments.session.language = parser.value(lang);
    arguments.session.server = parser.value(server);
    if (arguments.demo)
        aimAtDemo(arguments.session, arguments.session.profileDir);
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    parvis::app::StartTrace::begin();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("parvis"));
    QApplication::setApplicationDisplayName(QStringLiteral("Parvis"));
    QApplication::setApplicationVersion(QStringLiteral(PARVIS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("parvis"));

    const QString home = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    Arguments arguments = parse(home);
    std::unique_ptr<parvis::app::Session> session;
    std::function<bool(const parvis::app::SessionOptions &)> open = [&](const parvis::app::SessionOptions &options) {
        auto opened = parvis::app::Session::open(options);
        if (!opened) {
            std::fprintf(stderr, "parvis: %s\n", qPrintable(opened.error().detail));
            return false;
        }
        auto &next = **opened;
        next.window().setWindowIcon(QIcon(parvis::ui::programIcon(64)));
        QObject::connect(
            &next, &parvis::app::Session::tryWanted, qApp,
            [&, options] {
                auto demo = options;
                demo.handle.clear();
                aimAtDemo(demo, options.profileDir);
                open(demo);
            },
            Qt::QueuedConnection);
        next.window().show(); // before the old window goes: without any window the program would end
        session = std::move(*opened);
        return true;
    };
    return open(arguments.session) ? QApplication::exec() : 1;
}
