#pragma once

#include "base/result.h"

#include <QString>

namespace parvis::app {

// The freedesktop.org entries of this program for this person: 'start with the session' and 'opens parvis:// links'. Both are
// files in the person's own folders, made when asked for and taken away again. Elsewhere than on such a desktop: error Usage.
class DesktopEntry {
public:
    // `program`: the full path of the program; `folder`: its --profile, empty for the usual one.
    DesktopEntry(QString program, QString folder) : m_program(std::move(program)), m_folder(std::move(folder)) { }

    base::Result<void> setAutostart(bool on) const; // $XDG_CONFIG_HOME/autostart/parvis.desktop, with --hidden
    static bool isAutostart();
    base::Result<void> registerLinks() const; // $XDG_DATA_HOME/applications, and the default for parvis://

    QString text(const QString &arguments, bool handlesLinks) const; // of the entry

private:
    QString m_program;
    QString m_folder;
};

// One argument as the Exec key of the Desktop Entry Specification wants it.
QString quotedForExec(const QString &argument);

} // namespace parvis::app
