#include "server/demo/demo.h"

#include "server/blobs/blob_store.h"
#include "server/demo/demo_documents.h"
#include "server/demo/demo_texts.h"
#include "server/demo/text_generator.h"
#include "server/op_context.h"
#include "server/people.h"
#include "text/emoji.h"

#include <QHash>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace parvis;
using namespace parvis::server;

namespace {

constexpr base::Time end{1'772'359'200'000'000}; // 2026-03-01T10:00:00Z

struct Made {
    base::ManualClock clock{end};
    base::SeededRandom random;
    std::unique_ptr<RowStore> store = makeMemoryRowStore();

    explicit Made(quint64 seed = 1) : random(seed) { }
    base::Result<DemoReport> make(qint64 items = 0, AuthStore *accounts = nullptr)
    {
        return makeDemo(*store, accounts, {items, end}, clock, random);
    }
    std::vector<StoredRow> rows(const ScopeId &scope)
    {
        const auto view = store->read();
        const auto info = view->scope(scope);
        std::vector<StoredRow> all;
        qint64 from = 0;
        while (info && from < info->head) {
            auto read = view->ascending(scope, from, info->head, {}, 10'000, 1 << 24);
            all.insert(all.end(), read.rows.begin(), read.rows.end());
            from = read.reached;
        }
        return all;
    }
    // What people see, without what is random on purpose (epochs, views).
    QHash<Uuid, QByteArray> content()
    {
        QHash<Uuid, QByteArray> all;
        for (const ScopeInfo &info : store->read()->scopes()) {
            for (const StoredRow &row : rows(info.scope)) {
                if (row.kind != qint64(Kind::Membership) && row.kind != qint64(Kind::Company))
                    all.insert(row.id, row.payload + QByteArray::number(row.order));
            }
        }
        return all;
    }
};

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentsAreThereWithTheirContentsAndVersions()
    {
        QTemporaryDir dir;
        Made made;
        const auto blobs = BlobStore::open(dir.path(), made.clock);
        QVERIFY(blobs);
        const auto report = makeDemo(*made.store, nullptr, {0, end, blobs->get()}, made.clock, made.random);
        QVERIFY2(report, report ? "" : qPrintable(report.error().where + ' ' + report.error().detail));
        const auto written = readDemoDocuments();
        QVERIFY(written);
        QCOMPARE(report->documents, written->size());
        const auto view = made.store->read();
        qint64 versions = 0, several = 0, folders = 0;
        for (const ScopeInfo &info : view->scopes()) {
            for (const StoredRow &row : made.rows(info.scope)) {
                folders += row.kind == qint64(Kind::Folder);
                if (row.kind == qint64(Kind::Document))
                    several += entityAs<model::Document>(row).versions > 1;
                if (row.kind != qint64(Kind::Version))
                    continue;
                const auto version = entityAs<model::DocumentVersion>(row);
                const auto hash = blobs::Hash::fromHex(version.blob);
                QVERIFY(hash);
                const auto size = (*blobs)->sizeOf(*hash);
                QVERIFY(size && *size == version.size);
                ++versions;
            }
        }
        QCOMPARE(versions, written->size());
        QVERIFY(several > 0 && folders > 1);
        QVERIFY((*blobs)->check(&versions)->isEmpty());
    }

    void companyIsOfBelievableSize()
    {
        const auto texts = readDemoTexts();
        QVERIFY2(texts, texts ? "" : qPrintable(texts.error().where + ' ' + texts.error().detail));
        QSet<QString> sites;
        QSet<QString> countries;
        for (const model::Person &person : texts->people) {
            sites.insert(person.site);
            countries.insert(person.country);
        }
        sites.remove({});
        countries.remove({});
        QSet<model::GroupKind> kinds;
        QSet<model::Visibility> visibilities;
        for (const DemoGroup &group : texts->groups) {
            kinds.insert(group.group.groupKind);
            visibilities.insert(group.group.visibility);
        }
        QVERIFY(texts->people.size() >= 60);
        QVERIFY(sites.size() >= 4);
        QVERIFY(countries.size() >= 3);
        QVERIFY(texts->groups.size() >= 14);
        QCOMPARE(kinds.size(), 5);
        QCOMPARE(visibilities.size(), 3);
        qint64 posts = 0;
        qint64 oldest = 0;
        for (const DemoItem &item : texts->items) {
            posts += item.isComment() ? 0 : 1;
            oldest = std::max(oldest, item.before);
            QVERIFY2(!item.body.contains("lorem", Qt::CaseInsensitive), qPrintable(item.key));
            for (const auto &reaction : item.reactions)
                QVERIFY2(text::isEmoji(reaction.first), qPrintable(item.key));
        }
        QVERIFY(posts >= 250);
        QVERIFY(oldest > 330ll * 1440);
    }

    void everythingWrittenDownIsThere()
    {
        const auto texts = readDemoTexts();
        Made made;
        const auto report = made.make();
        QVERIFY2(report, report ? "" : qPrintable(report.error().where + ' ' + report.error().detail));
        qint64 comments = 0;
        QSet<QString> reactions;
        for (const DemoItem &item : texts->items) {
            comments += item.isComment() ? 1 : 0;
            for (const auto &[emoji, person] : item.reactions)
                reactions.insert(item.key + text::fullyQualified(emoji) + person);
        }
        QCOMPARE(report->people, texts->people.size());
        QCOMPARE(report->groups, texts->groups.size());
        QCOMPARE(report->comments, comments);
        QCOMPARE(report->posts, texts->items.size() - comments);
        QCOMPARE(report->reactions, reactions.size());
        const CheckReport check = made.store->check();
        QVERIFY2(check.problems.isEmpty(),
                 check.problems.isEmpty() ? "" : qPrintable(check.problems[0].where + ' ' + check.problems[0].detail));
    }

    void authorsAreMembersAndNothingIsLaterThanTheEnd()
    {
        Made made;
        QVERIFY(made.make());
        const auto view = made.store->read();
        for (const ScopeInfo &info : view->scopes()) {
            QSet<PersonId> inside;
            if (info.scope.type == model::ScopeType::Group) {
                for (const model::Member &member : members(*view, info.scope.groupId()))
                    inside.insert(member.person);
            }
            qint64 lastAt = 0;
            for (const StoredRow &row : made.rows(info.scope)) {
                QVERIFY(row.at <= end.us);
                QVERIFY(row.at >= lastAt);
                lastAt = row.at;
                const auto entity = protocol::decodeEntity(Kind(row.kind), row.payload);
                QVERIFY(entity);
                const auto *post = std::get_if<model::Post>(&entity->entity);
                if (!post)
                    continue;
                QVERIFY(post->createdAt.us <= row.at);
                if (info.scope.type == model::ScopeType::Group)
                    QVERIFY2(inside.contains(post->author), qPrintable(post->body));
            }
        }
    }

    void itIsTheSameEachTime()
    {
        Made one(1);
        Made two(2);
        QVERIFY(one.make(1500));
        QVERIFY(two.make(1500));
        QVERIFY(one.content() == two.content());
    }

    void itemsFillUpWithGeneratedTexts()
    {
        Made made;
        const auto report = made.make(5000);
        QVERIFY(report);
        QCOMPARE(report->posts + report->comments, 5000);
        QVERIFY(report->people > 73);
        QVERIFY(report->posts > 1000 && report->comments > 1000 && report->reactions > 500);
        QCOMPARE(made.store->check().problems.size(), 0);
        // One group holds most.
        qint64 largest = 0;
        for (const ScopeInfo &info : made.store->read()->scopes())
            largest = std::max(largest, info.scope.type == model::ScopeType::Group ? info.head : 0);
        QVERIFY(largest > 3000);
    }

    void generatedWordsFollowZipf()
    {
        base::SeededRandom dice(3);
        const Zipf zipf(TextGenerator::vocabulary);
        std::vector<int> counts(TextGenerator::vocabulary);
        constexpr int draws = 1'000'000;
        for (int i = 0; i < draws; ++i)
            ++counts[size_t(zipf.draw(dice))];
        double total = 0;
        for (int i = 0; i < TextGenerator::vocabulary; ++i)
            total += 1.0 / (i + 2.7);
        for (const int rank : {0, 1, 9, 99}) {
            const double expected = draws / (rank + 2.7) / total;
            QVERIFY2(std::abs(counts[size_t(rank)] - expected) < 6 * std::sqrt(expected),
                     qPrintable(QString::number(rank)));
        }
        const auto different = std::count_if(counts.begin(), counts.end(), [](int count) { return count > 0; });
        QVERIFY(different > 40'000);
    }

    void usedFoldersAreRefused()
    {
        Made made;
        QVERIFY(made.make());
        const auto again = made.make();
        QVERIFY(!again);
        QVERIFY(again.error().kind == base::ErrorKind::Conflict);

        Made half;
        {
            const auto view = half.store->write();
            view->setMeta("demo", "making");
            view->commit();
        }
        const auto cut = half.make();
        QVERIFY(!cut);
        QVERIFY(cut.error().detail.contains("cut short"));
    }

    void everybodySignsInWithTheDemoPassword()
    {
        Made made;
        QTemporaryDir dir;
        const auto accounts = AuthStore::open(dir.filePath("auth.db"), made.clock, made.random, {1, 8192});
        QVERIFY(accounts);
        QVERIFY(made.make(0, accounts->get()));
        const auto all = (*accounts)->accounts();
        QVERIFY(all);
        QCOMPARE(all->size(), readDemoTexts()->people.size());
        for (const Account &account : *all)
            QVERIFY(account.hasPassword);
        QVERIFY((*accounts)->login(all->first().handle, demoPassword, "test", "127.0.0.1"));
        QVERIFY(!(*accounts)->login(all->last().handle, "another", "test", "127.0.0.1"));
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
