#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace parvis::ui {

// A row of the page of keys: what it does at the left, the keys at the right; the rows of a group are one panel.
class ActionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ActionDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace parvis::ui
