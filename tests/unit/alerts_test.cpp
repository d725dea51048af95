#include "alerts/board.h"
#include "base/random.h"

#include <QtTest>

using namespace parvis;
using namespace parvis::alerts;
using model::Kind;
using model::NoticeFacts;
using model::PersonId;
using model::reasonFor;

class AlertsTest : public QObject {
    Q_OBJECT

    base::SeededRandom m_random{3};
    const PersonId me{base::randomUuid(m_random)};
    const PersonId other{base::randomUuid(m_random)};

    NoticeItem notice(const Uuid &thread, Reason reason = Reason::CommentReply)
    {
        NoticeItem item;
        item.reason = reason;
        item.kind = Kind::Comment;
        item.id = base::randomUuid(m_random);
        item.post = thread;
        item.unread = item.fresh = true;
        item.order = ++m_order;
        return item;
    }
    static NoticeItem muted(NoticeItem item)
    {
        item.muted = true;
        return item;
    }
    Uuid thread() { return base::randomUuid(m_random); }
    qint64 m_order = 0;

private Q_SLOTS:
    void theStrongestReasonIsGiven()
    {
        NoticeFacts facts{.author = other, .isComment = true, .answersPost = true, .postAuthor = me, .tookPart = true};
        QVERIFY(reasonFor(facts, me) == Reason::PostReply);
        facts.namesMyGroup = true;
        QVERIFY(reasonFor(facts, me) == Reason::PostReply);
        facts.parentAuthor = me;
        QVERIFY(reasonFor(facts, me) == Reason::CommentReply);
        facts.namesMe = true;
        QVERIFY(reasonFor(facts, me) == Reason::Mention);
        facts = {.author = other, .isComment = true, .postAuthor = me, .parentAuthor = other, .tookPart = true};
        QVERIFY(reasonFor(facts, me) == Reason::Thread);
        facts.namesMyGroup = true;
        QVERIFY(reasonFor(facts, me) == Reason::GroupMention);
        QVERIFY(reasonFor({.author = other, .wall = me}, me) == Reason::Wall);
    }

    void myOwnWordsAndDeletedOnesAreNoNotice()
    {
        QVERIFY(!reasonFor({.author = me, .namesMe = true}, me));
        QVERIFY(!reasonFor({.author = other, .blank = true, .namesMe = true}, me));
        QVERIFY(!reasonFor({.author = other}, me));
        QVERIFY(!reasonFor({.author = other, .isComment = true, .answersPost = true, .postAuthor = other}, me));
        QVERIFY(!reasonFor({.author = other, .namesMe = true}, PersonId()));
    }

    void whatIsReadOrNoNewsIsNotTold()
    {
        NoticeItem item = notice(thread(), Reason::Mention);
        QVERIFY(deserves(item, {}));
        item.unread = false;
        QVERIFY(!deserves(item, {}));
        item.unread = true;
        item.fresh = false;
        QVERIFY(!deserves(item, {}));
        item.fresh = true;
        QVERIFY(!deserves(item, {.on = false}));
    }

    void wishesAndMuteLeaveWhatNamesMe()
    {
        for (const Reason reason : {Reason::CommentReply, Reason::PostReply, Reason::Wall, Reason::Thread}) {
            QVERIFY(deserves(notice(thread(), reason), {}));
            QVERIFY(!deserves(notice(thread(), reason), {.mentionsOnly = true}));
            QVERIFY(!deserves(muted(notice(thread(), reason)), {}));
        }
        QVERIFY(deserves(muted(notice(thread(), Reason::Mention)), {.mentionsOnly = true}));
        QVERIFY(deserves(notice(thread(), Reason::GroupMention), {.mentionsOnly = true}));
        QVERIFY(!deserves(muted(notice(thread(), Reason::GroupMention)), {}));
    }

    void whatWasThereAtTheStartIsNotTold()
    {
        Board board;
        const NoticeItem before = notice(thread());
        board.start({before});
        QVERIFY(board.update({before}, {}, {}).show.isEmpty());
        const auto step = board.update({notice(thread()), before}, {}, {});
        QCOMPARE(step.show.size(), 1);
        QVERIFY(board.update({before}, {}, {}).show.isEmpty());
    }

    void aThreadThatSpeaksAgainReplacesItsMessage()
    {
        Board board;
        const Uuid place = thread();
        const NoticeItem first = notice(place), second = notice(place);
        board.update({first}, {}, {});
        const auto step = board.update({second, first}, {}, {});
        QCOMPARE(step.show.size(), 1);
        QCOMPARE(step.show.first().thread, place);
        QCOMPARE(step.show.first().notices.size(), 2);
        QCOMPARE(step.show.first().notices.first().id, second.id);
        QVERIFY(step.withdraw.isEmpty());
    }

    void whatIsReadElsewhereComesDown()
    {
        Board board;
        NoticeItem one = notice(thread());
        const NoticeItem two = notice(thread());
        board.update({two, one}, {}, {});
        one.unread = false;
        auto step = board.update({two, one}, {}, {});
        QCOMPARE(step.withdraw, QList<Uuid>{one.post});
        QVERIFY(step.show.isEmpty());
        step = board.update({}, {}, {}); // deleted, or the place is gone
        QCOMPARE(step.withdraw, QList<Uuid>{two.post});
    }

    void theThreadInViewStaysQuiet()
    {
        Board board;
        const NoticeItem item = notice(thread());
        QVERIFY(board.update({item}, {}, item.post).show.isEmpty());
        QVERIFY(board.update({item}, {}, {}).show.isEmpty()); // seen is seen
        const NoticeItem later = notice(thread());
        board.update({later}, {}, {});
        QCOMPARE(board.update({later}, {}, later.post).withdraw, QList<Uuid>{later.post});
    }

    void manyAtOnceAreGatheredIntoOne()
    {
        Board board;
        QList<NoticeItem> items;
        for (int i = 0; i <= Board::mostThreads; ++i)
            items.prepend(notice(thread()));
        auto step = board.update(items, {}, {});
        QCOMPARE(step.show.size(), 1);
        QVERIFY(step.show.first().thread.isNull());
        QCOMPARE(step.show.first().notices, items);
        items[0].unread = false;
        QVERIFY(board.update(items, {}, {}).withdraw.isEmpty());
        for (NoticeItem &item : items)
            item.unread = false;
        QCOMPARE(board.update(items, {}, {}).withdraw, QList<Uuid>{Uuid()});
    }

    void aDismissedMessageIsNotTakenDownAgain()
    {
        Board board;
        NoticeItem item = notice(thread());
        board.update({item}, {}, {});
        board.dismissed(item.post);
        item.unread = false;
        QVERIFY(board.update({item}, {}, {}).withdraw.isEmpty());
    }

    void turnedOffEverythingComesDown()
    {
        Board board;
        const NoticeItem item = notice(thread());
        board.update({item}, {}, {});
        QCOMPARE(board.update({item}, {.on = false}, {}).withdraw, QList<Uuid>{item.post});
    }

    void aMutedPlaceIsQuiet()
    {
        Board board;
        QVERIFY(board.update({muted(notice(thread()))}, {}, {}).show.isEmpty());
        QCOMPARE(board.update({muted(notice(thread(), Reason::Mention))}, {}, {}).show.size(), 1);
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "alerts_test.moc"
