#include "text/file_names.h"

#include <QRegularExpression>

namespace parvis::text {

namespace {

constexpr qsizetype mostBytes = 200;

// Marks that turn the direction of what follows: "exe.fdp" must not be read as "pdf.exe".
bool turnsDirection(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

QString cut(QString text, qsizetype bytes)
{
    while (!text.isEmpty() && text.toUtf8().size() > bytes)
        text.chop(text.size() > 1 && text.back().isLowSurrogate() ? 2 : 1);
    return text;
}

} // namespace

QString safeFileName(const QString &name)
{
    QString safe;
    for (const QChar c : name.normalized(QString::NormalizationForm_C)) {
        if (c.category() == QChar::Other_Control || turnsDirection(c.unicode()) || c.unicode() == 0xFEFF)
            continue;
        static const QString separators = QStringLiteral("/\\:*?\"<>|");
        safe.append(separators.contains(c) ? QLatin1Char('_') : c);
    }
    safe = safe.trimmed();
    qsizetype dot = safe.lastIndexOf(QLatin1Char('.'));
    if (dot <= 0 || safe.size() - dot > 20)
        dot = safe.size();
    const QString end = safe.mid(dot);
    safe = cut(safe.left(dot), mostBytes - end.toUtf8().size()) + end;
    while (safe.endsWith(QLatin1Char('.')) || safe.endsWith(QLatin1Char(' ')))
        safe.chop(1);
    static const QRegularExpression reserved(QStringLiteral("^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?$"),
                                             QRegularExpression::CaseInsensitiveOption);
    if (reserved.match(safe).hasMatch())
        safe.prepend(QLatin1Char('_'));
    return safe.isEmpty() ? QStringLiteral("file") : safe;
}

} // namespace parvis::text
