#pragma once

#include "model/ids.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace parvis::ui {

// A person (round) or a group (a square with corners): initials on their colour, or on `color` if it is valid.
void drawAvatar(QPainter &painter, const QRectF &rect, const QString &name, const model::Uuid &id, const Theme &theme,
                bool round, const QColor &color = {});

// A place that was reckoned from the left, in something so wide: mirrored where one reads from the right.
QRectF placed(const QRectF &rect, qreal width);

// Text on one line, cut with '…'; returns the width that it took. Left means where reading begins.
qreal drawLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
               Qt::Alignment alignment = Qt::AlignLeft);

// A small word on its wash; returns its width. It is mirrored in something as wide as `within`, if that is given.
qreal drawBadge(QPainter &painter, QPointF topLeft, const QString &text, const Theme &theme, const QColor &ink,
                const QColor &ground, qreal within = 0);

} // namespace parvis::ui
