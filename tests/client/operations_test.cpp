#include "client/operations.h"

#include "model/derived_ids.h"
#include "model/merge.h"
#include "protocol/limits.h"
#include "text/emoji.h"

#include <QtTest>

using namespace parvis;
using namespace parvis::client;
using base::ErrorKind;
using model::Action;
using model::Kind;
using model::Operation;

class OperationsTest : public QObject {
    Q_OBJECT

private:
    base::ManualClock m_clock;
    base::SeededRandom m_random{11};
    const PersonId m_me{base::derivedUuid({"me"})};
    const PersonId m_other{base::derivedUuid({"other"})};
    const GroupId m_group{base::derivedUuid({"group"})};
    const ScopeId m_scope = ScopeId::group(m_group);
    Maker maker() { return {m_me, m_clock, m_random}; }

    Target post(PersonId author, bool blank = false)
    {
        model::Post post;
        post.author = author;
        post.body = QStringLiteral("text");
        post.blank = blank;
        return {base::derivedUuid({"post"}), {m_scope, 7, post}};
    }
    Target comment(PersonId author)
    {
        model::Comment comment;
        comment.post = PostId(base::derivedUuid({"post"}));
        comment.author = author;
        comment.body = QStringLiteral("answer");
        return {base::derivedUuid({"comment"}), {m_scope, 8, comment}};
    }
    // What both server and reader make of it.
    model::Entity effect(const Operation &op, const std::optional<model::Entity> &current = {})
    {
        return model::merged(current, op, m_me, op.at).value();
    }
    static store::OutboxEntry waiting(const Operation &op, store::OutboxState state = store::OutboxState::Pending)
    {
        store::OutboxEntry entry;
        entry.op = op;
        entry.state = state;
        return entry;
    }

private Q_SLOTS:
    void postCarriesTextMentionsAndTags()
    {
        const auto op = makePost(maker(), m_scope, {}, QStringLiteral("hello @ann #news"), {{m_other.uuid()}, {QStringLiteral("news")}});
        QVERIFY(op);
        QVERIFY(op->action == Action::Create);
        QCOMPARE(op->scope, m_scope);
        QVERIFY(op->entity != op->id.uuid() && !op->entity.isNull());
        const auto made = std::get<model::Post>(effect(*op));
        QCOMPARE(made.body, QStringLiteral("hello @ann #news"));
        QCOMPARE(made.mentions, QList<Uuid>{m_other.uuid()});
        QCOMPARE(made.tags, QStringList{QStringLiteral("news")});
        QCOMPARE(made.author, m_me);
        QCOMPARE(made.createdAt, m_clock.now());
    }

    void wallIsKeptOnlyInTheDirectory()
    {
        const auto onWall = makePost(maker(), ScopeId::directory(), m_other, QStringLiteral("x"), {});
        QCOMPARE(std::get<model::Post>(effect(*onWall)).wall, m_other);
        const auto inGroup = makePost(maker(), m_scope, m_other, QStringLiteral("x"), {});
        QVERIFY(std::get<model::Post>(effect(*inGroup)).wall.isNull());
    }

    void textsAreCheckedForEmptinessAndSize()
    {
        for (const QString &empty : {QString(), QStringLiteral(" \n\t ")}) {
            QVERIFY(makePost(maker(), m_scope, {}, empty, {}).error().kind == ErrorKind::Usage);
            QVERIFY(makeComment(maker(), post(m_other), empty, {}).error().kind == ErrorKind::Usage);
            QVERIFY(makeEdit(maker(), post(m_me), empty, {}).error().kind == ErrorKind::Usage);
        }
        // é has two bytes: what counts is what travels.
        const QString most(protocol::maxBodyBytes / 2, QChar(0xe9));
        QVERIFY(makePost(maker(), m_scope, {}, most, {}));
        QVERIFY(makePost(maker(), m_scope, {}, most + QLatin1Char('x'), {}).error().kind == ErrorKind::Usage);
    }

    void commentHangsOnItsPostAndOnTheCommentThatItAnswers()
    {
        const auto direct = makeComment(maker(), post(m_other), QStringLiteral("yes"), {});
        const auto made = std::get<model::Comment>(effect(*direct));
        QCOMPARE(made.post.uuid(), post(m_other).id);
        QVERIFY(made.parent.isNull());
        const auto answer = makeComment(maker(), comment(m_other), QStringLiteral("yes"), {});
        const auto second = std::get<model::Comment>(effect(*answer));
        QCOMPARE(second.post.uuid(), post(m_other).id);
        QCOMPARE(second.parent.uuid(), comment(m_other).id);
    }

    void commentOnSomethingElseIsWrongUsage()
    {
        const Target group{m_group.uuid(), {m_scope, 1, model::Group{}}};
        QVERIFY(makeComment(maker(), group, QStringLiteral("x"), {}).error().kind == ErrorKind::Usage);
        QVERIFY(makeReaction(maker(), group, QStringLiteral("👍"), true).error().kind == ErrorKind::Usage);
    }

    void onlyTheAuthorEditsAndABlankTextIsGone()
    {
        const auto op = makeEdit(maker(), post(m_me), QStringLiteral("better"), {});
        QVERIFY(op);
        QCOMPARE(op->baseRev, 7);
        const auto after = std::get<model::Post>(effect(*op, post(m_me).found.entity));
        QCOMPARE(after.body, QStringLiteral("better"));
        QCOMPARE(after.versions.size(), 1);
        QVERIFY(makeEdit(maker(), post(m_other), QStringLiteral("x"), {}).error().kind == ErrorKind::Refused);
        QVERIFY(makeEdit(maker(), post(m_me, true), QStringLiteral("x"), {}).error().kind == ErrorKind::Refused);
        QVERIFY(makeRemove(maker(), post(m_me, true)).error().kind == ErrorKind::Refused);
    }

    void editClearsMentionsThatAreNoLongerThere()
    {
        model::Post before;
        before.author = m_me;
        before.body = QStringLiteral("@ann");
        before.mentions = {m_other.uuid()};
        const auto op = makeEdit(maker(), {base::derivedUuid({"post"}), {m_scope, 1, before}}, QStringLiteral("nobody"), {});
        QVERIFY(std::get<model::Post>(effect(*op, before)).mentions.isEmpty());
    }

    void reactionHasOneIdForAllFormsOfAnEmoji()
    {
        const auto plain = makeReaction(maker(), post(m_other), QString::fromUtf8("❤"), true);
        const auto qualified = makeReaction(maker(), post(m_other), QString::fromUtf8("❤️"), true);
        QVERIFY(plain && qualified);
        QCOMPARE(plain->entity, qualified->entity);
        QCOMPARE(plain->entity, model::reactionId(post(m_other).id, m_me, text::fullyQualified(QString::fromUtf8("❤"))));
        const auto back = makeReaction(maker(), post(m_other), QString::fromUtf8("❤"), false);
        QVERIFY(back->action == Action::Delete);
        QCOMPARE(back->entity, plain->entity);
        const auto made = std::get<model::Reaction>(effect(*makeReaction(maker(), comment(m_other), QString::fromUtf8("👍"), true)));
        QCOMPARE(made.target, comment(m_other).id);
        QCOMPARE(made.post.uuid(), post(m_other).id);
    }

    void whatIsNoEmojiIsWrongUsage()
    {
        for (const char *text : {"", "a", "+1", "👍👍", "👍 "})
            QVERIFY(makeReaction(maker(), post(m_other), QString::fromUtf8(text), true).error().kind == ErrorKind::Usage);
    }

    void groupIsOneOperationInAScopeOfItsOwnId()
    {
        const auto op = makeGroup(maker(), {QStringLiteral("press"), {}, QStringLiteral("d"), model::GroupKind::Project, model::Visibility::Public});
        QVERIFY(op);
        QCOMPARE(op->scope, ScopeId::group(GroupId(op->entity)));
        const auto made = std::get<model::Group>(effect(*op));
        QCOMPARE(made.handle, QStringLiteral("press"));
        QCOMPARE(made.title, QStringLiteral("press"));
        QVERIFY(made.groupKind == model::GroupKind::Project);
        QVERIFY(made.visibility == model::Visibility::Public);
    }

    void badHandlesAreWrongUsage()
    {
        for (const char *handle : {"", "-x", "Press", "two words", "a/b", "@a"})
            QVERIFY(makeGroup(maker(), {QString::fromUtf8(handle), {}, {}, {}, {}}).error().kind == ErrorKind::Usage);
    }

    void membershipsHaveTheirDerivedIds()
    {
        QCOMPARE(makeJoin(maker(), m_group).entity, model::memberId(m_group, m_me));
        const auto op = makeRole(maker(), m_group, m_other, model::Role::Moderator, {});
        QVERIFY(op.action == Action::Create);
        const auto made = std::get<model::Member>(effect(op));
        QCOMPARE(made.person, m_other);
        QVERIFY(made.role == model::Role::Moderator);
        const Target held{model::memberId(m_group, m_other), {m_scope, 3, made}};
        const auto back = makeRole(maker(), m_group, m_other, model::Role::Member, held);
        QVERIFY(back.action == Action::Change);
        // The default role must be named too, or nothing would change.
        QVERIFY(std::get<model::Member>(effect(back, made)).role == model::Role::Member);
        QCOMPARE(makeMemberRemoval(maker(), m_group, m_other, 3).entity, held.id);
    }

    void readMarkIsCreatedUnderOneIdAndOnlyGrows()
    {
        const auto first = makeReadMark(maker(), m_scope.toString(), 50);
        const auto second = makeReadMark(maker(), m_scope.toString(), 40);
        QCOMPARE(first.entity, second.entity);
        const auto held = effect(first);
        QCOMPARE(std::get<model::ReadMark>(effect(second, held)).upTo, 50);
    }

    void draftNamesTheOperationThatMadeTheContentSeen()
    {
        const auto first = makeDraft(maker(), QStringLiteral("place"), QStringLiteral("a"), {});
        QVERIFY(first && first->baseOp.isNull());
        const Target held{first->entity, {ScopeId::person(m_me), 0, effect(*first)}};
        const auto second = makeDraft(maker(), QStringLiteral("place"), QStringLiteral("ab"), held);
        QCOMPARE(second->baseOp, first->id);
        QCOMPARE(second->entity, first->entity);
        const auto gone = makeDraft(maker(), QStringLiteral("place"), {}, held);
        QVERIFY(gone->action == Action::Delete);
        QCOMPARE(gone->baseOp, first->id);
        QVERIFY(!makeDraft(maker(), QStringLiteral("place"), QStringLiteral("a"), held)); // nothing changed
        QVERIFY(!makeDraft(maker(), QStringLiteral("place"), {}, {}));
    }

    void whatHangsOnAWaitingOperationDependsOnIt()
    {
        const auto made = *makePost(maker(), m_scope, {}, QStringLiteral("x"), {});
        const auto other = *makePost(maker(), m_scope, {}, QStringLiteral("y"), {});
        const QList<store::OutboxEntry> entries{waiting(made), waiting(other)};
        QCOMPARE(prerequisites(entries, m_me, m_scope, {made.entity}).value(), QList<OpId>{made.id});
        QCOMPARE(prerequisites({waiting(made, store::OutboxState::Answered)}, m_me, m_scope, {made.entity}).value(), QList<OpId>());
    }

    void whatIsWrittenToAWaitingGroupDependsOnIt()
    {
        const auto group = *makeGroup(maker(), {QStringLiteral("press"), {}, {}, {}, {}});
        QCOMPARE(prerequisites({waiting(group)}, m_me, group.scope, {}).value(), QList<OpId>{group.id});
        QCOMPARE(prerequisites({waiting(group)}, m_me, m_scope, {}).value(), QList<OpId>());
        const auto join = makeJoin(maker(), m_group);
        QCOMPARE(prerequisites({waiting(join)}, m_me, m_scope, {}).value(), QList<OpId>{join.id});
    }

    void whatHangsOnARefusedOperationIsRefusedAtOnce()
    {
        const auto made = *makePost(maker(), m_scope, {}, QStringLiteral("x"), {});
        auto entry = waiting(made, store::OutboxState::Rejected);
        entry.why = QStringLiteral("archived");
        const auto first = prerequisites({entry}, m_me, m_scope, {made.entity});
        QVERIFY(!first);
        QVERIFY(first.error().kind == ErrorKind::Refused);
        QVERIFY(first.error().detail.contains(QStringLiteral("archived")));
        // A refused joining is no reason: the membership may have come another way.
        QVERIFY(prerequisites({waiting(makeJoin(maker(), m_group), store::OutboxState::Rejected)}, m_me, m_scope, {}).value().isEmpty());
    }
};

QTEST_GUILESS_MAIN(OperationsTest)
#include "operations_test.moc"
