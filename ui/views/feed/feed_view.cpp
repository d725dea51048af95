#include "ui/views/feed/feed_view.h"

#include "ui/pictures/picture_room.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/views/feed/feed_accessible.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace parvis::ui {

using store::FeedItem;

namespace {

constexpr int cachedLayouts = 80;
constexpr qint64 tickMs = 60'000;

} // namespace

FeedView::FeedView(const Context &context, QWidget *parent)
    : QAbstractScrollArea(parent), m_context(context), m_layouts(cachedLayouts), m_anchorOffset(margin)
{
    // First of all: the first thing told to a screen reader makes the interface that it then keeps.
    installFeedAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the column does not move when there is something to scroll
    setAccessibleName(tr("Posts"));
    verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FeedView::onBar);
    connect(&m_context.theme, &Theme::changed, this, [this] {
        m_layouts.clear();
        m_heights.clear();
        settle();
        afterMove();
    });
    if (m_context.pictures)
        connect(m_context.pictures, &PictureRoom::ready, viewport(), [this] { viewport()->update(); });
    tick();
}

FeedView::~FeedView()
{
    m_context.scheduler.cancel(m_timer);
    m_context.scheduler.cancel(m_drag.timer);
}

// "4 min ago" follows the clock.
void FeedView::tick()
{
    m_timer = m_context.scheduler.after(tickMs, [this] {
        if (isVisible())
            viewport()->update();
        tick();
    });
}

void FeedView::setModel(ItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { onAboutToRemove(first, last); });
    auto keep = [this] {
        keepAnchor();
        settle();
        afterMove();
    };
    connect(model, &QAbstractItemModel::rowsRemoved, this, keep);
    connect(model, &QAbstractItemModel::rowsMoved, this, keep);
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        forget(from.row(), to.row());
        settle();
        afterMove();
    });
    connect(model, &ItemModel::loaded, this, [this] {
        afterMove();
        if (m_seekStep != 0)
            seekUnread();
    });
    connect(model, &ItemModel::arrivedAbove, this, [this](int count) { setNewAbove(m_newAbove + count); });
    m_layouts.clear();
    m_heights.clear();
    m_currentId = {};
    m_hoverRow = -1;
    m_hover = {};
    m_selection.clear();
    m_caretOn = false;
    m_highlightId = m_lineBelow = {};
    m_wanted.reset();
    m_seekStep = 0;
    setNewAbove(0);
    m_topOrder = m_seenOrder = 0;
    m_anchorRow = 0;
    m_anchorOffset = margin;
}

void FeedView::setHighlight(const Uuid &id)
{
    m_highlightId = id;
    viewport()->update();
}

void FeedView::setLine(const Uuid &below, const QString &label)
{
    if (m_lineBelow == below && m_lineLabel == label)
        return;
    const Uuid before = std::exchange(m_lineBelow, below);
    m_lineLabel = label;
    for (const Uuid &id : {before, below}) {
        if (const int row = m_model && !id.isNull() ? m_model->rowOf(id) : -1; row >= 0)
            forget(row, row);
    }
    settle();
    afterMove();
}

void FeedView::setEmptyText(const QString &title, const QString &hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    viewport()->update();
}

void FeedView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), m_context.theme.tokens().background);
    if (!m_model || m_model->rowCount() == 0) {
        if (m_model && m_model->isLoaded())
            drawEmpty(painter);
        return;
    }
    const int current = hasFocus() ? currentRow() : -1;
    CardLook look;
    look.now = m_context.clock.now();
    look.pictures = m_context.pictures;
    qreal at = m_anchorOffset;
    for (int row = m_anchorRow; row < m_model->rowCount() && at < viewport()->height(); ++row) {
        const CardLayout &layout = layoutOf(row);
        look.underMouse = row == m_hoverRow;
        look.hovered = look.underMouse ? m_hover : CardHit();
        look.current = row == current;
        const BodyLayout *body = m_selection.isEmpty() && !m_caretOn ? nullptr : layout.body();
        const auto range = body ? m_selection.rangeIn(*m_model, row, body->length()) : std::pair(0, 0);
        look.selection = {range.first, range.second};
        look.caret = body && m_caretOn && m_model->item(row).id == m_selection.head().id ? caret() : -1;
        look.highlighted = m_model->item(row).id == m_highlightId;
        layout.draw(painter, {cardLeft(), at}, m_model->item(row), look);
        at += layout.height();
    }
    painter.end();
    if (!m_painted) {
        m_painted = true;
        Q_EMIT firstPainted();
    }
}

void FeedView::drawEmpty(QPainter &painter) const
{
    const Theme &theme = m_context.theme;
    const QRectF area = QRectF(viewport()->rect()).adjusted(40, 0, -40, 0);
    const qreal middle = area.height() * 0.4;
    painter.setPen(theme.tokens().ink);
    painter.setFont(theme.font(TextRole::Title));
    painter.drawText(QRectF(area.left(), middle - 32, area.width(), 28), Qt::AlignCenter, m_emptyTitle);
    painter.setPen(theme.tokens().second);
    painter.setFont(theme.font(TextRole::List));
    painter.drawText(QRectF(area.left(), middle + 2, area.width(), 80),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyHint);
}

void FeedView::resizeEvent(QResizeEvent *)
{
    m_layouts.clear();
    m_heights.clear();
    settle();
    afterMove();
}

QString FeedView::sentence(int row) const
{
    return words::sentence(m_model->item(row), m_context.clock.now());
}

} // namespace parvis::ui
