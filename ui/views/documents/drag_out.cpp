#include "ui/views/documents/drag_out.h"

#include "base/deliver.h"
#include "text/file_names.h"
#include "ui/views/documents/document_list.h"

#include <QDrag>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QTemporaryDir>
#include <QUrl>
#include <QWidget>

#include <memory>

namespace parvis::ui {

namespace {

struct Dragging {
    QPointer<QWidget> source;
    QList<client::DocumentEntry> entries;
    QList<QUrl> copies;
    int waiting = 0;
};

void begin(const Dragging &dragging)
{
    if (!dragging.source || !(QGuiApplication::mouseButtons() & Qt::LeftButton))
        return;
    QMimeData *data = DocumentList::mimeOf(dragging.entries);
    if (!dragging.copies.isEmpty())
        data->setUrls(dragging.copies);
    auto *drag = new QDrag(dragging.source);
    drag->setMimeData(data);
    drag->exec(dragging.copies.isEmpty() ? Qt::MoveAction : Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
}

} // namespace

void dragOut(const Context &context, QWidget *source, const QList<client::DocumentEntry> &entries)
{
    // Where the copies are until the program ends: whoever took them may read them later.
    static QTemporaryDir copies;
    static int count = 0;
    auto dragging = std::make_shared<Dragging>(Dragging{source, entries, {}, 0});
    for (const client::DocumentEntry &entry : entries) {
        if (entry.item.kind == model::Kind::Folder || !entry.local || !copies.isValid())
            continue;
        // Each in a folder of its own: two may have one name.
        const QString folder = copies.filePath(QString::number(++count));
        const QString file = folder + u'/' + text::safeFileName(entry.item.name);
        ++dragging->waiting;
        base::deliver(context.backend.copyOut(entry.item.version, file), source,
                      [dragging, file](const base::Result<void> &done) {
                          if (done)
                              dragging->copies.append(QUrl::fromLocalFile(file));
                          if (--dragging->waiting == 0)
                              begin(*dragging);
                      });
    }
    if (dragging->waiting == 0)
        begin(*dragging);
}

} // namespace parvis::ui
