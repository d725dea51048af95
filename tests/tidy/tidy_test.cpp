// The rules of docs/testing.md and CONTRIBUTING.md that a program can check, read over the whole tree. Every rule first
// shows on a small sample that it can fail.
#include "tidy/rules_calls.h"
#include "tidy/rules_layout.h"
#include "tidy/rules_sql.h"
#include "tidy/rules_sync.h"
#include "tidy/rules_translation.h"

#include <QTest>

#include <functional>

using namespace parvis::tidy;

namespace {

SourceFile sample(const char *path, const char *text)
{
    return SourceFile::fromText(path, QString::fromUtf8(text));
}

QByteArray listed(const Findings &findings)
{
    QStringList lines;
    for (const auto &finding : findings)
        lines << finding.toString();
    return (QString::number(findings.size()) + " against the rules:\n" + lines.join('\n')).toUtf8();
}

} // namespace

#define HOLDS(findings)                                                                                                \
    do {                                                                                                               \
        const Findings all = (findings);                                                                               \
        QVERIFY2(all.isEmpty(), listed(all).constData());                                                              \
    } while (false)

class TidyTest : public QObject {
    Q_OBJECT

private:
    Findings overTree(const std::function<Findings(const SourceFile &)> &rule) const
    {
        Findings findings;
        for (const auto &file : m_tree)
            findings << rule(file);
        return findings;
    }

    Tree m_tree;

private Q_SLOTS:
    void initTestCase()
    {
        m_tree = loadTree(PARVIS_SOURCE_DIR);
        QVERIFY2(m_tree.size() > 20, "the source tree was not found at " PARVIS_SOURCE_DIR);
    }

    void lexerTellsCodeFromCommentsAndLiterals()
    {
        const auto file = sample("core/base/a.cpp", "a(\"x\\\"// no comment\"); // b(\n"
                                                    "/* c( */ d(1'000, '\"', u8\"\\u00e9\"); e(R\"q(f(\")q\");\n");
        for (const char *gone : {"b(", "c(", "f(", "comment"})
            QVERIFY2(!file.code.contains(gone), gone);
        for (const char *there : {"a(", "d(1'000,", "e("})
            QVERIFY2(file.code.contains(there), there);
        QCOMPARE(file.code.size(), file.text.size());
        QCOMPARE(file.literals.size(), 3);
        QCOMPARE(file.literals[0].value, QString("x\"// no comment"));
        QCOMPARE(file.literals[1].value, QString(QChar(0xe9)));
        QCOMPARE(file.literals[2].value, QString("f(\""));
    }

    void includesPointOneWay()
    {
        QCOMPARE(includesPointDown(sample("core/base/a.h", "#include \"base/b.h\"\n#include \"store/c.h\"\n")).size(),
                 1);
        QCOMPARE(includesPointDown(sample("ui/views/a.h", "#include \"client/b.h\"\n#include \"sync/c.h\"\n")).size(),
                 1);
        QCOMPARE(includesPointDown(sample("core/sync/a.h", "#include \"store/b.h\"\n#include \"ui/c.h\"\n")).size(), 1);
        QCOMPARE(includesPointDown(sample("app/desktop/main.cpp", "#include \"server/b.h\"\n")).size(), 0);
        HOLDS(overTree(includesPointDown));
    }

    void everyFolderOfCoreHasItsPlaceInTheOrder()
    {
        for (const auto &file : m_tree) {
            if (file.isIn("core") && file.isCpp())
                QVERIFY2(allowedIncludes().contains(componentOf(file)), qPrintable(file.path));
        }
    }

    void outsideLibrariesStayInTheirAdapter()
    {
        QCOMPARE(
            foreignHeadersStayInTheirAdapter(sample("ui/a.h", "#include <sqlite3.h>\n#include <QSqlQuery>\n")).size(),
            2);
        QCOMPARE(foreignHeadersStayInTheirAdapter(sample("core/sync/a.h", "#include <QWebSocket>\n")).size(), 1);
        QCOMPARE(foreignHeadersStayInTheirAdapter(sample("core/model/a.h", "#include <QColor>\n")).size(), 1);
        QCOMPARE(foreignHeadersStayInTheirAdapter(sample("core/server/a.h", "#include <boost/asio.hpp>\n")).size(), 0);
        HOLDS(overTree(foreignHeadersStayInTheirAdapter));
    }

    void headersAreIncludedOnce()
    {
        QCOMPARE(headersHavePragmaOnce(sample("core/base/a.h", "int a();\n")).size(), 1);
        HOLDS(overTree(headersHavePragmaOnce));
    }

    void namespacesFollowFolders()
    {
        QCOMPARE(filesUseTheirNamespace(sample("core/text/a.cpp", "namespace parvis::store {\n}\n")).size(), 1);
        QCOMPARE(filesUseTheirNamespace(sample("core/text/a.cpp", "namespace parvis::text {\n}\n")).size(), 0);
        QCOMPARE(filesUseTheirNamespace(sample("core/text/all.h", "#pragma once\n#include \"text/a.h\"\n")).size(), 0);
        HOLDS(overTree(filesUseTheirNamespace));
    }

    void filesStaySmallEnoughToReadAtOnce()
    {
        QCOMPARE(filesStaySmall(sample("core/text/a.cpp", QByteArray(601, '\n').constData())).size(), 1);
        QCOMPARE(filesStaySmall(sample("core/text/a.cpp", QByteArray(600, '\n').constData())).size(), 0);
        HOLDS(overTree(filesStaySmall));
    }

    void linesHaveNoTabsAndNoTrailingBlanks()
    {
        QCOMPARE(linesAreClean(sample("core/text/a.cpp", "\tint a; \nint b;\r\nint c;")).size(), 4);
        QCOMPARE(linesAreClean(sample("docs/a.md", "two blanks at the end:  \n")).size(), 0);
        HOLDS(overTree(linesAreClean));
    }

    void nothingIsLeftFromWorking()
    {
        QCOMPARE(nothingIsLeftOver(sample("docs/a.md", "<<<<<<"
                                                       "< ours\n====="
                                                       "==\n>>>>>>"
                                                       "> theirs\n"))
                     .size(),
                 3);
        QCOMPARE(nothingIsLeftOver(sample("core/text/a.cpp", "// TO"
                                                             "DO: later\n// FIX"
                                                             "ME\n"))
                     .size(),
                 2);
        QCOMPARE(nothingIsLeftOver(sample("core/text/a.cpp", "open(\"/ho"
                                                             "me/anne/x\", \"/t"
                                                             "mp/y\");\n"))
                     .size(),
                 2);
        HOLDS(overTree(nothingIsLeftOver));
    }

    void bannedCallsStayWhereTheyBelong_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line :
             {"QDateTime::currentDateTimeUtc();", "QTimer t;", "QRandomGenerator::global();", "QUuid::createUuid();",
              "f.then(this, g);", "f->then(g);", "Store::instance();", "connect(a, SIGNAL(b()), c, SLOT(d()));",
              "std::this_thread::sleep_for(s);", "label->setHtml(t);", "label->setTextFormat(Qt::RichText);",
              "QMessageBox::warning(this, a, b);", "QDesktopServices::openUrl(u);", "std::system(c);"})
            QTest::newRow(line) << QByteArray(line);
    }

    void bannedCallsStayWhereTheyBelong()
    {
        QFETCH(QByteArray, line);
        const QString text = QString::fromUtf8(line) + '\n';
        QVERIFY(!callsAreAllowed(SourceFile::fromText("ui/views/a.cpp", text)).isEmpty());
        QVERIFY(callsAreAllowed(SourceFile::fromText("ui/views/a.cpp", "// " + text)).isEmpty());
        QVERIFY(callsAreAllowed(SourceFile::fromText("ui/views/a.cpp", "r.and_then(f); m_timer; instanceOf();\n"))
                    .isEmpty());
    }

    void treeMakesNoBannedCalls()
    {
        QCOMPARE(callsAreAllowed(sample("core/base/clock.cpp", "QDateTime::currentMSecsSinceEpoch();\n")).size(), 0);
        QCOMPARE(callsAreAllowed(sample("core/sync/clock.cpp", "QDateTime::currentMSecsSinceEpoch();\n")).size(), 1);
        HOLDS(overTree(callsAreAllowed));
    }

    void qtKeywordsAreWrittenAsMacros()
    {
        QCOMPARE(
            keywordsAreMacros(sample("ui/a.h", "signals:\npublic slots:\nemit changed();\nforeach (a, b)\n")).size(),
            4);
        QCOMPARE(keywordsAreMacros(sample("ui/a.h", "Q_SIGNALS:\nprivate Q_SLOTS:\nQ_EMIT changed();\n")).size(), 0);
        HOLDS(overTree(keywordsAreMacros));
    }

    void sqlIsWrittenInTheStoresOnly()
    {
        QCOMPARE(
            sqlStaysInTheStores(sample("core/client/a.cpp", "run(\"SELECT a \"); run(\"SELECT a FROM b\");\n")).size(),
            1);
        QCOMPARE(sqlStaysInTheStores(sample("ui/a.cpp", "run(\"UPDATE t SET a = 1\"); run(\"PRAGMA user_version\");\n"))
                     .size(),
                 2);
        QCOMPARE(
            sqlStaysInTheStores(sample("ui/a.cpp", "tr(\"Select a person FROM the list, or update it\");\n")).size(),
            0);
        HOLDS(overTree(sqlStaysInTheStores));
    }

    void sqlFilesLieWhereTheBuildFindsThem()
    {
        for (const char *good : {"core/store/sql/cache/queries/feed.sql", "core/server/sql/migrations/0001_start.sql"})
            QCOMPARE(sqlFilesHaveTheirPlace(sample(good, "")).size(), 0);
        for (const char *bad :
             {"core/store/sql/feed.sql", "core/sync/sql/queries/a.sql", "core/store/sql/migrations/start.sql"})
            QCOMPARE(sqlFilesHaveTheirPlace(sample(bad, "")).size(), 1);
        HOLDS(overTree(sqlFilesHaveTheirPlace));
    }

    void everyQueryHasANameAndAReason()
    {
        const char *path = "core/store/sql/cache/queries/a.sql";
        QCOMPARE(queriesAreWellFormed(sample(path, "-- name: good_one\n-- The newest first.\nSELECT 1;\n")).size(), 0);
        QCOMPARE(queriesAreWellFormed(sample(path, "-- name: Bad One\nSELECT 1;\n")).size(), 2);
        QCOMPARE(queriesAreWellFormed(sample(path, "-- name: empty\n-- Nothing.\n")).size(), 1);
        QCOMPARE(queriesAreWellFormed(sample(path, "SELECT 1;\n")).size(), 1);
        HOLDS(overTree(queriesAreWellFormed));
    }

    void everyQueryIsUsed()
    {
        const auto queries = sample("core/store/sql/cache/queries/a.sql",
                                    "-- name: in_use\n-- Why.\nSELECT 1;\n-- name: too_idle\n-- Why.\nSELECT 2;\n");
        const auto code = sample("core/store/a.cpp", "run(sql::inUse); // sql::tooIdle\n");
        QCOMPARE(queriesAreUsed({queries, code}).size(), 1);
        QVERIFY(queriesAreUsed({queries, code}).first().what.startsWith("too_idle"));
        const auto elsewhere = sample("core/server/sql/queries/a.sql", "-- name: in_use\n-- Why.\nSELECT 3;\n");
        QCOMPARE(queriesAreUsed({queries, code, elsewhere}).size(), 2);
        const auto twice = sample("core/store/sql/cache/queries/b.sql", "-- name: in_use\n-- Why.\nSELECT 3;\n");
        QCOMPARE(queriesAreUsed({queries, code, twice}).size(), 2);
        HOLDS(queriesAreUsed(m_tree));
    }

    void everyRuleOfSyncHasATest()
    {
        const auto one = sample("tests/sync/a_test.cpp", "void rule07PongTells() { }\n// void rule08Commented()\n");
        QCOMPARE(everySyncRuleHasATest({one}).size(), syncRules - 1);
        QCOMPARE(everySyncRuleHasATest({sample("core/sync/a.cpp", "void rule07PongTells() { }\n")}).size(), syncRules);
        HOLDS(everySyncRuleHasATest(m_tree));
    }

    void sourceStringsAreInEnglish()
    {
        QCOMPARE(sourceStringsAreEnglish(sample("ui/a.cpp", "tr(\"Cr\u00e9er un groupe\");\n")).size(), 1);
        QCOMPARE(sourceStringsAreEnglish(sample("ui/a.cpp", "tr(\"Search\u2026\"); // \u00e9\n")).size(), 0);
        HOLDS(overTree(sourceStringsAreEnglish));
    }

    void everyUserStringHasItsFrench()
    {
        const auto ts =
            sample("translations/parvis_fr.ts",
                   "<TS><context><message><source>New group</source><translation>Nouveau groupe</translation></message>"
                   "<message><source>Leave</source><translation type=\"unfinished\">Quitter</translation></message>"
                   "<message numerus=\"yes\"><source>%n posts</source><translation><numerusform>%n publication"
                   "</numerusform><numerusform>%n publications</numerusform></translation></message></context></TS>");
        const auto good = sample("ui/a.cpp", "tr(\"New \"\n\"group\"); tr(\"%n posts\", nullptr, n); tr(variable);\n");
        QCOMPARE(userStrings(good).size(), 2);
        QCOMPARE(userStringsAreTranslated({ts, good}).size(), 0);
        QCOMPARE(userStringsAreTranslated({ts, sample("ui/b.cpp", "tr(\"Leave\"); tr(\"Join\");\n")}).size(), 2);
        QCOMPARE(
            userStringsAreTranslated({ts, sample("ui/b.cpp", "QCoreApplication::translate(\"Errors\", \"Join\");\n")})
                .size(),
            1);
        HOLDS(userStringsAreTranslated(m_tree));
    }
};

QTEST_GUILESS_MAIN(TidyTest)
#include "tidy_test.moc"
