#include "support/ui_world.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notice_announcer.h"
#include "ui/shell/shell.h"
#include "ui/widgets/announcer.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using model::Reason;
using tests::UiWorld;
using ui::Announcer;

namespace {

// Time that passes when the test says so.
class ManualScheduler : public base::Scheduler {
public:
    Handle after(qint64 delayMs, std::function<void()> run) override
    {
        m_waiting.append({++m_last, delayMs, std::move(run)});
        return m_last;
    }
    void cancel(Handle handle) override
    {
        m_waiting.removeIf([&](const Waiting &each) { return each.handle == handle; });
    }
    void pass()
    {
        const auto due = std::exchange(m_waiting, {});
        for (const Waiting &each : due)
            each.run();
    }
    qsizetype waiting() const { return m_waiting.size(); }

private:
    struct Waiting {
        Handle handle;
        qint64 delayMs;
        std::function<void()> run;
    };
    QList<Waiting> m_waiting;
    Handle m_last = 0;
};

} // namespace

class AnnouncerTest : public QObject {
    Q_OBJECT

    // A window with somebody who listens: what a screen reader gets is in `heard`.
    struct Window {
        Window() : announcer(scheduler, &window)
        {
            world.languages.apply("en");
            posts = world.posts(8);
            world.backend.addNotice(posts.at(7), Reason::Mention); // before the window was there
            connect(&announcer, &Announcer::said, &window, [this](const QString &text) { heard << text; });
            new ui::NoticeAnnouncer(world.context, &announcer, [this] { return listens; });
            window.resize(200, 100);
            window.show();
            if (!QTest::qWaitForWindowActive(&window))
                qFatal("no window in front");
            settle();
        }
        static void settle()
        {
            for (int i = 0; i < 10; ++i)
                QCoreApplication::processEvents();
        }
        void notice(int post)
        {
            world.backend.addNotice(posts.at(post), Reason::Mention);
            settle();
        }
        UiWorld world;
        ManualScheduler scheduler;
        QWidget window;
        Announcer announcer;
        bool listens = true;
        QStringList heard;
        QList<model::Uuid> posts;
    };

private Q_SLOTS:
    void sentencesComeOneAtATimeAndTheLastWins()
    {
        ManualScheduler scheduler;
        QWidget window;
        Announcer announcer(scheduler, &window);
        QStringList heard;
        connect(&announcer, &Announcer::said, &window, [&](const QString &text) { heard << text; });
        announcer.sayWhenQuiet("one");
        QCOMPARE(heard, QStringList{"one"});
        announcer.sayWhenQuiet("two");
        announcer.sayWhenQuiet("three");
        QCOMPARE(heard.size(), 1);
        scheduler.pass();
        QCOMPARE(heard, (QStringList{"one", "three"}));
        scheduler.pass();
        QCOMPARE(heard.size(), 2);
        QCOMPARE(scheduler.waiting(), 0); // nothing goes on in an idle window
        announcer.sayWhenQuiet("four");
        QCOMPARE(heard.last(), "four");
    }

    void whatOneDidIsAnsweredAtOnceAndOthersWait()
    {
        ManualScheduler scheduler;
        QWidget window;
        Announcer announcer(scheduler, &window);
        QStringList heard;
        connect(&announcer, &Announcer::said, &window, [&](const QString &text) { heard << text; });
        announcer.sayWhenQuiet("a notice");
        announcer.sayWhenQuiet("another");
        announcer.say("The post is deleted.");
        QCOMPARE(heard, (QStringList{"a notice", "The post is deleted."}));
        scheduler.pass();
        QCOMPARE(heard.last(), "another");
    }

    void itIsANotificationOfThisName()
    {
        ManualScheduler scheduler;
        QWidget window;
        Announcer announcer(scheduler, &window);
        announcer.say("The post is deleted.");
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&announcer);
        QVERIFY(seen);
        QCOMPARE(seen->role(), QAccessible::Notification);
        QCOMPARE(seen->text(QAccessible::Name), "The post is deleted.");
    }

    void aNoticeIsToldAsASentence()
    {
        Window shown;
        shown.notice(0);
        QCOMPARE(shown.heard.size(), 1);
        QVERIFY2(shown.heard.first().startsWith("Thomas Berger mentions you, in The bridge"),
                 qPrintable(shown.heard.first()));
    }

    void manyNoticesAreTwoSentences()
    {
        Window shown;
        for (int i = 0; i < 6; ++i)
            shown.notice(i);
        QCOMPARE(shown.heard.size(), 1);
        shown.scheduler.pass();
        QCOMPARE(shown.heard.size(), 2);
        QCOMPARE(shown.heard.last(), "5 new notifications, the last from Thomas Berger");
        shown.scheduler.pass();
        QCOMPARE(shown.heard.size(), 2);
        shown.notice(6);
        QVERIFY(shown.heard.last().startsWith("Thomas Berger mentions you"));
    }

    void behindAnotherWindowTheDesktopTellsIt()
    {
        Window shown;
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        shown.notice(0);
        QVERIFY2(shown.heard.isEmpty(), qPrintable(shown.heard.join("; ")));
        other.close();
        shown.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        shown.notice(1);
        QCOMPARE(shown.heard.size(), 1); // and nothing about the one before
        QVERIFY(shown.heard.first().startsWith("Thomas Berger mentions you"));
    }

    void withoutAReaderNothingIsReadForIt()
    {
        Window shown;
        shown.listens = false;
        shown.notice(0);
        shown.listens = true;
        shown.notice(1); // from here on somebody listens: what is there is in the list
        QVERIFY(shown.heard.isEmpty());
        shown.notice(2);
        QCOMPARE(shown.heard.size(), 1);
    }

    void whatTheWindowSaysIsToldToo()
    {
        UiWorld world;
        world.languages.apply("en");
        ui::MainWindow window(world.context);
        window.showShell();
        QSignalSpy said(window.findChild<Announcer *>(), &Announcer::said);
        window.shell()->say("Scheduled for tomorrow.");
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().first().toString(), "Scheduled for tomorrow.");
    }
};

QTEST_MAIN(AnnouncerTest)
#include "announcer_test.moc"
