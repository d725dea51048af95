#include "base/module.h"
#include "base/thread_guard.h"
#include "ui/pictures/decode.h"
#include "ui/pictures/pdf_pages.h"

#include <memory>

namespace parvis::ui {

using base::ErrorKind;

base::Result<Picture> drawnPage(const QByteArray &bytes, int page, QSize box)
{
    base::offUiThread("decoding: page");
    const auto open = base::moduleFunction(pdfLibrary, pdfFunction);
    if (!open)
        return base::fail(ErrorKind::Storage, QStringLiteral("no_pdf"), open.error().detail);
    const std::unique_ptr<PdfPages> pages(OpenPdf(*open)(bytes));
    if (pages->isLocked())
        return base::fail(ErrorKind::Usage, QStringLiteral("pdf_locked"),
                          QStringLiteral("this PDF asks for a password"));
    const QSizeF points = page >= 0 && page < pages->count() ? pages->size(page) : QSizeF();
    const QSize pixels = points.scaled(box, Qt::KeepAspectRatio).toSize();
    if (points.isEmpty() || pixels.isEmpty() || qint64(pixels.width()) * pixels.height() > mostPicturePixels)
        return base::fail(ErrorKind::Usage, QStringLiteral("not_a_picture"), QStringLiteral("this PDF cannot be read"));
    const QImage image = pages->draw(page, pixels);
    if (image.isNull())
        return base::fail(ErrorKind::Usage, QStringLiteral("not_a_picture"),
                          QStringLiteral("this page cannot be drawn"));
    return Picture{image, points.toSize(), pages->count()};
}

} // namespace parvis::ui
