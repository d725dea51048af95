#pragma once

#include "base/clock.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace parvis::ui {

// One notice: who, why, where, when and the beginning of what was written; what is unread has a dot and stronger ink.
class NoticeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    NoticeDelegate(const Theme &theme, const base::Clock &clock, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_clock(clock)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const base::Clock &m_clock;
};

} // namespace parvis::ui
