#pragma once

#include <QColor>
#include <QList>

namespace parvis::ui {

// The contrast ratio of WCAG 2.1, 1 to 21. Alpha is ignored.
double contrast(const QColor &a, const QColor &b);

// `color` as near as possible to itself, lighter or darker until it stands out by `ratio` from each of `grounds`; of
// grounds that are light it becomes darker, of dark ones lighter. The hue stays.
QColor standingOut(const QColor &color, const QList<QColor> &grounds, double ratio);

// `part` (0 to 1) of `over` on `ground`.
QColor mixed(const QColor &ground, const QColor &over, double part);

} // namespace parvis::ui
