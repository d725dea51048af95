#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace parvis::ui {

// A line of the palette: a sign, the name with what was typed in it, a detail, and the keys or the kind at the right.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    PaletteDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace parvis::ui
