#include "store/cache_sql.h"
#include "store/fts_tokenizer.h"
#include "store/row_writer.h"

namespace parvis::store {

using namespace cache;
using model::Kind;
using model::Uuid;

qint64 RowWriter::heldRev(qint64 scopeKey, const Uuid &id)
{
    qint64 rev = 0;
    for (const Kind kind : model::allKinds) {
        Statement &held = of(kind).held.with(scopeKey, id);
        if (held.step())
            rev = qMax(rev, held.integer(0));
        held.reset();
    }
    if (m_unknown > 0) {
        Statement held = m_db.prepare(sql::unknownHeld);
        if (held.with(scopeKey, id).step())
            rev = qMax(rev, held.integer(0));
    }
    return rev;
}

QList<RowWriter::HeldId> RowWriter::heldIn(qint64 scopeKey, const Uuid &after, const Uuid &through)
{
    QList<HeldId> ids;
    const auto collect = [&](const QByteArray &text, std::optional<Kind> kind) {
        Statement range = m_db.prepare(text);
        // The null id is the beginning of the range here, not an absent value.
        range.bind(1, scopeKey).bindBlob(2, after.view()).bindBlob(3, through.view());
        while (range.step())
            ids.append({kind, range.uuid(0), range.integer(1)});
    };
    for (const Kind kind : model::allKinds)
        collect(kindSql(kind).idRange, kind);
    collect(sql::unknownRange, std::nullopt);
    return ids;
}

QList<RowWriter::HeldId> RowWriter::unverified(qint64 scopeKey)
{
    QList<HeldId> ids;
    for (const Kind kind : model::allKinds) {
        Statement read = m_db.prepare(kindSql(kind).unverifiedIds);
        read.with(scopeKey);
        while (read.step())
            ids.append({kind, read.uuid(0), 0});
    }
    return ids;
}

void RowWriter::unverify(qint64 scopeKey)
{
    for (const Kind kind : model::allKinds)
        m_db.prepare(kindSql(kind).unverify).with(scopeKey).run();
    m_db.prepare(sql::unknownUnverify).with(scopeKey).run();
}

void RowWriter::wipe()
{
    for (const Kind kind : model::allKinds)
        m_db.exec(kindSql(kind).wipe);
    m_text.wipe();
    m_tags.wipe();
}

void RowWriter::indexFiles(const QList<ScopeKey> &scopes)
{
    const auto index = [this](const ScopeKey &scope, auto tag) {
        using S = decltype(tag);
        Statement rows = m_db.prepare(kindSql(S::kind).rowsOfScope);
        rows.with(scope.key);
        while (rows.step())
            addFile(scope, rows.integer(3), fileWords(readFields<S>(rows)));
    };
    for (const ScopeKey &scope : scopes) {
        index(scope, model::Folder());
        index(scope, model::Document());
    }
}

void RowWriter::adoptUnknown()
{
    struct Kept {
        qint64 scope;
        QByteArray payload;
        protocol::WireRow row;
    };
    std::vector<Kept> all;
    Statement read = m_db.prepare(sql::unknownReadAll);
    while (read.step()) {
        const auto kind = model::kindFromNumber(read.integer(2));
        const QByteArray payload = read.blob(5);
        if (!kind || !protocol::decodeEntity(*kind, payload))
            continue;
        all.push_back({read.integer(0), payload,
                       {read.integer(2), read.uuid(1), read.integer(3), read.integer(4), false, {}}});
    }
    ChangeSet changes; // nobody listens yet
    for (Kept &each : all) {
        each.row.payload = each.payload;
        removeUnknown(each.scope, each.row.id);
        put({model::ScopeId(), {each.scope, placeToken(each.scope)}, changes}, each.row);
    }
    reload();
}

} // namespace parvis::store
