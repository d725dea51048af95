#include "model/document_names.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace parvis::model {

namespace {

// The dot of the extension, or the end: ".profile" and "README" have none.
qsizetype extensionAt(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    const bool is = dot > 0 && name.size() - dot <= 12 && !name.mid(dot).contains(QLatin1Char(' '));
    return is ? dot : name.size();
}

// Cut so that it has at most so many bytes of UTF-8, never inside a character.
QString shortened(QString text, qsizetype bytes)
{
    while (!text.isEmpty() && text.toUtf8().size() > bytes)
        text.chop(text.size() > 1 && text.back().isLowSurrogate() ? 2 : 1);
    return text.trimmed();
}

} // namespace

QString tidyName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).trimmed();
}

bool isGoodName(const QString &name)
{
    if (name.isEmpty() || name == QLatin1String(".") || name == QLatin1String("..")
        || name.toUtf8().size() > maxNameBytes)
        return false;
    return std::none_of(name.begin(), name.end(), [](QChar c) {
        return c == QLatin1Char('/') || c == QLatin1Char('\\') || c.category() == QChar::Other_Control;
    });
}

QString nameKey(const QString &name)
{
    // Folding can leave what composes again, so form KC comes last.
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded().normalized(QString::NormalizationForm_KC);
}

QString clashedName(const QString &name, const QString &person, Time at, int attempt)
{
    const qsizetype dot = extensionAt(name);
    const QDate day = QDateTime::fromMSecsSinceEpoch(at.ms(), QTimeZone::utc()).date();
    QString plain = person;
    for (const QChar bad : {QLatin1Char('/'), QLatin1Char('\\')})
        plain.replace(bad, QLatin1Char('-'));
    QString note =
        QStringLiteral(" (%1, %2").arg(shortened(plain, 80), QLocale::c().toString(day, QStringLiteral("d MMM")));
    if (attempt > 1)
        note += QLatin1Char(' ') + QString::number(attempt);
    const QString end = note + QLatin1Char(')') + name.mid(dot);
    return shortened(name.left(dot), maxNameBytes - end.toUtf8().size()) + end;
}

} // namespace parvis::model
