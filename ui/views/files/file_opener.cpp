#include "ui/views/files/file_opener.h"

#include "base/deliver.h"
#include "text/file_kinds.h"
#include "text/file_names.h"
#include "ui/delegates/attachment_block.h"
#include "ui/shell/navigator.h"
#include "ui/text/file_words.h"
#include "ui/text/open_link.h"
#include "ui/text/words.h"
#include "ui/views/files/picture_viewer.h"
#include "ui/widgets/ask.h"

#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>

#include <utility>

namespace parvis::ui {

using store::AttachmentItem;
using store::FeedItem;

namespace {

constexpr qint64 stillWaitedForMs = 30'000; // later, nobody expects a program to open by itself

const AttachmentItem *fileOf(const FeedItem &item, const Uuid &id)
{
    const auto at = std::find_if(item.attachments.begin(), item.attachments.end(),
                                 [&](const AttachmentItem &file) { return file.id == id; });
    return at == item.attachments.end() ? nullptr : &*at;
}

bool isProgram(const AttachmentItem &file)
{
    return text::fileKind(file.attachment.name) == text::FileKind::Program;
}

QString askDesktop(QWidget *parent, const QString &name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return QFileDialog::getSaveFileName(parent, FileOpener::tr("Save as"), folder + u'/' + name);
}

} // namespace

FileOpener::FileOpener(const Context &context, QWidget *view)
    : QObject(view), m_context(context), m_view(view), m_askWhere(askDesktop)
{
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.outbox && !m_wanted.isEmpty())
            look();
    });
}

PictureViewer *FileOpener::viewer() const
{
    return m_viewer;
}

void FileOpener::say(const QString &text)
{
    Q_EMIT m_context.navigator.said(text);
}

void FileOpener::open(const FeedItem &item, const Uuid &id)
{
    const AttachmentItem *file = fileOf(item, id);
    if (!file)
        return;
    if (!isPicture(*file) || !m_context.pictures)
        return openOutside(item, id);
    QList<AttachmentItem> pictures;
    std::copy_if(item.attachments.begin(), item.attachments.end(), std::back_inserter(pictures), isPicture);
    qsizetype at = 0;
    while (pictures[at].id != id)
        ++at;
    if (m_viewer)
        m_viewer->deleteLater();
    m_viewer = new PictureViewer(m_context, pictures, at, m_view->window());
    connect(m_viewer, &PictureViewer::saveWanted, this, [this, item](const Uuid &file) { save(item, file); });
    connect(m_viewer, &PictureViewer::expected, this, [this, item = item.id] { Q_EMIT expected(item); });
    connect(m_viewer, &PictureViewer::closed, m_view, [view = m_view] { view->setFocus(); });
}

void FileOpener::openOutside(const FeedItem &item, const Uuid &id)
{
    const AttachmentItem *file = fileOf(item, id);
    if (!file)
        return;
    if (isProgram(*file)) {
        const QString name = text::safeFileName(file->attachment.name);
        if (ask(m_view,
                tr("“%1” is a program. It may do anything that you may do on this computer, so Parvis does not open "
                   "it. Save "
                   "it only if you expected it and trust who sent it.")
                    .arg(name),
                tr("Save…")))
            save(item, id);
        return;
    }
    fetch(item.id, {*file, {}, m_context.clock.now()});
}

void FileOpener::save(const FeedItem &item, const Uuid &id)
{
    const AttachmentItem *file = fileOf(item, id);
    if (!file)
        return;
    const QString path = m_askWhere(m_view->window(), text::safeFileName(file->attachment.name));
    if (!path.isEmpty())
        fetch(item.id, {*file, path, m_context.clock.now()});
}

void FileOpener::fetch(const Uuid &item, const Wanted &wanted)
{
    base::deliver(m_context.backend.fetch(wanted.file.id), this,
                  [this, item, wanted](const base::Result<client::Fetched> &answer) {
                      if (!answer)
                          return say(words::error(answer.error()));
                      if (answer->here)
                          return finish(wanted, false);
                      m_wanted.append(wanted);
                      Q_EMIT expected(item);
                      const QString name = text::safeFileName(wanted.file.attachment.name);
                      const bool line = m_context.backend.state().phase != client::SyncState::Offline;
                      say(line ? tr("“%1” is being fetched.").arg(name)
                               : tr("“%1” is on the server. It is fetched when there is a connection.").arg(name));
                  });
}

void FileOpener::look()
{
    for (const Wanted &wanted : std::exchange(m_wanted, {})) {
        base::deliver(m_context.backend.fetch(wanted.file.id), this,
                      [this, wanted](const base::Result<client::Fetched> &answer) {
                          const QString name = text::safeFileName(wanted.file.attachment.name);
                          if (!answer)
                              say(words::error(answer.error()));
                          else if (answer->here)
                              finish(wanted, m_context.clock.now().ms() - wanted.since.ms() > stillWaitedForMs);
                          else if (!answer->why.isEmpty())
                              say(tr("“%1” cannot be fetched: %2").arg(name, words::fileRefusal(answer->why)));
                          else
                              m_wanted.append(wanted);
                      });
    }
}

void FileOpener::finish(const Wanted &wanted, bool late)
{
    const QString name = text::safeFileName(wanted.file.attachment.name);
    if (!wanted.path.isEmpty()) {
        base::deliver(m_context.backend.copyOut(wanted.file.id, wanted.path), this,
                      [this, path = wanted.path](const base::Result<void> &saved) {
                          say(saved ? tr("Saved as %1.").arg(path)
                                    : tr("It could not be saved there: %1").arg(words::error(saved.error())));
                      });
        return;
    }
    if (late)
        return say(tr("“%1” is on this computer now.").arg(name));
    base::deliver(m_context.backend.copyToOpen(wanted.file.id), this, [this, name](const base::Result<QString> &path) {
        if (!path)
            say(words::error(path.error()));
        else if (!openFile(*path))
            say(tr("No program on this computer opens “%1”. Save it and open it yourself.").arg(name));
    });
}

void FileOpener::showMenu(const FeedItem &item, const Uuid &id, QPoint globalPos)
{
    const AttachmentItem *file = fileOf(item, id);
    if (!file)
        return;
    QMenu menu(m_view);
    if (isPicture(*file))
        menu.addAction(tr("Look at it"), this, [this, item, id] { open(item, id); });
    if (!isProgram(*file))
        menu.addAction(isPicture(*file) ? tr("Open in another program") : tr("Open"), this,
                       [this, item, id] { openOutside(item, id); });
    menu.addAction(tr("Save as…"), this, [this, item, id] { save(item, id); });
    menu.exec(globalPos);
}

void FileOpener::showList(const FeedItem &item, QPoint globalPos)
{
    QMenu menu(m_view);
    for (const AttachmentItem &file : item.attachments) {
        QMenu *sub = menu.addMenu(words::fileHint(file).replace(u'&', QStringLiteral("&&")));
        const Uuid id = file.id;
        if (isPicture(file))
            sub->addAction(tr("Look at it"), this, [this, item, id] { open(item, id); });
        if (!isProgram(file))
            sub->addAction(isPicture(file) ? tr("Open in another program") : tr("Open"), this,
                           [this, item, id] { openOutside(item, id); });
        sub->addAction(tr("Save as…"), this, [this, item, id] { save(item, id); });
    }
    menu.exec(globalPos);
}

} // namespace parvis::ui
