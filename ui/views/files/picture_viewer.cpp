#include "ui/views/files/picture_viewer.h"

#include "base/deliver.h"
#include "text/file_names.h"
#include "ui/pictures/picture_room.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace parvis::ui {

namespace {

constexpr qreal largest = 8;
constexpr qreal oneStep = 1.25;
constexpr int margin = 16;

} // namespace

PictureViewer::PictureViewer(const Context &context, const QList<store::AttachmentItem> &pictures, qsizetype first,
                             QWidget *window)
    : QWidget(window), m_context(context), m_pictures(pictures), m_bar(new QWidget(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_DeleteOnClose);
    m_name = makeElidedLabel(context.theme, TextRole::ListBold, Ink::First, m_bar);
    const auto button = [this](Icon icon, const QString &words, auto run) {
        auto *made = new IconButton(icon, words, m_context.theme, m_bar);
        connect(made, &QToolButton::clicked, this, run);
        return made;
    };
    m_previous = button(Icon::Back, tr("Previous picture"), [this] { step(-1); });
    m_next = button(Icon::Forward, tr("Next picture"), [this] { step(1); });
    m_smaller = button(Icon::Minus, tr("Smaller"), [this] { zoomBy(1 / oneStep); });
    m_larger = button(Icon::Plus, tr("Larger"), [this] { zoomBy(oneStep); });
    m_save = button(Icon::Save, tr("Save as…"), [this] { Q_EMIT saveWanted(file().id); });
    m_close = button(Icon::Close, tr("Close"), [this] { finish(); });
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(margin, 8, margin, 8);
    row->setSpacing(4);
    row->addWidget(m_name, 1);
    for (IconButton *each : {m_previous, m_next, m_smaller, m_larger, m_save, m_close})
        row->addWidget(each);
    m_previous->setVisible(m_pictures.size() > 1);
    m_next->setVisible(m_pictures.size() > 1);

    connect(&context.theme, &Theme::changed, this, [this] { update(); });
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.outbox && m_pixmap.isNull())
            ask(false); // it may have come
    });
    window->installEventFilter(this);
    m_bar->installEventFilter(this);
    setGeometry(window->rect());
    QWidget::show();
    raise();
    setFocus();
    show(first);
}

void PictureViewer::finish()
{
    Q_EMIT closed();
    close();
}

QRectF PictureViewer::stage() const
{
    return QRectF(rect()).adjusted(margin, m_bar->height(), -margin, -margin);
}

void PictureViewer::show(qsizetype at)
{
    m_at = at;
    m_pixmap = {};
    m_whole = {};
    m_message.clear();
    m_fitted = true;
    m_sharp = false;
    const QString name = text::safeFileName(file().attachment.name);
    const QString place = m_pictures.size() > 1
                              ? tr("%1 of %2", "picture").arg(m_at + 1).arg(m_pictures.size()) + QStringLiteral(" · ")
                              : QString();
    m_name->setText(name + QStringLiteral(" · ") + place + words::dataSize(file().attachment.size));
    setAccessibleName(tr("Picture %1").arg(m_name->text()));
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < m_pictures.size());
    ask(false);
    update();
}

void PictureViewer::step(int by)
{
    const qsizetype to = m_at + by;
    if (to >= 0 && to < m_pictures.size())
        show(to);
}

// First what the window shows of it; all its pixels once somebody looks closer.
void PictureViewer::ask(bool whole)
{
    const QSize box = whole ? m_whole : (stage().size() * scale()).toSize();
    m_sharp = whole;
    base::deliver(m_context.pictures->picture({file().id, box}), this,
                  [this, asked = ++m_asked](const base::Result<Picture> &picture) {
                      if (asked != m_asked)
                          return;
                      if (picture) {
                          m_pixmap = QPixmap::fromImage(picture->image);
                          m_whole = picture->whole;
                          m_message.clear();
                          if (m_fitted)
                              fit();
                      } else if (picture.error().kind == base::ErrorKind::Offline) {
                          if (m_message.isEmpty()) { // once
                              m_context.backend.fetch(file().id);
                              Q_EMIT expected();
                          }
                          m_message =
                              m_context.backend.state().phase == client::SyncState::Offline
                                  ? tr("This picture is on the server. It is fetched when there is a connection.")
                                  : tr("This picture is being fetched…");
                      } else {
                          m_message = words::pictureProblem(picture.error().where);
                      }
                      update();
                  });
}

qreal PictureViewer::fittingZoom() const
{
    if (m_whole.isEmpty())
        return 1;
    const QSizeF room = stage().size() * scale();
    return std::min({1.0, room.width() / m_whole.width(), room.height() / m_whole.height()});
}

void PictureViewer::fit()
{
    m_fitted = true;
    m_zoom = fittingZoom();
    m_centre = stage().center();
    update();
}

void PictureViewer::setZoom(qreal zoom, QPointF keep)
{
    if (m_pixmap.isNull())
        return;
    zoom = std::clamp(zoom, fittingZoom(), largest);
    if (zoom <= fittingZoom())
        return fit();
    m_fitted = false;
    m_centre = keep + (m_centre - keep) * (zoom / m_zoom);
    m_zoom = zoom;
    if (!m_sharp && m_pixmap.size() != m_whole)
        ask(true);
    keepInSight();
    update();
}

void PictureViewer::zoomBy(qreal factor)
{
    setZoom(m_zoom * factor, stage().center());
}

// No edge of it leaves a gap that the other side could fill.
void PictureViewer::keepInSight()
{
    const QSizeF size = QSizeF(m_whole) * m_zoom / scale();
    const QRectF room = stage();
    const auto kept = [](qreal centre, qreal half, qreal from, qreal to) {
        return 2 * half <= to - from ? (from + to) / 2 : std::clamp(centre, to - half, from + half);
    };
    m_centre = {kept(m_centre.x(), size.width() / 2, room.left(), room.right()),
                kept(m_centre.y(), size.height() / 2, room.top(), room.bottom())};
}

void PictureViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_context.theme.tokens();
    painter.fillRect(rect(), t.background);
    if (m_pixmap.isNull()) {
        painter.setPen(t.second);
        painter.setFont(m_context.theme.font(TextRole::Reading));
        painter.drawText(stage(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    } else {
        const QSizeF size = QSizeF(m_whole) * m_zoom / scale();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_zoom < 2);
        painter.setClipRect(rect().adjusted(0, m_bar->height(), 0, 0));
        painter.drawPixmap(QRectF(m_centre - QPointF(size.width() / 2, size.height() / 2), size), m_pixmap,
                           QRectF(m_pixmap.rect()));
        painter.setClipping(false);
    }
    painter.fillRect(QRect(0, m_bar->height() - 1, width(), 1), t.line);
}

void PictureViewer::resizeEvent(QResizeEvent *)
{
    layOut();
}

void PictureViewer::layOut()
{
    m_bar->setGeometry(0, 0, width(), m_bar->sizeHint().height());
    if (m_fitted)
        fit();
    else
        keepInSight();
}

// Letters are shortcuts of what lies below; here they are not.
bool PictureViewer::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0 || key->matches(QKeySequence::Save))
            event->accept();
    }
    return QWidget::event(event);
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save)) {
        Q_EMIT saveWanted(file().id);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape: finish(); return;
    case Qt::Key_Left:
    case Qt::Key_PageUp: step(isRightToLeft() && event->key() == Qt::Key_Left ? 1 : -1); return;
    case Qt::Key_Right:
    case Qt::Key_PageDown: step(isRightToLeft() && event->key() == Qt::Key_Right ? -1 : 1); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(oneStep); return;
    case Qt::Key_Minus: zoomBy(1 / oneStep); return;
    case Qt::Key_0: fit(); return;
    case Qt::Key_1: setZoom(1, stage().center()); return;
    default: event->accept(); // nothing of what lies below is meant
    }
}

void PictureViewer::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        setZoom(m_zoom * std::pow(oneStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void PictureViewer::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragFrom = event->position();
}

void PictureViewer::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom || m_fitted)
        return;
    m_centre += event->position() - *m_dragFrom;
    m_dragFrom = event->position();
    keepInSight();
    update();
}

void PictureViewer::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
}

void PictureViewer::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_fitted)
        setZoom(1, event->position());
    else
        fit();
}

bool PictureViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::LayoutRequest) // the size of the text has changed
        layOut();
    if (event->type() == QEvent::Resize && watched == parent())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

// Tab stays inside, as in a window of its own.
bool PictureViewer::focusNextPrevChild(bool next)
{
    QList<QWidget *> stops{this};
    for (IconButton *each : {m_previous, m_next, m_smaller, m_larger, m_save, m_close}) {
        if (each->isEnabled() && !each->isHidden())
            stops.append(each);
    }
    const qsizetype at = std::max<qsizetype>(0, stops.indexOf(QWidget::window()->focusWidget()));
    stops.at((at + (next ? 1 : stops.size() - 1)) % stops.size())
        ->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace parvis::ui
