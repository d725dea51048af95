#include "ui/shell/window.h"

#include "ui/shell/main_window.h"

#include <QCloseEvent>
#include <QStackedLayout>

namespace parvis::ui {

Window::Window(const QByteArray &geometry, QWidget *parent) : QWidget(parent), m_layout(new QStackedLayout(this))
{
    setCompany({});
    setMinimumSize(640, 480);
    if (!restoreGeometry(geometry))
        resize(1280, 800);
}

void Window::add(MainWindow *page)
{
    m_layout->addWidget(page);
}

void Window::show(MainWindow *page)
{
    m_layout->setCurrentWidget(page);
}

void Window::setCompany(const QString &name)
{
    setWindowTitle(name.isEmpty() ? QStringLiteral("Parvis") : name + QStringLiteral(" — Parvis"));
}

MainWindow *Window::shown() const
{
    return static_cast<MainWindow *>(m_layout->currentWidget());
}

void Window::closeEvent(QCloseEvent *event)
{
    for (int i = 0; i < m_layout->count(); ++i)
        static_cast<MainWindow *>(m_layout->widget(i))->leave();
    Q_EMIT closed();
    if (!m_hides || !m_hides())
        return event->accept();
    event->ignore();
    hide();
    Q_EMIT hidden();
}

void Window::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    QWidget::show();
    raise();
    activateWindow();
}

} // namespace parvis::ui
