// Who may change what of documents, and what a change makes of a row.
#include "model/access.h"
#include "model/derived_ids.h"
#include "model/document_names.h"
#include "model/merge.h"

#include <QTest>

using namespace parvis;
using namespace parvis::model;

namespace {

Uuid idOf(char n)
{
    return Uuid::fromBytes(QByteArray(15, char(7)) + n);
}

const PersonId anna(idOf(1));
const PersonId bert(idOf(2));
const ScopeId group = ScopeId::group(GroupId(idOf(3)));
const Time noon{1'700'000'000'000'000}; // 14 November 2023

enum Who { Stranger, GroupGuest, AMember, AModerator, AnOwner, Disabled };

Actor actor(Who who)
{
    return {anna, CompanyRole::Employee, who == Disabled};
}

Place place(Who who, bool archived = false)
{
    Place there{group, true, Role::Member, Visibility::Private, archived, 1};
    switch (who) {
    case Stranger: there.role.reset(); break;
    case GroupGuest: there.role = Role::Guest; break;
    case AModerator: there.role = Role::Moderator; break;
    case AnOwner: there.role = Role::Owner; break;
    case AMember:
    case Disabled: break;
    }
    return there;
}

Operation op(Kind kind, Action action)
{
    Operation made;
    made.id = OpId(idOf(100));
    made.kind = kind;
    made.action = action;
    made.scope = group;
    made.entity = idOf(50);
    made.at = noon;
    return made;
}

QString judged(Who who, Kind kind, Action action, const std::optional<Entity> &current,
               const std::optional<Entity> &parent = {}, bool archived = false)
{
    return judge(actor(who), place(who, archived), op(kind, action), current, parent);
}

} // namespace

class DocumentsAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void membersWorkOnDocumentsGuestsOnTheirOwn()
    {
        for (const Kind kind : {Kind::Folder, Kind::Document}) {
            Entity mine = emptyEntity(kind);
            setField(mine, 3, anna.uuid());
            Entity theirs = emptyEntity(kind);
            setField(theirs, 3, bert.uuid());
            for (const Who who : {AMember, AModerator, AnOwner}) {
                QCOMPARE(judged(who, kind, Action::Create, {}), QString());
                QCOMPARE(judged(who, kind, Action::Change, theirs), QString());
            }
            QCOMPARE(judged(GroupGuest, kind, Action::Create, {}), QString());
            QCOMPARE(judged(GroupGuest, kind, Action::Change, mine), QString());
            QCOMPARE(judged(GroupGuest, kind, Action::Change, theirs), QStringLiteral("not_author"));
            QCOMPARE(judged(Stranger, kind, Action::Create, {}), QStringLiteral("not_member"));
            QCOMPARE(judged(Stranger, kind, Action::Change, mine), QStringLiteral("not_member"));
            QCOMPARE(judged(Disabled, kind, Action::Create, {}), QStringLiteral("disabled"));
            QCOMPARE(judged(AMember, kind, Action::Create, {}, {}, true), QStringLiteral("archived"));
            QCOMPARE(judged(AMember, kind, Action::Change, {}), QStringLiteral("gone"));
            QCOMPARE(judged(AnOwner, kind, Action::Delete, mine), QStringLiteral("server_only"));
        }
    }

    void versionsAreMadeAndNeverChanged()
    {
        const Entity document = Document{};
        QCOMPARE(judged(AMember, Kind::Version, Action::Create, {}, document), QString());
        QCOMPARE(judged(GroupGuest, Kind::Version, Action::Create, {}, document), QString());
        QCOMPARE(judged(AMember, Kind::Version, Action::Create, {}), QStringLiteral("gone"));
        QCOMPARE(judged(Stranger, Kind::Version, Action::Create, {}, document), QStringLiteral("not_member"));
        for (const Action action : {Action::Change, Action::Delete})
            QCOMPARE(judged(AnOwner, Kind::Version, action, DocumentVersion{}, document),
                     QStringLiteral("server_only"));
    }

    void aLockIsItsHoldersAndModeratorsBreakIt()
    {
        const Entity document = Document{};
        const Entity mine = Lock{.person = anna};
        const Entity theirs = Lock{.person = bert};
        QCOMPARE(judged(AMember, Kind::Lock, Action::Create, {}, document), QString());
        QCOMPARE(judged(AMember, Kind::Lock, Action::Create, {}), QStringLiteral("gone"));
        QCOMPARE(judged(AMember, Kind::Lock, Action::Change, mine, document), QString());
        QCOMPARE(judged(AnOwner, Kind::Lock, Action::Change, theirs, document), QStringLiteral("not_yours"));
        QCOMPARE(judged(AMember, Kind::Lock, Action::Delete, mine, document), QString());
        QCOMPARE(judged(AMember, Kind::Lock, Action::Delete, theirs, document), QStringLiteral("not_yours"));
        for (const Who who : {AModerator, AnOwner})
            QCOMPARE(judged(who, Kind::Lock, Action::Delete, theirs, document), QString());
        QCOMPARE(judged(AMember, Kind::Lock, Action::Delete, {}, document), QString()); // gone already
        QCOMPARE(judged(Stranger, Kind::Lock, Action::Delete, theirs, document), QStringLiteral("not_member"));
    }

    void filesGoWithOnesOwnTexts()
    {
        const Entity mine = Post{.author = anna};
        const Entity theirs = Post{.author = bert};
        QCOMPARE(judged(AMember, Kind::Attachment, Action::Create, {}, mine), QString());
        QCOMPARE(judged(AMember, Kind::Attachment, Action::Create, {}, Comment{.author = anna}), QString());
        QCOMPARE(judged(AnOwner, Kind::Attachment, Action::Create, {}, theirs), QStringLiteral("not_author"));
        QCOMPARE(judged(AMember, Kind::Attachment, Action::Create, {}, Post{.author = anna, .blank = true}),
                 QStringLiteral("gone"));
        QCOMPARE(judged(AMember, Kind::Attachment, Action::Create, {}, Document{}), QStringLiteral("gone"));
        QCOMPARE(judged(AMember, Kind::Attachment, Action::Change, Attachment{.author = anna}, mine),
                 QStringLiteral("server_only"));
        QCOMPARE(judged(AMember, Kind::Attachment, Action::Delete, Attachment{.author = anna}, mine), QString());
        QCOMPARE(judged(AMember, Kind::Attachment, Action::Delete, Attachment{.author = bert}, theirs),
                 QStringLiteral("not_author"));
        QCOMPARE(judged(AModerator, Kind::Attachment, Action::Delete, Attachment{.author = bert}, theirs), QString());
    }

    void documentsAreInGroupsAndPinsInOnesOwnScope()
    {
        const Actor me = actor(AMember);
        for (const Kind kind : {Kind::Folder, Kind::Document, Kind::Version, Kind::Lock}) {
            Operation made = op(kind, Action::Create);
            made.scope = ScopeId::directory();
            QCOMPARE(judge(me, {made.scope}, made, {}, Document{}), QStringLiteral("no_such_place"));
        }
        Operation pin = op(Kind::Pin, Action::Create);
        pin.scope = ScopeId::person(anna);
        QCOMPARE(judge(me, {pin.scope}, pin, {}, {}), QString());
        pin.scope = ScopeId::person(bert);
        QCOMPARE(judge(me, {pin.scope}, pin, {}, {}), QStringLiteral("not_yours"));
    }

    void theTrashIsSignedAndGivingBackForgetsWho()
    {
        Operation away = op(Kind::Document, Action::Change);
        addChange(away, &Document::trashed, true);
        const auto gone = merged(Document{.name = QStringLiteral("a")}, away, anna, noon.plusMs(5));
        QCOMPARE(std::get<Document>(*gone).trashedAt, noon);
        QCOMPARE(std::get<Document>(*gone).trashedBy, anna);
        Operation back = op(Kind::Document, Action::Change);
        addChange(back, &Document::trashed, false);
        const auto there = merged(*gone, back, bert, noon.plusMs(9));
        QVERIFY(std::get<Document>(*there) == Document{.name = QStringLiteral("a")});
        // What only the server knows stays, whatever a client says.
        Operation cheat = op(Kind::Document, Action::Change);
        addChange(cheat, &Document::head, idOf(9));
        addChange(cheat, &Document::versions, qint64(99));
        QVERIFY(std::get<Document>(*merged(Document{}, cheat, anna, noon)) == Document{});
    }

    void namesThatMayStandTogetherAndNot()
    {
        QCOMPARE(nameKey(QStringLiteral("Résumé.TXT")), nameKey(QStringLiteral("re\u0301sume\u0301.txt")));
        QCOMPARE(nameKey(QStringLiteral("ΣΟΦΟΣ")), nameKey(QStringLiteral("σοφος").replace(4, 1, QChar(u'ς'))));
        QCOMPARE(nameKey(QStringLiteral("ﬁle")), nameKey(QStringLiteral("FILE")));
        QVERIFY(nameKey(QStringLiteral("a.txt")) != nameKey(QStringLiteral("a.tx")));
        QCOMPARE(tidyName(QStringLiteral("  e\u0301 ")), QStringLiteral("é"));
        QVERIFY(isGoodName(QStringLiteral("été 2026 (v2).tar.gz")));
        for (const QString &bad : {QString(), QStringLiteral("."), QStringLiteral(".."), QStringLiteral("a/b"),
                                  QStringLiteral("a\\b"), QStringLiteral("a\x01"), QString(128, QChar(u'é'))})
            QVERIFY2(!isGoodName(bad), qPrintable(bad));
    }

    void theLaterOfTwoEqualNamesSaysWhoseItIs()
    {
        QCOMPARE(clashedName(QStringLiteral("plan.odt"), QStringLiteral("Alice"), noon),
                 QStringLiteral("plan (Alice, 14 Nov).odt"));
        QCOMPARE(clashedName(QStringLiteral("plan.odt"), QStringLiteral("Alice"), noon, 2),
                 QStringLiteral("plan (Alice, 14 Nov 2).odt"));
        QCOMPARE(clashedName(QStringLiteral("README"), QStringLiteral("A/B"), noon),
                 QStringLiteral("README (A-B, 14 Nov)"));
        QCOMPARE(clashedName(QStringLiteral(".profile"), QStringLiteral("Alice"), noon),
                 QStringLiteral(".profile (Alice, 14 Nov)"));
        const QString longest =
            clashedName(QString(126, QChar(u'é')) + QStringLiteral(".odt"), QString(200, QChar(u'ü')), noon);
        QVERIFY2(isGoodName(longest) && longest.endsWith(QStringLiteral(".odt")), qPrintable(longest));
    }
};

QTEST_GUILESS_MAIN(DocumentsAccessTest)
#include "documents_access_test.moc"
