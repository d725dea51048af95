// Pictures and files of posts in the window: the card, the viewer, opening and saving.
#include "base/thread_guard.h"
#include "support/files_desk.h"
#include "ui/delegates/card_layout.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/views/files/picture_viewer.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTimer>

using namespace parvis;
using model::Uuid;
using tests::FilesDesk;
using tests::png;
using ui::CardHit;

namespace {

QStringList entered;
void note(const char *place)
{
    entered.append(QString::fromLatin1(place));
}

// Stands where the desktop's programs are.
class Programs : public QObject {
    Q_OBJECT

public:
    Programs() { QDesktopServices::setUrlHandler("file", this, "open"); }
    ~Programs() override { QDesktopServices::unsetUrlHandler("file"); }
    QStringList opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url.toLocalFile()); }
};

QList<QRectF> areas(const ui::CardLayout &card)
{
    QList<QRectF> rects;
    for (const CardHit &area : card.areas()) {
        if (area.what == CardHit::File)
            rects.append(area.rect);
    }
    return rects;
}

} // namespace

class AttachmentsTest : public QObject {
    Q_OBJECT

    static qreal heightOf(const store::FeedItem &item, const ui::Theme &theme)
    {
        return ui::CardLayout(item, {}, 680, theme).height();
    }

private Q_SLOTS:
    // ---- the card ----

    void aCardIsAsHighBeforeItsPictureCameAsAfter()
    {
        FilesDesk desk;
        const Uuid file = desk.file("plan.png", 900);
        store::FeedItem item = *desk.world.backend.find(desk.post);
        const qreal before = heightOf(item, desk.world.theme);
        desk.world.backend.contents.insert(file, png({30, 400}));
        item.attachments[0].here = true;
        QCOMPARE(heightOf(item, desk.world.theme), before);
        store::FeedItem bare = item;
        bare.attachments.clear();
        QVERIFY(heightOf(bare, desk.world.theme) + 300 < before);
    }

    void fivePicturesAreFourTilesAndANumber()
    {
        FilesDesk desk;
        for (int i = 0; i < 5; ++i)
            desk.file(QString("%1.jpg").arg(i), 900);
        const store::FeedItem item = *desk.world.backend.find(desk.post);
        QCOMPARE(areas(ui::CardLayout(item, {}, 680, desk.world.theme)).size(), 4);
        const ui::CardForm whole{.kind = ui::CardForm::Root};
        QCOMPARE(areas(ui::CardLayout(item, whole, 680, desk.world.theme)).size(), 5); // a thread shows all
    }

    void tilesAndCardsStandBelowTheTextAndNeverOverEachOther()
    {
        FilesDesk desk;
        for (const char *name : {"a.png", "b.png", "c.png", "plan.pdf", "prices.ods"})
            desk.file(name, 900);
        for (const qreal width : {680.0, 420.0}) {
            const ui::CardLayout card(*desk.world.backend.find(desk.post), {}, width, desk.world.theme);
            const QList<QRectF> rects = areas(card);
            QCOMPARE(rects.size(), 5);
            for (qsizetype i = 0; i < rects.size(); ++i) {
                QVERIFY(rects[i].top() >= card.bodyOrigin().y() + card.bodyShown());
                QVERIFY(rects[i].left() >= 0 && rects[i].right() <= width);
                QVERIFY(rects[i].bottom() < card.area(CardHit::Comments)->rect.top());
                for (qsizetype k = 0; k < i; ++k)
                    QVERIFY(!rects[i].intersects(rects[k]));
            }
        }
    }

    void manyFilesAreSomeAndTheWayToTheOthers()
    {
        FilesDesk desk;
        for (int i = 0; i < 9; ++i)
            desk.file(QString("%1.pdf").arg(i), 900);
        const ui::CardLayout card(*desk.world.backend.find(desk.post), {}, 680, desk.world.theme);
        QCOMPARE(areas(card).size(), 4);
        QVERIFY(card.area(CardHit::MoreFiles));
        desk.show();
        desk.page->view()->activate(0, CardHit::MoreFiles, {}, {});
        QVERIFY(desk.world.navigator.place().kind == ui::Place::Thread);
    }

    void statesAreWords()
    {
        store::AttachmentItem file;
        file.attachment.size = 200;
        QCOMPARE(ui::words::fileState(file), "on the server");
        file.wanted = true;
        QCOMPARE(ui::words::fileState(file), QString::fromUtf8("↓ being fetched…"));
        file.wanted = false;
        file.missing = "no_such_file";
        QVERIFY(ui::words::fileState(file).contains("does not have this file"));
        file.here = true; // by another row of the same content
        QCOMPARE(ui::words::fileState(file), QString::fromUtf8("✓ on this computer"));
        file.unsent = true;
        QCOMPARE(ui::words::fileState(file), "waiting to be sent");
        file.uploading = true;
        file.sent = 128;
        QCOMPARE(ui::words::fileState(file), QString::fromUtf8("↑ sending 64 %"));
        file.why = "group_full";
        QVERIFY(ui::words::fileState(file).contains("no room left"));
    }

    void aRefusalOfAFileIsNotThatOfAText()
    {
        QVERIFY(ui::words::fileRefusal("too_large") != ui::words::refusal("too_large"));
        QCOMPARE(ui::words::fileRefusal("not_member"), ui::words::refusal("not_member"));
        for (const char *word :
             {"too_large",   "group_full", "person_full", "not_member",   "archived",     "no_upload",
              "bad_content", "bad_chunk",  "incomplete",  "not_declared", "no_such_file", "locked",
              "no_blob",     "bad_name",   "bad_field",   "cycle",        "exists",       "gone",
              "disabled",    "depends_on", "file_lost",   "file_damaged", "disk",         "damaged"})
            QVERIFY2(!ui::words::fileRefusal(word).contains("refused it ("), word); // an unknown word
    }

    void aScreenReaderIsToldWhatGoesWithAPost()
    {
        FilesDesk desk("camille.morel");
        desk.file("a.png", 900);
        desk.file("b.jpg", 900);
        desk.file("plan.pdf", 900);
        store::FeedItem *item = desk.world.backend.find(desk.post);
        const auto now = desk.world.clock.now();
        QVERIFY(ui::words::sentence(*item, now).contains("With 2 pictures, 1 file"));
        QVERIFY(!ui::words::sentence(*item, now).contains("still to be sent"));
        item->attachments[0].unsent = true;
        QVERIFY(ui::words::sentence(*item, now).contains("1 file still to be sent"));
    }

    // ---- fetching ----

    void smallPicturesAreFetchedWhenTheyAreSeenAndOnce()
    {
        FilesDesk desk;
        const Uuid small = desk.file("small.png", 2'000'000);
        desk.file("large.png", 3'000'000);
        desk.file("plan.pdf", 900);
        desk.show();
        QTRY_COMPARE(desk.world.backend.fetches, QList<Uuid>{small});
        QTRY_VERIFY(desk.page->model()->item(0).attachments[0].wanted);
        desk.page->view()->scrollBy(10);
        QCoreApplication::processEvents();
        QCOMPARE(desk.world.backend.fetches.size(), 1);
    }

    void aPictureThatCameIsShownWithoutAsking()
    {
        FilesDesk desk;
        const Uuid file = desk.file("small.png", 900);
        desk.show();
        QTRY_VERIFY(desk.page->model()->item(0).attachments[0].wanted);
        desk.world.backend.contents.insert(file, png({60, 40}));
        desk.world.backend.file(file)->here = true;
        desk.world.backend.file(file)->wanted = false;
        store::ChangeSet arrived;
        arrived.outbox = true; // the queue moved; no row is named
        QSignalSpy ready(&desk.world.pictures, &ui::PictureRoom::ready);
        Q_EMIT desk.world.backend.changed(arrived);
        QTRY_VERIFY(desk.page->model()->item(0).attachments[0].here);
        QTRY_COMPARE(ready.size(), 1);
    }

    void nothingOfItEntersTheWindowsThread()
    {
        FilesDesk desk;
        desk.file("small.png", 900, png({600, 400}));
        entered.clear();
        const base::UiThreadMark mark(note);
        desk.show();
        QSignalSpy ready(&desk.world.pictures, &ui::PictureRoom::ready);
        QTRY_COMPARE(ready.size(), 1);
        desk.files().open(desk.page->model()->item(0), desk.page->model()->item(0).attachments[0].id);
        QTRY_VERIFY(!desk.files().viewer()->pixmap().isNull());
        QVERIFY2(entered.isEmpty(), qPrintable(entered.join(", ")));
    }

    // ---- opening and saving ----

    void aFileIsOpenedFromACopy()
    {
        FilesDesk desk;
        Programs programs;
        const Uuid file = desk.file("plan.pdf", 900, "content");
        desk.show();
        desk.page->view()->activate(0, CardHit::File, file.toString(), {});
        QTRY_COMPARE(programs.opened, QStringList{"/parvis/opened/plan.pdf"});
    }

    void aFileThatIsNotHereIsFetchedFirst()
    {
        FilesDesk desk;
        Programs programs;
        const Uuid file = desk.file("plan.pdf", 900);
        desk.show();
        QSignalSpy said(&desk.world.navigator, &ui::Navigator::said);
        desk.page->view()->activate(0, CardHit::File, file.toString(), {});
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(programs.opened.isEmpty());
        desk.world.backend.contents.insert(file, "content");
        store::ChangeSet arrived;
        arrived.outbox = true;
        Q_EMIT desk.world.backend.changed(arrived);
        QTRY_COMPARE(programs.opened.size(), 1);
    }

    void whatComesLateDoesNotOpenByItself()
    {
        FilesDesk desk;
        Programs programs;
        const Uuid file = desk.file("plan.pdf", 900);
        desk.show();
        QSignalSpy said(&desk.world.navigator, &ui::Navigator::said);
        desk.page->view()->activate(0, CardHit::File, file.toString(), {});
        QTRY_COMPARE(said.size(), 1);
        desk.world.clock.advanceMs(60'000);
        desk.world.backend.contents.insert(file, "content");
        store::ChangeSet arrived;
        arrived.outbox = true;
        Q_EMIT desk.world.backend.changed(arrived);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(said[1][0].toString().contains("on this computer now"));
        QVERIFY(programs.opened.isEmpty());
    }

    void aProgramIsNeverOpenedOnlySavedAfterAWarning()
    {
        FilesDesk desk;
        Programs programs;
        const Uuid file = desk.file("invoice.pdf.exe", 900, "content");
        desk.show();
        QString warned;
        desk.files().setAskWhere([](QWidget *, const QString &name) { return "/somewhere/" + name; });
        QTimer::singleShot(0, this, [&] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            warned = box->text();
            QTest::keyClick(box, Qt::Key_Escape);
        });
        desk.page->view()->activate(0, CardHit::File, file.toString(), {});
        QVERIFY(warned.contains("is a program"));
        QVERIFY(desk.world.backend.copies.isEmpty() && desk.world.backend.fetches.isEmpty());
        desk.files().save(desk.page->model()->item(0), file);
        QTRY_COMPARE(desk.world.backend.copies.size(), 1);
        QCOMPARE(desk.world.backend.copies[0].second, "/somewhere/invoice.pdf.exe");
        QVERIFY(programs.opened.isEmpty());
    }

    void aNameFromOthersIsRebuiltBeforeItIsAPath()
    {
        FilesDesk desk;
        const Uuid file = desk.file(QString::fromUtf8("../../e\u202Evil.pdf. "), 900, "content");
        desk.show();
        QString offered;
        desk.files().setAskWhere([&](QWidget *, const QString &name) {
            offered = name;
            return QString();
        });
        desk.files().save(desk.page->model()->item(0), file);
        QVERIFY(!offered.contains('/') && !offered.endsWith('.') && !offered.contains(QChar(0x202E)));
        QVERIFY(desk.world.backend.copies.isEmpty()); // the dialog was left
    }

    void theKeyOpensTheOnlyFileAndListsSeveral()
    {
        FilesDesk desk;
        Programs programs;
        desk.file("plan.pdf", 900, "content");
        desk.show();
        desk.page->view()->setFocus();
        desk.page->view()->setCurrent(desk.post);
        QTest::keyClick(desk.page->view(), Qt::Key_A);
        QTRY_COMPARE(programs.opened.size(), 1);
        desk.file("prices.ods", 900, "content");
        desk.world.backend.touch(desk.post);
        QTRY_COMPARE(desk.page->model()->item(0).attachments.size(), 2);
        QStringList listed;
        QTimer::singleShot(50, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (const QAction *action : menu->actions())
                listed.append(action->text());
            menu->close();
        });
        QTest::keyClick(desk.page->view(), Qt::Key_A);
        QCOMPARE(listed.size(), 2);
        QVERIFY(listed[0].startsWith("plan.pdf") && listed[1].startsWith("prices.ods"));
    }

    void copyingAsMarkdownNamesTheFiles()
    {
        FilesDesk desk;
        desk.file("plan `v2`.pdf", 900);
        desk.show();
        desk.page->actions()->copy(desk.page->model()->item(0));
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QString("Look at this\n\n- `plan 'v2'.pdf` (%1)").arg(ui::words::dataSize(900)));
    }

    // ---- the viewer ----

    void picturesAreLookedAtOneAfterTheOther()
    {
        FilesDesk desk;
        for (const QColor &color : {QColor(Qt::red), QColor(Qt::green), QColor(Qt::blue)})
            desk.file(color.name().mid(1) + ".png", 900, png({300, 200}, color));
        desk.file("plan.pdf", 900, "content");
        desk.show();
        const store::FeedItem item = desk.page->model()->item(0);
        desk.files().open(item, item.attachments[1].id);
        ui::PictureViewer *viewer = desk.files().viewer();
        QVERIFY(viewer && viewer->isVisible() && viewer->hasFocus());
        QCOMPARE(viewer->size(), desk.page->size());
        QTRY_VERIFY(!viewer->pixmap().isNull());
        QCOMPARE(viewer->pixmap().toImage().pixelColor(5, 5), QColor(Qt::green));
        QVERIFY(viewer->accessibleName().contains("2 of 3"));
        QTest::keyClick(viewer, Qt::Key_Right);
        QTRY_VERIFY(!viewer->pixmap().isNull());
        QCOMPARE(viewer->pixmap().toImage().pixelColor(5, 5), QColor(Qt::blue));
        QTest::keyClick(viewer, Qt::Key_Right); // there is no fourth
        QCOMPARE(viewer->current(), 2);
        QTest::keyClick(viewer, Qt::Key_Left);
        QTest::keyClick(viewer, Qt::Key_Left);
        QCOMPARE(viewer->current(), 0);
        QPointer<ui::PictureViewer> gone = viewer;
        QTest::keyClick(viewer, Qt::Key_Escape);
        QTRY_VERIFY(!gone);
        QVERIFY(desk.page->view()->hasFocus());
    }

    void itGetsLargerWhereOneLooksAndAllItsPixelsAreUsed()
    {
        FilesDesk desk;
        desk.file("large.png", 900, png({3000, 2000}));
        desk.show();
        desk.files().open(desk.page->model()->item(0), desk.page->model()->item(0).attachments[0].id);
        ui::PictureViewer *viewer = desk.files().viewer();
        QTRY_VERIFY(!viewer->pixmap().isNull());
        QVERIFY(viewer->isFitted() && viewer->zoom() < 1);
        QVERIFY(viewer->pixmap().width() <= viewer->width());
        QTest::keyClick(viewer, Qt::Key_1);
        QCOMPARE(viewer->zoom(), 1.0);
        QTRY_COMPARE(viewer->pixmap().size(), QSize(3000, 2000));
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(viewer, Qt::Key_Plus);
        QCOMPARE(viewer->zoom(), 8.0);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(viewer, Qt::Key_Minus);
        QVERIFY(viewer->isFitted());
        QTest::keyClick(viewer, Qt::Key_1);
        QTest::keyClick(viewer, Qt::Key_0);
        QVERIFY(viewer->isFitted());
    }

    void tabStaysInTheViewer()
    {
        FilesDesk desk;
        desk.file("a.png", 900, png({30, 20}));
        desk.show();
        desk.files().open(desk.page->model()->item(0), desk.page->model()->item(0).attachments[0].id);
        ui::PictureViewer *viewer = desk.files().viewer();
        QSet<QWidget *> met;
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *at = QApplication::focusWidget();
            QVERIFY(at == viewer || viewer->isAncestorOf(at));
            met.insert(at);
        }
        QCOMPARE(met.size(), 5); // itself, smaller, larger, save, close: there is no other picture
    }

    void whatIsNoPictureOrNotHereIsTold()
    {
        FilesDesk desk;
        desk.file("torn.png", 900, "no picture");
        const Uuid away = desk.file("away.png", 900);
        desk.show();
        desk.files().open(desk.page->model()->item(0), desk.page->model()->item(0).attachments[0].id);
        ui::PictureViewer *viewer = desk.files().viewer();
        QTRY_VERIFY(viewer->message().contains("cannot be shown"));
        viewer->step(1);
        QTRY_VERIFY(viewer->message().contains("fetched"));
        QVERIFY(desk.world.backend.fetches.contains(away));
        desk.world.backend.contents.insert(away, png({30, 20}));
        store::ChangeSet arrived;
        arrived.outbox = true;
        Q_EMIT desk.world.backend.changed(arrived);
        QTRY_VERIFY(!viewer->pixmap().isNull());
    }
};

QTEST_MAIN(AttachmentsTest)
#include "attachments_test.moc"
