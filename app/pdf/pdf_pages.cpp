#include "ui/pictures/pdf_pages.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>

namespace parvis::ui {

namespace {

class Pages : public PdfPages {
public:
    explicit Pages(const QByteArray &bytes)
    {
        m_device.setData(bytes);
        m_device.open(QIODevice::ReadOnly);
        m_document.load(&m_device);
    }

    int count() const override
    {
        return m_document.status() == QPdfDocument::Status::Ready ? m_document.pageCount() : 0;
    }
    bool isLocked() const override { return m_document.error() == QPdfDocument::Error::IncorrectPassword; }
    QSizeF size(int page) const override { return m_document.pagePointSize(page); }

    QImage draw(int page, QSize pixels) const override
    {
        const QImage drawn = const_cast<QPdfDocument &>(m_document).render(page, pixels);
        QImage sheet(pixels, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter(&sheet).drawImage(0, 0, drawn);
        return drawn.isNull() ? QImage() : sheet;
    }

private:
    QBuffer m_device; // outlives the document
    QPdfDocument m_document;
};

} // namespace

} // namespace parvis::ui

extern "C" Q_DECL_EXPORT parvis::ui::PdfPages *parvisPdfPages(const QByteArray &bytes)
{
    return new parvis::ui::Pages(bytes);
}
