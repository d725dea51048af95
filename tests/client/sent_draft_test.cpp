#include "client/write_worker.h"
#include "store/cache.h"
#include "store/outbox.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using client::WriteWorker;
using client::Written;
using model::Action;
using model::Kind;
using model::ScopeId;

// What was a draft and is sent is one or the other, whenever the program is killed.
class SentDraftTest : public QObject {
    Q_OBJECT

    struct Desk {
        Desk() : folder(*client::ProfileFolder::open(dir.path()))
        {
            if (!*store::Cache::open(folder.cache()))
                qFatal("no cache");
            worker = std::make_unique<WriteWorker>(folder, clock, random, connected);
        }
        // What a program that starts now would find.
        QList<model::Operation> found()
        {
            QTemporaryDir copy;
            for (const char *suffix : {"", "-wal"})
                QFile::copy(folder.outbox() + suffix, copy.filePath("outbox.db") + suffix);
            auto outbox = store::Outbox::open(copy.filePath("outbox.db"), random);
            QList<model::Operation> ops;
            const auto entries = (*outbox)->entries();
            for (const auto &entry : *entries)
                ops.append(entry.op);
            return ops;
        }
        void number()
        {
            auto outbox = store::Outbox::open(folder.outbox(), random);
            QVERIFY((*outbox)->numberNext(10));
        }

        QTemporaryDir dir;
        base::ManualClock clock{base::Time{1'700'000'000'000'000}};
        base::SeededRandom random{3};
        std::atomic<bool> connected{true};
        client::ProfileFolder folder;
        const model::PersonId me{base::randomUuid(random)};
        const ScopeId wall = ScopeId::directory();
        std::unique_ptr<WriteWorker> worker;
    };

private Q_SLOTS:
    void aDraftThatNobodyHasSeenGoesWithTheTransactionOfThePost()
    {
        Desk desk;
        const auto draft = desk.worker->saveDraft(desk.me, desk.wall.toString(), "On Thursday", {});
        QVERIFY(draft);
        QCOMPARE(desk.found().size(), 1);
        const auto post = desk.worker->post(desk.me, desk.wall, {}, "On Thursday", *draft);
        QVERIFY(post);
        const auto left = desk.found();
        QCOMPARE(left.size(), 1);
        QVERIFY(left.first().kind == Kind::Post);
        QCOMPARE(left.first().entity, post->id);
    }

    void filesAreWrittenDownWithTheirTextOrNotAtAll()
    {
        Desk desk;
        const QString blob(64, QLatin1Char('a'));
        const auto draft = desk.worker->saveDraft(desk.me, desk.wall.toString(), "On Thursday", {});
        QVERIFY(draft);
        QVERIFY(!desk.worker->post(desk.me, desk.wall, {}, "On Thursday", *draft, {{"a.png", blob, 9}, {"..", blob, 9}}));
        QCOMPARE(desk.found().size(), 1); // one of the names is none: the draft is all there is
        const auto post =
            desk.worker->post(desk.me, desk.wall, {}, "On Thursday", *draft, {{"a.png", blob, 9}, {"b.odt", blob, 9}});
        QVERIFY(post);
        const auto ops = desk.found();
        QCOMPARE(ops.size(), 3);
        QCOMPARE(ops.at(0).entity, post->id);
        for (const int at : {1, 2}) {
            QVERIFY(ops.at(at).kind == Kind::Attachment);
            QCOMPARE(ops.at(at).dependsOn, QList<model::OpId>{ops.at(0).id});
        }
        QCOMPARE(post->op, ops.at(2).id); // once that is answered, so is all of it
    }

    void aTextMayBeEmptyOnlyWithFiles()
    {
        Desk desk;
        QVERIFY(!desk.worker->post(desk.me, desk.wall, {}, "", {}));
        QVERIFY(desk.worker->post(desk.me, desk.wall, {}, "", {}, {{"a.png", QString(64, QLatin1Char('a')), 9}}));
        QCOMPARE(desk.found().size(), 2);
    }

    void oneThatIsOnItsWayIsDeletedInTheSameTransaction()
    {
        Desk desk;
        const auto draft = desk.worker->saveDraft(desk.me, desk.wall.toString(), "On Thursday", {});
        QVERIFY(draft);
        desk.number();
        const auto post = desk.worker->post(desk.me, desk.wall, {}, "On Thursday", *draft);
        QVERIFY(post);
        const auto left = desk.found();
        QCOMPARE(left.size(), 3);
        QCOMPARE(left.at(1).entity, post->id);
        QCOMPARE(left.at(2).entity, draft->id);
        QVERIFY(left.at(2).action == Action::Delete);
        QCOMPARE(left.at(2).baseOp, draft->op); // what another device has made of it meanwhile stays
    }

    void aTextThatIsNotTakenStaysADraft()
    {
        Desk desk;
        const auto draft = desk.worker->saveDraft(desk.me, desk.wall.toString(), "On Thursday", {});
        QVERIFY(draft);
        QVERIFY(!desk.worker->post(desk.me, desk.wall, {}, QString(), *draft));
        QVERIFY(!desk.worker->edit(desk.me, base::randomUuid(desk.random), "On Friday", *draft));
        QCOMPARE(desk.found().size(), 1);
        QVERIFY(desk.found().first().kind == Kind::Draft);
    }

    void aScheduledPostEndsItsDraftToo()
    {
        Desk desk;
        const auto draft = desk.worker->saveDraft(desk.me, desk.wall.toString(), "On Thursday", {});
        const auto later =
            desk.worker->schedule(desk.me, desk.wall, {}, "On Thursday", desk.clock.now().plusMs(86'400'000), *draft);
        QVERIFY(later);
        QCOMPARE(desk.found().size(), 1);
        QVERIFY(desk.found().first().kind == Kind::ScheduledPost);
    }

    void aDraftThatIsGoneAlreadyHindersNothing()
    {
        Desk desk;
        const Written gone{base::randomUuid(desk.random), model::OpId(base::randomUuid(desk.random))};
        QVERIFY(desk.worker->post(desk.me, desk.wall, {}, "On Thursday", gone));
        QCOMPARE(desk.found().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SentDraftTest)
#include "sent_draft_test.moc"
