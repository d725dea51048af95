#include "app/desktop/desktop_entry.h"

#include <QDir>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>

namespace parvis::app {

namespace {

const QString entryName = QStringLiteral("parvis.desktop");
const QString linksName = QStringLiteral("parvis-links.desktop");

QString autostartFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/autostart/")
           + entryName;
}

base::Result<void> write(const QString &path, const QString &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return base::fail(base::ErrorKind::Storage, QStringLiteral("desktop entry"), file.errorString());
    return {};
}

#ifndef Q_OS_LINUX
base::Result<void> elsewhere()
{
    return base::fail(base::ErrorKind::Usage, QStringLiteral("desktop entry"),
                      QStringLiteral("this system has no freedesktop.org entries"));
}
#endif

} // namespace

QString quotedForExec(const QString &argument)
{
    QString quoted;
    for (const QChar c : argument) {
        if (QStringView(u"\"`$\\").contains(c))
            quoted += QLatin1Char('\\');
        if (c == u'%')
            quoted += u'%'; // %% is a per cent sign, %u an argument
        quoted += c;
    }
    // The value of a key is unescaped once before it is unquoted.
    return u'"' + quoted.replace(QLatin1String("\\"), QLatin1String("\\\\")) + u'"';
}

QString DesktopEntry::text(const QString &arguments, bool handlesLinks) const
{
    QString exec = quotedForExec(m_program);
    if (!m_folder.isEmpty())
        exec += QStringLiteral(" --profile ") + quotedForExec(m_folder);
    QString entry = QStringLiteral("[Desktop Entry]\nType=Application\nName=Parvis\nIcon=parvis\nTerminal=false\n"
                                   "Categories=Network;InstantMessaging;Office;\nExec=%1%2\n")
                        .arg(exec, arguments);
    if (handlesLinks)
        entry += QStringLiteral("NoDisplay=true\nMimeType=x-scheme-handler/parvis;\n");
    return entry;
}

bool DesktopEntry::isAutostart()
{
    return QFile::exists(autostartFile());
}

base::Result<void> DesktopEntry::setAutostart(bool on) const
{
#ifdef Q_OS_LINUX
    if (on)
        return write(autostartFile(), text(QStringLiteral(" --hidden"), false));
    if (QFile::exists(autostartFile()) && !QFile::remove(autostartFile()))
        return base::fail(base::ErrorKind::Storage, QStringLiteral("desktop entry"), autostartFile());
    return {};
#else
    return elsewhere();
#endif
}

base::Result<void> DesktopEntry::registerLinks() const
{
#ifdef Q_OS_LINUX
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::ApplicationsLocation);
    if (auto written = write(folder + u'/' + linksName, text(QStringLiteral(" %u"), true)); !written)
        return written;
    // Desktops read a cache of these files; without the tool they find the new one at the next login.
    if (const QString update = QStandardPaths::findExecutable(QStringLiteral("update-desktop-database"));
        !update.isEmpty())
        QProcess::execute(update, {QStringLiteral("-q"), folder});
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("xdg-mime"));
    if (!tool.isEmpty())
        QProcess::execute(tool, {QStringLiteral("default"), linksName, QStringLiteral("x-scheme-handler/parvis")});
    return {};
#else
    return elsewhere();
#endif
}

} // namespace parvis::app
