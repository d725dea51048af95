#include "e2e/processes.h"

using namespace parvis::e2e;

// What concerns bob, told on his two computers: real processes, one server.
class NoticesE2eTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Company> m_company;
    std::unique_ptr<Person> m_ann, m_bob, m_laptop;

    static QStringList told(const Answer &answer)
    {
        QStringList lines;
        for (const QJsonObject &line : answer.lines())
            lines << line.value("why").toString() + ' ' + line.value("text").toString()
                         + (line.value("unread").toBool() ? " unread" : "")
                         + (line.value("new").toBool() ? " new" : "");
        return lines;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_company = std::make_unique<Company>(m_dir->path());
        m_ann = std::make_unique<Person>(m_dir->path(), "ann");
        m_bob = std::make_unique<Person>(m_dir->path(), "bob");
        m_laptop = std::make_unique<Person>(m_dir->path(), "bob", "laptop");
        QVERIFY(m_company->init());
        QVERIFY(m_company->addPerson("ann", "Ann Example"));
        QVERIFY(m_company->addPerson("bob", "Bob Example"));
        QVERIFY2(m_company->serve(), m_company->log().constData());
        QCOMPARE(m_ann->login(*m_company).code, 0);
        QCOMPARE((*m_ann)({"group", "create", "bridge", "--title", "The bridge"}).state(), "acked");
        QCOMPARE((*m_ann)({"post", "--group", "bridge"}, "Before his time: @bob should see this").state(), "acked");
        QCOMPARE((*m_ann)({"group", "member", "bridge", "bob"}).state(), "acked");
        QCOMPARE(m_bob->login(*m_company).code, 0);
        QCOMPARE(m_laptop->login(*m_company).code, 0);
        QVERIFY((*m_bob)({"sync"}).line().value("complete").toBool());
        QVERIFY((*m_laptop)({"sync"}).line().value("complete").toBool());
    }
    void cleanupTestCase()
    {
        if (m_company)
            QVERIFY(m_company->stop());
    }

    void whatAFirstSyncBringsIsListedAndNoNews()
    {
        const Answer answer = (*m_bob)({"notices"});
        QVERIFY2(told(answer) == QStringList{"mention Before his time: @bob should see this"},
                 answer.all().constData());
        QVERIFY((*m_bob)({"notices", "--unread"}).out.isEmpty());
    }

    void everyReasonIsTold()
    {
        const Answer mention = (*m_ann)({"post", "--group", "bridge"}, "Can you check the arch, @bob?");
        const Answer own = (*m_bob)({"post", "--group", "bridge"}, "The survey is done");
        QCOMPARE(own.state(), "acked");
        QCOMPARE((*m_ann)({"comment", own.id()}, "Thank you").state(), "acked");
        const Answer answer = (*m_bob)({"comment", mention.id()}, "I go there at ten");
        QCOMPARE(answer.state(), "acked");
        QCOMPARE((*m_ann)({"comment", answer.id()}, "Take the drone").state(), "acked");
        QCOMPARE((*m_ann)({"comment", mention.id()}, "The wind is at 20").state(), "acked");
        QCOMPARE((*m_ann)({"post", "--group", "bridge"}, "For @bridge: **stop** at noon").state(), "acked");
        QCOMPARE((*m_ann)({"post", "--wall", "bob"}, "Happy birthday").state(), "acked");
        QCOMPARE((*m_ann)({"post", "--group", "bridge"}, "Nothing for anybody").state(), "acked");
        const QStringList expected{
            "wall Happy birthday unread new",      "group_mention For @bridge: stop at noon unread new",
            "thread The wind is at 20 unread new", "comment_reply Take the drone unread new",
            "post_reply Thank you unread new",     "mention Can you check the arch, @bob? unread new"};
        for (const Person *device : {m_bob.get(), m_laptop.get()}) {
            const Answer list = (*device)({"notices", "--limit", "6"});
            QVERIFY2(told(list) == expected, list.all().constData());
            QCOMPARE(list.line().value("author").toString(), "ann");
            QCOMPARE(list.line().value("wall").toString(), "bob");
            QCOMPARE(list.lines().at(1).value("group").toString(), "bridge");
        }
        QVERIFY((*m_ann)({"notices"}).lines().size() >= 1); // bob's comment under her post
    }

    void pagesFollowTheCursor()
    {
        const Answer first = (*m_bob)({"--offline", "notices", "--limit", "3"});
        QCOMPARE(first.lines().size(), 3);
        const Answer second = (*m_bob)(
            {"--offline", "notices", "--limit", "3", "--before", first.lines().last().value("cursor").toString()});
        QCOMPARE(second.lines().size(), 3);
        QVERIFY(first.lines().last().value("id") != second.line().value("id"));
    }

    void readOnOneComputerIsReadOnTheOther()
    {
        const auto unread = [](const Person &device, bool offline = false) {
            QStringList command{"notices", "--unread"};
            if (offline)
                command.prepend("--offline");
            return int(device(command).lines().size());
        };
        QCOMPARE(unread(*m_laptop), 6);
        const auto lines = (*m_bob)({"notices"}).lines();
        const QString thread = lines.at(2).value("post").toString();
        QCOMPARE((*m_bob)({"notices", "read", thread}).state(), "acked");
        QCOMPARE(unread(*m_bob), 3); // the mention, the reply and what followed stood in it
        QCOMPARE(unread(*m_laptop), 3);
        QCOMPARE((*m_bob)({"notices", "read", thread}).state(), "acked"); // nothing to do

        QCOMPARE((*m_laptop)({"--offline", "notices", "read"}).state(), "pending");
        QCOMPARE(unread(*m_laptop, true), 0); // at once, without the network
        QVERIFY((*m_laptop)({"sync"}).line().value("complete").toBool());
        QCOMPARE(unread(*m_bob), 0);
        QCOMPARE((*m_bob)({"notices"}).lines().size(), 7);
    }

    void readingAGroupReadsWhatCallsInItsThreads()
    {
        const Answer post = (*m_ann)({"post", "--group", "bridge"}, "Another thread");
        QCOMPARE((*m_ann)({"comment", post.id()}, "With @bob in it").state(), "acked");
        QCOMPARE((*m_bob)({"notices", "--unread"}).lines().size(), 1);
        QCOMPARE((*m_bob)({"read", "bridge"}).state(), "acked");
        QVERIFY((*m_bob)({"notices", "--unread"}).out.isEmpty());
    }

    void leavingAGroupTakesItsNoticesAlong()
    {
        QCOMPARE((*m_bob)({"group", "leave", "bridge"}).state(), "acked");
        QVERIFY((*m_bob)({"sync"}).line().value("complete").toBool());
        QCOMPARE(told((*m_bob)({"notices"})), QStringList{"wall Happy birthday new"});
    }
};

QTEST_GUILESS_MAIN(NoticesE2eTest)
#include "notices_e2e_test.moc"
