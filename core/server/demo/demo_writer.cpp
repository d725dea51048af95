#include "server/demo/demo_writer.h"

#include "model/derived_ids.h"

namespace parvis::server {

WriteView &DemoWriter::view()
{
    if (!m_view)
        m_view = m_store.write();
    return *m_view;
}

void DemoWriter::setTime(base::Time time)
{
    if (time > m_clock.now())
        m_clock.setNow(time);
}

void DemoWriter::commit()
{
    if (m_view)
        m_view->commit();
    m_view.reset();
    m_rows = 0;
}

qint64 DemoWriter::head(const ScopeId &scope)
{
    auto known = m_heads.find(scope);
    if (known == m_heads.end()) {
        const auto info = view().scope(scope);
        known = m_heads.insert(scope, info ? info->head : 0);
    }
    return *known;
}

void DemoWriter::put(const ScopeId &scope, StoredRow &row, const model::Entity &entity)
{
    row.kind = qint64(kindOf(entity));
    row.payload = protocol::encodeEntity(entity);
    if (row.order == 0)
        row.order = view().nextOrder(m_clock.now().us);
    view().put(scope, row, m_clock.now().us);
    m_heads.insert(scope, row.rev);
    if (++m_rows >= rowsPerCommit)
        commit();
}

DemoWriter::Target DemoWriter::post(const ScopeId &scope, const Uuid &id, const model::Post &post)
{
    StoredRow row;
    row.id = id;
    row.rootRev = scope.type == model::ScopeType::Group ? head(scope) + 1 : 0;
    put(scope, row, post);
    ++m_counts.posts;
    return {id, id, scope, row.rootRev, post.author};
}

void DemoWriter::edit(const Target &target, const QString &body, const QString &before)
{
    const auto held = view().row(target.scope, target.id);
    if (!held)
        return;
    StoredRow row = *held;
    auto entity = protocol::decodeEntity(Kind(row.kind), row.payload);
    if (!entity)
        return;
    const auto change = [&](auto &item) {
        item.body = body;
        item.editedAt = m_clock.now();
        item.versions.append({before, m_clock.now()});
        put(target.scope, row, item);
    };
    if (auto *post = std::get_if<model::Post>(&entity->entity))
        change(*post);
    else if (auto *comment = std::get_if<model::Comment>(&entity->entity))
        change(*comment);
}

DemoWriter::Target DemoWriter::comment(const Target &root, const Uuid &parent, const Uuid &id, model::Comment comment)
{
    comment.post = model::PostId(root.post);
    comment.parent = model::CommentId(parent);
    StoredRow row;
    row.id = id;
    row.parent = root.post;
    row.rootRev = root.rootRev;
    put(root.scope, row, comment);
    ++m_counts.comments;
    return {id, root.post, root.scope, root.rootRev, comment.author};
}

void DemoWriter::react(const Target &target, PersonId person, const QString &emoji)
{
    StoredRow row;
    row.id = model::reactionId(target.id, person, emoji);
    if (view().row(target.scope, row.id))
        return;
    row.parent = target.id;
    row.rootRev = target.rootRev;
    put(target.scope, row, model::Reaction{target.id, model::PostId(target.post), person, emoji, m_clock.now()});
    ++m_counts.reactions;
}

} // namespace parvis::server
