// Files that go with what is being written: chosen, pasted, dropped, taken away, sent.
#include "base/thread_guard.h"
#include "support/files_desk.h"
#include "ui/widgets/composer_edit.h"
#include "ui/widgets/composer_files.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>

using namespace parvis;
using model::Uuid;
using tests::FilesDesk;

namespace {

QStringList entered;
void note(const char *place)
{
    entered.append(QString::fromLatin1(place));
}

} // namespace

class ComposerFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesAreSentWithTheTextInTheirOrder()
    {
        FilesDesk desk;
        desk.show();
        desk.local("/desk/plan.pdf", 2'000);
        desk.local("/desk/photo.jpg", 3'000);
        ui::Composer &composer = desk.composer();
        composer.setText("The plan");
        composer.setAskFiles([](QWidget *) { return QStringList{"/desk/plan.pdf", "/desk/photo.jpg"}; });
        composer.attachFiles();
        QTRY_COMPARE(composer.files()->files().size(), 2);
        QVERIFY(composer.files()->isVisible());
        QSignalSpy written(&composer, &ui::Composer::written);
        composer.submit();
        QTRY_COMPARE(written.size(), 1);
        const store::FeedItem *item = desk.world.backend.find(written[0][0].value<Uuid>());
        QCOMPARE(item->attachments.size(), 2);
        QCOMPARE(item->attachments[0].attachment.name, "plan.pdf");
        QCOMPARE(item->attachments[1].attachment.name, "photo.jpg");
        QVERIFY(composer.files()->isEmpty());
    }

    void filesAloneAreEnough()
    {
        FilesDesk desk;
        desk.show();
        desk.local("/desk/plan.pdf", 2'000);
        ui::Composer &composer = desk.composer();
        composer.files()->add(QStringList{"/desk/plan.pdf"});
        QTRY_VERIFY(!composer.files()->isEmpty());
        QSignalSpy written(&composer, &ui::Composer::written);
        composer.submit();
        QTRY_COMPARE(written.size(), 1);
    }

    void aChipIsTakenAwayByItsButton()
    {
        FilesDesk desk;
        desk.show();
        desk.local("/desk/a.pdf", 2'000);
        desk.local("/desk/b.pdf", 3'000);
        ui::Composer &composer = desk.composer();
        composer.files()->add(QStringList{"/desk/a.pdf", "/desk/b.pdf"});
        QTRY_COMPARE(composer.files()->files().size(), 2);
        QToolButton *first = nullptr;
        for (QToolButton *button : composer.files()->findChildren<QToolButton *>()) {
            if (button->accessibleName() == "Remove a.pdf")
                first = button;
        }
        QVERIFY(first);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Space);
        QCOMPARE(composer.files()->files().size(), 1);
        QCOMPARE(composer.files()->files()[0].name, "b.pdf");
    }

    void whatCannotBeAttachedIsToldWithItsReason()
    {
        FilesDesk desk;
        desk.show();
        desk.local("/desk/Photos", 0, "folder");
        desk.local("/desk/disk.iso", qint64(9) << 30, "too_large");
        desk.local("/desk/a.pdf", 2'000);
        ui::Composer &composer = desk.composer();
        composer.files()->add(QStringList{"/desk/Photos", "/desk/a.pdf", "/desk/disk.iso", "/desk/gone.txt"});
        QTRY_COMPARE(composer.files()->files().size(), 1);
        const QString said = composer.stateText();
        QVERIFY(said.contains("Photos") && said.contains("folder"));
        QVERIFY(said.contains("disk.iso") && said.contains("4 GiB"));
        QVERIFY(said.contains("gone.txt") && said.contains("not there"));
    }

    void filesOfAPlaceStayWhileTheWindowRuns()
    {
        FilesDesk desk;
        desk.world.backend.addGroup("north", "North", model::GroupKind::Site);
        desk.show();
        desk.local("/desk/a.pdf", 2'000);
        desk.composer().files()->add(QStringList{"/desk/a.pdf"});
        QTRY_VERIFY(!desk.composer().files()->isEmpty());
        desk.page->open({.kind = ui::Place::Group, .id = desk.world.backend.groupList[1].id.uuid()});
        QVERIFY(desk.composer().files()->isEmpty());
        desk.page->open({.kind = ui::Place::Group, .id = desk.world.group().id});
        QCOMPARE(desk.composer().files()->files().size(), 1);
    }

    void whatWasSentIsNotThereWhenOneComesBack()
    {
        FilesDesk desk;
        desk.world.backend.addGroup("north", "North", model::GroupKind::Site);
        desk.show();
        desk.local("/desk/a.pdf", 2'000);
        ui::Composer &composer = desk.composer();
        composer.files()->add(QStringList{"/desk/a.pdf"});
        QTRY_VERIFY(!composer.files()->isEmpty());
        const qsizetype before = desk.world.backend.items.size();
        composer.submit();
        desk.page->open({.kind = ui::Place::Group, .id = desk.world.backend.groupList[1].id.uuid()});
        desk.composer(); // aims at the other group, before the answer is there
        QTRY_COMPARE(desk.world.backend.items.size(), before + 1);
        QCoreApplication::processEvents();
        desk.page->open({.kind = ui::Place::Group, .id = desk.world.group().id});
        QVERIFY(desk.composer().files()->isEmpty());
    }

    void aFileThatIsGoneIsNamedAndNothingIsLost()
    {
        FilesDesk desk;
        desk.show();
        desk.local("/desk/a.pdf", 2'000);
        ui::Composer &composer = desk.composer();
        composer.setText("The plan");
        composer.files()->add(QStringList{"/desk/a.pdf"});
        QTRY_VERIFY(!composer.files()->isEmpty());
        desk.world.backend.failWrites(base::Error{base::ErrorKind::Usage, "/desk/a.pdf", "This file cannot be read"});
        composer.submit();
        QTRY_VERIFY(composer.stateText().contains("a.pdf"));
        QCOMPARE(composer.text(), "The plan");
        QCOMPARE(composer.files()->files().size(), 1);
    }

    void aPictureOfTheClipboardIsPastedAsAFile()
    {
        FilesDesk desk;
        desk.show();
        ui::Composer &composer = desk.composer();
        auto *edit = composer.findChild<ui::ComposerEdit *>();
        auto *data = new QMimeData;
        data->setImageData(QImage(20, 10, QImage::Format_RGB32));
        QGuiApplication::clipboard()->setMimeData(data);
        entered.clear();
        const base::UiThreadMark mark(note);
        edit->paste();
        QTRY_COMPARE(composer.files()->files().size(), 1);
        edit->paste();
        QTRY_COMPARE(composer.files()->files().size(), 2);
        QVERIFY2(entered.isEmpty(), qPrintable(entered.join(", ")));
        QCOMPARE(composer.files()->files()[0].name, "image.png");
        QCOMPARE(composer.files()->files()[1].name, "image-2.png");
        QCOMPARE(QImage::fromData(composer.files()->files()[0].bytes).size(), QSize(20, 10));
        QCOMPARE(composer.text(), "");
    }

    void textIsStillPastedAsText()
    {
        FilesDesk desk;
        desk.show();
        ui::Composer &composer = desk.composer();
        auto *data = new QMimeData; // as a word processor gives it
        data->setText("words");
        data->setImageData(QImage(20, 10, QImage::Format_RGB32));
        QGuiApplication::clipboard()->setMimeData(data);
        composer.findChild<ui::ComposerEdit *>()->paste();
        QCOMPARE(composer.text(), "words");
        QVERIFY(composer.files()->isEmpty() && !composer.files()->isBusy());
    }

    void filesAreDroppedOnTheComposer()
    {
        FilesDesk desk;
        desk.show();
        desk.local("/desk/a.pdf", 2'000);
        ui::Composer &composer = desk.composer();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile("/desk/a.pdf")});
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&composer, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&composer, &drop);
        QTRY_COMPARE(composer.files()->files().size(), 1);
        QMimeData web;
        web.setUrls({QUrl("https://example.com/a.pdf")});
        QVERIFY(!ui::ComposerFiles::takes(web));
    }

    void aPostWithFilesCannotBeScheduled()
    {
        FilesDesk desk;
        desk.show();
        desk.local("/desk/a.pdf", 2'000);
        ui::Composer &composer = desk.composer();
        composer.setText("The plan");
        composer.files()->add(QStringList{"/desk/a.pdf"});
        QTRY_VERIFY(!composer.files()->isEmpty());
        for (QToolButton *button : composer.findChildren<QToolButton *>()) {
            if (button->accessibleName().startsWith("Later"))
                button->click(); // no dialog comes
        }
        QVERIFY(composer.stateText().contains("cannot wait for a time"));
    }
};

QTEST_MAIN(ComposerFilesTest)
#include "composer_files_test.moc"
