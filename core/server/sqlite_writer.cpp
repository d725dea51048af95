#include "server/sqlite_writer.h"

#include "model/derived_ids.h"
#include "server/rows_sql.h"

namespace parvis::server {

namespace sql = rows::sql;
using store::Failure;

namespace {

[[noreturn]] void misuse(const QString &where, const char *detail)
{
    throw Failure{{base::ErrorKind::Storage, where, QString::fromLatin1(detail)}};
}

} // namespace

SqliteWriter::SqliteWriter(std::unique_ptr<store::Database> db)
    : m_db(std::move(db)),
      m_reads(*m_db),
      m_begin(m_db->prepare("BEGIN IMMEDIATE")),
      m_commit(m_db->prepare("COMMIT")),
      m_rollback(m_db->prepare("ROLLBACK")),
      m_savepoint(m_db->prepare("SAVEPOINT operation")),
      m_release(m_db->prepare("RELEASE operation")),
      m_rollbackTo(m_db->prepare("ROLLBACK TO operation")),
      m_scopeInsert(m_db->prepare(sql::scopeInsert)),
      m_scopeUpdate(m_db->prepare(sql::scopeUpdate)),
      m_put(m_db->prepare(sql::rowPut)),
      m_handleInsert(m_db->prepare(sql::handleInsert)),
      m_handlesRelease(m_db->prepare(sql::handlesRelease)),
      m_answerInsert(m_db->prepare(sql::answerInsert)),
      m_answerUpdate(m_db->prepare(sql::answerUpdate)),
      m_laneSet(m_db->prepare(sql::laneSet)),
      m_answersTrim(m_db->prepare(sql::answersTrim)),
      m_metaSet(m_db->prepare(sql::metaSet)),
      m_grantSet(m_db->prepare(sql::grantSet)),
      m_grantsDrop(m_db->prepare(sql::grantsDrop)),
      m_counterSet(m_db->prepare(sql::counterSet))
{
    m_lastOrder = m_reads.lastOrder();
}

void SqliteWriter::begin()
{
    m_begin.run();
    m_touched.clear();
    m_inOperation = false;
}

void SqliteWriter::flush()
{
    for (Place &place : m_reads.places()) {
        if (!place.dirty)
            continue;
        const ScopeInfo &info = place.info;
        m_scopeUpdate.with(place.n, info.epoch, info.head, info.floor, info.memberRev, place.lastAt, info.dead).run();
        place.dirty = false;
    }
    if (m_orderDirty)
        m_counterSet.with(QStringLiteral("last_order"), m_lastOrder).run();
    m_orderDirty = false;
}

void SqliteWriter::commit()
{
    if (m_inOperation)
        misuse(QStringLiteral("commit"), "An operation is still open. Accept or refuse it before the commit.");
    flush();
    m_commit.run();
}

void SqliteWriter::rollback() noexcept
{
    m_reads.forget();
    m_before.clear();
    m_inOperation = false;
    m_orderDirty = false;
    try {
        m_rollback.run();
        m_lastOrder = m_reads.lastOrder();
    } catch (const Failure &) {
        // A commit that failed has rolled back by itself. If the file cannot even be read, the next begin says so.
    }
}

void SqliteWriter::beginOperation()
{
    m_savepoint.run();
    m_before.clear();
    m_orderBefore = m_lastOrder;
    m_touched.beginOperation();
    m_inOperation = true;
}

void SqliteWriter::acceptOperation()
{
    m_release.run();
    m_inOperation = false;
}

void SqliteWriter::refuseOperation()
{
    m_rollbackTo.run();
    m_release.run();
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
        if (it.value())
            m_reads.places().insert(it.key(), *it.value());
        else
            m_reads.places().remove(it.key());
    }
    m_lastOrder = m_orderBefore;
    m_touched.refuseOperation();
    m_inOperation = false;
}

Place &SqliteWriter::change(const ScopeId &scope)
{
    Place *place = m_reads.place(scope);
    if (!place)
        misuse(scope.toString(), "There is no such scope. Create it before writing to it.");
    if (m_inOperation && !m_before.contains(scope))
        m_before.insert(scope, *place);
    place->dirty = true;
    m_touched.add(scope);
    return *place;
}

ScopeInfo SqliteWriter::createScope(const ScopeId &scope, EpochId epoch)
{
    if (m_reads.place(scope))
        misuse(scope.toString(), "This scope exists already.");
    m_scopeInsert.with(scope.toString(), epoch).run();
    if (m_inOperation)
        m_before.insert(scope, std::nullopt);
    m_touched.add(scope);
    return m_reads.place(scope)->info;
}

void SqliteWriter::killScope(const ScopeId &scope)
{
    change(scope).info.dead = true;
}

void SqliteWriter::put(const ScopeId &scope, StoredRow &row, qint64 now)
{
    Place &place = change(scope);
    place.lastAt = std::max(place.lastAt, now);
    row.rev = ++place.info.head;
    row.at = place.lastAt;
    if (row.deleted) {
        row.payload.clear();
        row.due = 0;
    }
    if (row.kind == qint64(Kind::Member))
        place.info.memberRev = row.rev;
    m_put.reset();
    m_put.bind(1, place.n).bind(2, row.rev).bind(3, row.id).bind(4, row.kind).bind(5, row.order).bind(6, row.deleted);
    m_put.bind(7, row.parent).bind(8, row.rootRev).bind(9, row.at).bindBlob(10, row.payload).bind(11, row.due);
    m_put.run();
}

qint64 SqliteWriter::nextOrder(qint64 nowUs)
{
    m_lastOrder = std::max(m_lastOrder + 1, nowUs * 256);
    m_orderDirty = true;
    return m_lastOrder;
}

void SqliteWriter::raiseOrder(qint64 order)
{
    m_lastOrder = std::max(m_lastOrder, order);
    m_orderDirty = true;
}

bool SqliteWriter::claimHandle(const QString &handle, const Uuid &owner)
{
    m_handleInsert.with(handle, owner).run();
    return m_reads.handleOwner(handle) == owner;
}

void SqliteWriter::releaseHandles(const Uuid &owner)
{
    m_handlesRelease.with(owner).run();
}

void SqliteWriter::storeAnswer(const StoredAnswer &answer)
{
    store::Statement &statement = m_reads.answer(answer.id) ? m_answerUpdate : m_answerInsert;
    const QByteArray touched = packTouched(answer.touched);
    statement.with(answer.id, answer.lane, answer.number, answer.ok, answer.isVoid, answer.why);
    statement.bindBlob(7, touched);
    statement.run();
}

void SqliteWriter::setLaneLast(LaneId lane, qint64 last)
{
    m_laneSet.with(lane, last).run();
}

void SqliteWriter::trimAnswers(LaneId lane, qint64 upTo)
{
    m_answersTrim.with(lane, upTo).run();
}

void SqliteWriter::setMeta(const QString &key, const QByteArray &value)
{
    m_metaSet.reset();
    m_metaSet.bind(1, key).bindBlob(2, value);
    m_metaSet.run();
}

void SqliteWriter::grantBlob(const Uuid &upload, const BlobGrant &grant)
{
    m_grantSet.with(upload, grant.person, grant.scope.toString(), grant.blob, grant.size, grant.at).run();
}

void SqliteWriter::dropBlobGrants(qint64 olderThan)
{
    m_grantsDrop.with(olderThan).run();
}

void SqliteWriter::renewEpochs(base::Random &random)
{
    for (const ScopeInfo &info : m_reads.scopes())
        change(info.scope).info.epoch = EpochId(base::randomUuid(random));
}

void SqliteWriter::renumber(const ScopeId &scope, EpochId epoch)
{
    // The graves first: tombstones go with the old number.
    auto graves = m_db->prepare(sql::gravesFill);
    Place &place = change(scope);
    const qint64 before = place.n;
    graves.with(before, std::numeric_limits<qint64>::max()).run();

    // Memberships of a from-join group lie in their persons' scopes and follow without a new rev.
    auto seenFrom = m_db->prepare(sql::renumberSeenFrom);
    auto setRoot = m_db->prepare(sql::rootSet);
    std::vector<StoredRow> members;
    Uuid after;
    do {
        members = m_reads.ofKind(scope, Kind::Member, after, 1000);
        for (const StoredRow &row : members) {
            after = row.id;
            const auto member = protocol::decodeEntity(Kind::Member, row.payload);
            if (!member)
                continue;
            const ScopeId own = ScopeId::person(std::get<model::Member>(member->entity).person);
            const auto held = m_reads.row(own, membershipId(scope, PersonId(own.id)));
            if (!held || held->rootRev == 0)
                continue;
            seenFrom.with(before, held->rootRev).step();
            setRoot.with(m_reads.place(own)->n, held->id, seenFrom.integer(0)).run();
        }
    } while (!members.empty());

    const qint64 number = m_db->scalar(sql::scopeNextNumber);
    m_db->prepare(sql::renumberCopy).with(before, number).run();
    m_db->prepare(sql::renumberDrop).with(before).run();
    m_db->prepare(sql::renumberSwap).with(before, number).run();

    // reads above may have moved the cache's nodes
    Place &now = change(scope);
    auto last = m_db->prepare(sql::renumberLast);
    last.with(number).step();
    now.n = number;
    now.info.epoch = epoch;
    now.info.head = last.integer(0);
    now.info.floor = 0;
    now.info.memberRev = now.info.head;
    now.lastAt = last.integer(1);
}

qint64 SqliteWriter::purgeTombstones(const ScopeId &scope, qint64 olderThan)
{
    Place &place = change(scope);
    auto last = m_db->prepare(sql::tombstonesLast);
    last.with(place.n, olderThan).step();
    if (last.isNull(0))
        return 0;
    place.info.floor = std::max(place.info.floor, last.integer(0));
    last.reset();
    m_db->prepare(sql::gravesFill).with(place.n, olderThan).run();
    m_db->prepare(sql::tombstonesPurge).with(place.n, olderThan).run();
    return m_db->changes();
}

} // namespace parvis::server
