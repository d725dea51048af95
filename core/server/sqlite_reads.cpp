#include "server/sqlite_reads.h"

#include "server/forwarding_view.h"
#include "server/rows_sql.h"

#include <QScopeGuard>
#include <QtEndian>

namespace parvis::server {

namespace sql = rows::sql;
using store::Statement;

namespace {

constexpr int touchedBytes = 1 + 16 + 16 + 8 + 16;

// A statement left on a row would keep the snapshot open after its transaction.
auto resetAtEnd(Statement &statement)
{
    return qScopeGuard([&statement] { statement.reset(); });
}

StoredRow readRow(const Statement &from)
{
    StoredRow row;
    row.kind = from.integer(0);
    row.id = from.uuid(1);
    row.rev = from.integer(2);
    row.order = from.integer(3);
    row.deleted = from.boolean(4);
    row.parent = from.uuid(5);
    row.rootRev = from.integer(6);
    row.at = from.integer(7);
    row.payload = from.blob(8);
    row.due = from.integer(9);
    return row;
}

std::vector<StoredRow> readRows(Statement &from)
{
    std::vector<StoredRow> rows;
    while (from.step())
        rows.push_back(readRow(from));
    return rows;
}

// "Above this id" with the null id standing for "from the first", which NULL would not.
void bindAfter(Statement &statement, int at, const Uuid &id)
{
    if (id.isNull())
        statement.bindBlob(at, {});
    else
        statement.bind(at, id);
}

} // namespace

QByteArray packTouched(const QList<protocol::Touched> &touched)
{
    QByteArray out;
    out.reserve(touched.size() * touchedBytes);
    for (const protocol::Touched &each : touched) {
        out.append(char(each.scope.type)).append(each.scope.id.view()).append(each.epoch.uuid().view());
        char rev[8];
        qToBigEndian(each.rev, rev);
        out.append(rev, 8).append(each.entity.view());
    }
    return out;
}

QList<protocol::Touched> unpackTouched(QByteArrayView bytes)
{
    QList<protocol::Touched> touched;
    for (; bytes.size() >= touchedBytes; bytes = bytes.sliced(touchedBytes)) {
        protocol::Touched each;
        each.scope = {model::ScopeType(bytes[0]), Uuid::fromBytes(bytes.sliced(1, 16))};
        each.epoch = EpochId(Uuid::fromBytes(bytes.sliced(17, 16)));
        each.rev = qFromBigEndian<qint64>(bytes.data() + 33);
        each.entity = Uuid::fromBytes(bytes.sliced(41, 16));
        touched.append(each);
    }
    return touched;
}

SqliteReads::SqliteReads(store::Database &db)
    : m_scope(db.prepare(sql::scopeByName)),
      m_scopes(db.prepare(sql::allScopes)),
      m_row(db.prepare(sql::rowById)),
      m_used(db.prepare(sql::idUsed)),
      m_scopeOf(db.prepare(sql::scopeOfId)),
      m_ascending(db.prepare(sql::rowsAscending)),
      m_descending(db.prepare(sql::rowsDescending)),
      m_liveIds(db.prepare(sql::liveIds)),
      m_timeAt(db.prepare(sql::timeAt)),
      m_children(db.prepare(sql::childrenOf)),
      m_ofKind(db.prepare(sql::rowsOfKind)),
      m_postsOfKind(db.prepare(sql::postsOfKind)),
      m_due(db.prepare(sql::rowsDue)),
      m_handle(db.prepare(sql::handleOwner)),
      m_laneLast(db.prepare(sql::laneLast)),
      m_answer(db.prepare(sql::answerByOp)),
      m_answerAt(db.prepare(sql::answerAt)),
      m_meta(db.prepare(sql::metaGet)),
      m_grant(db.prepare(sql::grantGet)),
      m_counter(db.prepare(sql::counterGet))
{
}

Place *SqliteReads::place(const ScopeId &scope)
{
    const auto held = m_places.find(scope);
    if (held != m_places.end())
        return &held.value();
    const auto guard = resetAtEnd(m_scope);
    if (!m_scope.with(scope.toString()).step())
        return nullptr;
    Place place;
    place.n = m_scope.integer(0);
    place.info = {scope,
                  m_scope.id<EpochId>(1),
                  m_scope.integer(2),
                  m_scope.integer(3),
                  m_scope.integer(4),
                  m_scope.boolean(6)};
    place.lastAt = m_scope.integer(5);
    return &m_places.insert(scope, place).value();
}

std::optional<ScopeInfo> SqliteReads::scope(const ScopeId &scope)
{
    const Place *found = place(scope);
    return found ? std::optional(found->info) : std::nullopt;
}

std::vector<ScopeInfo> SqliteReads::scopes()
{
    std::vector<ScopeInfo> all;
    m_scopes.reset();
    while (m_scopes.step()) {
        const auto scope = ScopeId::fromString(m_scopes.text(0));
        if (!scope)
            continue;
        const auto held = m_places.constFind(*scope);
        if (held != m_places.constEnd())
            all.push_back(held->info);
        else
            all.push_back({*scope, m_scopes.id<EpochId>(1), m_scopes.integer(2), m_scopes.integer(3),
                           m_scopes.integer(4), m_scopes.boolean(5)});
    }
    return all;
}

std::optional<StoredRow> SqliteReads::row(const ScopeId &scope, const Uuid &id)
{
    const Place *in = place(scope);
    if (!in)
        return std::nullopt;
    const auto guard = resetAtEnd(m_row);
    if (!m_row.with(in->n, id).step())
        return std::nullopt;
    return readRow(m_row);
}

bool SqliteReads::everUsed(const Uuid &id)
{
    const auto guard = resetAtEnd(m_used);
    return m_used.with(id).step() && m_used.boolean(0);
}

std::optional<ScopeId> SqliteReads::scopeOf(const Uuid &id)
{
    const auto guard = resetAtEnd(m_scopeOf);
    if (!m_scopeOf.with(id).step())
        return std::nullopt;
    return ScopeId::fromString(m_scopeOf.text(0));
}

RangeRead SqliteReads::range(const ScopeId &scope, qint64 from, qint64 to, const RowFilter &filter, int maxRows,
                             qint64 maxBytes, bool ascending)
{
    RangeFill fill(maxRows, maxBytes);
    if (const Place *in = place(scope)) {
        Statement &statement = ascending ? m_ascending : m_descending;
        const auto guard = resetAtEnd(statement);
        statement.with(in->n, from, to, filter.minRootRev, filter.tombstonesAbove);
        while (statement.step() && fill.take(readRow(statement))) { }
    }
    return fill.finish(from, to, ascending);
}

QList<Uuid> SqliteReads::liveIds(const ScopeId &scope, const Uuid &after, qint64 minRootRev, int limit)
{
    QList<Uuid> ids;
    const Place *in = place(scope);
    if (!in)
        return ids;
    m_liveIds.reset();
    m_liveIds.bind(1, in->n);
    bindAfter(m_liveIds, 2, after);
    m_liveIds.bind(3, minRootRev).bind(4, limit);
    while (m_liveIds.step())
        ids.append(m_liveIds.uuid(0));
    return ids;
}

qint64 SqliteReads::timeOf(const ScopeId &scope, qint64 rev)
{
    const Place *in = place(scope);
    if (!in || rev <= 0)
        return 0;
    const auto guard = resetAtEnd(m_timeAt);
    return m_timeAt.with(in->n, rev).step() ? m_timeAt.integer(0) : in->lastAt;
}

std::vector<StoredRow> SqliteReads::children(const ScopeId &scope, const Uuid &parent)
{
    const Place *in = place(scope);
    return in ? readRows(m_children.with(in->n, parent)) : std::vector<StoredRow>();
}

std::vector<StoredRow> SqliteReads::ofKind(const ScopeId &scope, Kind kind, const Uuid &afterId, int limit)
{
    const Place *in = place(scope);
    if (!in)
        return {};
    const bool many = kind == Kind::Post || kind == Kind::Comment || kind == Kind::Reaction;
    Statement &statement = many ? m_postsOfKind : m_ofKind;
    statement.reset();
    statement.bind(1, in->n).bind(2, qint64(kind));
    bindAfter(statement, 3, afterId);
    statement.bind(4, limit);
    return readRows(statement);
}

std::vector<DueRow> SqliteReads::due(qint64 upTo, int limit)
{
    const auto guard = resetAtEnd(m_due);
    m_due.with(upTo, limit);
    std::vector<DueRow> rows;
    while (m_due.step()) {
        if (const auto scope = ScopeId::fromString(m_due.text(0)))
            rows.push_back({*scope, m_due.uuid(1), m_due.integer(2)});
    }
    return rows;
}

std::optional<Uuid> SqliteReads::handleOwner(const QString &handle)
{
    const auto guard = resetAtEnd(m_handle);
    return m_handle.with(handle).step() ? std::optional(m_handle.uuid(0)) : std::nullopt;
}

qint64 SqliteReads::laneLast(LaneId lane)
{
    const auto guard = resetAtEnd(m_laneLast);
    return m_laneLast.with(lane).step() ? m_laneLast.integer(0) : 0;
}

std::optional<StoredAnswer> SqliteReads::answer(OpId id)
{
    const auto guard = resetAtEnd(m_answer);
    if (!m_answer.with(id).step())
        return std::nullopt;
    return StoredAnswer{m_answer.id<OpId>(0), m_answer.id<LaneId>(1), m_answer.integer(2), m_answer.boolean(3),
                        m_answer.boolean(4),  m_answer.text(5),       unpackTouched(m_answer.view(6))};
}

std::optional<OpId> SqliteReads::answerAt(LaneId lane, qint64 number)
{
    const auto guard = resetAtEnd(m_answerAt);
    return m_answerAt.with(lane, number).step() ? std::optional(m_answerAt.id<OpId>(0)) : std::nullopt;
}

std::optional<QByteArray> SqliteReads::meta(const QString &key)
{
    const auto guard = resetAtEnd(m_meta);
    return m_meta.with(key).step() ? std::optional(m_meta.blob(0)) : std::nullopt;
}

std::optional<BlobGrant> SqliteReads::blobGrant(const Uuid &upload)
{
    const auto guard = resetAtEnd(m_grant);
    if (!m_grant.with(upload).step())
        return std::nullopt;
    const auto scope = ScopeId::fromString(m_grant.text(1));
    if (!scope)
        return std::nullopt;
    return BlobGrant{m_grant.id<PersonId>(0), *scope, m_grant.text(2), m_grant.integer(3), m_grant.integer(4)};
}

qint64 SqliteReads::lastOrder()
{
    const auto guard = resetAtEnd(m_counter);
    return m_counter.with(QStringLiteral("last_order")).step() ? m_counter.integer(0) : 0;
}

} // namespace parvis::server
