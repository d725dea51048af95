#include "server/import/slack_import.h"

#include "server/slack_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QtTest>

#include <archive.h>
#include <archive_entry.h>

#include <sys/resource.h>

using namespace parvis;
using namespace parvis::server;
using namespace parvis::tests;

namespace {

// The archive's files as libarchive reads them: our own reader is not asked.
Files unpackedByOthers(const QString &path)
{
    Files files;
    struct archive *reader = archive_read_new();
    archive_read_support_format_zip(reader);
    if (archive_read_open_filename(reader, path.toUtf8(), 65536) == ARCHIVE_OK) {
        struct archive_entry *entry = nullptr;
        while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
            QByteArray bytes(qsizetype(archive_entry_size(entry)), '\0');
            archive_read_data(reader, bytes.data(), size_t(bytes.size()));
            if (archive_entry_filetype(entry) == AE_IFREG)
                files.insert(archive_entry_pathname_utf8(entry), bytes);
        }
    }
    archive_read_free(reader);
    return files;
}

// What an export holds, counted with nothing but Qt's JSON.
struct Counted {
    qint64 messages = 0;
    qint64 users = 0;
    qint64 channels = 0;
    QMap<QString, qint64> bySubtype;
    QSet<QString> namelessBots;
    QStringList notices;
    qint64 files = 0;
};

Counted countedByOthers(const Files &files)
{
    Counted counted;
    counted.users = QJsonDocument::fromJson(files.value("users.json")).array().size();
    counted.channels = QJsonDocument::fromJson(files.value("channels.json")).array().size();
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (!it.key().contains('/'))
            continue;
        const QJsonArray day = QJsonDocument::fromJson(it.value()).array();
        for (const QJsonValue &each : day) {
            const QJsonObject message = each.toObject();
            if (message["type"].toString() != "message")
                continue;
            const QString subtype = message["subtype"].toString();
            ++counted.messages;
            ++counted.bySubtype[subtype];
            if (subtype == "bot_message")
                counted.namelessBots.insert(message["bot_id"].toString());
            if (subtype == "channel_join" || subtype == "bot_add")
                counted.notices.append(QString::fromUtf8(it.key()).section('/', 0, 0) + '/' + message["ts"].toString());
            counted.files += message.contains("file") ? 1 : 0;
        }
    }
    return counted;
}

qint64 sum(const ImportReport &report)
{
    return report.posts + report.comments + report.already + report.skipped.size();
}

QStringList skippedWhats(const ImportReport &report)
{
    QStringList all;
    for (qint64 i = 0; i < report.skipped.size(); ++i)
        all.append(report.skipped.at(i).what);
    all.sort();
    return all;
}

QStringList whys(const ImportReport &report)
{
    QStringList all;
    for (qint64 i = 0; i < report.skipped.size(); ++i)
        all.append(report.skipped.at(i).what + ' ' + report.skipped.at(i).why);
    return all;
}

qint64 noted(const ImportReport &report, const QString &what, const QString &why)
{
    for (const Note &note : report.notes) {
        if (note.what == what && note.why == why)
            return note.count;
    }
    return 0;
}

} // namespace

class SlackImportTest : public QObject {
    Q_OBJECT

    static QString realArchive() { return qEnvironmentVariable("PARVIS_TEST_DATA") + "/slack/testarchive.zip"; }

private Q_SLOTS:
    void realArchiveGivesTheCountsOfAnIndependentReading()
    {
        if (!QFile::exists(realArchive()))
            QSKIP("PARVIS_TEST_DATA does not name a folder with slack/testarchive.zip");
        const Counted counted = countedByOthers(unpackedByOthers(realArchive()));
        QCOMPARE(counted.messages, 158);
        World world;
        const auto report = importSlack(realArchive(), *world.store, nullptr, world.clock, world.random);
        QVERIFY2(report, report ? "" : qPrintable(report.error().where + report.error().detail));
        QCOMPARE(sum(*report), counted.messages);
        QCOMPARE(report->people, counted.users + counted.namelessBots.size());
        QCOMPARE(report->groups, counted.channels);
        QCOMPARE(report->posts, counted.messages - counted.notices.size());
        QCOMPARE(report->comments, 0);
        QCOMPARE(report->reactions, 0);
        QCOMPARE(noted(*report, "reactions", "unknown_emoji"), 1);
        QCOMPARE(report->files, counted.files);
        QStringList notices = counted.notices;
        notices.sort();
        QCOMPARE(skippedWhats(*report), notices);
        QCOMPARE(world.posts("enrique").size() + world.posts("traveling-sailor").size(), report->posts);
        const CheckReport check = world.store->check();
        QVERIFY2(check.problems.isEmpty(), check.problems.isEmpty() ? "" : qPrintable(check.problems[0].detail));
    }

    void secondRunAddsNothing()
    {
        if (!QFile::exists(realArchive()))
            QSKIP("PARVIS_TEST_DATA does not name a folder with slack/testarchive.zip");
        World world;
        const auto first = importSlack(realArchive(), *world.store, nullptr, world.clock, world.random);
        QVERIFY(first);
        const auto before = world.everything();
        const auto second = importSlack(realArchive(), *world.store, nullptr, world.clock, world.random);
        QVERIFY(second);
        QCOMPARE(second->already, first->posts + first->comments);
        QCOMPARE(second->people + second->groups + second->posts + second->comments + second->reactions + second->files,
                 0);
        QCOMPARE(whys(*second), whys(*first));
        QVERIFY(before == world.everything());
    }

    void newerExportAddsOnlyTheNew()
    {
        Files files = smallExport();
        World world;
        QVERIFY(world.take(files));
        const auto epoch = world.store->read()->scope(world.groupScope("general"))->epoch;
        files["users.json"] = list({user("U1", "ada"), user("U2", "bob"), user("U3", "eve")});
        files["channels.json"] = list({channel("C1", "general", "\"U1\",\"U2\",\"U3\""), channel("C2", "random")});
        files["general/2020-01-01.json"] = list({message("1577836800.000000", "U2", "Earlier")});
        files["general/2020-01-02.json"] =
            list({message("1577923200.000100", "U1", "Hello",
                          R"("reactions":[{"name":"+1","users":["U2"],"count":1}],"thread_ts":"1577923200.000100")"),
                  message("1577923300.000000", "U3", "Answer", R"("thread_ts":"1577923200.000100")")});
        const auto report = world.take(files);
        QVERIFY(report);
        QCOMPARE(report->people, 1);
        QCOMPARE(report->groups, 1);
        QCOMPARE(report->posts, 1);
        QCOMPARE(report->comments, 1);
        QCOMPARE(report->reactions, 1);
        QCOMPARE(report->already, 1);
        QVERIFY(world.store->read()->scope(world.groupScope("general"))->epoch != epoch);
        QCOMPARE(world.store->check().problems.size(), 0);
    }

    void syncRule38RowsStandInOrderOfTimeAfterALateImport()
    {
        Files files = smallExport();
        World world;
        QVERIFY(world.take(files));
        files["general/2019-12-31.json"] = list({message("1577750400.000000", "U2", "Older")});
        QVERIFY(world.take(files));
        const auto posts = world.posts("general"); // by rev
        QCOMPARE(posts.size(), 2);
        QCOMPARE(posts[0].body, "Older");
        QCOMPARE(posts[1].body, "Hello");
        qint64 order = 0;
        for (const StoredRow &row : world.rows(world.groupScope("general"))) {
            QVERIFY(row.order > order);
            order = row.order;
        }
    }

    void rowsAreWrittenOldestFirstWithTheOrderOfTheirTime()
    {
        Files files = smallExport();
        files["channels.json"] = list({channel("C1", "general"), channel("C2", "random")});
        files["general/2020-01-03.json"] =
            list({message("1578009600.000200", "U1", "c"), message("1578009600.000100", "U1", "b")});
        files["random/2020-01-03.json"] = list({message("1578009600.000100", "U2", "same time, other channel")});
        World world;
        QVERIFY(world.take(files));
        QSet<qint64> orders;
        qint64 lastAt = 0;
        for (const StoredRow &row : world.rows(world.groupScope("general"))) {
            QVERIFY(!orders.contains(row.order));
            orders.insert(row.order);
            QVERIFY(row.at >= lastAt);
            lastAt = row.at;
        }
        QCOMPARE(lastAt, 1578009600000200);
        for (const StoredRow &row : world.rows(world.groupScope("random")))
            QVERIFY(!orders.contains(row.order));
        const auto posts = world.posts("general");
        QCOMPARE(posts.size(), 3);
        QCOMPARE(posts[0].body + posts[1].body + posts[2].body, "Hellobc");
        QCOMPARE(posts[1].createdAt.us, 1578009600000100);
    }

    void repliesBecomeCommentsAndLostOnesPosts()
    {
        Files files = smallExport();
        files["general/2020-01-03.json"] =
            list({message("1578009600.000100", "U2", "answer", R"("thread_ts":"1577923200.000100")"),
                  message("1578009600.000200", "U2", "shown to all",
                          R"("subtype":"thread_broadcast","thread_ts":"1577923200.000100")"),
                  message("1578009600.000300", "U1", "lost", R"("thread_ts":"1500000000.000000")")});
        World world;
        const auto report = world.take(files);
        QVERIFY(report);
        QCOMPARE(report->posts, 2);
        QCOMPARE(report->comments, 2);
        const auto comments = world.comments("general");
        QCOMPARE(comments.size(), 2);
        QCOMPARE(comments[1].body, "shown to all");
        QCOMPARE(world.posts("general").last().body, "lost");
        QCOMPARE(noted(*report, "replies without their root", "became_posts"), 1);
    }

    void editsKeepTheirTime()
    {
        Files files = smallExport();
        files["general/2020-01-02.json"] =
            list({message("1577923200.000100", "U1", "Hello", R"("edited":{"user":"U1","ts":"1577923260.000000"})")});
        World world;
        QVERIFY(world.take(files));
        QCOMPARE(world.posts("general").first().editedAt.us, 1577923260000000);
    }

    void botsSpeakUnderTheirName()
    {
        Files files = smallExport();
        files["users.json"] = list(
            {user("U1", "ada"), user("U2", "bob"), user("U3", "buildbot", R"("is_bot":true)", R"("bot_id":"B3")")});
        files["general/2020-01-02.json"] =
            list({message("1577923200.000100", nullptr, "one",
                          R"("subtype":"bot_message","username":"Jenkins","bot_id":"B1")"),
                  message("1577923201.000100", nullptr, "two",
                          R"("subtype":"bot_message","username":"Jenkins","bot_id":"B2")"),
                  message("1577923202.000100", nullptr, "three", R"("subtype":"bot_message","bot_id":"B3")"),
                  message("1577923203.000000", "U1", "added: <https://x.slack.com/services/B4|github>",
                          R"("subtype":"bot_add")"),
                  message("1577923204.000100", nullptr, "four", R"("subtype":"bot_message","bot_id":"B4")")});
        World world;
        const auto report = world.take(files);
        QVERIFY(report);
        QCOMPARE(report->people, 5);
        QStringList authors;
        const auto view = world.store->read();
        for (const model::Post &post : world.posts("general")) {
            const auto who = person(*view, post.author);
            QVERIFY(who && who->bot);
            authors << who->fullName;
        }
        QCOMPARE(authors, (QStringList{"Jenkins", "Jenkins", "Real buildbot", "github"}));
    }

    void reactionsCountOncePerMessagePersonAndEmoji()
    {
        Files files = smallExport();
        files["general/2020-01-02.json"] = list({message(
            "1577923200.000100", "U1", "Hello",
            R"("reactions":[{"name":"+1","users":["U1","U2","U2"],"count":3},{"name":"thumbsup","users":["U1"],"count":1},)"
            R"({"name":"heart","users":["U9"],"count":1},{"name":"ourlogo","users":["U1"],"count":1}])")});
        World world;
        const auto report = world.take(files);
        QVERIFY(report);
        QCOMPARE(report->reactions, 2);
        QCOMPARE(noted(*report, "reactions", "unknown_person"), 1);
        QCOMPARE(noted(*report, "reactions", "unknown_emoji"), 1);
        const auto reactions = world.entities<model::Reaction>(world.groupScope("general"));
        QCOMPARE(reactions.first().emoji, QString::fromUtf8("👍"));
    }

    void privateChannelsAreSecretGroupsAndDirectMessagesAreLeftOut()
    {
        Files files = smallExport();
        files["groups.json"] = list({channel("G1", "board", "\"U2\"")});
        files["dms.json"] = R"([{"id":"D1","created":1,"members":["U1","U2"]}])";
        files["mpims.json"] = list({channel("G2", "mpdm-ada--bob-1")});
        files["board/2020-01-02.json"] = list({message("1577923200.000100", "U2", "quiet")});
        files["D1/2020-01-02.json"] = list({message("1577923200.000100", "U2", "psst")});
        files["mpdm-ada--bob-1/2020-01-02.json"] = list({message("1577923200.000100", "U2", "we")});
        files["D0UNLISTED/2020-01-02.json"] = list({message("1577923200.5", "U2", "also")});
        World world;
        const auto report = world.take(files);
        QVERIFY(report);
        QCOMPARE(report->groups, 2);
        QCOMPARE(report->posts, 2);
        QCOMPARE(whys(*report), (QStringList{"D1/1577923200.000100 direct", "mpdm-ada--bob-1/1577923200.000100 direct",
                                             "D0UNLISTED/1577923200.5 direct"}));
        const auto view = world.store->read();
        const auto board = group(*view, world.groupScope("board").groupId());
        QVERIFY(board);
        QVERIFY(board->visibility == model::Visibility::Secret);
        const auto inside = members(*view, world.groupScope("board").groupId());
        QCOMPARE(inside.size(), 1);
        QCOMPARE(inside[0].handle, "bob");
        QVERIFY(inside[0].role == model::Role::Owner);
    }

    void foldersMayHaveTheChannelsIdOrStandInNoList()
    {
        Files files = smallExport();
        files["C1/2020-01-03.json"] = list({message("1578009600.000100", "U2", "by id")});
        files["forgotten/2020-01-03.json"] = list({message("1578009600.000100", "U2", "no list")});
        World world;
        const auto report = world.take(files);
        QVERIFY(report);
        QCOMPARE(report->groups, 2);
        QCOMPARE(world.posts("general").size(), 2);
        QCOMPARE(world.posts("forgotten").size(), 1);
        QCOMPARE(members(*world.store->read(), world.groupScope("forgotten").groupId()).size(), 1);
    }

    void takenHandlesGetANumber()
    {
        World world;
        {
            const auto view = world.store->write();
            model::Person ada;
            ada.handle = "ada";
            QVERIFY(createPerson(*view, ada, {world.clock, world.random}));
            view->commit();
        }
        QVERIFY(world.take(smallExport()));
        const auto view = world.store->read();
        QVERIFY(personByHandle(*view, "ada2"));
        const auto author = person(*view, world.posts("general").first().author);
        QCOMPARE(author->handle, "ada2");
    }

    void peopleAreRecognisedByEmailOnly()
    {
        World world;
        const auto accounts = AuthStore::open(world.dir.filePath("auth.db"), world.clock, world.random, {1, 8192});
        QVERIFY(accounts);
        PersonId known;
        {
            const auto view = world.store->write();
            model::Person ada;
            ada.handle = "lovelace";
            known = *createPerson(*view, ada, {world.clock, world.random});
            view->commit();
            Account account;
            account.person = known;
            account.handle = "lovelace";
            account.email = "Ada@x.example";
            QVERIFY((*accounts)->putAccount(account));
        }
        Files files = smallExport();
        files["users.json"] = list({user("U1", "ada", {}, R"("email":"ada@x.example")"),
                                    user("U2", "bob", R"("deleted":true)", R"("email":"bob@x.example")")});
        const auto report = world.take(zipped(files), accounts->get());
        QVERIFY(report);
        QCOMPARE(report->people, 1);
        QCOMPARE(noted(*report, "people", "recognised_by_email"), 1);
        QCOMPARE(world.posts("general").first().author, known);
        const auto bob = (*accounts)->accountByEmail("bob@x.example");
        QVERIFY(bob && *bob);
        QVERIFY((*bob)->disabled);
        QVERIFY(!(*bob)->hasPassword);
        QVERIFY(person(*world.store->read(), (*bob)->person)->disabled);
    }

    void filesAndAttachmentsLeaveALine()
    {
        Files files = smallExport();
        files["general/2020-01-02.json"] = list(
            {message("1577923200.000100", "U1", "",
                     // Escaped slashes as Slack writes them; moc takes "//" in a raw string for a comment.
                     R"("files":[{"id":"F1","name":"plan.pdf","title":"The plan","permalink":"https:\/\/x.slack.com/F1",)"
                     R"("url_private":"https:\/\/files.slack.com/F1?t=xoxe-secret"},{"id":"F2","mode":"tombstone"}])"),
             message("1577923201.000100", "U1", "build",
                     R"("attachments":[{"title":"Green","title_link":"https:\/\/ci.example/1","text":"all *good*",)"
                     R"("fields":[{"title":"Tests","value":12,"short":true}]}])"),
             message("1577923202.000100", "U1", "")});
        World world;
        const auto report = world.take(files);
        QVERIFY(report);
        QCOMPARE(report->files, 1);
        QCOMPARE(noted(*report, "files", "no_content"), 1);
        QCOMPARE(noted(*report, "files", "deleted_in_slack"), 1);
        QCOMPARE(noted(*report, "attachments", "flattened_to_text"), 1);
        QCOMPARE(whys(*report), QStringList{"general/1577923202.000100 empty"});
        const auto posts = world.posts("general");
        QCOMPARE(posts[0].body, QString::fromUtf8("📎 [The plan](https://x.slack.com/F1)"));
        QCOMPARE(posts[1].body, "build\n\n[Green](https://ci.example/1)\n\nall **good**\n\n**Tests**: 12");
    }

    void removedPeopleAndDeletedPostsDoNotComeBack()
    {
        World world;
        QVERIFY(world.take(smallExport()));
        const ScopeId scope = world.groupScope("general");
        Uuid post;
        for (const StoredRow &row : world.rows(scope)) {
            if (row.kind == qint64(Kind::Post))
                post = row.id;
        }
        {
            const auto view = world.store->write();
            const Env env{world.clock, world.random};
            QVERIFY(putTombstone(*view, scope, post, world.clock.now().us));
            QVERIFY(removeMember(*view, scope.groupId(), *personByHandle(*view, "ada"), env));
            view->commit();
        }
        const auto before = world.everything();
        Files files = smallExport();
        const auto report = world.take(files);
        QVERIFY(report);
        QCOMPARE(report->already, 1);
        QVERIFY(before == world.everything());
        files["general/2020-01-03.json"] =
            list({message("1578009600.000100", "U2", "late", R"("thread_ts":"1577923200.000100")")});
        const auto late = world.take(files);
        QVERIFY(late);
        QCOMPARE(whys(*late), QStringList{"general/1578009600.000100 thread_deleted"});
    }

    void reportWritesTheSameJsonInPieces();
    void millionMessagesNeedLittleMemory();
};

void SlackImportTest::reportWritesTheSameJsonInPieces()
{
    ImportReport report;
    report.posts = 3;
    report.notes = {{"files", "no_content", 2}};
    report.skipped.add("general", 1577923200000100, 6, "channel_join");
    report.skipped.add("general", 1577923200500000, 1, "tombstone");
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    report.writeJson(buffer);
    QCOMPARE(QJsonDocument::fromJson(buffer.data()).object(), report.toJson());
    QCOMPARE(report.skipped.at(1), (Skipped{"general/1577923200.5", "tombstone"}));
}

void SlackImportTest::millionMessagesNeedLittleMemory()
{
    if (!qEnvironmentVariableIsSet("PARVIS_NIGHTLY"))
        QSKIP("a million messages: one of the nightly tests");
    const qint64 wanted =
        qEnvironmentVariableIsSet("PARVIS_MESSAGES") ? qEnvironmentVariableIntValue("PARVIS_MESSAGES") : 1'000'000;
    QTemporaryDir dir;
    QFile file(dir.filePath("million.zip"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    ZipBuilder zip(file);
    constexpr int channels = 20;
    constexpr int perDay = 500;
    QList<QByteArray> lists;
    for (int c = 0; c < channels; ++c)
        lists << channel(("C" + QByteArray::number(c)).constData(), ("channel-" + QByteArray::number(c)).constData());
    zip.add("channels.json", list(lists));
    zip.add("dms.json", R"([{"id":"DIRECT01","members":["U1","U2"]}])");
    const QDate first(2018, 1, 1);
    for (qint64 made = 0; made < wanted;) {
        const int block = int(made / perDay);
        const bool direct = block % 10 == 9;
        const QDate date = first.addDays(block / channels);
        const qint64 start = date.startOfDay(Qt::UTC).toSecsSinceEpoch();
        QByteArray bytes("[");
        QByteArray root;
        for (int i = 0; i < perDay && made < wanted; ++i, ++made) {
            const QByteArray ts =
                QByteArray::number(start + i * 100) + ".0" + QByteArray::number(10'000 + block % channels);
            const QByteArray text =
                "Message " + QByteArray::number(made) + " about *the* plan &amp; its `details`, for <@U2>";
            QByteArray more;
            if (i % 10 == 0)
                root = ts;
            else if (i % 3 == 0)
                more = "\"thread_ts\":\"" + root + "\"";
            if (i % 7 == 0)
                more += QByteArray(more.isEmpty() ? "" : ",")
                        + R"("reactions":[{"name":"+1","users":["U1","U2"],"count":2}])";
            bytes += (i ? "," : "") + message(ts.constData(), "U1", text, more);
        }
        const QByteArray folder = direct ? "DIRECT01" : "channel-" + QByteArray::number(block % channels);
        const QByteArray name = direct ? date.toString(Qt::ISODate).toLatin1() : date.toString(Qt::ISODate).toLatin1();
        zip.add(folder + (direct ? QByteArray::number(block) + "/" : "/") + name + ".json", bytes + "]");
    }
    zip.add("users.json", list({user("U1", "ada"), user("U2", "bob")}));
    zip.finish();
    file.close();

    base::SystemClock clock;
    base::SystemRandom random;
    auto store = openSqliteRowStore(dir.filePath("server.db"));
    QVERIFY(store);
    {
        const auto view = (*store)->write();
        QVERIFY(createCompany(*view, {"Acme", {}, {}}, {clock, random}));
        view->commit();
    }
    QElapsedTimer timer;
    timer.start();
    const auto report = importSlack(file.fileName(), **store, nullptr, clock, random);
    QVERIFY2(report, report ? "" : qPrintable(report.error().where + report.error().detail));
    QCOMPARE(sum(*report), wanted);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    qInfo("%lld posts, %lld comments, %lld reactions, %lld skipped in %lld ms; peak %ld MB", report->posts,
          report->comments, report->reactions, report->skipped.size(), timer.elapsed(), usage.ru_maxrss / 1024);
    QVERIFY2(usage.ru_maxrss <= 300 * 1024, qPrintable(QString::number(usage.ru_maxrss)));
}

QTEST_GUILESS_MAIN(SlackImportTest)
#include "slack_import_test.moc"
