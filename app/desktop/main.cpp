#include "app/desktop/desk.h"
#include "app/desktop/desktop_entry.h"
#include "app/desktop/fonts_ahead.h"
#include "app/desktop/single_instance.h"
#include "app/desktop/start_trace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>

namespace {

struct Arguments {
    parvis::app::DeskOptions desk;
    QString link;
    bool registersLinks = false;
};

Arguments parse()
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
    const QCommandLineOption hidden("hidden", "Begin in the tray, without a window.");
    const QCommandLineOption links("register-links", "Let this program open parvis:// links for you, and end.");
    parser.addOptions({profile, demo, as, lang, server, hidden, links});
    parser.addPositionalArgument("LINK", "A place to open: parvis://HOST/post/ID (docs/links.md).", "[LINK]");
    parser.process(*qApp);

    Arguments arguments;
    arguments.link = parser.positionalArguments().value(0);
    arguments.registersLinks = parser.isSet(links);
    parvis::app::DeskOptions &options = arguments.desk;
    options.program = QCoreApplication::applicationFilePath();
    options.usualHome = !parser.isSet(profile);
    options.hidden = parser.isSet(hidden);
    options.home = QDir(parser.value(profile)).absolutePath();
    options.demo = parser.isSet(demo);
    options.handle = parser.value(as);
    options.language = parser.value(lang);
    options.server = parser.value(server);
    return arguments;
}

int registerLinks(const parvis::app::DeskOptions &options)
{
    const parvis::app::DesktopEntry entry(options.program, options.usualHome ? QString() : options.home);
    const auto done = entry.registerLinks();
    if (!done)
        std::fprintf(stderr, "parvis: %s\n", qPrintable(done.error().detail));
    return done ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    parvis::app::StartTrace::begin();
    parvis::app::FontsAhead fonts;
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("parvis"));
    QApplication::setApplicationDisplayName(QStringLiteral("Parvis"));
    QApplication::setApplicationVersion(QStringLiteral(PARVIS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("parvis"));

    const Arguments arguments = parse();
    if (arguments.registersLinks)
        return registerLinks(arguments.desk);
    parvis::app::SingleInstance instance(arguments.desk.folder());
    if (!instance.take()) {
        if (instance.handOver(arguments.link))
            return 0;
        std::fprintf(stderr, "parvis: it runs already, and does not answer\n");
        return 1;
    }
    parvis::app::Desk desk(arguments.desk, &fonts);
    QObject::connect(&desk, &parvis::app::Desk::painted, &instance, &parvis::app::SingleInstance::listen);
    QObject::connect(&instance, &parvis::app::SingleInstance::asked, &desk, &parvis::app::Desk::openLink);
    if (const auto begun = desk.begin(); !begun) {
        std::fprintf(stderr, "parvis: %s\n", qPrintable(begun.error().detail));
        return 1;
    }
    if (!arguments.link.isEmpty())
        desk.openLink(arguments.link);
    else if (!desk.presence().isInTray() || !arguments.desk.hidden)
        desk.window().show();
    else
        QApplication::setQuitOnLastWindowClosed(false);
    return QApplication::exec();
}
