#pragma once

#include <QPainter>

namespace parvis::ui {

enum class Icon { Feed, Groups, Search, Outbox, Settings, Back, More, Plus, Wall, Smile, Reply, Bell, Action };

// Drawn as lines in a square, crisp at every size: no picture file is read to start.
void drawIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color);

// The program's own sign, as in resources/icons/parvis.svg.
QPixmap programIcon(int size);

} // namespace parvis::ui
