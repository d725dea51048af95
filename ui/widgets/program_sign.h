#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace parvis::ui {

// The program's sign as a widget.
class ProgramSign : public QWidget {
    Q_OBJECT

public:
    explicit ProgramSign(QWidget *parent) : QWidget(parent)
    {
        setFixedSize(56, 56);
        setAccessibleName(QStringLiteral("Parvis"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawProgramSign(painter, rect());
    }
};

} // namespace parvis::ui
