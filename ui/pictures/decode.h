#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>

namespace parvis::ui {

// How a picture fills the box that is there for it. It is never enlarged.
enum class Fit {
    Inside, // all of it
    Cover   // all of the box: what is over is cut off at two sides
};

struct Picture {
    QImage image; // in a format that is drawn as it is
    QSize whole;  // of the picture itself, in pixels, as it is to be looked at
};

inline constexpr qint64 mostPictureBytes = qint64(25) << 20; // of a file
inline constexpr qint64 mostPicturePixels = qint64(40'000'000);

// A picture from anybody: of a kind that has neither scripts nor references to other files (PNG, JPEG, GIF, WebP, BMP), told by
// its bytes and not its name, scaled while it is decoded and turned as its camera was held. `box` is in device pixels. For
// every thread but the window's. Errors, by their `where`: not_a_picture, picture_too_large.
base::Result<Picture> decoded(const QByteArray &bytes, QSize box, Fit fit = Fit::Inside);

} // namespace parvis::ui
