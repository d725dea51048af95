// Documents on the server: names, branches, locks, the trash, and who may name a content.
#include "model/derived_ids.h"
#include "server/documents.h"
#include "support/server_world.h"

using namespace parvis;
using namespace parvis::test;

namespace {

const QString content(64, QLatin1Char('a'));
const QString otherContent(64, QLatin1Char('b'));
constexpr qint64 dayMs = 24LL * 3600 * 1000;

struct World : ServerWorld {
    World()
    {
        usual();
        mine = std::make_unique<ScriptedClient>(*this, me);
        mine->signIn();
        theirs = std::make_unique<ScriptedClient>(*this, other);
        theirs->lane = LaneId(uuid(0x6002));
        theirs->signIn();
        change([](WriteView &view) {
            view.grantBlob(uuid(50), {me, group, content, 3, noon.us});
            view.grantBlob(uuid(51), {other, group, otherContent, 4, noon.us});
        });
    }
    template<class S>
    S get(quint32 id)
    {
        const auto view = rows.inner->read();
        const auto found = server::entityOf<S>(*view, group, uuid(id));
        return found.value_or(S());
    }
    bool lives(quint32 id)
    {
        const auto found = row(group, uuid(id));
        return found && !found->deleted;
    }
    void folder(quint32 op, quint32 id, const QString &name, quint32 parent = 0)
    {
        mine->accepted(operation(op, Action::Create, group, uuid(id),
                                 Folder{.parent = parent ? uuid(parent) : Uuid(), .name = name}));
    }
    void document(quint32 op, quint32 id, const QString &name, quint32 folder = 0)
    {
        mine->accepted(operation(op, Action::Create, group, uuid(id),
                                 Document{.folder = folder ? uuid(folder) : Uuid(), .name = name}));
    }
    QStringList problems()
    {
        QStringList all;
        for (const auto &problem : rows.check().problems)
            all << problem.kind + u' ' + problem.where + u' ' + problem.detail;
        return all;
    }
    std::unique_ptr<ScriptedClient> mine, theirs;
};

Operation saved(quint32 op, quint32 id, quint32 document, quint32 base, bool byMe = true,
                const QList<Uuid> &resolves = {})
{
    Operation made = operation(op, Action::Create, group, uuid(id),
                               DocumentVersion{.document = DocumentId(uuid(document)),
                                               .size = byMe ? 3 : 4,
                                               .blob = byMe ? content : otherContent,
                                               .source = uuid(byMe ? 50 : 51),
                                               .resolves = resolves});
    made.baseOp = base ? opId(base) : OpId();
    return made;
}

Operation trash(quint32 op, quint32 id, bool trashed, Kind kind = Kind::Document)
{
    Operation made = operation(op, Action::Change, group, uuid(id), emptyEntity(kind));
    if (kind == Kind::Document)
        addChange(made, &Document::trashed, trashed);
    else
        addChange(made, &Folder::trashed, trashed);
    return made;
}

QString why(ScriptedClient &client, const Operation &op)
{
    return ScriptedClient::whyOf(client.performs(op));
}

} // namespace

class DocumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLaterOfTwoEqualNamesIsNamedAfterItsAuthor()
    {
        World world;
        world.document(1, 10, "Plan.odt");
        world.theirs->accepted(operation(2, Action::Create, group, uuid(11), Document{.name = "PLAN.odt"}));
        world.theirs->accepted(operation(3, Action::Create, group, uuid(12), Folder{.name = "plan.ODT"}));
        QCOMPARE(world.get<Document>(10).name, "Plan.odt");
        const QString day = "14 Nov"; // of noon
        const QString name = world.get<Document>(11).name;
        QVERIFY2(name.startsWith("PLAN (") && name.endsWith(day + ").odt"), qPrintable(name));
        QVERIFY(world.get<Folder>(12).name != world.get<Document>(11).name);
        // In another folder there is no clash, and moving out of it makes one.
        world.folder(4, 13, "Old");
        world.document(5, 14, "plan.odt", 13);
        QCOMPARE(world.get<Document>(14).name, "plan.odt");
        Operation move = operation(6, Action::Change, group, uuid(14), Document{});
        addChange(move, &Document::folder, Uuid());
        world.mine->accepted(move);
        QVERIFY(world.get<Document>(14).name != "plan.odt");
        QCOMPARE(world.problems(), QStringList());
    }

    void namesThatAreNoneAreRefused()
    {
        World world;
        quint32 op = 0;
        for (const QString &name :
             {QString(), QStringLiteral("  "), QStringLiteral("."), QStringLiteral(".."), QStringLiteral("a/b"),
              QStringLiteral("a\\b"), QStringLiteral("a\nb"), QString(300, QLatin1Char('x'))}) {
            ++op;
            QCOMPARE(why(*world.mine, operation(op, Action::Create, group, uuid(20 + op), Document{.name = name})),
                     QStringLiteral("bad_name"));
        }
    }

    void rule29AStaleBaseMakesABranchAndNothingIsLost()
    {
        World world;
        world.document(1, 10, "plan.txt");
        world.mine->accepted(saved(2, 20, 10, 0));
        world.mine->accepted(saved(3, 21, 10, 2));
        QCOMPARE(world.get<Document>(10).head, uuid(21));
        QCOMPARE(world.get<Document>(10).versions, 2);
        // Written on the first version while the second was made.
        world.theirs->accepted(saved(4, 22, 10, 2, false));
        QCOMPARE(world.get<Document>(10).head, uuid(21));
        QCOMPARE(world.get<Document>(10).branches, QList<Uuid>{uuid(22)});
        QCOMPARE(world.get<DocumentVersion>(22).base, uuid(20));
        // What builds on a branch goes on with it.
        world.theirs->accepted(saved(5, 23, 10, 4, false));
        QCOMPARE(world.get<Document>(10).branches, QList<Uuid>{uuid(23)});
        world.mine->accepted(saved(6, 24, 10, 3));
        QCOMPARE(world.get<Document>(10).head, uuid(24));
        QCOMPARE(world.get<Document>(10).branches, QList<Uuid>{uuid(23)});
        // A choice: theirs goes on, and the branch ends.
        Operation choice = saved(7, 25, 10, 6, false, {uuid(23)});
        world.theirs->accepted(choice);
        QCOMPARE(world.get<Document>(10).head, uuid(25));
        QVERIFY(world.get<Document>(10).branches.isEmpty());
        QCOMPARE(world.get<Document>(10).size, 4);
        for (quint32 id = 20; id <= 25; ++id)
            QVERIFY(world.lives(id));
        QCOMPARE(world.get<Document>(10).versions, 6);
        QCOMPARE(world.problems(), QStringList());
    }

    void whatOthersWriteUnderALockIsABranch()
    {
        World world;
        world.document(1, 10, "plan.txt");
        world.mine->accepted(saved(2, 20, 10, 0));
        const Uuid lock = lockId(DocumentId(uuid(10)));
        const Lock held{.document = DocumentId(uuid(10)), .until = noon.plusMs(3'600'000)};
        world.mine->accepted(operation(3, Action::Create, group, lock, held));
        QCOMPARE(why(*world.theirs, operation(4, Action::Create, group, lock, held)), QStringLiteral("locked"));
        world.theirs->accepted(saved(5, 21, 10, 2, false));
        QCOMPARE(world.get<Document>(10).branches, QList<Uuid>{uuid(21)});
        world.mine->accepted(saved(6, 22, 10, 2));
        QCOMPARE(world.get<Document>(10).head, uuid(22));
        // Run out, it is anybody's.
        world.clock.advanceMs(3'600'001);
        world.theirs->accepted(
            operation(7, Action::Create, group, lock,
                      Lock{.document = DocumentId(uuid(10)), .until = world.clock.now().plusMs(1000)}));
        const auto now = world.row(group, lock);
        QVERIFY(now && server::entityAs<Lock>(*now).person == other);
        QCOMPARE(world.problems(), QStringList());
    }

    void aLockIsNeverLongerThanAWeek()
    {
        World world;
        world.document(1, 10, "plan.txt");
        const Uuid lock = lockId(DocumentId(uuid(10)));
        world.mine->accepted(operation(2, Action::Create, group, lock,
                                       Lock{.document = DocumentId(uuid(10)), .until = noon.plusMs(365 * dayMs)}));
        QVERIFY(server::entityAs<Lock>(*world.row(group, lock)).until <= world.clock.now().plusMs(7 * dayMs));
    }

    void onlyWhatWasUploadedForThePlaceMayBeNamed()
    {
        World world;
        world.document(1, 10, "plan.txt");
        QCOMPARE(why(*world.theirs, saved(2, 20, 10, 0)), QStringLiteral("no_blob")); // my upload
        Operation wrong = saved(3, 21, 10, 0);
        wrong.changes.removeIf([](const FieldChange &each) { return each.number == 7; });
        addChange(wrong, &DocumentVersion::blob, otherContent);
        QCOMPARE(why(*world.mine, wrong), QStringLiteral("no_blob"));
        world.mine->accepted(saved(4, 22, 10, 0));
        // A version gives the right to its content to everybody in the group: restoring, copying.
        Operation again = operation(
            5, Action::Create, group, uuid(23),
            DocumentVersion{.document = DocumentId(uuid(10)), .size = 3, .blob = content, .source = uuid(22)});
        again.baseOp = opId(4);
        world.theirs->accepted(again);
        QCOMPARE(world.get<Document>(10).head, uuid(23));
        const Attachment file{.target = uuid(30), .name = "a.txt", .size = 3, .blob = content, .source = uuid(50)};
        QCOMPARE(why(*world.mine, operation(6, Action::Create, group, uuid(31), file)), QStringLiteral("gone"));
        world.mine->accepted(writePost(7, 30));
        world.mine->accepted(operation(8, Action::Create, group, uuid(32), file));
        QCOMPARE(why(*world.theirs, operation(9, Action::Create, group, uuid(33), file)), QStringLiteral("not_author"));
        world.mine->accepted(deletePost(10, 30));
        QVERIFY(!world.lives(32));
        QCOMPARE(world.problems(), QStringList());
    }

    void foldersNeverContainThemselves()
    {
        World world;
        world.folder(1, 10, "a");
        world.folder(2, 11, "b", 10);
        world.folder(3, 12, "c", 11);
        Operation move = operation(4, Action::Change, group, uuid(10), Folder{.parent = uuid(12)});
        QCOMPARE(why(*world.mine, move), QStringLiteral("cycle"));
        Operation itself = operation(5, Action::Change, group, uuid(10), Folder{.parent = uuid(10)});
        QCOMPARE(why(*world.mine, itself), QStringLiteral("cycle"));
    }

    void theTrashFreesNamesGivesBackAndIsEmptiedAfterAMonth()
    {
        World world;
        world.folder(1, 10, "Plans");
        world.document(2, 11, "a.txt", 10);
        world.mine->accepted(saved(3, 12, 11, 0));
        world.document(4, 13, "b.txt");
        world.mine->accepted(trash(5, 13, true));
        world.document(6, 14, "b.txt");
        QCOMPARE(world.get<Document>(14).name, "b.txt");
        world.mine->accepted(trash(7, 13, false));
        QVERIFY(world.get<Document>(13).name.startsWith("b ("));
        world.mine->accepted(trash(8, 10, true, Kind::Folder));
        QVERIFY(world.get<Folder>(10).trashed && world.get<Folder>(10).trashedBy == me);
        QCOMPARE(world.problems(), QStringList());
        const auto pass = [&](qint64 days) {
            world.clock.advanceMs(days * dayMs);
            world.engine->maintain();
            world.turn();
        };
        pass(29);
        QVERIFY(world.lives(10) && world.lives(12));
        pass(2);
        QVERIFY(!world.lives(10) && !world.lives(11) && !world.lives(12));
        QVERIFY(world.lives(13) && world.lives(14));
        QCOMPARE(world.problems(), QStringList());
    }

    void aVersionTakesItsDocumentOutOfTheTrash()
    {
        World world;
        world.folder(1, 9, "Plans");
        world.document(2, 10, "plan.txt", 9);
        world.mine->accepted(saved(3, 20, 10, 0));
        world.mine->accepted(trash(4, 10, true));
        world.mine->accepted(trash(5, 9, true, Kind::Folder));
        world.theirs->accepted(saved(6, 21, 10, 3, false));
        QVERIFY(!world.get<Document>(10).trashed);
        QVERIFY(world.get<Document>(10).folder.isNull()); // its folder is in the trash
        QCOMPARE(world.get<Document>(10).head, uuid(21));
        QCOMPARE(world.problems(), QStringList());
    }

    void whatIsMadeInAFolderThatWentStandsInTheNearestThatIsThere()
    {
        World world;
        world.folder(1, 10, "a");
        world.folder(2, 11, "b", 10);
        world.mine->accepted(trash(3, 11, true, Kind::Folder));
        world.document(4, 12, "late.txt", 11);
        QCOMPARE(world.get<Document>(12).folder, uuid(10));
        world.document(5, 13, "lost.txt", 99);
        QVERIFY(world.get<Document>(13).folder.isNull());
        QCOMPARE(world.problems(), QStringList());
    }

    void nobodyDeletesForGood()
    {
        World world;
        world.document(1, 10, "plan.txt");
        world.mine->accepted(saved(2, 20, 10, 0));
        QCOMPARE(why(*world.mine, operation(3, Action::Delete, group, uuid(10), Document{})),
                 QStringLiteral("server_only"));
        QCOMPARE(why(*world.mine, operation(4, Action::Delete, group, uuid(20), DocumentVersion{})),
                 QStringLiteral("server_only"));
    }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"
