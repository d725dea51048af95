#include "text/search_words.h"

#include "text/date_words.h"
#include "text/fold.h"

#include <algorithm>

namespace parvis::text {

namespace {

constexpr qsizetype maxTyped = 2000;
constexpr qsizetype maxParts = 16;

struct Word {
    const char *word; // folded
    SearchOperator op;
};

// The first of each operator and language is the one that we write.
constexpr Word words[] = {
    {"de", SearchOperator::From},     {"from", SearchOperator::From},      {"par", SearchOperator::From},
    {"by", SearchOperator::From},     {"auteur", SearchOperator::From},    {"author", SearchOperator::From},
    {"dans", SearchOperator::In},     {"in", SearchOperator::In},          {"groupe", SearchOperator::In},
    {"group", SearchOperator::In},    {"avant", SearchOperator::Before},   {"before", SearchOperator::Before},
    {"apres", SearchOperator::After}, {"after", SearchOperator::After},    {"depuis", SearchOperator::Since},
    {"since", SearchOperator::Since}, {"pendant", SearchOperator::During}, {"during", SearchOperator::During},
    {"en", SearchOperator::During},   {"le", SearchOperator::During},      {"on", SearchOperator::During},
    {"type", SearchOperator::Type},   {"kind", SearchOperator::Type}};

struct TypeName {
    const char *word;
    SearchType type;
};

constexpr TypeName types[] = {{"publication", SearchType::Post},    {"post", SearchType::Post},
                              {"commentaire", SearchType::Comment}, {"comment", SearchType::Comment},
                              {"reponse", SearchType::Comment},     {"personne", SearchType::Person},
                              {"person", SearchType::Person},       {"people", SearchType::Person},
                              {"groupe", SearchType::Group},        {"group", SearchType::Group},
                              {"document", SearchType::Document},   {"fichier", SearchType::Document},
                              {"file", SearchType::Document}};

std::optional<SearchOperator> operatorOf(QStringView typed)
{
    const QString folded = fold(typed);
    for (const Word &word : words) {
        if (folded == QLatin1String(word.word))
            return word.op;
    }
    return std::nullopt;
}

std::optional<SearchType> typeOf(const QString &value)
{
    const QString folded = fold(value);
    for (const TypeName &name : types) {
        const QLatin1String known(name.word);
        if (folded == known || folded == known + u's')
            return name.type;
    }
    return std::nullopt;
}

QChar closingQuote(QChar opening)
{
    switch (opening.unicode()) {
    case u'"': return u'"';
    case u'\u201C': return u'\u201D';
    case u'\u00AB': return u'\u00BB';
    default: return {};
    }
}

// The operator that begins at `at`, if one does.
std::optional<SearchPart> partAt(const QString &typed, qsizetype at)
{
    qsizetype colon = at;
    while (colon < typed.size() && (typed.at(colon).isLetter() || typed.at(colon).isMark()))
        ++colon;
    if (colon == at || colon >= typed.size() || typed.at(colon) != u':')
        return std::nullopt;
    const auto op = operatorOf(QStringView(typed).mid(at, colon - at));
    if (!op)
        return std::nullopt;
    SearchPart part{*op, {}, at, 0};
    qsizetype end = colon + 1;
    if (const QChar closing = end < typed.size() ? closingQuote(typed.at(end)) : QChar(); !closing.isNull()) {
        const qsizetype begin = end + 1;
        end = typed.indexOf(closing, begin);
        part.value = typed.mid(begin, end < 0 ? -1 : end - begin).trimmed();
        end = end < 0 ? typed.size() : end + 1;
    } else {
        while (end < typed.size() && !typed.at(end).isSpace())
            ++end;
        part.value = typed.mid(colon + 1, end - colon - 1);
    }
    part.length = end - at;
    return part;
}

void narrow(SearchWords &out, SearchOperator op, const DateSpan &span)
{
    const auto since = [&](QDate day) { out.since = out.since.isValid() ? std::max(out.since, day) : day; };
    const auto until = [&](QDate day) { out.until = out.until.isValid() ? std::min(out.until, day) : day; };
    switch (op) {
    case SearchOperator::Before: until(span.first); return;
    case SearchOperator::After: since(span.last.addDays(1)); return;
    case SearchOperator::Since: since(span.first); return;
    default: since(span.first); until(span.last.addDays(1));
    }
}

bool isMe(const QString &name)
{
    const QString folded = fold(name);
    return folded == u"me" || folded == u"moi" || folded == u"@me";
}

// False: the value means nothing to us.
bool take(SearchWords &out, const SearchPart &part, QDate today, bool monthFirst)
{
    switch (part.op) {
    case SearchOperator::From:
        out.from << (isMe(part.value)              ? searchMe.toString()
                     : part.value.startsWith(u'@') ? part.value.mid(1)
                                                   : part.value);
        return true;
    case SearchOperator::In: out.in << (part.value.startsWith(u'@') ? part.value.mid(1) : part.value); return true;
    case SearchOperator::Type:
        if (const auto type = typeOf(part.value))
            out.type = type;
        else
            return false;
        return true;
    default:
        if (const auto span = dateSpan(part.value, today, monthFirst))
            narrow(out, part.op, *span);
        else
            return false;
        return true;
    }
}

} // namespace

SearchWords parseSearchWords(const QString &all, QDate today, bool monthFirst)
{
    const QString typed = all.left(maxTyped);
    SearchWords out;
    bool boundary = true;
    QChar inside; // the quote that is open: what it holds is looked for as it stands
    for (qsizetype at = 0; at < typed.size();) {
        const QChar unit = typed.at(at);
        const auto part = boundary && inside.isNull() && out.parts.size() < maxParts ? partAt(typed, at) : std::nullopt;
        if (!part) {
            if (!inside.isNull())
                inside = unit == inside ? QChar() : inside;
            else if (boundary)
                inside = closingQuote(unit);
            boundary = unit.isSpace();
            out.text += unit;
            ++at;
            continue;
        }
        const bool atEnd = part->start + part->length == typed.size();
        out.parts << *part;
        if (!part->value.isEmpty() && !take(out, *part, today, monthFirst) && !atEnd)
            out.notUnderstood << typed.mid(part->start, part->length);
        at += part->length;
        boundary = true;
        while (at < typed.size() && typed.at(at).isSpace())
            ++at;
    }
    return out;
}

QString operatorWord(SearchOperator op, bool french)
{
    switch (op) {
    case SearchOperator::From: return french ? QStringLiteral("de") : QStringLiteral("from");
    case SearchOperator::In: return french ? QStringLiteral("dans") : QStringLiteral("in");
    case SearchOperator::Before: return french ? QStringLiteral("avant") : QStringLiteral("before");
    case SearchOperator::After: return french ? QStringLiteral("après") : QStringLiteral("after");
    case SearchOperator::Since: return french ? QStringLiteral("depuis") : QStringLiteral("since");
    case SearchOperator::During: return french ? QStringLiteral("pendant") : QStringLiteral("during");
    case SearchOperator::Type: return QStringLiteral("type");
    }
    return {};
}

QString typeWord(SearchType type, bool french)
{
    switch (type) {
    case SearchType::Post: return french ? QStringLiteral("publication") : QStringLiteral("post");
    case SearchType::Comment: return french ? QStringLiteral("commentaire") : QStringLiteral("comment");
    case SearchType::Person: return french ? QStringLiteral("personne") : QStringLiteral("person");
    case SearchType::Group: return french ? QStringLiteral("groupe") : QStringLiteral("group");
    case SearchType::Document: return QStringLiteral("document");
    }
    return {};
}

QString withOperator(const QString &typed, SearchOperator op, const QString &value, bool french)
{
    QString rest = typed;
    const SearchWords words = parseSearchWords(typed, QDate(2000, 1, 1));
    for (auto part = words.parts.crbegin(); part != words.parts.crend(); ++part) {
        if (part->op == op)
            rest.remove(part->start, part->length);
    }
    rest = rest.simplified();
    if (value.isEmpty())
        return rest;
    const bool quoted = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    const QString shown = QString(value).remove(u'"');
    const QString made = operatorWord(op, french) + u':' + (quoted ? u'"' + shown + u'"' : shown) + u' ';
    return rest.isEmpty() ? made : made + rest;
}

} // namespace parvis::text
