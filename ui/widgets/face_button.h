#pragma once

#include "ui/delegates/avatar.h"

#include <QAbstractButton>

namespace parvis::ui {

// Initials that can be pressed.
class FaceButton : public QAbstractButton {
    Q_OBJECT

public:
    FaceButton(const Theme &theme, int side, QWidget *parent = nullptr) : QAbstractButton(parent), m_theme(theme)
    {
        setFixedSize(side + 8, side + 8);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
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
        const QRectF face = QRectF(rect()).adjusted(4, 4, -4, -4);
        if (underMouse() || hasFocus() || isDown()) {
            painter.setPen(QPen(m_theme.tokens().accent, hasFocus() ? 2 : 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(face.adjusted(-2.5, -2.5, 2.5, 2.5));
        }
        drawAvatar(painter, face, m_name, m_id, m_theme, true);
    }

private:
    const Theme &m_theme;
    QString m_name;
    model::Uuid m_id;
};

} // namespace parvis::ui
