#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QPainter>

namespace parvis::ui {

QColor inkOf(const Tokens &tokens, Ink ink)
{
    switch (ink) {
    case Ink::First: return tokens.ink;
    case Ink::Second: return tokens.second;
    case Ink::Third: return tokens.third;
    case Ink::Accent: return tokens.accent;
    case Ink::Good: return tokens.good;
    case Ink::Wait: return tokens.wait;
    case Ink::Bad: return tokens.bad;
    }
    return tokens.ink;
}

namespace {

constexpr auto inkProperty = "ink";

void paintInk(QLabel *label, const Theme &theme)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, inkOf(theme.tokens(), Ink(label->property(inkProperty).toInt())));
    label->setPalette(palette);
}

class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
        setToolTip(shown == text() ? QString() : text().toHtmlEscaped());
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(contentsRect(), int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    }
};

void follow(QLabel *label, const Theme &theme, TextRole role, Ink ink)
{
    label->setTextFormat(Qt::PlainText);
    label->setProperty(inkProperty, int(ink));
    theme.follow(label, [label, role, &theme] {
        label->setFont(theme.font(role));
        paintInk(label, theme);
    });
}

} // namespace

void setInk(QLabel *label, const Theme &theme, Ink ink)
{
    label->setProperty(inkProperty, int(ink));
    paintInk(label, theme);
}

QLabel *makeLabel(const QString &text, const Theme &theme, TextRole role, Ink ink, QWidget *parent)
{
    auto *label = new QLabel(parent);
    follow(label, theme, role, ink);
    label->setText(text);
    return label;
}

QLabel *makeElidedLabel(const Theme &theme, TextRole role, Ink ink, QWidget *parent)
{
    auto *label = new ElidedLabel(parent);
    label->setProperty("elides", true);
    follow(label, theme, role, ink);
    return label;
}

namespace {

// Enter presses the button that has the focus, in dialogs and popups, too.
class Button : public QPushButton {
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

} // namespace

QPushButton *makeButton(const QString &text, const Theme &theme, bool primary, QWidget *parent)
{
    auto *button = new Button(text, parent);
    theme.follow(button, [button, &theme] { button->setFont(theme.font(TextRole::Control)); });
    button->setProperty("primary", primary);
    button->setCursor(Qt::PointingHandCursor);
    button->setAutoDefault(false);
    return button;
}

QPushButton *makeFlatButton(const QString &text, const Theme &theme, QWidget *parent)
{
    QPushButton *button = makeButton(text, theme, false, parent);
    button->setFlat(true);
    return button;
}

QPushButton *makeLinkButton(const QString &text, const Theme &theme, QWidget *parent)
{
    QPushButton *button = makeFlatButton(text, theme, parent);
    button->setProperty("tight", true);
    theme.follow(button, [button, &theme] {
        QPalette palette = button->palette();
        palette.setColor(QPalette::ButtonText, theme.tokens().accent);
        button->setPalette(palette);
    });
    return button;
}

void CardFrame::setHighlighted(bool on)
{
    m_highlighted = on;
    update();
}

void CardFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    painter.setPen(QPen(m_highlighted ? t.accent : t.line, m_highlighted ? 1.5 : 1));
    painter.setBrush(t.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

void Ground::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.tokens();
    painter.fillRect(rect(), t.*m_color);
    painter.setPen(t.line);
    const bool mirrored = isRightToLeft();
    if (m_lines & (mirrored ? Qt::LeftEdge : Qt::RightEdge))
        painter.drawLine(width() - 1, 0, width() - 1, height());
    if (m_lines & (mirrored ? Qt::RightEdge : Qt::LeftEdge))
        painter.drawLine(0, 0, 0, height());
    if (m_lines & Qt::BottomEdge)
        painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace parvis::ui
