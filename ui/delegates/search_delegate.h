#pragma once

#include "base/clock.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace parvis::ui {

// A hit: who, where and when; the snippet with the words that were looked for.
class SearchDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    SearchDelegate(const Theme &theme, const base::Clock &clock, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_clock(clock)
    { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const base::Clock &m_clock;
};

} // namespace parvis::ui
