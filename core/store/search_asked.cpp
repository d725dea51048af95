#include "store/search.h"

#include "store/fts_tokenizer.h"
#include "store/text_index.h"
#include "text/fold.h"
#include "text/matching.h"
#include "text/search_words.h"

namespace parvis::store {

using model::Kind;
using model::ScopeId;
using model::Uuid;

// What a query asks for: the people and places that its names mean, and whether a row is one of them.

namespace {

constexpr qint64 maxNames = 500;
constexpr int maxAuthors = 32; // that one name may mean

} // namespace

// Whom and what the typed names mean.
void Search::understand()
{
    if (!m_asked.group.isNull())
        m_in.insert(ScopeId::group(model::GroupId(m_asked.group)));
    if (m_asked.wall)
        m_in.insert(ScopeId::directory());
    for (const QString &name : m_asked.from) {
        const QList<PersonCard> people = peopleNamed(name);
        if (people.isEmpty())
            m_result.unknown.append(name);
        for (const PersonCard &person : people) {
            if (!m_authors.contains(person.id.uuid()))
                m_result.from.append(person);
            m_authors.insert(person.id.uuid());
        }
    }
    for (const QString &name : m_asked.in) {
        const QList<ScopeId> groups = groupsNamed(name);
        if (groups.isEmpty())
            m_result.unknown.append(name);
        for (const ScopeId &group : groups) {
            if (!m_in.contains(group))
                m_result.in.append(m_reader.place(group, {}));
            m_in.insert(group);
        }
    }
}

QList<PersonCard> Search::peopleNamed(const QString &name)
{
    if (name == text::searchMe)
        return {m_reader.card(m_reader.me)};
    if (const auto exact = m_reader.person(name))
        return {*exact};
    if (m_reader.keyOf(ScopeId::directory()) == 0) // a guest knows few people
        return name.isEmpty() ? QList<PersonCard>() : m_reader.people(name, maxAuthors);
    const text::Query wanted = text::parseQuery(name);
    QList<PersonCard> people;
    for (const NameRow &row : m_reader.namesBeginning(name, maxNames)) {
        const auto held = row.kind == Kind::Person ? m_reader.heldRow(Kind::Person, row.key) : std::nullopt;
        if (!held)
            continue;
        // The index also has what they do and where.
        const PersonCard card = m_reader.card(model::PersonId(held->id));
        if (text::matches(card.handle + u' ' + card.fullName, wanted))
            people.append(card);
        if (people.size() == maxAuthors)
            break;
    }
    return people;
}

// The group of this handle or title; else those of mine whose title has words that begin so.
QList<ScopeId> Search::groupsNamed(const QString &name)
{
    const QString wanted = text::fold(name);
    QList<ScopeId> exact, others;
    for (const ScopeId &scope : m_places) {
        if (scope.type != model::ScopeType::Group)
            continue;
        const PlaceCard place = m_reader.place(scope, {});
        const QString title = text::fold(place.title);
        if (place.handle == name || title == wanted)
            exact.append(scope);
        else if (title.startsWith(wanted) || title.contains(u' ' + wanted) || place.handle.startsWith(wanted))
            others.append(scope);
    }
    return exact.isEmpty() ? others : exact;
}

bool Search::isNarrowed() const
{
    return !m_in.isEmpty() || !m_authors.isEmpty() || !m_span.isWhole();
}

// The expression narrowed to the places and people that are asked for; for an empty one, all that is theirs.
QString Search::narrowed(const QString &expression, const QString &columns, const QSet<ScopeId> &in) const
{
    QStringList parts;
    const auto anyOf = [&parts](const QStringList &tokens) {
        if (!tokens.isEmpty())
            parts.append(QStringLiteral("{place} : (\"%1\")").arg(tokens.join(QStringLiteral("\" OR \""))));
    };
    QStringList places;
    for (const ScopeId &scope : in) {
        const auto row = m_reader.scopes.constFind(scope);
        // A place without rows: the mark alone is no token, so nothing is found.
        places.append(row == m_reader.scopes.constEnd() ? QChar::fromLatin1(placeMark) + QStringLiteral(" nowhere")
                                                        : QString::fromUtf8(row->key.token));
    }
    anyOf(places);
    QStringList authors;
    for (const Uuid &author : m_authors)
        authors.append(QString::fromUtf8(authorToken(author.view())));
    anyOf(authors);
    if (parts.isEmpty())
        return expression;
    if (!expression.isEmpty())
        parts.prepend(QStringLiteral("({%1} : (%2))").arg(columns, expression));
    return parts.join(QStringLiteral(" AND "));
}

QString Search::expressionOf(const text::Query &query) const
{
    return narrowed(text::toFts5(query), QStringLiteral("body"), m_in);
}

// Nothing but exclusions is no query to the index: what it leaves is compared here.
bool Search::answers(const QString &body) const
{
    return m_query.findsSomething() ? text::matches(body, m_query) : text::findMatches(body, m_query, true, 1).empty();
}

bool Search::wants(Kind kind) const
{
    if (m_asked.kind && *m_asked.kind != kind)
        return false;
    const bool words = kind == Kind::Post || kind == Kind::Comment;
    return words || !isNarrowed();
}

bool Search::isOnWall(const SeenRow &row)
{
    if (row.kind == Kind::Post)
        return row.as<model::Post>().wall == *m_asked.wall;
    const auto post = m_reader.heldRow(Kind::Post, row.scope, row.as<model::Comment>().post.uuid());
    return post && std::get<model::Post>(post->entity).wall == *m_asked.wall;
}

bool Search::isVisible(const SeenRow &row)
{
    if (!m_places.contains(row.scope) && row.state == ItemState::Acked)
        return false;
    if (!m_in.isEmpty() && !m_in.contains(row.scope))
        return false;
    const bool post = row.kind == Kind::Post;
    const model::PersonId author = post ? row.as<model::Post>().author : row.as<model::Comment>().author;
    if (!m_authors.isEmpty() && !m_authors.contains(author.uuid()))
        return false;
    // What waits stands above everything, but was written on some day.
    const base::Time written = post ? row.as<model::Post>().createdAt : row.as<model::Comment>().createdAt;
    if (!m_span.contains(row.order < pendingOrderBase ? row.order : orderAt(written)))
        return false;
    return !m_asked.wall || isOnWall(row);
}

} // namespace parvis::store
