#include "model/derived_ids.h"
#include "store/world.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class ReaderFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagingDownAndUpMeetsEveryPostOnce()
    {
        World world;
        world.signIn();
        for (int i = 0; i < 25; ++i)
            world.holdPost(QString::number(i));
        world.write(world.newPost("en attente"));
        for (const FeedQuery::What what : {FeedQuery::Merged, FeedQuery::Group}) {
            FeedQuery query;
            query.what = what;
            query.id = world.group.uuid();
            query.limit = 10;
            QStringList down;
            for (auto page = value(world.reader->feed(query)); !page.isEmpty();
                 page = value(world.reader->feed(query))) {
                down += bodies(page);
                query.before = page.last().order;
            }
            QCOMPARE(down.size(), 26);
            QCOMPARE(down.first(), "en attente");
            QCOMPARE(down.last(), "0");
            QStringList up;
            query.before = 0;
            query.after = 1;
            for (auto page = value(world.reader->feed(query)); !page.isEmpty();
                 page = value(world.reader->feed(query))) {
                up = bodies(page) + up;
                query.after = page.first().order;
            }
            QCOMPARE(up, down);
        }
    }

    void laterPageKeepsOrderWhenPostsArrive()
    {
        World world;
        world.signIn();
        for (int i = 0; i < 10; ++i)
            world.holdPost(QString::number(i));
        FeedQuery query;
        query.limit = 5;
        const auto first = value(world.reader->feed(query));
        world.holdPost("arrivé");
        query.before = first.last().order;
        QCOMPARE(bodies(value(world.reader->feed(query))), QStringList({"4", "3", "2", "1", "0"}));
    }

    void theMergedFeedHoldsMyGroupsAndTheWallsOnly()
    {
        World world;
        world.signIn();
        const GroupId foreign = world.newId<GroupId>();
        for (int i = 0; i < 100; ++i)
            world.holdPost("ailleurs", world.other, ScopeId::group(foreign));
        world.holdPost("groupe");
        world.holdPost("mur de l'entreprise", world.other, ScopeId::directory());
        model::Post personal = World::post("mur de Jean", world.other);
        personal.wall = world.other;
        world.hold(ScopeId::directory(), personal, world.newId());
        for (int i = 0; i < 100; ++i)
            world.holdPost("ailleurs", world.other, ScopeId::group(foreign));
        QCOMPARE(world.feed(), QStringList({"mur de Jean", "mur de l'entreprise", "groupe"}));
        FeedQuery query;
        query.what = FeedQuery::CompanyWall;
        QCOMPARE(bodies(value(world.reader->feed(query))), QStringList{"mur de l'entreprise"});
        query.what = FeedQuery::PersonWall;
        query.id = world.other.uuid();
        const auto wall = value(world.reader->feed(query));
        QCOMPARE(bodies(wall), QStringList{"mur de Jean"});
        QCOMPARE(wall[0].place.handle, "jean");
        query.id = world.me.uuid();
        QVERIFY(value(world.reader->feed(query)).isEmpty());
    }

    void bookmarksArePagedByWhenTheyWereMadeAndFollowTheirTargets()
    {
        World world;
        world.signIn();
        const ScopeId own = ScopeId::person(world.me);
        const auto mark = [&](const Uuid &target) {
            model::Bookmark bookmark;
            bookmark.target = target;
            bookmark.place = world.place().toString();
            return bookmark;
        };
        QList<Uuid> posts;
        for (int i = 0; i < 12; ++i)
            posts.append(world.holdPost(QString::number(i)));
        const Uuid comment = world.holdComment(posts[3], "un commentaire");
        for (const int i : {7, 2, 9, 0, 4}) // not in the order of the posts
            world.hold(own, mark(posts[i]), model::bookmarkId(posts[i], world.me));
        world.hold(own, mark(comment), model::bookmarkId(comment, world.me));
        world.write(world.creation(own, mark(posts[5]), model::bookmarkId(posts[5], world.me)));
        const QStringList all{"5", "un commentaire", "4", "0", "9", "2", "7"};
        FeedQuery query;
        query.what = FeedQuery::Bookmarks;
        query.limit = 3;
        QStringList down;
        QList<qint64> orders;
        for (auto page = value(world.reader->feed(query)); !page.isEmpty(); page = value(world.reader->feed(query))) {
            for (const FeedItem &item : page) {
                QVERIFY(item.bookmarked);
                orders.append(item.order);
            }
            down += bodies(page);
            query.before = page.last().order;
        }
        QCOMPARE(down, all);
        QVERIFY(std::is_sorted(orders.rbegin(), orders.rend()));
        QStringList up;
        query.before = 0;
        query.after = 1;
        for (auto page = value(world.reader->feed(query)); !page.isEmpty(); page = value(world.reader->feed(query))) {
            up = bodies(page) + up;
            query.after = page.first().order;
        }
        QCOMPARE(up, all);
        // Taken back while it waits, and a target that is gone.
        world.write(world.operation(Action::Delete, Kind::Bookmark, own, model::bookmarkId(posts[9], world.me)));
        world.bury(world.place(), Kind::Post, posts[0]);
        query = {};
        query.what = FeedQuery::Bookmarks;
        QCOMPARE(bodies(value(world.reader->feed(query))), QStringList({"5", "un commentaire", "4", "2", "7"}));
        QVERIFY(!value(world.reader->item(posts[9]))->bookmarked);
        QVERIFY(value(world.reader->item(posts[4]))->bookmarked);
    }

    void aPostBringsItsLastTwoComments()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("racine");
        QVERIFY(value(world.reader->item(id))->latest.isEmpty());
        for (int i = 0; i < 4; ++i)
            world.holdComment(id, QString::number(i));
        const auto texts = [&] {
            QStringList list;
            const auto item = value(world.reader->item(id)); // outlives the loop
            for (const CommentPreview &comment : item->latest)
                list.append(comment.body);
            return list;
        };
        QCOMPARE(texts(), QStringList({"2", "3"}));
        world.write(world.newComment(id, "en attente"));
        QCOMPARE(texts(), QStringList({"3", "en attente"}));
        QCOMPARE(value(world.reader->item(id))->latest[1].state, ItemState::Pending);
    }

    void whoReactedIsToldByEmojiAndName()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("racine");
        const auto react = [&](PersonId person, const QString &emoji) {
            model::Reaction reaction;
            reaction.target = id;
            reaction.post = PostId(id);
            reaction.person = person;
            reaction.emoji = emoji;
            return reaction;
        };
        world.hold(world.place(), react(world.me, "b"), model::reactionId(id, world.me, "b"));
        world.hold(world.place(), react(world.other, "b"), model::reactionId(id, world.other, "b"));
        world.write(world.creation(world.place(), react(world.me, "a"), model::reactionId(id, world.me, "a")));
        QStringList said;
        for (const Reactor &each : value(world.reader->reactors(id)))
            said << each.emoji + ' ' + each.person.handle;
        QCOMPARE(said, QStringList({"a marie", "b jean", "b marie"}));
        QVERIFY(value(world.reader->reactors(world.newId())).isEmpty());
    }

    void theReadMarkOfAPlaceIsTold()
    {
        World world;
        world.signIn();
        QCOMPARE(value(world.reader->readUpTo(world.place())), 0);
        model::ReadMark mark;
        mark.place = world.place().toString();
        mark.upTo = 4711;
        world.hold(ScopeId::person(world.me), mark, model::readMarkId(mark.place, world.me));
        QCOMPARE(value(world.reader->readUpTo(world.place())), 4711);
    }

    void aThreadIsInOrderAndAnUnknownOneIsEmpty()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("racine");
        for (int i = 0; i < 5; ++i)
            world.holdComment(id, QString::number(i));
        const auto thread = value(world.reader->thread(PostId(id)));
        QCOMPARE(bodies(thread), QStringList({"racine", "0", "1", "2", "3", "4"}));
        QCOMPARE(thread[0].comments, 5);
        QCOMPARE(thread[1].post, id);
        QCOMPARE(thread[1].place.title, "Projets");
        QVERIFY(value(world.reader->thread(world.newId<PostId>())).isEmpty());
        QCOMPARE(value(world.reader->topOrder(world.place())), thread.last().order);
    }

    void anotherProcessSeesWhatWasCommitted()
    {
        World world;
        world.signIn();
        auto second = value(Reader::open(world.cachePath(), world.outboxPath()));
        QVERIFY(value(second->feed({})).isEmpty());
        world.holdPost("synchronisé");
        world.write(world.newPost("écrit"));
        QCOMPARE(bodies(value(second->feed({}))), QStringList({"écrit", "synchronisé"}));
    }

    void groupsListMineFirstThenThoseOneMayFind()
    {
        World world;
        world.signIn();
        world.join(world.newId<GroupId>(), "accueil", "Accueil");
        model::GroupCard card;
        card.handle = "abc";
        card.title = "Abc";
        world.hold(ScopeId::directory(), card, world.newId());
        QStringList handles;
        for (const GroupItem &group : value(world.reader->groups()))
            handles.append(group.handle);
        QCOMPARE(handles, QStringList({"accueil", "projets", "abc"}));
        QCOMPARE(value(world.reader->groups())[0].members, 1);
        QCOMPARE(value(world.reader->groups())[2].members, -1);
        QCOMPARE(value(world.reader->group(world.group.toString()))->handle, "projets");
        QVERIFY(!value(world.reader->group("rien")));
    }

    void peopleAreFoundByTheBeginningsOfTheirNames()
    {
        World world;
        world.signIn();
        world.hold(ScopeId::directory(), World::person("eloise", "Éloïse Dupré"), world.newId());
        const auto names = [&](const QString &query) {
            QStringList list;
            for (const PersonCard &card : value(world.reader->people(query, 10)))
                list.append(card.fullName);
            return list;
        };
        QCOMPARE(names(""), QStringList({"Jean Petit", "Marie Dupont", "Éloïse Dupré"}));
        QCOMPARE(names("elo"), QStringList{"Éloïse Dupré"});
        QCOMPARE(names("dup mar"), QStringList{"Marie Dupont"});
        QCOMPARE(names("DUP"), QStringList({"Marie Dupont", "Éloïse Dupré"}));
        QVERIFY(names("\" OR *").isEmpty());
        QCOMPARE(value(world.reader->people("", 2)).size(), 2);
        QCOMPARE(value(world.reader->person("eloise"))->fullName, "Éloïse Dupré");
        QCOMPARE(value(world.reader->person(world.other.toString()))->handle, "jean");
        QVERIFY(!value(world.reader->person("personne")));
    }

    void aGuestKnowsTheMembersOfTheirGroups()
    {
        World world;
        value(world.cache->setIdentity({"s", "marie", {}, world.me, {}}));
        world.join(world.group, "client", "Client");
        model::Member member;
        member.person = world.other;
        member.handle = "jean";
        member.fullName = "Jean Petit";
        world.hold(world.place(), member, model::memberId(world.group, world.other));
        world.holdPost("bonjour");
        QCOMPARE(value(world.reader->feed({}))[0].author.fullName, "Jean Petit");
        QCOMPARE(value(world.reader->person("jean"))->id, world.other);
        QCOMPARE(value(world.reader->people("jea", 10)).size(), 1);
        QCOMPARE(value(world.reader->people("", 10)).size(), 2);
    }

    void rule37TheSummaryIsAsLateAsTheLatestScopeAndUnknownBeforeThePersonsOwn()
    {
        World world;
        QCOMPARE(value(world.reader->summary()).completeUpTo, -1);
        QVERIFY(!value(world.reader->summary()).complete);
        world.signIn();
        QCOMPARE(value(world.reader->summary()).completeUpTo, -1); // the company's own scope is still missing
        world.hold(ScopeId::company(), model::Company(), world.newId());
        QCOMPARE(value(world.reader->summary()).completeUpTo, 0);
        QVERIFY(value(world.reader->summary()).complete);
        ScopeState partial = world.covered(world.place());
        partial.covered = {{1, partial.horizon, 5'000'000}};
        value(world.cache->apply(partial, {}));
        QCOMPARE(value(world.reader->summary()).completeUpTo, 5'000'000);
        QVERIFY(!value(world.reader->summary()).complete);
        partial.horizon += 1;
        value(world.cache->apply(partial, {}));
        QCOMPARE(value(world.reader->summary()).completeUpTo, -1);
        world.write(world.newPost("attend"));
        QCOMPARE(value(world.reader->summary()).pending, 1);
    }

    void theMergedFeedLeavesOutUnfollowedGroups()
    {
        World world;
        world.signIn();
        const GroupId loud = world.newId<GroupId>();
        world.join(loud, "bruit", "Bruit");
        for (int i = 0; i < 30; ++i) {
            world.holdPost("bruit", world.other, ScopeId::group(loud));
            if (i % 3 == 0)
                world.holdPost(QString::number(i));
            if (i == 10)
                world.holdPost("mur", world.other, ScopeId::directory());
            if (i == 20) {
                model::Post personal = World::post("mur de Jean", world.other);
                personal.wall = world.other;
                world.hold(ScopeId::directory(), personal, world.newId());
            }
        }
        world.write(world.newPost("en attente"));
        const QStringList expected{"en attente", "27",  "24", "21", "mur de Jean", "18", "15",
                                   "12",         "mur", "9",  "6",  "3",           "0"};
        QCOMPARE(world.feed().size(), expected.size() + 30);
        const QString place = ScopeId::group(loud).toString();
        const Uuid id = model::placeSettingId(place, world.me);
        const OpId unfollow = world.write(
            world.creation(ScopeId::person(world.me), model::PlaceSetting{.place = place, .followed = false}, id));
        QCOMPARE(world.feed(), expected);
        // What the outbox says, the server's row says later.
        value(world.outbox->discard(unfollow));
        world.hold(ScopeId::person(world.me), model::PlaceSetting{.place = place, .followed = false}, id);
        QCOMPARE(world.feed(), expected);
        for (const bool down : {true, false}) {
            FeedQuery query;
            query.limit = 4;
            query.after = down ? 0 : 1;
            QStringList met;
            for (auto page = value(world.reader->feed(query)); !page.isEmpty();
                 page = value(world.reader->feed(query))) {
                met = down ? met + bodies(page) : bodies(page) + met;
                (down ? query.before : query.after) = down ? page.last().order : page.first().order;
            }
            QCOMPARE(met, expected);
        }
        // In the group itself nothing is missing.
        FeedQuery query;
        query.what = FeedQuery::Group;
        query.id = loud.uuid();
        QCOMPARE(value(world.reader->feed(query)).size(), 30);
    }

    void groupsTellHowOneWantsToHearOfThem()
    {
        World world;
        world.signIn();
        const auto item = [&] { return *value(world.reader->group("projets")); };
        QVERIFY(item().followed && !item().muted && !item().pinned);
        const QString place = world.place().toString();
        world.write(world.creation(ScopeId::person(world.me),
                                   model::PlaceSetting{.place = place, .muted = true, .pinned = true, .position = 12},
                                   model::placeSettingId(place, world.me)));
        QVERIFY(item().followed && item().muted && item().pinned);
        QCOMPARE(item().position, 12);
        QCOMPARE(value(world.reader->placeSettings()).value(world.place()).position, 12);
    }

    void requestsThatWaitAreSeenUntilTheAskerIsAdded()
    {
        World world;
        world.signIn();
        model::Member owner;
        owner.person = world.me;
        owner.role = model::Role::Owner;
        world.hold(world.place(), owner, model::memberId(world.group, world.me));
        model::Membership membership;
        membership.place = world.place().toString();
        membership.role = model::Role::Owner;
        world.hold(ScopeId::person(world.me), membership, model::membershipId(world.place(), world.me));
        const QString place = world.place().toString();
        world.hold(world.place(), model::JoinRequest{.place = place, .person = world.other, .note = "s'il vous plaît"},
                   model::joinRequestId(place, world.other));
        const auto requests = value(world.reader->joinRequests(world.group));
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests[0].person.fullName, "Jean Petit");
        QCOMPARE(requests[0].note, "s'il vous plaît");
        QCOMPARE(value(world.reader->group("projets"))->requests, 1);
        model::Member added;
        added.person = world.other;
        world.write(world.creation(world.place(), added, model::memberId(world.group, world.other)));
        QVERIFY(value(world.reader->joinRequests(world.group)).isEmpty());
        QCOMPARE(value(world.reader->group("projets"))->requests, 0);
    }

    void onesOwnRequestShowsOnTheGroupThatOneMayFind()
    {
        World world;
        world.signIn();
        model::GroupCard card;
        card.handle = "prive";
        card.title = "Privé";
        const GroupId id = world.newId<GroupId>();
        world.hold(ScopeId::directory(), card, id.uuid());
        const QString place = ScopeId::group(id).toString();
        const Uuid request = model::joinRequestId(place, world.me);
        QVERIFY(!value(world.reader->group("prive"))->request);
        world.write(world.creation(ScopeId::person(world.me), model::JoinRequest{.place = place}, request));
        QVERIFY(value(world.reader->group("prive"))->request == model::RequestState::Waiting);
        world.hold(ScopeId::person(world.me), model::JoinRequest{.place = place, .state = model::RequestState::Refused},
                   request);
        world.reopen();
        QVERIFY(value(world.reader->group("prive"))->request.has_value());
    }

    void scheduledPostsAreInOrderOfTheirTimes()
    {
        World world;
        world.signIn();
        const auto planned = [&](const QString &body, qint64 at) {
            return model::ScheduledPost{.place = world.place().toString(), .body = body, .at = {at}};
        };
        world.hold(ScopeId::person(world.me), planned("mardi", 2000), world.newId());
        world.write(world.creation(ScopeId::person(world.me), planned("lundi", 1000), world.newId()));
        model::ScheduledPost refused = planned("jamais", 3000);
        refused.state = model::ScheduleState::Refused;
        refused.why = "archived";
        world.hold(ScopeId::person(world.me), refused, world.newId());
        const auto list = value(world.reader->scheduled());
        QCOMPARE(list.size(), 3);
        QCOMPARE(list[0].body, "lundi");
        QVERIFY(list[0].state == ItemState::Pending);
        QCOMPARE(list[0].place.title, "Projets");
        QCOMPARE(list[2].refused, "archived");
        QVERIFY(world.feed().isEmpty());
    }

    void pinnedPostsAreFoundHoweverOldTheyAre()
    {
        World world;
        world.signIn();
        model::Post old = World::post("charte", world.other);
        old.pinned = true;
        const Uuid id = world.newId();
        world.hold(world.place(), old, id);
        QList<Uuid> others;
        for (int i = 0; i < 50; ++i)
            others.append(world.holdPost(QString::number(i)));
        QCOMPARE(bodies(value(world.reader->pinned(world.place(), 5))), QStringList{"charte"});
        Operation pin = world.operation(Action::Change, Kind::Post, world.place(), others[7]);
        model::addChange(pin, &model::Post::pinned, true);
        world.write(pin);
        QCOMPARE(bodies(value(world.reader->pinned(world.place(), 5))), QStringList({"7", "charte"}));
        Operation unpin = world.operation(Action::Change, Kind::Post, world.place(), id);
        model::addChange(unpin, &model::Post::pinned, false);
        world.write(unpin);
        QCOMPARE(bodies(value(world.reader->pinned(world.place(), 5))), QStringList{"7"});
    }

    void groupsInCommonAreThoseOfBoth()
    {
        World world;
        world.signIn();
        world.join(world.newId<GroupId>(), "seule", "Seule");
        model::Member member;
        member.person = world.other;
        world.hold(world.place(), member, model::memberId(world.group, world.other));
        const auto both = value(world.reader->groupsInCommon(world.other));
        QCOMPARE(both.size(), 1);
        QCOMPARE(both[0].title, "Projets");
        QVERIFY(value(world.reader->groupsInCommon(world.newId<PersonId>())).isEmpty());
    }

    void aMissingCacheIsAnErrorThatSaysWhatToDo()
    {
        World world;
        const auto missing = Reader::open(world.folder.filePath("rien.db"), world.outboxPath());
        QVERIFY(!missing);
        QVERIFY(missing.error().kind == base::ErrorKind::Storage);
        QVERIFY(!missing.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ReaderFeedTest)
#include "reader_feed_test.moc"
