#include "ui/theme/style.h"

#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QFocusEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOption>
#include <QTextEdit>
#include <QWidget>

namespace parvis::ui {

namespace {

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

void roundedFrame(QPainter *painter, const QRectF &rect, const QColor &fill, const QPen &pen, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

bool isText(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

// Lists and pages that scroll have no frame of their own.
bool showsNoFocus(const QWidget *widget)
{
    return qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QScrollArea *>(widget);
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")), m_tokens(Tokens::of(false, false)) { }

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (showsNoFocus(widget))
        widget->installEventFilter(this);
}

void Style::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    const bool in = event->type() == QEvent::FocusIn;
    if (in || event->type() == QEvent::FocusOut) {
        auto *widget = static_cast<QWidget *>(watched);
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool byKey =
            reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
        delete m_ring;
        if (in && byKey) {
            m_ring = new QFocusFrame(widget);
            m_ring->setWidget(widget);
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const bool focus = option->state & State_HasFocus;
    const bool enabled = option->state & State_Enabled;
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool flat = button && button->features & QStyleOptionButton::Flat;
        const bool down = option->state & (State_Sunken | State_On);
        const bool hover = enabled && (option->state & State_MouseOver);
        if (isPrimary(widget) && enabled) {
            QColor fill = m_tokens.accent;
            if (down || hover)
                fill = m_tokens.dark ? fill.lighter(108) : fill.darker(112);
            const qreal radius = widget->property("pill").toBool() ? option->rect.height() / 2.0 : 6;
            roundedFrame(painter, option->rect, fill, focus ? QPen(m_tokens.ink, 1) : QPen(Qt::NoPen), radius);
        } else if (flat) {
            if (down || hover)
                roundedFrame(painter, option->rect, m_tokens.wash, Qt::NoPen, 6);
            if (focus)
                roundedFrame(painter, option->rect, {}, QPen(m_tokens.accent, 1.5), 6);
        } else {
            roundedFrame(painter, option->rect, down || hover ? m_tokens.wash : m_tokens.panel,
                         QPen(focus ? m_tokens.accent : m_tokens.line, focus ? 1.5 : 1), 6);
        }
        return;
    }
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            roundedFrame(painter, option->rect, m_tokens.panel,
                         QPen(focus ? m_tokens.accent : m_tokens.line, focus ? 1.5 : 1), 6);
        }
        return;
    case PE_Frame:
        if (!isText(widget))
            break;
        roundedFrame(painter, option->rect, {}, QPen(focus ? m_tokens.accent : m_tokens.line, focus ? 1.5 : 1), 4);
        return;
    case PE_IndicatorCheckBox: {
        const bool on = option->state & State_On;
        const QRectF box = QRectF(option->rect).adjusted(0, 0, -1, -1);
        roundedFrame(painter, box, on ? m_tokens.accent : m_tokens.panel,
                     QPen(on || focus ? m_tokens.accent : m_tokens.third, 1), 4);
        if (!on)
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_tokens.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF marks[] = {{box.left() + box.width() * 0.24, box.top() + box.height() * 0.52},
                                 {box.left() + box.width() * 0.44, box.top() + box.height() * 0.72},
                                 {box.left() + box.width() * 0.78, box.top() + box.height() * 0.30}};
        painter->drawPolyline(marks, 3);
        painter->restore();
        return;
    }
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget))
            return; // its panel shows it
        roundedFrame(painter, option->rect, {}, QPen(m_tokens.accent, 1.5), 6);
        return;
    case PE_FrameMenu: roundedFrame(painter, option->rect, {}, QPen(m_tokens.line, 1), 0); return;
    case PE_PanelMenu: painter->fillRect(option->rect, m_tokens.panel); return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        roundedFrame(painter, option->rect, {}, QPen(m_tokens.accent, 2), 4);
        return;
    }
    if (element == CE_PushButtonBevel) {
        // Flat ones, too: the base leaves their ground and their focus out.
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    }
    if (element == CE_PushButtonLabel && isPrimary(widget) && (option->state & State_Enabled)) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*button);
            copy.palette.setColor(QPalette::ButtonText, m_tokens.onAccent);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control != CC_ScrollBar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool hover = option->state & State_MouseOver;
    QColor color = m_tokens.third;
    color.setAlphaF(hover ? 0.6f : 0.35f);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (bar && bar->maximum > bar->minimum)
        painter->drawRoundedRect(slider.adjusted(3, 3, -3, -3), 3, 3);
    painter->restore();
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 2;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 17;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText: return 0;
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_ScrollBar_Transient: return 0;
    case SH_Widget_Animation_Duration: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which == SP_LineEditClearButton)
        return makeIcon(Icon::Close, [this] { return m_tokens.second; });
    return QProxyStyle::standardIcon(which, option, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents)
        return rect;
    return option->direction == Qt::RightToLeft ? rect.adjusted(4, 0, -7, 0) : rect.adjusted(7, 0, -4, 0);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        const bool tight = widget && widget->property("tight").toBool();
        out.setWidth(size.width() + (tight ? 2 : 26));
        out.setHeight(qMax(size.height() + (tight ? 6 : 12), tight ? 26 : 32));
    } else if (type == CT_CheckBox || type == CT_RadioButton) {
        out.setHeight(qMax(out.height(), 24));
    } else if (type == CT_LineEdit || type == CT_ComboBox) {
        out.setHeight(qMax(out.height(), 32));
    }
    return out;
}

} // namespace parvis::ui
