#include "store/outbox.h"

#include "protocol/rows.h"
#include "store/outbox_private.h"
#include "store/outbox_rows.h"

namespace parvis::store {

using namespace outbox;
using base::ErrorKind;
using base::Result;
using model::LaneId;
using model::Operation;
using model::OpId;

Outbox::Outbox(std::unique_ptr<Private> priv) : d(std::move(priv)) { }
Outbox::~Outbox() = default;

Result<std::unique_ptr<Outbox>> Outbox::open(const QString &path, base::Random &random)
{
    auto opened = Database::open(path, {.durability = Durability::Full, .cacheKiB = 512});
    if (!opened)
        return base::fail(opened.error());
    const auto migrated = migrate(**opened, sql::migrations);
    if (!migrated)
        return base::fail(migrated.error());
    auto priv = std::make_unique<Private>(std::move(*opened), random);
    const auto made = guarded([&] {
        // The text of what was discarded does not stay in the file.
        priv->db->exec("PRAGMA secure_delete=ON");
        if (priv->currentLane().isNull()) {
            Transaction transaction(*priv->db);
            if (priv->currentLane().isNull())
                priv->newLane();
            transaction.commit();
        }
    });
    if (!made)
        return base::fail(made.error());
    return std::unique_ptr<Outbox>(new Outbox(std::move(priv)));
}

QList<OutboxEntry> Outbox::Private::all()
{
    QList<OutboxEntry> entries;
    Statement read = db->prepare(sql::operationReadAll);
    while (read.step()) {
        if (const auto entry = readOutboxEntry(read))
            entries.append(*entry);
    }
    return entries;
}

std::optional<OutboxEntry> Outbox::Private::find(OpId id)
{
    Statement read = db->prepare(sql::operationRead);
    return read.with(id).step() ? readOutboxEntry(read) : std::nullopt;
}

OutboxEntry Outbox::Private::require(OpId id, const char *where)
{
    const auto entry = find(id);
    if (!entry)
        throw Failure{{ErrorKind::Refused, QString::fromLatin1(where),
                       QStringLiteral("This is not in the outbox any more. Look again.")}};
    return *entry;
}

void Outbox::Private::add(const Operation &op, base::Time heldUntil, const model::Uuid &upload)
{
    const QByteArray bytes = protocol::encodeOperation(op);
    Statement write = db->prepare(sql::operationAdd);
    write.bind(1, op.id).bind(2, op.scope.toString()).bind(3, op.entity).bindBlob(4, bytes).bind(5, heldUntil);
    write.bind(6, upload).run();
}

void Outbox::Private::rewrite(qint64 seq, const Operation &op)
{
    const QByteArray bytes = protocol::encodeOperation(op);
    db->prepare(sql::operationRewrite).bind(1, seq).bindBlob(2, bytes).run();
}

void Outbox::Private::drop(OpId id)
{
    db->prepare(sql::operationRemove).with(id).run();
}

void Outbox::Private::replaceReferences(OpId was, OpId is)
{
    for (const OutboxEntry &entry : all()) {
        // What has a number was sent, or may have been: it never changes (rule 20).
        if (entry.number != 0 || !refersTo(entry.op, was))
            continue;
        Operation op = entry.op;
        if (op.baseOp == was)
            op.baseOp = is;
        for (OpId &id : op.dependsOn) {
            if (id == was)
                id = is;
        }
        rewrite(entry.seq, op);
    }
}

namespace {

bool replacesItself(const Operation &op)
{
    return op.kind == model::Kind::Draft || op.kind == model::Kind::ReadMark;
}

// What the server must see when only the later of two unsent operations on one entity is sent.
Operation joined(const Operation &earlier, const Operation &later)
{
    Operation op = later;
    op.baseOp = earlier.baseOp;
    op.baseRev = earlier.baseRev;
    op.dependsOn.removeAll(earlier.id);
    for (const OpId &id : earlier.dependsOn) {
        if (!op.dependsOn.contains(id))
            op.dependsOn.append(id);
    }
    if (later.action == model::Action::Delete)
        return op;
    op.action = earlier.action;
    op.changes = earlier.changes;
    for (const model::FieldChange &change : later.changes) {
        const auto same = std::find_if(op.changes.begin(), op.changes.end(),
                                       [&](const auto &each) { return each.number == change.number; });
        if (same == op.changes.end())
            op.changes.append(change);
        else if (model::fieldRule(op.kind, change.number) == model::Rule::Maximum
                 && std::holds_alternative<qint64>(same->value) && std::holds_alternative<qint64>(change.value))
            same->value = std::max(std::get<qint64>(same->value), std::get<qint64>(change.value));
        else
            same->value = change.value;
    }
    std::sort(op.changes.begin(), op.changes.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
    return op;
}

} // namespace

bool Outbox::Private::replaceUnsent(const Operation &op)
{
    if (!replacesItself(op))
        return false;
    for (const OutboxEntry &entry : all()) {
        const bool unsent = entry.state == OutboxState::Pending && entry.number == 0;
        if (!unsent || entry.op.entity != op.entity || entry.op.scope != op.scope || entry.op.kind != op.kind
            || entry.op.action == model::Action::Delete)
            continue;
        drop(entry.op.id);
        const bool neverWas = op.action == model::Action::Delete && entry.op.action == model::Action::Create;
        if (!neverWas)
            add(joined(entry.op, op));
        replaceReferences(entry.op.id, op.id);
        return true;
    }
    return false;
}

Result<void> Outbox::append(const QList<Operation> &ops, base::Time heldUntil)
{
    return d->write([&] {
        for (const Operation &op : ops) {
            if (!d->replaceUnsent(op))
                d->add(op, heldUntil);
        }
    });
}

Result<QList<OutboxEntry>> Outbox::entries()
{
    return guarded([&] { return d->all(); });
}

Result<std::optional<OutboxEntry>> Outbox::entry(OpId id)
{
    return guarded([&] { return d->find(id); });
}

Result<qint64> Outbox::pendingCount()
{
    return guarded([&] { return d->db->scalar(sql::operationCounts); });
}

Result<qint64> Outbox::rejectedCount()
{
    return guarded([&] {
        Statement counts = d->db->prepare(sql::operationCounts);
        return counts.step() ? counts.integer(1) : qint64(0);
    });
}

Result<void> Outbox::remove(const QList<OpId> &ids)
{
    return d->write([&] {
        for (const OpId &id : ids)
            d->drop(id);
    });
}

} // namespace parvis::store
