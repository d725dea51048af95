#include "store/world.h"

#include "store/cache_connection.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class SearchTest : public QObject {
    Q_OBJECT

private:
    World *m_world = nullptr;

    QStringList found(const QString &text, bool ranked = false)
    {
        QStringList list;
        for (const SearchHit &hit : m_world->search(text, ranked))
            list.append(hit.snippet);
        return list;
    }

    static constexpr qint64 aDay = qint64(86'400) * 1'000'000 * 256;

    QStringList narrowed(SearchQuery query)
    {
        query.limit = 100;
        QStringList list;
        for (const SearchHit &hit : value(m_world->reader->search(query)).hits)
            list.append(hit.snippet);
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_world = new World;
        m_world->signIn();
    }
    void cleanup() { delete m_world; }

    void frenchIsFoundAsPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("found");
        QTest::newRow("accents are optional") << "La réunion d'équipe"
                                              << "reunion" << true;
        QTest::newRow("accents may be typed") << "La reunion"
                                              << "réunion" << true;
        QTest::newRow("ligature") << "un cœur et une œuvre"
                                  << "coeur" << true;
        QTest::newRow("typed ligature") << "un coeur"
                                        << "cœur" << true;
        QTest::newRow("typographic apostrophe") << "l’équipe arrive"
                                                << "l'équipe" << true;
        QTest::newRow("elision") << "l'équipe arrive"
                                 << "equipe" << true;
        QTest::newRow("plural finds singular") << "une réunion utile"
                                               << "réunions " << true;
        QTest::newRow("singular finds plural") << "les réunions utiles"
                                               << "réunion " << true;
        QTest::newRow("prefix") << "la documentation"
                                << "docum" << true;
        QTest::newRow("a finished word is no prefix") << "la documentation"
                                                      << "docum " << false;
        QTest::newRow("phrase") << "le plan de charge"
                                << "\"plan de charge\"" << true;
        QTest::newRow("phrase out of order") << "charge de plan"
                                             << "\"plan de charge\"" << false;
        QTest::newRow("all words") << "plan et charge"
                                   << "charge plan " << true;
        QTest::newRow("one word missing") << "plan seul"
                                          << "charge plan " << false;
        QTest::newRow("exclusion") << "plan annulé"
                                   << "plan -annulé" << false;
        QTest::newRow("exclusion of another") << "plan validé"
                                              << "plan -annulé" << true;
        QTest::newRow("case") << "ÉLAN"
                              << "élan" << true;
        QTest::newRow("compound") << "jean-paul"
                                  << "jean-paul" << true;
    }

    void frenchIsFoundAsPeopleTypeIt()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QFETCH(bool, found);
        m_world->holdPost(text);
        QCOMPARE(!m_world->search(query).isEmpty(), found);
        QCOMPARE(!m_world->search(query, true).isEmpty(), found);
        // What waits in the outbox answers by the same rules.
        World waiting;
        waiting.signIn();
        waiting.write(waiting.newPost(text));
        QCOMPARE(!waiting.search(query).isEmpty(), found);
    }

    void garbageIsAnsweredWithoutAnError_data()
    {
        QTest::addColumn<QString>("query");
        for (const QString each : {"",
                                   " ",
                                   "\"",
                                   "\"\"\"",
                                   "*",
                                   "a*b",
                                   "(",
                                   ")",
                                   "NEAR(",
                                   "AND",
                                   "OR NOT",
                                   "-",
                                   "--",
                                   "- -a",
                                   "body:",
                                   "{place}: x",
                                   "^a",
                                   "a + b",
                                   "'; DROP TABLE post; --",
                                   "%_",
                                   "\\",
                                   "👍",
                                   "««"})
            QTest::newRow(qPrintable("<" + each + ">")) << each;
        QTest::newRow("zero") << QString(QChar(0)) + "a";
        QTest::newRow("place mark") << QString(QChar(3)) + "1";
        QTest::newRow("lone surrogate") << QString(QChar(0xd800));
        QTest::newRow("long") << QString(100'000, u'x');
    }

    void garbageIsAnsweredWithoutAnError()
    {
        QFETCH(QString, query);
        m_world->holdPost("quelque chose");
        for (const bool ranked : {false, true}) {
            SearchQuery asked;
            asked.text = query;
            asked.ranked = ranked;
            const auto result = m_world->reader->search(asked);
            QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        }
        QCOMPARE(found("quelque "), QStringList{"quelque chose"});
    }

    void newestComeFirstAndTheLimitHolds()
    {
        for (int i = 0; i < 30; ++i)
            m_world->holdPost(QString("sujet %1").arg(i));
        SearchQuery query;
        query.text = "sujet ";
        query.limit = 3;
        const auto result = value(m_world->reader->search(query));
        QCOMPARE(result.hits.size(), 3);
        QCOMPARE(result.hits[0].snippet, "sujet 29");
        QCOMPARE(result.hits[2].snippet, "sujet 27");
        QCOMPARE(result.ranked, SearchResult::Newest);
        QCOMPARE(result.hits[0].highlights, (QList<QPair<int, int>>{{0, 5}}));
    }

    void rankingPutsTheBestFirst()
    {
        m_world->holdPost("budget budget budget");
        m_world->holdPost("le budget parmi beaucoup d'autres mots qui ne disent rien de ce sujet précis");
        SearchQuery query;
        query.text = "budget ";
        query.ranked = true;
        const auto result = value(m_world->reader->search(query));
        QCOMPARE(result.ranked, SearchResult::All);
        QCOMPARE(result.hits.size(), 2);
        QCOMPARE(result.hits[0].snippet, "budget budget budget");
    }

    void relevanceRanksAsFullBm25Does()
    {
        base::SeededRandom dice(11);
        std::vector<WireRow> rows;
        for (int i = 0; i < 2000; ++i) {
            QString text;
            const int length = 3 + int(dice.below(60));
            for (int word = 0; word < length; ++word)
                text += QString("mot%1 ").arg(dice.below(1 + dice.below(300)));
            m_world->lastOrder += qint64(1) << 30;
            rows.push_back(m_world->row(m_world->place(), World::post(text, m_world->other), m_world->newId()));
        }
        m_world->apply(m_world->place(), rows);
        auto db = value(openCacheConnection(m_world->cachePath()));
        int shared = 0;
        int wanted = 0;
        for (int i = 0; i < 30; ++i) {
            const QString match = QString("\"mot%1\" OR \"mot%2\"").arg(dice.below(20)).arg(dice.below(200));
            QSet<qint64> best[2];
            const char *const orders[] = {"bm25(words, 1.0, 0.0)", "relevance(words, 0)"};
            for (int each = 0; each < 2; ++each) {
                Statement read = db->prepare(QByteArray("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY ")
                                             + orders[each] + " LIMIT 20");
                read.with(match);
                while (read.step())
                    best[each].insert(read.integer(0));
            }
            wanted += int(best[0].size());
            shared += int(best[0].intersect(best[1]).size());
        }
        QVERIFY(wanted > 400);
        // FTS5's own counts the tokens of place and author as part of the text's length.
        QVERIFY2(shared >= wanted * 95 / 100, qPrintable(QString("%1 of %2").arg(shared).arg(wanted)));
    }

    void textsOfOneSecondAreToldApart()
    {
        // They share a cell of the full text; a second later begins another.
        constexpr qint64 second = qint64(1) << 28;
        m_world->lastOrder = 1000 * second;
        const Uuid blank = m_world->newId();
        model::Post empty = World::post("", m_world->other);
        empty.blank = true;
        m_world->hold(m_world->place(), empty, blank);
        QList<Uuid> ids;
        for (int i = 0; i < 5; ++i)
            ids.append(m_world->holdPost(QString("mot %1").arg(i)));
        m_world->lastOrder = 1001 * second;
        m_world->holdPost("mot 5");
        QCOMPARE(found("mot "), QStringList({"mot 5", "mot 4", "mot 3", "mot 2", "mot 1", "mot 0"}));
        QCOMPARE(found("3 "), QStringList{"mot 3"});
        // The one that has the cell goes: the others keep their own rows, and the next one takes the cell.
        m_world->bury(m_world->place(), Kind::Post, ids[0]);
        m_world->hold(m_world->place(), World::post("mot changé", m_world->other), ids[3]);
        QCOMPARE(found("mot "), QStringList({"mot 5", "mot 4", "mot changé", "mot 2", "mot 1"}));
        QCOMPARE(found("mot ", true).size(), 5);
        QVERIFY(found("0 ").isEmpty());
        QVERIFY(found("3 ").isEmpty());
    }

    void kindAndGroupNarrowTheSearch()
    {
        const GroupId second = m_world->newId<GroupId>();
        m_world->join(second, "autre", "Autre");
        const Uuid post = m_world->holdPost("mot ici");
        m_world->holdComment(post, "mot en commentaire");
        m_world->holdPost("mot ailleurs", m_world->other, ScopeId::group(second));
        SearchQuery query;
        query.text = "mot ";
        QCOMPARE(value(m_world->reader->search(query)).hits.size(), 3);
        query.kind = Kind::Comment;
        auto hits = value(m_world->reader->search(query)).hits;
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits[0].post, post);
        query.kind = {};
        query.group = second.uuid();
        hits = value(m_world->reader->search(query)).hits;
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits[0].place.title, "Autre");
        query.text = "m"; // few letters are looked for among the newest texts
        QCOMPARE(value(m_world->reader->search(query)).hits.size(), 1);
        query.group = m_world->newId();
        QVERIFY(value(m_world->reader->search(query)).hits.isEmpty());
    }

    void peopleNarrowTheSearch()
    {
        m_world->holdPost("plan de Jean");
        m_world->holdPost("plan de Marie", m_world->me, m_world->place());
        m_world->holdPost("autre chose de Marie", m_world->me, m_world->place());
        for (const bool ranked : {false, true}) {
            QCOMPARE(narrowed({.text = "plan ", .from = {"marie"}, .ranked = ranked}), QStringList{"plan de Marie"});
            QCOMPARE(narrowed({.text = "plan ", .from = {"Jean Petit"}, .ranked = ranked}),
                     QStringList{"plan de Jean"});
            QCOMPARE(narrowed({.text = "pl", .from = {"@me"}, .ranked = ranked}), QStringList{"plan de Marie"});
            QCOMPARE(narrowed({.text = "plan ", .from = {"marie", "jean"}, .ranked = ranked}).size(), 2);
        }
        // Without words: all that they wrote, but what is excluded.
        QCOMPARE(narrowed({.from = {"marie"}}), (QStringList{"autre chose de Marie", "plan de Marie"}));
        QCOMPARE(narrowed({.text = "-plan", .from = {"marie"}}), QStringList{"autre chose de Marie"});
        const auto result = value(m_world->reader->search({.text = "plan ", .from = {"dup"}}));
        QCOMPARE(result.from.size(), 1);
        QCOMPARE(result.from.first().fullName, "Marie Dupont");
        QVERIFY(narrowed({.text = "marie", .from = {"marie"}}).contains("plan de Marie")); // words, not people
    }

    void anEditOrDeletionLeavesNothingOfItsAuthorBehind()
    {
        const Uuid id = m_world->holdPost("avant", m_world->me, m_world->place());
        const Uuid gone = m_world->holdPost("parti", m_world->me, m_world->place());
        m_world->hold(m_world->place(), World::post("apres", m_world->me), id);
        m_world->bury(m_world->place(), Kind::Post, gone);
        QCOMPARE(narrowed({.from = {"marie"}}), QStringList{"apres"});
        QVERIFY(narrowed({.text = "avant ", .from = {"marie"}}).isEmpty());
        auto db = value(openCacheConnection(m_world->cachePath()));
        db->prepare("INSERT INTO words (words) VALUES ('integrity-check')").run(); // throws if the index is damaged
    }

    void namesThatMeanNobodyAreToldAndFindNothing()
    {
        m_world->holdPost("mot");
        const auto result = value(m_world->reader->search({.text = "mot", .from = {"personne"}, .in = {"nulle part"}}));
        QVERIFY(result.hits.isEmpty());
        QCOMPARE(result.unknown, (QStringList{"personne", "nulle part"}));
    }

    void groupsAreNamedByHandleOrTitle()
    {
        const GroupId second = m_world->newId<GroupId>();
        m_world->join(second, "gros-oeuvre", "Gros œuvre et béton");
        m_world->holdPost("mot ici");
        m_world->holdPost("mot là", m_world->other, ScopeId::group(second));
        for (const QString name : {"gros-oeuvre", "GROS OEUVRE", "beton", "Gros œuvre et béton"}) {
            const auto result = value(m_world->reader->search({.text = "mot ", .in = {name}}));
            QCOMPARE(result.hits.size(), 1);
            QCOMPARE(result.hits.first().snippet, "mot là");
            QCOMPARE(result.in.size(), 1);
        }
        QCOMPARE(narrowed({.text = "mot ", .in = {"projets", "beton"}}).size(), 2);
        QCOMPARE(narrowed({.in = {"beton"}}), QStringList{"mot là"});
    }

    void daysNarrowTheSearch()
    {
        for (int day = 1; day <= 5; ++day) {
            m_world->lastOrder = day * aDay;
            for (int i = 0; i < 3; ++i) // in one second: the later ones are crowded out of its cell
                m_world->holdPost(QString("mot %1.%2").arg(day).arg(i));
        }
        for (const bool ranked : {false, true}) {
            for (const QString text : {"mot ", "mo", "m"}) {
                QCOMPARE(narrowed({.text = text, .since = 4 * aDay, .ranked = ranked}).size(), 6);
                QCOMPARE(narrowed({.text = text, .before = 2 * aDay, .ranked = ranked}).size(), 3);
                QCOMPARE(narrowed({.text = text, .since = 2 * aDay, .before = 4 * aDay, .ranked = ranked}).size(), 6);
                QVERIFY(narrowed({.text = text, .since = 6 * aDay, .ranked = ranked}).isEmpty());
            }
        }
        // The bound goes through the middle of a second.
        QCOMPARE(narrowed({.text = "mot ", .since = 5 * aDay + 2}), (QStringList{"mot 5.2", "mot 5.1"}));
        QCOMPARE(narrowed({.text = "mot ", .since = 5 * aDay, .before = 5 * aDay + 2}), QStringList{"mot 5.0"});
        // Without words: the days themselves.
        QCOMPARE(narrowed({.since = 3 * aDay, .before = 4 * aDay}), (QStringList{"mot 3.2", "mot 3.1", "mot 3.0"}));
    }

    void allThatWasWrittenOnManyDaysIsWalked()
    {
        for (int i = 0; i < 1000; ++i)
            m_world->holdPost("bruit");
        m_world->holdComment(m_world->holdPost("x"), "y");
        SearchQuery query{.since = 1};
        query.limit = 2000;
        QCOMPARE(value(m_world->reader->search(query)).hits.size(), 1002);
    }

    void wallsAreToldApart()
    {
        model::Post company = World::post("mot pour tous", m_world->other);
        model::Post own = World::post("mot pour Marie", m_world->other);
        own.wall = m_world->me;
        m_world->hold(ScopeId::directory(), company, m_world->newId());
        m_world->hold(ScopeId::directory(), own, m_world->newId());
        m_world->holdPost("mot du groupe");
        QCOMPARE(narrowed({.text = "mot ", .wall = PersonId()}), QStringList{"mot pour tous"});
        QCOMPARE(narrowed({.text = "mot ", .wall = m_world->me}), QStringList{"mot pour Marie"});
    }

    void whatWaitsIsNarrowedToo()
    {
        m_world->write(m_world->newPost("mot en attente"));
        const qint64 now = orderAt(m_world->clock.now());
        QCOMPARE(narrowed({.text = "mot ", .from = {"@me"}}), QStringList{"mot en attente"});
        QCOMPARE(narrowed({.from = {"@me"}}), QStringList{"mot en attente"});
        QVERIFY(narrowed({.text = "mot ", .from = {"jean"}}).isEmpty());
        QVERIFY(narrowed({.text = "mot ", .since = now + aDay}).isEmpty());
    }

    void fewLettersFindOldTextsToo()
    {
        m_world->holdPost("zygomatique");
        for (int i = 0; i < 900; ++i)
            m_world->holdPost("bruit");
        QCOMPARE(found("zy"), QStringList{"zygomatique"});
        QCOMPARE(found("z"), QStringList{"zygomatique"});
        QCOMPARE(m_world->search("b").size(), 900);
    }

    void peopleAndGroupsAreFound()
    {
        const auto hits = m_world->search("dupont");
        QCOMPARE(hits.size(), 1);
        QVERIFY(hits[0].kind == Kind::Person);
        QCOMPARE(hits[0].title, "Marie Dupont");
        model::GroupCard card;
        card.handle = "projets";
        card.title = "Projets";
        m_world->hold(ScopeId::directory(), card, m_world->group.uuid());
        const auto groups = m_world->search("projets");
        QCOMPARE(groups.size(), 1); // the group and its card are one
        QVERIFY(groups[0].kind == Kind::Group);
        model::Person renamed = World::person("marie", "Marie Durand");
        m_world->hold(ScopeId::directory(), renamed, m_world->me.uuid());
        QVERIFY(m_world->search("dupont").isEmpty());
        QCOMPARE(m_world->search("durand").size(), 1);
    }

    void whatWaitsIsSearchedByItsNewText()
    {
        const Uuid id = m_world->holdPost("ancien texte", m_world->me, m_world->place());
        m_world->write(m_world->newBody(Kind::Post, id, "nouveau texte"));
        QVERIFY(m_world->search("ancien ").isEmpty());
        QCOMPARE(found("nouveau "), QStringList{"nouveau texte"});
        QCOMPARE(m_world->search("texte ").size(), 1);
        m_world->write(m_world->newComment(id, "texte en attente"));
        const auto hits = m_world->search("texte ");
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits[0].state, ItemState::Pending);
        const Uuid gone = m_world->holdPost("texte supprimé", m_world->me, m_world->place());
        m_world->write(m_world->deletion(Kind::Post, gone));
        QCOMPARE(m_world->search("texte ").size(), 2);
    }

    void otherPeoplesPlacesAreNotSearched()
    {
        m_world->holdPost("secret", m_world->other, ScopeId::group(m_world->newId<GroupId>()));
        QVERIFY(m_world->search("secret").isEmpty());
    }

    void rule37TheResultSaysWhatItIsCompleteUpTo()
    {
        SearchQuery query;
        query.text = "x";
        QCOMPARE(value(m_world->reader->search(query)).completeUpTo, -1);
        query.group = m_world->group.uuid();
        QCOMPARE(value(m_world->reader->search(query)).completeUpTo, 0);
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
