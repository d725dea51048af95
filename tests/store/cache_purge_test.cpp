#include "store/world.h"

#include "store/database.h"

#include <QDirIterator>

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class CachePurgeTest : public QObject {
    Q_OBJECT

private:
    static int filesWith(const World &world, const QByteArray &canary)
    {
        int count = 0;
        QDirIterator files(world.folder.path(), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                count += file.readAll().contains(canary);
        }
        return count;
    }

    static void fill(World &world, const ScopeId &scope, const QString &word)
    {
        for (int i = 0; i < 300; ++i) {
            const Uuid id = world.holdPost(QString("%1 numéro %2 suite").arg(word).arg(i), world.other, scope);
            model::Comment comment;
            comment.post = PostId(id);
            comment.body = word + " en réponse";
            world.hold(scope, comment, world.newId());
        }
        WireRow strange = world.row(scope, model::Device{word, {}}, world.newId());
        strange.kind = 99;
        world.apply(scope, {strange});
    }

private Q_SLOTS:
    void rule35NoByteOfAPurgedScopeIsLeftInAnyFile()
    {
        World world;
        world.signIn();
        const GroupId lost = world.newId<GroupId>();
        world.join(lost, "perdu", "Zzcanarititre");
        fill(world, ScopeId::group(lost), "zzcanari");
        fill(world, world.place(), "gardons");
        QVERIFY(filesWith(world, "zzcanari") > 0);
        const ChangeSet changes = value(world.cache->purge(ScopeId::group(lost)));
        QVERIFY(changes.wide);
        QVERIFY(changes.scopes.contains(ScopeId::group(lost)));
        QCOMPARE(filesWith(world, "zzcanari"), 0);
        QCOMPARE(filesWith(world, "Zzcanari"), 0);
        QCOMPARE(filesWith(world, lost.uuid().toBytes()), 0);
        world.close();
        QCOMPARE(filesWith(world, "zzcanari"), 0);
        world.reopen();
        QCOMPARE(world.search("gardons").size(), 600);
        QVERIFY(world.search("zzcanari").isEmpty());
    }

    // Its texts are another scope, which goes with it (tests/sync); here each must be gone from the disk when it goes.
    void wordsInsideDocumentsAreGoneWithTheirScope()
    {
        World world;
        world.signIn();
        for (int i = 0; i < 50; ++i) {
            const Uuid id = world.newId();
            world.hold(world.place(), model::Document{.name = QString("zznomdoc %1.odt").arg(i), .author = world.other}, id);
            world.hold(ScopeId::texts(world.group),
                       model::DocumentText{.document = model::DocumentId(id), .text = QString("zzcanari page %1").arg(i)},
                       model::documentTextId(model::DocumentId(id)));
        }
        // The words of a text that was replaced, too.
        const Uuid first = world.newId();
        for (const char *word : {"zzcanarivieux", "zzcanarineuf"}) {
            world.hold(ScopeId::texts(world.group),
                       model::DocumentText{.document = model::DocumentId(first), .text = QString::fromLatin1(word)},
                       model::documentTextId(model::DocumentId(first)));
        }
        world.holdPost("gardons");
        QVERIFY(filesWith(world, "zzcanari") > 0);
        value(world.cache->purge(ScopeId::texts(world.group)));
        QCOMPARE(filesWith(world, "zzcanari"), 0);
        QCOMPARE(world.search("zznomdoc").size(), 50);
        value(world.cache->purge(ScopeId::group(world.group)));
        QCOMPARE(filesWith(world, "zznomdoc"), 0);
        world.close();
        QCOMPARE(filesWith(world, "zz"), 0);
    }

    void aSearchableIndexStaysSoundAfterUpdatesAndDeletions()
    {
        World world;
        world.signIn();
        QList<Uuid> ids;
        for (int i = 0; i < 50; ++i)
            ids.append(world.holdPost("premier jet"));
        for (int i = 0; i < 50; ++i) {
            if (i % 2 == 0)
                world.bury(world.place(), Kind::Post, ids[i]);
            else
                world.hold(world.place(), World::post("second jet", world.other), ids[i]);
        }
        QCOMPARE(world.search("premier ").size(), 0);
        QCOMPARE(world.search("second ").size(), 25);
    }

    void rule35TheIntentIsStoredWithTheRowsThatCauseIt()
    {
        World world;
        world.signIn();
        const ScopeId own = ScopeId::person(world.me);
        const Uuid membership = model::membershipId(world.place(), world.me);
        const std::vector<WireRow> rows{world.tombstone(own, Kind::Membership, membership)};
        value(world.cache->applyPerson(world.covered(own), rows, [&](const QList<model::Membership> &left) {
            return left.isEmpty() ? QList<ScopeId>{world.place()} : QList<ScopeId>();
        }));
        world.reopen();
        QCOMPARE(value(world.cache->purgeIntents()), QList<ScopeId>{world.place()});
        value(world.cache->purge(world.place()));
        QVERIFY(value(world.cache->purgeIntents()).isEmpty());
        for (const ScopeState &state : value(world.cache->scopes()))
            QVERIFY(state.scope != world.place());
    }

    void rule35APurgeCutByACrashIsDoneAgain()
    {
        World world;
        world.signIn();
        fill(world, world.place(), "zzcanari");
        // Somebody's open read transaction keeps the log from being cut, as a crash in the middle would.
        auto blocker = value(Database::open(world.cachePath(), {.readOnly = true}));
        blocker->exec("BEGIN");
        QVERIFY(blocker->scalar("SELECT count(*) FROM post") > 0);
        const auto cut = world.cache->purge(world.place());
        QVERIFY(!cut);
        QVERIFY(cut.error().kind == base::ErrorKind::Storage);
        QCOMPARE(value(world.cache->purgeIntents()), QList<ScopeId>{world.place()});
        blocker.reset();
        value(world.cache->purge(world.place()));
        QCOMPARE(filesWith(world, "zzcanari"), 0);
        QVERIFY(value(world.cache->purgeIntents()).isEmpty());
    }

    void wipingLeavesAnEmptyFile()
    {
        World world;
        world.signIn();
        fill(world, world.place(), "zzcanari");
        value(world.cache->wipe());
        QCOMPARE(filesWith(world, "zzcanari"), 0);
        QVERIFY(value(world.cache->scopes()).isEmpty());
        QVERIFY(value(world.cache->identity()).person.isNull());
        QCOMPARE(value(world.reader->dump(std::nullopt)), "[]");
        world.signIn();
        world.holdPost("de nouveau");
        QCOMPARE(value(world.reader->feed({})).size(), 1);
    }
};

QTEST_GUILESS_MAIN(CachePurgeTest)
#include "cache_purge_test.moc"
