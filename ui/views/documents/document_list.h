#pragma once

#include "ui/context.h"

#include <QTreeView>

namespace parvis::ui {

class DocumentDelegate;
class DocumentModel;

// The table of folders and documents: several rows are chosen at once, letters lead to a name, files are dropped in, rows onto
// folders and out of the window. What is wanted is told; who listens writes.
class DocumentList : public QTreeView {
    Q_OBJECT

public:
    DocumentList(const Context &context, DocumentModel *model, QWidget *parent = nullptr);

    QList<client::DocumentEntry> chosen() const;
    std::optional<client::DocumentEntry> current() const;
    void choose(const Uuid &id);
    void setPlaceVisible(bool visible);     // the column of groups
    void setWritable(bool writable);        // drops and renames
    void rename(const Uuid &id);            // opens the editor
    void showAsRead(bool byName);           // in the order of reading, which is that of names or another
    void setEmptyText(const QString &text); // shown when there is no row

    static constexpr char mimeType[] = "application/x-parvis-documents";
    static QMimeData *mimeOf(const QList<client::DocumentEntry> &entries);
    static QList<Uuid> idsIn(const QMimeData *data);

Q_SIGNALS:
    void chosenChanged();
    void openWanted(const parvis::client::DocumentEntry &entry);
    void renameWanted(const parvis::model::Uuid &id, const QString &name);
    void menuWanted(QPoint globalPos);
    void filesDropped(const QStringList &files, const parvis::model::Uuid &folder); // null: the folder that is shown
    void documentsDropped(const QList<parvis::model::Uuid> &ids, const parvis::model::Uuid &folder);
    void dragWanted(); // of what is chosen

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }

private:
    bool isWelcome(const QMimeData *data) const;
    void markDrop(int row);
    void layOut();

    Context m_context;
    DocumentModel *m_model;
    DocumentDelegate *m_delegate;
    QString m_emptyText;
    bool m_writable = false;
};

} // namespace parvis::ui
