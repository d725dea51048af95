#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

namespace parvis::ui {

// Key caps side by side, their right end at `right`; sequences are parted by a gap. Returns the width taken.
qreal drawKeyCaps(QPainter &painter, qreal right, qreal middle, const QList<QStringList> &sequences,
                  const Theme &theme);

} // namespace parvis::ui
