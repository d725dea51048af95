#include "text/date_words.h"

#include "text/fold.h"

#include <QRegularExpression>
#include <QStringList>

namespace parvis::text {

namespace {

struct Name {
    const char *word;
    int number;
};

constexpr Name months[] = {{"janvier", 1},   {"fevrier", 2},   {"mars", 3},      {"avril", 4},     {"mai", 5},
                           {"juin", 6},      {"juillet", 7},   {"aout", 8},      {"septembre", 9}, {"octobre", 10},
                           {"novembre", 11}, {"decembre", 12}, {"january", 1},   {"february", 2},  {"march", 3},
                           {"april", 4},     {"may", 5},       {"june", 6},      {"july", 7},      {"august", 8},
                           {"september", 9}, {"october", 10},  {"november", 11}, {"december", 12}};

constexpr Name weekdays[] = {{"lundi", 1},    {"mardi", 2},    {"mercredi", 3}, {"jeudi", 4},   {"vendredi", 5},
                             {"samedi", 6},   {"dimanche", 7}, {"monday", 1},   {"tuesday", 2}, {"wednesday", 3},
                             {"thursday", 4}, {"friday", 5},   {"saturday", 6}, {"sunday", 7}};

// The whole word, or its beginning of at least four letters ("sept", "janv").
template<class Names>
int numberOf(const Names &names, const QString &word)
{
    for (const Name &name : names) {
        const QLatin1String known(name.word);
        if (word == known || (word.size() >= 4 && known.startsWith(word)))
            return name.number;
    }
    return 0;
}

std::optional<DateSpan> oneDay(QDate day)
{
    return day.isValid() ? std::optional(DateSpan{day, day}) : std::nullopt;
}

std::optional<DateSpan> monthOf(int year, int month)
{
    const QDate first(year, month, 1);
    return first.isValid() ? std::optional(DateSpan{first, first.addMonths(1).addDays(-1)}) : std::nullopt;
}

std::optional<DateSpan> byWord(const QString &word, QDate today)
{
    if (word == u"today" || word == u"aujourd'hui" || word == u"aujourdhui")
        return oneDay(today);
    if (word == u"yesterday" || word == u"hier")
        return oneDay(today.addDays(-1));
    if (word == u"avant-hier" || word == u"avanthier")
        return oneDay(today.addDays(-2));
    if (word == u"week" || word == u"semaine") {
        const QDate monday = today.addDays(1 - today.dayOfWeek());
        return DateSpan{monday, monday.addDays(6)};
    }
    if (word == u"month" || word == u"mois")
        return monthOf(today.year(), today.month());
    if (word == u"year" || word == u"annee")
        return DateSpan{QDate(today.year(), 1, 1), QDate(today.year(), 12, 31)};
    if (const int day = numberOf(weekdays, word))
        return oneDay(today.addDays(-((today.dayOfWeek() - day + 7) % 7)));
    return std::nullopt;
}

// "7j", "2w", "3m": so long ago.
std::optional<DateSpan> ago(const QString &word, QDate today)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,3})([jdswm])$"));
    const auto match = form.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const int count = match.captured(1).toInt();
    switch (match.captured(2).front().unicode()) {
    case 'j':
    case 'd': return oneDay(today.addDays(-count));
    case 's':
    case 'w': return oneDay(today.addDays(-7 * count));
    default: return oneDay(today.addMonths(-count));
    }
}

std::optional<DateSpan> byMonthName(const QString &word, QDate today)
{
    static const QRegularExpression form(QStringLiteral("^([a-z]+)[ ._/-]?(\\d{4})?$"));
    const auto match = form.match(word);
    const int month = match.hasMatch() ? numberOf(months, match.captured(1)) : 0;
    if (month == 0)
        return std::nullopt;
    if (!match.captured(2).isEmpty())
        return monthOf(match.captured(2).toInt(), month);
    return monthOf(month <= today.month() ? today.year() : today.year() - 1, month);
}

std::optional<DateSpan> byNumbers(const QString &word, QDate today, bool monthFirst)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,4})(?:[./-](\\d{1,2})(?:[./-](\\d{1,4}))?)?$"));
    const auto match = form.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const int a = match.captured(1).toInt();
    const int b = match.captured(2).toInt();
    const int c = match.captured(3).toInt();
    if (match.captured(1).size() == 4) {
        if (match.captured(2).isEmpty())
            return a > 0 ? std::optional(DateSpan{QDate(a, 1, 1), QDate(a, 12, 31)}) : std::nullopt;
        return match.captured(3).isEmpty() ? monthOf(a, b) : oneDay(QDate(a, b, c));
    }
    if (match.captured(2).isEmpty())
        return std::nullopt;
    const int day = monthFirst ? b : a;
    const int month = monthFirst ? a : b;
    if (match.captured(3).size() == 4 || match.captured(3).size() == 2)
        return oneDay(QDate(c < 100 ? 2000 + c : c, month, day));
    if (!match.captured(3).isEmpty())
        return std::nullopt;
    const QDate thisYear(today.year(), month, day);
    return oneDay(thisYear <= today ? thisYear : QDate(today.year() - 1, month, day));
}

} // namespace

std::optional<DateSpan> dateSpan(QStringView typed, QDate today, bool monthFirst)
{
    const QString word = fold(typed).simplified();
    if (auto span = byNumbers(word, today, monthFirst))
        return span;
    if (auto span = byWord(word, today))
        return span;
    if (auto span = ago(word, today))
        return span;
    return byMonthName(word, today);
}

} // namespace parvis::text
