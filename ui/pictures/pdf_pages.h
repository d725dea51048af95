#pragma once

#include <QByteArray>
#include <QImage>
#include <QSizeF>

namespace parvis::ui {

// A PDF as the library lib/parvis/parvis-pdf reads it; that one is loaded with the first (ADR 7), since few starts need it. One thread an
// object.
class PdfPages {
public:
    virtual ~PdfPages() = default;
    virtual int count() const = 0;                         // 0: it cannot be read
    virtual bool isLocked() const = 0;                     // it asks for a password
    virtual QSizeF size(int page) const = 0;               // in points
    virtual QImage draw(int page, QSize pixels) const = 0; // on white
};

inline constexpr char pdfLibrary[] = "parvis-pdf";
inline constexpr char pdfFunction[] =
    "parvisPdfPages"; // PdfPages *parvisPdfPages(const QByteArray &): a new one, the caller's
using OpenPdf = PdfPages *(*)(const QByteArray &bytes);

} // namespace parvis::ui
