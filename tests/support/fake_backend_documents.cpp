// Folders and documents of the company in memory. What is written is there at once, as what waits to be sent.
#include "model/document_names.h"
#include "support/fake_backend.h"
#include "support/ready_answer.h"

#include <QFileInfo>

#include <algorithm>

namespace parvis::tests {

using client::DocumentEntry;
using client::DocumentState;
using model::Kind;
using model::ScopeId;
using model::Uuid;

DocumentEntry *FakeBackend::entry(const Uuid &id)
{
    const auto at =
        std::find_if(documents.begin(), documents.end(), [&](const auto &each) { return each.item.id == id; });
    return at == documents.end() ? nullptr : &*at;
}

Uuid FakeBackend::addFolder(model::GroupId group, const Uuid &parent, const QString &name, const QString &author)
{
    DocumentEntry entry;
    entry.item.kind = Kind::Folder;
    entry.item.scope = ScopeId::group(group);
    entry.item.id = newId();
    entry.item.folder = parent;
    entry.item.name = name;
    entry.item.author = people_.value(author).card.id;
    entry.item.authorHandle = author;
    entry.item.authorName = people_.value(author).card.fullName;
    entry.item.modifiedAt = m_clock.now().plusMs(-86'400'000);
    documents.append(entry);
    return entry.item.id;
}

Uuid FakeBackend::addDocument(model::GroupId group, const Uuid &folder, const QString &name, const QString &author,
                              qint64 size, qint64 minutesAgo, DocumentState state, int versions)
{
    DocumentEntry entry;
    store::DocumentItem &item = entry.item;
    item.scope = ScopeId::group(group);
    item.id = newId();
    item.folder = folder;
    item.name = name;
    item.author = people_.value(author).card.id;
    item.authorHandle = author;
    item.authorName = people_.value(author).card.fullName;
    item.modifiedAt = m_clock.now().plusMs(-minutesAgo * 60'000);
    item.size = size;
    item.number = item.versions = versions;
    entry.state = state;
    entry.local = state == DocumentState::Here || state == DocumentState::Changed || state == DocumentState::Sending;
    item.unsent = state == DocumentState::Changed || state == DocumentState::Sending;
    item.pending = item.unsent;
    QList<store::VersionItem> list;
    for (int number = versions; number > 0; --number) {
        store::VersionItem version;
        version.id = newId();
        version.version.document = model::DocumentId(item.id);
        version.version.number = number == versions && item.unsent ? 0 : number;
        version.version.author = item.author;
        version.version.createdAt = item.modifiedAt.plusMs(-qint64(versions - number) * 86'400'000);
        version.version.size = size;
        version.authorHandle = author;
        version.authorName = item.authorName;
        version.latest = number == versions;
        version.unsent = number == versions && item.unsent;
        list.append(version);
    }
    if (state == DocumentState::Conflict && list.size() > 1) {
        list[1].latest = true;
        item.branches = {list[1].id};
    }
    item.version = list.isEmpty() ? Uuid() : list.first().id;
    versionLists.insert(item.id, list);
    documents.append(entry);
    return item.id;
}

ui::Backend::Answer<std::optional<client::Folder>> FakeBackend::folder(model::GroupId group, const Uuid &folder, int first)
{
    client::Folder found;
    found.kept = pinnedGroups.contains(group);
    for (const DocumentEntry *at = entry(folder); at; at = entry(at->item.folder)) {
        found.path.prepend(at->item);
        found.kept = found.kept || at->item.pinned;
    }
    if (!folder.isNull() && found.path.isEmpty())
        return ready<std::optional<client::Folder>>(std::optional<client::Folder>());
    for (const DocumentEntry &each : std::as_const(documents)) {
        if (each.item.scope == ScopeId::group(group) && each.item.folder == folder && !each.item.trashed)
            found.entries.append(each);
    }
    std::sort(found.entries.begin(), found.entries.end(), [](const auto &a, const auto &b) {
        const bool folders[] = {a.item.kind == Kind::Folder, b.item.kind == Kind::Folder};
        return folders[0] != folders[1] ? folders[0] : a.item.name < b.item.name;
    });
    found.more = first > 0 && found.entries.size() > first;
    if (found.more)
        found.entries.resize(first);
    return ready<std::optional<client::Folder>>(std::optional(found));
}

ui::Backend::Answer<QList<DocumentEntry>> FakeBackend::documentView(store::DocumentView view, int limit)
{
    QList<DocumentEntry> found;
    for (const DocumentEntry &each : std::as_const(documents)) {
        const store::DocumentItem &item = each.item;
        const bool belongs = view == store::DocumentView::Pinned      ? item.pinned
                             : view == store::DocumentView::Locked    ? item.lockedBy == m_identity->person
                             : view == store::DocumentView::Conflicts ? !item.branches.isEmpty()
                             : view == store::DocumentView::Mine      ? item.author == m_identity->person
                                                                      : true;
        if (belongs && !item.trashed && (item.kind == Kind::Document || view == store::DocumentView::Pinned))
            found.append(each);
    }
    std::sort(found.begin(), found.end(),
              [](const auto &a, const auto &b) { return a.item.modifiedAt > b.item.modifiedAt; });
    return ready<QList<DocumentEntry>>(found.mid(0, limit));
}

ui::Backend::Answer<QList<DocumentEntry>> FakeBackend::trash(model::GroupId group)
{
    QList<DocumentEntry> found;
    for (const DocumentEntry &each : std::as_const(documents)) {
        if (each.item.trashed && each.item.scope == ScopeId::group(group))
            found.append(each);
    }
    return ready<QList<DocumentEntry>>(found);
}

ui::Backend::Answer<std::optional<DocumentEntry>> FakeBackend::document(const Uuid &id)
{
    const DocumentEntry *found = entry(id);
    return ready<std::optional<DocumentEntry>>(found ? std::optional(*found) : std::nullopt);
}

ui::Backend::Answer<QList<store::VersionItem>> FakeBackend::versions(const Uuid &document)
{
    return ready<QList<store::VersionItem>>(versionLists.value(document));
}

ui::Backend::Answer<QList<client::Transfer>> FakeBackend::transfers()
{
    return ready<QList<client::Transfer>>(transferList);
}

ui::Backend::Answer<void> FakeBackend::cancelDownload(const Uuid &row)
{
    transferList.removeIf([&](const auto &each) { return each.id == row; });
    return ready<void>({});
}

// The folder that the path names, made where it is missing.
Uuid FakeBackend::folderAt(model::GroupId group, const QStringList &path)
{
    Uuid at;
    for (const QString &name : path) {
        const auto found = std::find_if(documents.begin(), documents.end(), [&](const auto &each) {
            return each.item.scope == ScopeId::group(group) && each.item.folder == at && each.item.kind == Kind::Folder
                   && model::nameKey(each.item.name) == model::nameKey(name);
        });
        at = found == documents.end() ? addFolder(group, at, name, m_identity->user) : found->item.id;
    }
    return at;
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::changedDocument(const Uuid &id, Kind kind)
{
    const DocumentEntry *found = entry(id);
    return written(id, kind, found ? found->item.scope : ScopeId(), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::makeFolders(model::GroupId group, const QStringList &path)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    return changedDocument(folderAt(group, path), Kind::Folder);
}

ui::Backend::Answer<client::Put> FakeBackend::putDocument(model::GroupId group, const QStringList &path,
                                                          const QString &fileName, const QString &)
{
    if (m_writeError)
        return ready<client::Put>(base::fail(*m_writeError));
    putFiles.append({path.join(u'/'), fileName});
    const Uuid folder = folderAt(group, path.first(path.size() - 1));
    const Uuid id = addDocument(group, folder, path.last(), m_identity->user, QFileInfo(fileName).size(), 0,
                                DocumentState::Changed, 1);
    const auto done = changedDocument(id, Kind::Document);
    client::Put put;
    put.id = id;
    put.op = (*done.result()).op;
    put.number = 1;
    return ready<client::Put>(put);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::restoreVersion(const Uuid &document, qint64 number)
{
    auto &list = versionLists[document];
    const auto at =
        std::find_if(list.begin(), list.end(), [&](const auto &each) { return each.version.number == number; });
    if (at == list.end())
        return ready<Written>(base::fail(base::ErrorKind::Refused, QStringLiteral("restore"), QString()));
    store::VersionItem restored = *at;
    restored.id = newId();
    restored.unsent = restored.latest = true;
    restored.version.number = 0;
    restored.version.createdAt = m_clock.now();
    list.first().latest = false;
    list.prepend(restored);
    entry(document)->item.version = restored.id;
    entry(document)->item.number = ++entry(document)->item.versions;
    entry(document)->state = DocumentState::Changed;
    return changedDocument(document, Kind::Version);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::moveDocument(const Uuid &id, model::GroupId group,
                                                                    const QStringList &path)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    DocumentEntry *moved = entry(id);
    const auto there = std::find_if(documents.begin(), documents.end(), [&](const auto &each) {
        return !path.isEmpty() && each.item.kind == Kind::Folder && each.item.id != id
               && model::nameKey(each.item.name) == model::nameKey(path.last());
    });
    if (path.isEmpty()) {
        moved->item.folder = {};
    } else if (there != documents.end()) {
        moved->item.folder = there->item.id;
    } else {
        const Uuid folder = folderAt(group, path.first(path.size() - 1));
        entry(id)->item.folder = folder;
        entry(id)->item.name = path.last();
    }
    return changedDocument(id, Kind::Document);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::copyDocument(const Uuid &id, model::GroupId group,
                                                                    const QStringList &folder)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    DocumentEntry copy = *entry(id);
    copy.item.id = newId();
    copy.item.folder = folderAt(group, folder);
    copy.item.name += QStringLiteral(" (2)");
    documents.append(copy);
    return changedDocument(copy.item.id, Kind::Document);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::trashDocument(const Uuid &id, bool trashed)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    entry(id)->item.trashed = trashed;
    return changedDocument(id, Kind::Document);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::lockDocument(const Uuid &id, base::Time until)
{
    entry(id)->item.lockedBy = m_identity->person;
    entry(id)->item.lockedUntil = until;
    return changedDocument(id, Kind::Lock);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::unlockDocument(const Uuid &id)
{
    entry(id)->item.lockedBy = {};
    return changedDocument(id, Kind::Lock);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::pinDocument(const Uuid &target, bool on)
{
    if (DocumentEntry *pinned = entry(target)) {
        pinned->item.pinned = on;
        return changedDocument(target, Kind::Pin);
    }
    if (on)
        pinnedGroups.insert(model::GroupId(target));
    else
        pinnedGroups.remove(model::GroupId(target));
    return written(target, Kind::Pin, ScopeId::group(model::GroupId(target)), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::resolveDocument(const Uuid &id, client::Keep keep)
{
    resolved.append({id, keep});
    DocumentEntry *document = entry(id);
    document->item.branches.clear();
    document->state = DocumentState::Changed;
    return changedDocument(id, Kind::Version);
}

} // namespace parvis::tests
