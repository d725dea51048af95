#include "store/outbox_private.h"

namespace parvis::store {

using namespace outbox;
using base::Result;
using model::Operation;
using model::OpId;
using model::ScopeId;
using model::Uuid;

namespace {

Copy readCopy(const Statement &row)
{
    Copy copy;
    copy.document = row.uuid(0);
    copy.scope = ScopeId::fromString(row.text(1)).value_or(ScopeId());
    copy.name = row.text(2);
    copy.base = row.id<OpId>(3);
    copy.blob = row.text(4);
    copy.mark = row.text(5);
    copy.usedAt = {row.integer(6)};
    return copy;
}

bool move(Database &db, const Copy &from, const Copy &to)
{
    Statement write = db.prepare(sql::copyMove);
    const bool moved = write.with(from.document, from.base, from.blob, to.base, to.blob, to.mark, to.usedAt).step();
    while (moved && write.step()) {
    }
    return moved;
}

} // namespace

Result<QList<Copy>> Outbox::copies()
{
    return guarded([&] {
        QList<Copy> copies;
        Statement read = d->db->prepare(sql::copiesRead);
        while (read.step())
            copies.append(readCopy(read));
        return copies;
    });
}

Result<std::optional<Copy>> Outbox::copy(const Uuid &document)
{
    return guarded([&]() -> std::optional<Copy> {
        Statement read = d->db->prepare(sql::copyRead);
        return read.with(document).step() ? std::optional(readCopy(read)) : std::nullopt;
    });
}

Result<void> Outbox::keepCopy(const Copy &copy)
{
    return guarded([&] {
        d->db->prepare(sql::copyKeep)
            .with(copy.document, copy.scope.toString(), copy.name, copy.base, copy.blob, copy.mark, copy.usedAt)
            .run();
    });
}

Result<bool> Outbox::moveCopy(const Copy &from, const Copy &to)
{
    return guarded([&] { return move(*d->db, from, to); });
}

Result<bool> Outbox::append(const QList<Operation> &ops, const Upload &upload, const Copy &from, const Copy &to)
{
    return d->write([&] {
        if (!move(*d->db, from, to))
            return false;
        d->add(upload);
        for (const Operation &op : ops)
            d->add(op, {}, upload.id);
        return true;
    });
}

Result<void> Outbox::dropCopies(const QList<Uuid> &documents)
{
    return guarded([&] {
        Transaction transaction(*d->db);
        for (const Uuid &document : documents)
            d->db->prepare(sql::copyDrop).with(document).run();
        transaction.commit();
        // Their names do not stay in the log either. Somebody may be reading: then the log is cut another time.
        Statement cut = d->db->prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        while (cut.step()) {
        }
    });
}

} // namespace parvis::store
