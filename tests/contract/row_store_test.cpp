#include "contract/row_store_fixture.h"

#include "model/derived_ids.h"

#include <QtTest>

using namespace parvis;
using namespace parvis::contract;

// One suite for both implementations: each test runs once on the twin in memory and once on SQLite.
class RowStoreTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RowStore> m_store;
    bool m_sqlite = false;

    void writeAll(const std::function<void(WriteView &)> &body)
    {
        auto view = m_store->write();
        body(*view);
        view->commit();
    }
    void putPosts(int count, const ScopeId &scope = groupScope(), int first = 1)
    {
        writeAll([&](WriteView &view) {
            if (!view.scope(scope))
                view.createScope(scope, epochOf(1));
            for (int n = first; n < first + count; ++n) {
                StoredRow row = postRow(n);
                view.put(scope, row, start + n);
            }
        });
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("memory") << false;
        QTest::newRow("sqlite") << true;
    }
    void init()
    {
        QFETCH_GLOBAL(bool, sqlite);
        m_sqlite = sqlite;
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = makeStore(sqlite, *m_dir);
    }
    void cleanup() { m_store.reset(); }

    void eachChangeTakesItsOwnRevWithoutGaps()
    {
        putPosts(3);
        writeAll([](WriteView &view) {
            StoredRow row = postRow(2, 2, "edited");
            view.put(groupScope(), row, start + 9);
            QCOMPARE(row.rev, 4);
            QCOMPARE(row.at, start + 9);
        });
        auto view = m_store->read();
        QCOMPARE(view->scope(groupScope())->head, 4);
        const auto read = view->ascending(groupScope(), 0, noLimit, {}, 100, noLimit);
        QCOMPARE(revs(read.rows), (QList<qint64>{1, 3, 4}));
        QCOMPARE(read.rows.back().payload, "edited");
        QCOMPARE(view->row(groupScope(), idOf(2))->rev, 4);
    }

    void whatIsDueIsFoundInOrderOfItsTime()
    {
        const auto dues = [&](ReadView &view, qint64 upTo, int limit) {
            QList<qint64> all;
            for (const DueRow &row : view.due(upTo, limit))
                all.append(row.due);
            return all;
        };
        putPosts(1);
        writeAll([&](WriteView &view) {
            view.createScope(groupScope(2), epochOf(2));
            for (const int n : {5, 3, 4}) {
                StoredRow row = postRow(n);
                row.due = start + n;
                view.put(n == 4 ? groupScope(2) : groupScope(), row, start);
            }
            QCOMPARE(dues(view, noLimit, 10), (QList<qint64>{start + 3, start + 4, start + 5}));
        });
        {
            auto view = m_store->read();
            QCOMPARE(dues(*view, start + 4, 10), (QList<qint64>{start + 3, start + 4}));
            QCOMPARE(dues(*view, noLimit, 1), QList<qint64>{start + 3});
            QCOMPARE(view->due(noLimit, 10)[1], (DueRow{groupScope(2), idOf(4), start + 4}));
            QCOMPARE(view->row(groupScope(), idOf(5))->due, start + 5);
        }
        writeAll([&](WriteView &view) {
            auto row = *view.row(groupScope(), idOf(3));
            row.due = start + 9;
            view.put(groupScope(), row, start);
            view.beginOperation();
            auto lost = *view.row(groupScope(), idOf(5));
            lost.due = 0;
            view.put(groupScope(), lost, start);
            view.refuseOperation();
            auto gone = *view.row(groupScope(2), idOf(4));
            gone.deleted = true;
            view.put(groupScope(2), gone, start);
        });
        QCOMPARE(dues(*m_store->read(), noLimit, 10), (QList<qint64>{start + 5, start + 9}));
        writeAll([&](WriteView &view) { view.renumber(groupScope(), epochOf(3)); });
        QCOMPARE(dues(*m_store->read(), noLimit, 10), (QList<qint64>{start + 5, start + 9}));
    }

    void refusedOperationGivesRevsAndOrdersBack()
    {
        putPosts(1);
        writeAll([](WriteView &view) {
            const qint64 order = view.nextOrder(start);
            view.beginOperation();
            StoredRow lost = postRow(2);
            view.put(groupScope(), lost, start);
            QCOMPARE(lost.rev, 2);
            QCOMPARE(view.nextOrder(start), order + 1);
            view.createScope(groupScope(7), epochOf(7));
            QVERIFY(view.claimHandle("lost", idOf(2)));
            view.setLaneLast(LaneId(idOf(50)), 3);
            view.refuseOperation();

            QVERIFY(!view.row(groupScope(), idOf(2)));
            QVERIFY(!view.scope(groupScope(7)));
            QVERIFY(!view.handleOwner("lost"));
            QCOMPARE(view.laneLast(LaneId(idOf(50))), 0);
            QCOMPARE(view.scope(groupScope())->head, 1);
            view.beginOperation();
            StoredRow kept = postRow(3);
            view.put(groupScope(), kept, start);
            QCOMPARE(kept.rev, 2);
            QCOMPARE(view.nextOrder(start), order + 1);
            view.acceptOperation();
        });
        QCOMPARE(m_store->read()->scope(groupScope())->head, 2);
        QCOMPARE(m_store->read()->scopes().size(), 1u);
    }

    void touchedScopesLeaveOutRefusedOperations()
    {
        putPosts(1);
        putPosts(1, groupScope(2));
        putPosts(1, groupScope(3));
        auto view = m_store->write();
        StoredRow row = postRow(10);
        view->put(groupScope(2), row, start);
        view->beginOperation();
        view->put(groupScope(1), row, start);
        view->put(groupScope(2), row, start);
        view->refuseOperation();
        view->beginOperation();
        view->killScope(groupScope(3));
        view->acceptOperation();
        view->commit();
        QCOMPARE(view->touchedScopes(), (std::vector<ScopeId>{groupScope(2), groupScope(3)}));
    }

    void uncommittedTransactionLeavesNothing()
    {
        putPosts(1);
        {
            auto view = m_store->write();
            StoredRow row = postRow(2);
            view->put(groupScope(), row, start);
            view->createScope(groupScope(2), epochOf(2));
            view->nextOrder(start * 2);
        }
        QCOMPARE(m_store->read()->scope(groupScope())->head, 1);
        QVERIFY(!m_store->read()->scope(groupScope(2)));
        writeAll([](WriteView &view) {
            StoredRow row = postRow(3);
            view.put(groupScope(), row, start);
            QCOMPARE(row.rev, 2);
            QCOMPARE(view.nextOrder(start), start * 256);
        });
    }

    void orderRisesWhenTheClockGoesBack()
    {
        writeAll([](WriteView &view) {
            const qint64 first = view.nextOrder(start);
            QCOMPARE(first, start * 256);
            QCOMPARE(view.nextOrder(start - 1'000'000), first + 1);
            view.raiseOrder(first + 1000);
            view.raiseOrder(first);
            QCOMPARE(view.nextOrder(start), first + 1001);
        });
        writeAll([](WriteView &view) { QCOMPARE(view.nextOrder(0), start * 256 + 1002); });
    }

    void timeOfRevNeverGoesBackAndIsNeverTooEarly()
    {
        writeAll([](WriteView &view) {
            view.createScope(groupScope(), epochOf(1));
            for (const auto &[n, at] : {std::pair(1, 10), {2, 20}, {3, 15}, {4, 40}}) {
                StoredRow row = postRow(n);
                view.put(groupScope(), row, start + at);
            }
            StoredRow moved = postRow(2);
            view.put(groupScope(), moved, start + 50);
        });
        auto view = m_store->read();
        QCOMPARE(view->timeOf(groupScope(), 0), 0);
        QCOMPARE(view->timeOf(groupScope(), 1), start + 10);
        QCOMPARE(view->timeOf(groupScope(), 2), start + 20); // its row moved; rev 3 was stamped no earlier than rev 2
        QCOMPARE(view->timeOf(groupScope(), 4), start + 40);
        QCOMPARE(view->timeOf(groupScope(), 99), start + 50);
        QCOMPARE(view->timeOf(groupScope(9), 1), 0);
    }

    void rangesAreCutByRowsAndSayHowFarTheyReach()
    {
        putPosts(10);
        auto view = m_store->read();
        const auto up = view->ascending(groupScope(), 2, 9, {}, 3, noLimit);
        QCOMPARE(revs(up.rows), (QList<qint64>{3, 4, 5}));
        QCOMPARE(up.reached, 5);
        const auto down = view->descending(groupScope(), 2, 9, {}, 3, noLimit);
        QCOMPARE(revs(down.rows), (QList<qint64>{9, 8, 7}));
        QCOMPARE(down.reached, 6);
        // Exactly as many as fit is not a cut.
        QCOMPARE(view->ascending(groupScope(), 2, 5, {}, 3, noLimit).reached, 5);
        QCOMPARE(view->descending(groupScope(), 6, 9, {}, 3, noLimit).reached, 6);
        QCOMPARE(view->ascending(groupScope(), 8, 20, {}, 3, noLimit).reached, 20);
        QCOMPARE(view->ascending(groupScope(9), 0, 20, {}, 3, noLimit).rows.size(), 0u);
    }

    void rangesAreCutByBytesButGiveAtLeastOneRow()
    {
        writeAll([](WriteView &view) {
            view.createScope(groupScope(), epochOf(1));
            for (int n = 1; n <= 4; ++n) {
                StoredRow row = postRow(n, n, QByteArray(n == 2 ? 500 : 100, 'x'));
                view.put(groupScope(), row, start);
            }
        });
        auto view = m_store->read();
        QCOMPARE(revs(view->ascending(groupScope(), 0, 4, {}, 100, 600).rows), (QList<qint64>{1, 2}));
        QCOMPARE(revs(view->ascending(groupScope(), 0, 4, {}, 100, 599).rows), (QList<qint64>{1}));
        QCOMPARE(revs(view->ascending(groupScope(), 1, 4, {}, 100, 10).rows), (QList<qint64>{2}));
        QCOMPARE(view->ascending(groupScope(), 1, 4, {}, 100, 10).reached, 2);
        QCOMPARE(view->descending(groupScope(), 0, 4, {}, 100, 250).reached, 2);
    }

    void filterHidesOlderThreadsAndKnownTombstones()
    {
        writeAll([](WriteView &view) {
            view.createScope(groupScope(), epochOf(1));
            for (int n = 1; n <= 6; ++n) {
                StoredRow row = postRow(n);
                row.rootRev = n == 1 ? 0 : n; // the first is for everybody
                row.deleted = n == 3 || n == 6;
                view.put(groupScope(), row, start);
            }
        });
        auto view = m_store->read();
        const auto seen = [&](RowFilter filter) { return revs(view->ascending(groupScope(), 0, 6, filter, 9, noLimit).rows); };
        QCOMPARE(seen({}), (QList<qint64>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(seen({4, 0}), (QList<qint64>{1, 4, 5, 6}));
        QCOMPARE(seen({0, 3}), (QList<qint64>{1, 2, 4, 5, 6}));
        QCOMPARE(seen({5, 6}), (QList<qint64>{1, 5}));
        QCOMPARE(revs(view->descending(groupScope(), 0, 6, {4, 3}, 9, noLimit).rows), (QList<qint64>{6, 5, 4, 1}));
        QCOMPARE(view->liveIds(groupScope(), {}, 4, 10), (QList<Uuid>{idOf(1), idOf(4), idOf(5)}));
        QCOMPARE(view->liveIds(groupScope(), idOf(1), 0, 2), (QList<Uuid>{idOf(2), idOf(4)}));
    }

    void tombstonesKeepTheirIdAndLoseTheirContent()
    {
        putPosts(2);
        writeAll([](WriteView &view) {
            StoredRow row = *view.row(groupScope(), idOf(1));
            row.deleted = true;
            view.put(groupScope(), row, start + 100);
        });
        auto view = m_store->read();
        const auto row = view->row(groupScope(), idOf(1));
        QVERIFY(row->deleted);
        QVERIFY(row->payload.isEmpty());
        QCOMPARE(row->order, 1);
        QVERIFY(view->everUsed(idOf(1)));
    }

    void purgeRaisesTheFloorAndRemembersIds()
    {
        const Uuid derived = model::memberId(GroupId(idOf(1)), PersonId(idOf(2)));
        putPosts(4);
        writeAll([&](WriteView &view) {
            for (const Uuid &id : {idOf(1), derived, idOf(2)}) {
                StoredRow row = postRow(1);
                row.id = id;
                row.deleted = true;
                view.put(groupScope(), row, start + (id == idOf(2) ? 900 : 100));
            }
            QCOMPARE(view.purgeTombstones(groupScope(), start + 500), 2);
            QCOMPARE(view.purgeTombstones(groupScope(), start + 500), 0);
        });
        auto view = m_store->read();
        QCOMPARE(view->scope(groupScope())->floor, 6);
        QCOMPARE(view->scope(groupScope())->head, 7);
        QVERIFY(!view->row(groupScope(), idOf(1)));
        QVERIFY(view->row(groupScope(), idOf(2))->deleted);
        QVERIFY(view->everUsed(idOf(1)));
        QVERIFY(!view->everUsed(derived));
        QVERIFY(!view->everUsed(idOf(99)));
        QCOMPARE(view->timeOf(groupScope(), 5), start + 900);
    }

    void renumberingFollowsOrderAndKeepsWhoSeesWhat()
    {
        const PersonId person(idOf(500));
        const ScopeId own = ScopeId::person(person);
        writeAll([&](WriteView &view) {
            view.createScope(groupScope(), epochOf(1));
            view.createScope(own, epochOf(2));
            const qint64 base = start * 256;
            // Orders 40 10 30 20; the second is deleted; roots are the rows' own revs.
            for (const auto &[n, order] : {std::pair(1, 40), {2, 10}, {3, 30}, {4, 20}}) {
                StoredRow row = postRow(n, base + order * 256);
                row.rootRev = n;
                row.deleted = n == 2;
                view.put(groupScope(), row, start + 1000);
            }
            StoredRow member = postRow(5, base + 50 * 256);
            member.kind = qint64(Kind::Member);
            member.payload = protocol::encodeEntity(model::Member{person, model::Role::Member, "p", "P", false, {}});
            view.put(groupScope(), member, start + 1000);
            StoredRow membership = postRow(6);
            membership.id = model::membershipId(groupScope(), person);
            membership.kind = qint64(Kind::Membership);
            membership.rootRev = 3;
            view.put(own, membership, start);
        });
        const auto visible = [&](qint64 minRootRev) {
            QList<Uuid> ids = m_store->read()->liveIds(groupScope(), {}, minRootRev, 10);
            return ids;
        };
        const auto before = visible(3);
        writeAll([&](WriteView &view) { view.renumber(groupScope(), epochOf(9)); });

        auto view = m_store->read();
        const auto info = *view->scope(groupScope());
        QCOMPARE(info.epoch, epochOf(9));
        QCOMPARE(info.head, 4);
        QCOMPARE(info.floor, 0);
        QCOMPARE(info.memberRev, 4);
        const auto read = view->ascending(groupScope(), 0, 10, {}, 10, noLimit);
        QCOMPARE(revs(read.rows), (QList<qint64>{1, 2, 3, 4}));
        QCOMPARE(read.rows[0].id, idOf(4));
        QCOMPARE(read.rows[1].id, idOf(3));
        QCOMPARE(read.rows[2].id, idOf(1));
        QCOMPARE(read.rows[0].at, start + 20);
        QVERIFY(view->everUsed(idOf(2)));
        const auto membership = view->row(own, model::membershipId(groupScope(), person));
        QCOMPARE(membership->rev, 1);
        QCOMPARE(visible(membership->rootRev), before);
        QCOMPARE(view->scopeOf(idOf(4)), groupScope());
        QCOMPARE(view->ofKind(groupScope(), Kind::Member, {}, 10).size(), 1u);

        // What is written next is above what the member could see before.
        writeAll([&](WriteView &later) {
            StoredRow row = postRow(70);
            row.rootRev = later.scope(groupScope())->head + 1;
            later.put(groupScope(), row, start + 2000);
            QCOMPARE(row.rev, 5);
            QVERIFY(row.rootRev >= membership->rootRev);
        });
    }

    void renewedEpochsChangeEveryScopeAndNothingElse()
    {
        putPosts(2);
        putPosts(2, groupScope(2), 10);
        const auto before = m_store->read()->scopes();
        base::SeededRandom random(3);
        writeAll([&](WriteView &view) { view.renewEpochs(random); });
        auto after = m_store->read()->scopes();
        QCOMPARE(after.size(), before.size());
        for (size_t i = 0; i < after.size(); ++i) {
            QVERIFY(after[i].epoch != before[i].epoch);
            after[i].epoch = before[i].epoch;
        }
        QVERIFY(after == before);
    }

    void memberRowsMoveMemberRevAlsoWhenRemoved()
    {
        putPosts(1);
        writeAll([](WriteView &view) {
            StoredRow row = postRow(2);
            row.kind = qint64(Kind::Member);
            view.put(groupScope(), row, start);
            QCOMPARE(view.scope(groupScope())->memberRev, 2);
            StoredRow post = postRow(3);
            view.put(groupScope(), post, start);
            QCOMPARE(view.scope(groupScope())->memberRev, 2);
            row.deleted = true;
            view.put(groupScope(), row, start);
        });
        QCOMPARE(m_store->read()->scope(groupScope())->memberRev, 4);
    }

    void deadScopeStaysKnown()
    {
        putPosts(1);
        writeAll([](WriteView &view) { view.killScope(groupScope()); });
        QVERIFY(m_store->read()->scope(groupScope())->dead);
        QVERIFY(m_store->read()->row(groupScope(), idOf(1)));
    }

    void handlesHaveOneOwner()
    {
        writeAll([](WriteView &view) {
            QVERIFY(view.claimHandle("anna", idOf(1)));
            QVERIFY(view.claimHandle("anna", idOf(1)));
            QVERIFY(!view.claimHandle("anna", idOf(2)));
            QVERIFY(view.claimHandle("bob", idOf(2)));
        });
        QCOMPARE(m_store->read()->handleOwner("anna"), idOf(1));
        writeAll([](WriteView &view) {
            view.releaseHandles(idOf(1));
            QVERIFY(view.claimHandle("anna", idOf(3)));
        });
        QCOMPARE(m_store->read()->handleOwner("anna"), idOf(3));
        QCOMPARE(m_store->read()->handleOwner("bob"), idOf(2));
        QVERIFY(!m_store->read()->handleOwner("carl"));
    }

    void answersAreKeptUntilTrimmedAndLanesForGood()
    {
        const LaneId lane(idOf(1));
        const LaneId other(idOf(2));
        StoredAnswer answer{OpId(idOf(11)), lane, 1, true, false, {}, {{groupScope(), epochOf(1), 7, idOf(3)},
                                                                       {ScopeId::company(), epochOf(2), 8, idOf(4)}}};
        writeAll([&](WriteView &view) {
            view.storeAnswer(answer);
            view.storeAnswer({OpId(idOf(12)), lane, 2, false, false, "not_member", {}});
            view.storeAnswer({OpId(idOf(13)), lane, 3, true, true, {}, {}});
            view.storeAnswer({OpId(idOf(14)), other, 1, true, false, {}, {}});
            view.setLaneLast(lane, 3);
            view.setLaneLast(other, 1);
        });
        QCOMPARE(*m_store->read()->answer(answer.id), answer);
        QCOMPARE(m_store->read()->answer(OpId(idOf(12)))->why, "not_member");
        QCOMPARE(m_store->read()->answerAt(lane, 3), OpId(idOf(13)));
        answer.touched[0].epoch = epochOf(5);
        writeAll([&](WriteView &view) { view.storeAnswer(answer); });
        QCOMPARE(m_store->read()->answer(answer.id)->touched[0].epoch, epochOf(5));

        writeAll([&](WriteView &view) { view.trimAnswers(lane, 2); });
        auto view = m_store->read();
        QVERIFY(!view->answer(answer.id));
        QVERIFY(!view->answerAt(lane, 2));
        QVERIFY(view->answer(OpId(idOf(13)))->isVoid);
        QVERIFY(view->answer(OpId(idOf(14))));
        QCOMPARE(view->laneLast(lane), 3);
        QCOMPARE(view->laneLast(LaneId(idOf(9))), 0);
    }

    void numberIsNeverGivenToASecondOperation()
    {
        auto view = m_store->write();
        view->storeAnswer({OpId(idOf(1)), LaneId(idOf(9)), 1, true, false, {}, {}});
        QVERIFY_THROWS_EXCEPTION(store::Failure, view->storeAnswer({OpId(idOf(2)), LaneId(idOf(9)), 1, true, false, {}, {}}));
    }

    void snapshotsSeeOneInstant()
    {
        putPosts(2);
        auto early = m_store->read();
        auto writing = m_store->write();
        StoredRow row = postRow(3);
        writing->put(groupScope(), row, start);
        auto during = m_store->read();
        writing->commit();
        QCOMPARE(early->scope(groupScope())->head, 2);
        QCOMPARE(during->scope(groupScope())->head, 2);
        QVERIFY(!during->row(groupScope(), idOf(3)));
        QCOMPARE(m_store->read()->scope(groupScope())->head, 3);
    }

    void idsAreFoundInTheirOwnScopeBeforeTheirCard()
    {
        writeAll([](WriteView &view) {
            view.createScope(ScopeId::directory(), epochOf(1));
            view.createScope(groupScope(), epochOf(2));
            StoredRow card = postRow(1);
            card.kind = qint64(Kind::GroupCard);
            view.put(ScopeId::directory(), card, start);
            StoredRow group = postRow(1);
            group.kind = qint64(Kind::Group);
            view.put(groupScope(), group, start);
        });
        QCOMPARE(m_store->read()->scopeOf(idOf(1)), groupScope());
        QVERIFY(!m_store->read()->scopeOf(idOf(2)));
    }

    void childrenAndKindsListLiveRowsOnly()
    {
        putPosts(1);
        writeAll([](WriteView &view) {
            for (int n = 2; n <= 5; ++n) {
                StoredRow row = postRow(n);
                row.kind = qint64(n == 5 ? Kind::Bookmark : Kind::Comment);
                row.parent = idOf(1);
                row.deleted = n == 3;
                view.put(groupScope(), row, start);
            }
        });
        auto view = m_store->read();
        QCOMPARE(revs(view->children(groupScope(), idOf(1))), (QList<qint64>{2, 4, 5}));
        QCOMPARE(view->row(groupScope(), idOf(3))->parent, idOf(1));
        QCOMPARE(revs(view->ofKind(groupScope(), Kind::Comment, {}, 10)), (QList<qint64>{2, 4}));
        QCOMPARE(revs(view->ofKind(groupScope(), Kind::Comment, idOf(2), 10)), (QList<qint64>{4}));
        QCOMPARE(revs(view->ofKind(groupScope(), Kind::Comment, {}, 1)), (QList<qint64>{2}));
        QCOMPARE(revs(view->ofKind(groupScope(), Kind::Bookmark, {}, 10)), (QList<qint64>{5}));
    }

    void misuseThrowsAndCommitsNothing()
    {
        putPosts(1);
        auto view = m_store->write();
        StoredRow row = postRow(2);
        QVERIFY_THROWS_EXCEPTION(store::Failure, view->put(groupScope(5), row, start));
        QVERIFY_THROWS_EXCEPTION(store::Failure, view->createScope(groupScope(), epochOf(3)));
        view->beginOperation();
        QVERIFY_THROWS_EXCEPTION(store::Failure, view->commit());
    }

    void metaIsKept()
    {
        writeAll([](WriteView &view) {
            view.setMeta("a", "1");
            view.setMeta("a", "2");
            view.setMeta("empty", "");
        });
        QCOMPARE(m_store->read()->meta("a"), QByteArray("2"));
        QVERIFY(m_store->read()->meta("empty")->isEmpty());
        QVERIFY(!m_store->read()->meta("b"));
    }

    void blobGrantsAreKeptReplacedAndDroppedByAge()
    {
        const BlobGrant old{PersonId(idOf(1)), groupScope(), QStringLiteral("aa"), 3, start};
        const BlobGrant fresh{PersonId(idOf(2)), groupScope(2), QStringLiteral("bb"), 4, start + 10};
        writeAll([&](WriteView &view) {
            view.grantBlob(idOf(10), old);
            view.grantBlob(idOf(11), old);
            view.grantBlob(idOf(11), fresh);
        });
        QCOMPARE(m_store->read()->blobGrant(idOf(10)), old);
        QCOMPARE(m_store->read()->blobGrant(idOf(11)), fresh);
        QVERIFY(!m_store->read()->blobGrant(idOf(12)));
        writeAll([&](WriteView &view) {
            view.beginOperation();
            view.grantBlob(idOf(12), old);
            view.refuseOperation();
            view.dropBlobGrants(start + 10);
        });
        QVERIFY(!m_store->read()->blobGrant(idOf(10)));
        QCOMPARE(m_store->read()->blobGrant(idOf(11)), fresh);
        QVERIFY(!m_store->read()->blobGrant(idOf(12)));
    }

    void committedIsThereAfterReopening()
    {
        if (!m_sqlite)
            QSKIP("The twin in memory keeps nothing.");
        putPosts(5);
        qint64 order = 0;
        writeAll([&](WriteView &view) { order = view.nextOrder(start); });
        m_store.reset();
        m_store = makeStore(true, *m_dir);
        QCOMPARE(m_store->read()->scope(groupScope())->head, 5);
        QCOMPARE(m_store->read()->ascending(groupScope(), 0, 5, {}, 9, noLimit).rows.size(), 5u);
        writeAll([&](WriteView &view) {
            QCOMPARE(view.nextOrder(0), order + 1);
            StoredRow row = postRow(6);
            view.put(groupScope(), row, start);
            QCOMPARE(row.rev, 6);
        });
    }
};

QTEST_GUILESS_MAIN(RowStoreTest)
#include "row_store_test.moc"
