#pragma once

#include "tidy/source_file.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

namespace parvis::tidy {

struct UserString {
    QString value;
    qsizetype offset = 0;
};

// The first argument of every tr() and QT_TRANSLATE_NOOP-like call: neighbouring literals are one string.
inline QList<UserString> userStrings(const SourceFile &file)
{
    static const QRegularExpression call(
        "\\btr\\s*\\(|\\bQT_TR_NOOP\\s*\\(|\\b(translate|QT_TRANSLATE_NOOP)\\s*\\(\\s*\"\\s*\"\\s*,");
    QList<UserString> strings;
    for (auto it = call.globalMatch(file.code); it.hasNext();) {
        qsizetype at = it.next().capturedEnd();
        UserString string{{}, at};
        bool any = false;
        for (const auto &literal : file.literals) {
            if (literal.begin < at)
                continue;
            if (!QStringView(file.code).mid(at, literal.begin - at).trimmed().isEmpty())
                break;
            string.value += literal.value;
            at = literal.end;
            any = true;
        }
        if (any)
            strings << string;
    }
    return strings;
}

inline Findings sourceStringsAreEnglish(const SourceFile &file)
{
    Findings findings;
    if (!file.isCpp() || !(file.isIn("ui") || file.isIn("app")))
        return findings;
    for (const auto &literal : file.literals) {
        const bool accent = std::any_of(literal.value.begin(), literal.value.end(), [](QChar c) {
            return c.unicode() >= 0xC0 && c.unicode() < 0x250 && c.isLetter();
        });
        if (accent)
            findings << found(file, literal.begin,
                              "source strings are English, translations are in translations/: " + literal.value);
    }
    return findings;
}

// Sources of the finished messages of a .ts file.
inline QSet<QString> finishedSources(const SourceFile &ts)
{
    QSet<QString> finished;
    QXmlStreamReader xml(ts.text);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            const bool done = !xml.attributes().hasAttribute("type");
            if (done && !xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed().isEmpty())
                finished.insert(source);
        }
    }
    return finished;
}

inline Findings userStringsAreTranslated(const Tree &tree)
{
    Findings findings;
    for (const auto &ts : tree) {
        if (!ts.path.endsWith("_fr.ts"))
            continue;
        const auto finished = finishedSources(ts);
        for (const auto &file : tree) {
            if (!file.isCpp() || !(file.isIn("ui") || file.isIn("app")))
                continue;
            for (const auto &string : userStrings(file)) {
                if (!finished.contains(string.value))
                    findings << found(file, string.offset,
                                      QString("not finished in %1: %2").arg(ts.path, string.value));
            }
        }
    }
    return findings;
}

} // namespace parvis::tidy
