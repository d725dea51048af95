#include "ui/shell/panes.h"

#include <QApplication>
#include <QWidget>

namespace parvis::ui {

namespace {

bool takesFocus(const QWidget *widget, const QWidget *pane)
{
    return widget && widget != pane && pane->isAncestorOf(widget) && widget->isVisible() && widget->isEnabled()
           && (widget->focusPolicy() & Qt::TabFocus);
}

QWidget *firstIn(QWidget *pane)
{
    for (QWidget *widget = pane->nextInFocusChain(); widget && widget != pane; widget = widget->nextInFocusChain()) {
        if (takesFocus(widget, pane))
            return widget;
    }
    return nullptr;
}

} // namespace

Panes::Panes(QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { remember(now); });
}

void Panes::add(QWidget *pane, std::function<QWidget *()> preferred)
{
    m_panes.append({pane, std::move(preferred), {}});
}

void Panes::remember(QWidget *now)
{
    for (Pane &pane : m_panes) {
        if (now && pane.widget && pane.widget->isAncestorOf(now))
            pane.last = now;
    }
}

bool Panes::enter(Pane &pane)
{
    if (!pane.widget || !pane.widget->isVisible())
        return false;
    QWidget *target = pane.last;
    if (!takesFocus(target, pane.widget))
        target = pane.preferred ? pane.preferred() : nullptr;
    if (!takesFocus(target, pane.widget))
        target = firstIn(pane.widget);
    if (!target)
        return false;
    target->setFocus(Qt::TabFocusReason);
    return true;
}

bool Panes::focus(QWidget *pane)
{
    for (Pane &each : m_panes) {
        if (each.widget == pane)
            return enter(each);
    }
    return false;
}

void Panes::step(int by)
{
    const QWidget *now = QApplication::focusWidget();
    const auto count = int(m_panes.size());
    int at = by > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (now && m_panes.at(i).widget && m_panes.at(i).widget->isAncestorOf(now))
            at = i;
    }
    for (int tried = 0; tried < count; ++tried) {
        at = (at + by + count) % count;
        if (enter(m_panes[at]))
            return;
    }
}

} // namespace parvis::ui
