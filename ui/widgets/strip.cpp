#include "ui/widgets/strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QWheelEvent>

namespace parvis::ui {

Strip::Strip(int spacing, QWidget *parent) : QScrollArea(parent)
{
    auto *ground = new QWidget(this);
    m_row = new QHBoxLayout(ground);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing);
    setWidget(ground);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    ground->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    ground->installEventFilter(this);
}

QSize Strip::sizeHint() const
{
    return widget()->sizeHint();
}

QSize Strip::minimumSizeHint() const
{
    return {40, widget()->minimumSizeHint().height()};
}

void Strip::clear()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one that was pressed
        }
        delete item;
    }
}

void Strip::showEnd()
{
    m_row->activate();
    horizontalScrollBar()->setValue(horizontalScrollBar()->maximum());
}

void Strip::wheelEvent(QWheelEvent *event)
{
    const QPoint by = event->angleDelta();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (by.x() != 0 ? by.x() : by.y()) / 2);
}

// The area is as high as what is in it.
bool Strip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace parvis::ui
