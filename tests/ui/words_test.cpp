#include "support/ui_world.h"
#include "ui/text/words.h"

#include <QDateTime>
#include <QTest>

using namespace parvis;
using client::SyncState;
namespace words = ui::words;

class WordsTest : public QObject {
    Q_OBJECT

    static base::Time at(int year, int month, int day, int hour, int minute)
    {
        return base::Time::fromMs(QDateTime(QDate(year, month, day), QTime(hour, minute)).toMSecsSinceEpoch());
    }
    const base::Time m_now = at(2026, 11, 19, 14, 32);

private Q_SLOTS:
    void init()
    {
        tests::UiWorld().languages.apply("en");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void horizonSaysHowFarThisComputerIsUpToDate()
    {
        ui::Languages languages;
        languages.apply("fr");
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        SyncState state;
        state.phase = SyncState::UpToDate;
        QCOMPARE(words::horizon(state, 0, m_now), QString::fromUtf8("\xC3\x80 jour \xC2\xB7 14:32"));
        state.phase = SyncState::Offline;
        state.problem = SyncState::NoNetwork;
        state.since = at(2026, 11, 19, 14, 5);
        state.pending = 2;
        QCOMPARE(words::horizon(state, at(2026, 11, 19, 14, 4).us, m_now),
                 QString::fromUtf8(
                     "Hors ligne depuis 14:05 \xC2\xB7 complet jusqu\xE2\x80\x99\xC3\xA0 14:04 \xC2\xB7 2 en attente"));
    }

    void horizonNamesTheProblemThatOnlyAPersonCanSolve()
    {
        SyncState state;
        state.phase = SyncState::Offline;
        state.problem = SyncState::Certificate;
        QVERIFY(words::horizon(state, -1, m_now).contains("certificate"));
        for (const auto problem : {SyncState::NoNetwork, SyncState::Certificate, SyncState::Unauthorized,
                                   SyncState::Disabled, SyncState::ClientTooOld, SyncState::ServerTooOld,
                                   SyncState::WrongClock, SyncState::DiskFull, SyncState::ServerFault})
            QVERIFY(!words::problem(problem).isEmpty());
    }

    void timesAreRelativeWhileTheyAreNear_data()
    {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(0) << "just now";
        QTest::newRow("one minute") << qint64(1) << "1 min ago";
        QTest::newRow("minutes") << qint64(12) << "12 min ago";
        QTest::newRow("hours") << qint64(125) << "2 h ago";
        QTest::newRow("this morning") << qint64(8 * 60) << "today, 06:32";
        QTest::newRow("yesterday") << qint64(20 * 60) << "yesterday, 18:32";
        QTest::newRow("this week") << qint64(3 * 24 * 60) << "Monday, 14:32";
        QTest::newRow("this year") << qint64(60 * 24 * 60) << "20 Sept";
        QTest::newRow("long ago") << qint64(400 * 24 * 60) << "15 Oct 2025";
    }
    void timesAreRelativeWhileTheyAreNear()
    {
        QFETCH(qint64, minutes);
        QFETCH(QString, text);
        const QString shown = words::relativeTime(m_now.plusMs(-minutes * 60'000), m_now);
        if (text == "20 Sept") // the abbreviation differs between versions of the locale data
            QVERIFY2(shown == "20 Sept" || shown == "20 Sep", qPrintable(shown));
        else
            QCOMPARE(shown, text);
    }

    void pluralsFollowTheLanguage()
    {
        ui::Languages languages;
        languages.apply("en");
        QCOMPARE(words::comments(1, {}), QString("1 comment"));
        QCOMPARE(words::comments(3, {"Aline Roux", "Karim Haddad", "Zoe Blanc"}),
                 QString("3 comments · Aline, Karim and others"));
        QCOMPARE(words::newPosts(1), QString("1 new post"));
        languages.apply("fr");
        QCOMPARE(words::newPosts(3), QString("3 nouvelles publications"));
        QCOMPARE(words::newPosts(1), QString("1 nouvelle publication"));
        QCOMPARE(words::comments(0, {}), QString("0 commentaire"));
    }

    void signInErrorsSayWhatToDo_data()
    {
        QTest::addColumn<base::Error>("error");
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("part");
        using base::Error;
        using base::ErrorKind;
        QTest::newRow("password") << Error{ErrorKind::Refused, "wrong_password", "The handle or the password is wrong."}
                                  << 0 << "password is wrong";
        QTest::newRow("throttled") << Error{ErrorKind::Refused, "throttled", "throttled: try again in 30 s"} << 0
                                   << "Too many";
        QTest::newRow("network") << Error{ErrorKind::Offline, "http", "no route"} << int(SyncState::NoNetwork)
                                 << "No server answers";
        QTest::newRow("certificate") << Error{ErrorKind::Offline, "http", "refused"} << int(SyncState::Certificate)
                                     << "certificate";
        QTest::newRow("old") << Error{ErrorKind::Protocol, "hello", "version"} << int(SyncState::ClientTooOld)
                             << "too old";
        QTest::newRow("address") << Error{ErrorKind::Usage, "address", "no scheme"} << 0 << "address";
    }
    void signInErrorsSayWhatToDo()
    {
        QFETCH(base::Error, error);
        QFETCH(int, problem);
        QFETCH(QString, part);
        const QString text = words::signInError(error, SyncState::Problem(problem));
        QVERIFY2(text.contains(part), qPrintable(text));
    }

    void refusalsAreWordsForPeople()
    {
        for (const char *why :
             {"disabled", "no_such_place", "not_member", "guest", "archived", "not_author", "not_owner", "not_yours",
              "server_only", "last_owner", "gone", "purged", "depends_on", "outcome_unknown"})
            QVERIFY2(!words::refusal(why).contains(QString("(%1)").arg(why)), why);
        QVERIFY(words::refusal("something_new").contains("something_new"));
    }

    void initialsAreOfTheFirstAndTheLastName()
    {
        QCOMPARE(words::initials("Camille Morel"), QString("CM"));
        QCOMPARE(words::initials("Anne Marie de Vries"), QString("AV"));
        QCOMPARE(words::initials("Lyon"), QString("Ly"));
        QCOMPARE(words::initials(""), QString("?"));
    }
};

QTEST_MAIN(WordsTest)
#include "words_test.moc"
