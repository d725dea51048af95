#include "server/documents.h"

#include "model/derived_ids.h"
#include "model/document_names.h"
#include "model/merge.h"
#include "server/document_texts.h"

namespace parvis::server {

using namespace model;

namespace {

constexpr int mostAttempts = 10'000; // at a free name
constexpr int deepest = 64;          // folders in each other

Effect refused(const QString &why)
{
    return {why, {}};
}

Effect refused(const char *why)
{
    return refused(QString::fromLatin1(why));
}

StoredRow put(WriteView &view, const ScopeId &scope, const Uuid &id, const Entity &entity, const Uuid &parent,
              const QByteArray &unknown, qint64 nowUs)
{
    const auto held = view.row(scope, id);
    StoredRow row = held.value_or(StoredRow());
    row.kind = qint64(kindOf(entity));
    row.id = id;
    row.parent = parent;
    const QByteArray payload = protocol::encodeEntity(entity, unknown);
    if (held && !held->deleted && held->payload == payload && held->parent == parent)
        return row;
    row.deleted = false;
    row.payload = payload;
    if (row.order == 0)
        row.order = view.nextOrder(nowUs);
    view.put(scope, row, nowUs);
    return row;
}

Uuid rowParent(const ScopeId &scope, const Uuid &folder)
{
    return folder.isNull() ? scope.id : folder;
}

// The folder itself if it is there and neither it nor one above it is in the trash, else the nearest above that is.
Uuid livingFolder(ReadView &view, const ScopeId &scope, const Uuid &folder)
{
    Uuid living = folder;
    Uuid at = folder;
    for (int depth = 0; !at.isNull() && depth < deepest; ++depth) {
        const auto row = view.row(scope, at);
        if (!row || row->kind != qint64(Kind::Folder))
            return {};
        if (row->deleted) { // a tombstone remembers only where it was
            at = living = row->parent == scope.id ? Uuid() : row->parent;
            continue;
        }
        const auto found = entityAs<Folder>(*row);
        if (found.trashed)
            living = found.parent;
        at = found.parent;
    }
    return at.isNull() ? living : Uuid();
}

bool isInside(ReadView &view, const ScopeId &scope, const Uuid &folder, const Uuid &other)
{
    Uuid at = folder;
    for (int depth = 0; !at.isNull(); ++depth) {
        if (at == other || depth > deepest)
            return true;
        const auto row = view.row(scope, at);
        at = row && !row->deleted && row->kind == qint64(Kind::Folder) ? entityAs<Folder>(*row).parent : Uuid();
    }
    return false;
}

QString nameOf(ReadView &view, PersonId id)
{
    const auto who = person(view, id);
    return who ? who->fullName : QStringLiteral("?");
}

// Claims the name, or the first free one made from it. False if there is none, which nobody will see.
bool claimName(WriteView &view, const ScopeId &scope, const Uuid &id, const Uuid &folder, QString &name, PersonId actor,
               Time at)
{
    view.releaseHandles(id);
    const QString wanted = name;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        if (attempt > 0)
            name = clashedName(wanted, nameOf(view, actor), at, attempt);
        const QString claim = nameClaim(scope, folder, name);
        if (!view.handleOwner(claim) && view.claimHandle(claim, id))
            return true;
    }
    return false;
}

Uuid &folderOf(Folder &folder)
{
    return folder.parent;
}

Uuid &folderOf(Document &document)
{
    return document.folder;
}

// What folders and documents have in common: a place, a name that is free there, and the trash.
template<class S>
Effect filedEffect(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    if (op.action == Action::Create && view.everUsed(op.entity))
        return refused("exists");
    const auto made = merged(context.current, op, context.actor.id, env.clock.now());
    if (!made)
        return refused(made.error().detail);
    S entity = std::get<S>(*made);
    entity.name = tidyName(entity.name);
    if (!isGoodName(entity.name))
        return refused("bad_name");
    Uuid &folder = folderOf(entity);
    if (S::kind == Kind::Folder && isInside(view, op.scope, folder, op.entity))
        return refused("cycle");
    std::optional<S> before;
    if (context.current)
        before = std::get<S>(*context.current);
    if (entity.trashed) {
        view.releaseHandles(op.entity);
    } else {
        folder = livingFolder(view, op.scope, folder);
        const bool same =
            before && !before->trashed && folderOf(*before) == folder && nameKey(before->name) == nameKey(entity.name);
        if (!same
            && !claimName(view, op.scope, op.entity, folder, entity.name, context.actor.id,
                          std::min(op.at, env.clock.now())))
            return refused("bad_name");
    }
    put(view, op.scope, op.entity, entity, rowParent(op.scope, folder), context.unknown, env.clock.now().us);
    return {{}, {{op.scope, op.entity}}};
}

// The lock that somebody else holds at this moment.
bool lockedByOther(ReadView &view, const ScopeId &scope, const Uuid &document, PersonId person, Time now)
{
    const auto lock = entityOf<Lock>(view, scope, lockId(DocumentId(document)));
    return lock && lock->person != person && lock->until > now;
}

// Which of the latest versions this one follows: its place in `branches`, -1 the main branch, -2 none.
int followed(ReadView &view, const ScopeId &scope, const Document &document, const OpId &base)
{
    if (document.head.isNull())
        return -1;
    if (base.isNull())
        return -2;
    if (document.headOp == base.uuid())
        return -1;
    for (int at = 0; at < document.branches.size(); ++at) {
        const auto branch = entityOf<DocumentVersion>(view, scope, document.branches[at]);
        if (branch && branch->contentOp == base.uuid())
            return at;
    }
    return -2;
}

Uuid versionMadeBy(ReadView &view, const ScopeId &scope, const Uuid &document, const OpId &op)
{
    if (op.isNull())
        return {};
    for (const StoredRow &row : view.children(scope, document)) {
        if (row.kind == qint64(Kind::Version) && entityAs<DocumentVersion>(row).contentOp == op.uuid())
            return row.id;
    }
    return {};
}

} // namespace

QString nameClaim(const ScopeId &scope, const Uuid &folder, const QString &name)
{
    // No handle has a slash in it, so that no person or group can take a document's name, nor the other way round.
    return rowParent(scope, folder).toString() + QLatin1Char('/') + nameKey(name);
}

bool mayUseBlob(ReadView &view, const ScopeId &scope, PersonId person, const Uuid &source, const QString &blob,
                qint64 size)
{
    if (const auto grant = view.blobGrant(source))
        return grant->person == person && grant->scope == scope && grant->blob == blob && grant->size == size;
    const auto version = entityOf<DocumentVersion>(view, scope, source);
    return version && version->blob == blob && version->size == size;
}

Effect folderEffect(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    return filedEffect<Folder>(view, op, context, env);
}

Effect documentEffect(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    return filedEffect<Document>(view, op, context, env);
}

Effect versionEffect(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    const Time now = env.clock.now();
    if (view.everUsed(op.entity))
        return refused("exists");
    const auto made = merged(std::nullopt, op, context.actor.id, now);
    if (!made)
        return refused(made.error().detail);
    auto version = std::get<DocumentVersion>(*made);
    const auto *held = context.parent ? std::get_if<Document>(&*context.parent) : nullptr;
    if (!held)
        return refused("bad_field");
    if (!mayUseBlob(view, op.scope, context.actor.id, version.source, version.blob, version.size))
        return refused("no_blob");

    Document document = *held;
    const Uuid id = version.document.uuid();
    int branch = followed(view, op.scope, document, op.baseOp);
    if (branch == -1 && !document.head.isNull() && lockedByOther(view, op.scope, id, context.actor.id, now))
        branch = -2;
    version.base = branch == -1  ? document.head
                   : branch >= 0 ? document.branches[branch]
                                 : versionMadeBy(view, op.scope, id, op.baseOp);
    version.number = ++document.versions;
    if (branch == -1) {
        document.head = op.entity;
        document.headOp = op.id.uuid();
        document.size = version.size;
        document.modifiedAt = version.createdAt;
        document.editor = version.author;
        for (const Uuid &ended : std::as_const(version.resolves))
            document.branches.removeAll(ended);
    } else if (branch >= 0) {
        document.branches[branch] = op.entity;
    } else {
        document.branches.append(op.entity);
    }
    if (document.trashed) {
        document.trashed = false;
        document.trashedAt = {};
        document.trashedBy = {};
        document.folder = livingFolder(view, op.scope, document.folder);
        claimName(view, op.scope, id, document.folder, document.name, context.actor.id, version.createdAt);
    }
    QByteArray unknown;
    entityOf(*context.parentRow, &unknown);
    put(view, op.scope, id, document, rowParent(op.scope, document.folder), unknown, now.us);
    put(view, op.scope, op.entity, version, id, {}, now.us);
    return {{}, {{op.scope, op.entity}, {op.scope, id}}};
}

Effect lockEffect(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    const Time now = env.clock.now();
    if (op.action == Action::Delete || op.action == Action::DeleteThread) {
        if (!context.row)
            return context.tombstone ? Effect{{}, {{op.scope, op.entity}}} : Effect{};
        putTombstone(view, op.scope, op.entity, now.us);
        return {{}, {{op.scope, op.entity}}};
    }
    std::optional<Entity> current = context.current;
    if (current && std::get<Lock>(*current).person != context.actor.id) {
        if (std::get<Lock>(*current).until > now)
            return refused("locked");
        current.reset(); // it has run out: this one begins anew
    }
    const auto made = merged(current, op, context.actor.id, now);
    if (!made)
        return refused(made.error().detail);
    auto lock = std::get<Lock>(*made);
    const bool onDocument = context.parent && std::holds_alternative<Document>(*context.parent);
    if (!onDocument || op.entity != lockId(lock.document))
        return refused("bad_field");
    lock.until = std::min(lock.until, Time{now.us + longestLockUs});
    put(view, op.scope, op.entity, lock, lock.document.uuid(), context.unknown, now.us);
    return {{}, {{op.scope, op.entity}}};
}

namespace {

void buryFiled(WriteView &view, const ScopeId &scope, StoredRow row, qint64 nowUs, int depth = 0)
{
    if (depth > deepest)
        return;
    view.releaseHandles(row.id);
    const auto inside = view.children(scope, row.id);
    row.deleted = true;
    row.payload.clear();
    view.put(scope, row, nowUs);
    if (row.kind == qint64(Kind::Document))
        dropDocumentText(view, scope.groupId(), row.id, nowUs);
    for (const StoredRow &child : inside)
        buryFiled(view, scope, child, nowUs, depth + 1);
}

template<class S>
void emptyTrashOf(WriteView &view, const ScopeId &scope, qint64 olderThan, qint64 nowUs)
{
    constexpr int page = 1000;
    Uuid after;
    for (;;) {
        const auto rows = view.ofKind(scope, S::kind, after, page);
        for (const StoredRow &row : rows) {
            after = row.id;
            // The folder that it was in may have gone in this very round.
            const auto now = row.at < olderThan ? view.row(scope, row.id) : std::nullopt;
            if (now && !now->deleted && entityAs<S>(*now).trashed)
                buryFiled(view, scope, *now, nowUs);
        }
        if (rows.size() < page)
            return;
    }
}

} // namespace

void emptyTrash(WriteView &view, const ScopeId &group, qint64 olderThan, qint64 nowUs)
{
    emptyTrashOf<Folder>(view, group, olderThan, nowUs);
    emptyTrashOf<Document>(view, group, olderThan, nowUs);
}

} // namespace parvis::server
