#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QToolButton>

namespace parvis::ui {

// A quiet button with one of our icons; its words are for the tool tip and the screen reader.
class IconButton : public QToolButton {
    Q_OBJECT

public:
    IconButton(Icon icon, const QString &words, const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    const Theme &m_theme;
};

} // namespace parvis::ui
