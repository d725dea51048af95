#pragma once

#include "base/random.h"
#include "base/result.h"
#include "protocol/messages.h"
#include "protocol/rows.h"

#include <QMap>

#include <memory>
#include <vector>

namespace parvis::server {

using model::EpochId;
using model::Kind;
using model::LaneId;
using model::OpId;
using model::PersonId;
using model::ScopeId;
using model::Uuid;

// A row as the server keeps it. `payload` is protocol::encodeEntity; empty for a tombstone.
struct StoredRow {
    qint64 kind = 0;
    Uuid id;
    qint64 rev = 0;
    qint64 order = 0;
    bool deleted = false;
    // Post of a comment, target of a reaction or attachment, document of a version or lock; of a document or folder the
    // folder that it is in, or the group; else null. Kept on tombstones.
    Uuid parent;
    qint64 rootRev = 0;   // rev at which the thread's root was created; 0: seen by everybody in the scope (rule 33)
    qint64 at = 0;        // server's time of `rev`, microseconds
    QByteArray payload;
    qint64 due = 0; // when the server has to act on it (microseconds), 0: never. Cleared on tombstones.

    protocol::WireRow wire() const { return {kind, id, rev, order, deleted, payload}; }
    bool operator==(const StoredRow &) const = default;
};

struct ScopeInfo {
    ScopeId scope;
    EpochId epoch;
    qint64 head = 0;       // rev of the last change
    qint64 floor = 0;      // tombstones with rev <= floor have been purged
    qint64 memberRev = 0;  // rev of the last change of a member row (rule 34)
    bool dead = false;     // deleted, kept so that it can be refused and purged (rule 36)
    bool operator==(const ScopeInfo &) const = default;
};

// Which rows of a range one person may see: those with rootRev 0 or >= `minRootRev`, tombstones only with a rev above
// `tombstonesAbove` (rules 8 and 33).
struct RowFilter {
    qint64 minRootRev = 0;
    qint64 tombstonesAbove = 0;
};

// What was read of (from, to]. Ascending, (from, reached] is covered; descending, (reached, to] is: `reached` is the far
// end if nothing was cut, else the last row's rev (ascending) or that less one (descending).
struct RangeRead {
    std::vector<StoredRow> rows;
    qint64 reached = 0;
};

// A row that the server has to act on.
struct DueRow {
    ScopeId scope;
    Uuid id;
    qint64 due = 0;
    bool operator==(const DueRow &) const = default;
};

struct StoredAnswer {
    OpId id;
    LaneId lane;
    qint64 number = 0;
    bool ok = false;
    bool isVoid = false;
    QString why; // of a refusal
    QList<protocol::Touched> touched;
    bool operator==(const StoredAnswer &) const = default;
};

// The right to name an uploaded content in a row: the uploader's, in the place that they uploaded it for. Knowing a hash
// gives no right to what it names.
struct BlobGrant {
    PersonId person;
    ScopeId scope;
    QString blob; // SHA-256, hexadecimal
    qint64 size = 0;
    qint64 at = 0; // when the content was complete, microseconds
    bool operator==(const BlobGrant &) const = default;
};

// One snapshot: everything read through it is of one instant. One thread. Throws store::Failure.
class ReadView {
public:
    virtual ~ReadView() = default;
    virtual std::optional<ScopeInfo> scope(const ScopeId &scope) = 0;
    virtual std::vector<ScopeInfo> scopes() = 0;
    virtual std::optional<StoredRow> row(const ScopeId &scope, const Uuid &id) = 0; // tombstones too
    virtual bool everUsed(const Uuid &id) = 0; // an entity of this id is or was in some scope (rule 28)
    // Where the row of that id is, tombstones too; of a group its own scope, not that of its card.
    virtual std::optional<ScopeId> scopeOf(const Uuid &id) = 0;
    // Rows with rev in (from, to], ascending / descending, cut before the row that would make more than `maxRows` rows
    // or more than `maxBytes` of payload; at least one row is read.
    virtual RangeRead ascending(const ScopeId &scope, qint64 from, qint64 to, const RowFilter &filter, int maxRows, qint64 maxBytes) = 0;
    virtual RangeRead descending(const ScopeId &scope, qint64 from, qint64 to, const RowFilter &filter, int maxRows, qint64 maxBytes) = 0;
    virtual QList<Uuid> liveIds(const ScopeId &scope, const Uuid &after, qint64 minRootRev, int limit) = 0; // by id bytes
    // Server's time of `rev`, never too early: that of the held row with the lowest rev >= `rev`, else that of the last
    // change. So every row with a display time above it has a rev above `rev` (rule 37). 0 for rev 0.
    virtual qint64 timeOf(const ScopeId &scope, qint64 rev) = 0;
    virtual std::vector<StoredRow> children(const ScopeId &scope, const Uuid &parent) = 0; // live rows only
    virtual std::vector<StoredRow> ofKind(const ScopeId &scope, Kind kind, const Uuid &afterId, int limit) = 0; // live, by id
    virtual std::vector<DueRow> due(qint64 upTo, int limit) = 0; // earliest first
    virtual std::optional<Uuid> handleOwner(const QString &handle) = 0; // of a person or group
    virtual qint64 laneLast(LaneId lane) = 0;                            // 0: unknown lane
    virtual std::optional<StoredAnswer> answer(OpId id) = 0;
    virtual std::optional<OpId> answerAt(LaneId lane, qint64 number) = 0;
    virtual std::optional<QByteArray> meta(const QString &key) = 0;
    virtual std::optional<BlobGrant> blobGrant(const Uuid &upload) = 0;
};

// The one writing transaction; rolls back if destroyed without commit(). After commit() returns, everything is durable.
class WriteView : public ReadView {
public:
    virtual void beginOperation() = 0;    // a savepoint of its own (rule 3)
    virtual void acceptOperation() = 0;
    virtual void refuseOperation() = 0;   // gives its revs and orders back

    virtual ScopeInfo createScope(const ScopeId &scope, EpochId epoch) = 0; // must not exist
    virtual void killScope(const ScopeId &scope) = 0;                       // dead from now on
    // Writes the row under the scope's next rev (taken here, gapless) and the time `now`, or that of the last change if
    // the clock went back; sets rev and at. Replaces the row of that id. A Member row, live or not, moves memberRev too.
    virtual void put(const ScopeId &scope, StoredRow &row, qint64 now) = 0;
    virtual qint64 nextOrder(qint64 nowUs) = 0; // above the last one given, whatever the clock does; nowUs * 256 at least
    virtual void raiseOrder(qint64 order) = 0;  // an import used orders of its own: later ones are above
    virtual bool claimHandle(const QString &handle, const Uuid &owner) = 0; // false: another has it
    virtual void releaseHandles(const Uuid &owner) = 0;
    virtual void storeAnswer(const StoredAnswer &answer) = 0; // replaces that of the same op; a number has one op
    virtual void setLaneLast(LaneId lane, qint64 last) = 0;
    virtual void trimAnswers(LaneId lane, qint64 upTo) = 0;
    virtual void setMeta(const QString &key, const QByteArray &value) = 0;
    virtual void grantBlob(const Uuid &upload, const BlobGrant &grant) = 0; // replaces that of the same upload
    virtual void dropBlobGrants(qint64 olderThan) = 0;                      // microseconds
    // New epoch for every scope; stored answers keep their op ids (they are re-stamped when given, rule 17).
    virtual void renewEpochs(base::Random &random) = 0;
    // Numbers the scope's live rows anew from 1 in order of `order`, tombstones dropped (floor = 0), under a new epoch.
    // A row's time becomes that of its order. rootRevs, and those of from-join memberships (people.h), keep their ranks.
    virtual void renumber(const ScopeId &scope, EpochId epoch) = 0;
    // Drops tombstones older than `olderThan` (microseconds) and raises `floor` (rule 10). Gives how many.
    virtual qint64 purgeTombstones(const ScopeId &scope, qint64 olderThan) = 0;
    virtual void commit() = 0;
    // Scopes that were put to, created, killed or renumbered so far in this transaction and not refused; also after
    // commit(): what the hub tells about.
    virtual std::vector<ScopeId> touchedScopes() const = 0;
};

struct CheckProblem {
    QString kind;   // integrity, rev, epoch, order, dangling, payload, handle, lane, due
    QString where;
    QString detail;
};
struct CheckReport {
    QMap<QString, qint64> checked; // rows by kind name, "scopes", "answers"
    QList<CheckProblem> problems;
};

// Two implementations pass one contract suite: SQLite, and a twin in memory for simulations. Any thread may ask for
// views; a view stays on its thread. Only one WriteView exists at a time (the caller sees to that).
class RowStore {
public:
    virtual ~RowStore() = default;
    virtual std::unique_ptr<ReadView> read() = 0;
    virtual std::unique_ptr<WriteView> write() = 0;
    virtual CheckReport check() = 0; // reads everything
};

std::unique_ptr<RowStore> makeMemoryRowStore();
// Makes or upgrades DIR/server.db. Error Storage.
base::Result<std::unique_ptr<RowStore>> openSqliteRowStore(const QString &path);

} // namespace parvis::server
