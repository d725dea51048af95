// For every kind of operation: the state before, with what was sent laid over it, is the state that a fresh client gets
// afterwards. The overlay, the server and the cache come to the same rows, or people would see their own writes jump.
#include "model/access.h"
#include "store/reader.h"
#include "support/server_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace parvis;
using namespace parvis::test;

namespace {

const PersonId third(uuid(0x1003));
const PersonId fourth(uuid(0x1004)); // has asked to be added
const QString thumb = QStringLiteral("👍");
const Reaction like1{.target = uuid(1), .post = PostId(uuid(1)), .person = me, .emoji = thumb};
const Reaction like3{.target = uuid(3), .post = PostId(uuid(2)), .person = me, .emoji = thumb};
const Reaction like2{.target = uuid(2), .post = PostId(uuid(2)), .person = me, .emoji = thumb};
const QString place = QStringLiteral("somewhere");
const QString wallPlace = ScopeId::directory().toString();
const ScopeId askedGroup = ScopeId::group(GroupId(uuid(0x2003))); // that I have asked to be added to
const ScopeId unaskedGroup = ScopeId::group(GroupId(uuid(0x2004)));
const QString content(64, QLatin1Char('a')); // a hash; what it names is elsewhere
const Time later = noon.plusMs(qint64(30) * 86'400'000);

struct Case {
    const char *name;
    Kind kind;
    Action action;
    ScopeId scope;
    Uuid entity;
    Entity with;             // the fields that are set
    QStringList serverMakes; // fields of rows of that kind that only the server can know
    bool onlyItsKind = false; // rows of other kinds follow on the server alone
    quint32 base = 0;         // the operation that made the content
};

// What a client may meet: post 1 (liked), post 2 (liked) with comment 3 (liked) and its answer 4, post 5, comment 6 on 5.
const std::vector<Case> &cases()
{
    static const Uuid company; // the id is known once there is a world
    static const std::vector<Case> all = {
        {"company change",
         Kind::Company,
         Action::Change,
         ScopeId::company(),
         company,
         Company{.charter = QStringLiteral("be kind")},
         {}},
        {"person change",
         Kind::Person,
         Action::Change,
         ScopeId::directory(),
         me.uuid(),
         Person{
             .title = QStringLiteral("captain"), .languages = {QStringLiteral("fr")}, .bio = QStringLiteral("hello")},
         {}},
        {"person change of name",
         Kind::Person,
         Action::Change,
         ScopeId::directory(),
         me.uuid(),
         Person{.fullName = QStringLiteral("Anna Other")},
         {}},
        {"group create",
         Kind::Group,
         Action::Create,
         otherGroup,
         otherGroup.id,
         Group{.handle = QStringLiteral("fresh"), .title = QStringLiteral("Fresh"), .visibility = Visibility::Public},
         {},
         true},
        {"group change",
         Kind::Group,
         Action::Change,
         group,
         groupId.uuid(),
         Group{.title = QStringLiteral("Operations"), .description = QStringLiteral("all of it")},
         {}},
        {"group delete", Kind::Group, Action::Delete, group, groupId.uuid(), Group{}, {}, true},
        {"member create",
         Kind::Member,
         Action::Create,
         group,
         memberId(groupId, third),
         Member{.person = third},
         {QStringLiteral("handle"), QStringLiteral("full_name"), QStringLiteral("guest")}},
        {"member change",
         Kind::Member,
         Action::Change,
         group,
         memberId(groupId, other),
         Member{.role = Role::Moderator},
         {}},
        {"member delete", Kind::Member, Action::Delete, group, memberId(groupId, other), Member{}, {}},
        {"post create",
         Kind::Post,
         Action::Create,
         group,
         uuid(11),
         Post{.body = QStringLiteral("new"), .mentions = {other.uuid()}, .tags = {QStringLiteral("tag")}},
         {}},
        {"post create on a wall",
         Kind::Post,
         Action::Create,
         ScopeId::directory(),
         uuid(12),
         Post{.wall = other, .body = QStringLiteral("new")},
         {}},
        {"post change", Kind::Post, Action::Change, group, uuid(1), Post{.body = QStringLiteral("edited")}, {}},
        {"post change of pin", Kind::Post, Action::Change, group, uuid(1), Post{.pinned = true}, {}},
        {"post change to the same",
         Kind::Post,
         Action::Change,
         group,
         uuid(1),
         Post{.body = QStringLiteral("one")},
         {}},
        {"post delete", Kind::Post, Action::Delete, group, uuid(1), Post{}, {}},
        {"post delete, answered", Kind::Post, Action::Delete, group, uuid(2), Post{}, {}},
        {"post delete_thread", Kind::Post, Action::DeleteThread, group, uuid(2), Post{}, {}},
        {"comment create",
         Kind::Comment,
         Action::Create,
         group,
         uuid(13),
         Comment{.post = PostId(uuid(1)), .body = QStringLiteral("answer")},
         {}},
        {"comment create below another",
         Kind::Comment,
         Action::Create,
         group,
         uuid(13),
         Comment{.post = PostId(uuid(2)), .parent = CommentId(uuid(3)), .body = QStringLiteral("answer")},
         {}},
        {"comment change",
         Kind::Comment,
         Action::Change,
         group,
         uuid(3),
         Comment{.body = QStringLiteral("edited")},
         {}},
        {"comment delete", Kind::Comment, Action::Delete, group, uuid(6), Comment{}, {}},
        {"comment delete, answered", Kind::Comment, Action::Delete, group, uuid(3), Comment{}, {}},
        {"reaction create",
         Kind::Reaction,
         Action::Create,
         group,
         reactionId(uuid(5), me, thumb),
         Reaction{.target = uuid(5), .post = PostId(uuid(5)), .emoji = thumb},
         {}},
        {"reaction create again", Kind::Reaction, Action::Create, group, reactionId(uuid(1), me, thumb), like1, {}},
        {"reaction delete", Kind::Reaction, Action::Delete, group, reactionId(uuid(1), me, thumb), Reaction{}, {}},
        {"read_mark create",
         Kind::ReadMark,
         Action::Create,
         own,
         readMarkId(group.toString(), me),
         ReadMark{.place = group.toString(), .upTo = 5000},
         {}},
        {"read_mark change", Kind::ReadMark, Action::Change, own, readMarkId(place, me), ReadMark{.upTo = 9000}, {}},
        {"read_mark change backwards",
         Kind::ReadMark,
         Action::Change,
         own,
         readMarkId(place, me),
         ReadMark{.upTo = 10},
         {}},
        {"read_mark delete", Kind::ReadMark, Action::Delete, own, readMarkId(place, me), ReadMark{}, {}},
        {"draft create",
         Kind::Draft,
         Action::Create,
         own,
         uuid(21),
         Draft{.place = place, .body = QStringLiteral("hm"), .changedAt = noon},
         {}},
        {"draft change",
         Kind::Draft,
         Action::Change,
         own,
         uuid(20),
         Draft{.body = QStringLiteral("hm, hm")},
         {},
         false,
         908},
        {"draft delete", Kind::Draft, Action::Delete, own, uuid(20), Draft{}, {}, false, 908},
        {"bookmark create",
         Kind::Bookmark,
         Action::Create,
         own,
         bookmarkId(uuid(5), me),
         Bookmark{.target = uuid(5), .place = group.toString()},
         {}},
        {"place_setting create",
         Kind::PlaceSetting,
         Action::Create,
         own,
         placeSettingId(group.toString(), me),
         PlaceSetting{.place = group.toString(), .followed = false, .muted = true, .position = 4},
         {}},
        {"place_setting create over another",
         Kind::PlaceSetting,
         Action::Create,
         own,
         placeSettingId(wallPlace, me),
         PlaceSetting{.pinned = true, .position = 7},
         {}},
        {"place_setting change",
         Kind::PlaceSetting,
         Action::Change,
         own,
         placeSettingId(wallPlace, me),
         PlaceSetting{.followed = false},
         {}},
        {"place_setting delete",
         Kind::PlaceSetting,
         Action::Delete,
         own,
         placeSettingId(wallPlace, me),
         PlaceSetting{},
         {}},
        {"join_request create",
         Kind::JoinRequest,
         Action::Create,
         own,
         joinRequestId(unaskedGroup.toString(), me),
         JoinRequest{.place = unaskedGroup.toString(), .note = QStringLiteral("please")},
         {QStringLiteral("handle"), QStringLiteral("full_name")}},
        {"join_request change",
         Kind::JoinRequest,
         Action::Change,
         own,
         joinRequestId(askedGroup.toString(), me),
         JoinRequest{.note = QStringLiteral("once more")},
         {}},
        {"join_request delete",
         Kind::JoinRequest,
         Action::Delete,
         own,
         joinRequestId(askedGroup.toString(), me),
         JoinRequest{},
         {}},
        {"join_request delete by a moderator",
         Kind::JoinRequest,
         Action::Delete,
         group,
         joinRequestId(group.toString(), fourth),
         JoinRequest{},
         {}},
        {"member create of who asked",
         Kind::Member,
         Action::Create,
         group,
         memberId(groupId, fourth),
         Member{.person = fourth},
         {QStringLiteral("handle"), QStringLiteral("full_name"), QStringLiteral("guest")},
         true},
        {"scheduled_post create",
         Kind::ScheduledPost,
         Action::Create,
         own,
         uuid(31),
         ScheduledPost{.place = group.toString(),
                       .body = QStringLiteral("tomorrow"),
                       .tags = {QStringLiteral("tag")},
                       .at = later},
         {}},
        {"scheduled_post change",
         Kind::ScheduledPost,
         Action::Change,
         own,
         uuid(30),
         ScheduledPost{.body = QStringLiteral("better"), .at = later.plusMs(1000)},
         {}},
        {"scheduled_post delete", Kind::ScheduledPost, Action::Delete, own, uuid(30), ScheduledPost{}, {}},
        {"folder create",
         Kind::Folder,
         Action::Create,
         group,
         uuid(45),
         Folder{.parent = uuid(40), .name = QStringLiteral("Deeper")},
         {}},
        {"folder change", Kind::Folder, Action::Change, group, uuid(40), Folder{.name = QStringLiteral("Plans 2")}, {}},
        {"folder change into the trash", Kind::Folder, Action::Change, group, uuid(40), Folder{.trashed = true}, {}},
        {"document create",
         Kind::Document,
         Action::Create,
         group,
         uuid(46),
         Document{.folder = uuid(40), .name = QStringLiteral("new.txt")},
         {}},
        {"document change of name",
         Kind::Document,
         Action::Change,
         group,
         uuid(41),
         Document{.name = QStringLiteral("PLAN.txt")},
         {}},
        {"document change into the trash",
         Kind::Document,
         Action::Change,
         group,
         uuid(41),
         Document{.trashed = true},
         {}},
        {"version create",
         Kind::Version,
         Action::Create,
         group,
         uuid(47),
         DocumentVersion{.document = DocumentId(uuid(41)), .size = 3, .blob = content, .source = uuid(50)},
         {QStringLiteral("base"), QStringLiteral("number")},
         true,
         932},
        {"lock create",
         Kind::Lock,
         Action::Create,
         group,
         lockId(DocumentId(uuid(43))),
         Lock{.document = DocumentId(uuid(43)), .until = noon.plusMs(3'600'000)},
         {}},
        {"lock change",
         Kind::Lock,
         Action::Change,
         group,
         lockId(DocumentId(uuid(41))),
         Lock{.until = noon.plusMs(7'200'000)},
         {}},
        {"lock delete", Kind::Lock, Action::Delete, group, lockId(DocumentId(uuid(41))), Lock{}, {}},
        {"pin create",
         Kind::Pin,
         Action::Create,
         own,
         pinId(uuid(43), me),
         Pin{.target = uuid(43), .place = group.toString()},
         {}},
        {"pin delete", Kind::Pin, Action::Delete, own, pinId(uuid(41), me), Pin{}, {}},
        {"attachment create",
         Kind::Attachment,
         Action::Create,
         group,
         uuid(48),
         Attachment{.target = uuid(1), .name = QStringLiteral("a.txt"), .size = 3, .blob = content, .source = uuid(50)},
         {}},
        {"attachment delete", Kind::Attachment, Action::Delete, group, uuid(44), Attachment{}, {}},
        {"bookmark delete", Kind::Bookmark, Action::Delete, own, bookmarkId(uuid(1), me), Bookmark{}, {}},
    };
    return all;
}

void furnish(ServerWorld &world)
{
    world.usual();
    world.addPerson(third, QStringLiteral("tina"));
    world.addPerson(fourth, QStringLiteral("fred"));
    ScriptedClient client(world, me);
    client.signIn();
    client.accepted(writePost(901, 1, QStringLiteral("one")));
    client.accepted(writePost(902, 2, QStringLiteral("two")));
    client.accepted(writeComment(903, 3, 2));
    client.accepted(operation(904, Action::Create, group, uuid(4),
                              Comment{.post = PostId(uuid(2)), .parent = CommentId(uuid(3)), .body = QStringLiteral("reply")}));
    client.accepted(writePost(905, 5, QStringLiteral("five")));
    client.accepted(writeComment(906, 6, 5));
    client.accepted(operation(907, Action::Create, group, reactionId(uuid(1), me, thumb), like1));
    client.accepted(operation(909, Action::Create, group, reactionId(uuid(3), me, thumb), like3));
    client.accepted(operation(912, Action::Create, group, reactionId(uuid(2), me, thumb), like2));
    client.accepted(operation(908, Action::Create, own, uuid(20), Draft{.place = place, .body = QStringLiteral("hm")}));
    client.accepted(operation(910, Action::Create, own, readMarkId(place, me), ReadMark{.place = place, .upTo = 5000}));
    client.accepted(operation(911, Action::Create, own, bookmarkId(uuid(1), me),
                              Bookmark{.target = uuid(1), .place = group.toString()}));
    client.accepted(operation(913, Action::Create, own, placeSettingId(wallPlace, me),
                              PlaceSetting{.place = wallPlace, .muted = true}));
    world.change([](WriteView &view) {
        view.grantBlob(uuid(50), {me, group, content, 3, noon.us});
    });
    client.accepted(operation(930, Action::Create, group, uuid(40), Folder{.name = QStringLiteral("Plans")}));
    client.accepted(operation(931, Action::Create, group, uuid(41),
                              Document{.folder = uuid(40), .name = QStringLiteral("plan.txt")}));
    client.accepted(operation(932, Action::Create, group, uuid(42),
                              DocumentVersion{.document = DocumentId(uuid(41)), .size = 3, .blob = content, .source = uuid(50)}));
    client.accepted(operation(933, Action::Create, group, uuid(43), Document{.name = QStringLiteral("other.txt")}));
    client.accepted(operation(934, Action::Create, group, lockId(DocumentId(uuid(41))),
                              Lock{.document = DocumentId(uuid(41)), .until = noon.plusMs(3'600'000)}));
    client.accepted(operation(935, Action::Create, own, pinId(uuid(41), me),
                              Pin{.target = uuid(41), .place = group.toString()}));
    client.accepted(operation(936, Action::Create, group, uuid(44),
                              Attachment{.target = uuid(1), .name = QStringLiteral("b.txt"), .size = 3, .blob = content, .source = uuid(50)}));
    world.addGroup(askedGroup.groupId(), QStringLiteral("asked"));
    world.addGroup(unaskedGroup.groupId(), QStringLiteral("unasked"));
    client.accepted(operation(914, Action::Create, own, joinRequestId(askedGroup.toString(), me),
                              JoinRequest{.place = askedGroup.toString(), .note = QStringLiteral("please")}));
    client.accepted(operation(915, Action::Create, own, uuid(30),
                              ScheduledPost{.place = group.toString(), .body = QStringLiteral("soon"), .at = later}));
    ScriptedClient asker(world, fourth);
    asker.lane = LaneId(uuid(0x6002));
    asker.signIn();
    asker.accepted(operation(920, Action::Create, ScopeId::person(fourth), joinRequestId(group.toString(), fourth),
                             JoinRequest{.place = group.toString()}));
}

Operation operationOf(const Case &what, ServerWorld &world)
{
    Operation op = operation(1, what.action, what.scope, what.entity, what.with);
    if (what.kind == Kind::Company)
        op.entity = server::companyId(*world.rows.read())->uuid();
    op.baseOp = what.base ? opId(what.base) : OpId();
    op.at = world.clock.now();
    return op;
}

QByteArray dump(const QTemporaryDir &folder, const ScopeId &scope)
{
    const auto reader = store::Reader::open(folder.filePath(QStringLiteral("cache.db")), folder.filePath(QStringLiteral("outbox.db")));
    return (*reader)->dump(scope).value();
}

// What an overlay can know of the state to come.
QByteArray comparable(const QByteArray &dump, const Case &what)
{
    QJsonArray kept;
    const auto all = QJsonDocument::fromJson(dump).array();
    for (const auto &each : all) {
        QJsonObject row = each.toObject();
        const bool itsKind = row.value(QStringLiteral("kind")).toString() == toString(what.kind);
        if (what.onlyItsKind && !itsKind)
            continue;
        for (const QString &field : what.serverMakes) {
            if (itsKind)
                row.remove(field);
        }
        kept.append(row);
    }
    return QJsonDocument(kept).toJson(QJsonDocument::Indented);
}

ScopeId scopeOf(Kind kind)
{
    switch (kind) {
    case Kind::Company: return ScopeId::company();
    case Kind::Person:
    case Kind::GroupCard: return ScopeId::directory();
    case Kind::Group:
    case Kind::Member:
    case Kind::Post:
    case Kind::Comment:
    case Kind::Folder:
    case Kind::Document:
    case Kind::Version:
    case Kind::Lock:
    case Kind::Attachment:
    case Kind::DocumentText:
    case Kind::Reaction: return group;
    case Kind::Membership:
    case Kind::ReadMark:
    case Kind::Draft:
    case Kind::Bookmark:
    case Kind::PlaceSetting:
    case Kind::JoinRequest:
    case Kind::ScheduledPost:
    case Kind::Pin:
    case Kind::Device: return own;
    }
    return own;
}

Entity ofMine(Kind kind)
{
    Entity entity = emptyEntity(kind);
    if (auto *post = std::get_if<Post>(&entity))
        post->author = me;
    else if (auto *comment = std::get_if<Comment>(&entity))
        comment->author = me;
    else if (auto *reaction = std::get_if<Reaction>(&entity))
        reaction->person = me;
    else if (auto *lock = std::get_if<Lock>(&entity))
        lock->person = me;
    return entity;
}

// Whether somebody may send such an operation at all: the access rules allow it to whoever may do everything.
bool maySend(Kind kind, Action action)
{
    Operation op = operation(1, action, scopeOf(kind), uuid(1), emptyEntity(kind));
    if (kind == Kind::Person)
        op.entity = me.uuid();
    if (!decodeOperation(encodeOperation(op)))
        return false;
    if (action == Action::Change) {
        bool any = false;
        for (int number = 1; number <= numberOfFields(kind); ++number)
            any = any || fieldRule(kind, number) == Rule::Replace || fieldRule(kind, number) == Rule::Maximum;
        if (!any)
            return false;
    }
    const Actor actor{me, CompanyRole::Administrator, false};
    const Place there{op.scope, true, Role::Owner, Visibility::Public, false, 2};
    const std::optional<Entity> current = action == Action::Create ? std::nullopt : std::optional(ofMine(kind));
    return judge(actor, there, op, current, ofMine(Kind::Post)).isEmpty();
}

} // namespace

class StatePlusOperationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairThatMayBeSentHasACase()
    {
        QSet<QString> may;
        for (const Kind kind : allKinds) {
            for (const Action action : {Action::Create, Action::Change, Action::Delete, Action::DeleteThread}) {
                if (maySend(kind, action))
                    may.insert(toString(kind) + u' ' + toString(action));
            }
        }
        QSet<QString> tested;
        for (const Case &each : cases())
            tested.insert(toString(each.kind) + u' ' + toString(each.action));
        const auto listed = [](const QSet<QString> &set) {
            QStringList list(set.begin(), set.end());
            list.sort();
            return list;
        };
        QCOMPARE(listed(tested), listed(may));
        QVERIFY(may.size() > 15);
    }

    void overlayCacheAndAFreshClientAgree_data()
    {
        QTest::addColumn<int>("at");
        for (size_t at = 0; at < cases().size(); ++at)
            QTest::newRow(cases()[at].name) << int(at);
    }

    void overlayCacheAndAFreshClientAgree()
    {
        QFETCH(int, at);
        const Case &what = cases()[size_t(at)];
        ServerWorld world;
        furnish(world);
        QTemporaryDir oldFolder;
        QTemporaryDir newFolder;
        LinkedClient client(world, me, oldFolder.path());
        client.connect();
        client.settle();
        QVERIFY(client.machine->progress().complete);
        client.cut();
        world.clock.advanceMs(1000);

        const QByteArray before = dump(oldFolder, what.scope);
        QVERIFY(client.outbox->append({operationOf(what, world)}));
        const QByteArray overlay = dump(oldFolder, what.scope);
        client.connect();
        client.settle();
        QVERIFY(client.machine->progress().complete);
        QVERIFY2(client.outbox->entries()->isEmpty(), qPrintable(client.outbox->entries()->value(0).why));
        const QByteArray after = dump(oldFolder, what.scope);

        LinkedClient fresh(world, me, newFolder.path());
        fresh.connect();
        fresh.settle();
        QVERIFY(fresh.machine->progress().complete);
        const auto lines = [](const QByteArray &dump) { return QString::fromUtf8(dump).replace(u'{', QStringLiteral("\n{")).split(u'\n'); };
        QCOMPARE(lines(after), lines(dump(newFolder, what.scope)));
        QCOMPARE(QString::fromUtf8(comparable(overlay, what)).split(u'\n'), QString::fromUtf8(comparable(after, what)).split(u'\n'));
        const bool nothing = QByteArray(what.name).endsWith("same") || QByteArray(what.name).endsWith("backwards")
                             || QByteArray(what.name).endsWith("again");
        QCOMPARE(before == after, nothing);
        QVERIFY(world.rows.check().problems.isEmpty());
    }
};

QTEST_GUILESS_MAIN(StatePlusOperationTest)
#include "state_plus_operation_test.moc"
