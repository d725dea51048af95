// What ui::Backend writes to the company in memory: pending at once.
#include "support/fake_backend.h"
#include "support/ready_answer.h"

#include <algorithm>

namespace parvis::tests {

using model::Kind;
using model::ScopeId;
using model::Uuid;
using store::FeedItem;

ui::Backend::Answer<ui::Backend::Written> FakeBackend::written(const Uuid &id, Kind kind, const ScopeId &scope,
                                                               const Uuid &thread, bool outbox)
{
    store::ChangeSet changes;
    changes.add({kind, id, scope, thread, false});
    changes.outbox = outbox;
    Q_EMIT changed(changes);
    if (outbox)
        Q_EMIT stateChanged(m_state);
    return ready<Written>(Written{id, model::OpId(newId())});
}

void FakeBackend::endDraft(const Draft &draft)
{
    for (auto each = m_draftIds.cbegin(); draft && each != m_draftIds.cend(); ++each) {
        if (*each == draft->id)
            draftTexts.remove(each.key());
    }
    otherDrafts.removeIf([&](const auto &other) { return draft && other.id == draft->id; });
}

void FakeBackend::queue(Kind kind, const FeedItem &item, const QString &body)
{
    store::OutboxEntry entry;
    entry.seq = ++m_seq;
    entry.op.id = item.op;
    entry.op.action = model::Action::Create;
    entry.op.kind = kind;
    entry.op.scope = item.place.scope;
    entry.op.entity = item.id;
    entry.op.at = m_clock.now();
    entry.op.changes.append({kind == Kind::Post ? 3 : 4, body});
    m_outbox.append(entry);
    ++m_state.pending;
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::post(const ScopeId &place, model::PersonId wall,
                                                            const QString &body, const Draft &draft,
                                                            const Files &files)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    endDraft(draft);
    const Uuid id = addPost(place, m_identity->user, body, 0);
    FeedItem item = *find(id);
    items.removeIf([&](const FeedItem &other) { return other.id == id; });
    item.place.wall = wall;
    item.state = store::ItemState::Pending;
    item.op = model::OpId(newId());
    item.order = store::pendingOrderBase + m_seq + 1;
    attach(item, files);
    items.prepend(item);
    queue(Kind::Post, item, body);
    return written(id, Kind::Post, place);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::comment(model::PostId post, const Uuid &parent,
                                                               const QString &body, const Draft &draft,
                                                               const Files &files)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    endDraft(draft);
    const Uuid id = addComment(post.uuid(), m_identity->user, body, 0, parent);
    FeedItem *item = find(id);
    item->state = store::ItemState::Pending;
    item->op = model::OpId(newId());
    attach(*item, files);
    if (FeedItem *root = find(post.uuid()); root && !root->latest.isEmpty() && root->latest.last().id == id)
        root->latest.last().state = store::ItemState::Pending;
    queue(Kind::Comment, *item, body);
    return written(id, Kind::Comment, item->place.scope, post.uuid());
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::edit(const Uuid &id, const QString &body, const Draft &draft)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    endDraft(draft);
    FeedItem *item = find(id);
    item->versions.append({item->body, m_clock.now()});
    item->body = body;
    item->editedAt = m_clock.now();
    return written(id, item->kind, item->place.scope, item->post);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::remove(const Uuid &id, qint64 holdMs)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    const FeedItem item = *find(id);
    const model::OpId op(newId());
    QList<FeedItem> gone;
    for (const FeedItem &other : std::as_const(items)) {
        if (other.id == id || (item.kind == Kind::Post && other.post == id))
            gone.append(other);
    }
    if (holdMs > 0)
        m_held.insert(op, gone);
    items.removeIf(
        [&](const FeedItem &other) { return other.id == id || (item.kind == Kind::Post && other.post == id); });
    recount(item.post);
    written(id, item.kind, item.place.scope, item.post);
    return ready<Written>(Written{id, op});
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::pin(model::PostId post, bool pinned)
{
    find(post.uuid())->pinned = pinned;
    return written(post.uuid(), Kind::Post, find(post.uuid())->place.scope);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::react(const Uuid &id, const QString &emoji, bool on)
{
    FeedItem *item = find(id);
    auto held =
        std::find_if(item->reactions.begin(), item->reactions.end(), [&](const auto &r) { return r.emoji == emoji; });
    if (held == item->reactions.end() && on) {
        addReaction(id, emoji, 1, true);
    } else if (held != item->reactions.end() && held->mine != on) {
        held->mine = on;
        held->count += on ? 1 : -1;
        if (held->count == 0)
            item->reactions.erase(held);
    }
    return written(newId(), Kind::Reaction, item->place.scope, item->post == id ? id : item->post);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::bookmark(const Uuid &target, const ScopeId &, bool on)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    bookmarks.removeAll(target);
    if (on)
        bookmarks.prepend(target);
    FeedItem *item = find(target);
    item->bookmarked = on;
    touch(target);
    return written(newId(), Kind::Bookmark, ScopeId::person(m_identity->person), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::markRead(const ScopeId &place, qint64 upTo)
{
    readMarks.append({place, upTo});
    for (FeedItem &item : items) {
        if (item.place.scope == place && (upTo == 0 || item.order <= upTo))
            item.unread = false;
    }
    for (auto &group : groupList) {
        if (ScopeId::group(group.id) == place)
            group.unread = 0;
    }
    return written(newId(), Kind::ReadMark, place, {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::saveDraft(const QString &place, const QString &body,
                                                                 const Draft &seen)
{
    ++draftWrites;
    const auto other = std::find_if(otherDrafts.begin(), otherDrafts.end(),
                                    [&](const auto &draft) { return seen && draft.id == seen->id; });
    const Uuid id = other != otherDrafts.end() ? other->id : draftId(place);
    if (other != otherDrafts.end() && body.isEmpty())
        otherDrafts.erase(other);
    else if (other != otherDrafts.end())
        other->body = body;
    else if (body.isEmpty())
        draftTexts.remove(place);
    else
        draftTexts.insert(place, body);
    store::ChangeSet changes;
    changes.add(
        {Kind::Draft, id, ScopeId::person(m_identity ? m_identity->person : model::PersonId()), {}, body.isEmpty()});
    Q_EMIT changed(changes);
    return ready<Written>(Written{id, model::OpId(newId())});
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::retry(model::OpId op, const std::optional<QString> &body)
{
    for (auto &entry : m_outbox) {
        if (entry.op.id != op)
            continue;
        entry.state = store::OutboxState::Pending;
        --m_state.rejected;
        ++m_state.pending;
        FeedItem *item = find(entry.op.entity);
        item->state = store::ItemState::Pending;
        if (body)
            item->body = *body;
        return written(item->id, item->kind, item->place.scope, item->post);
    }
    return ready<Written>(base::fail(base::ErrorKind::Refused, "fake", "gone"));
}

ui::Backend::Answer<void> FakeBackend::discard(model::OpId op)
{
    if (m_held.contains(op)) {
        for (const FeedItem &item : m_held.take(op)) {
            const auto at = std::upper_bound(items.begin(), items.end(), item.order,
                                             [](qint64 order, const FeedItem &other) { return order > other.order; });
            items.insert(at, item);
            recount(item.post);
            written(item.id, item.kind, item.place.scope, item.post);
        }
        return ready<void>({});
    }
    for (qsizetype i = 0; i < m_outbox.size(); ++i) {
        if (m_outbox.at(i).op.id != op)
            continue;
        const store::OutboxEntry entry = m_outbox.takeAt(i);
        (entry.state == store::OutboxState::Rejected ? m_state.rejected : m_state.pending)--;
        items.removeIf([&](const FeedItem &item) { return item.id == entry.op.entity; });
        written(entry.op.entity, entry.op.kind, entry.op.scope);
        return ready<void>({});
    }
    return ready<void>(base::fail(base::ErrorKind::Refused, "fake", "gone"));
}

} // namespace parvis::tests
