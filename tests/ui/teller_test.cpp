#include "support/ui_world.h"
#include "ui/desktop/teller.h"

#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using model::Reason;
using model::Uuid;
using tests::UiWorld;
using ui::Message;
using ui::Place;

class RecordedMessages : public ui::Messages {
    Q_OBJECT

public:
    void show(const Message &message) override { shown.append(message); }
    void withdraw(const QString &key) override { withdrawn.append(key); }
    QList<Message> shown;
    QStringList withdrawn;
};

class TellerTest : public QObject {
    Q_OBJECT

    struct Desk {
        Desk()
        {
            world.languages.apply("en");
            post = world.posts(1).first();
            world.backend.addNotice(post, Reason::Mention); // before the program started
            teller = std::make_unique<ui::Teller>(world.context, messages, [this] { return inView; });
            settle();
        }
        static void settle()
        {
            for (int i = 0; i < 8; ++i)
                QCoreApplication::processEvents();
        }
        Uuid comment(const QString &text, Reason reason = Reason::CommentReply, const Uuid &of = {})
        {
            const Uuid id = world.backend.addComment(of.isNull() ? post : of, "thomas.berger", text, 0);
            world.backend.addNotice(id, reason);
            settle();
            return id;
        }

        UiWorld world;
        RecordedMessages messages;
        bool inView = false;
        Uuid post;
        std::unique_ptr<ui::Teller> teller;
    };

private Q_SLOTS:
    void onlyWhatComesAfterTheStartIsTold()
    {
        Desk desk;
        QVERIFY(desk.messages.shown.isEmpty());
        QCOMPARE(desk.teller->unread(), 1);
        desk.comment("On my way");
        QCOMPARE(desk.messages.shown.size(), 1);
        QCOMPARE(desk.messages.shown.first().title, "Thomas Berger replies to your comment");
        QCOMPARE(desk.messages.shown.first().body, "The bridge\nOn my way");
        QCOMPARE(desk.messages.shown.first().openLabel, "Open");
        QCOMPARE(desk.teller->unread(), 2);
    }

    void aThreadThatSpeaksAgainKeepsItsKey()
    {
        Desk desk;
        desk.comment("One");
        desk.comment("Two");
        QCOMPARE(desk.messages.shown.size(), 2);
        QCOMPARE(desk.messages.shown.at(0).key, desk.messages.shown.at(1).key);
        QCOMPARE(desk.messages.shown.at(1).body, "The bridge\nTwo\nand 1 more in this thread");
    }

    void readHereOrElsewhereTakesItDown()
    {
        Desk desk;
        desk.comment("One");
        desk.world.backend.markThreadRead(model::PostId(desk.post), 0);
        Desk::settle();
        QCOMPARE(desk.messages.withdrawn, QStringList{desk.messages.shown.first().key});
        QCOMPARE(desk.teller->unread(), 0);
    }

    void aClickLeadsToTheComment()
    {
        Desk desk;
        const Uuid id = desk.comment("One");
        QSignalSpy wanted(desk.teller.get(), &ui::Teller::openWanted);
        Q_EMIT desk.messages.opened("somebody else's");
        QVERIFY(wanted.isEmpty());
        Q_EMIT desk.messages.opened(desk.messages.shown.first().key);
        QCOMPARE(wanted.size(), 1);
        const auto place = wanted.first().first().value<Place>();
        QCOMPARE(place.kind, Place::Thread);
        QCOMPARE(place.id, desk.post);
        QCOMPARE(place.highlight, id);
    }

    void theThreadThatIsBeingReadStaysQuiet()
    {
        Desk desk;
        desk.inView = true;
        desk.world.navigator.go({.kind = Place::Thread, .id = desk.post});
        desk.comment("Seen at once");
        QVERIFY(desk.messages.shown.isEmpty());
        desk.inView = false; // another window is in front
        desk.comment("Not seen");
        QCOMPARE(desk.messages.shown.size(), 1);
        desk.inView = true;
        desk.teller->look();
        QCOMPARE(desk.messages.withdrawn.size(), 1);
    }

    void manyAtOnceAreOneMessageThatLeadsToTheList()
    {
        Desk desk;
        for (int i = 0; i < 6; ++i) {
            const Uuid other = desk.world.backend.addPost(desk.world.group(), "thomas.berger", "Post", 0);
            desk.world.backend.noticeList.prepend(
                {Reason::Mention, model::Kind::Post, other, other, {}, {}, "Post", {}, 100 + i, true, true});
        }
        desk.world.backend.tellNotices();
        Desk::settle();
        QCOMPARE(desk.messages.shown.size(), 1);
        QCOMPARE(desk.messages.shown.first().title, "6 notifications");
        QVERIFY(desk.messages.shown.first().body.endsWith("and 2 more"));
        QSignalSpy wanted(desk.teller.get(), &ui::Teller::openWanted);
        Q_EMIT desk.messages.opened(desk.messages.shown.first().key);
        QCOMPARE(wanted.first().first().value<Place>().kind, Place::Notices);
    }

    void theWishesOfThePersonHold()
    {
        Desk desk;
        desk.world.preferences.notifyMentionsOnly = true;
        desk.comment("A reply");
        QVERIFY(desk.messages.shown.isEmpty());
        desk.comment("A mention", Reason::Mention);
        QCOMPARE(desk.messages.shown.size(), 1);
        desk.world.preferences.notify = false;
        desk.teller->look();
        QCOMPARE(desk.messages.withdrawn.size(), 1);
        desk.comment("Another mention", Reason::Mention);
        QCOMPARE(desk.messages.shown.size(), 1);
    }

    void endingTakesEverythingDown()
    {
        Desk desk;
        desk.comment("One");
        desk.teller.reset();
        QCOMPARE(desk.messages.withdrawn.size(), 1);
    }
};

QTEST_MAIN(TellerTest)
#include "teller_test.moc"
