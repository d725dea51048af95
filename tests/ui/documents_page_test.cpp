// The documents of a group and of all groups: by keys and by mouse, what can be done with them, and what is said of them.
#include "support/ui_world.h"
#include "ui/actions/document_actions.h"
#include "ui/models/document_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/views/documents/document_list.h"
#include "ui/views/documents/document_panel.h"
#include "ui/views/documents/documents_page.h"
#include "ui/views/documents/preview.h"
#include "ui/views/documents/transfer_list.h"
#include "ui/views/documents/versions_dialog.h"
#include "ui/widgets/undo_bar.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using client::DocumentState;
using tests::UiWorld;
using ui::DocumentModel;
using ui::DocumentsPage;
using ui::Place;

class DocumentsPageTest : public QObject {
    Q_OBJECT

    struct Shelf : UiWorld {
        Shelf() : group_(group().groupId())
        {
            plans = backend.addFolder(group_, {}, "Plans", "thomas.berger");
            text = backend.addDocument(group_, {}, "beton.txt", "thomas.berger", 12, 30, DocumentState::Here, 3);
            sheet =
                backend.addDocument(group_, {}, "crane.csv", "camille.morel", 2'000'000, 5, DocumentState::Server, 1);
            deep = backend.addDocument(group_, plans, "deep.pdf", "thomas.berger", 900, 60);
            backend.groupList.first().role = model::Role::Member;
            backend.groupList.first().title = "The bridge";
            window = std::make_unique<ui::MainWindow>(context);
            window->resize(1280, 800);
            window->showShell();
            window->show();
            settle();
        }
        DocumentsPage *open(const model::Uuid &what = {})
        {
            navigator.openDocument(group_, what);
            settle();
            return page();
        }
        DocumentsPage *page() { return window->shell()->documentsPage(); }
        QStringList names()
        {
            QStringList list;
            for (int row = 0; row < page()->model()->rowCount(); ++row)
                list << page()->model()->index(row, 0).data().toString();
            return list;
        }
        void choose(const model::Uuid &id)
        {
            page()->list()->choose(id);
            settle();
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            page()->list()->setFocus();
            QTest::keyClick(page()->list(), key, modifiers);
            settle();
        }
        model::GroupId group_;
        model::Uuid plans, text, sheet, deep;
        QTemporaryDir files;
        std::unique_ptr<ui::MainWindow> window;
    };

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }
    static QPushButton *button(QWidget *in, const QString &name)
    {
        for (auto *each : in->findChildren<QPushButton *>()) {
            if (each->isVisibleTo(in) && (each->text() == name || each->accessibleName() == name))
                return each;
        }
        return nullptr;
    }
    static QString texts(QWidget *in)
    {
        QStringList all;
        for (auto *label : in->findChildren<QLabel *>()) {
            if (label->isVisibleTo(in))
                all << label->text();
        }
        return all.join(u'\n');
    }

private Q_SLOTS:
    void aGroupShowsItsFoldersFirst()
    {
        Shelf world;
        auto *page = world.open();
        QCOMPARE(world.names(), QStringList({"Plans", "beton.txt", "crane.csv"}));
        QVERIFY(texts(world.window.get()).contains("The bridge"));
        const auto index = page->model()->index(1, DocumentModel::Name);
        const QString said = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(said.contains("beton.txt") && said.contains("Thomas Berger") && said.contains("version 3")
                     && said.contains("on this computer"),
                 qPrintable(said));
    }

    void enterGoesIntoAFolderAndBackspaceOutOfIt()
    {
        Shelf world;
        world.open();
        world.choose(world.plans);
        world.press(Qt::Key_Return);
        QCOMPARE(world.names(), QStringList("deep.pdf"));
        world.press(Qt::Key_Backspace);
        QCOMPARE(world.names().size(), 3);
    }

    void aDocumentThatIsAskedForIsChosenInItsFolder()
    {
        Shelf world;
        auto *page = world.open(world.deep);
        QCOMPARE(world.names(), QStringList("deep.pdf"));
        QCOMPARE(page->list()->chosen().size(), 1);
        QVERIFY(texts(page->panel()).contains("deep.pdf"));
        // The crumbs lead back.
        QTest::mouseClick(button(page, "The bridge"), Qt::LeftButton);
        settle();
        QCOMPARE(world.names().size(), 3);
    }

    void lettersLeadToAName()
    {
        Shelf world;
        auto *page = world.open();
        page->list()->setFocus();
        QTest::keyClicks(page->list(), "cra");
        QCOMPARE(page->list()->current()->item.id, world.sheet);
        QVERIFY(world.navigator.place().kind == Place::Documents);
    }

    void columnsSortAndFoldersStayAbove()
    {
        Shelf world;
        auto *page = world.open();
        page->model()->sort(DocumentModel::Size, Qt::DescendingOrder);
        QCOMPARE(world.names(), QStringList({"Plans", "crane.csv", "beton.txt"}));
        page->model()->sort(DocumentModel::Name, Qt::DescendingOrder);
        QCOMPARE(world.names(), QStringList({"Plans", "crane.csv", "beton.txt"}));
        page->model()->sort(DocumentModel::Name, Qt::AscendingOrder);
        QCOMPARE(world.names(), QStringList({"Plans", "beton.txt", "crane.csv"}));
    }

    void aFilterLeavesWhatHasItsLettersWithoutAccents()
    {
        Shelf world;
        world.backend.addDocument(world.group_, {}, QString::fromUtf8("Béton.odt"), "thomas.berger", 5, 5);
        auto *page = world.open();
        auto *filter = page->findChild<QLineEdit *>();
        filter->setText("beton");
        QCOMPARE(world.names(), QStringList({QString::fromUtf8("Béton.odt"), "beton.txt"}));
        QTest::keyClick(page->list(), Qt::Key_Escape);
        QCOMPARE(world.names().size(), 4);
    }

    void theModelKeepsItsPromises()
    {
        Shelf world;
        auto *page = world.open();
        QAbstractItemModelTester tester(page->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        world.choose(world.sheet);
        QSignalSpy resets(page->model(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(page->model(), &QAbstractItemModel::rowsInserted);
        const auto fresh = world.backend.addDocument(world.group_, {}, "bolts.txt", "thomas.berger", 5, 5);
        world.backend.pinDocument(world.plans, true); // tells that something changed
        QTRY_COMPARE(world.names().size(), 4);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(page->list()->current()->item.id, world.sheet); // still chosen
        world.backend.trashDocument(fresh, true);
        QTRY_COMPARE(world.names().size(), 3);
        QCOMPARE(page->list()->current()->item.id, world.sheet);
    }

    void f2RenamesAndCanBeTakenBack()
    {
        Shelf world;
        auto *page = world.open();
        world.choose(world.text);
        world.press(Qt::Key_F2);
        auto *edit = page->list()->findChild<QLineEdit *>();
        QVERIFY(edit);
        QCOMPARE(edit->selectedText(), "beton"); // without its ending
        QTest::keyClicks(edit, "steel");
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(world.backend.entry(world.text)->item.name, "steel.txt");
        QTRY_VERIFY(world.window->findChild<ui::UndoBar *>()->isVisible());
        world.window->findChild<ui::UndoBar *>()->undo();
        QTRY_COMPARE(world.backend.entry(world.text)->item.name, "beton.txt");
    }

    void deletePutsIntoTheTrashAndUndoTakesOut()
    {
        Shelf world;
        auto *page = world.open();
        world.choose(world.text);
        world.press(Qt::Key_Delete);
        QTRY_COMPARE(world.names(), QStringList({"Plans", "crane.csv"}));
        world.window->findChild<ui::UndoBar *>()->undo();
        QTRY_COMPARE(world.names().size(), 3);
        world.choose(world.text);
        world.press(Qt::Key_Delete);
        settle();
        page->showTrash(true);
        QTRY_COMPARE(world.names(), QStringList("beton.txt"));
        page->actions()->takeOut({page->model()->entry(0)});
        QTRY_VERIFY(!world.backend.entry(world.text)->item.trashed);
    }

    void whatIsCutIsPastedElsewhere()
    {
        Shelf world;
        world.open();
        world.choose(world.text);
        world.press(Qt::Key_X, Qt::ControlModifier);
        world.open(world.plans);
        world.press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(world.names(), QStringList({"beton.txt", "deep.pdf"}));
        QCOMPARE(world.backend.entry(world.text)->item.folder, world.plans);
    }

    void whatIsCopiedIsThereTwice()
    {
        Shelf world;
        world.open();
        world.choose(world.text);
        world.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), "beton.txt");
        world.press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(world.names().size(), 4);
    }

    void filesAndFoldersAreAddedWithTheWayToThem()
    {
        Shelf world;
        auto *page = world.open(world.plans);
        QVERIFY(QDir(world.files.path()).mkpath("photos/north"));
        for (const char *name : {"a.txt", "photos/b.txt", "photos/north/c.txt", "photos/.DS_Store"}) {
            QFile file(world.files.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("abc");
        }
        page->actions()->put({world.files.filePath("a.txt"), world.files.filePath("photos")}, world.group_, {"Plans"});
        QTRY_COMPARE(world.backend.putFiles.size(), 3);
        QStringList paths;
        for (const auto &[path, file] : std::as_const(world.backend.putFiles))
            paths << path;
        paths.sort();
        QCOMPARE(paths, QStringList({"Plans/a.txt", "Plans/photos/b.txt", "Plans/photos/north/c.txt"}));
        QTRY_VERIFY(world.names().contains("a.txt") && world.names().contains("photos"));
    }

    void whatCannotBeWrittenIsSaidAndChangesNothing()
    {
        Shelf world;
        auto *page = world.open();
        QSignalSpy said(&world.navigator, &ui::Navigator::said);
        world.backend.failWrites(base::Error{base::ErrorKind::Conflict, "move", "taken"});
        page->actions()->rename(page->model()->entry(1), {}, "crane.csv");
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.last().first().toString().contains("this name"));
        page->actions()->rename(page->model()->entry(1), {}, "a/b");
        QVERIFY(said.last().first().toString().contains("slash"));
        QCOMPARE(world.backend.entry(world.text)->item.name, "beton.txt");
    }

    void whoMayOnlyReadIsOfferedNothingElse()
    {
        Shelf world;
        world.backend.groupList.first().archived = true;
        world.backend.setPlace(model::ScopeId::group(world.group_), {});
        auto *page = world.open();
        settle();
        QVERIFY(!button(page, QString::fromUtf8("Add…"))->isEnabled());
        world.choose(world.text);
        world.press(Qt::Key_Delete);
        world.press(Qt::Key_F2);
        QVERIFY(!world.backend.entry(world.text)->item.trashed);
        QVERIFY(!page->list()->findChild<QLineEdit *>());
    }

    void theFolderIsMadeAndChosen()
    {
        Shelf world;
        auto *page = world.open();
        page->actions()->setAskName([](QWidget *) { return QString("Photos"); });
        QTest::mouseClick(button(page, QString::fromUtf8("New folder…")), Qt::LeftButton);
        QTRY_VERIFY(world.names().contains("Photos"));
        QTRY_COMPARE(page->list()->current()->item.name, "Photos");
    }

    void aConflictIsDecidedInThePanel()
    {
        Shelf world;
        const auto split =
            world.backend.addDocument(world.group_, {}, "split.md", "thomas.berger", 5, 5, DocumentState::Conflict, 2);
        auto *page = world.open(split);
        QVERIFY(texts(page->panel()).contains("Two versions"));
        QTest::mouseClick(button(page->panel(), "Keep both"), Qt::LeftButton);
        QCOMPARE(world.backend.resolved.size(), 1);
        QCOMPARE(world.backend.resolved.first().second, client::Keep::Both);
        QTRY_VERIFY(!button(page->panel(), "Keep both"));
    }

    void anOldVersionIsMadeTheLatest()
    {
        Shelf world;
        auto *page = world.open(world.text);
        QCOMPARE(page->panel()->versions()->count(), 3);
        page->actions()->restore(page->model()->entry(1), 1);
        QTRY_COMPARE(page->panel()->versions()->count(), 4);
    }

    void textsTablesAndPicturesAreShownBesideTheList()
    {
        Shelf world;
        world.backend.contents.insert(world.backend.versionLists[world.text].first().id, "concrete, and more");
        auto *page = world.open(world.text);
        auto *preview = page->panel()->findChild<ui::Preview *>();
        QTRY_VERIFY(preview->findChild<QPlainTextEdit *>());
        QTRY_COMPARE(preview->findChild<QPlainTextEdit *>()->toPlainText(), "concrete, and more");
        // A table that is not here is fetched, a large file on demand, and shown when it comes.
        const auto row = world.backend.versionLists[world.sheet].first().id;
        world.backend.entry(world.sheet)->item.size = 20;
        world.backend.pinDocument(world.plans, true);
        QTRY_COMPARE(page->model()->find(world.sheet)->item.size, 20);
        world.choose(world.sheet);
        QTRY_VERIFY(world.backend.fetches.contains(row));
        const auto photo = world.backend.addDocument(world.group_, {}, "large.pdf", "thomas.berger", 9'000'000, 5,
                                                     DocumentState::Server);
        world.backend.pinDocument(world.plans, false);
        QTRY_VERIFY(page->model()->find(photo));
        world.choose(photo);
        QTRY_VERIFY(preview->said().contains("server"));
        const auto asked = world.backend.versionLists[photo].first().id;
        QVERIFY(!world.backend.fetches.contains(asked));
        QTest::mouseClick(button(preview, "Fetch"), Qt::LeftButton);
        QTRY_VERIFY(world.backend.fetches.contains(asked));
        world.choose(world.sheet);
        settle();
        world.backend.contents.insert(row, "name;price\nbolt;\"1;5\"\n");
        world.backend.pinDocument(world.plans, true);
        QTRY_VERIFY(preview->findChild<QTableWidget *>());
        QTRY_COMPARE(preview->findChild<QTableWidget *>()->item(0, 1)->text(), "1;5");
        // What cannot be shown says so.
        world.open(world.deep);
        QTRY_VERIFY(!preview->said().isEmpty());
    }

    void cellsOfATableAreReadWithTheirQuotes()
    {
        using Rows = QList<QStringList>;
        QCOMPARE(ui::cellsOf("a,b\r\n1,\"2,\"\"x\"\"\"\n", u',', 10), Rows({{"a", "b"}, {"1", "2,\"x\""}}));
        QCOMPARE(ui::cellsOf("a\tb", u'\t', 10), Rows({{"a", "b"}}));
        QCOMPARE(ui::cellsOf("a\nb\nc", u';', 2), Rows({{"a"}, {"b"}}));
        QCOMPARE(ui::cellsOf("\"open", u';', 5), Rows({{"open"}}));
        QCOMPARE(ui::separatorOf("a,b;c,d,e"), u',');
        QCOMPARE(ui::separatorOf("one column"), u';');
    }

    void twoVersionsAreComparedWordByWord()
    {
        Shelf world;
        const auto versions = world.backend.versionLists.value(world.text);
        world.backend.contents.insert(versions.at(0).id, "the crane stands on friday");
        world.backend.contents.insert(versions.at(1).id, "the crane stands on monday");
        ui::CompareDialog dialog(world.context, world.backend.entry(world.text)->item, versions.at(1), versions.at(0),
                                 nullptr);
        auto *text = dialog.findChild<QPlainTextEdit *>();
        QTRY_VERIFY(text->toPlainText().contains("monday") && text->toPlainText().contains("friday"));
        QVERIFY(texts(&dialog).contains("Struck through"));
        // One that is not here is fetched.
        ui::CompareDialog waiting(world.context, world.backend.entry(world.text)->item, versions.at(2), versions.at(0),
                                  nullptr);
        QTRY_VERIFY(world.backend.fetches.contains(versions.at(2).id));
        world.backend.contents.insert(versions.at(2).id, "x");
        world.backend.pinDocument(world.plans, true);
        QTRY_VERIFY(waiting.findChild<QPlainTextEdit *>()->toPlainText().contains("x"));
    }

    void theDocumentsOfAllGroupsAreFoundByWhatOneLooksFor()
    {
        Shelf world;
        world.navigator.go({.kind = Place::Documents});
        settle();
        auto *page = world.page();
        QCOMPARE(world.names(), QStringList({"crane.csv", "beton.txt", "deep.pdf"})); // the latest first
        page->showTab(DocumentsPage::Mine);
        QTRY_COMPARE(world.names(), QStringList("crane.csv"));
        page->showTab(DocumentsPage::Pinned);
        QTRY_COMPARE(world.names(), QStringList());
        world.backend.pinDocument(world.text, true);
        QTRY_COMPARE(world.names(), QStringList("beton.txt"));
        page->actions()->setLocked(page->model()->entry(0), true);
        page->showTab(DocumentsPage::Edited);
        QTRY_COMPARE(world.names(), QStringList("beton.txt"));
        page->showTab(DocumentsPage::Conflicts);
        QTRY_COMPARE(world.names(), QStringList());
    }

    void filesUnderWayAreShownAndEnded()
    {
        Shelf world;
        world.backend.transferList = {{false,
                                       world.sheet,
                                       model::ScopeId::group(world.group_),
                                       world.sheet,
                                       "crane.csv",
                                       1000,
                                       250,
                                       true,
                                       {},
                                       {}},
                                      {false,
                                       world.text,
                                       model::ScopeId::group(world.group_),
                                       world.text,
                                       "beton.txt",
                                       12,
                                       0,
                                       false,
                                       "no_such_file",
                                       {}}};
        world.navigator.go({.kind = Place::Documents});
        settle();
        world.page()->showTab(DocumentsPage::Transfers);
        settle();
        auto *list = world.page()->transfers();
        QTRY_VERIFY(texts(list).contains("crane.csv"));
        QVERIFY(texts(list).contains("25"));
        QVERIFY(button(list, "Try again: beton.txt"));
        QTest::mouseClick(button(list, "Cancel: crane.csv"), Qt::LeftButton);
        QTRY_VERIFY(!texts(list).contains("crane.csv"));
    }

    void programsAreNeverOpened()
    {
        Shelf world;
        world.backend.addDocument(world.group_, {}, "setup.exe", "thomas.berger", 5, 5);
        auto *page = world.open();
        // The question is answered with Cancel.
        QMetaObject::invokeMethod(
            qApp,
            [] {
                for (QWidget *top : QApplication::topLevelWidgets()) {
                    if (auto *dialog = qobject_cast<QDialog *>(top); dialog && dialog->isVisible())
                        dialog->reject();
                }
            },
            Qt::QueuedConnection);
        const int before = int(world.backend.fetches.size());
        page->actions()->open(page->model()->entry(page->model()->rowCount() - 1));
        QCOMPARE(world.backend.fetches.size(), before);
    }

    void aDocumentIsOpenedInAnotherProgramWhenItIsHere()
    {
        Shelf world;
        auto *page = world.open();
        QStringList opened;
        page->actions()->setOpenFile([&](const QString &path) {
            opened << path;
            return true;
        });
        const auto version = world.backend.versionLists[world.text].first().id;
        world.backend.openCopies.insert(
            world.text, {world.text, "beton.txt", "/copies/beton.txt", client::CopyState::Open, false, {}});
        page->actions()->open(*page->model()->find(world.text));
        QTRY_VERIFY(world.backend.fetches.contains(version));
        settle();
        QVERIFY(opened.isEmpty()); // its content is on the server
        world.backend.contents.insert(version, "x");
        world.backend.pinDocument(world.plans, true); // tells that something moved
        QTRY_COMPARE(opened, QStringList("/copies/beton.txt"));
        // It is among those that are being edited, and the panel says so.
        world.navigator.go({.kind = Place::Documents});
        settle();
        world.page()->showTab(DocumentsPage::Edited);
        QTRY_COMPARE(world.names(), QStringList("beton.txt"));
        world.choose(world.text);
        QTRY_VERIFY(texts(world.page()->panel()).contains("another program"));
        world.backend.openCopies[world.text].why = "vanished";
        world.backend.pinDocument(world.plans, false);
        QTRY_VERIFY(texts(world.page()->panel()).contains("moved or removed"));
    }

    void theSideListLeadsFromDocumentsToDocuments()
    {
        Shelf world;
        const auto other = world.backend.addGroup("tower", "The tower", model::GroupKind::Project);
        world.backend.setPlace(model::ScopeId::group(other), {});
        world.open();
        world.navigator.openDocument(other, {});
        settle();
        QTRY_COMPARE(world.names(), QStringList());
    }
};

QTEST_MAIN(DocumentsPageTest)
#include "documents_page_test.moc"
