#include "ui/actions/document_actions.h"

#include "base/deliver.h"
#include "text/file_kinds.h"
#include "text/file_names.h"
#include "ui/actions/dropped_files.h"
#include "ui/shell/navigator.h"
#include "ui/text/document_words.h"
#include "ui/text/file_words.h"
#include "ui/text/open_link.h"
#include "ui/text/words.h"
#include "ui/widgets/ask.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QStandardPaths>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr qint64 lockMs = 8 * 3'600'000LL; // a working day; it ends by itself

bool isFolder(const client::DocumentEntry &entry)
{
    return entry.item.kind == model::Kind::Folder;
}

} // namespace

DocumentActions::DocumentActions(const Context &context, QWidget *view)
    : QObject(view), m_context(context), m_view(view)
{
    m_askWhere = [](QWidget *parent, const QString &name) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
        return QFileDialog::getSaveFileName(parent, tr("Save as"), folder + u'/' + name);
    };
    m_askName = [](QWidget *parent) {
        return QInputDialog::getText(parent, tr("New folder"), tr("Name of the folder"));
    };
    m_openFile = &openFile;
    connect(&context.backend, &Backend::changed, this, [this] { look(); });
}

void DocumentActions::say(const QString &text)
{
    Q_EMIT m_context.navigator.said(text);
}

void DocumentActions::report(const Backend::Answer<Backend::Written> &answer, const QString &done)
{
    base::deliver(answer, this, [this, done](const base::Result<Backend::Written> &result) {
        if (!result)
            say(words::documentError(result.error()));
        else if (!done.isEmpty())
            say(done);
    });
}

bool DocumentActions::isMine(const Entry &entry) const
{
    const auto identity = m_context.backend.identity();
    return identity && entry.item.lockedBy == identity->person;
}

// Runs `act` once the content is on this disk.
void DocumentActions::whenHere(const Uuid &version, std::function<void()> act)
{
    base::deliver(m_context.backend.fetch(version), this,
                  [this, version, act = std::move(act)](const base::Result<client::Fetched> &fetched) {
                      if (!fetched)
                          return say(words::documentError(fetched.error()));
                      if (!fetched->why.isEmpty())
                          return say(words::fileRefusal(fetched->why));
                      if (fetched->here)
                          return act();
                      const bool offline = m_context.backend.state().phase <= client::SyncState::Offline;
                      say(offline
                              ? tr("This document is not on this computer. It will be fetched when there is a line.")
                              : tr("Fetching…"));
                      m_wanted.append({version, act});
                  });
}

// Something moved: perhaps what somebody waits for has come.
void DocumentActions::look()
{
    for (const Wanted &each : std::exchange(m_wanted, {}))
        base::deliver(m_context.backend.fetch(each.row), this,
                      [this, each](const base::Result<client::Fetched> &fetched) {
                          if (!fetched || !fetched->why.isEmpty())
                              say(fetched ? words::fileRefusal(fetched->why) : words::documentError(fetched.error()));
                          else if (fetched->here)
                              each.act();
                          else
                              m_wanted.append(each);
                      });
}

void DocumentActions::open(const Entry &entry)
{
    const store::DocumentItem &item = entry.item;
    if (isFolder(entry))
        return m_context.navigator.openDocument(item.scope.groupId(), item.id);
    if (item.version.isNull())
        return say(tr("This document has no content yet."));
    if (text::fileKind(item.name) == text::FileKind::Program) {
        if (ask(m_view,
                tr("“%1” is a program or a script. Parvis does not open it. Save it only if you know where it "
                   "comes from.")
                    .arg(item.name),
                tr("Save as…")))
            saveAs(entry);
        return;
    }
    whenHere(item.version, [this, id = item.id] {
        base::deliver(m_context.backend.openCopy(id), this, [this](const base::Result<client::WorkingCopy> &copy) {
            if (!copy)
                return say(words::documentError(copy.error()));
            if (!m_openFile(copy->path))
                return say(
                    tr("No program on this computer opens files of this kind. Save it, and open it with the program of "
                       "your choice."));
            if (copy->readOnly)
                say(words::copyProblem(*copy));
        });
    });
}

void DocumentActions::saveAs(const Entry &entry, const Uuid &version)
{
    const Uuid row = version.isNull() ? entry.item.version : version;
    if (row.isNull())
        return say(tr("This document has no content yet."));
    const QString file = m_askWhere(m_view, text::safeFileName(entry.item.name));
    if (file.isEmpty())
        return;
    whenHere(row, [this, row, file] {
        base::deliver(m_context.backend.copyOut(row, file), this, [this](const base::Result<void> &done) {
            say(done ? tr("Saved.") : words::documentError(done.error()));
        });
    });
}

void DocumentActions::fetch(const Entry &entry)
{
    if (!isFolder(entry) && !entry.item.version.isNull())
        whenHere(entry.item.version, [] {});
}

void DocumentActions::setPinned(const QList<Entry> &entries, bool on)
{
    for (const Entry &entry : entries)
        report(m_context.backend.pinDocument(entry.item.id, on));
    say(on ? tr("Kept on this computer, complete and current.") : tr("No longer kept on this computer."));
}

void DocumentActions::setPinnedGroup(const Uuid &group, bool on)
{
    report(m_context.backend.pinDocument(group, on),
           on ? tr("All documents of the group are kept on this computer, complete and current.")
              : tr("No longer kept on this computer."));
}

void DocumentActions::setLocked(const Entry &entry, bool on)
{
    if (on)
        report(m_context.backend.lockDocument(entry.item.id, m_context.clock.now().plusMs(lockMs)),
               tr("Locked for eight hours: what others write becomes a version of its own."));
    else
        report(m_context.backend.unlockDocument(entry.item.id), tr("Unlocked."));
}

void DocumentActions::trash(const QList<Entry> &entries)
{
    if (entries.isEmpty())
        return;
    for (const Entry &entry : entries)
        report(m_context.backend.trashDocument(entry.item.id, true));
    const QString text = entries.size() == 1 ? tr("“%1” is in the trash.").arg(entries.first().item.name)
                                             : tr("%n document(s) are in the trash.", nullptr, int(entries.size()));
    Q_EMIT m_context.navigator.reversible(text, [this, entries] { takeOut(entries); });
}

void DocumentActions::takeOut(const QList<Entry> &entries)
{
    for (const Entry &entry : entries)
        report(m_context.backend.trashDocument(entry.item.id, false), tr("It is back."));
}

void DocumentActions::rename(const Entry &entry, const QStringList &folder, const QString &name)
{
    if (name.isEmpty())
        return say(tr("A name cannot be empty."));
    if (name.contains(u'/'))
        return say(tr("A name cannot have a slash."));
    const QString before = entry.item.name;
    const GroupId group = entry.item.scope.groupId();
    base::deliver(m_context.backend.moveDocument(entry.item.id, group, folder + QStringList{name}), this,
                  [this, entry, folder, before](const base::Result<Backend::Written> &done) {
                      if (!done)
                          return say(words::documentError(done.error()));
                      Q_EMIT m_context.navigator.reversible(tr("Renamed."), [this, entry, folder, before] {
                          report(m_context.backend.moveDocument(entry.item.id, entry.item.scope.groupId(),
                                                                folder + QStringList{before}));
                      });
                  });
}

void DocumentActions::move(const QList<Uuid> &ids, GroupId group, const QStringList &folder)
{
    for (const Uuid &id : ids)
        report(m_context.backend.moveDocument(id, group, folder));
}

void DocumentActions::copy(const QList<Uuid> &ids, GroupId group, const QStringList &folder)
{
    for (const Uuid &id : ids) {
        base::deliver(m_context.backend.copyDocument(id, group, folder), this,
                      [this, only = ids.size() == 1](const base::Result<Backend::Written> &done) {
                          if (!done)
                              say(words::documentError(done.error()));
                          else if (only)
                              Q_EMIT made(done->id);
                      });
    }
}

void DocumentActions::put(const QStringList &files, GroupId group, const QStringList &folder)
{
    base::deliver(droppedFiles(files), this, [this, group, folder](const base::Result<QList<DroppedFile>> &found) {
        if (!found)
            return say(words::documentError(found.error()));
        if (found->isEmpty())
            return say(tr("There is no file in it."));
        say(tr("Adding %n file(s)…", nullptr, int(found->size())));
        for (const DroppedFile &file : *found) {
            base::deliver(
                m_context.backend.putDocument(group, folder + file.path, file.fileName, {}), this,
                [this, name = file.path.last(), only = found->size() == 1](const base::Result<client::Put> &put) {
                    if (!put)
                        return say(QStringLiteral("%1: %2").arg(name, words::documentError(put.error())));
                    if (only)
                        Q_EMIT made(put->id);
                });
        }
    });
}

void DocumentActions::makeFolder(GroupId group, const QStringList &folder)
{
    const QString name = m_askName(m_view).trimmed();
    if (name.isEmpty())
        return;
    if (name.contains(u'/'))
        return say(tr("A name cannot have a slash."));
    base::deliver(m_context.backend.makeFolders(group, folder + QStringList{name}), this,
                  [this](const base::Result<Backend::Written> &done) {
                      if (done)
                          Q_EMIT made(done->id);
                      else
                          say(words::documentError(done.error()));
                  });
}

void DocumentActions::resolve(const Entry &entry, client::Keep keep)
{
    report(m_context.backend.resolveDocument(entry.item.id, keep),
           keep == client::Keep::Both ? tr("Both are kept, as two documents.")
                                      : tr("Chosen. The other version stays in the history."));
}

void DocumentActions::restore(const Entry &entry, qint64 version)
{
    report(m_context.backend.restoreVersion(entry.item.id, version),
           tr("Version %1 is the latest again, as a new version.").arg(version));
}

void DocumentActions::fill(QMenu *menu, const QList<Entry> &entries, bool writable)
{
    if (entries.isEmpty())
        return;
    const Entry first = entries.first();
    const bool one = entries.size() == 1;
    const auto any = [&](auto is) { return std::any_of(entries.begin(), entries.end(), is); };
    if (first.item.trashed) {
        if (writable)
            menu->addAction(tr("Take out of the trash"), this, [this, entries] { takeOut(entries); });
        return;
    }
    if (one) {
        menu->addAction(tr("Open"), this, [this, first] { open(first); });
        if (!isFolder(first)) {
            menu->addAction(tr("Save as…"), this, [this, first] { saveAs(first); });
            if (!first.local && !first.item.version.isNull())
                menu->addAction(tr("Fetch to this computer"), this, [this, first] { fetch(first); });
        }
        menu->addSeparator();
    }
    if (any([](const Entry &entry) { return !entry.item.pinned; }))
        menu->addAction(tr("Keep on this computer"), this, [this, entries] { setPinned(entries, true); });
    if (any([](const Entry &entry) { return entry.item.pinned; }))
        menu->addAction(tr("No longer keep on this computer"), this, [this, entries] { setPinned(entries, false); });
    if (!writable)
        return;
    if (one && !isFolder(first)) {
        const bool locked = !first.item.lockedBy.isNull() && first.item.lockedUntil > m_context.clock.now();
        if (!locked)
            menu->addAction(tr("Lock"), this, [this, first] { setLocked(first, true); });
        else
            menu->addAction(isMine(first) ? tr("Unlock") : tr("Break the lock"), this,
                            [this, first] { setLocked(first, false); });
    }
    menu->addSeparator();
    if (one)
        menu->addAction(tr("Rename"), this, [this, id = first.item.id] { Q_EMIT renameWanted(id); });
    menu->addAction(tr("Put into the trash"), this, [this, entries] { trash(entries); });
}

} // namespace parvis::ui
