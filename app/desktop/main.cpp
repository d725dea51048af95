#include "app/desktop/desk.h"
#include "app/desktop/start_trace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>

namespace {

parvis::app::DeskOptions parse()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Parvis: a company's network on one's own desktop."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile("profile", "Keep everything in DIR.", "DIR",
                                     QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption demo("try", "Open the demo company, whose server runs inside.");
    const QCommandLineOption as("as", "In the demo: be HANDLE.", "HANDLE");
    const QCommandLineOption lang("lang", "Speak fr or en.", "LANG");
    const QCommandLineOption server("server", "Offer URL as the address to join.", "URL");
    parser.addOptions({profile, demo, as, lang, server});
    parser.process(*qApp);

    parvis::app::DeskOptions options;
    options.home = QDir(parser.value(profile)).absolutePath();
    options.demo = parser.isSet(demo);
    options.handle = parser.value(as);
    options.language = parser.value(lang);
    options.server = parser.value(server);
    return options;
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

    parvis::app::Desk desk(parse());
    if (const auto begun = desk.begin(); !begun) {
        std::fprintf(stderr, "parvis: %s\n", qPrintable(begun.error().detail));
        return 1;
    }
    desk.window().show();
    return QApplication::exec();
}
