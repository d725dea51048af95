#include "blobs/chunker.h"
#include "client/file_mark.h"
#include "client/working_copies.h"
#include "text/file_kinds.h"
#include "text/file_names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace parvis::client {

using base::ErrorKind;
using model::Kind;
using model::Uuid;
using store::Copy;
using store::DocumentItem;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

tl::unexpected<base::Error> storage(const QString &path, const QString &why)
{
    return base::fail(ErrorKind::Storage, path, QStringLiteral("The file cannot be written or read: %1").arg(why));
}

} // namespace

base::Result<QString> whyNotSaved(store::Reader &reader, const DocumentItem &item, model::PersonId me, base::Time now)
{
    const auto group = reader.group(item.scope.groupId().toString());
    if (!group)
        return base::fail(group.error());
    if (!*group || !(*group)->role)
        return QStringLiteral("not_member");
    if ((*group)->archived)
        return QStringLiteral("archived");
    return item.lockedBy != me && item.lockedUntil > now ? QStringLiteral("locked") : QString();
}

bool isOpenElsewhere(const QString &folder, const QString &name)
{
    // LibreOffice; Microsoft Office, which cuts the beginning of long names; Vim; Emacs, whose mark is a link to nowhere.
    for (const QString &mark :
         {QStringLiteral(".~lock.%1#"), QStringLiteral("~$%1"), QStringLiteral(".%1.swp"), QStringLiteral(".#%1")}) {
        const QFileInfo file(folder + QLatin1Char('/') + mark.arg(name));
        if (file.exists() || file.isSymLink())
            return true;
    }
    return QFileInfo::exists(folder + QStringLiteral("/~$") + name.mid(2));
}

base::Result<WorkingCopy> WorkingCopies::open(const Uuid &document)
{
    if (!m_me)
        return base::fail(ErrorKind::Refused, QStringLiteral("open"),
                          QStringLiteral("nobody is signed in here; sign in first"));
    if (const auto ready = openFiles(); !ready)
        return base::fail(ready.error());
    const auto item = m_reader->document(document);
    if (!item)
        return base::fail(item.error());
    if (!*item)
        return base::fail(ErrorKind::Refused, QStringLiteral("open"),
                          QStringLiteral("no document with the id %1 is here; sync, or look at the id again")
                              .arg(document.toString()));
    if ((*item)->kind != Kind::Document)
        return base::fail(ErrorKind::Usage, QStringLiteral("open"),
                          QStringLiteral("this is a folder; open its documents one by one"));
    if (text::fileKind((*item)->name) == text::FileKind::Program)
        return base::fail(
            ErrorKind::Refused, QStringLiteral("executable"),
            QStringLiteral("this may be a program: it is not opened from here; save it if you trust who put it there"));
    if ((*item)->version.isNull())
        return base::fail(ErrorKind::Refused, QStringLiteral("no_content"),
                          QStringLiteral("this document has no content yet"));
    const auto held = m_outbox->copy(document);
    if (!held)
        return base::fail(held.error());
    const bool there = *held && QFileInfo::exists(pathOf(**held));
    const auto copy = there ? renewed(**item, **held) : made(**item);
    if (!copy)
        return base::fail(copy.error());
    // An editor that is told that it may only read says so before somebody has written an hour.
    const auto why = whyNotSaved(*m_reader, **item, *m_me, m_clock.now());
    if (!why)
        return base::fail(why.error());
    Copy kept = *copy;
    QFile file(pathOf(kept));
    const bool same = markOf(file.fileName()) == kept.mark;
    const auto wanted = why->isEmpty() ? ownerOnly : QFile::ReadOwner;
    if ((file.permissions() & ownerOnly) != wanted)
        file.setPermissions(wanted);
    if (same) // as it was, but for the right to write
        kept.mark = markOf(file.fileName());
    kept.usedAt = m_clock.now();
    if (const auto done = m_outbox->keepCopy(kept); !done)
        return base::fail(done.error());
    if (m_begun)
        readRows();
    else
        begin();
    tell(kept, true);
    return described(kept);
}

// The file is there. What was changed, or is still on its way, stays; what another program shows, too.
base::Result<Copy> WorkingCopies::renewed(const DocumentItem &item, const Copy &held)
{
    const auto still = holdsStill(held);
    if (!still)
        return base::fail(still.error());
    if (!*still)
        return held;
    Copy copy = held;
    copy.mark = **still;
    if (item.contentOp == held.base || waits(held))
        return copy;
    if (item.blob == held.blob) {
        copy.base = item.contentOp;
        return copy;
    }
    const auto hash = blobs::Hash::fromHex(item.blob);
    if (!hash || !m_files->has(*hash) || isOpenElsewhere(folderOf(held.document), held.name))
        return copy;
    const auto newer = made(item);
    if (newer && newer->name != held.name)
        QFile::remove(pathOf(held));
    return newer;
}

base::Result<Copy> WorkingCopies::made(const DocumentItem &item)
{
    Copy copy;
    copy.document = item.id;
    copy.scope = item.scope;
    copy.name = text::safeFileName(item.name);
    copy.base = item.contentOp;
    copy.blob = item.blob;
    const QString path = pathOf(copy);
    const auto held = m_outbox->copy(item.id);
    if (!held)
        return base::fail(held.error());
    // Without a row nobody knows on what it was based: what is in it becomes a version beside the others.
    if (!*held && QFileInfo::exists(path)) {
        copy.base = {};
        copy.blob.clear();
        return copy;
    }
    const auto hash = blobs::Hash::fromHex(item.blob);
    if (!hash || !m_files->has(*hash))
        return base::fail(ErrorKind::Offline, QStringLiteral("file"),
                          QStringLiteral("this file is not on this disk; fetch it first"));
    for (const QString &folder : {m_folder.workingCopies(), folderOf(item.id)}) {
        if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner))
            return storage(folder, QStringLiteral("the folder cannot be made"));
    }
    if (QFileInfo::exists(path) && !QFile::setPermissions(path, ownerOnly))
        return storage(path, QStringLiteral("it cannot be replaced"));
    if (const auto copied = m_files->copyTo(*hash, path); !copied)
        return base::fail(copied.error());
    if (!QFile::setPermissions(path, ownerOnly))
        return storage(path, QStringLiteral("it cannot be kept from others"));
    m_files->touch(*hash);
    copy.mark = markOf(path);
    return copy;
}

// The mark of the file if it holds what the row says.
base::Result<std::optional<QString>> WorkingCopies::holdsStill(const Copy &copy)
{
    const QString mark = markOf(pathOf(copy));
    if (mark == copy.mark)
        return mark;
    QFile file(pathOf(copy));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto read = blobs::readChunks(file);
    if (!read)
        return base::fail(read.error());
    const bool same = read->hash.toHex() == copy.blob && markOf(file.fileName()) == mark;
    return same ? std::optional(mark) : std::nullopt;
}

base::Result<WorkingCopy> WorkingCopies::described(const Copy &copy)
{
    const auto item = m_reader->document(copy.document);
    if (!item)
        return base::fail(item.error());
    const auto entry = m_outbox->entry(copy.base);
    if (!entry)
        return base::fail(entry.error());
    WorkingCopy shown{copy.document, copy.name, pathOf(copy)};
    const auto found = m_watched.find(copy.document);
    const QString why = found == m_watched.end() ? QString() : found->second.why;
    const QString mark = markOf(shown.path);
    if (mark.isEmpty()) {
        shown.state = CopyState::Failed;
        shown.why = QStringLiteral("vanished");
    } else if (mark != copy.mark) {
        shown.state = why.isEmpty() ? CopyState::Changed : CopyState::Failed;
        shown.why = why;
    } else if (*entry && (*entry)->state == store::OutboxState::Rejected) {
        shown.state = CopyState::Failed;
        shown.why = (*entry)->why;
    } else if (*entry && (*entry)->state == store::OutboxState::Pending && !(*entry)->isVoid) {
        shown.state = CopyState::Waiting;
    }
    const auto closed = *item ? whyNotSaved(*m_reader, **item, *m_me, m_clock.now()) : QStringLiteral("gone");
    if (!closed)
        return base::fail(closed.error());
    shown.readOnly = !closed->isEmpty();
    if (shown.why.isEmpty())
        shown.why = *closed;
    return shown;
}

base::Result<QList<WorkingCopy>> WorkingCopies::list()
{
    QList<WorkingCopy> all;
    if (!m_me || !QFileInfo::exists(m_folder.workingCopies()))
        return all;
    if (const auto ready = openFiles(); !ready)
        return base::fail(ready.error());
    const auto rows = m_outbox->copies();
    if (!rows)
        return base::fail(rows.error());
    for (const Copy &row : *rows) {
        const auto shown = described(row);
        if (!shown)
            return base::fail(shown.error());
        all.append(*shown);
    }
    return all;
}

} // namespace parvis::client
