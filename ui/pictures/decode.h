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
    QImage image;  // in a format that is drawn as it is
    QSize whole;   // of the picture itself, in pixels, as it is to be looked at; of a page, in points
    int pages = 0; // of a PDF
};

inline constexpr qint64 mostPictureBytes = qint64(25) << 20; // of a file
inline constexpr qint64 mostPdfBytes = qint64(64) << 20;
inline constexpr qint64 mostPicturePixels = qint64(40'000'000);

// A picture from anybody: of a kind that has neither scripts nor references to other files (PNG, JPEG, GIF, WebP, BMP), told by
// its bytes and not its name, scaled while it is decoded and turned as its camera was held. `box` is in device pixels. For
// every thread but the window's. Errors, by their `where`: not_a_picture, picture_too_large.
base::Result<Picture> decoded(const QByteArray &bytes, QSize box, Fit fit = Fit::Inside);

// A page of a PDF, from 0, as large as the box. Errors: not_a_picture (damaged, or no such page), pdf_locked (it asks for a password),
// no_pdf (what reads them is not installed).
base::Result<Picture> drawnPage(const QByteArray &bytes, int page, QSize box);

// A picture that is in no file, as the bytes of one. For every thread but the window's.
base::Result<QByteArray> encodedPng(const QImage &image);

} // namespace parvis::ui
