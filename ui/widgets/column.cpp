#include "ui/widgets/column.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int maxWidth = 760;

}

void emptyLayout(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

Column::Column(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->viewport()->setAutoFillBackground(false);
    area->setAccessibleName(accessibleName);
    area->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    area->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    auto *ground = new QWidget(area);
    auto *inner = new QWidget(ground);
    inner->setMaximumWidth(maxWidth);
    m_list = new QVBoxLayout(inner);
    m_list->setContentsMargins(0, 24, 0, 24);
    m_list->setSpacing(8);
    auto *row = new QHBoxLayout(ground);
    row->setContentsMargins(24, 0, 24, 0);
    row->addStretch(1);
    row->addWidget(inner, 1000);
    row->addStretch(1);
    area->setWidget(ground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
}

void Column::clear()
{
    emptyLayout(m_list);
}

} // namespace parvis::ui
