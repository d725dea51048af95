#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace parvis::ui {

// A row of the side list that is no group: an icon and a word.
class PlaceRow : public QAbstractButton {
    Q_OBJECT

public:
    PlaceRow(const Theme &theme, Icon icon, const QString &text, QWidget *parent);
    void setCurrent(bool current);
    QSize sizeHint() const override { return {120, m_theme.px(32)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Icon m_icon;
    bool m_current = false;
};

} // namespace parvis::ui
