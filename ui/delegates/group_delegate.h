#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace parvis::ui {

// A row of the side list: a tile with initials, the title (bold with something unread), the count; or a section's title.
class GroupDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    GroupDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace parvis::ui
