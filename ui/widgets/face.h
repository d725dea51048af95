#pragma once

#include "ui/delegates/avatar.h"

#include <QWidget>

namespace parvis::ui {

// The initials of a person or group as a widget, `side` pixels large at normal text size.
class Face : public QWidget {
    Q_OBJECT

public:
    Face(const Theme &theme, int side, bool round, QWidget *parent = nullptr)
        : QWidget(parent), m_theme(theme), m_round(round)
    {
        theme.follow(this, [this, side] { setFixedSize(m_theme.px(side), m_theme.px(side)); });
    }
    void show(const QString &name, const model::Uuid &id)
    {
        m_name = name;
        m_id = id;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawAvatar(painter, rect(), m_name, m_id, m_theme, m_round);
    }

private:
    const Theme &m_theme;
    bool m_round;
    QString m_name;
    model::Uuid m_id;
};

} // namespace parvis::ui
