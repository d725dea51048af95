#include "ui/views/feed/feed_view.h"

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
constexpr qreal margin = 16;        // above the first and below the last card
constexpr qreal maxCardWidth = 680; // 640 of text and the padding
constexpr int pageAhead = 14;       // rows left beyond the viewport when the next page is asked for
constexpr qreal unseenHeight = 170;
constexpr qint64 tickMs = 60'000;

} // namespace

FeedView::FeedView(const Context &context, QWidget *parent)
    : QAbstractScrollArea(parent), m_context(context), m_layouts(cachedLayouts), m_anchorOffset(margin)
{
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
    installFeedAccessibility();
    tick();
}

FeedView::~FeedView()
{
    m_context.scheduler.cancel(m_timer);
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
    connect(model, &ItemModel::loaded, this, &FeedView::afterMove);
    m_layouts.clear();
    m_heights.clear();
    m_currentId = {};
    m_hoverRow = -1;
    m_hover = {};
    setNewAbove(0);
    m_topOrder = 0;
    m_anchorRow = 0;
    m_anchorOffset = margin;
}

void FeedView::setEmptyText(const QString &title, const QString &hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    viewport()->update();
}

// ---- geometry ----

qreal FeedView::cardWidth() const
{
    return std::min(maxCardWidth, width() - 48.0);
}

qreal FeedView::cardLeft() const
{
    return std::max(24.0, std::floor((width() - cardWidth()) / 2));
}

CardForm FeedView::formOf(int row) const
{
    CardForm form;
    const FeedItem &item = m_model->item(row);
    form.expanded = m_expanded.contains(item.id);
    if (!m_thread) {
        form.showPlace = m_showPlace;
        return form;
    }
    form.kind = row == 0 ? CardForm::Root : CardForm::Comment;
    form.showPlace = row == 0;
    form.foldable = row > 0;
    form.last = row == m_model->rowCount() - 1;
    if (row > 0 && item.parent != item.post) {
        if (const int parent = m_model->rowOf(item.parent); parent > 0)
            form.replyTo = m_model->item(parent).author.fullName;
    }
    return form;
}

const CardLayout &FeedView::layoutOf(int row) const
{
    const FeedItem &item = m_model->item(row);
    if (const CardLayout *held = m_layouts.object(item.id))
        return *held;
    auto *made = new CardLayout(item, formOf(row), cardWidth(), m_context.theme);
    m_heights.insert(item.id, made->height());
    m_layouts.insert(item.id, made);
    return *made;
}

qreal FeedView::heightOf(int row) const
{
    const auto known = m_heights.constFind(m_model->item(row).id);
    return known != m_heights.constEnd() ? *known : layoutOf(row).height();
}

qreal FeedView::guessOf(int row) const
{
    return m_heights.value(m_model->item(row).id, unseenHeight);
}

int FeedView::rowAt(qreal y, qreal *top) const
{
    if (!m_model || m_model->rowCount() == 0)
        return -1;
    qreal at = m_anchorOffset;
    for (int row = m_anchorRow; row < m_model->rowCount() && at < viewport()->height(); ++row) {
        const qreal height = heightOf(row);
        if (y >= at && y < at + height) {
            if (top)
                *top = at;
            return row;
        }
        at += height;
    }
    return -1;
}

QRectF FeedView::rowRect(int row) const
{
    if (!m_model || row < m_anchorRow || row >= m_model->rowCount())
        return {};
    qreal at = m_anchorOffset;
    for (int r = m_anchorRow; r < row; ++r) {
        at += heightOf(r);
        if (at > viewport()->height())
            return {};
    }
    return {cardLeft(), at, cardWidth(), layoutOf(row).frameHeight()};
}

QList<int> FeedView::visibleRows() const
{
    QList<int> rows;
    if (!m_model)
        return rows;
    qreal at = m_anchorOffset;
    for (int row = m_anchorRow; row < m_model->rowCount() && at < viewport()->height(); ++row) {
        rows.append(row);
        at += heightOf(row);
    }
    return rows;
}

// ---- the anchor ----

void FeedView::keepAnchor()
{
    if (const int row = m_model->rowOf(m_anchorId); row >= 0)
        m_anchorRow = row;
}

void FeedView::settle()
{
    if (!m_model || m_model->rowCount() == 0) {
        m_anchorRow = 0;
        m_anchorOffset = margin;
        m_anchorId = {};
        return;
    }
    const int last = m_model->rowCount() - 1;
    m_anchorRow = std::clamp(m_anchorRow, 0, last);
    // Below the last card there is no more than the margin, unless all fit.
    qreal bottom = m_anchorOffset;
    for (int row = m_anchorRow; row <= last && bottom < viewport()->height(); ++row)
        bottom += heightOf(row);
    if (bottom < viewport()->height() - 4)
        m_anchorOffset += viewport()->height() - 4 - bottom;
    while (m_anchorRow > 0 && m_anchorOffset > 0) {
        --m_anchorRow;
        m_anchorOffset -= heightOf(m_anchorRow);
    }
    if (m_anchorRow == 0 && m_anchorOffset > margin)
        m_anchorOffset = margin;
    while (m_anchorRow < last && m_anchorOffset + heightOf(m_anchorRow) <= 0) {
        m_anchorOffset += heightOf(m_anchorRow);
        ++m_anchorRow;
    }
    m_anchorId = m_model->item(m_anchorRow).id;
}

void FeedView::afterMove()
{
    updateBar();
    viewport()->update();
    if (!m_model)
        return;
    const QList<int> rows = visibleRows();
    tellSeen();
    if (!rows.isEmpty() && rows.last() + pageAhead >= m_model->rowCount() && m_model->hasOlder())
        m_model->loadOlder();
    if (m_anchorRow < pageAhead && m_model->hasNewer())
        m_model->loadNewer();
    Q_EMIT visibleRowsChanged();
}

// A new post is no longer announced once the middle of its card has come into sight.
void FeedView::tellSeen()
{
    if (m_newAbove == 0 || m_model->rowCount() == 0)
        return;
    const bool seen = m_anchorOffset + heightOf(m_anchorRow) / 2 > 0;
    setNewAbove(std::min(m_newAbove, seen ? m_anchorRow : m_anchorRow + 1));
}

void FeedView::updateBar()
{
    m_settingBar = true;
    qreal above = 0, total = 2 * margin;
    for (int row = 0; m_model && row < m_model->rowCount(); ++row) {
        const qreal height = guessOf(row);
        above += row < m_anchorRow ? height : 0;
        total += height;
    }
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, int(total) - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_context.theme.px(46));
    bar->setValue(int(above - m_anchorOffset + margin));
    m_settingBar = false;
}

void FeedView::onBar(int value)
{
    if (m_settingBar || !m_model || m_model->rowCount() == 0)
        return;
    qreal at = margin;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const qreal height = guessOf(row);
        if (at + height > value || row == m_model->rowCount() - 1) {
            m_anchorRow = row;
            m_anchorOffset = at - value;
            break;
        }
        at += height;
    }
    settle();
    m_settingBar = true; // the hand holds the bar: it is not moved under it
    viewport()->update();
    m_settingBar = false;
    const QList<int> rows = visibleRows();
    if (!rows.isEmpty() && rows.last() + pageAhead >= m_model->rowCount() && m_model->hasOlder())
        m_model->loadOlder();
    if (m_anchorRow < pageAhead && m_model->hasNewer())
        m_model->loadNewer();
    tellSeen();
    Q_EMIT visibleRowsChanged();
}

void FeedView::scrollBy(qreal pixels)
{
    m_followTop = false;
    m_anchorOffset -= pixels;
    settle();
    afterMove();
}

void FeedView::scrollToTop()
{
    m_anchorRow = 0;
    m_anchorOffset = margin;
    settle();
    afterMove();
}

void FeedView::scrollToEnd()
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    m_anchorRow = m_model->rowCount() - 1;
    m_anchorOffset = viewport()->height() - 4 - heightOf(m_anchorRow);
    settle();
    afterMove();
}

void FeedView::reveal(int row)
{
    if (!m_model || row < 0 || row >= m_model->rowCount())
        return;
    const QRectF rect = rowRect(row);
    if (!rect.isEmpty() && rect.top() >= 0 && rect.bottom() <= viewport()->height())
        return;
    if (!rect.isEmpty() && rect.top() >= 0 && rect.height() < viewport()->height() - margin) {
        scrollBy(rect.bottom() + margin - viewport()->height());
        return;
    }
    m_followTop = false;
    m_anchorRow = row;
    m_anchorOffset = margin;
    settle();
    afterMove();
}

// ---- the model ----

void FeedView::forget(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Uuid &id = m_model->item(row).id;
        m_layouts.remove(id);
        m_heights.remove(id);
    }
}

void FeedView::onInserted(int first, int last)
{
    const bool wasEmpty = m_model->rowCount() == last - first + 1;
    const bool ownOnTop = first == 0 && m_model->item(0).order >= store::pendingOrderBase;
    qint64 top = m_topOrder;
    int fresh = 0;
    for (int row = first; row <= last; ++row) {
        const FeedItem &item = m_model->item(row);
        if (item.order >= store::pendingOrderBase)
            continue;
        fresh += item.order > m_topOrder ? 1 : 0;
        top = std::max(top, item.order);
    }
    const bool atOldTop = first <= m_anchorRow;
    m_topOrder = top;
    if (m_thread) { // the frame's end moves on to the new last row
        const int before = first - 1;
        if (before >= 0)
            forget(before, before);
    }
    keepAnchor();
    if (wasEmpty || (!m_thread && (ownOnTop || (m_followTop && first == 0 && !m_context.backend.state().complete)))) {
        m_anchorRow = 0;
        m_anchorOffset = margin;
    } else if (!m_thread && atOldTop && fresh > 0) {
        setNewAbove(m_newAbove + fresh);
    }
    settle();
    afterMove();
}

void FeedView::onAboutToRemove(int first, int last)
{
    forget(first, last);
    if (m_thread && first > 0)
        forget(first - 1, first - 1);
    if (m_anchorRow < first || m_anchorRow > last)
        return;
    const int next = last + 1 < m_model->rowCount() ? last + 1 : first - 1;
    m_anchorId = next >= 0 ? m_model->item(next).id : Uuid();
    m_anchorRow = std::max(0, next > last ? first : next);
}

void FeedView::setNewAbove(int count)
{
    if (m_newAbove == count)
        return;
    m_newAbove = count;
    Q_EMIT newAboveChanged(count);
}

// ---- painting ----

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
    qreal at = m_anchorOffset;
    for (int row = m_anchorRow; row < m_model->rowCount() && at < viewport()->height(); ++row) {
        const CardLayout &layout = layoutOf(row);
        look.underMouse = row == m_hoverRow;
        look.hovered = look.underMouse ? m_hover : CardHit();
        look.current = row == current;
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
