#include "support/sim_world.h"

#include "model/derived_ids.h"
#include "server/document_texts.h"

namespace parvis::sim {

using namespace model;

namespace {

const QString content(64, QLatin1Char('c')); // a hash; the bytes are somewhere else
constexpr qint64 contentBytes = 7;

} // namespace

void World::readADocument()
{
    if (!serverRuns())
        return;
    const auto unread = server::unreadDocuments(*store->read());
    if (unread.empty())
        return;
    const auto &[group, id] = unread[size_t(random.below(unread.size()))];
    const auto document = server::unreadDocument(*store->read(), group, id);
    // Another version may come before this is written.
    engine->write(
        [this, document](server::WriteView &view) -> base::Result<void> {
            putDocumentText(view, *document, {QStringLiteral("inside ") + document->version.toString(), {}}, {clock, random});
            return {};
        },
        [](const base::Result<void> &) {});
}

// Put, edit on what is seen, move, rename, delete, give back, restore, lock: as three people do who do not see each other.
void World::randomDocumentWrite(SimClient &client)
{
    // Most of it in one group, so that they meet.
    const GroupId group = groups[random.below(3) ? 0 : size_t(random.below(groups.size()))];
    const ScopeId scope = ScopeId::group(group);
    const auto reader =
        store::Reader::open(client.folder + QStringLiteral("/cache.db"), client.folder + QStringLiteral("/outbox.db"));
    if (!reader)
        return;
    QList<store::DocumentItem> folders;
    QList<store::DocumentItem> documents;
    const auto top = (*reader)->documents(group, {});
    const auto trashed = (*reader)->trash(group);
    QList<store::DocumentItem> all = top.value_or(QList<store::DocumentItem>());
    for (const store::DocumentItem &item : QList<store::DocumentItem>(all)) {
        if (item.kind == Kind::Folder)
            all += (*reader)->documents(group, item.id).value_or(QList<store::DocumentItem>());
    }
    all += trashed.value_or(QList<store::DocumentItem>());
    for (const store::DocumentItem &item : std::as_const(all))
        (item.kind == Kind::Folder ? folders : documents).append(item);
    const auto pick = [&](const QList<store::DocumentItem> &list) {
        return list[qsizetype(random.below(quint64(list.size())))];
    };
    const auto anyFolder = [&] { return folders.isEmpty() || random.below(3) == 0 ? Uuid() : pick(folders).id; };
    // What was made here and has not been sent comes first.
    const auto after = [&](const QList<Uuid> &entities) {
        QList<OpId> ops;
        const auto entries = client.outbox->entries();
        for (const store::OutboxEntry &entry : *entries) {
            if (entry.op.action == Action::Create && entry.state == store::OutboxState::Pending
                && entities.contains(entry.op.entity))
                ops.append(entry.op.id);
        }
        return ops;
    };
    // Few names, so that they clash.
    const QString name = QStringLiteral("Name %1").arg(random.below(6));
    const quint64 what = random.below(100);
    if (what < 8) {
        const Uuid parent = anyFolder();
        Operation op = newOperation(Kind::Folder, Action::Create, scope, base::newUuid(clock, random));
        addChange(op, &Folder::parent, parent);
        addChange(op, &Folder::name, name);
        op.dependsOn = after({parent});
        return client.append(op);
    }
    if (what < 18 || documents.isEmpty()) {
        const Uuid folder = anyFolder();
        Operation op = newOperation(Kind::Document, Action::Create, scope, base::newUuid(clock, random));
        addChange(op, &Document::folder, folder);
        addChange(op, &Document::name, random.below(2) ? name : name.toUpper());
        op.dependsOn = after({folder});
        return client.append(op);
    }
    const store::DocumentItem item = random.below(2) ? documents.first() : pick(documents);
    if (what < 62) {
        Operation op = newOperation(Kind::Version, Action::Create, scope, base::newUuid(clock, random));
        const Uuid source = item.version.isNull() || random.below(2) ? base::newUuid(clock, random) : item.version;
        addChange(op, &DocumentVersion::document, DocumentId(item.id));
        addChange(op, &DocumentVersion::size, contentBytes);
        addChange(op, &DocumentVersion::blob, content);
        addChange(op, &DocumentVersion::source, source);
        if (random.below(4) == 0 && !item.branches.isEmpty())
            addChange(op, &DocumentVersion::resolves, item.branches);
        op.baseOp = item.contentOp;
        op.dependsOn = after({item.id, item.version});
        if (source == item.version)
            return client.append(op);
        return client.append(op, store::Upload{source, scope, item.id, content, contentBytes});
    }
    Operation op = newOperation(Kind::Document, Action::Change, scope, item.id);
    op.dependsOn = after({item.id});
    if (what < 70) {
        const Uuid folder = anyFolder();
        addChange(op, &Document::folder, folder);
        op.dependsOn += after({folder});
    } else if (what < 78) {
        addChange(op, &Document::name, name);
    } else if (what < 90) {
        addChange(op, &Document::trashed, !item.trashed);
    } else {
        const bool on = random.below(3) > 0;
        op = newOperation(Kind::Lock, on ? Action::Create : Action::Delete, scope, lockId(DocumentId(item.id)));
        if (on) {
            addChange(op, &Lock::document, DocumentId(item.id));
            addChange(op, &Lock::until, clock.now().plusMs(qint64(random.below(5000))));
        }
        op.dependsOn = after({item.id, op.entity});
    }
    if (what < 90 && !folders.isEmpty() && random.below(5) == 0) {
        // The same to a folder, which takes along what is in it, or meets itself.
        const store::DocumentItem folder = pick(folders);
        op = newOperation(Kind::Folder, Action::Change, scope, folder.id);
        if (what < 70)
            addChange(op, &Folder::parent, anyFolder());
        else
            addChange(op, &Folder::trashed, !folder.trashed);
        op.dependsOn = after({folder.id});
    }
    client.append(op);
}

// The file is on the server, and its sender may name it there; the line may break right after.
void World::endUploads(SimClient &client)
{
    if (!client.isRunning() || !client.pipe || !serverRuns())
        return;
    const auto uploads = client.outbox->uploads();
    for (const store::Upload &upload : *uploads) {
        const auto view = store->write();
        view->grantBlob(upload.id, {client.person, upload.scope, upload.blob, upload.size, clock.now().us});
        view->commit();
        if (random.below(10) > 0 && client.outbox->uploadComplete(upload.id, clock.now()))
            client.machine->outboxChanged();
    }
}

} // namespace parvis::sim
