#include "store/world.h"

#include "store/cache_connection.h"
#include "store/database.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;
using model::Reason;

class NoticesTest : public QObject {
    Q_OBJECT

private:
    struct Told {
        Reason reason;
        Uuid id;
        bool fresh;
        bool unread;
        bool operator==(const Told &) const = default;
    };

    static QList<Told> told(World &world)
    {
        QList<Told> list;
        for (const NoticeItem &item : value(world.reader->notices({})).items)
            list.append({item.reason, item.id, item.fresh, item.unread});
        return list;
    }

    static QList<Reason> reasons(World &world)
    {
        QList<Reason> list;
        for (const Told &each : told(world))
            list.append(each.reason);
        return list;
    }

    static model::Post post(World &world, PersonId author, const QList<Uuid> &mentions = {})
    {
        model::Post post = World::post("Chantier du pont", author);
        post.mentions = mentions;
        post.createdAt = world.clock.now();
        return post;
    }

    static model::Comment comment(PersonId author, const Uuid &post, const Uuid &parent = {},
                                  const QList<Uuid> &mentions = {})
    {
        model::Comment comment;
        comment.author = author;
        comment.post = PostId(post);
        comment.parent = model::CommentId(parent);
        comment.body = "Bien noté";
        comment.mentions = mentions;
        return comment;
    }

    static Uuid hold(World &world, const model::Entity &entity, const ScopeId &scope)
    {
        const Uuid id = world.newId();
        world.hold(scope, entity, id);
        return id;
    }
    static Uuid hold(World &world, const model::Entity &entity) { return hold(world, entity, world.place()); }

    static void mark(World &world, const QString &place, qint64 upTo)
    {
        model::ReadMark mark;
        mark.place = place;
        mark.upTo = upTo;
        world.hold(ScopeId::person(world.me), mark, model::readMarkId(place, world.me));
    }

private Q_SLOTS:
    void whatNamesMeIsListedWithItsReason()
    {
        World world;
        world.signIn();
        hold(world, post(world, world.other));
        const Uuid named = hold(world, post(world, world.other, {world.newId(), world.me.uuid()}));
        hold(world, post(world, world.me, {world.me.uuid()}));
        const Uuid mine = hold(world, post(world, world.me));
        const Uuid reply = hold(world, comment(world.other, mine));
        const Uuid own = hold(world, comment(world.me, named));
        const Uuid answer = hold(world, comment(world.other, named, own));
        const Uuid follows = hold(world, comment(world.other, named));
        const Uuid group = hold(world, post(world, world.other, {world.group.uuid()}));
        hold(world, post(world, world.other, {world.newId()}));
        QCOMPARE(told(world), (QList<Told>{{Reason::GroupMention, group, true, true},
                                           {Reason::Thread, follows, true, true},
                                           {Reason::CommentReply, answer, true, true},
                                           {Reason::PostReply, reply, true, true},
                                           {Reason::Mention, named, true, true}}));
        QCOMPARE(value(world.reader->notices({})).unread, 5);
        const NoticeItem item = value(world.reader->notices({.limit = 1})).items.first();
        QCOMPARE(item.author.fullName, "Jean Petit");
        QCOMPARE(item.place.title, "Projets");
        QCOMPARE(item.text, "Chantier du pont");
    }

    void aCommentBeforeMineInTheThreadIsNoNotice()
    {
        World world;
        world.signIn();
        const Uuid theirs = hold(world, post(world, world.other));
        hold(world, comment(world.other, theirs));
        hold(world, comment(world.me, theirs));
        QVERIFY(told(world).isEmpty());
    }

    void theOrderOfArrivalChangesNothing()
    {
        World forwards(7), backwards(7);
        QList<QList<Told>> lists;
        for (World *world : {&forwards, &backwards}) {
            world->signIn();
            const Uuid mine = world->newId(), own = world->newId(), theirs = world->newId();
            std::vector<WireRow> rows;
            const auto add = [&](const model::Entity &entity, const Uuid &id) {
                rows.push_back(world->row(world->place(), entity, id));
            };
            add(post(*world, world->me), mine);
            add(post(*world, world->other), theirs);
            add(comment(world->other, theirs), world->newId());
            add(comment(world->me, theirs), own);
            add(comment(world->other, theirs), world->newId());
            add(comment(world->me, theirs), world->newId());
            add(comment(world->other, theirs, own), world->newId());
            add(comment(world->other, mine), world->newId());
            if (world == &backwards)
                std::reverse(rows.begin(), rows.end());
            for (const WireRow &row : rows)
                world->apply(world->place(), {row});
            lists.append(told(*world));
            QCOMPARE(reasons(*world), (QList<Reason>{Reason::PostReply, Reason::CommentReply, Reason::Thread}));
        }
        for (qsizetype i = 0; i < lists[0].size(); ++i)
            QCOMPARE(lists[0][i].id, lists[1][i].id);
    }

    void editsAndDeletionsAreFollowed()
    {
        World world;
        world.signIn();
        const Uuid id = hold(world, post(world, world.other));
        QVERIFY(told(world).isEmpty());
        world.hold(world.place(), post(world, world.other, {world.me.uuid()}), id);
        QCOMPARE(reasons(world), QList<Reason>{Reason::Mention});
        world.hold(world.place(), post(world, world.other), id);
        QVERIFY(told(world).isEmpty());
        world.hold(world.place(), post(world, world.other, {world.me.uuid()}), id);
        model::Post blank = post(world, world.other, {world.me.uuid()});
        blank.blank = true;
        world.hold(world.place(), blank, id);
        QVERIFY(told(world).isEmpty());
        const Uuid gone = hold(world, post(world, world.other, {world.me.uuid()}));
        QCOMPARE(told(world).size(), 1);
        world.bury(world.place(), Kind::Post, gone);
        QVERIFY(told(world).isEmpty());
    }

    void whatAFirstSyncBringsIsNoNews()
    {
        World world;
        world.signIn();
        const GroupId other = world.newId<GroupId>();
        const ScopeId scope = ScopeId::group(other);
        const auto frame = [&](const std::vector<WireRow> &rows, qint64 from) {
            ScopeState state = world.covered(scope);
            state.covered = {{from, world.heads[scope], 0}};
            value(world.cache->apply(state, rows));
        };
        model::Membership membership;
        membership.place = scope.toString();
        world.hold(ScopeId::person(world.me), membership, model::membershipId(scope, world.me));
        const WireRow old = world.row(scope, post(world, world.other, {world.me.uuid()}), world.newId());
        const WireRow newer = world.row(scope, post(world, world.other, {world.me.uuid()}), world.newId());
        frame({newer}, 1); // from the newest downwards
        const WireRow during = world.row(scope, post(world, world.other, {world.me.uuid()}), world.newId());
        frame({during}, 1);
        frame({old}, 0); // complete
        for (const Told &each : told(world))
            QVERIFY(!each.fresh && !each.unread);
        QCOMPARE(told(world).size(), 3);
        hold(world, post(world, world.other, {world.me.uuid()}), scope);
        QCOMPARE(told(world).first().fresh, true);

        // After a long absence the newest come first, too, but all of them are news.
        const WireRow missed = world.row(scope, post(world, world.other, {world.me.uuid()}), world.newId());
        const WireRow last = world.row(scope, post(world, world.other, {world.me.uuid()}), world.newId());
        ScopeState jumped = world.covered(scope);
        jumped.covered = {{0, last.rev - 2, 0}, {last.rev - 1, last.rev, 0}};
        value(world.cache->apply(jumped, std::vector<WireRow>{last}));
        world.reopen();
        frame({missed}, 0);
        const auto list = told(world);
        QCOMPARE(list.size(), 6);
        QVERIFY(list[0].fresh && list[1].fresh && list[2].fresh);
    }

    void rule38WhatComesUnderANewEpochIsNoNews()
    {
        World world;
        world.signIn();
        const Uuid before = hold(world, post(world, world.other, {world.me.uuid()}));
        ScopeState again = world.covered(world.place());
        again.covered.clear();
        again.epoch = world.newId<EpochId>();
        value(world.cache->unverify(again));
        world.epoch = again.epoch;
        const Uuid imported = hold(world, post(world, world.other, {world.me.uuid()}));
        QCOMPARE(told(world),
                 (QList<Told>{{Reason::Mention, imported, false, false}, {Reason::Mention, before, true, true}}));
        QCOMPARE(value(world.reader->notices({})).unread, 1);
        hold(world, post(world, world.other, {world.me.uuid()}));
        QVERIFY(told(world).first().fresh);
    }

    void readMarksEndWhatTheyCover()
    {
        World world;
        world.signIn();
        const Uuid named = hold(world, post(world, world.other, {world.me.uuid()}));
        const Uuid answer = hold(world, comment(world.other, named, {}, {world.me.uuid()}));
        const Uuid other = hold(world, post(world, world.me));
        hold(world, comment(world.other, other));
        const auto unread = [&] {
            QList<Uuid> ids;
            for (const NoticeItem &item : value(world.reader->notices({.unreadOnly = true})).items)
                ids.append(item.id);
            return ids.size();
        };
        QCOMPARE(unread(), 3);
        // Who scrolls past a post has not opened its thread.
        mark(world, world.place().toString(), world.lastOrder);
        QCOMPARE(unread(), 2);
        mark(world, model::threadPlace(world.place(), named), world.orders[answer]);
        QCOMPARE(unread(), 1);
        QCOMPARE(value(world.reader->notices({.unreadOnly = true})).items.first().post, other);
        mark(world, model::noticesPlace(), world.lastOrder);
        QCOMPARE(unread(), 0);
        QCOMPARE(value(world.reader->notices({})).unread, 0);
        QCOMPARE(told(world).size(), 3);
    }

    void aMarkThatWaitsCountsAtOnce()
    {
        World world;
        world.signIn();
        const Uuid named = hold(world, post(world, world.other, {world.me.uuid()}));
        model::ReadMark mark;
        mark.place = model::threadPlace(world.place(), named);
        mark.upTo = world.lastOrder;
        world.write(world.creation(ScopeId::person(world.me), mark, model::readMarkId(mark.place, world.me)));
        QCOMPARE(value(world.reader->notices({})).unread, 0);
    }

    void inAMutedPlaceOnlyMyNameIsUnread()
    {
        World world;
        world.signIn();
        const Uuid mine = hold(world, post(world, world.me));
        hold(world, comment(world.other, mine));
        const Uuid named = hold(world, comment(world.other, mine, {}, {world.me.uuid()}));
        QCOMPARE(value(world.reader->notices({})).unread, 2);
        model::PlaceSetting setting;
        setting.place = world.place().toString();
        setting.muted = true;
        world.hold(ScopeId::person(world.me), setting, model::placeSettingId(setting.place, world.me));
        const NoticePage page = value(world.reader->notices({}));
        QCOMPARE(page.unread, 1);
        QCOMPARE(page.items.size(), 2);
        for (const NoticeItem &item : page.items) {
            QVERIFY(item.muted);
            QCOMPARE(item.unread, item.id == named);
        }
    }

    void pagesAndThreadsAreTold()
    {
        World world;
        world.signIn();
        const Uuid thread = hold(world, post(world, world.me));
        for (int i = 0; i < 30; ++i) {
            hold(world, post(world, world.other, {world.me.uuid()}));
            hold(world, comment(world.other, thread));
        }
        QList<Uuid> seen;
        qint64 before = 0;
        for (int page = 0; page < 6; ++page) {
            const auto items = value(world.reader->notices({.before = before, .limit = 10})).items;
            QCOMPARE(items.size(), 10);
            before = items.last().order;
            for (const NoticeItem &item : items)
                seen.append(item.id);
        }
        QCOMPARE(QSet<Uuid>(seen.begin(), seen.end()).size(), 60);
        QVERIFY(value(world.reader->notices({.before = before})).items.isEmpty());
        const auto ofThread = value(world.reader->notices({.thread = thread})).items;
        QCOMPARE(ofThread.size(), 30);
        for (const NoticeItem &item : ofThread)
            QCOMPARE(item.post, thread);
    }

    void aPurgedScopeLeavesNone()
    {
        World world;
        world.signIn();
        const Uuid thread = hold(world, post(world, world.me));
        hold(world, comment(world.other, thread));
        hold(world, post(world, world.other, {world.me.uuid()}));
        world.reader.reset(); // the purge cuts the log
        const auto changes = value(world.cache->purge(world.place()));
        QVERIFY(changes.notices);
        world.reopen();
        QVERIFY(told(world).isEmpty());
        auto db = value(openCacheConnection(world.cachePath()));
        for (const char *table : {"notice", "thread_of_mine"})
            QCOMPARE(db->scalar("SELECT count(*) FROM " + QByteArray(table)), 0);
    }

    void aPlaceThatIsBeingLeftIsSilent()
    {
        World world;
        world.signIn();
        hold(world, post(world, world.other, {world.me.uuid()}));
        world.write(
            world.operation(Action::Delete, Kind::Member, world.place(), model::memberId(world.group, world.me)));
        QVERIFY(told(world).isEmpty());
        QCOMPARE(value(world.reader->notices({})).unread, 0);
    }

    void aCacheOfAnOlderBuildIsFilledWhenItOpens()
    {
        World world;
        world.signIn();
        const Uuid mine = hold(world, post(world, world.me));
        const Uuid theirs = hold(world, post(world, world.other, {world.me.uuid()}));
        const Uuid own = hold(world, comment(world.me, theirs));
        hold(world, comment(world.other, theirs, own));
        hold(world, comment(world.other, mine));
        hold(world, post(world, world.other));
        const auto expected = told(world);
        QCOMPARE(expected.size(), 3);
        world.close();
        {
            auto db = value(openCacheConnection(world.cachePath()));
            db->exec("DELETE FROM notice; DELETE FROM thread_of_mine; DELETE FROM notice_known; INSERT INTO notice_due "
                     "VALUES (1)");
        }
        world.reopen();
        const auto filled = told(world);
        QCOMPARE(filled.size(), expected.size());
        for (qsizetype i = 0; i < filled.size(); ++i) {
            QCOMPARE(filled[i].id, expected[i].id);
            QCOMPARE(filled[i].reason, expected[i].reason);
            QVERIFY(!filled[i].fresh); // nothing that was there is news
        }
        const Uuid next = hold(world, comment(world.other, mine));
        QCOMPARE(told(world).first(), (Told{Reason::PostReply, next, true, true}));
    }

    void commitsSayThatNoticesChanged()
    {
        World world;
        world.signIn();
        const auto put = [&](const model::Entity &entity, const Uuid &id) {
            return world.apply(world.place(), {world.row(world.place(), entity, id)}).notices;
        };
        const Uuid id = world.newId();
        QVERIFY(!put(post(world, world.other), world.newId()));
        QVERIFY(put(post(world, world.other, {world.me.uuid()}), id));
        QVERIFY(world.apply(world.place(), {world.tombstone(world.place(), Kind::Post, id)}).notices);
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "notices_test.moc"
