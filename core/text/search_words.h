#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace parvis::text {

// What narrows a search, typed between the words that are looked for: `de:aline dans:"Gros œuvre" depuis:mars béton`.
enum class SearchOperator { From, In, Before, After, Since, During, Type };

enum class SearchType { Post, Comment, Person, Group, Document };

// One operator with its value, where it stands in what was typed.
struct SearchPart {
    SearchOperator op = SearchOperator::From;
    QString value;
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;

    bool operator==(const SearchPart &) const = default;
};

struct SearchWords {
    QString text;     // what is left: for parseQuery()
    QStringList from; // names or handles as typed, any of them; searchMe for oneself
    QStringList in;   // groups, any of them
    QDate since;      // null: no bound
    QDate until;      // exclusive
    std::optional<SearchType> type;
    QList<SearchPart> parts;   // in order, those that are not understood too
    QStringList notUnderstood; // "avant:demain-peut-être": told, else ignored
};

inline constexpr QStringView searchMe = u"@me";

// French and English words both: de, par, from, by · dans, in · avant, before · après, after · depuis, since · pendant, en,
// le, during, on · type, kind. A value may be quoted. An operator whose value is still empty, or that ends what was typed and is
// not yet a date or type, is left out without a word. Dates: 2026, 2026-03, 2026-03-12, 12/03/2026, 12/03, mars, march 2026
// (quoted), lundi, monday, hier, yesterday, aujourd'hui, today, 7j, 2w, 3m (ago), semaine, week, mois, month.
// before: earlier than the first day meant; after: later than the last; since: from the first on; during: within.
// `monthFirst`: how 03/12 is read. Any input is accepted.
SearchWords parseSearchWords(const QString &typed, QDate today, bool monthFirst = false);

// The typed text with this operator as its only one of its kind, at the beginning; an empty value takes it away.
// `french`: in which language the operator is written.
QString withOperator(const QString &typed, SearchOperator op, const QString &value, bool french);

QString operatorWord(SearchOperator op, bool french);
QString typeWord(SearchType type, bool french);

} // namespace parvis::text
