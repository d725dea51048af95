#include "store/row_writer.h"

#include "store/cache_sql.h"
#include "store/fts_tokenizer.h"

namespace parvis::store {

using namespace cache;
using model::Kind;
using model::Uuid;
using protocol::WireRow;

RowWriter::RowWriter(Database &db, TextIndex &text, NoticeWriter &notices)
    : m_db(db), m_text(text), m_notices(notices), m_tags(db)
{
    reload();
}

void RowWriter::reload()
{
    m_unknown = m_db.scalar(sql::unknownCount);
}

RowWriter::Statements &RowWriter::of(Kind kind)
{
    auto &slot = m_kinds[size_t(kind)];
    if (!slot) {
        const KindSql text = kindSql(kind);
        slot = std::make_unique<Statements>(
            Statements{m_db.prepare(text.insert), m_db.prepare(text.update), m_db.prepare(text.held),
                       m_db.prepare(text.row), m_db.prepare(text.remove)});
    }
    return *slot;
}

void RowWriter::tell(const Target &target, Kind kind, const Uuid &id, QByteArrayView thread, bool deleted)
{
    if (target.changes.wide)
        return;
    target.changes.add({kind, id, target.scope, kind == Kind::Post ? id : Uuid::fromBytes(thread), deleted});
}

template<class S>
bool RowWriter::bind(Statement &statement, const Target &target, const WireRow &row, RowGist &gist)
{
    statement.bind(1, target.key.key).bindBlob(2, row.id.view()).bind(3, row.rev).bind(4, row.order);
    if (bindPayload<S>(statement, row.payload, gist))
        return true;
    const auto decoded = protocol::decodeEntity(S::kind, row.payload);
    if (!decoded)
        return false;
    m_recoded = protocol::encodeEntity(decoded->entity, decoded->unknown);
    gist = {};
    return bindPayload<S>(statement, m_recoded, gist);
}

// Who is concerned by a row that has just been written.
template<class S>
void RowWriter::notice(const Target &target, const WireRow &row, const RowGist &gist, bool isNew)
{
    if constexpr (hasBody<S>) {
        NoticeRow told{S::kind, row.order, row.id, row.id, Uuid::fromBytes(gist.author)};
        if (S::kind == Kind::Comment)
            told.post = Uuid::fromBytes(gist.thread);
        told.wall = Uuid::fromBytes(gist.wall);
        told.parent = Uuid::fromBytes(gist.parent);
        told.mentions = gist.mentions;
        told.blank = gist.blank;
        m_notices.wrote(target.key.key, told, isNew, target.changes);
    } else if constexpr (std::is_same_v<S, model::Membership>) {
        m_notices.placesChanged();
    }
}

template<class S>
bool RowWriter::putKind(const Target &target, const WireRow &row)
{
    Statement &insert = of(S::kind).insert;
    RowGist gist;
    if (!bind<S>(insert, target, row, gist)) {
        insert.reset();
        removeKind<S>(target, row.id);
        return false;
    }
    insert.run();
    if (m_db.changes() == 0)
        return replace<S>(target, row, gist);
    if constexpr (hasBody<S>) {
        m_text.add(row.order, gist.body, target.key.token + authorToken(gist.author));
        if constexpr (hasTags<S>)
            m_tags.add(target.key.key, gist.tags);
    } else if constexpr (hasName<S>) {
        const qint64 key = m_db.lastRowId();
        const auto decoded = protocol::decodeEntity(S::kind, row.payload);
        m_text.addName(S::kind, key, nameText(std::get<S>(decoded->entity)));
    } else if constexpr (hasFileWords<S>) {
        const auto decoded = protocol::decodeEntity(S::kind, row.payload);
        addFile(target.key, row.order, fileWords(std::get<S>(decoded->entity)));
    }
    notice<S>(target, row, gist, true);
    tell(target, S::kind, row.id, gist.thread, false);
    return true;
}

template<class S>
bool RowWriter::replace(const Target &target, const WireRow &row, const RowGist &gist)
{
    Statements &kind = of(S::kind);
    Statement &old = kind.row.with(target.key.key, row.id);
    if (!old.step())
        return false; // another entity has its order: not this build's idea of a row
    const qint64 rev = old.integer(2);
    const qint64 key = old.integer(5);
    const qint64 order = old.integer(3);
    std::optional<S> before;
    if (rev < row.rev && (hasBody<S> || hasName<S> || hasFileWords<S>))
        before = readFields<S>(old);
    old.reset();
    if (rev >= row.rev)
        return true;

    RowGist after = gist;
    if (!bind<S>(kind.update, target, row, after)) {
        kind.update.reset();
        return false;
    }
    kind.update.run();
    if (m_db.changes() == 0) {
        removeKind<S>(target, row.id);
        return false;
    }
    if constexpr (hasBody<S>) {
        const QByteArray body = before->body.toUtf8();
        if (body != after.body || key != row.order || authorToken(before->author.uuid().view()) != authorToken(after.author)) {
            m_text.remove(key, body, target.key.token + authorToken(before->author.uuid().view()));
            m_text.add(row.order, after.body, target.key.token + authorToken(after.author));
        }
        if constexpr (hasTags<S>)
            m_tags.replace(target.key.key, before->tags, after.tags);
    } else if constexpr (hasName<S>) {
        const auto decoded = protocol::decodeEntity(S::kind, row.payload);
        const QString was = nameText(*before);
        const QString is = nameText(std::get<S>(decoded->entity));
        if (was != is) {
            m_text.removeName(S::kind, key, was);
            m_text.addName(S::kind, key, is);
        }
    } else if constexpr (hasFileWords<S>) {
        const auto decoded = protocol::decodeEntity(S::kind, row.payload);
        const FileWords was = fileWords(*before);
        const FileWords is = fileWords(std::get<S>(decoded->entity));
        if (was != is || order != row.order) {
            removeFile(target.key, order, was);
            addFile(target.key, row.order, is);
        }
    }
    if (hasBody<S> && key != row.order)
        m_notices.moved(key, row.order);
    notice<S>(target, row, after, false);
    tell(target, S::kind, row.id, after.thread, false);
    return true;
}

template<class S>
void RowWriter::removeKind(const Target &target, const Uuid &id)
{
    Statements &kind = of(S::kind);
    Statement &old = kind.row.with(target.key.key, id);
    if (!old.step())
        return;
    const qint64 order = old.integer(3);
    const qint64 key = old.integer(5);
    const S before = readFields<S>(old);
    old.reset();
    kind.remove.with(target.key.key, id).run();
    Uuid thread;
    if constexpr (hasBody<S>) {
        m_text.remove(key, before.body.toUtf8(), target.key.token + authorToken(before.author.uuid().view()));
        m_notices.removed(key, target.changes);
    }
    if constexpr (hasTags<S>)
        m_tags.remove(target.key.key, before.tags);
    if constexpr (std::is_same_v<S, model::Membership>)
        m_notices.placesChanged();
    if constexpr (hasName<S>)
        m_text.removeName(S::kind, key, nameText(before));
    if constexpr (hasFileWords<S>)
        removeFile(target.key, order, fileWords(before));
    if constexpr (hasThread<S>)
        thread = before.post.uuid();
    if constexpr (std::is_same_v<S, model::Attachment>)
        thread = before.target;
    tell(target, S::kind, id, thread.view(), true);
}

void RowWriter::addFile(const ScopeKey &scope, qint64 order, const FileWords &words)
{
    m_text.addFile(order, words, scope.token + authorToken(words.author.uuid().view()));
}

void RowWriter::removeFile(const ScopeKey &scope, qint64 order, const FileWords &words)
{
    m_text.removeFile(order, words, scope.token + authorToken(words.author.uuid().view()));
}

// A row that is held as unknown: true if this one is newer, which then takes its place.
bool RowWriter::isNewer(const Target &target, const WireRow &row)
{
    if (m_unknown == 0)
        return true;
    Statement held = m_db.prepare(sql::unknownHeld);
    if (!held.with(target.key.key, row.id).step())
        return true;
    if (held.integer(0) >= row.rev)
        return false;
    held.reset();
    removeUnknown(target.key.key, row.id);
    return true;
}

void RowWriter::removeUnknown(qint64 scopeKey, const Uuid &id)
{
    m_db.prepare(sql::unknownRemove).with(scopeKey, id).run();
}

void RowWriter::keepUnknown(const Target &target, const WireRow &row)
{
    Statement write = m_db.prepare(sql::unknownWrite);
    write.bind(1, target.key.key).bindBlob(2, row.id.view()).bind(3, row.kind).bind(4, row.rev).bind(5, row.order);
    write.bindBlob(6, row.payload).run();
    ++m_unknown;
}

void RowWriter::put(const Target &target, const WireRow &row)
{
    if (!isNewer(target, row))
        return;
    const auto kind = model::kindFromNumber(row.kind);
    if (!kind) {
        keepUnknown(target, row);
        return;
    }
    const bool read = model::withKind(*kind, [&](auto tag) { return putKind<decltype(tag)>(target, row); });
    if (!read)
        keepUnknown(target, row);
}

void RowWriter::bury(const Target &target, const WireRow &row)
{
    const auto kind = model::kindFromNumber(row.kind);
    isNewer(target, row);
    if (!kind)
        return;
    Statement &held = of(*kind).held.with(target.key.key, row.id);
    const bool older = held.step() && held.integer(0) < row.rev;
    held.reset();
    if (older)
        remove(target, *kind, row.id);
}

void RowWriter::remove(const Target &target, Kind kind, const Uuid &id)
{
    model::withKind(kind, [&](auto tag) { removeKind<decltype(tag)>(target, id); });
}

template<class S>
void RowWriter::unindexScope(const ScopeKey &scope)
{
    if constexpr (hasBody<S> || hasName<S> || hasFileWords<S>) {
        Statement rows = m_db.prepare(kindSql(S::kind).rowsOfScope);
        rows.with(scope.key);
        while (rows.step()) {
            const S entity = readFields<S>(rows);
            if constexpr (hasBody<S>)
                m_text.remove(rows.integer(5), entity.body.toUtf8(), scope.token + authorToken(entity.author.uuid().view()));
            else if constexpr (hasName<S>)
                m_text.removeName(S::kind, rows.integer(5), nameText(entity));
            else
                removeFile(scope, rows.integer(3), fileWords(entity));
        }
    }
}

void RowWriter::purge(const ScopeKey &scope)
{
    for (const Kind kind : model::allKinds) {
        model::withKind(kind, [&](auto tag) { unindexScope<decltype(tag)>(scope); });
        m_db.prepare(kindSql(kind).removeScope).with(scope.key).run();
    }
    m_db.prepare(sql::unknownPurge).with(scope.key).run();
    m_notices.purge(scope.key);
    m_tags.purge(scope.key);
}

} // namespace parvis::store
