#include "store/overlay.h"

namespace parvis::store {

using model::Action;
using model::Entity;
using model::Kind;
using model::ScopeId;
using model::Uuid;

Overlay::Overlay(const QList<OutboxEntry> &entries, const QSet<ScopeId> &purged, model::PersonId me) : m_me(me)
{
    for (const OutboxEntry &entry : entries) {
        if (!entry.isVoid && !purged.contains(entry.op.scope))
            note(entry);
    }
}

void Overlay::note(const OutboxEntry &entry)
{
    const model::Operation &op = entry.op;
    const bool rejected = entry.state == OutboxState::Rejected;
    const bool creates = op.action == Action::Create;
    if (rejected && !creates)
        return;
    m_byEntity[op.entity].append(entry);
    const Target target{op.kind, op.scope, op.entity};
    if (creates) {
        m_created[op.kind].append(target);
        const auto made = model::merged(std::nullopt, op, m_me, op.at);
        if (!made)
            return;
        if (const auto *comment = std::get_if<model::Comment>(&*made))
            m_comments[comment->post.uuid()].append(target);
        else if (const auto *reaction = std::get_if<model::Reaction>(&*made))
            m_reactions[reaction->target].append(target);
    } else if (op.action == Action::Change) {
        m_changed[op.kind].append(target);
    } else {
        m_deleted[op.kind].append(target);
        if (op.action == Action::DeleteThread)
            m_deletedThreads.insert(op.entity);
    }
}

Laid Overlay::lay(Kind kind, const ScopeId &scope, const Uuid &id, const std::optional<Entity> &base) const
{
    Laid laid;
    laid.entity = base;
    const auto entries = m_byEntity.constFind(id);
    if (entries == m_byEntity.constEnd())
        return laid;
    for (const OutboxEntry &entry : *entries) {
        const model::Operation &op = entry.op;
        if (op.kind != kind || op.scope != scope)
            continue;
        const bool rejected = entry.state == OutboxState::Rejected;
        if (rejected && laid.entity)
            continue;
        if (op.action == Action::Delete || op.action == Action::DeleteThread) {
            laid.deleted = laid.entity.has_value();
            laid.wholeThread = op.action == Action::DeleteThread;
        } else {
            const auto current = laid.deleted ? std::optional<Entity>() : laid.entity;
            const auto after = model::merged(current, op, m_me, op.at);
            if (!after)
                continue;
            laid.created = laid.created || (!current && !base);
            if (!current && !base)
                laid.order = pendingOrderBase + entry.seq;
            laid.deleted = false;
            laid.entity = *after;
        }
        laid.op = op.id;
        laid.why = entry.why;
        if (rejected)
            laid.state = ItemState::Rejected;
        else if (entry.state == OutboxState::Pending)
            laid.state = ItemState::Pending;
    }
    return laid;
}

} // namespace parvis::store
