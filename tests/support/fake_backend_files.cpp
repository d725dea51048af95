// Files of posts and comments in the company in memory.
#include "support/fake_backend.h"
#include "support/ready_answer.h"

#include <QFileInfo>

namespace parvis::tests {

using model::Uuid;
using store::AttachmentItem;
using store::FeedItem;

Uuid FakeBackend::addFile(const Uuid &id, const QString &name, qint64 size, const QByteArray &content)
{
    FeedItem *item = find(id);
    AttachmentItem file;
    file.id = newId();
    file.attachment.target = id;
    file.attachment.author = item->author.id;
    file.attachment.name = name;
    file.attachment.size = size;
    file.attachment.createdAt = item->createdAt;
    file.attachment.position = item->attachments.size();
    file.here = !content.isNull();
    if (file.here)
        contents.insert(file.id, content);
    item->attachments.append(file);
    return file.id;
}

AttachmentItem *FakeBackend::file(const Uuid &id)
{
    for (FeedItem &item : items) {
        for (AttachmentItem &each : item.attachments) {
            if (each.id == id)
                return &each;
        }
    }
    return nullptr;
}

// What one attaches is on this disk, and waits.
void FakeBackend::attach(FeedItem &item, const Files &files)
{
    for (const client::NewFile &each : files) {
        AttachmentItem file;
        file.id = newId();
        file.attachment.target = item.id;
        file.attachment.author = item.author.id;
        file.attachment.name = each.name;
        file.attachment.size = each.path.isEmpty() ? each.bytes.size() : localFiles.value(each.path).size;
        file.attachment.position = item.attachments.size();
        file.unsent = file.here = true;
        contents.insert(file.id, each.bytes);
        item.attachments.append(file);
    }
}

ui::Backend::Answer<client::Fetched> FakeBackend::fetch(const Uuid &row)
{
    fetches.append(row);
    const bool here = contents.contains(row);
    AttachmentItem *held = file(row);
    if (held && !here) {
        held->wanted = true;
        held->missing.clear();
        store::ChangeSet asked;
        asked.outbox = true;
        QMetaObject::invokeMethod(
            this, [this, asked] { Q_EMIT changed(asked); }, Qt::QueuedConnection);
    }
    return ready<client::Fetched>(client::Fetched{here, 0, {}});
}

ui::Backend::Answer<QByteArray> FakeBackend::content(const Uuid &row, qint64 mostBytes)
{
    ++contentReads;
    if (!contents.contains(row))
        return ready<QByteArray>(base::fail(base::ErrorKind::Offline, QStringLiteral("file"), QString()));
    if (contents.value(row).size() > mostBytes)
        return ready<QByteArray>(base::fail(base::ErrorKind::Usage, QStringLiteral("file_too_large"), QString()));
    return ready<QByteArray>(contents.value(row));
}

ui::Backend::Answer<void> FakeBackend::copyOut(const Uuid &row, const QString &fileName)
{
    if (!contents.contains(row))
        return ready<void>(base::fail(base::ErrorKind::Offline, QStringLiteral("file"), QString()));
    copies.append({row, fileName});
    return ready<void>({});
}

ui::Backend::Answer<QString> FakeBackend::copyToOpen(const Uuid &row)
{
    const AttachmentItem *held = file(row);
    if (!held || !contents.contains(row))
        return ready<QString>(base::fail(base::ErrorKind::Offline, QStringLiteral("file"), QString()));
    return ready<QString>(QStringLiteral("/parvis/opened/") + held->attachment.name);
}

ui::Backend::Answer<QList<client::LocalFile>> FakeBackend::look(const QStringList &paths)
{
    QList<client::LocalFile> found;
    for (const QString &path : paths)
        found.append(localFiles.value(path, {path, QFileInfo(path).fileName(), 0, QStringLiteral("missing")}));
    return ready<QList<client::LocalFile>>(found);
}

} // namespace parvis::tests
