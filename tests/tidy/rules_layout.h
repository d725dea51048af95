#pragma once

#include "tidy/source_file.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace parvis::tidy {

// What each component may include besides itself (docs/architecture.md): dependencies point one way.
inline const QHash<QString, QSet<QString>> &allowedIncludes()
{
    static const QHash<QString, QSet<QString>> allowed = [] {
        QHash<QString, QSet<QString>> table;
        table["base"] = {};
        table["blobs"] = {"base"};
        table["model"] = {"base"};
        table["text"] = table["model"] + QSet<QString>{"model"};
        table["extract"] = {"base", "model", "text"};
        table["spelling"] = {"base"};
        table["protocol"] = table["text"] + QSet<QString>{"text"};
        table["store"] = table["protocol"] + QSet<QString>{"protocol"};
        const auto upToStore = table["store"] + QSet<QString>{"store"};
        for (const char *middle : {"sync", "transport", "auth", "alerts", "server"})
            table[middle] = upToStore;
        for (const char *holder : {"transport", "server"})
            table[holder] += "blobs";
        table["server"] += "extract";
        table["client"] = upToStore + QSet<QString>{"blobs", "sync", "transport", "auth", "alerts"};
        table["ui"] = {"base", "model", "text", "spelling", "alerts", "client"};
        return table;
    }();
    return allowed;
}

inline QString componentOf(const SourceFile &file)
{
    if (file.isIn("core"))
        return file.path.section('/', 1, 1);
    return file.path.section('/', 0, 0);
}

inline Findings includesPointDown(const SourceFile &file)
{
    static const QRegularExpression include(R"rx(^\s*#\s*include\s*"((\w+)/[^"]+)")rx",
                                            QRegularExpression::MultilineOption);
    // Plain values that the client's facade hands through: ui sees them, but nothing that opens a database.
    static const QSet<QString> handedThrough{"store/reader.h", "store/change_set.h"};
    const auto &allowed = allowedIncludes();
    const QString component = componentOf(file);
    if (!file.isCpp() || !allowed.contains(component))
        return {};
    Findings findings;
    for (auto it = include.globalMatch(file.text); it.hasNext();) {
        const auto match = it.next();
        const QString other = match.captured(2);
        if (component == "ui" && handedThrough.contains(match.captured(1)))
            continue;
        const bool known = allowed.contains(other) || other == "app" || other == "tests" || other == "support";
        if (known && other != component && !allowed[component].contains(other))
            findings << found(file, match.capturedStart(1), component + " may not include " + other);
    }
    return findings;
}

// Which folders may see which foreign headers: one adapter for each outside thing.
inline Findings foreignHeadersStayInTheirAdapter(const SourceFile &file)
{
    struct Rule {
        QRegularExpression header;
        QStringList folders;
        const char *what;
    };
    static const QList<Rule> rules{
        {QRegularExpression("^sqlite3"),
         {"core/store", "core/server", "tests"},
         "SQLite belongs to core/store and core/server"},
        {QRegularExpression("^(QtSql/|QSql)"), {}, "SQLite is reached through its C API (docs/adr/0001)"},
        {QRegularExpression("^boost/"), {"core/server", "app/server", "tests"}, "Boost belongs to core/server"},
        {QRegularExpression("^(QtWebSockets/|QWebSocket)"),
         {"core/transport", "tests"},
         "QWebSocket belongs to core/transport"},
        {QRegularExpression("^(qt6keychain|keychain)"), {"core/auth", "tests"}, "QtKeychain belongs to core/auth"},
        {QRegularExpression("^hunspell"), {"core/spelling", "tests"}, "hunspell belongs to core/spelling"},
        {QRegularExpression("^(md4c|libstemmer)"),
         {"core/text", "core/store", "tests"},
         "md4c and Snowball belong to core/text"},
        {QRegularExpression(
             "^(QtWidgets/|QtGui/|QWidget$|QApplication$|QGuiApplication$|QPainter$|QPixmap$|QImage$|QColor$|QFont$)"),
         {"ui", "app", "tests"},
         "core has no windows and no pictures"},
    };
    static const QRegularExpression include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])",
                                            QRegularExpression::MultilineOption);
    Findings findings;
    if (!file.isCpp())
        return findings;
    for (auto it = include.globalMatch(file.text); it.hasNext();) {
        const auto match = it.next();
        for (const auto &rule : rules) {
            const bool here =
                std::any_of(rule.folders.begin(), rule.folders.end(), [&](auto &f) { return file.isIn(f); });
            if (!here && rule.header.match(match.captured(1)).hasMatch())
                findings << found(file, match.capturedStart(1), QString("%1: %2").arg(match.captured(1), rule.what));
        }
    }
    return findings;
}

inline Findings headersHavePragmaOnce(const SourceFile &file)
{
    if (!file.path.endsWith(".h") || file.text.contains("#pragma once\n"))
        return {};
    return {found(file, 0, "a header needs #pragma once")};
}

inline Findings filesUseTheirNamespace(const SourceFile &file)
{
    static const QRegularExpression directive(R"(^\s*#.*(\\\n.*)*$)", QRegularExpression::MultilineOption);
    if (!file.isCpp() || !(file.isIn("core") || file.isIn("ui")))
        return {};
    const QString wanted = "parvis::" + componentOf(file);
    const QRegularExpression opens("\\bnamespace\\s+" + wanted + "\\b");
    const bool onlyDirectives = QString(file.code).remove(directive).trimmed().isEmpty();
    if (onlyDirectives || opens.match(file.code).hasMatch())
        return {};
    return {found(file, 0, "nothing here is in namespace " + wanted)};
}

inline Findings filesStaySmall(const SourceFile &file)
{
    const auto lines = file.text.count('\n');
    if (!(file.isCpp() || file.path.endsWith(".sql") || file.path == "dev") || lines <= 600)
        return {};
    return {found(file, file.text.size(), QString("%1 lines; past 600 a file holds two ideas: part them").arg(lines))};
}

inline Findings linesAreClean(const SourceFile &file)
{
    static const QRegularExpression bad("\t|\r|[ ]+$", QRegularExpression::MultilineOption);
    Findings findings;
    const bool strict = file.isCpp() || file.path.endsWith(".sql") || file.path == "dev";
    if (!file.text.isEmpty() && !file.text.endsWith('\n'))
        findings << found(file, file.text.size(), "the last line has no end");
    if (!strict)
        return findings;
    for (auto it = bad.globalMatch(file.text); it.hasNext();)
        findings << found(file, it.next().capturedStart(), "tab, carriage return or blank at the end of a line");
    return findings;
}

inline Findings nothingIsLeftOver(const SourceFile &file)
{
    // Written in pieces, so that the rule does not find itself.
    static const QRegularExpression mark("^(<{7} |={7}$|>{7} )|\\b(TO"
                                         "DO|FIX"
                                         "ME)\\b",
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression machine("(?<![\\w.])/(wo"
                                            "rk|ro"
                                            "ot|ho"
                                            "me/\\w+)/");
    Findings findings;
    for (auto it = mark.globalMatch(file.text); it.hasNext();) {
        const auto match = it.next();
        findings << found(file, match.capturedStart(), "conflict mark or reminder: " + match.captured().trimmed());
    }
    for (auto it = machine.globalMatch(file.text); it.hasNext();) {
        const auto match = it.next();
        findings << found(file, match.capturedStart(), "path of somebody's machine: " + match.captured());
    }
    static const QRegularExpression temporary("^/t"
                                              "mp/");
    for (const auto &literal : file.literals) {
        if (!file.isIn("tests") && temporary.match(literal.value).hasMatch())
            findings << found(file, literal.begin, "ask QDir::tempPath() for the temporary folder");
    }
    return findings;
}

} // namespace parvis::tidy
