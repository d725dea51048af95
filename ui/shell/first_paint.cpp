#include "ui/shell/first_paint.h"

#include "ui/theme/theme.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"

#include <QEvent>
#include <QPainter>

namespace parvis::ui {

namespace {

// Opaque, over the whole of its parent: what is under it is not painted.
class Cover : public QWidget {
public:
    Cover(const Theme &theme, QWidget *column) : QWidget(column), m_theme(theme)
    {
        setAttribute(Qt::WA_OpaquePaintEvent);
        column->installEventFilter(this);
        setGeometry(column->rect());
        raise();
        show();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return false;
    }
    void paintEvent(QPaintEvent *event) override
    {
        QPainter(this).fillRect(event->rect(), m_theme.tokens().background);
    }

private:
    const Theme &m_theme;
};

} // namespace

FirstPaint::FirstPaint(const Context &context, QWidget *shell, const QList<QWidget *> &columns)
    : QObject(shell), m_scheduler(context.scheduler)
{
    if (!shell->window()->isVisible()) {
        m_held = shell->window();
        m_held->setUpdatesEnabled(false);
        for (QWidget *column : columns)
            m_covers.append(new Cover(context.theme, column));
    }
    m_patience = m_scheduler.after(patienceMs, [this] {
        m_patience = 0;
        uncover();
    });
}

FirstPaint::~FirstPaint()
{
    m_scheduler.cancel(m_patience);
    if (m_held)
        m_held->setUpdatesEnabled(true);
}

void FirstPaint::await(FeedPage *page)
{
    if (!page) {
        QMetaObject::invokeMethod(this, &FirstPaint::uncover, Qt::QueuedConnection);
        return;
    }
    connect(page->view(), &FeedView::firstPainted, this, &FirstPaint::uncover, Qt::QueuedConnection);
    connect(page->model(), &FeedModel::loaded, this, [this, page] {
        if (page->model()->rowCount() > 0)
            paint();
        else
            uncover();
    });
}

void FirstPaint::paint()
{
    const QPointer<QWidget> window = std::exchange(m_held, {});
    if (!window)
        return;
    window->setUpdatesEnabled(true);
    if (window->isVisible())
        window->repaint(); // before what else has come meanwhile is told to the widgets
}

void FirstPaint::uncover()
{
    if (std::exchange(m_isOver, true))
        return;
    paint();
    qDeleteAll(std::exchange(m_covers, {}));
    m_scheduler.cancel(std::exchange(m_patience, 0));
    Q_EMIT over();
}

} // namespace parvis::ui
