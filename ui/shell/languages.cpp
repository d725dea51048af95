#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace parvis::ui {

QString Languages::apply(const QString &wanted)
{
    QString language = wanted;
    if (language != QLatin1String("fr") && language != QLatin1String("en"))
        language = QLocale::system().language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("fr");
    const QLocale system = QLocale::system();
    // The country's way with dates and numbers, if it goes with the language.
    const bool same = QLocale(language).language() == system.language() && system.language() != QLocale::C;
    QLocale::setDefault(same ? system : QLocale(language == QLatin1String("fr") ? QLocale::French : QLocale::English));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/parvis_") + language))
        QCoreApplication::installTranslator(&m_own);
    if (language != QLatin1String("en")
        && m_qt.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    return language;
}

} // namespace parvis::ui
