#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace parvis::ui {

// A line of the composer's suggestions: a face and a name, a tag, or an emoji and its name.
class SuggestionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    SuggestionDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace parvis::ui
