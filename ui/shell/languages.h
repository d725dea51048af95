#pragma once

#include <QString>
#include <QTranslator>

namespace parvis::ui {

// The words of the window at run time: French first where the system speaks it, else English.
class Languages {
public:
    // "fr" or "en", or empty for the system's. Sets QLocale's default, too. Returns what was chosen.
    QString apply(const QString &wanted);

private:
    QTranslator m_own;
    QTranslator m_qt; // Qt's own menus and buttons
};

} // namespace parvis::ui
