#pragma once

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>

namespace parvis::ui {

enum class Ink { First, Second, Third, Accent, Good, Wait, Bad };

QColor inkOf(const Tokens &tokens, Ink ink);

// A label that never guesses rich text; it follows the theme.
QLabel *makeLabel(const QString &text, const Theme &theme, TextRole role, Ink ink = Ink::First,
                  QWidget *parent = nullptr);
// The same for one line that may be cut with '…' where there is no room; the whole is then in its tool tip.
QLabel *makeElidedLabel(const Theme &theme, TextRole role, Ink ink, QWidget *parent);
void setInk(QLabel *label, const Theme &theme, Ink ink);

QPushButton *makeButton(const QString &text, const Theme &theme, bool primary = false, QWidget *parent = nullptr);
QPushButton *makeLinkButton(const QString &text, const Theme &theme,
                            QWidget *parent = nullptr); // flat, without padding
QPushButton *makeFlatButton(const QString &text, const Theme &theme, QWidget *parent = nullptr);

// Paints a panel with a line round it and corners of 10.
class CardFrame : public QWidget {
    Q_OBJECT

public:
    explicit CardFrame(const Theme &theme, QWidget *parent = nullptr) : QWidget(parent), m_theme(theme) { }
    void setHighlighted(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_highlighted = false;
};

// A plain ground of one of the theme's colours, with lines at some of its sides; left is where a line of text begins.
class Ground : public QWidget {
    Q_OBJECT

public:
    Ground(const Theme &theme, QColor Tokens::*color, Qt::Edges lines, QWidget *parent = nullptr)
        : QWidget(parent), m_theme(theme), m_color(color), m_lines(lines)
    { }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QColor Tokens::*m_color;
    Qt::Edges m_lines;
};

} // namespace parvis::ui
