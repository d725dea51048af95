#include "e2e/processes.h"

using namespace parvis::e2e;

// A real Slack workspace, taken in by parvisd and read by a person through parvis-cli: every message that was taken is in
// a feed or a thread, and is found by its own words.
class ImportedCompanyTest : public QObject {
    Q_OBJECT

    struct Message {
        QString when; // RFC 3339, seconds
        QString text;
        bool taken = true;
    };

    static QString archive() { return qEnvironmentVariable("PARVIS_TEST_DATA") + "/slack/testarchive.zip"; }

    // By unzip and Qt's JSON: our own reader is not asked.
    static QMap<QString, QList<Message>> readByOthers(const QString &folder)
    {
        QProcess unzip;
        unzip.start("unzip", {"-q", archive(), "-d", folder});
        if (!unzip.waitForFinished() || unzip.exitCode() != 0)
            return {};
        QMap<QString, QList<Message>> channels;
        for (const QFileInfo &channel : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QFileInfo &day : QDir(channel.filePath()).entryInfoList({"*.json"})) {
                QFile file(day.filePath());
                if (!file.open(QIODevice::ReadOnly))
                    return {};
                for (const QJsonValue &each : QJsonDocument::fromJson(file.readAll()).array()) {
                    const QJsonObject message = each.toObject();
                    const QString subtype = message["subtype"].toString();
                    const auto at =
                        QDateTime::fromSecsSinceEpoch(message["ts"].toString().section('.', 0, 0).toLongLong(), Qt::UTC);
                    channels[channel.fileName()].append({at.toString("yyyy-MM-ddTHH:mm:ss"), message["text"].toString(),
                                                         subtype != "channel_join" && subtype != "bot_add"});
                }
            }
        }
        return channels;
    }

    // The longest words of what stands in the feed: enough to ask for it.
    static QString queryFor(const QString &body)
    {
        static const QRegularExpression word("[\\p{L}\\p{N}]{2,}");
        QStringList words;
        for (auto it = word.globalMatch(body); it.hasNext();) {
            const QString each = it.next().captured();
            if (!words.contains(each, Qt::CaseInsensitive))
                words << each;
        }
        std::stable_sort(words.begin(), words.end(), [](const auto &a, const auto &b) { return a.size() > b.size(); });
        return (words.isEmpty() ? body.simplified() : words.mid(0, 4).join(' ')) + ' ';
    }

private Q_SLOTS:
    void everyMessageIsReadAndFound()
    {
        if (!QFile::exists(archive()))
            QSKIP("PARVIS_TEST_DATA does not name a folder with slack/testarchive.zip");
        QTemporaryDir dir;
        const auto channels = readByOthers(dir.filePath("unpacked"));
        QCOMPARE(channels.size(), 2);
        Company company(dir.path());
        QVERIFY(company.init());
        QVERIFY2(company.serve(), company.log().constData());
        const Answer imported = company.admin({"import", "slack", archive()});
        QVERIFY2(imported.code == 0, imported.all().constData());

        qsizetype all = 0, taken = 0;
        for (const auto &messages : channels) {
            all += messages.size();
            taken += std::count_if(messages.begin(), messages.end(), [](const auto &each) { return each.taken; });
        }
        const QJsonObject report = imported.line();
        QCOMPARE(report["posts"].toInt() + report["comments"].toInt(), taken);
        QCOMPARE(report["skipped"].toArray().size(), all - taken);
        const Answer again = company.admin({"import", "slack", archive()});
        QCOMPARE(again.line()["already"].toInt(), taken);
        QCOMPARE(again.line()["posts"].toInt(), 0);
        QCOMPARE(again.line()["people"].toInt(), 0);

        QVERIFY(company.addPerson("eve", "Eve Example"));
        const Person eve(dir.path(), "eve");
        QVERIFY(eve.login(company).code == 0);
        for (auto channel = channels.begin(); channel != channels.end(); ++channel) {
            const Answer joined = eve({"group", "join", channel.key()});
            QVERIFY2(joined.state() == "acked", joined.all().constData());
            QStringList expected, met;
            for (const Message &message : channel.value()) {
                if (message.taken)
                    expected << message.when;
            }
            for (const QJsonObject &post : eve({"feed", "--group", channel.key(), "--limit", "100000"}).lines()) {
                const Answer thread = eve({"--offline", "thread", post["id"].toString()});
                QCOMPARE(thread.lines().size(), 1 + post["comments"].toInt());
                for (const QJsonObject &item : thread.lines()) {
                    met << item["created_at"].toString().left(19);
                    const QString query = queryFor(item["body"].toString());
                    QVERIFY2(query.size() > 1, qPrintable(item["body"].toString()));
                    const Answer found =
                        eve({"--offline", "search", query, "--group", channel.key(), "--limit", "100000"});
                    bool there = false;
                    for (const QJsonValue &hit : found.line()["hits"].toArray())
                        there = there || hit.toObject()["id"] == item["id"];
                    QVERIFY2(there, qPrintable(query + " does not find " + item["body"].toString()));
                }
            }
            expected.sort();
            met.sort();
            QCOMPARE(met, expected);
        }
        const Answer check = company.admin({"check"});
        QVERIFY2(check.code == 0, check.all().constData());
        QVERIFY(company.stop());
    }
};

QTEST_GUILESS_MAIN(ImportedCompanyTest)
#include "imported_company_test.moc"
