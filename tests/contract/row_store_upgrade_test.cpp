#include "contract/row_store_fixture.h"

#include "server/rows_sql.h"

#include <QtTest>

using namespace parvis;
using namespace parvis::contract;

// Databases of earlier builds: they open, keep what they hold, and look like new ones.
class RowStoreUpgradeTest : public QObject {
    Q_OBJECT

    static QStringList schemaOf(store::Database &db)
    {
        QStringList lines;
        auto objects = db.prepare("SELECT type, name, tbl_name FROM sqlite_schema ORDER BY 1, 2");
        while (objects.step())
            lines.append(objects.text(0) + ' ' + objects.text(1) + ' ' + objects.text(2));
        auto columns = db.prepare("SELECT m.name, c.name, c.type, c.\"notnull\", c.pk FROM sqlite_schema m, "
                                  "pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, c.cid");
        while (columns.step())
            lines.append(columns.text(0) + ' ' + columns.text(1) + ' ' + columns.text(2) + ' ' + columns.text(3) + ' '
                         + columns.text(4));
        return lines;
    }
    static std::unique_ptr<store::Database> open(const QString &path)
    {
        auto db = store::Database::open(path);
        if (!db)
            qFatal("%s", qPrintable(db.error().detail));
        return std::move(*db);
    }
    static std::vector<store::Migration> migrations(int count)
    {
        std::vector<store::Migration> list;
        for (const auto *each = rows::sql::migrations; each->number != 0 && each->number <= count; ++each)
            list.push_back({each->number, each->name, each->text});
        return list;
    }

private Q_SLOTS:
    void aDatabaseOfTheFirstBuildOpensWithItsRows()
    {
        QTemporaryDir dir;
        {
            auto db = open(dir.filePath("server.db"));
            QVERIFY(store::migrateAll(*db, migrations(1)));
            db->prepare("INSERT INTO scopes (n, name, epoch, head, floor, member_rev, last_at, dead) "
                        "VALUES (1, ?1, ?2, 1, 0, 0, ?3, 0)")
                .with(groupScope().toString(), epochOf(1), start)
                .run();
            auto put = db->prepare("INSERT INTO rows (scope, rev, id, kind, ord, deleted, parent, root, at, payload) "
                                   "VALUES (1, 1, ?1, 6, 7, 0, NULL, 0, ?2, x'80')");
            put.with(idOf(7), start).run();
        }
        auto opened = openSqliteRowStore(dir.filePath("server.db"));
        QVERIFY(opened);
        {
            auto view = (*opened)->read();
            const auto row = view->row(groupScope(), idOf(7));
            QVERIFY(row);
            QCOMPARE(row->order, 7);
            QCOMPARE(row->due, 0);
            QVERIFY(view->due(noLimit, 10).empty());
        }
        auto view = (*opened)->write();
        StoredRow row = postRow(8, 8);
        row.due = start + 5;
        view->put(groupScope(), row, start);
        view->commit();
        QCOMPARE((*opened)->read()->due(noLimit, 10).size(), size_t(1));
    }

    void builtStepByStepOrAtOnceTheSchemaIsTheSame()
    {
        QTemporaryDir dir;
        auto stepwise = open(dir.filePath("stepwise.db"));
        int count = 0;
        for (const auto *each = rows::sql::migrations; each->number != 0; ++each) {
            QCOMPARE(each->number, ++count);
            QVERIFY(store::migrateAll(*stepwise, migrations(count)));
        }
        QVERIFY(count >= 2);
        QVERIFY(openSqliteRowStore(dir.filePath("fresh.db")));
        auto fresh = open(dir.filePath("fresh.db"));
        QCOMPARE(schemaOf(*stepwise), schemaOf(*fresh));
    }
};

QTEST_GUILESS_MAIN(RowStoreUpgradeTest)
#include "row_store_upgrade_test.moc"
