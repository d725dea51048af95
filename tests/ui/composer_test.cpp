#include "support/ui_world.h"
#include "ui/widgets/composer.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Composer;

class ComposerTest : public QObject {
    Q_OBJECT

    static Composer::Target target(UiWorld &world)
    {
        return {.draftPlace = world.group().toString(), .button = "Post", .write = [&world](const QString &body) {
                    return world.backend.post(world.group(), {}, body);
                }};
    }
    static void type(Composer &composer, const QString &text)
    {
        QTest::keyClicks(composer.findChild<QPlainTextEdit *>(), text);
    }

private Q_SLOTS:
    void textStaysWhenWritingFails()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        world.backend.failWrites(base::Error{base::ErrorKind::Storage, "outbox", "disk full"});
        type(composer, "Not to be lost");
        QSignalSpy written(&composer, &Composer::written);
        composer.submit();
        QTRY_VERIFY(!composer.stateText().isEmpty() && composer.stateText() != "Writing…");
        QCOMPARE(composer.text(), QString("Not to be lost"));
        QCOMPARE(written.size(), 0);
        world.backend.failWrites({});
        composer.submit();
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(composer.text(), QString());
        QCOMPARE(world.backend.items.first().body, QString("Not to be lost"));
    }

    void controlEnterSendsAndPlainEnterDoesNot()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        auto *edit = composer.findChild<QPlainTextEdit *>();
        type(composer, "One");
        QTest::keyClick(edit, Qt::Key_Return);
        type(composer, "two");
        QCOMPARE(composer.text(), QString("One\ntwo"));
        QSignalSpy written(&composer, &Composer::written);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(written.size(), 1);
    }

    void aDraftIsKeptAfterHalfASecondWithoutAKey()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        type(composer, "Half a thou");
        QCOMPARE(world.backend.draftWrites, 0);
        QTRY_COMPARE_WITH_TIMEOUT(world.backend.drafts.value(world.group().toString()), QString("Half a thou"), 3000);
        QCOMPARE(world.backend.draftWrites, 1);
    }

    void leavingKeepsTheDraftAndComingBackBringsIt()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        type(composer, "Later");
        composer.setTarget({.draftPlace = "directory", .button = "Post"});
        QCOMPARE(composer.text(), QString());
        QCOMPARE(world.backend.drafts.value(world.group().toString()), QString("Later"));
        composer.setTarget(target(world));
        QTRY_COMPARE(composer.text(), QString("Later"));
    }

    void aSentTextLeavesNoDraftBehind()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        type(composer, "Sent");
        composer.saveDraftNow();
        QSignalSpy written(&composer, &Composer::written);
        composer.submit();
        QTRY_COMPARE(written.size(), 1);
        QVERIFY(!world.backend.drafts.contains(world.group().toString()));
    }

    void whatIsTypedIsNotOverwrittenByADraftThatComesLate()
    {
        UiWorld world;
        world.backend.drafts.insert(world.group().toString(), "Old draft");
        Composer composer(world.context);
        composer.setTarget(target(world));
        type(composer, "New");
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(composer.text(), QString("New"));
    }

    void aTextBeyondTheLimitIsKeptAndSaysWhy()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        const QString huge = QString("a").repeated(200'001);
        composer.setText(huge);
        composer.submit();
        QVERIFY(!composer.stateText().isEmpty());
        QCOMPARE(composer.text(), huge);
        QVERIFY(world.backend.items.isEmpty());
    }
};

QTEST_MAIN(ComposerTest)
#include "composer_test.moc"
