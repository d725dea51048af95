#include "model/merge.h"
#include "store/outbox_private.h"
#include "store/outbox_rows.h"

namespace parvis::store {

using namespace outbox;
using base::ErrorKind;
using base::Result;
using model::Kind;
using model::Operation;
using model::OpId;
using model::ScopeId;

namespace {

[[noreturn]] void refuse(const char *where, const QString &detail)
{
    throw Failure{{ErrorKind::Refused, QString::fromLatin1(where), detail}};
}

// The field that holds the text of this kind; 0 for kinds without.
int bodyField(Kind kind)
{
    int number = 0;
    model::withKind(kind, [&](auto tag) {
        model::forEachField<decltype(tag)>([&](const auto &field) {
            if (QLatin1String(field.name) == QLatin1String("body"))
                number = field.number;
        });
    });
    return number;
}

void setBody(Operation &op, const QString &body)
{
    const int number = bodyField(op.kind);
    if (number == 0)
        return;
    for (model::FieldChange &change : op.changes) {
        if (change.number == number) {
            change.value = body;
            return;
        }
    }
    op.changes.append({number, body});
    std::sort(op.changes.begin(), op.changes.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
}

} // namespace

// What names the lost operation as needed, and what changes an entity that now will not be made.
void Outbox::Private::rejectDependants(const Operation &gone)
{
    for (const OutboxEntry &entry : all()) {
        const bool waits = entry.state == OutboxState::Pending && entry.number == 0 && entry.op.id != gone.id;
        const bool orphan = gone.action == model::Action::Create && !model::hasDerivedId(gone.kind)
                            && entry.op.entity == gone.entity && entry.op.scope == gone.scope;
        // Read again: an earlier turn of this loop may have rejected it already.
        if (!waits || !(dependsOn(entry.op, gone.id) || orphan) || find(entry.op.id)->state != OutboxState::Pending)
            continue;
        reject(entry, QStringLiteral("depends_on"));
    }
}

void Outbox::Private::reject(const OutboxEntry &entry, const QString &why)
{
    db->prepare(sql::operationRejected).with(entry.seq, why).run();
    rejectDependants(entry.op);
}

Result<OpId> Outbox::retry(OpId id, OpId newId, const std::optional<QString> &body)
{
    return d->write([&] {
        const OutboxEntry entry = d->require(id, "outbox.retry");
        if (entry.state != OutboxState::Rejected)
            refuse("outbox.retry", QStringLiteral("This is on its way already; only what was refused can be sent again."));
        Operation op = entry.op;
        op.id = newId;
        if (body)
            setBody(op, *body);
        d->drop(id);
        d->add(op, {}, entry.upload);
        d->db->prepare(sql::uploadAgain).with(entry.upload).run();
        d->replaceReferences(id, newId);
        d->db->prepare(sql::copiesRebase).with(id, newId).run();
        return newId;
    });
}

Result<void> Outbox::discard(OpId id)
{
    return d->write([&] {
        const OutboxEntry entry = d->require(id, "outbox.discard");
        if (entry.state == OutboxState::Answered)
            refuse("outbox.discard", QStringLiteral("The server has accepted this already; delete it instead."));
        if (entry.number != 0)
            d->db->prepare(sql::operationVoid).with(entry.seq).run();
        else
            d->drop(id);
        d->db->prepare(sql::copiesRebase).with(id, entry.op.baseOp).run();
        d->rejectDependants(entry.op);
    });
}

Result<void> Outbox::markAnswered(OpId id, const QList<protocol::Touched> &touched)
{
    return d->write([&] {
        const QByteArray packed = packTouched(touched);
        d->db->prepare(sql::operationAnswered).bind(1, id).bindBlob(2, packed).run();
    });
}

Result<void> Outbox::markRejected(OpId id, const QString &why)
{
    return d->write([&] {
        const auto entry = d->find(id);
        if (entry && entry->isVoid)
            d->drop(id);
        else if (entry)
            d->reject(*entry, why);
    });
}

Result<void> Outbox::purgeScope(const ScopeId &scope)
{
    return d->write([&] {
        d->db->prepare(sql::purgedAdd).with(scope.toString()).run();
        for (const OutboxEntry &entry : d->all()) {
            if (entry.state == OutboxState::Pending && entry.number == 0 && entry.op.scope == scope) {
                d->reject(entry, QStringLiteral("purged"));
            } else if (entry.state == OutboxState::Answered) {
                QList<protocol::Touched> rest = entry.touched;
                rest.removeIf([&](const protocol::Touched &each) { return each.scope == scope; });
                if (rest.size() == entry.touched.size())
                    continue;
                if (rest.isEmpty()) {
                    d->drop(entry.op.id);
                } else {
                    const QByteArray packed = packTouched(rest);
                    d->db->prepare(sql::operationTouched).bind(1, entry.seq).bindBlob(2, packed).run();
                }
            }
        }
    });
}

Result<bool> Outbox::isPurged(const ScopeId &scope)
{
    return guarded([&] { return d->db->prepare(sql::purgedHas).with(scope.toString()).step(); });
}

Result<void> Outbox::clearPurged(const ScopeId &scope)
{
    return guarded([&] { d->db->prepare(sql::purgedRemove).with(scope.toString()).run(); });
}

} // namespace parvis::store
