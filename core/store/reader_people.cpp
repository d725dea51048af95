#include "store/cache_sql.h"
#include "store/reader_private.h"
#include "store/text_index.h"
#include "text/query.h"
#include "text/tokenizer_core.h"

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::PersonId;
using model::ScopeId;
using model::Uuid;

namespace {

constexpr qint64 maxMatches = 5000;

// People are looked for by the beginnings of their names: every word typed is one.
QString beginnings(const QString &typed)
{
    QStringList words;
    for (const text::QueryTerm &term : text::parseQuery(typed).terms) {
        for (const text::QueryToken &token : term.tokens) {
            // The tokenizer takes what follows the mark as it stands, so no word can end the string.
            const QByteArray exact = text::exactMark + QByteArray(token.exact).replace('"', "");
            words.append(u'"' + QString::fromUtf8(exact) + QStringLiteral("\" *"));
        }
    }
    return words.join(QStringLiteral(" AND "));
}

} // namespace

QList<NameRow> Reader::Private::namesBeginning(const QString &typed, qint64 limit)
{
    QList<NameRow> rows;
    const QString match = beginnings(typed);
    if (match.isEmpty())
        return rows;
    Statement &read = of(sql::searchNames).with(match, limit);
    while (read.step())
        rows.append(nameRowOf(read.integer(0)));
    return rows;
}

QList<PersonCard> Reader::Private::people(const QString &query, int limit)
{
    QList<Uuid> ids;
    const QString match = beginnings(query);
    const bool directory = keyOf(ScopeId::directory()) != 0;
    if (!directory) {
        // Guests know the members of their groups.
        QSet<Uuid> met;
        const text::Query wanted = text::parseQuery(query);
        for (const ScopeId &scope : myPlaces()) {
            for (const SeenRow &row : seenAll(Kind::Member, scope)) {
                const auto &member = row.as<model::Member>();
                const bool fits = match.isEmpty() || text::matches(member.handle + u' ' + member.fullName, wanted);
                if (fits && !met.contains(member.person.uuid())) {
                    met.insert(member.person.uuid());
                    ids.append(member.person.uuid());
                }
            }
        }
    } else {
        QList<qint64> keys;
        if (match.isEmpty()) {
            Statement &read = of(sql::peopleByName).with(qint64(limit));
            while (read.step())
                keys.append(read.integer(0));
        } else {
            for (const NameRow &row : namesBeginning(query, maxMatches)) {
                if (row.kind == Kind::Person)
                    keys.append(row.key);
            }
        }
        for (const qint64 key : keys) {
            if (const auto held = heldRow(Kind::Person, key))
                ids.append(held->id);
        }
    }
    QList<PersonCard> people;
    for (const Uuid &id : ids)
        people.append(card(PersonId(id)));
    std::sort(people.begin(), people.end(), [](const PersonCard &a, const PersonCard &b) {
        return a.fullName == b.fullName ? a.id < b.id : comesBefore(a.fullName, b.fullName);
    });
    if (people.size() > limit)
        people.resize(limit);
    return people;
}

std::optional<PersonCard> Reader::Private::person(const QString &idOrHandle)
{
    PersonId id;
    if (const auto uuid = Uuid::fromString(idOrHandle)) {
        id = PersonId(*uuid);
    } else {
        Statement &byHandle = of(sql::personByHandle).with(idOrHandle, keyOf(ScopeId::directory()));
        if (byHandle.step())
            id = byHandle.id<PersonId>(0);
        byHandle.reset();
        for (auto scope = scopes.cbegin(); id.isNull() && scope != scopes.cend(); ++scope) {
            Statement &member = of(sql::memberByHandle).with(scope->key.key, idOrHandle);
            if (member.step())
                id = member.id<PersonId>(0);
            member.reset();
        }
    }
    const PersonCard found = id.isNull() ? PersonCard() : card(id);
    return found.handle.isEmpty() ? std::nullopt : std::optional(found);
}

Result<QList<PersonCard>> Reader::people(const QString &query, int limit)
{
    return d->read([&] { return d->people(query, limit); });
}

Result<std::optional<PersonCard>> Reader::person(const QString &idOrHandle)
{
    return d->read([&] { return d->person(idOrHandle); });
}

Result<std::optional<model::Person>> Reader::profile(PersonId id)
{
    return d->read([&]() -> std::optional<model::Person> {
        const auto row = d->seen(Kind::Person, ScopeId::directory(), id.uuid());
        if (!row)
            return std::nullopt;
        return row->as<model::Person>();
    });
}

} // namespace parvis::store
