#include "text/links.h"

#include <QChar>
#include <QList>

#include <algorithm>

namespace parvis::text {

namespace {

// Cyrillic and Greek letters that are drawn like Latin ones.
bool looksLatin(char32_t c)
{
    return QStringView(u"асԁеһіјӏорԛѕԝхуονρυ").contains(QChar(char16_t(c))) && c < 0x10000;
}

// Japanese is written in three scripts at once; every other mix of letters in one label is a disguise.
bool isOneWritingSystem(const QList<QChar::Script> &scripts)
{
    if (scripts.size() <= 1)
        return true;
    return std::all_of(scripts.begin(), scripts.end(), [](QChar::Script script) {
        return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
    });
}

bool isDeceptive(const QString &label)
{
    QList<QChar::Script> scripts;
    bool allLookLatin = true;
    bool hasLetter = false;
    for (const char32_t c : label.toUcs4()) {
        if (!QChar::isLetter(c)) {
            if (c > 0x7F && !QChar::isMark(c) && !QChar::isDigit(c))
                return true;
            continue;
        }
        hasLetter = true;
        allLookLatin &= looksLatin(c);
        const auto script = QChar::script(c);
        if (script != QChar::Script_Common && script != QChar::Script_Inherited && !scripts.contains(script))
            scripts << script;
    }
    return !isOneWritingSystem(scripts) || (hasLetter && allLookLatin);
}

} // namespace

QString shownHost(const QString &host)
{
    const QString ascii = QString::fromLatin1(QUrl::toAce(host));
    if (ascii.isEmpty())
        return host; // an address in brackets, or nothing that DNS knows
    const QString readable = QUrl::fromAce(ascii.toLatin1(), QUrl::IgnoreIDNWhitelist);
    const auto labels = readable.split(u'.');
    return std::any_of(labels.begin(), labels.end(), isDeceptive) ? ascii : readable;
}

} // namespace parvis::text
