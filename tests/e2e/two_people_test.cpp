#include "e2e/processes.h"

#include <sys/stat.h>

using namespace parvis::e2e;

// Shows everything that the program said when an expectation about it fails.
#define EXPECT_OK(answer)                                                                                              \
    do {                                                                                                               \
        const Answer checked = (answer);                                                                               \
        QVERIFY2(checked.code == 0, checked.all().constData());                                                        \
    } while (false)

// Two people, one server, real processes and sockets: what design §7 promises, seen from outside.
class TwoPeopleTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Company> m_company;
    std::unique_ptr<Person> m_ann, m_bob;
    int m_groups = 0;

    // A group that both are in, made by ann.
    QString commonGroup()
    {
        const QString handle = QString("group-%1").arg(++m_groups);
        const Answer made = (*m_ann)({"group", "create", handle});
        if (made.state() != "acked" || (*m_ann)({"group", "member", handle, "bob"}).state() != "acked")
            return {};
        return handle;
    }
    QJsonObject inFeed(const Person &person, const QString &group, const QString &id, bool offline = false)
    {
        QStringList command{"feed", "--group", group, "--limit", "1000"};
        if (offline)
            command.prepend("--offline");
        for (const QJsonObject &line : person(command).lines()) {
            if (line.value("id").toString() == id)
                return line;
        }
        return {};
    }
    static int idsIn(const Answer &dump, const QString &id) { return int(dump.out.count("\"id\":\"" + id.toLatin1() + '"')); }

private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_company = std::make_unique<Company>(m_dir->path());
        m_ann = std::make_unique<Person>(m_dir->path(), "ann");
        m_bob = std::make_unique<Person>(m_dir->path(), "bob");
        QVERIFY(m_company->init());
        QVERIFY(m_company->addPerson("ann", "Ann Example"));
        QVERIFY(m_company->addPerson("bob", "Bob Example"));
        QVERIFY2(m_company->serve(), m_company->log().constData());
        const Answer login = m_ann->login(*m_company);
        EXPECT_OK(login);
        QCOMPARE(login.line().value("person").toString(), "ann");
        QCOMPARE(login.line().value("company").toString(), "Brasserie Lumière");
        EXPECT_OK(m_bob->login(*m_company));
    }
    void cleanupTestCase()
    {
        if (m_company)
            QVERIFY(m_company->stop());
    }

    void profileIsPrivateAndSaysWhereItsSecretIs()
    {
        struct stat info;
        QCOMPARE(::stat(qPrintable(m_ann->profile()), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0700);
        QCOMPARE(::stat(qPrintable(m_ann->profile() + "/credentials"), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);
        const Answer status = (*m_ann)({"status"});
        EXPECT_OK(status);
        QCOMPARE(status.line().value("secret").toString(), "file");
        QCOMPARE(status.line().value("user").toString(), "ann");
        QCOMPARE(status.line().value("server").toString(), m_company->url());
        QVERIFY(status.line().value("connected").toBool());
        QVERIFY(status.line().value("complete").toBool());
        QVERIFY(!(*m_ann)({"--offline", "status"}).line().value("connected").toBool());
    }

    void wrongPasswordIsRefused()
    {
        const Person mallory(m_dir->path(), "ann", "mallory");
        const Answer login = mallory({"login", "--server", m_company->url(), "--user", "ann"}, "not it\n");
        QCOMPARE(login.code, 1);
        QCOMPARE(login.error(), "Refused");
        QCOMPARE(mallory({"feed"}).error(), "Refused");
    }

    void wrongUsageIsOneLineAndExitTwo_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("no such command") << QStringList{"dance"};
        QTest::newRow("no place") << QStringList{"post"};
        QTest::newRow("two places") << QStringList{"post", "--group", "a", "--wall", "company"};
        QTest::newRow("not an id") << QStringList{"thread", "xyz"};
        QTest::newRow("not a number") << QStringList{"feed", "--limit", "many"};
        QTest::newRow("bad handle") << QStringList{"group", "create", "Not A Handle"};
        QTest::newRow("plain and far") << QStringList{"login", "--server", "http://example.com", "--user", "ann"};
    }
    void wrongUsageIsOneLineAndExitTwo()
    {
        QFETCH(QStringList, command);
        const Answer answer = (*m_ann)(command, "x\n");
        QVERIFY2(answer.code == 2, answer.all().constData());
        QCOMPARE(answer.out.count('\n'), 1);
        QCOMPARE(answer.error(), "Usage");
        const QJsonObject error = answer.line().value("error").toObject();
        QCOMPARE(error.keys(), (QStringList{"detail", "kind", "where"}));
    }

    void postReachesTheOtherPersonOnce()
    {
        const QString group = commonGroup();
        QVERIFY(!group.isEmpty());
        const Answer post = (*m_ann)({"post", "--group", group}, "Bonjour @bob, œuf à 5 €\n");
        EXPECT_OK(post);
        QCOMPARE(post.state(), "acked");
        const QJsonObject seen = inFeed(*m_bob, group, post.id());
        QCOMPARE(seen.value("body").toString(), "Bonjour @bob, œuf à 5 €");
        QCOMPARE(seen.value("author").toString(), "ann");
        QCOMPARE(seen.value("group").toString(), group);
        QCOMPARE(seen.value("state").toString(), "acked");
        QCOMPARE(seen.value("kind").toString(), "post");
    }

    void bookmarksAreOnesOwnAndMadeOffline()
    {
        const QString group = commonGroup();
        const QString first = (*m_ann)({"post", "--group", group}, "first\n").id();
        const QString second = (*m_ann)({"post", "--group", group}, "second\n").id();
        EXPECT_OK((*m_bob)({"sync"}));
        const Answer marked = (*m_bob)({"--offline", "bookmark", second});
        EXPECT_OK(marked);
        QCOMPARE(marked.state(), "pending");
        EXPECT_OK((*m_bob)({"bookmark", first}));
        const auto bodies = [](const Answer &answer) {
            QStringList list;
            for (const QJsonObject &line : answer.lines())
                list << line.value("body").toString();
            return list;
        };
        QCOMPARE(bodies((*m_bob)({"bookmarks"})), QStringList({"first", "second"}));
        QCOMPARE(bodies((*m_bob)({"bookmarks", "--limit", "1"})), QStringList{"first"});
        const QString cursor = (*m_bob)({"bookmarks", "--limit", "1"}).line().value("cursor").toString();
        QCOMPARE(bodies((*m_bob)({"bookmarks", "--before", cursor})), QStringList{"second"});
        EXPECT_OK((*m_bob)({"bookmark", first, "--remove"}));
        QCOMPARE(bodies((*m_bob)({"bookmarks"})), QStringList{"second"});
        QVERIFY((*m_ann)({"bookmarks"}).lines().isEmpty());
        QCOMPARE((*m_bob)({"bookmark", "01900000-0000-7000-8000-000000000000"}).error(), "Refused");
    }

    void textFromAFileIsTakenAsItIs()
    {
        const QString group = commonGroup();
        QFile file(m_dir->filePath("text.md"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("  # Title\n\n* one \n\n");
        file.close();
        const Answer post = (*m_ann)({"post", "--group", group, "--text-file", file.fileName()});
        EXPECT_OK(post);
        QCOMPARE(inFeed(*m_bob, group, post.id()).value("body").toString(), "  # Title\n\n* one \n");
    }

    void offlinePostWaitsAndArrivesWithTheNextSync()
    {
        const QString group = commonGroup();
        const Answer post = (*m_ann)({"--offline", "post", "--group", group}, "written on the train");
        EXPECT_OK(post);
        QCOMPARE(post.state(), "pending");
        QCOMPARE(inFeed(*m_ann, group, post.id(), true).value("state").toString(), "pending");
        const QList<QJsonObject> waiting = (*m_ann)({"--offline", "outbox"}).lines();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().value("id").toString(), post.id());
        QCOMPARE(waiting.first().value("body").toString(), "written on the train");
        QVERIFY(inFeed(*m_bob, group, post.id()).isEmpty());
        const Answer sync = (*m_ann)({"sync"});
        EXPECT_OK(sync);
        QCOMPARE(sync.line().value("pending").toInt(-1), 0);
        QVERIFY(sync.line().value("complete").toBool());
        QCOMPARE(inFeed(*m_bob, group, post.id()).value("body").toString(), "written on the train");
        QVERIFY((*m_ann)({"--offline", "outbox"}).lines().isEmpty());
    }

    void wholeConversationWrittenOfflineArrivesInOrder()
    {
        const QString group = commonGroup();
        EXPECT_OK((*m_ann)({"sync"}));
        const QString post = (*m_ann)({"--offline", "post", "--group", group}, "first").id();
        const QString comment = (*m_ann)({"--offline", "comment", post}, "second").id();
        EXPECT_OK((*m_ann)({"--offline", "edit", comment}, "second, better"));
        EXPECT_OK((*m_ann)({"--offline", "react", comment, "👍"}));
        EXPECT_OK((*m_ann)({"sync"}));
        const QList<QJsonObject> thread = (*m_bob)({"thread", post}).lines();
        QCOMPARE(thread.size(), 2);
        QCOMPARE(thread[0].value("comments").toInt(), 1);
        QCOMPARE(thread[1].value("body").toString(), "second, better");
        QCOMPARE(thread[1].value("kind").toString(), "comment");
        QCOMPARE(thread[1].value("parent").toString(), post);
        QCOMPARE(thread[1].value("reactions").toObject().value("👍").toInt(), 1);
    }

    void reactionsCountOnceAPersonAndCanBeTakenBack()
    {
        const QString group = commonGroup();
        const QString post = (*m_ann)({"post", "--group", group}, "vote").id();
        EXPECT_OK((*m_bob)({"sync"}));
        for (const Person *person : {m_ann.get(), m_bob.get(), m_bob.get()})
            QCOMPARE((*person)({"react", post, "❤"}).state(), "acked");
        QCOMPARE(inFeed(*m_ann, group, post).value("reactions").toObject().value("❤️").toInt(), 2);
        QCOMPARE((*m_bob)({"unreact", post, "❤️"}).state(), "acked");
        QCOMPARE(inFeed(*m_ann, group, post).value("reactions").toObject().value("❤️").toInt(), 1);
        QCOMPARE((*m_bob)({"react", post, "heart"}).code, 2);
    }

    void deletedPostVanishesAndOneWithCommentsIsBlanked()
    {
        const QString group = commonGroup();
        const QString alone = (*m_ann)({"post", "--group", group}, "alone").id();
        const QString answered = (*m_ann)({"post", "--group", group}, "answered").id();
        EXPECT_OK((*m_bob)({"sync"}));
        const QString comment = (*m_bob)({"comment", answered}, "an answer").id();
        EXPECT_OK((*m_ann)({"sync"}));
        QCOMPARE((*m_ann)({"delete", alone}).state(), "acked");
        QCOMPARE((*m_ann)({"delete", answered}).state(), "acked");
        EXPECT_OK((*m_bob)({"sync"}));
        QVERIFY(inFeed(*m_bob, group, alone).isEmpty());
        const QList<QJsonObject> thread = (*m_bob)({"thread", answered}).lines();
        QCOMPARE(thread.size(), 2);
        QVERIFY(thread[0].value("body").toString().isEmpty());
        QCOMPARE(thread[1].value("id").toString(), comment);
        QCOMPARE((*m_bob)({"delete", answered}).code, 1);
    }

    void onlyTheAuthorEdits()
    {
        const QString group = commonGroup();
        const QString post = (*m_ann)({"post", "--group", group}, "mine").id();
        EXPECT_OK((*m_bob)({"sync"}));
        const Answer edit = (*m_bob)({"edit", post}, "yours");
        QCOMPARE(edit.code, 1);
        QCOMPARE(edit.error(), "Refused");
        QCOMPARE((*m_ann)({"edit", post}, "mine, again").state(), "acked");
        QCOMPARE(inFeed(*m_bob, group, post).value("body").toString(), "mine, again");
    }

    void publicGroupIsJoinedReadAndLeft()
    {
        const Answer made = (*m_ann)({"group", "create", "open-door", "--title", "Open door", "--visibility", "public", "--kind", "interest"});
        QCOMPARE(made.state(), "acked");
        const QString post = (*m_ann)({"post", "--group", "open-door"}, "welcome").id();
        const auto groupOf = [&](const Person &person) {
            for (const QJsonObject &line : person({"groups"}).lines()) {
                if (line.value("name").toString() == "open-door")
                    return line;
            }
            return QJsonObject();
        };
        QCOMPARE(groupOf(*m_bob).value("id").toString(), made.id());
        QVERIFY(groupOf(*m_bob).value("role").isNull());
        QCOMPARE((*m_bob)({"post", "--group", "open-door"}, "too early").error(), "Refused");
        QCOMPARE((*m_bob)({"group", "join", "open-door"}).state(), "acked");
        EXPECT_OK((*m_bob)({"sync"}));
        QCOMPARE(groupOf(*m_bob).value("role").toString(), "member");
        QCOMPARE(inFeed(*m_bob, "open-door", post).value("body").toString(), "welcome");
        QCOMPARE((*m_bob)({"members", "open-door"}).lines().size(), 2);
        QCOMPARE((*m_bob)({"group", "leave", made.id()}).state(), "acked");
        EXPECT_OK((*m_bob)({"sync"}));
        const Answer dump = (*m_bob)({"dump"});
        QCOMPARE(idsIn(dump, post), 0);
        QVERIFY(!dump.out.contains("welcome"));
    }

    void privateGroupIsNotJoined()
    {
        EXPECT_OK((*m_ann)({"group", "create", "closed-door"}));
        QCOMPARE((*m_bob)({"group", "join", "closed-door"}).error(), "Refused");
    }

    void archivedGroupTakesNoMoreTexts()
    {
        const QString group = commonGroup();
        EXPECT_OK((*m_bob)({"sync"}));
        QCOMPARE((*m_bob)({"group", "archive", group}).code, 1);
        QCOMPARE((*m_ann)({"group", "archive", group}).state(), "acked");
        EXPECT_OK((*m_ann)({"sync"}));
        QCOMPARE((*m_ann)({"post", "--group", group}, "late").error(), "Refused");
    }

    void groupMadeOfflineTakesPostsAtOnce()
    {
        const Answer group = (*m_ann)({"--offline", "group", "create", "made-offline"});
        QCOMPARE(group.state(), "pending");
        const Answer post = (*m_ann)({"--offline", "post", "--group", "made-offline"}, "first here");
        EXPECT_OK(post);
        EXPECT_OK((*m_ann)({"sync"}));
        QCOMPARE(inFeed(*m_ann, "made-offline", post.id()).value("state").toString(), "acked");
        QVERIFY((*m_ann)({"outbox"}).lines().isEmpty());
    }

    void unreadFallsToZeroWhenRead()
    {
        const QString group = commonGroup();
        EXPECT_OK((*m_ann)({"post", "--group", group}, "news"));
        const auto unread = [&] {
            for (const QJsonObject &line : (*m_bob)({"groups"}).lines()) {
                if (line.value("name").toString() == group)
                    return line.value("unread").toInt();
            }
            return -1;
        };
        QCOMPARE(unread(), 1);
        QCOMPARE((*m_bob)({"read", group}).state(), "acked");
        QCOMPARE(unread(), 0);
    }

    void searchFindsWordsAcrossFormsAndSaysWhatItKnows()
    {
        const QString group = commonGroup();
        const QString post = (*m_ann)({"post", "--group", group}, "Les vérifications du pressoir sont terminées").id();
        for (const char *query : {"verification", "pressoir", "vérif"}) {
            const Answer search = (*m_bob)({"search", query, "--group", group});
            EXPECT_OK(search);
            const QJsonArray hits = search.line().value("hits").toArray();
            QVERIFY2(hits.size() == 1 && hits.first().toObject().value("id").toString() == post, search.all().constData());
            QCOMPARE(search.line().value("ranked").toString(), "newest");
        }
        QVERIFY((*m_bob)({"search", "introuvable", "--group", group}).line().value("hits").toArray().isEmpty());
    }

    void wallsAreReadByTheOther()
    {
        const QString onCompany = (*m_ann)({"post", "--wall", "company"}, "to everybody").id();
        const QString onBob = (*m_ann)({"post", "--wall", "bob"}, "to bob").id();
        const auto ids = [&](const QStringList &command) {
            QStringList ids;
            for (const QJsonObject &line : (*m_bob)(command).lines())
                ids.append(line.value("id").toString());
            return ids;
        };
        QVERIFY(ids({"feed", "--wall", "company"}).contains(onCompany));
        QVERIFY(!ids({"feed", "--wall", "company"}).contains(onBob));
        QVERIFY(ids({"feed", "--wall", "bob"}).contains(onBob));
    }

    void twoPeopleDumpTheSameBytesOfAGroup()
    {
        const QString group = commonGroup();
        EXPECT_OK((*m_bob)({"sync"}));
        for (int i = 0; i < 5; ++i) {
            const QString post = (*m_ann)({"post", "--group", group}, "post " + QByteArray::number(i)).id();
            EXPECT_OK((*m_bob)({"sync"}));
            EXPECT_OK((*m_bob)({"comment", post}, "comment"));
            EXPECT_OK((*m_bob)({"react", post, "🎉"}));
        }
        EXPECT_OK((*m_ann)({"sync"}));
        const Answer ofAnn = (*m_ann)({"dump", "--group", group, "--sha256"});
        const Answer ofBob = (*m_bob)({"dump", "--group", group, "--sha256"});
        EXPECT_OK(ofAnn);
        QCOMPARE(ofAnn.out, ofBob.out);
        // The group, two members, 5 posts, 5 comments, 5 reactions.
        QCOMPARE(ofAnn.line().value("entities").toInt(), 18);
    }

    void refusedOperationStaysUntilRetriedOrDiscarded()
    {
        const QString group = commonGroup();
        EXPECT_OK((*m_bob)({"sync"}));
        QCOMPARE((*m_ann)({"group", "member", group, "bob", "--remove"}).state(), "acked");
        // Bob does not know yet.
        const Answer first = (*m_bob)({"--offline", "post", "--group", group}, "unheard");
        const Answer second = (*m_bob)({"--offline", "post", "--group", group}, "unwanted");
        QCOMPARE(second.state(), "pending");
        const Answer sync = (*m_bob)({"sync"});
        EXPECT_OK(sync);
        QCOMPARE(sync.line().value("rejected").toInt(), 2);
        QCOMPARE(sync.line().value("pending").toInt(), 0);
        const QList<QJsonObject> kept = (*m_bob)({"outbox"}).lines();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept[0].value("state").toString(), "rejected");
        QCOMPARE(kept[0].value("body").toString(), "unheard");
        QVERIFY(!kept[0].value("why").toString().isEmpty());
        QCOMPARE((*m_ann)({"group", "member", group, "bob"}).state(), "acked");
        EXPECT_OK((*m_bob)({"sync"}));
        const Answer retry = (*m_bob)({"outbox", "retry", kept[0].value("op").toString()});
        QVERIFY2(retry.state() == "acked", retry.all().constData());
        EXPECT_OK((*m_bob)({"outbox", "discard", kept[1].value("op").toString()}));
        EXPECT_OK((*m_bob)({"sync"}));
        QVERIFY((*m_bob)({"outbox"}).lines().isEmpty());
        QCOMPARE(inFeed(*m_ann, group, first.id()).value("body").toString(), "unheard");
        QVERIFY(inFeed(*m_ann, group, second.id()).isEmpty());
    }

    void printedIdSurvivesAKillRightAfter()
    {
        const QString group = commonGroup();
        EXPECT_OK((*m_ann)({"sync"}));
        QStringList promised;
        for (int i = 0; i < 5; ++i) {
            auto process = m_ann->start({"--offline", "post", "--group", group});
            process->write("promise");
            process->closeWriteChannel();
            QElapsedTimer timer;
            timer.start();
            while (!process->canReadLine() && timer.elapsed() < 30'000)
                process->waitForReadyRead(100);
            process->kill();
            promised.append(QJsonDocument::fromJson(process->readLine()).object().value("id").toString());
            QVERIFY(!promised.last().isEmpty());
            process->waitForFinished();
        }
        EXPECT_OK((*m_ann)({"sync"}));
        EXPECT_OK((*m_bob)({"sync"}));
        const Answer dump = (*m_bob)({"dump", "--group", group});
        for (const QString &id : promised)
            QCOMPARE(idsIn(dump, id), 1);
    }

    void serverKilledInBetweenLosesNothingThatItAcknowledged()
    {
        const QString group = commonGroup();
        const Answer before = (*m_ann)({"post", "--group", group}, "before");
        QCOMPARE(before.state(), "acked");
        m_company->kill();
        const Answer during = (*m_ann)({"post", "--group", group}, "during");
        EXPECT_OK(during);
        QCOMPARE(during.state(), "pending");
        const Answer sync = (*m_ann)({"sync"});
        QCOMPARE(sync.code, 1);
        QCOMPARE(sync.error(), "Offline");
        QCOMPARE(inFeed(*m_ann, group, before.id()).value("state").toString(), "acked");
        QVERIFY2(m_company->serve(), m_company->log().constData());
        EXPECT_OK((*m_ann)({"sync"}));
        QCOMPARE(inFeed(*m_bob, group, before.id()).value("body").toString(), "before");
        QCOMPARE(inFeed(*m_bob, group, during.id()).value("body").toString(), "during");
    }

    void watchTellsWhatAnotherWritesAndCommandsOfTheSameProfileGoOn()
    {
        const QString group = commonGroup();
        EXPECT_OK((*m_bob)({"sync"}));
        auto watch = m_bob->start({"watch"});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += watch->readAllStandardError()).contains("watching"), 30'000);
        const Answer post = (*m_ann)({"post", "--group", group}, "look");
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += watch->readAllStandardOutput()).contains(post.id().toLatin1()), 30'000);
        // The watcher holds the connection: a second process writes through its outbox and sees the answer.
        const Answer own = (*m_bob)({"post", "--group", group}, "by the same profile");
        QVERIFY2(own.state() == "acked", own.all().constData());
        QCOMPARE(inFeed(*m_bob, group, post.id()).value("body").toString(), "look");
        QTRY_VERIFY_WITH_TIMEOUT((told += watch->readAllStandardOutput()).contains(own.id().toLatin1()), 30'000);
        // Killed, it leaves the connection to the next.
        watch->kill();
        watch->waitForFinished();
        const Answer after = (*m_bob)({"post", "--group", group}, "after the watcher");
        QVERIFY2(after.state() == "acked", after.all().constData());
    }

    void secondDeviceSeesTheSameAndCanBeRevoked()
    {
        const Person second(m_dir->path(), "bob", "two");
        EXPECT_OK(second.login(*m_company));
        EXPECT_OK(second({"sync"}));
        EXPECT_OK((*m_bob)({"sync"}));
        const QList<QJsonObject> devices = (*m_bob)({"devices"}).lines();
        QCOMPARE(devices.size(), 2);
        QString other;
        for (const QJsonObject &device : devices) {
            if (!device.value("current").toBool())
                other = device.value("id").toString();
        }
        EXPECT_OK((*m_bob)({"devices", "revoke", other}));
        QCOMPARE(second({"sync"}).error(), "Refused");
        EXPECT_OK((*m_bob)({"sync"}));
    }

    void passwordChangesAndLogoutEmptiesTheProfile()
    {
        const Person device(m_dir->path(), "bob", "three");
        EXPECT_OK(device.login(*m_company));
        QCOMPARE(device({"passwd"}, "wrong\nnew-password-2\n").code, 1);
        EXPECT_OK(device({"passwd"}, Company::passwordOf("bob") + "\nnew-password-2\n"));
        EXPECT_OK(device({"passwd"}, "new-password-2\n" + Company::passwordOf("bob") + '\n'));
        EXPECT_OK(device({"logout"}));
        QVERIFY(!QFile::exists(device.profile() + "/credentials"));
        QCOMPARE(device({"feed"}).error(), "Refused");
    }

    void serverIsInOrderAfterAllThis()
    {
        const Answer check = m_company->admin({"check"});
        QVERIFY2(check.code == 0 && check.line().value("ok").toBool(), check.all().constData());
    }
};

QTEST_GUILESS_MAIN(TwoPeopleTest)
#include "two_people_test.moc"
