#include "store/world.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class OverlayTest : public QObject {
    Q_OBJECT

private:
    static FeedItem item(World &world, const Uuid &id)
    {
        const auto found = value(world.reader->item(id));
        return found ? *found : FeedItem();
    }

private Q_SLOTS:
    void aPendingPostStandsAboveEverything()
    {
        World world;
        world.signIn();
        world.holdPost("ancien");
        const Operation first = world.newPost("premier");
        const Operation second = world.newPost("second");
        world.write(first);
        world.write(second);
        world.holdPost("arrivé après");
        QCOMPARE(world.feed(), QStringList({"second", "premier", "arrivé après", "ancien"}));
        const FeedItem shown = item(world, first.entity);
        QCOMPARE(shown.state, ItemState::Pending);
        QCOMPARE(shown.op, first.id);
        QCOMPARE(shown.author.fullName, "Marie Dupont");
        QCOMPARE(shown.createdAt, first.at);
        QVERIFY(!shown.unread);
        QVERIFY(shown.order > pendingOrderBase);
    }

    void aRowThatIsInBothFilesIsShownOnce()
    {
        World world;
        world.signIn();
        const Operation op = world.newPost("une fois");
        world.write(op);
        value(world.outbox->numberNext(1));
        value(world.outbox->markAnswered(op.id, {{world.place(), world.epoch, 9, op.entity}}));
        QCOMPARE(world.feed(), QStringList{"une fois"});
        QCOMPARE(item(world, op.entity).state, ItemState::Acked);
        world.hold(world.place(), World::post("une fois", world.me), op.entity);
        QCOMPARE(world.feed(), QStringList{"une fois"});
        QCOMPARE(value(world.reader->feed({}))[0].order, world.orders[op.entity]);
        value(world.outbox->remove({op.id}));
        QCOMPARE(world.feed(), QStringList{"une fois"});
    }

    void aPendingEditShowsTheNewTextAndKeepsTheOld()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("avant", world.me, world.place());
        world.write(world.newBody(Kind::Post, id, "après"));
        const FeedItem shown = item(world, id);
        QCOMPARE(shown.body, "après");
        QCOMPARE(shown.state, ItemState::Pending);
        QCOMPARE(shown.versions.size(), 1);
        QCOMPARE(shown.versions[0].body, "avant");
        QCOMPARE(shown.order, world.orders[id]);
    }

    void aRejectedEditIsNotLaid()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("avant", world.me, world.place());
        const OpId op = world.write(world.newBody(Kind::Post, id, "après"));
        value(world.outbox->markRejected(op, "not_author"));
        QCOMPARE(item(world, id).body, "avant");
        QCOMPARE(item(world, id).state, ItemState::Acked);
    }

    void aRejectedCreationIsShownWithItsReasonButNotDumped()
    {
        World world;
        world.signIn();
        const Uuid root = world.holdPost("racine");
        const Operation post = world.newPost("refusé");
        const Operation comment = world.newComment(root, "refusé aussi");
        world.write(post);
        world.write(comment);
        value(world.outbox->markRejected(post.id, "archived"));
        value(world.outbox->markRejected(comment.id, "archived"));
        QCOMPARE(item(world, post.entity).state, ItemState::Rejected);
        QCOMPARE(item(world, post.entity).why, "archived");
        QCOMPARE(world.feed(), QStringList({"refusé", "racine"}));
        QCOMPARE(bodies(value(world.reader->thread(PostId(root)))), QStringList({"racine", "refusé aussi"}));
        QCOMPARE(item(world, root).comments, 0);
        QVERIFY(!value(world.reader->dump(std::nullopt)).contains("refus"));
    }

    void aPendingDeletionHidesAPostWithoutComments()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("à supprimer", world.me, world.place());
        world.write(world.deletion(Kind::Post, id));
        QVERIFY(world.feed().isEmpty());
        QVERIFY(!value(world.reader->item(id)));
        QVERIFY(value(world.reader->thread(PostId(id))).isEmpty());
    }

    void aPendingDeletionBlanksAPostWithComments()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("à supprimer", world.me, world.place());
        world.holdComment(id, "réponse");
        world.write(world.deletion(Kind::Post, id));
        const auto thread = value(world.reader->thread(PostId(id)));
        QCOMPARE(thread.size(), 2);
        QVERIFY(thread[0].blank);
        QVERIFY(thread[0].body.isEmpty());
        QCOMPARE(thread[0].author.id, world.me);
        QCOMPARE(thread[0].state, ItemState::Pending);
    }

    void deletingTheLastCommentThenThePostHidesBoth()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("seul", world.me, world.place());
        const Uuid comment = world.holdComment(id, "réponse");
        world.write(world.deletion(Kind::Comment, comment));
        QCOMPARE(item(world, id).comments, 0);
        world.write(world.deletion(Kind::Post, id));
        QVERIFY(world.feed().isEmpty());
    }

    void aCommentThatIsAnsweredIsBlanked()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("racine");
        const Uuid comment = world.holdComment(id, "première");
        model::Comment reply;
        reply.post = PostId(id);
        reply.parent = model::CommentId(comment);
        reply.author = world.other;
        reply.body = "réponse";
        world.hold(world.place(), reply, world.newId());
        world.write(world.deletion(Kind::Comment, comment));
        const auto thread = value(world.reader->thread(PostId(id)));
        QCOMPARE(bodies(thread), QStringList({"racine", "", "réponse"}));
        QVERIFY(thread[1].blank);
        QCOMPARE(thread[2].parent, comment);
        QCOMPARE(thread[1].parent, id);
    }

    void aDeletedThreadTakesEverythingAlong()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("racine");
        const Uuid comment = world.holdComment(id, "réponse");
        model::Reaction reaction;
        reaction.target = comment;
        reaction.post = PostId(id);
        reaction.person = world.other;
        reaction.emoji = "👍";
        world.hold(world.place(), reaction, world.newId());
        world.write(world.operation(Action::DeleteThread, Kind::Post, world.place(), id));
        QVERIFY(!value(world.reader->item(comment)));
        QVERIFY(!value(world.reader->item(id)));
        const QByteArray dump = value(world.reader->dump(world.place()));
        QVERIFY(!dump.contains("comment"));
        QVERIFY(!dump.contains("reaction"));
    }

    void pendingCommentsAreCountedAndStandLast()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("racine");
        world.holdComment(id, "un");
        world.write(world.newComment(id, "deux"));
        world.holdComment(id, "trois");
        QCOMPARE(bodies(value(world.reader->thread(PostId(id)))), QStringList({"racine", "un", "trois", "deux"}));
        QCOMPARE(item(world, id).comments, 3);
        QCOMPARE(item(world, id).commenters, QStringList({"Marie Dupont", "Jean Petit"}));
    }

    void reactionsAreCountedWithWhatWaits()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("racine");
        const auto reaction = [&](PersonId person, const QString &emoji) {
            model::Reaction reaction;
            reaction.target = id;
            reaction.post = PostId(id);
            reaction.person = person;
            reaction.emoji = emoji;
            return reaction;
        };
        world.hold(world.place(), reaction(world.other, "👍"), model::reactionId(id, world.other, "👍"));
        world.hold(world.place(), reaction(world.me, "🎉"), model::reactionId(id, world.me, "🎉"));
        world.write(world.creation(world.place(), reaction(world.me, "👍"), model::reactionId(id, world.me, "👍")));
        world.write(world.deletion(Kind::Reaction, model::reactionId(id, world.me, "🎉")));
        auto counts = item(world, id).reactions;
        QCOMPARE(counts.size(), 1);
        QCOMPARE(counts[0].emoji, "👍");
        QCOMPARE(counts[0].count, 2);
        QVERIFY(counts[0].mine);
        QCOMPARE(counts[0].names.size(), 2);
        world.write(world.creation(world.place(), reaction(world.me, "🎉"), model::reactionId(id, world.me, "🎉")));
        counts = item(world, id).reactions;
        QCOMPARE(counts.size(), 2);
        QCOMPARE(counts[1].emoji, "🎉");
        QCOMPARE(counts[1].count, 1);
    }

    void unreadFollowsThePendingReadMark()
    {
        World world;
        world.signIn();
        const Uuid first = world.holdPost("un");
        world.holdPost("le mien", world.me, world.place());
        world.holdPost("deux");
        QCOMPARE(value(world.reader->groups())[0].unread, 2);
        QVERIFY(item(world, first).unread);
        model::ReadMark mark;
        mark.place = world.place().toString();
        mark.upTo = world.orders[first];
        world.write(world.creation(ScopeId::person(world.me), mark, model::readMarkId(mark.place, world.me)));
        QCOMPARE(value(world.reader->groups())[0].unread, 1);
        QVERIFY(!item(world, first).unread);
        mark.upTo = value(world.reader->topOrder(world.place()));
        world.write(world.creation(ScopeId::person(world.me), mark, model::readMarkId(mark.place, world.me)));
        QCOMPARE(value(world.reader->groups())[0].unread, 0);
    }

    void aPendingGroupIsMineAtOnce()
    {
        World world;
        world.signIn();
        model::Group group;
        group.handle = "nouveau";
        group.title = "Nouveau";
        const GroupId id = world.newId<GroupId>();
        const Operation op = world.creation(ScopeId::group(id), group, id.uuid());
        world.write(op);
        const auto found = value(world.reader->group("nouveau"));
        QVERIFY(found);
        QCOMPARE(found->state, ItemState::Pending);
        QVERIFY(found->role == model::Role::Owner);
        QCOMPARE(found->members, 1);
        QCOMPARE(value(world.reader->members(id)).size(), 1);
        Operation post = world.creation(ScopeId::group(id), World::post("dedans", {}), world.newId());
        world.write(post);
        QCOMPARE(world.feed(), QStringList{"dedans"});
        QCOMPARE(item(world, post.entity).place.title, "Nouveau");
        value(world.outbox->markRejected(op.id, "guest"));
        QVERIFY(!value(world.reader->group("nouveau")));
    }

    void joiningAndLeavingShowAtOnce()
    {
        World world;
        world.signIn();
        const GroupId open = world.newId<GroupId>();
        model::GroupCard card;
        card.handle = "public";
        card.visibility = model::Visibility::Public;
        world.hold(ScopeId::directory(), card, open.uuid());
        QVERIFY(!value(world.reader->group("public"))->role);
        model::Member member;
        member.person = world.me;
        world.write(world.creation(ScopeId::group(open), member, model::memberId(open, world.me)));
        QVERIFY(value(world.reader->group("public"))->role == model::Role::Member);
        QCOMPARE(value(world.reader->group("public"))->state, ItemState::Pending);
        world.write(world.deletion(Kind::Member, model::memberId(world.group, world.me)));
        for (const GroupItem &group : value(world.reader->groups()))
            QVERIFY(group.id != world.group || !group.role);
        QVERIFY(value(world.reader->members(world.group)).isEmpty());
    }

    void aPendingMemberIsListed()
    {
        World world;
        world.signIn();
        model::Member member;
        member.person = world.other;
        member.role = model::Role::Moderator;
        world.write(world.creation(world.place(), member, model::memberId(world.group, world.other)));
        const auto members = value(world.reader->members(world.group));
        QCOMPARE(members.size(), 2);
        QCOMPARE(members[0].person.fullName, "Jean Petit");
        QCOMPARE(members[0].state, ItemState::Pending);
        QVERIFY(members[0].role == model::Role::Moderator);
        QCOMPARE(value(world.reader->group("projets"))->members, 2);
    }

    void draftsAreReadWithWhatWaits()
    {
        World world;
        world.signIn();
        const ScopeId own = ScopeId::person(world.me);
        const QString place = world.place().toString();
        QVERIFY(value(world.reader->drafts(place)).isEmpty());
        model::Draft draft;
        draft.place = place;
        draft.body = "ancien";
        draft.changedAt = Time::fromMs(1);
        const Uuid id = world.newId();
        world.hold(own, draft, id);
        QCOMPARE(value(world.reader->drafts(place)).first().body, QString("ancien"));
        Operation op = world.operation(Action::Change, Kind::Draft, own, id);
        model::addChange(op, &model::Draft::body, QString("nouveau"));
        world.write(op);
        QCOMPARE(value(world.reader->drafts(place)).first().body, QString("nouveau"));
        QCOMPARE(value(world.reader->drafts(place)).first().base, op.id);
        world.write(world.operation(Action::Delete, Kind::Draft, own, id));
        QVERIFY(value(world.reader->drafts(place)).isEmpty());
    }

    void aPendingProfileChangeShowsInTheCard()
    {
        World world;
        world.signIn();
        Operation op = world.operation(Action::Change, Kind::Person, ScopeId::directory(), world.me.uuid());
        model::addChange(op, &model::Person::fullName, QString("Marie Durand"));
        world.write(op);
        QCOMPARE(value(world.reader->person("marie"))->fullName, "Marie Durand");
        QCOMPARE(value(world.reader->profile(world.me))->fullName, "Marie Durand");
    }

    void rule35NothingOfAPurgedScopeIsLaid()
    {
        World world;
        world.signIn();
        const Operation sent = world.newPost("parti");
        world.write(sent);
        value(world.outbox->numberNext(1));
        world.write(world.newPost("pas parti"));
        value(world.outbox->purgeScope(world.place()));
        QVERIFY(world.feed().isEmpty());
        QVERIFY(!value(world.reader->item(sent.entity)));
        QCOMPARE(value(world.reader->outbox()).size(), 2);
        value(world.outbox->clearPurged(world.place()));
        QCOMPARE(world.feed().size(), 2);
    }

    void aVoidOneIsShownNowhere()
    {
        World world;
        world.signIn();
        const OpId id = world.write(world.newPost("repris"));
        value(world.outbox->numberNext(1));
        value(world.outbox->discard(id));
        QVERIFY(world.feed().isEmpty());
        QVERIFY(value(world.reader->outbox()).isEmpty());
    }

    void findGivesTheMergedEntity()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("avant", world.me, world.place());
        world.write(world.newBody(Kind::Post, id, "après"));
        const auto found = value(world.reader->find(id));
        QCOMPARE(std::get<model::Post>(found->entity).body, "après");
        QCOMPARE(found->rev, world.heads[world.place()]);
        const Operation fresh = world.newPost("neuf");
        world.write(fresh);
        QCOMPARE(value(world.reader->find(fresh.entity))->rev, 0);
        QVERIFY(!value(world.reader->find(world.newId())));
    }
};

QTEST_GUILESS_MAIN(OverlayTest)
#include "overlay_test.moc"
