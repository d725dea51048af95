#include "server/slack_fixture.h"

#include <QSet>
#include <QtTest>

using namespace parvis;
using namespace parvis::server;
using namespace parvis::tests;

class SlackDamageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedArchivesAreRefusedEachWithItsReason_data();
    void damagedArchivesAreRefusedEachWithItsReason();
    void reasonsOfRefusalDiffer();
    void everyCutOfAnArchiveIsRefused();

private:
    static QMap<QByteArray, QByteArray> damaged();
};

namespace {

QByteArray zipWith(const QByteArray &name, const QByteArray &bytes, const ZipBuilder::How &how)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ZipBuilder zip(buffer);
    const Files files = smallExport();
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        zip.add(it.key(), it.value());
    zip.add(name, bytes, how);
    zip.finish();
    return buffer.data();
}

QByteArray changed(const QByteArray &name, const QByteArray &bytes)
{
    Files files = smallExport();
    files[name] = bytes;
    return zipped(files);
}

QByteArray day(const QByteArray &bytes)
{
    return changed("general/2020-01-02.json", bytes);
}

} // namespace

// name → the archive. The part of the name before ':' is a word that the reason must hold.
QMap<QByteArray, QByteArray> SlackDamageTest::damaged()
{
    const QByteArray good = zipped(smallExport());
    Files noUsers = smallExport();
    noUsers.remove("users.json");
    Files noChannels = smallExport();
    noChannels.remove("channels.json");
    QByteArray flipped = good;
    flipped[good.indexOf("general/2020-01-02.json") + 40] =
        char(~flipped[good.indexOf("general/2020-01-02.json") + 40]);
    const QByteArray zeros(60'000'000, ' ');
    const QByteArray text = "[]";
    using How = ZipBuilder::How;
    QMap<QByteArray, QByteArray> all{
        {"empty:file", ""},
        {"not a zip:text", "Hello, I am no archive"},
        {"no files:empty zip", QByteArray("PK\5\6") + QByteArray(18, '\0')},
        {"cut short:first bytes", good.left(10)},
        {"cut short:a third", good.left(good.size() / 3)},
        {"cut short:half", good.left(good.size() / 2)},
        {"cut short:in the index", good.left(good.size() - 40)},
        {"cut short:last byte", good.chopped(1)},
        {"missing:bytes in the middle", good.left(100) + good.mid(140)},
        {"added:bytes in front", QByteArray("PK\3\4") + good},
        {"damaged:flipped byte", flipped},
        {"checksum:wrong", zipWith("general/2020-01-04.json", text, How{.deflate = false, .claimedCrc = 1})},
        {"bomb:zeros", zipWith("general/2020-01-04.json", zeros, How{})},
        {"more than the archive says:lying size",
         zipWith("general/2020-01-04.json", list({message("1577923200.000200", "U1", "x")}), How{.claimedSize = 3})},
        {"damaged:size too large", zipWith("general/2020-01-04.json", text, How{.claimedSize = 3000})},
        {"contradict:stored sizes", zipWith("general/2020-01-04.json", text, How{.deflate = false, .claimedSize = 9})},
        {"leaves its folder:dots", zipWith("general/../../evil.json", text, How{})},
        {"leaves its folder:dots first", zipWith("../evil.json", text, How{})},
        {"absolute:slash", zipWith("/etc/passwd", text, How{})},
        {"absolute:drive", zipWith("C:/evil.json", text, How{})},
        {"absolute:backslash", zipWith("general\\evil.json", text, How{})},
        {"link:symlink", zipWith("general/2020-01-04.json", "/etc/passwd", How{.deflate = false, .unixMode = 0120777})},
        {"device:fifo", zipWith("general/2020-01-04.json", text, How{.unixMode = 0010644})},
        {"encrypted:flag", zipWith("general/2020-01-04.json", text, How{.flags = 1})},
        {"packed in a way:lzma", zipWith("general/2020-01-04.json", text, How{.method = 14})},
        {"another name:local head",
         zipWith("general/2020-01-04.json", text, How{.localName = "general/2020-01-05.json"})},
        {"twice:same name", zipWith("general/2020-01-02.json", text, How{})},
        {"not UTF-8:name", zipWith("general\xff/2020-01-04.json", text, How{})},
        {"zero byte:name", zipWith(QByteArray("gen\0ral/2020-01-04.json", 23), text, How{})},
        {"no users.json:missing", zipped(noUsers)},
        {"neither channels.json:missing", zipped(noChannels)},
        {"broken JSON:users", changed("users.json", "[{\"id\":}]")},
        {"broken JSON:channels", changed("channels.json", "[{\"id\" \"C1\"}]")},
        {"broken JSON:private channels", changed("groups.json", "[{]}]")},
        {"middle of its JSON:direct", changed("dms.json", "[{\"id\":\"D1\"")},
        {"middle of its JSON:no end", day("[")},
        {"broken JSON:day", day("[{\"type\":\"message\",}]")},
        {"broken JSON:no comma", day("[{\"type\":\"x\"} {\"type\":\"y\"}]")},
        {"goes on after:day", day("[] []")},
        {"is empty:day", day("  ")},
        {"not a JSON list:object", day("{}")},
        {"not a JSON list:users", changed("users.json", "{\"users\":[]}")},
        {"something else than objects:numbers", day("[1,2,3]")},
        {"not UTF-8:text",
         day("[{\"type\":\"message\",\"ts\":\"1577923200.1\",\"user\":\"U1\",\"text\":\"\xff\xfe\"}]")},
        {"deeper:nesting",
         day("[{\"type\":\"message\",\"blocks\":" + QByteArray(3000, '[') + QByteArray(3000, ']') + "}]")},
        {"\"text\" is not a text:number", day(R"([{"type":"message","ts":"1577923200.1","user":"U1","text":5}])")},
        {"\"user\" is not a text:object", day(R"([{"type":"message","ts":"1577923200.1","user":{},"text":"x"}])")},
        {"\"reactions\" is not a list:object", day(list({message("1577923200.1", "U1", "x", R"("reactions":{})")}))},
        {"\"users\" is not a list of texts:numbers",
         day(list({message("1577923200.1", "U1", "x", R"("reactions":[{"name":"+1","users":[1]}])")}))},
        {"\"ts\" is not a text:number", day(R"([{"type":"message","ts":1577923200.1,"user":"U1","text":"x"}])")},
        {"is none:negative time", day(list({message("-1577923200.1", "U1", "x")}))},
        {"is none:no time", day(list({message("", "U1", "x")}))},
        {"is none:words", day(list({message("yesterday", "U1", "x")}))},
        {"is none:huge time", day(list({message("99999999999999999999999999.0", "U1", "x")}))},
        {"in the future:time", day(list({message("99999999999.0", "U1", "x")}))},
        {"before all:zero time", day(list({message("0.000000", "U1", "x")}))},
        {"has no id:person", changed("users.json", "[{\"name\":\"ada\"}]")},
        {"has no id:channel", changed("channels.json", "[{\"name\":\"general\"}]")},
        {"stands in this file twice:person", changed("users.json", list({user("U1", "ada"), user("U1", "eve")}))},
        {"listed twice:channel", changed("groups.json", list({channel("C1", "other")}))},
        {"\"members\" is not a list:channel",
         changed("channels.json", R"([{"id":"C1","name":"general","members":"U1"}])")},
        {"\"created\" is not a time:channel",
         changed("channels.json", R"([{"id":"C1","name":"general","created":-5}])")},
        {"\"deleted\" is not true or false:person",
         changed("users.json", list({user("U1", "ada", R"("deleted":"yes")")}))},
    };
    return all;
}

void SlackDamageTest::damagedArchivesAreRefusedEachWithItsReason_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<QString>("reason");
    const auto all = damaged();
    QVERIFY(all.size() >= 30);
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        QTest::newRow(it.key()) << it.value() << QString::fromUtf8(it.key().left(it.key().lastIndexOf(':')));
}

void SlackDamageTest::damagedArchivesAreRefusedEachWithItsReason()
{
    QFETCH(QByteArray, zip);
    QFETCH(QString, reason);
    World world;
    const auto before = world.everything();
    const auto report = world.take(zip);
    QVERIFY(!report);
    QVERIFY2(report.error().detail.contains(reason), qPrintable(report.error().where + ": " + report.error().detail));
    QVERIFY(before == world.everything());
    QVERIFY2(world.take(smallExport()), "the store is still good");
}

void SlackDamageTest::reasonsOfRefusalDiffer()
{
    QSet<QString> reasons;
    const auto all = damaged();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        World world;
        const auto report = world.take(it.value());
        QVERIFY(!report);
        reasons.insert(report.error().where + report.error().detail);
    }
    QVERIFY2(reasons.size() >= 30, qPrintable(QString::number(reasons.size())));
}

void SlackDamageTest::everyCutOfAnArchiveIsRefused()
{
    const QByteArray good = zipped(smallExport());
    World world;
    const auto before = world.everything();
    for (qsizetype size = 0; size < good.size(); size += 3)
        QVERIFY2(!world.take(good.left(size)), qPrintable(QString::number(size)));
    QVERIFY(before == world.everything());
}

QTEST_GUILESS_MAIN(SlackDamageTest)
#include "slack_damage_test.moc"
