#include "client/document_operations.h"
#include "client/write_worker.h"
#include "model/derived_ids.h"
#include "model/document_names.h"

namespace parvis::client {

using base::ErrorKind;
using model::Action;
using model::Kind;
using model::Operation;
using store::DocumentItem;

namespace {

tl::unexpected<base::Error> refused(const char *where, const QString &detail)
{
    return base::fail(ErrorKind::Refused, QString::fromLatin1(where), detail);
}

} // namespace

base::Result<DocumentItem> WriteWorker::documentOf(const char *where, const Uuid &id)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto found = m_reader->document(id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return refused(where,
                       QStringLiteral("no document or folder with the id %1 is here; sync, or look at the id again")
                           .arg(id.toString()));
    return **found;
}

// Everything in one transaction, each after what it needs.
base::Result<void> WriteWorker::appendAll(PersonId me, QList<Operation> ops, const QList<Uuid> &after,
                                          const std::optional<store::Upload> &upload)
{
    const auto waiting = m_outbox->entries();
    if (!waiting)
        return base::fail(waiting.error());
    for (qsizetype at = 0; at < ops.size(); ++at) {
        const auto first = prerequisites(*waiting, me, ops[at].scope, after);
        if (!first)
            return base::fail(first.error());
        for (const OpId &id : *first) {
            if (!ops[at].dependsOn.contains(id))
                ops[at].dependsOn.append(id);
        }
        if (at > 0)
            ops[at].dependsOn.append(ops[at - 1].id);
    }
    const auto appended = upload ? m_outbox->append(ops, *upload) : m_outbox->append(ops);
    if (!appended)
        return base::fail(appended.error());
    for (const Operation &op : std::as_const(ops))
        tell(op, {});
    return {};
}

// The folder that the path names, made where it is missing.
base::Result<Uuid> WriteWorker::folderAt(PersonId me, GroupId group, const QStringList &path, OpId *last)
{
    Uuid folder;
    for (qsizetype depth = 1; depth <= path.size(); ++depth) {
        const auto found = m_reader->documentAt(group, path.first(depth));
        if (!found)
            return base::fail(found.error());
        if (*found && (*found)->kind != Kind::Folder)
            return base::fail(
                ErrorKind::Conflict, QStringLiteral("folder"),
                QStringLiteral("'%1' is a document and no folder").arg(path.first(depth).join(QLatin1Char('/'))));
        if (*found) {
            folder = (*found)->id;
            continue;
        }
        const auto name = goodName(path[depth - 1]);
        if (!name)
            return base::fail(name.error());
        const Operation op = makeFolder({me, m_clock, m_random}, group, folder, *name);
        if (auto done = appendAll(me, {op}, {folder}); !done)
            return base::fail(done.error());
        folder = op.entity;
        if (last)
            *last = op.id;
    }
    return folder;
}

base::Result<Written> WriteWorker::makeFolders(PersonId me, GroupId group, const QStringList &path)
{
    if (path.isEmpty())
        return base::fail(ErrorKind::Usage, QStringLiteral("folder"),
                          QStringLiteral("give the folder a name: GROUP/NAME"));
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    if (auto ok = mayWriteTo(me, "folder", ScopeId::group(group)); !ok)
        return base::fail(ok.error());
    OpId last;
    const auto folder = folderAt(me, group, path, &last);
    if (!folder)
        return base::fail(folder.error());
    return Written{*folder, last};
}

base::Result<Put> WriteWorker::putDocument(PersonId me, GroupId group, const QStringList &path, const QString &comment,
                                           const QString &blob, qint64 size)
{
    if (path.isEmpty())
        return base::fail(ErrorKind::Usage, QStringLiteral("document"),
                          QStringLiteral("give the document a name: GROUP/NAME"));
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const ScopeId scope = ScopeId::group(group);
    if (auto ok = mayWriteTo(me, "document", scope); !ok)
        return base::fail(ok.error());
    const auto held = m_reader->documentAt(group, path);
    if (!held)
        return base::fail(held.error());
    const Maker maker{me, m_clock, m_random};
    const Content content{blob, size, base::newUuid(m_clock, m_random)};
    store::Upload upload{content.source, scope, {}, blob, size};
    if (*held && (*held)->kind == Kind::Folder)
        return base::fail(ErrorKind::Conflict, QStringLiteral("document"),
                          QStringLiteral("there is a folder of this name"));
    if (*held)
        return putVersion(me, **held, comment, content);
    const auto folder = folderAt(me, group, path.first(path.size() - 1));
    if (!folder)
        return base::fail(folder.error());
    const auto name = goodName(path.last());
    if (!name)
        return base::fail(name.error());
    const Operation document = makeDocument(maker, group, *folder, *name);
    const Operation version = makeVersion(maker, scope, document.entity, {}, content, comment);
    upload.document = document.entity;
    if (auto done = appendAll(me, {document, version}, {*folder}, upload); !done)
        return base::fail(done.error());
    return Put{document.entity, version.id, upload.id, 1, size};
}

base::Result<Put> WriteWorker::putVersion(PersonId me, const DocumentItem &item, const QString &comment,
                                          const Content &content)
{
    if (item.lockedBy != me && item.lockedUntil > m_clock.now())
        return base::fail(
            ErrorKind::Conflict, QStringLiteral("locked"),
            QStringLiteral("somebody else has locked this document until %1").arg(item.lockedUntil.toRfc3339()));
    if (item.blob == content.blob && !item.version.isNull())
        return Put{item.id, {}, {}, item.number, content.size};
    Operation op = makeVersion({me, m_clock, m_random}, item.scope, item.id, item.contentOp, content, comment);
    // Sent before the version that it builds on, it would look like a branch.
    if (item.unsent)
        op.dependsOn.append(item.contentOp);
    const store::Upload upload{content.source, item.scope, item.id, content.blob, content.size};
    if (auto done = appendAll(me, {op}, {item.id}, upload); !done)
        return base::fail(done.error());
    return Put{item.id, op.id, upload.id, item.number + 1, content.size};
}

base::Result<Written> WriteWorker::restoreVersion(PersonId me, const Uuid &id, qint64 number)
{
    const auto item = documentOf("restore", id);
    if (!item)
        return base::fail(item.error());
    if (auto ok = mayWriteTo(me, "restore", item->scope); !ok)
        return base::fail(ok.error());
    const auto versions = m_reader->versions(id);
    if (!versions)
        return base::fail(versions.error());
    const auto at = std::find_if(versions->begin(), versions->end(),
                                 [&](const auto &each) { return each.version.number == number; });
    if (at == versions->end() || number <= 0)
        return refused("restore", QStringLiteral("this document has no version %1").arg(number));
    if (at->id == item->version)
        return Written{id, {}};
    Operation op = makeVersion({me, m_clock, m_random}, item->scope, id, item->contentOp,
                               {at->version.blob, at->version.size, at->id}, QString());
    if (item->unsent)
        op.dependsOn.append(item->contentOp);
    if (auto done = appendAll(me, {op}, {id}); !done)
        return base::fail(done.error());
    return Written{id, op.id};
}

// GROUP/FOLDER moves into that folder, GROUP/FOLDER/NAME gives a name too.
base::Result<Written> WriteWorker::moveDocument(PersonId me, const Uuid &id, GroupId group, const QStringList &path)
{
    const auto item = documentOf("move", id);
    if (!item)
        return base::fail(item.error());
    if (item->scope != ScopeId::group(group))
        return base::fail(ErrorKind::Usage, QStringLiteral("move"),
                          QStringLiteral("a document stays in its group: get it and put it into the other one"));
    if (auto ok = mayWriteTo(me, "move", item->scope); !ok)
        return base::fail(ok.error());
    const auto there =
        path.isEmpty() ? base::Result<std::optional<DocumentItem>>(std::nullopt) : m_reader->documentAt(group, path);
    if (!there)
        return base::fail(there.error());
    Uuid folder;
    QString name = item->name;
    if (*there && (*there)->kind == Kind::Folder && (*there)->id != id) {
        folder = (*there)->id;
    } else if (!path.isEmpty()) {
        if (*there && (*there)->id != id)
            return base::fail(ErrorKind::Conflict, QStringLiteral("move"),
                              QStringLiteral("there is a document of this name"));
        if (path.size() > 1) {
            const auto parent = m_reader->documentAt(group, path.first(path.size() - 1));
            if (!parent)
                return base::fail(parent.error());
            if (!*parent || (*parent)->kind != Kind::Folder)
                return refused(
                    "move",
                    QStringLiteral("there is no folder '%1'").arg(path.first(path.size() - 1).join(QLatin1Char('/'))));
            folder = (*parent)->id;
        }
        const auto good = goodName(path.last());
        if (!good)
            return base::fail(good.error());
        name = *good;
    }
    const Operation op = makeFiling({me, m_clock, m_random}, *item, folder, name);
    if (op.changes.isEmpty())
        return Written{id, {}};
    if (auto done = appendAll(me, {op}, {id, folder}); !done)
        return base::fail(done.error());
    return Written{id, op.id};
}

// Operations that make `item` once more in `folder`, with what lies in it.
base::Result<void> WriteWorker::copyInto(PersonId me, const DocumentItem &item, const Uuid &folder, const QString &name, int depth,
                                         QList<Operation> &ops)
{
    constexpr int deepest = 32, most = 1000;
    if (depth > deepest || ops.size() > most)
        return base::fail(ErrorKind::Usage, QStringLiteral("too_many_files"),
                          QStringLiteral("this folder holds too much to be copied at once; copy it in parts"));
    const Maker maker{me, m_clock, m_random};
    const GroupId group = item.scope.groupId();
    if (item.kind == Kind::Document) {
        const Operation document = makeDocument(maker, group, folder, name);
        ops.append(document);
        if (!item.version.isNull())
            ops.append(makeVersion(maker, item.scope, document.entity, {}, {item.blob, item.size, item.version}, QString()));
        return {};
    }
    const auto inside = m_reader->documents(group, item.id);
    if (!inside)
        return base::fail(inside.error());
    const Operation made = makeFolder(maker, group, folder, name);
    ops.append(made);
    for (const DocumentItem &each : *inside) {
        if (auto done = copyInto(me, each, made.entity, each.name, depth + 1, ops); !done)
            return done;
    }
    return {};
}

base::Result<Written> WriteWorker::copyDocument(PersonId me, const Uuid &id, GroupId group, const QStringList &path)
{
    const auto item = documentOf("copy", id);
    if (!item)
        return base::fail(item.error());
    if (item->scope != ScopeId::group(group))
        return base::fail(ErrorKind::Usage, QStringLiteral("move"),
                          QStringLiteral("a document stays in its group: get it and put it into the other one"));
    if (auto ok = mayWriteTo(me, "copy", item->scope); !ok)
        return base::fail(ok.error());
    const auto folder = folderAt(me, group, path);
    if (!folder)
        return base::fail(folder.error());
    const auto there = m_reader->documents(group, *folder);
    if (!there)
        return base::fail(there.error());
    QSet<QString> taken;
    for (const DocumentItem &each : *there)
        taken.insert(model::nameKey(each.name));
    const qsizetype dot = item->kind == Kind::Folder ? -1 : item->name.lastIndexOf(u'.');
    const QString stem = dot > 0 ? item->name.left(dot) : item->name;
    const QString ending = dot > 0 ? item->name.mid(dot) : QString();
    QString name = item->name;
    for (int number = 2; taken.contains(model::nameKey(name)); ++number)
        name = QStringLiteral("%1 (%2)%3").arg(stem).arg(number).arg(ending);
    if (const auto good = goodName(name); !good)
        return base::fail(good.error());
    QList<Operation> ops;
    if (auto done = copyInto(me, *item, *folder, name, 0, ops); !done)
        return base::fail(done.error());
    const Written written{ops.first().entity, ops.first().id};
    if (auto done = appendAll(me, ops, {id, item->version, *folder}); !done)
        return base::fail(done.error());
    return written;
}

base::Result<Written> WriteWorker::trashDocument(PersonId me, const Uuid &id, bool trashed)
{
    const auto item = documentOf(trashed ? "rm" : "undelete", id);
    if (!item)
        return base::fail(item.error());
    if (auto ok = mayWriteTo(me, "document", item->scope); !ok)
        return base::fail(ok.error());
    if (item->trashed == trashed)
        return Written{id, {}};
    const Operation op = makeTrashing({me, m_clock, m_random}, *item, trashed);
    if (auto done = appendAll(me, {op}, {id}); !done)
        return base::fail(done.error());
    return Written{id, op.id};
}

base::Result<Written> WriteWorker::lockDocument(PersonId me, const Uuid &id, base::Time until)
{
    const auto item = documentOf("lock", id);
    if (!item)
        return base::fail(item.error());
    if (item->kind != Kind::Document)
        return base::fail(ErrorKind::Usage, QStringLiteral("lock"), QStringLiteral("only a document can be locked"));
    if (item->lockedBy != me && item->lockedUntil > m_clock.now())
        return base::fail(
            ErrorKind::Conflict, QStringLiteral("locked"),
            QStringLiteral("somebody else has locked this document until %1").arg(item->lockedUntil.toRfc3339()));
    const Operation op = makeLock({me, m_clock, m_random}, *item, until);
    if (auto done = appendAll(me, {op}, {id}); !done)
        return base::fail(done.error());
    return Written{id, op.id};
}

base::Result<Written> WriteWorker::unlockDocument(PersonId me, const Uuid &id)
{
    const auto item = documentOf("unlock", id);
    if (!item)
        return base::fail(item.error());
    if (item->lockedBy.isNull())
        return Written{id, {}};
    const Operation op = makeUnlock({me, m_clock, m_random}, *item);
    if (auto done = appendAll(me, {op}, {id, op.entity}); !done)
        return base::fail(done.error());
    return Written{id, op.id};
}

// A document, a folder, or, with the id of a group, all of its documents.
base::Result<Written> WriteWorker::pinDocument(PersonId me, const Uuid &target, bool on)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto group = m_reader->group(target.toString());
    if (!group)
        return base::fail(group.error());
    ScopeId place = ScopeId::group(GroupId(target));
    if (!*group) {
        const auto item = documentOf("pin", target);
        if (!item)
            return base::fail(item.error());
        place = item->scope;
    }
    const Operation op = makePinning({me, m_clock, m_random}, target, place, on);
    if (auto done = appendAll(me, {op}, {target, op.entity}); !done)
        return base::fail(done.error());
    return Written{target, op.id};
}

base::Result<Written> WriteWorker::resolveDocument(PersonId me, const Uuid &id, Keep keep)
{
    const auto item = documentOf("resolve", id);
    if (!item)
        return base::fail(item.error());
    const auto versions = m_reader->versions(id);
    if (!versions)
        return base::fail(versions.error());
    const auto sides = sidesOf(*item, *versions, me);
    if (!sides)
        return base::fail(sides.error());
    const Maker maker{me, m_clock, m_random};
    const auto contentOf = [](const store::VersionItem &side) {
        return Content{side.version.blob, side.version.size, side.id};
    };
    QList<Operation> ops;
    store::VersionItem kept = keep == Keep::Theirs ? sides->theirs : sides->mine;
    if (keep == Keep::Both) {
        // The document goes on as it is; the other branch becomes one of its own beside it.
        const bool mineIsMain = sides->mine.id == item->version;
        kept = mineIsMain ? sides->mine : sides->theirs;
        const store::VersionItem &other = mineIsMain ? sides->theirs : sides->mine;
        const auto author = m_reader->person(other.version.author.toString());
        const QString name = model::clashedName(
            item->name, author && *author ? (*author)->fullName : other.authorHandle, other.version.createdAt);
        const Operation document = makeDocument(maker, item->scope.groupId(), item->folder, name);
        ops = {document, makeVersion(maker, item->scope, document.entity, {}, contentOf(other), QString())};
    }
    ops.append(makeVersion(maker, item->scope, id, item->contentOp, contentOf(kept), QString(), item->branches));
    if (auto done = appendAll(me, ops, {id, item->folder}); !done)
        return base::fail(done.error());
    return Written{id, ops.last().id};
}

base::Result<store::Outbox::Waiting> WriteWorker::attachment(PersonId me, const ScopeId &scope, const Uuid &target,
                                                             const TakenFile &file, qint64 position)
{
    const auto good = goodName(file.name);
    if (!good)
        return base::fail(good.error());
    const Content content{file.blob, file.size, base::newUuid(m_clock, m_random)};
    return store::Outbox::Waiting{makeAttachment({me, m_clock, m_random}, scope, target, *good, content, position),
                                  store::Upload{content.source, scope, {}, file.blob, file.size}};
}

} // namespace parvis::client
