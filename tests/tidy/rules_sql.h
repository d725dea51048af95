#pragma once

#include "tidy/rules_layout.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace parvis::tidy {

inline bool mayHoldSql(const SourceFile &file)
{
    return file.isIn("core/store") || file.isIn("core/server") || file.isIn("tests");
}

inline Findings sqlStaysInTheStores(const SourceFile &file)
{
    static const QRegularExpression sql(
        "\\bSELECT\\b.+\\bFROM\\b|\\bINSERT (OR \\w+ )?INTO\\b|\\bUPDATE (OR \\w+ )?\\S+ SET\\b|\\bDELETE FROM\\b|"
        "\\b(CREATE|DROP|ALTER) (TEMP |UNIQUE |VIRTUAL )?(TABLE|INDEX|TRIGGER|VIEW)\\b|^\\s*PRAGMA \\w",
        QRegularExpression::DotMatchesEverythingOption);
    Findings findings;
    if (!file.isCpp() || mayHoldSql(file))
        return findings;
    for (const auto &literal : file.literals) {
        if (sql.match(literal.value).hasMatch())
            findings << found(file, literal.begin, "SQL belongs to core/store/sql or core/server/sql");
    }
    return findings;
}

// A query is a line `-- name: query_name`, at least one line that gives its reason, and the statement.
struct NamedQuery {
    QString name;
    qsizetype offset = 0;
    bool hasReason = false;
    bool hasStatement = false;
};

inline QList<NamedQuery> namedQueries(const SourceFile &file)
{
    QList<NamedQuery> queries;
    qsizetype offset = 0;
    for (const auto &line : file.text.split('\n')) {
        if (line.startsWith("-- name: "))
            queries.append({line.mid(9).trimmed(), offset, false, false});
        else if (!queries.isEmpty() && line.startsWith("-- "))
            queries.last().hasReason = true;
        else if (!queries.isEmpty() && !line.trimmed().isEmpty())
            queries.last().hasStatement = true;
        offset += line.size() + 1;
    }
    return queries;
}

inline bool isQueryFile(const SourceFile &file)
{
    return file.path.endsWith(".sql") && file.path.contains("/queries/");
}

inline Findings sqlFilesHaveTheirPlace(const SourceFile &file)
{
    static const QRegularExpression place(
        R"(^core/(store|server)/sql/(\w+/)*(queries/[a-z0-9_]+|migrations/\d{4}_[a-z0-9_]+)\.sql$)");
    if (!file.path.endsWith(".sql") || file.isIn("tests") || place.match(file.path).hasMatch())
        return {};
    return {found(file, 0, "SQL files are core/{store,server}/sql/…/queries/NAME.sql or …/migrations/NNNN_NAME.sql")};
}

inline Findings queriesAreWellFormed(const SourceFile &file)
{
    static const QRegularExpression goodName("^[a-z][a-z0-9_]*$");
    Findings findings;
    if (!isQueryFile(file))
        return findings;
    const auto queries = namedQueries(file);
    if (queries.isEmpty())
        findings << found(file, 0, "a query file needs lines '-- name: query_name'");
    for (const auto &query : queries) {
        if (!goodName.match(query.name).hasMatch())
            findings << found(file, query.offset, "a query's name is lower_snake: " + query.name);
        if (!query.hasReason)
            findings << found(file, query.offset, query.name + " does not say why it exists");
        if (!query.hasStatement)
            findings << found(file, query.offset, query.name + " has no statement");
    }
    return findings;
}

// The name of the constant that core/sql_to_header.cmake makes of a query: posts_before is postsBefore.
inline QString constantOf(const QString &query)
{
    QString constant;
    for (const auto &word : query.split('_', Qt::SkipEmptyParts))
        constant += constant.isEmpty() ? word : word.left(1).toUpper() + word.mid(1);
    return constant;
}

// That a query in use exists is the compiler's to say; here: none is idle, and none is written twice.
inline Findings queriesAreUsed(const Tree &tree)
{
    static const QRegularExpression identifier("[A-Za-z_]\\w*");
    QHash<QString, QSet<QString>> words; // by component
    for (const auto &file : tree) {
        if (!file.isCpp() || !mayHoldSql(file) || file.isIn("tests"))
            continue;
        auto &seen = words[componentOf(file)];
        for (auto it = identifier.globalMatch(file.code); it.hasNext();)
            seen.insert(it.next().captured());
    }
    Findings findings;
    QHash<QString, QString> places;
    for (const auto &file : tree) {
        if (!isQueryFile(file))
            continue;
        for (const auto &query : namedQueries(file)) {
            const QString key = file.path.section("/queries/", 0, 0) + ' ' + query.name;
            if (places.contains(key))
                findings << found(file, query.offset, query.name + " stands in " + places[key] + " too");
            if (!words[componentOf(file)].contains(constantOf(query.name)))
                findings << found(file, query.offset,
                                  query.name + ": sql::" + constantOf(query.name) + " is used nowhere");
            places[key] = file.path;
        }
    }
    return findings;
}

} // namespace parvis::tidy
