// Pages of PDF, drawn by the library that is loaded with the first.
#include "support/ui_world.h"
#include "ui/pictures/decode.h"
#include "ui/views/documents/preview.h"

#include <QBuffer>
#include <QLabel>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>
#include <QThread>

using namespace parvis;

class PdfPagesTest : public QObject {
    Q_OBJECT

    // Three pages of A4, each with a square of its own colour in the middle.
    static QByteArray pdf()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setResolution(72);
        QPainter painter(&writer);
        for (const Qt::GlobalColor color : {Qt::red, Qt::green, Qt::blue}) {
            if (color != Qt::red)
                writer.newPage();
            painter.fillRect(150, 250, 300, 300, color);
        }
        painter.end();
        return buffer.data();
    }

    template<class F>
    static auto elsewhere(F work)
    {
        decltype(work()) result = base::fail(base::ErrorKind::Cancelled, {}, {});
        QScopedPointer<QThread> thread(QThread::create([&] { result = work(); }));
        thread->start();
        thread->wait();
        return result;
    }

private Q_SLOTS:
    void aPageIsDrawnAsLargeAsTheBox()
    {
        const QByteArray bytes = pdf();
        const auto page = elsewhere([&] { return ui::drawnPage(bytes, 1, {400, 400}); });
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        QCOMPARE(page->pages, 3);
        QCOMPARE(page->image.height(), 400);
        QVERIFY(std::abs(page->image.width() - 283) < 3); // as tall as A4 is
        QCOMPARE(page->image.pixelColor(page->image.rect().center()), QColor(Qt::green));
        QCOMPARE(page->image.pixelColor(2, 2), QColor(Qt::white));
    }

    void whatIsNoPdfOrNoPageIsSaid()
    {
        const QByteArray bytes = pdf();
        const auto missing = elsewhere([&] { return ui::drawnPage(bytes, 3, {400, 400}); });
        QVERIFY(!missing);
        QCOMPARE(missing.error().where, QStringLiteral("not_a_picture"));
        const auto rubbish = elsewhere([&] { return ui::drawnPage("%PDF-1.4 and nothing else", 0, {400, 400}); });
        QVERIFY(!rubbish);
        QCOMPARE(rubbish.error().where, QStringLiteral("not_a_picture"));
        const auto half = elsewhere([&] { return ui::drawnPage(bytes.first(bytes.size() / 3), 0, {400, 400}); });
        QVERIFY(!half);
    }

    void thePreviewTurnsPagesAndGrows()
    {
        tests::UiWorld world;
        const model::Uuid row = base::newUuid(world.clock, *std::make_unique<base::SeededRandom>(5));
        world.backend.contents.insert(row, pdf());
        ui::Preview preview(world.context);
        preview.setTools(true);
        preview.resize(300, 400);
        preview.setVisible(true);
        preview.show(row, "plan.pdf", 1000);
        QTRY_COMPARE(preview.pages(), 3);
        const auto shown = [&] {
            for (auto *label : preview.findChildren<QLabel *>()) {
                if (!label->pixmap().isNull())
                    return label->pixmap().toImage();
            }
            return QImage();
        };
        const auto middle = [&] { return shown().pixelColor(shown().rect().center()); };
        QTRY_COMPARE(middle(), QColor(Qt::red));
        QKeyEvent down(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
        QVERIFY(preview.onKey(&down));
        QTRY_COMPARE(middle(), QColor(Qt::green));
        QVERIFY(preview.onKey(&down) && preview.onKey(&down)); // the last page stays
        QTRY_COMPARE(middle(), QColor(Qt::blue));
        QCOMPARE(preview.page(), 2);
        const int before = shown().width();
        QKeyEvent plus(QEvent::KeyPress, Qt::Key_Plus, Qt::NoModifier);
        QVERIFY(preview.onKey(&plus));
        QTRY_VERIFY(shown().width() > before);
    }
};

QTEST_MAIN(PdfPagesTest)
#include "pdf_pages_test.moc"
