// What wishes about documents become, and between what a person chooses.
#include "client/document_operations.h"
#include "model/derived_ids.h"

#include <QTest>

using namespace parvis;
using namespace parvis::client;
using model::Action;
using model::Kind;

namespace {

struct World {
    base::ManualClock clock;
    base::SeededRandom random{1};
    PersonId me{base::newUuid(clock, random)};
    PersonId other{base::newUuid(clock, random)};
    GroupId group{base::newUuid(clock, random)};
    ScopeId scope = ScopeId::group(group);

    Maker maker() { return {me, clock, random}; }
    Uuid newId() { return base::newUuid(clock, random); }
    store::DocumentItem item(const QString &name = QStringLiteral("plan.txt"))
    {
        store::DocumentItem item;
        item.scope = scope;
        item.id = newId();
        item.name = name;
        item.version = newId();
        return item;
    }
    store::VersionItem version(const Uuid &id, PersonId author, bool latest = true)
    {
        store::VersionItem each;
        each.id = id;
        each.version.author = author;
        each.latest = latest;
        return each;
    }
};

template<class T>
std::optional<T> change(const model::Operation &op, int number)
{
    for (const model::FieldChange &each : op.changes) {
        T value{};
        if (each.number == number && model::fromValue(each.value, value))
            return value;
    }
    return std::nullopt;
}

} // namespace

class DocumentOperationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aVersionSaysWhatItIsBasedOnAndWhereItsContentComesFrom()
    {
        World world;
        const OpId base(world.newId());
        const Uuid document = world.newId();
        const Content content{QString(64, QLatin1Char('a')), 7, world.newId()};
        const auto op =
            makeVersion(world.maker(), world.scope, document, base, content, QStringLiteral("why"), {world.newId()});
        QVERIFY(op.action == Action::Create && op.kind == Kind::Version && op.baseOp == base);
        QCOMPARE(change<Uuid>(op, 1), document);
        QCOMPARE(change<qint64>(op, 6), 7);
        QCOMPARE(change<QString>(op, 7), content.blob);
        QCOMPARE(change<QString>(op, 8), QStringLiteral("why"));
        QCOMPARE(change<Uuid>(op, 9), content.source);
        QVERIFY(op.entity != op.id.uuid());
    }

    void onlyWhatChangesIsSentSoThatMovesAndNamesMerge()
    {
        World world;
        auto item = world.item();
        const Uuid folder = world.newId();
        QCOMPARE(makeFiling(world.maker(), item, folder, item.name).changes.size(), 1);
        QCOMPARE(makeFiling(world.maker(), item, item.folder, QStringLiteral("b")).changes.size(), 1);
        QCOMPARE(makeFiling(world.maker(), item, folder, QStringLiteral("b")).changes.size(), 2);
        QVERIFY(makeFiling(world.maker(), item, item.folder, item.name).changes.isEmpty());
        item.kind = Kind::Folder;
        QVERIFY(makeFiling(world.maker(), item, folder, item.name).kind == Kind::Folder);
        // Giving back is a change too, although it is the field's default.
        QCOMPARE(change<bool>(makeTrashing(world.maker(), item, false), 5), false);
    }

    void thereIsOneLockADocumentAndOnePinAPerson()
    {
        World world;
        const auto item = world.item();
        const auto lock = makeLock(world.maker(), item, world.clock.now().plusMs(1000));
        QCOMPARE(lock.entity, model::lockId(model::DocumentId(item.id)));
        QCOMPARE(makeUnlock(world.maker(), item).entity, lock.entity);
        const auto pin = makePinning(world.maker(), item.id, world.scope, true);
        QCOMPARE(pin.entity, model::pinId(item.id, world.me));
        QCOMPARE(pin.scope, ScopeId::person(world.me));
        QVERIFY(makePinning(world.maker(), item.id, world.scope, false).action == Action::Delete);
    }

    void mineAndTheirsAreByAuthor()
    {
        World world;
        auto item = world.item();
        const Uuid branch = world.newId();
        item.branches = {branch};
        for (const bool mineIsMain : {true, false}) {
            const auto sides = sidesOf(item,
                                       {world.version(branch, mineIsMain ? world.other : world.me),
                                        world.version(item.version, mineIsMain ? world.me : world.other),
                                        world.version(world.newId(), world.me, false)},
                                       world.me);
            QCOMPARE(sides->mine.version.author, world.me);
            QCOMPARE(sides->theirs.version.author, world.other);
        }
        // Both of one person: the main branch is what the others have seen.
        for (const PersonId author : {world.me, world.other}) {
            const auto sides =
                sidesOf(item, {world.version(branch, author), world.version(item.version, author)}, world.me);
            QCOMPARE(sides->mine.id, branch);
            QCOMPARE(sides->theirs.id, item.version);
        }
        item.branches.clear();
        QVERIFY(sidesOf(item, {world.version(item.version, world.me)}, world.me).error().kind
                == base::ErrorKind::Refused);
    }

    void namesAreTidiedOrRefused()
    {
        QCOMPARE(goodName(QStringLiteral(" plan.txt ")).value(), QStringLiteral("plan.txt"));
        for (const QString &bad : {QStringLiteral(".."), QStringLiteral("a/b"), QString()})
            QVERIFY(goodName(bad).error().kind == base::ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(DocumentOperationsTest)
#include "document_operations_test.moc"
