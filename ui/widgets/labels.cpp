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

void setInk(QLabel *label, const Theme &theme, Ink ink)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, inkOf(theme.tokens(), ink));
    label->setPalette(palette);
}

QLabel *makeLabel(const QString &text, const Theme &theme, TextRole role, Ink ink, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(theme.font(role));
    setInk(label, theme, ink);
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
    QFont font = theme.font(TextRole::List);
    font.setPixelSize(theme.px(13));
    font.setWeight(QFont::DemiBold);
    button->setFont(font);
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
    QPalette palette = button->palette();
    palette.setColor(QPalette::ButtonText, theme.tokens().accent);
    button->setPalette(palette);
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
    painter.fillRect(rect(), m_color);
    painter.setPen(m_line);
    if (m_lines & Qt::RightEdge)
        painter.drawLine(width() - 1, 0, width() - 1, height());
    if (m_lines & Qt::LeftEdge)
        painter.drawLine(0, 0, 0, height());
    if (m_lines & Qt::BottomEdge)
        painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace parvis::ui
