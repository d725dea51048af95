#include "ui/pictures/decode.h"

#include "base/thread_guard.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace parvis::ui {

using base::ErrorKind;

namespace {

// What a decoder may take at once: the most pixels there may be, four bytes each, and some for itself.
constexpr int mostDecoderMiB = 192;

tl::unexpected<base::Error> noPicture(const QString &detail)
{
    return base::fail(ErrorKind::Usage, QStringLiteral("not_a_picture"), detail);
}

QSize scaledSize(QSize whole, QSize box, Fit fit)
{
    const auto mode = fit == Fit::Cover ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio;
    const QSize size = whole.scaled(box, mode);
    if (size.width() >= whole.width())
        return whole;
    return size.expandedTo({1, 1}); // a line of one pixel stays one
}

QImage cutTo(const QImage &image, QSize box)
{
    const QSize size = image.size().boundedTo(box);
    if (size == image.size())
        return image;
    return image.copy(QRect({(image.width() - size.width()) / 2, (image.height() - size.height()) / 2}, size));
}

} // namespace

base::Result<Picture> decoded(const QByteArray &bytes, QSize box, Fit fit)
{
    base::offUiThread("decoding: picture");
    static const bool limited = [] {
        QImageReader::setAllocationLimit(mostDecoderMiB);
        return true;
    }();
    Q_UNUSED(limited)
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    QImageReader reader(&device);
    reader.setDecideFormatFromContent(true);
    static const QList<QByteArray> plain{"png", "jpeg", "jpg", "gif", "webp", "bmp"};
    if (!reader.canRead() || !plain.contains(reader.format()))
        return noPicture(QStringLiteral("this is no picture of a kind that is shown here"));
    const QSize stored = reader.size();
    if (stored.isEmpty())
        return noPicture(QStringLiteral("this picture does not say how large it is"));
    if (bytes.size() > mostPictureBytes || qint64(stored.width()) * stored.height() > mostPicturePixels)
        return base::fail(
            ErrorKind::Usage, QStringLiteral("picture_too_large"),
            QStringLiteral(
                "this picture has too many pixels to be shown here; save it and open it in another program"));

    reader.setAutoTransform(true);
    const bool onItsSide = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize whole = onItsSide ? stored.transposed() : stored;
    const QSize wanted = scaledSize(whole, box, fit);
    reader.setScaledSize(onItsSide ? wanted.transposed() : wanted); // before it is turned
    QImage image = reader.read();
    if (image.isNull())
        return noPicture(reader.errorString());
    if (fit == Fit::Cover)
        image = cutTo(image, box);
    const bool clear = image.hasAlphaChannel();
    image.convertTo(clear ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    return Picture{image, whole};
}

base::Result<QByteArray> encodedPng(const QImage &image)
{
    base::offUiThread("decoding: PNG");
    QByteArray bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::WriteOnly);
    if (!image.save(&device, "png"))
        return noPicture(QStringLiteral("this picture cannot be written as a file"));
    return bytes;
}

} // namespace parvis::ui
