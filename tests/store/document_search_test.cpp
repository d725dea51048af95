// Documents and folders in search: by their names, and by what stands in them.
#include "store/world.h"

#include "model/document_places.h"
#include "store/cache_connection.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

namespace {

struct Library : World {
    Library() { signIn(); }

    Uuid folder(const QString &name, const Uuid &parent = {}, bool trashed = false)
    {
        const Uuid id = newId();
        hold(place(), model::Folder{.parent = parent, .name = name, .author = other, .trashed = trashed}, id);
        return id;
    }

    Uuid document(const QString &name, const Uuid &in = {}, PersonId editor = {})
    {
        clock.advanceMs(60'000);
        const Uuid id = newId();
        model::Document document{.folder = in, .name = name, .author = other};
        document.head = newId();
        document.editor = editor.isNull() ? other : editor;
        document.modifiedAt = clock.now();
        documents.insert(id, document);
        hold(place(), document, id);
        return id;
    }

    void text(const Uuid &id, const QString &said, const QList<model::DocumentPlace> &places = {})
    {
        const model::Document &document = documents[id];
        hold(ScopeId::texts(group),
             model::DocumentText{.document = model::DocumentId(id),
                                 .version = document.head,
                                 .author = document.editor,
                                 .writtenAt = document.modifiedAt,
                                 .text = said,
                                 .places = model::packed(places)},
             model::documentTextId(model::DocumentId(id)));
    }

    SearchResult ask(SearchQuery query)
    {
        if (query.limit == 20)
            query.limit = 100;
        return value(reader->search(query));
    }
    QStringList titles(SearchQuery query)
    {
        QStringList list;
        for (const SearchHit &hit : ask(query).hits)
            list << (hit.title.isEmpty() ? hit.snippet : hit.title);
        return list;
    }
    QStringList titles(const QString &text) { return titles(SearchQuery{.text = text}); }

    QHash<Uuid, model::Document> documents;
};

} // namespace

class DocumentSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreFoundAsTheyAreTyped()
    {
        Library world;
        world.document("Rapport d'été.odt", world.folder("Chantier Nord"));
        QCOMPARE(world.titles("rapp"), QStringList{"Rapport d'été.odt"});
        QCOMPARE(world.titles("r"), QStringList{"Rapport d'été.odt"});
        QCOMPARE(world.titles("ete odt "), QStringList{"Rapport d'été.odt"});
        const auto hits = world.ask({.text = "rapport "}).hits;
        QCOMPARE(hits.size(), 1);
        QVERIFY(hits.first().kind == Kind::Document && hits.first().place.handle == "projets");
        QCOMPARE(hits.first().path, QStringList{"Chantier Nord"});
        QVERIFY(hits.first().snippet.isEmpty() && !hits.first().spot);
        const auto folders = world.ask({.text = "chantier "}).hits;
        QCOMPARE(folders.size(), 1);
        QVERIFY(folders.first().kind == Kind::Folder && folders.first().path.isEmpty());
    }

    void whatStandsInsideIsFoundWithItsPlace()
    {
        Library world;
        const Uuid plan = world.document("plan.pdf");
        world.text(plan, QString("début ").repeated(100) + "\nla poutrelle de l’œuvre\nfin",
                   {{0, model::PlaceType::Page, "1"}, {601, model::PlaceType::Page, "2"}, {625, model::PlaceType::Page, "3"}});
        const auto hits = world.ask({.text = "poutrelles oeuvre "}).hits;
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().id, plan);
        QCOMPARE(hits.first().title, QString("plan.pdf"));
        QVERIFY(hits.first().snippet.contains("la poutrelle de l’œuvre"));
        QCOMPARE(hits.first().highlights.size(), 2);
        QVERIFY(hits.first().spot == model::DocumentPlace({601, model::PlaceType::Page, "2"}));
        QCOMPARE(world.titles("\"la poutrelle\""), QStringList{"plan.pdf"});
        QVERIFY(world.titles("\"poutrelle la\"").isEmpty());
        QVERIFY(world.titles("poutrelle -fin ").isEmpty());
    }

    void aSnippetOfALongTextStandsWhereTheWordDoes()
    {
        Library world;
        const Uuid plan = world.document("plan.pdf");
        const QString filler = QString("béton armé ").repeated(4000);
        world.text(plan, filler + "la poutrelle cachée " + filler,
                   {{0, model::PlaceType::Page, "1"}, {40'000, model::PlaceType::Page, "2"}, {60'000, model::PlaceType::Page, "3"}});
        const auto hits = world.ask({.text = "poutrelle "}).hits;
        QCOMPARE(hits.size(), 1);
        QVERIFY2(hits.first().snippet.startsWith(u'…') && hits.first().snippet.contains("la poutrelle cachée"),
                 qPrintable(hits.first().snippet));
        QVERIFY(hits.first().spot == model::DocumentPlace({40'000, model::PlaceType::Page, "2"}));
    }

    void aWordThatHasJustBegunIsLookedForInNamesOnly()
    {
        Library world;
        const Uuid plan = world.document("plan.pdf");
        world.text(plan, "zèbre kangourou");
        QVERIFY(world.titles("zè").isEmpty());
        QCOMPARE(world.titles("zèb"), QStringList{"plan.pdf"});
        QCOMPARE(world.titles("zèbre ka"), QStringList{"plan.pdf"});
        QVERIFY(world.titles("zèbre ko").isEmpty());
    }

    void aHitByNameAndTextIsOne()
    {
        Library world;
        const Uuid plan = world.document("poutrelle.pdf");
        world.text(plan, "une poutrelle");
        for (const bool ranked : {false, true}) {
            const auto hits = world.ask({.text = "poutrelle ", .ranked = ranked}).hits;
            QCOMPARE(hits.size(), 1);
            QCOMPARE(hits.first().snippet, QString("une poutrelle"));
        }
    }

    void anotherVersionAnotherText()
    {
        Library world;
        const Uuid plan = world.document("plan.pdf");
        world.text(plan, "ancien");
        world.text(plan, "nouveau");
        QVERIFY(world.titles("ancien ").isEmpty());
        QCOMPARE(world.titles("nouveau "), QStringList{"plan.pdf"});
        world.bury(ScopeId::texts(world.group), Kind::DocumentText, model::documentTextId(model::DocumentId(plan)));
        QVERIFY(world.titles("nouveau ").isEmpty());
        QCOMPARE(world.titles("plan "), QStringList{"plan.pdf"});
        world.documents[plan].name = "autre.pdf";
        world.hold(world.place(), world.documents[plan], plan);
        QVERIFY(world.titles("plan ").isEmpty());
        QCOMPARE(world.titles("autre "), QStringList{"autre.pdf"});
    }

    void whatLiesInTheTrashIsNotFound()
    {
        Library world;
        const Uuid inside = world.document("dedans.pdf", world.folder("Vieux", {}, true));
        world.text(inside, "poutrelle");
        QVERIFY(world.titles("dedans ").isEmpty());
        QVERIFY(world.titles("poutrelle ").isEmpty());
        QVERIFY(world.titles("vieux ").isEmpty());
    }

    void peoplePlacesDaysAndKindsNarrow()
    {
        Library world;
        const Uuid first = world.document("premier.pdf", {}, world.other);
        const qint64 between = orderAt(world.clock.now()) + 1;
        const Uuid second = world.document("second.pdf", {}, world.me);
        world.text(first, "poutrelle");
        world.text(second, "poutrelle");
        world.holdPost("poutrelle");
        const GroupId elsewhere = world.newId<GroupId>();
        world.join(elsewhere, "ailleurs", "Ailleurs");
        QCOMPARE(world.titles("poutrelle ").size(), 3);
        QCOMPARE(world.titles({.text = "poutrelle ", .kind = Kind::Document}), QStringList({"second.pdf", "premier.pdf"}));
        QCOMPARE(world.titles({.text = "poutrelle ", .kind = Kind::Post}), QStringList{"poutrelle"});
        QCOMPARE(world.titles({.text = "poutrelle ", .kind = Kind::Document, .from = {"jean"}}), QStringList{"premier.pdf"});
        QCOMPARE(world.titles({.text = "poutrelle ", .from = {"@me"}}), QStringList{"second.pdf"});
        QCOMPARE(world.titles({.text = "pdf ", .from = {"@me"}}), QStringList{"second.pdf"});
        QCOMPARE(world.titles({.text = "poutrelle ", .kind = Kind::Document, .in = {"projets"}}).size(), 2);
        QVERIFY(world.titles({.text = "poutrelle ", .in = {"ailleurs"}}).isEmpty());
        QVERIFY(world.titles({.text = "premier ", .in = {"ailleurs"}}).isEmpty());
        QCOMPARE(world.titles({.text = "premier ", .in = {"projets"}}), QStringList{"premier.pdf"});
        QCOMPARE(world.titles({.text = "poutrelle ", .kind = Kind::Document, .since = between}), QStringList{"second.pdf"});
        QCOMPARE(world.titles({.text = "poutrelle ", .kind = Kind::Document, .before = between}), QStringList{"premier.pdf"});
        QVERIFY(world.titles({.text = "poutrelle ", .kind = Kind::Document, .wall = PersonId()}).isEmpty());
    }

    void aFullPageByRelevanceKeepsRoomForDocuments()
    {
        Library world;
        for (int i = 0; i < 30; ++i) {
            world.holdPost("la poutrelle");
            world.text(world.document(QString("d%1.pdf").arg(i)), "la poutrelle");
        }
        int documents = 0;
        const auto hits = world.ask({.text = "poutrelle ", .ranked = true, .limit = 12}).hits;
        for (const SearchHit &hit : hits)
            documents += int(hit.kind == Kind::Document);
        QCOMPARE(hits.size(), 12);
        QCOMPARE(documents, 3);
        QCOMPARE(world.ask({.text = "poutrelle ", .kind = Kind::Document, .ranked = true, .limit = 12}).hits.size(), 12);
        QCOMPARE(world.ask({.text = "poutrelle ", .kind = Kind::Document, .limit = 12}).hits.size(), 12);
    }

    void whatWaitsIsFoundByItsNameToBe()
    {
        Library world;
        const Uuid old = world.document("ancien.pdf");
        world.text(old, "poutrelle");
        Operation op = world.operation(Action::Change, Kind::Document, world.place(), old);
        model::addChange(op, &model::Document::name, QStringLiteral("nouveau.pdf"));
        world.write(op);
        world.write(world.creation(world.place(), model::Folder{.name = "Fraîcheur"}, world.newId()));
        QVERIFY(world.titles("ancien ").isEmpty());
        QCOMPARE(world.titles("nouveau "), QStringList{"nouveau.pdf"});
        QCOMPARE(world.titles("poutrelle "), QStringList{"nouveau.pdf"});
        QCOMPARE(world.titles("fraich"), QStringList{"Fraîcheur"});
    }

    void whoIsNotInTheGroupFindsNothing()
    {
        Library world;
        const ScopeId strange = ScopeId::group(world.newId<GroupId>());
        world.hold(strange, model::Document{.name = "secret.pdf", .author = world.other}, world.newId());
        QVERIFY(world.titles("secret ").isEmpty());
    }

    void namesOfAnOlderCacheAreIndexedWhenItIsOpened()
    {
        Library world;
        world.document("plan.pdf", world.folder("Dossier"));
        world.close();
        {
            auto db = value(openCacheConnection(world.cachePath()));
            db->exec("INSERT INTO file_words (file_words) VALUES ('delete-all')");
        }
        world.reopen();
        QCOMPARE(world.titles("plan "), QStringList{"plan.pdf"});
        QCOMPARE(world.titles({.text = "dossier ", .in = {"projets"}}), QStringList{"Dossier"});
    }

    void placesThatCannotBeReadAreLeftOut()
    {
        const QStringList packed = model::packed({{5, model::PlaceType::Sheet, "Budget 2026"}, {9, model::PlaceType::Slide, "2"}});
        QCOMPARE(packed, QStringList({"5 sheet Budget 2026", "9 slide 2"}));
        QVERIFY(!model::placeAt(packed, 4));
        QVERIFY(model::placeAt(packed, 8) == model::DocumentPlace({5, model::PlaceType::Sheet, "Budget 2026"}));
        QVERIFY(!model::placeAt({"", "x page 1", "3", "3 page", "3 chapter 1", "-1 page 2"}, 100));
    }
};

QTEST_GUILESS_MAIN(DocumentSearchTest)
#include "document_search_test.moc"
