#include "text/handle.h"

#include "text/cut.h"
#include "text/fold.h"

#include <QList>

namespace parvis::text {

namespace {

bool isSign(char32_t c)
{
    return c == '-' || c == '_' || c == '.';
}

bool isHandleLetter(char32_t c)
{
    return QChar::isLetter(c) && !QChar::isUpper(c) && !QChar::isTitleCase(c);
}

} // namespace

bool isHandle(QStringView handle)
{
    if (handle.isEmpty() || handle.size() > maxHandleLength || handle.front() == u'-')
        return false;
    const QString text = handle.toString();
    if (!text.isValidUtf16() || text.normalized(QString::NormalizationForm_C) != text || text.toLower() != text)
        return false;
    bool hasName = false;
    for (const char32_t c : text.toUcs4()) {
        const bool isName = isHandleLetter(c) || QChar::isDigit(c);
        const bool isMark = hasName && QChar::isMark(c) && !QChar::isSurrogate(c);
        if (!isName && !isSign(c) && !isMark)
            return false;
        hasName |= isName;
    }
    return hasName;
}

QString handleFrom(const QString &name)
{
    QString made;
    for (const char32_t c : fold(name).normalized(QString::NormalizationForm_C).toUcs4()) {
        if (isHandleLetter(c) || QChar::isDigit(c) || (QChar::isMark(c) && !made.isEmpty()))
            made += QString::fromUcs4(&c, 1);
        else if (c == '\'' || made.isEmpty() || isSign(made.back().unicode()))
            continue;
        else if (isSign(c))
            made += QChar(char16_t(c));
        else
            made += QChar::isSpace(c) ? u'.' : u'-';
    }
    made = made.left(safeCut(made, maxHandleLength));
    while (!made.isEmpty() && isSign(made.back().unicode()))
        made.chop(1);
    return isHandle(made) ? made : QStringLiteral("person");
}

} // namespace parvis::text
