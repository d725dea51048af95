// What stands in documents: a scope of its own, behind everything else, of whoever is in the group and nobody else.
#include "server/document_texts.h"
#include "server/documents.h"
#include "store/reader.h"
#include "support/dialogue.h"
#include "support/server_world.h"

#include <QDirIterator>

using namespace parvis;
using namespace parvis::test;

namespace {

const ScopeId texts = ScopeId::texts(groupId);
const EpochId textsEpoch(uuid(0x3010));
const QString content(64, QLatin1Char('a'));
constexpr qint64 dayMs = 24LL * 3600 * 1000;

// A company whose documents have been read.
struct World : ServerWorld {
    World() { usual(); }

    void document(quint32 id, quint32 version, const QString &name = QStringLiteral("plan.odt"))
    {
        change([&](WriteView &view) {
            Document document{.name = name, .author = me, .head = uuid(version), .editor = me};
            putEntity(view, group, uuid(version),
                      DocumentVersion{.document = DocumentId(uuid(id)), .author = me, .createdAt = clock.now(), .size = 3, .blob = content},
                      clock.now().us);
            putEntity(view, group, uuid(id), document, clock.now().us);
        });
    }
    void read(quint32 id, const QString &text)
    {
        change([&](WriteView &view) {
            const auto unread = server::unreadDocument(view, group, uuid(id));
            if (!unread)
                qFatal("it has been read");
            putDocumentText(view, *unread, {text, {{0, PlaceType::Page, QStringLiteral("1")}}}, env());
        });
    }
    size_t unread() { return server::unreadDocuments(*rows.inner->read()).size(); }
    QStringList problems()
    {
        QStringList all;
        for (const auto &problem : rows.check().problems) {
            if (problem.where.startsWith(texts.toString())) // the documents here lack what an operation gives them
                all << problem.kind + u' ' + problem.where + u' ' + problem.detail;
        }
        return all;
    }
    DocumentText textOf(quint32 id) { return entity<DocumentText>(texts, documentTextId(DocumentId(uuid(id)))); }
};

bool holds(const QString &folder, const QByteArray &canary)
{
    QDirIterator files(folder, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(canary))
            return true;
    }
    return false;
}

QByteArray dumpOf(LinkedClient &client)
{
    auto reader = store::Reader::open(client.folder + QStringLiteral("/cache.db"), client.folder + QStringLiteral("/outbox.db")).value();
    return reader->dump({}).value();
}

} // namespace

class TextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // ---- on the server ----------------------------------------------------------------------------------------------

    void aDocumentIsReadOnceAVersion()
    {
        World world;
        QCOMPARE(world.unread(), size_t(0));
        world.document(10, 11);
        world.document(12, 13, QStringLiteral("picture.png"));
        QCOMPARE(world.unread(), size_t(1));
        world.read(10, QStringLiteral("erste"));
        QCOMPARE(world.unread(), size_t(0));
        QCOMPARE(world.textOf(10).text, QStringLiteral("erste"));
        QCOMPARE(world.textOf(10).places, QStringList{QStringLiteral("0 page 1")});
        QVERIFY(world.textOf(10).author == me && world.textOf(10).version == uuid(11));
        world.document(10, 14);
        QCOMPARE(world.unread(), size_t(1));
        world.read(10, {});
        QCOMPARE(world.unread(), size_t(0));
        QVERIFY(world.textOf(10).text.isEmpty());
        QCOMPARE(world.problems(), QStringList());
    }

    void whatWasReadOfAnOlderVersionIsNotWritten()
    {
        World world;
        world.document(10, 11);
        const auto old = server::unreadDocument(*world.rows.inner->read(), group, uuid(10));
        world.document(10, 12);
        world.change([&](WriteView &view) { putDocumentText(view, *old, {QStringLiteral("old"), {}}, world.env()); });
        QCOMPARE(world.unread(), size_t(1));
        QVERIFY(!world.rows.inner->read()->scope(texts));
        // A new name is no new text.
        const auto now = server::unreadDocument(*world.rows.inner->read(), group, uuid(10));
        world.document(10, 12, QStringLiteral("renamed.odt"));
        world.change([&](WriteView &view) { putDocumentText(view, *now, {QStringLiteral("new"), {}}, world.env()); });
        QCOMPARE(world.textOf(10).text, QStringLiteral("new"));
    }

    void emptyingTheTrashTakesTheTextAlong()
    {
        World world;
        world.document(10, 11);
        world.read(10, QStringLiteral("word"));
        world.change([&](WriteView &view) {
            auto document = *server::entityOf<Document>(view, group, uuid(10));
            document.trashed = true;
            putEntity(view, group, uuid(10), document, world.clock.now().us);
        });
        QCOMPARE(world.textOf(10).text, QStringLiteral("word"));
        world.clock.advanceMs(31 * dayMs);
        world.change([&](WriteView &view) {
            emptyTrash(view, group, world.clock.now().us - server::trashUs, world.clock.now().us);
        });
        QVERIFY(world.row(texts, documentTextId(DocumentId(uuid(10))))->deleted);
        QCOMPARE(world.problems(), QStringList());
    }

    void nobodyWritesThemByAnOperation()
    {
        World world;
        world.document(10, 11);
        world.read(10, QStringLiteral("word"));
        ScriptedClient client(world, me);
        client.signIn();
        const Uuid id = documentTextId(DocumentId(uuid(10)));
        for (const ScopeId &scope : {texts, group}) {
            QVERIFY(ScriptedClient::whyOf(client.performs(operation(1, Action::Change, scope, id, DocumentText{}))) != QStringLiteral("(accepted)"));
            QVERIFY(ScriptedClient::whyOf(client.performs(operation(2, Action::Delete, scope, id, DocumentText{}))) != QStringLiteral("(accepted)"));
        }
        QCOMPARE(world.textOf(10).text, QStringLiteral("word"));
    }

    void whoDoesNotKnowThemHearsNothingOfThem()
    {
        World world;
        world.document(10, 11);
        ScriptedClient old(world, other);
        old.signIn();
        old.forget();
        world.read(10, QStringLiteral("word"));
        QVERIFY(old.heardNow().empty());
        ScriptedClient again(world, other);
        again.signIn();
        for (const ScopeHead &head : again.got<Poke>().heads)
            QVERIFY(head.scope != texts);
    }

    void onlyThatTheyAreThereIsPushed()
    {
        World world;
        world.document(10, 11);
        world.document(12, 13);
        ScriptedClient client(world, other);
        client.signIn();
        client.tell(Resume{{}, true});
        client.forget();
        world.read(10, QStringLiteral("word"));
        QCOMPARE(client.got<Poke>().heads, (QList<ScopeHead>{{texts, world.info(texts).epoch, 1}}));
        world.read(12, QStringLiteral("more"));
        QCOMPARE(client.got<Poke>().heads, (QList<ScopeHead>{{texts, world.info(texts).epoch, 2}}));
        QVERIFY(!client.hasGot<Rows>());
        QCOMPARE(idsByRev(client.pulls(0, 0, 0, texts)).size(), 2);
    }

    void whoIsNotInTheGroupGetsNone()
    {
        World world;
        world.document(10, 11);
        world.read(10, QStringLiteral("word"));
        const PersonId stranger(uuid(0x1009));
        world.addPerson(stranger, QStringLiteral("stranger"));
        ScriptedClient client(world, stranger);
        client.signIn();
        client.tell(Resume{{}, true});
        for (const Poke &poke : client.allGot<Poke>()) {
            for (const ScopeHead &head : poke.heads)
                QVERIFY(head.scope != texts);
        }
        QVERIFY(std::holds_alternative<Drop>(client.asks(Pull{0, texts, world.info(texts).epoch, {}, 0, 0, 0, 0})));
        ScriptedClient member(world, other);
        member.signIn();
        QCOMPARE(idsByRev(member.pulls(0, 0, 0, texts)).size(), 1);
        world.leave(groupId, other);
        QVERIFY(std::holds_alternative<Drop>(member.asks(Pull{0, texts, world.info(texts).epoch, {}, 0, 0, 0, 0})));
    }

    // ---- on the client ----------------------------------------------------------------------------------------------

    void theyAreAskedForLastAndOneByOne()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 3}, {texts, textsEpoch, 5}});
        const Window first = talk.asked();
        QCOMPARE(first.scope, group);
        QVERIFY(!talk.asks()); // not while the group is on its way
        talk.serverSays(talk.frame(first.req, 0, 3, 3, 3, {postRow(1, 3)}));
        const Window second = talk.asked();
        QCOMPARE(second.scope, texts);
        QVERIFY(!talk.machine->progress().complete);
        const Row row{Kind::DocumentText, documentTextId(DocumentId(uuid(10))), 5, noon.us * 256 + 77, false,
                      DocumentText{.document = DocumentId(uuid(10)), .text = QStringLiteral("word")}, {}};
        talk.serverSays(Rows{second.req, texts, textsEpoch, view, 0, 5, 5, 5, 0, 0, packed({row})});
        QVERIFY(talk.state(texts).complete());
        QVERIFY(talk.machine->progress().complete);
        QVERIFY(!talk.asks());
    }

    void aServerWithoutThemIsNotAsked()
    {
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 3)});
        QVERIFY(!talk.asks());
        QVERIFY(talk.machine->progress().complete);
    }

    void theyComeWithTheGroupAndGoWithIt()
    {
        World world;
        QTemporaryDir folder;
        LinkedClient client(world, other, folder.path());
        client.connect();
        client.settle();
        world.document(10, 11);
        world.read(10, QStringLiteral("zzcanari"));
        client.settle();
        QVERIFY(client.machine->progress().complete);
        QVERIFY(dumpOf(client).contains("zzcanari"));
        QVERIFY(holds(folder.path(), "zzcanari"));
        QTemporaryDir freshFolder;
        LinkedClient fresh(world, other, freshFolder.path());
        fresh.connect();
        fresh.settle();
        QCOMPARE(dumpOf(fresh), dumpOf(client));

        world.leave(groupId, other);
        client.settle();
        QVERIFY(!dumpOf(client).contains("zzcanari"));
        QVERIFY(!holds(folder.path(), "zzcanari"));
        world.join(groupId, other);
        client.settle();
        QVERIFY(dumpOf(client).contains("zzcanari"));
    }

    void leavingAndComingBackUnseenStartsThemAgain()
    {
        World world;
        QTemporaryDir folder;
        LinkedClient client(world, other, folder.path());
        world.document(10, 11);
        world.read(10, QStringLiteral("zzcanari"));
        client.connect();
        client.settle();
        client.cut();
        world.leave(groupId, other);
        world.change([](WriteView &view) { server::dropDocumentText(view, groupId, uuid(10), noon.us); });
        world.change([](WriteView &view) { view.purgeTombstones(texts, std::numeric_limits<qint64>::max()); });
        world.join(groupId, other);
        client.connect();
        client.settle();
        QVERIFY(client.machine->progress().complete);
        QVERIFY(!holds(folder.path(), "zzcanari"));
    }
};

QTEST_GUILESS_MAIN(TextsTest)
#include "texts_test.moc"
