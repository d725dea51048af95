#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace parvis::ui {

// The sign of a folder or file by the kind that its name says.
void drawFileSign(QPainter &painter, const QRectF &square, const QString &name, bool folder, const Theme &theme);

// A row of a DocumentModel: one ground from edge to edge, the sign before the name, the state in words with its colour.
class DocumentDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit DocumentDelegate(const Theme &theme, QObject *parent = nullptr);
    static int nameSpace(const Theme &theme); // from the edge of its cell to the name
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setDropRow(int row) { m_dropRow = row; } // the folder that something is held over; -1: none

    // In the name's own cell. What is typed is told by renamed(); the model changes when it is written.
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

Q_SIGNALS:
    void renamed(const QModelIndex &index, const QString &name) const;

private:
    const Theme &m_theme;
    int m_dropRow = -1;
};

} // namespace parvis::ui
