// The queue of files as the person sees it and ends what is in it.
#include "client/write_worker.h"
#include "store/cache.h"
#include "store/outbox.h"

#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using model::Kind;

class TransfersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUploadThatIsEndedTakesItsNewDocumentAlongAndNothingElse()
    {
        QTemporaryDir dir;
        const base::ManualClock clock{base::Time{1'700'000'000'000'000}};
        base::SeededRandom random{3};
        const std::atomic<bool> connected{true};
        const auto folder = *client::ProfileFolder::open(dir.path());
        QVERIFY(store::Cache::open(folder.cache()));
        client::WriteWorker worker(folder, clock, random, connected);
        const model::PersonId me{base::randomUuid(random)};
        const auto made = worker.createGroup(me, {.handle = "plans", .title = "Plans"});
        QVERIFY(made);
        const model::GroupId group(made->id);
        const auto kept = worker.putDocument(me, group, {"kept.txt"}, {}, QString(64, u'a'), 5);
        const auto ended = worker.putDocument(me, group, {"ended.txt"}, {}, QString(64, u'b'), 7);
        QVERIFY(kept && ended);
        const auto names = [&] {
            QStringList list;
            for (const client::Transfer &each : worker.transfers().value_or(QList<client::Transfer>()))
                list << each.name;
            return list;
        };
        QCOMPARE(names(), QStringList({"kept.txt", "ended.txt"}));
        QVERIFY(worker.cancelDownload(ended->upload));
        QCOMPARE(names(), QStringList("kept.txt"));
        const auto outbox = store::Outbox::open(folder.outbox(), random);
        QVERIFY(outbox);
        const auto left = (*outbox)->entries();
        QVERIFY(left);
        for (const store::OutboxEntry &entry : *left) {
            QVERIFY(entry.state == store::OutboxState::Pending); // nothing is left refused
            QVERIFY(entry.op.entity != ended->id);
        }
        QVERIFY(
            std::any_of(left->begin(), left->end(), [&](const auto &entry) { return entry.op.entity == kept->id; }));
    }
};

QTEST_GUILESS_MAIN(TransfersTest)
#include "transfers_test.moc"
