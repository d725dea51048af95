#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace parvis::ui {

// A row of the side list: a tile with initials, the title (bold with something unread), the count; a muted group is paler.
// Or a section's title, with the sign that it is folded.
class GroupDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    GroupDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace parvis::ui
