#include "client/document_operations.h"
#include "client/working_copies.h"
#include "client/write_worker.h"

namespace parvis::client {

using base::ErrorKind;
using model::Operation;
using store::Copy;
using store::OutboxEntry;
using store::OutboxState;

namespace {

tl::unexpected<base::Error> refused(const QString &word)
{
    return base::fail(ErrorKind::Refused, word,
                      QStringLiteral("what was saved stays in its file until it can become a version"));
}

const OutboxEntry *entryOf(const QList<OutboxEntry> &entries, OpId op)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto &each) { return each.op.id == op; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

// A version of a document that another program has open, on the one that was open there (sync rule 29).
base::Result<std::optional<Copy>> WriteWorker::saveCopy(PersonId me, const Copy &from, Copy to, qint64 size)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto item = m_reader->document(from.document);
    if (!item)
        return base::fail(item.error());
    if (!*item)
        return refused(QStringLiteral("gone"));
    if ((*item)->blob == to.blob) { // somebody has written the same, or it was put back
        to.base = (*item)->contentOp;
        const auto moved = m_outbox->moveCopy(from, to);
        if (!moved)
            return base::fail(moved.error());
        return *moved ? std::optional(to) : std::nullopt;
    }
    const auto why = whyNotSaved(*m_reader, **item, me, m_clock.now());
    if (!why)
        return base::fail(why.error());
    if (!why->isEmpty())
        return refused(*why);
    const auto entries = m_outbox->entries();
    if (!entries)
        return base::fail(entries.error());
    // What was refused is not on the server: this one stands on what that one stood on.
    OpId base = from.base;
    const OutboxEntry *before = entryOf(*entries, base);
    while (before && (before->state == OutboxState::Rejected || before->isVoid)) {
        base = before->op.baseOp;
        before = entryOf(*entries, base);
    }
    const Content content{to.blob, size, base::newUuid(m_clock, m_random)};
    Operation op = makeVersion({me, m_clock, m_random}, from.scope, from.document, base, content, QString());
    const auto first = prerequisites(*entries, me, from.scope, {from.document});
    if (!first)
        return refused(QStringLiteral("gone")); // the document itself was refused
    op.dependsOn = *first;
    // Sent before the version that it builds on, it would look like a branch.
    if (before && before->state == OutboxState::Pending)
        op.dependsOn.append(base);
    to.base = op.id;
    const store::Upload upload{content.source, from.scope, from.document, to.blob, size};
    const auto appended = m_outbox->append({op}, upload, from, to);
    if (!appended)
        return base::fail(appended.error());
    if (!*appended)
        return std::nullopt;
    tell(op, {});
    return to;
}

} // namespace parvis::client
