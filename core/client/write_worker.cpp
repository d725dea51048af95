#include "client/write_worker.h"

#include "model/derived_ids.h"
#include "text/mentions.h"

namespace parvis::client {

using base::ErrorKind;
using model::Kind;
using model::Operation;
using model::ScopeType;

namespace {

tl::unexpected<base::Error> refused(const char *where, const QString &detail)
{
    return base::fail(ErrorKind::Refused, QString::fromLatin1(where), detail);
}

// The thread that a post, comment or reaction belongs to, for the notice to the views.
Uuid threadOf(const Target &target)
{
    const auto *comment = std::get_if<model::Comment>(&target.found.entity);
    return comment ? comment->post.uuid() : target.id;
}

} // namespace

WriteWorker::WriteWorker(const ProfileFolder &folder, const base::Clock &clock, base::Random &random,
                         const std::atomic<bool> &connected)
    : m_folder(folder), m_clock(clock), m_random(random), m_connected(connected)
{
}

void WriteWorker::reopen()
{
    m_reader.reset();
    m_outbox.reset();
}

base::Result<void> WriteWorker::open()
{
    if (!m_outbox) {
        auto outbox = store::Outbox::open(m_folder.outbox(), m_random);
        if (!outbox)
            return base::fail(outbox.error());
        m_outbox = std::move(*outbox);
    }
    if (!m_reader) {
        auto reader = store::Reader::open(m_folder.cache(), m_folder.outbox());
        if (!reader)
            return base::fail(reader.error());
        m_reader = std::move(*reader);
    }
    return {};
}

base::Result<Target> WriteWorker::find(const char *where, const Uuid &id)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    auto found = m_reader->find(id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return refused(where, QStringLiteral("nothing with the id %1 is here; sync, or look at the id again").arg(id.toString()));
    return Target{id, **found};
}

base::Result<store::GroupItem> WriteWorker::groupToChange(const char *where, GroupId group)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    auto found = m_reader->group(group.toString());
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return refused(where, QStringLiteral("no group with the id %1 is known here").arg(group.toString()));
    return **found;
}

base::Result<void> WriteWorker::mayWriteTo(PersonId me, const char *where, const ScopeId &place)
{
    if (place.type != ScopeType::Group)
        return {};
    auto group = groupToChange(where, place.groupId());
    if (!group)
        return base::fail(group.error());
    if (group->archived)
        return refused(where, QStringLiteral("archived: this group takes no more texts"));
    if (group->role)
        return {};
    auto waiting = m_outbox->entries();
    if (!waiting)
        return base::fail(waiting.error());
    const auto first = prerequisites(*waiting, me, place, {});
    if (!first)
        return base::fail(first.error());
    if (first->isEmpty())
        return refused(where, QStringLiteral("not_member: join the group first"));
    return {};
}

References WriteWorker::referencesOf(const QString &body)
{
    References references;
    references.tags = text::tags(body);
    for (const QString &handle : text::mentionedHandles(body)) {
        // A handle that nobody here has stays plain text.
        const auto person = m_reader->person(handle);
        if (person && *person) {
            references.mentions.append((*person)->id.uuid());
            continue;
        }
        const auto group = m_reader->group(handle);
        if (group && *group)
            references.mentions.append((*group)->id.uuid());
    }
    return references;
}

// Nothing if it is gone already.
base::Result<std::optional<Operation>> WriteWorker::endOf(PersonId me, const Draft &draft)
{
    if (!draft)
        return std::nullopt;
    const auto found = m_reader->find(draft->id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return std::nullopt;
    return makeDraft({me, m_clock, m_random}, {}, {}, Target{draft->id, **found}, draft->op);
}

base::Result<Written> WriteWorker::append(PersonId me, Operation op, const QList<Uuid> &after, const Aside &aside)
{
    const auto end = endOf(me, aside.draft);
    if (!end)
        return base::fail(end.error());
    auto waiting = m_outbox->entries();
    if (!waiting)
        return base::fail(waiting.error());
    const auto first = prerequisites(*waiting, me, op.scope, after);
    if (!first)
        return base::fail(first.error());
    op.dependsOn = *first;
    QList<Operation> ops{op};
    if (*end)
        ops.append(**end);
    Written written{op.entity, op.id};
    if (aside.files.isEmpty()) {
        if (auto appended = m_outbox->append(ops, aside.heldUntil); !appended)
            return base::fail(appended.error());
    } else {
        const auto last = appendWithFiles(me, ops, aside.files);
        if (!last)
            return base::fail(last.error());
        written.op = *last;
    }
    tell(op, aside.thread);
    if (*end)
        tell(**end, {});
    return written;
}

// The first of `ops` is what the files go with: they follow it, in their order, or nothing is written at all.
base::Result<OpId> WriteWorker::appendWithFiles(PersonId me, const QList<Operation> &ops,
                                                const QList<TakenFile> &files)
{
    QList<store::Outbox::Waiting> waiting;
    for (const Operation &op : ops)
        waiting.append({op});
    for (qsizetype n = 0; n < files.size(); ++n) {
        auto made = attachment(me, ops.first().scope, ops.first().entity, files[n], n);
        if (!made)
            return base::fail(made.error());
        made->op.dependsOn = {ops.first().id};
        waiting.append(*made);
    }
    if (auto appended = m_outbox->appendWaiting(waiting); !appended)
        return base::fail(appended.error());
    return waiting.last().op.id;
}

void WriteWorker::tell(const Operation &op, const Uuid &thread)
{
    store::ChangeSet changes;
    changes.outbox = true;
    changes.add({op.kind, op.entity, op.scope, thread, op.action == model::Action::Delete});
    Q_EMIT appended(changes);
    if (!m_connected)
        ProfileFolder::touch(m_folder.outboxSignal());
}

base::Result<Written> WriteWorker::post(PersonId me, const ScopeId &place, PersonId wall, const QString &body,
                                        const Draft &draft, const QList<TakenFile> &files)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    if (auto ok = mayWriteTo(me, "post", place); !ok)
        return base::fail(ok.error());
    auto op = makePost({me, m_clock, m_random}, place, wall, body, referencesOf(body), !files.isEmpty());
    if (!op)
        return base::fail(op.error());
    return append(me, *op, {}, {.draft = draft, .files = files});
}

base::Result<Written> WriteWorker::comment(PersonId me, const Uuid &parent, const QString &body, const Draft &draft,
                                           const QList<TakenFile> &files)
{
    auto target = find("comment", parent);
    if (!target)
        return base::fail(target.error());
    if (auto ok = mayWriteTo(me, "comment", target->found.scope); !ok)
        return base::fail(ok.error());
    auto op = makeComment({me, m_clock, m_random}, *target, body, referencesOf(body), !files.isEmpty());
    if (!op)
        return base::fail(op.error());
    return append(me, *op, chainOf(*target), {.thread = threadOf(*target), .draft = draft, .files = files});
}

base::Result<Written> WriteWorker::edit(PersonId me, const Uuid &id, const QString &body, const Draft &draft)
{
    auto target = find("edit", id);
    if (!target)
        return base::fail(target.error());
    if (auto ok = mayWriteTo(me, "edit", target->found.scope); !ok)
        return base::fail(ok.error());
    auto op = makeEdit({me, m_clock, m_random}, *target, body, referencesOf(body));
    if (!op)
        return base::fail(op.error());
    return append(me, *op, chainOf(*target), {.thread = threadOf(*target), .draft = draft});
}

base::Result<Written> WriteWorker::remove(PersonId me, const Uuid &id, qint64 holdMs)
{
    auto target = find("delete", id);
    if (!target)
        return base::fail(target.error());
    if (auto ok = mayWriteTo(me, "delete", target->found.scope); !ok)
        return base::fail(ok.error());
    auto op = makeRemove({me, m_clock, m_random}, *target);
    if (!op)
        return base::fail(op.error());
    const base::Time heldUntil =
        holdMs > 0 ? m_clock.now().plusMs(qMin(holdMs, store::OutboxEntry::maxHoldMs)) : base::Time();
    return append(me, *op, chainOf(*target), {.thread = threadOf(*target), .heldUntil = heldUntil});
}

base::Result<Written> WriteWorker::pin(PersonId me, PostId post, bool pinned)
{
    auto target = find("pin", post.uuid());
    if (!target)
        return base::fail(target.error());
    auto op = makePin({me, m_clock, m_random}, *target, pinned);
    if (!op)
        return base::fail(op.error());
    return append(me, *op, chainOf(*target), {.thread = target->id});
}

base::Result<Written> WriteWorker::react(PersonId me, const Uuid &id, const QString &emoji, bool on)
{
    auto target = find("reaction", id);
    if (!target)
        return base::fail(target.error());
    if (auto ok = mayWriteTo(me, "reaction", target->found.scope); !ok)
        return base::fail(ok.error());
    auto op = makeReaction({me, m_clock, m_random}, *target, emoji, on);
    if (!op)
        return base::fail(op.error());
    return append(me, *op, chainOf(*target), {.thread = threadOf(*target)});
}

base::Result<Written> WriteWorker::saveDraft(PersonId me, const QString &place, const QString &body,
                                             const std::optional<Written> &seen)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    if (!body.isEmpty()) {
        if (auto ok = checkBody(body); !ok)
            return base::fail(ok.error());
    }
    std::optional<Target> held;
    if (seen) {
        auto found = m_reader->find(seen->id);
        if (!found)
            return base::fail(found.error());
        if (*found) // otherwise it was deleted elsewhere: what is written here is kept as a new one
            held = Target{seen->id, **found};
    }
    const auto op = makeDraft({me, m_clock, m_random}, place, body, held, seen ? seen->op : OpId());
    if (!op)
        return seen && held ? *seen : Written{};
    return append(me, *op, {});
}

base::Result<Written> WriteWorker::bookmark(PersonId me, const Uuid &target, const ScopeId &place, bool on)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    return append(me, makeBookmark({me, m_clock, m_random}, target, place, on), {target});
}

base::Result<Written> WriteWorker::retry(OpId id, const std::optional<QString> &body)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    if (body) {
        if (auto ok = checkBody(*body); !ok)
            return base::fail(ok.error());
    }
    auto entry = m_outbox->entry(id);
    if (!entry)
        return base::fail(entry.error());
    if (!*entry)
        return refused("retry", QStringLiteral("no operation with the id %1 waits here").arg(id.toString()));
    auto renewed = m_outbox->retry(id, OpId(base::newUuid(m_clock, m_random)), body);
    if (!renewed)
        return base::fail(renewed.error());
    tell((*entry)->op, {});
    return Written{(*entry)->op.entity, *renewed};
}

base::Result<void> WriteWorker::discard(OpId id)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    auto entry = m_outbox->entry(id);
    if (!entry)
        return base::fail(entry.error());
    if (!*entry)
        return refused("discard", QStringLiteral("no operation with the id %1 waits here").arg(id.toString()));
    if (auto gone = m_outbox->discard(id); !gone)
        return gone;
    tell((*entry)->op, {});
    return {};
}

} // namespace parvis::client
