#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

#include <functional>

namespace parvis::ui {

// A small panel of reactions at a point of the screen; arrows move, Enter picks, Escape leaves. Deletes itself.
class EmojiPicker : public QFrame {
    Q_OBJECT

public:
    EmojiPicker(const Theme &theme, QWidget *parent);
    void pickAt(QPoint globalPos, std::function<void(const QString &emoji)> picked);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::function<void(const QString &)> m_picked;
    QList<QWidget *> m_buttons;
};

} // namespace parvis::ui
