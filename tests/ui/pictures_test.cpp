// Pictures from anybody: off the window's thread, within bounds, and made once.
#include "base/thread_guard.h"
#include "support/ui_world.h"

#include <QBuffer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Fit;

namespace {

QByteArray written(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

// Red above, blue below.
QImage twoHalves(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter(&image).fillRect(0, 0, size.width(), size.height() / 2, Qt::red);
    return image;
}

// As a camera writes it that was held upright: "turn it by a quarter to the right".
QByteArray withOrientation(QByteArray jpeg, char orientation)
{
    QByteArray exif("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += QByteArray(1, orientation) + QByteArray(6, '\0');
    const qsizetype size = exif.size() + 2;
    const QByteArray segment = QByteArray("\xff\xe1", 2) + char(size >> 8) + char(size & 255) + exif;
    return jpeg.insert(2, segment);
}

QStringList entered;
void note(const char *place)
{
    entered.append(QString::fromLatin1(place));
}

} // namespace

class PicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPictureFitsItsBoxAndKeepsItsShape()
    {
        const QByteArray bytes = written(twoHalves({400, 100}), "png");
        const auto made = ui::decoded(bytes, {100, 100});
        QVERIFY(made);
        QCOMPARE(made->image.size(), QSize(100, 25));
        QCOMPARE(made->whole, QSize(400, 100));
    }

    void aSmallPictureIsNotEnlarged()
    {
        const auto made = ui::decoded(written(twoHalves({30, 20}), "png"), {600, 320});
        QVERIFY(made);
        QCOMPARE(made->image.size(), QSize(30, 20));
    }

    void aTileIsFilledAndWhatIsOverIsCutOff()
    {
        const auto made = ui::decoded(written(twoHalves({400, 100}), "png"), {50, 50}, Fit::Cover);
        QVERIFY(made);
        QCOMPARE(made->image.size(), QSize(50, 50));
        QCOMPARE(QColor(made->image.pixel(25, 5)), QColor(Qt::red));
        QCOMPARE(QColor(made->image.pixel(25, 45)), QColor(Qt::blue));
    }

    void aPhotographIsTurnedAsItsCameraWasHeld()
    {
        const QByteArray jpeg = withOrientation(written(twoHalves({400, 200}), "jpg"), 6);
        const auto made = ui::decoded(jpeg, {100, 100});
        QVERIFY(made);
        QCOMPARE(made->whole, QSize(200, 400));
        QCOMPARE(made->image.size(), QSize(50, 100));
        const QColor left(made->image.pixel(5, 50)), right(made->image.pixel(45, 50)); // what was above is right now
        QVERIFY(right.red() > 200 && right.blue() < 60);
        QVERIFY(left.blue() > 200 && left.red() < 60);
    }

    void itsBytesSayWhatItIsAndNotItsName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("not a picture at all");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("drawing with scripts") << QByteArray(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>");
        QTest::newRow("cut off") << written(twoHalves({400, 100}), "png").first(40);
    }

    void itsBytesSayWhatItIsAndNotItsName()
    {
        QFETCH(QByteArray, bytes);
        const auto made = ui::decoded(bytes, {100, 100});
        QVERIFY(!made);
        QCOMPARE(made.error().where, "not_a_picture");
    }

    void whatClaimsToBeHugeIsRefusedBeforeMemoryIsTaken()
    {
        QImage sheet(8'000, 6'000, QImage::Format_Mono); // some kilobytes when it is packed
        sheet.fill(0);
        const QByteArray bytes = written(sheet, "png");
        QVERIFY(bytes.size() < 100'000);
        const auto made = ui::decoded(bytes, {100, 100});
        QVERIFY(!made);
        QCOMPARE(made.error().where, "picture_too_large");
    }

    void theGuardSeesADecodingOnTheWindowsThread()
    {
        entered.clear();
        const base::UiThreadMark mark(note);
        QVERIFY(ui::decoded(written(twoHalves({4, 4}), "png"), {4, 4}));
        QCOMPARE(entered, QStringList{"decoding: picture"});
    }

    void aPictureIsMadeOffTheWindowsThreadAndOnce()
    {
        UiWorld world;
        const ui::PictureWish wish{base::newUuid(world.clock, m_random), {40, 40}};
        world.backend.contents[wish.row] = written(twoHalves({80, 80}), "png");
        QSignalSpy ready(&world.pictures, &ui::PictureRoom::ready);
        entered.clear();
        const base::UiThreadMark mark(note);
        QVERIFY(world.pictures.pixmap(wish).isNull());
        QVERIFY(world.pictures.pixmap(wish).isNull()); // as the next paint does
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(world.pictures.pixmap(wish).size(), QSize(40, 40));
        QCOMPARE(world.pictures.wholeSize(wish.row), QSize(80, 80));
        QCOMPARE(world.backend.contentReads, 1);
        QVERIFY2(entered.isEmpty(), qPrintable(entered.join(", ")));
    }

    void whatIsNoPictureIsTriedOnce()
    {
        UiWorld world;
        const ui::PictureWish wish{base::newUuid(world.clock, m_random), {40, 40}};
        world.backend.contents[wish.row] = "no picture";
        QSignalSpy ready(&world.pictures, &ui::PictureRoom::ready);
        world.pictures.pixmap(wish);
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(world.pictures.problem(wish.row), "not_a_picture");
        QVERIFY(world.pictures.pixmap(wish).isNull());
        QCoreApplication::processEvents();
        QCOMPARE(world.backend.contentReads, 1);
    }

    void whatWasNotHereIsLookedAtAgainOnceItCame()
    {
        UiWorld world;
        const ui::PictureWish wish{base::newUuid(world.clock, m_random), {40, 40}};
        QSignalSpy ready(&world.pictures, &ui::PictureRoom::ready);
        world.pictures.pixmap(wish);
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(world.pictures.problem(wish.row), "file");
        world.backend.contents[wish.row] = written(twoHalves({80, 80}), "png");
        store::ChangeSet arrived;
        arrived.outbox = true;
        Q_EMIT world.backend.changed(arrived);
        world.pictures.pixmap(wish);
        QTRY_COMPARE(ready.size(), 2);
        QVERIFY(!world.pictures.pixmap(wish).isNull());
    }

    void theOneAskedForLastComesFirst()
    {
        UiWorld world;
        QList<model::Uuid> order;
        connect(&world.pictures, &ui::PictureRoom::ready, this, [&](const model::Uuid &row) { order.append(row); });
        QList<model::Uuid> rows;
        for (int i = 0; i < 6; ++i) {
            rows.append(base::newUuid(world.clock, m_random));
            world.backend.contents[rows.last()] = written(twoHalves({80, 80}), "png");
            world.pictures.pixmap({rows.last(), {40, 40}});
        }
        QTRY_COMPARE(order.size(), 6);
        QVERIFY(order.indexOf(rows[5]) < order.indexOf(rows[2])); // two were begun at once
        QVERIFY(order.indexOf(rows[5]) < order.indexOf(rows[3]));
    }

    void oneLooksAtASinglePicture()
    {
        UiWorld world;
        const model::Uuid row = base::newUuid(world.clock, m_random);
        world.backend.contents[row] = written(twoHalves({80, 40}), "png");
        const auto future = world.pictures.picture({row, {20, 20}});
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
        QCOMPARE(future.result()->image.size(), QSize(20, 10));
        QCOMPARE(world.pictures.wholeSize(row), QSize(80, 40));
    }

private:
    base::SeededRandom m_random{3};
};

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"
