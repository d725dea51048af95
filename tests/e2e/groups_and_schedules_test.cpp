#include "e2e/processes.h"

#include <QSet>

using namespace parvis::e2e;

// How one hears of groups, asking to be added, and posts that are published later: through the real programs.
class GroupsAndSchedulesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Company> m_company;
    std::unique_ptr<Person> m_ann, m_bob;

    static QJsonObject named(const Answer &list, const QString &name)
    {
        for (const QJsonObject &line : list.lines()) {
            if (line.value("name").toString() == name)
                return line;
        }
        return {};
    }
    static QStringList bodies(const Answer &feed)
    {
        QStringList list;
        for (const QJsonObject &line : feed.lines())
            list << line.value("body").toString();
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_company = std::make_unique<Company>(m_dir->path());
        m_ann = std::make_unique<Person>(m_dir->path(), "ann");
        m_bob = std::make_unique<Person>(m_dir->path(), "bob");
        const QByteArray wrong = foundWithTwo(*m_company, *m_ann, *m_bob);
        QVERIFY2(wrong.isEmpty(), wrong.constData());
        QCOMPARE((*m_ann)({"group", "create", "loud", "--visibility", "public"}).state(), "acked");
        QCOMPARE((*m_ann)({"group", "create", "closed"}).state(), "acked");
    }
    void cleanupTestCase()
    {
        const Answer check = m_company->admin({"check"});
        QVERIFY2(check.code == 0 && check.line().value("ok").toBool(), check.all().constData());
        QVERIFY(m_company->stop());
    }

    void settingsHoldOfflineAndOnTheOtherDevice()
    {
        QCOMPARE((*m_ann)({"post", "--group", "loud"}, "hear me").state(), "acked");
        QVERIFY(bodies((*m_ann)({"feed"})).contains("hear me"));
        QCOMPARE((*m_ann)({"--offline", "group", "unfollow", "loud"}).state(), "pending");
        QVERIFY(!bodies((*m_ann)({"--offline", "feed"})).contains("hear me"));
        QVERIFY(bodies((*m_ann)({"--offline", "feed", "--group", "loud"})).contains("hear me"));
        QCOMPARE((*m_ann)({"group", "mute", "loud"}).state(), "acked");
        QCOMPARE((*m_ann)({"group", "pin", "loud"}).state(), "acked");
        const Person second(m_dir->path(), "ann", "two");
        QCOMPARE(second.login(*m_company).code, 0);
        const QJsonObject group = named(second({"groups"}), "loud");
        QCOMPARE(group.value("followed"), QJsonValue(false));
        QCOMPARE(group.value("muted"), QJsonValue(true));
        QCOMPARE(group.value("pinned"), QJsonValue(true));
        QCOMPARE(second({"group", "follow", "loud"}).state(), "acked");
        QCOMPARE(second({"group", "unmute", "loud"}).state(), "acked");
        QCOMPARE(second({"group", "unpin", "loud"}).state(), "acked");
        QVERIFY(bodies((*m_ann)({"feed"})).contains("hear me"));
    }

    void aPrivateGroupIsAskedAnsweredAndReadable()
    {
        QCOMPARE((*m_bob)({"group", "join", "closed"}).error(), "Refused");
        QCOMPARE((*m_bob)({"group", "ask", "closed", "--note", "let me in"}).state(), "acked");
        QCOMPARE((*m_bob)({"group", "requests", "closed"}).lines().size(), 0); // not his to see
        const QJsonObject request = (*m_ann)({"group", "requests", "closed"}).line();
        QCOMPARE(request.value("name").toString(), "bob");
        QCOMPARE(request.value("note").toString(), "let me in");
        QCOMPARE((*m_ann)({"group", "refuse", "closed", "bob"}).state(), "acked");
        QVERIFY((*m_ann)({"group", "requests", "closed"}).lines().isEmpty());
        QCOMPARE((*m_bob)({"group", "ask", "closed"}).state(), "acked");
        QCOMPARE((*m_ann)({"group", "member", "closed", "bob"}).state(), "acked");
        QVERIFY((*m_ann)({"group", "requests", "closed"}).lines().isEmpty());
        QCOMPARE((*m_ann)({"post", "--group", "closed"}, "welcome").state(), "acked");
        QVERIFY(bodies((*m_bob)({"feed", "--group", "closed"})).contains("welcome"));
    }

    void anOwnerChangesWhatTheGroupSaysOfItself()
    {
        QCOMPARE(
            (*m_ann)({"group", "change", "closed", "--title", "The closed one", "--rules-file", "-"}, "- be kind\n")
                .state(),
            "acked");
        QCOMPARE(named((*m_bob)({"groups"}), "closed").value("title").toString(), "The closed one");
        QCOMPARE((*m_bob)({"group", "change", "closed", "--title", "Mine"}).error(), "Refused");
        QCOMPARE((*m_ann)({"group", "change", "closed"}).code, 2);
    }

    void aScheduledPostWaitsIsChangedAndCancelled()
    {
        const Answer made =
            (*m_ann)({"--offline", "post", "--group", "loud", "--at", "2099-01-01T09:00:00Z"}, "far away");
        QCOMPARE(made.state(), "pending");
        QCOMPARE((*m_ann)({"--offline", "scheduled"}).line().value("state").toString(), "pending");
        QCOMPARE((*m_ann)({"sync"}).code, 0);
        const QJsonObject line = (*m_ann)({"scheduled"}).line();
        QCOMPARE(line.value("id").toString(), made.id());
        QCOMPARE(line.value("state").toString(), "waiting");
        QCOMPARE(line.value("group").toString(), "loud");
        QVERIFY(line.value("at").toString().startsWith("2099-01-01T09:00:00"));
        QCOMPARE((*m_ann)({"scheduled", "change", made.id(), "--text-file", "-"}, "still far").state(), "acked");
        QCOMPARE((*m_ann)({"scheduled"}).line().value("body").toString(), "still far");
        QVERIFY(!bodies((*m_bob)({"feed", "--group", "loud"})).contains("still far"));
        QCOMPARE((*m_ann)({"scheduled", "cancel", made.id()}).state(), "acked");
        QVERIFY((*m_ann)({"scheduled"}).lines().isEmpty());
        QCOMPARE((*m_ann)({"post", "--group", "loud", "--at", "next week"}, "x").code, 2);
    }

    void oneWhoseTimeHasPassedOfflineIsPublishedWhenItArrives()
    {
        QCOMPARE((*m_bob)({"group", "join", "loud"}).state(), "acked");
        QCOMPARE((*m_ann)({"--offline", "post", "--group", "loud", "--at", "+0"}, "from the train").state(), "pending");
        QCOMPARE((*m_ann)({"sync"}).code, 0);
        QVERIFY((*m_ann)({"scheduled"}).lines().isEmpty());
        QCOMPARE(bodies((*m_bob)({"feed", "--group", "loud"})).count("from the train"), 1);
        const Answer later = (*m_ann)({"post", "--group", "loud", "--at", "2099-01-01T09:00:00Z"}, "or now");
        QCOMPARE((*m_ann)({"scheduled", "now", later.id()}).state(), "acked");
        QCOMPARE(bodies((*m_bob)({"feed", "--group", "loud"})).count("or now"), 1);
    }

    // The server dies again and again while posts come due: each appears, and once.
    void publishedOnceThoughTheServerIsKilledAtThatMoment()
    {
        constexpr int count = 12;
        for (int i = 0; i < count; ++i)
            QCOMPARE((*m_ann)({"post", "--group", "loud", "--at", QString("+%1").arg(1 + i / 4)},
                              QString("due %1").arg(i).toUtf8())
                         .state(),
                     "acked");
        for (int i = 0; i < 4; ++i) {
            m_company->kill();
            QVERIFY2(m_company->serve(), m_company->log().constData());
        }
        const auto published = [&] {
            const QStringList all = bodies((*m_bob)({"feed", "--group", "loud", "--limit", "1000"}));
            return all.filter("due ");
        };
        QTRY_VERIFY_WITH_TIMEOUT(published().size() >= count, 30'000);
        const QStringList all = published();
        QCOMPARE(all.size(), count);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), count);
        QTRY_VERIFY_WITH_TIMEOUT((*m_ann)({"scheduled"}).lines().isEmpty(), 10'000);
    }
};

QTEST_GUILESS_MAIN(GroupsAndSchedulesTest)
#include "groups_and_schedules_test.moc"
