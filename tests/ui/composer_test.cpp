#include "support/ui_world.h"
#include "ui/widgets/composer.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Composer;

class ComposerTest : public QObject {
    Q_OBJECT

    static Composer::Target target(UiWorld &world)
    {
        return {.draftPlace = world.group().toString(),
                .button = "Post",
                .write = [&world](const QString &body, const ui::Backend::Draft &draft, const auto &) {
                    return world.backend.post(world.group(), {}, body, draft);
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

    void theDraftEndsInTheStepThatSendsItsText()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        type(composer, "On Thursday");
        composer.saveDraftNow();
        QTRY_COMPARE(composer.stateText(), "Draft kept");
        const QString place = world.group().toString();
        QCOMPARE(world.backend.draftTexts.value(place), "On Thursday");
        composer.submit();
        // The program could be killed here: nothing was answered yet.
        QCOMPARE(world.backend.items.first().body, "On Thursday");
        QVERIFY(!world.backend.draftTexts.contains(place));
        QSignalSpy written(&composer, &Composer::written);
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(world.backend.draftWrites, 1);
    }

    void aDraftThatIsBeingWrittenIsWaitedFor()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        type(composer, "On Thursday");
        composer.saveDraftNow(); // as a click on the button does, which takes the focus
        composer.submit();
        QTRY_VERIFY(!world.backend.items.isEmpty());
        QVERIFY(world.backend.draftTexts.isEmpty()); // already in the step that wrote the post
        QTRY_COMPARE(composer.text(), QString());
        QCOMPARE(world.backend.draftWrites, 1);
    }

    void whoLeavesWhileADraftIsBeingWrittenHasSentAllTheSame()
    {
        UiWorld world;
        {
            Composer composer(world.context);
            composer.setTarget(target(world));
            type(composer, "On Thursday");
            composer.saveDraftNow();
            composer.submit();
        }
        QCOMPARE(world.backend.items.size(), 1);
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
        QTRY_COMPARE_WITH_TIMEOUT(world.backend.draftTexts.value(world.group().toString()), QString("Half a thou"),
                                  3000);
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
        QCOMPARE(world.backend.draftTexts.value(world.group().toString()), QString("Later"));
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
        QVERIFY(!world.backend.draftTexts.contains(world.group().toString()));
    }

    void whatIsTypedIsNotOverwrittenByADraftThatComesLate()
    {
        UiWorld world;
        world.backend.draftTexts.insert(world.group().toString(), "Old draft");
        Composer composer(world.context);
        composer.setTarget(target(world));
        type(composer, "New");
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(composer.text(), QString("New"));
    }

    void whoNeverPausesLosesAtMostThreeSeconds()
    {
        UiWorld world;
        Composer composer(world.context);
        composer.setTarget(target(world));
        QElapsedTimer watch;
        watch.start();
        while (watch.elapsed() < 6000 && world.backend.draftWrites == 0)
            QTest::keyClick(composer.findChild<QPlainTextEdit *>(), Qt::Key_A, Qt::NoModifier, 50);
        QVERIFY(world.backend.draftWrites > 0);
    }

    void anotherDevicesDraftIsKeptAndOffered()
    {
        UiWorld world;
        store::DraftItem other;
        other.id = world.backend.addPost(world.group(), "camille.morel", "x", 1);
        other.place = world.group().toString();
        other.body = "Written on the train";
        other.changedAt = world.clock.now().plusMs(-60'000);
        world.backend.otherDrafts.append(other);
        world.backend.draftTexts.insert(world.group().toString(), "Written at the desk");
        Composer composer(world.context);
        composer.setTarget(target(world));
        composer.show();
        QTRY_COMPARE(composer.text(), QString("Written at the desk"));
        auto button = [&](const QString &text) -> QPushButton * {
            for (QPushButton *each : composer.findChildren<QPushButton *>()) {
                if (each->text() == text)
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(button("Use it")->isVisible());
        button("Use it")->click();
        QTRY_COMPARE(composer.text(), QString("Written on the train"));
        QCOMPARE(world.backend.draftTexts.value(world.group().toString()), QString("Written at the desk"));
        QTRY_VERIFY(button("Discard it")->isVisible()); // the first one is the other now
        type(composer, "!");
        composer.saveDraftNow();
        QCOMPARE(world.backend.otherDrafts.first().body, QString("Written on the train!"));
        button("Discard it")->click();
        QVERIFY(!world.backend.draftTexts.contains(world.group().toString()));
        QVERIFY(!button("Discard it")->isVisible());
    }

    void aDraftThatWasNotTouchedFollowsTheOtherDevice()
    {
        UiWorld world;
        store::DraftItem draft;
        draft.id = world.backend.addPost(world.group(), "camille.morel", "x", 1);
        draft.base = model::OpId(draft.id);
        draft.place = world.group().toString();
        draft.body = "Begun";
        draft.changedAt = world.clock.now();
        world.backend.otherDrafts.append(draft);
        Composer composer(world.context);
        composer.setTarget(target(world));
        QTRY_COMPARE(composer.text(), QString("Begun"));
        world.backend.otherDrafts[0].body = "Begun and gone on with";
        world.backend.otherDrafts[0].base = {};
        store::ChangeSet changes;
        changes.add(
            {model::Kind::Draft, draft.id, model::ScopeId::person(world.backend.identity()->person), {}, false});
        Q_EMIT world.backend.changed(changes);
        QTRY_COMPARE(composer.text(), QString("Begun and gone on with"));
        type(composer, " here");
        world.backend.otherDrafts[0].body = "Something else";
        Q_EMIT world.backend.changed(changes);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(composer.text(), QString("Begun and gone on with here"));
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
