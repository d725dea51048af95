#include "store/world.h"

#include "store/cache_connection.h"
#include "store/cache_sql.h"
#include "store/database.h"
#include "store/fts_tokenizer.h"
#include "store/kind_sql.h"
#include "store/outbox_sql.h"

#include <sqlite3.h>

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class SchemaTest : public QObject {
    Q_OBJECT

private:
    static QStringList schemaOf(Database &db)
    {
        QStringList lines;
        Statement read = db.prepare("SELECT type, name, tbl_name FROM sqlite_schema ORDER BY 1, 2");
        while (read.step())
            lines.append(read.text(0) + ' ' + read.text(1) + ' ' + read.text(2));
        for (const Kind kind : model::allKinds)
            lines += columnsOf(db, model::toString(kind));
        return lines;
    }

    static QStringList columnsOf(Database &db, const QString &table)
    {
        QStringList columns;
        Statement read = db.prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1)");
        read.with(table);
        while (read.step())
            columns.append(read.text(0) + ' ' + read.text(1) + (read.boolean(2) ? " not null" : "")
                           + (read.boolean(3) ? " key" : ""));
        return columns;
    }

    static QString columnType(model::FieldType type)
    {
        switch (type) {
        case model::FieldType::Bool:
        case model::FieldType::Integer:
        case model::FieldType::Time: return "INTEGER not null";
        case model::FieldType::Text: return "TEXT not null";
        case model::FieldType::Id:
        case model::FieldType::TextList:
        case model::FieldType::IdList:
        case model::FieldType::Versions: return "BLOB";
        }
        return {};
    }

    // Every statement of a text prepares; what each of them walks.
    static QStringList plans(Database &db, const QByteArray &text)
    {
        QStringList lines;
        const char *rest = text.constData();
        while (*rest) {
            sqlite3_stmt *one = nullptr;
            const char *from = rest;
            if (sqlite3_prepare_v2(db.handle(), from, -1, &one, &rest) != SQLITE_OK)
                return {QString("does not prepare: ") + sqlite3_errmsg(db.handle())};
            sqlite3_finalize(one);
            const QByteArray single(from, rest - from);
            if (single.trimmed().isEmpty() || single.startsWith("PRAGMA"))
                continue;
            Statement explain = db.prepare("EXPLAIN QUERY PLAN " + single);
            while (explain.step())
                lines.append(explain.text(3));
        }
        return lines;
    }

    // A scan without an index, of a table that grows with what people write.
    static QString scanOfALargeTable(const QStringList &plan)
    {
        for (const QString &line : plan) {
            for (const QString table : {"post", "comment", "reaction", "member", "notice", "words", "document", "version", "attachment", "document_text"}) {
                if (line == "SCAN " + table || line.startsWith("SCAN " + table + " USING INDEX")
                    || line.startsWith("SCAN " + table + " USING COVERING INDEX"))
                    return line;
                // Without a match expression FTS5 walks all rows.
                if (line.startsWith("SCAN words VIRTUAL TABLE INDEX 0:") && !line.contains(":M"))
                    return line;
            }
            if (line.startsWith("USE TEMP B-TREE FOR ORDER BY"))
                return line;
        }
        return {};
    }

    std::unique_ptr<Database> attached(World &world)
    {
        auto db = value(openCacheConnection(world.cachePath()));
        db->prepare("ATTACH ?1 AS outbox").with(world.outboxPath()).run();
        return db;
    }

private Q_SLOTS:
    void everyKindsTableFollowsItsDescription()
    {
        auto db = value(openCacheConnection(":memory:"));
        for (const Kind kind : model::allKinds) {
            QStringList expected;
            if (isKeyedByOrder(kind))
                expected << "ord INTEGER key";
            else
                expected << "key INTEGER key" << "ord INTEGER not null";
            expected << "scope INTEGER not null" << "id BLOB not null" << "rev INTEGER not null" << "extra BLOB";
            model::withKind(kind, [&](auto tag) {
                using S = decltype(tag);
                model::forEachField<S>([&](const auto &field) {
                    using T = std::decay_t<decltype(std::declval<S>().*(field.member))>;
                    expected << QString(field.name) + ' ' + columnType(model::fieldTypeOf<T>());
                });
            });
            QCOMPARE(columnsOf(*db, model::toString(kind)), expected);
        }
    }

    void builtStepByStepOrAtOnceTheSchemaIsTheSame()
    {
        World world;
        auto fresh = value(openCacheConnection(":memory:"));
        auto stepwise = value(openCacheConnection(":memory:"));
        for (const Kind kind : model::allKinds)
            stepwise->exec("DROP TABLE \"" + model::toString(kind).toUtf8() + '"');
        stepwise->exec("DROP TABLE words; DROP TABLE names; DROP TABLE file_words; DROP TABLE scope; DROP TABLE identity; DROP TABLE unknown_row;"
                       "DROP TABLE purge_intent; DROP TABLE notice; DROP TABLE thread_of_mine; DROP TABLE notice_known;"
                       "DROP TABLE notice_due; DROP TABLE tag_use; PRAGMA user_version=0");
        std::vector<Migration> steps;
        for (const auto *each = cache::sql::migrations; each->number != 0; ++each) {
            steps.push_back({each->number, each->name, each->text});
            value(migrateAll(*stepwise, steps));
        }
        QCOMPARE(schemaOf(*stepwise), schemaOf(*fresh));
        QCOMPARE(stepwise->scalar("PRAGMA user_version"), fresh->scalar("PRAGMA user_version"));
    }

    void aCacheWhoseFullTextNamesNoAuthorsIsFetchedAgain()
    {
        auto db = value(openCacheConnection(":memory:"));
        db->exec("INSERT INTO post (ord, scope, id, rev, body) VALUES (1, 1, x'01', 1, 'old');"
                 "INSERT INTO scope (name) VALUES ('directory');"
                 "INSERT INTO words (rowid, body, place) VALUES (1, 'old', '')");
        for (const auto *each = cache::sql::migrations; each->number != 0; ++each) {
            if (QByteArray(each->text).contains("authorToken"))
                db->exec(each->text);
        }
        QCOMPARE(db->scalar("SELECT count(*) FROM post"), 0);
        QCOMPARE(db->scalar("SELECT count(*) FROM scope"), 0);
        QCOMPARE(db->scalar("SELECT count(*) FROM words WHERE words MATCH '\"old\"'"), 0);
    }

    // Later migrations may empty the cache, which is fetched again; it opens, and is like a new one.
    void aFileOfTheFirstBuildOpens()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath("cache.db");
        {
            auto db = value(Database::open(path));
            registerTokenizer(*db);
            const auto &first = cache::sql::migrations[0];
            value(migrateAll(*db, std::vector<Migration>{{first.number, first.name, first.text}}));
            db->exec("INSERT INTO post (ord, scope, id, rev, body, pinned) VALUES (7, 1, zeroblob(16), 3, 'old', 1);"
                     "INSERT INTO \"group\" (ord, scope, id, rev, title) VALUES (8, 1, zeroblob(16), 4, 'Old')");
        }
        auto old = value(openCacheConnection(path));
        auto fresh = value(openCacheConnection(":memory:"));
        QCOMPARE(schemaOf(*old), schemaOf(*fresh));
        QCOMPARE(old->scalar("PRAGMA user_version"), fresh->scalar("PRAGMA user_version"));
    }

    void migrationsAreNumberedWithoutGaps()
    {
        int expected = 1;
        for (const auto *each = cache::sql::migrations; each->number != 0; ++each)
            QCOMPARE(each->number, expected++);
        expected = 1;
        for (const auto *each = outbox::sql::migrations; each->number != 0; ++each)
            QCOMPARE(each->number, expected++);
    }

    void everyQueryPreparesAndScansNoLargeTable()
    {
        World world;
        auto db = attached(world);
        // Paging all comments or posts from the top is bounded by its limit and ordered by the key itself.
        const QStringList bounded{"newest_comments", "newest_posts_of_all", "newest_comments_of_all",
                                  "voices_of_posts", "voices_of_comments",  "tagged_posts",           "documents_recent", "documents_mine", "documents_split"};
        // A purge is rare, and what it may keep is known only when everything was looked at.
        const QString whole = QStringLiteral("blobs_named");
        for (const auto *query = cache::sql::allQueries; query->name; ++query) {
            const QStringList plan = plans(*db, query->text);
            QVERIFY2(!plan.join(' ').contains("does not prepare"), qPrintable(query->name + plan.join(' ')));
            const QString scan = scanOfALargeTable(plan);
            // Ranking is sorting; how much of it is bounded by the search, not by the statement.
            const QByteArray name = query->name;
            const bool ranked = name.startsWith("search_words_ranked") || name == "search_files_ranked";
            if (QByteArray(query->name).startsWith("once_") || query->name == whole) // the one walk through a file of an older build
                continue;
            QVERIFY2(scan.isEmpty() || bounded.contains(query->name) || (ranked && scan.startsWith("USE TEMP")),
                     qPrintable(QString(query->name) + ": " + scan));
        }
        auto own = value(Database::open(world.outboxPath()));
        for (const auto *query = outbox::sql::allQueries; query->name; ++query)
            QVERIFY2(!plans(*own, query->text).join(' ').contains("does not prepare"), query->name);
    }

    void everyKindsStatementsUseTheIndexOfScopeAndId()
    {
        World world;
        auto db = attached(world);
        for (const Kind kind : model::allKinds) {
            const KindSql sql = kindSql(kind);
            for (const QByteArray &text : {sql.insert, sql.update, sql.held, sql.row, sql.rowOfKey, sql.rowsOfScope,
                                           sql.idsOfScope, sql.idRange, sql.remove, sql.removeScope, sql.unverify,
                                           sql.unverifiedIds}) {
                for (const QString &line : plans(*db, text))
                    QVERIFY2(line.startsWith("SEARCH"), qPrintable(text + ": " + line));
            }
        }
    }

    void aScanIsNoticed()
    {
        auto db = value(openCacheConnection(":memory:"));
        QVERIFY(!scanOfALargeTable(plans(*db, "SELECT body FROM post WHERE body = 'x'")).isEmpty());
        QVERIFY(!scanOfALargeTable(plans(*db, "SELECT rowid FROM words")).isEmpty());
        QVERIFY(!scanOfALargeTable(plans(*db, "SELECT id FROM comment WHERE scope = 1 ORDER BY body")).isEmpty());
        QVERIFY(plans(*db, "SELECT nothing FROM nowhere").join(' ').contains("does not prepare"));
    }

    void aFileOfANewerBuildIsLeftAlone()
    {
        World world;
        world.close();
        {
            auto db = value(Database::open(world.cachePath()));
            db->exec("PRAGMA user_version=999");
        }
        const auto refused = Cache::open(world.cachePath());
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains("newer"));
        QVERIFY(!Reader::open(world.cachePath(), world.outboxPath()));
        auto db = value(Database::open(world.cachePath()));
        QCOMPARE(db->scalar("PRAGMA user_version"), 999);
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
