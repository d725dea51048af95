#include "client/document_operations.h"

#include "model/derived_ids.h"
#include "model/document_names.h"

namespace parvis::client {

using base::ErrorKind;
using model::Action;
using model::Kind;
using model::Operation;

namespace {

Operation begin(const Maker &maker, Action action, Kind kind, const ScopeId &scope, const Uuid &entity)
{
    Operation op;
    op.id = OpId(base::newUuid(maker.clock, maker.random));
    op.action = action;
    op.kind = kind;
    op.scope = scope;
    op.entity = entity;
    op.at = maker.clock.now();
    return op;
}

Operation create(const Maker &maker, const ScopeId &scope, const Uuid &id, const model::Entity &entity)
{
    Operation op = begin(maker, Action::Create, model::kindOf(entity), scope, id);
    op.changes = model::creationChanges(entity);
    return op;
}

Uuid freshId(const Maker &maker)
{
    return base::newUuid(maker.clock, maker.random);
}

} // namespace

base::Result<QString> goodName(const QString &name)
{
    const QString tidy = model::tidyName(name);
    if (!model::isGoodName(tidy))
        return base::fail(
            ErrorKind::Usage, QStringLiteral("name"),
            QStringLiteral("'%1' is no name for a document: at most %2 bytes, without / and \\, and not . or ..")
                .arg(name.left(80))
                .arg(model::maxNameBytes));
    return tidy;
}

Operation makeFolder(const Maker &maker, GroupId group, const Uuid &parent, const QString &name)
{
    model::Folder folder;
    folder.parent = parent;
    folder.name = name;
    folder.author = maker.me;
    folder.createdAt = maker.clock.now();
    return create(maker, ScopeId::group(group), freshId(maker), folder);
}

Operation makeDocument(const Maker &maker, GroupId group, const Uuid &in, const QString &name)
{
    model::Document document;
    document.folder = in;
    document.name = name;
    document.author = maker.me;
    document.createdAt = maker.clock.now();
    return create(maker, ScopeId::group(group), freshId(maker), document);
}

Operation makeVersion(const Maker &maker, const ScopeId &scope, const Uuid &document, OpId base, const Content &content,
                      const QString &comment, const QList<Uuid> &resolves)
{
    model::DocumentVersion version;
    version.document = model::DocumentId(document);
    version.author = maker.me;
    version.createdAt = maker.clock.now();
    version.size = content.size;
    version.blob = content.blob;
    version.comment = comment;
    version.source = content.source;
    version.resolves = resolves;
    Operation op = create(maker, scope, freshId(maker), version);
    op.baseOp = base;
    return op;
}

Operation makeFiling(const Maker &maker, const store::DocumentItem &item, const Uuid &folder, const QString &name)
{
    Operation op = begin(maker, Action::Change, item.kind, item.scope, item.id);
    if (item.kind == Kind::Folder) {
        if (folder != item.folder)
            model::addChange(op, &model::Folder::parent, folder);
        if (name != item.name)
            model::addChange(op, &model::Folder::name, name);
    } else {
        if (folder != item.folder)
            model::addChange(op, &model::Document::folder, folder);
        if (name != item.name)
            model::addChange(op, &model::Document::name, name);
    }
    return op;
}

Operation makeTrashing(const Maker &maker, const store::DocumentItem &item, bool trashed)
{
    Operation op = begin(maker, Action::Change, item.kind, item.scope, item.id);
    if (item.kind == Kind::Folder)
        model::addChange(op, &model::Folder::trashed, trashed);
    else
        model::addChange(op, &model::Document::trashed, trashed);
    return op;
}

Operation makeLock(const Maker &maker, const store::DocumentItem &item, base::Time until)
{
    model::Lock lock;
    lock.document = model::DocumentId(item.id);
    lock.until = until;
    return create(maker, item.scope, model::lockId(lock.document), lock);
}

Operation makeUnlock(const Maker &maker, const store::DocumentItem &item)
{
    return begin(maker, Action::Delete, Kind::Lock, item.scope, model::lockId(model::DocumentId(item.id)));
}

Operation makePinning(const Maker &maker, const Uuid &target, const ScopeId &place, bool on)
{
    const ScopeId own = ScopeId::person(maker.me);
    const Uuid id = model::pinId(target, maker.me);
    if (!on)
        return begin(maker, Action::Delete, Kind::Pin, own, id);
    model::Pin pin;
    pin.target = target;
    pin.place = place.toString();
    pin.createdAt = maker.clock.now();
    return create(maker, own, id, pin);
}

Operation makeAttachment(const Maker &maker, const ScopeId &scope, const Uuid &target, const QString &name,
                         const Content &content, qint64 position)
{
    model::Attachment attachment;
    attachment.target = target;
    attachment.author = maker.me;
    attachment.name = name;
    attachment.size = content.size;
    attachment.blob = content.blob;
    attachment.source = content.source;
    attachment.createdAt = maker.clock.now();
    attachment.position = position;
    return create(maker, scope, freshId(maker), attachment);
}

base::Result<Sides> sidesOf(const store::DocumentItem &item, const QList<store::VersionItem> &versions, PersonId me)
{
    std::optional<store::VersionItem> mine, theirs, main, other;
    for (const store::VersionItem &each : versions) { // latest first
        if (!each.latest)
            continue;
        auto &side = each.version.author == me ? mine : theirs;
        if (!side)
            side = each;
        auto &branch = each.id == item.version ? main : other;
        if (!branch)
            branch = each;
    }
    if (item.branches.isEmpty() || !main || !other)
        return base::fail(ErrorKind::Refused, QStringLiteral("resolve"),
                          QStringLiteral("this document has no conflict"));
    // Both of one person, from two devices, or both of others: the main branch is then the one of the others.
    if (!mine || !theirs)
        return Sides{*other, *main};
    return Sides{*mine, *theirs};
}

} // namespace parvis::client
