// Files over HTTP: who may send and read what, byte by byte.
#include "base/random.h"
#include "blobs/chunker.h"
#include "protocol/rows.h"
#include "server/data_folder.h"
#include "server/raw_client.h"
#include "server/server.h"

#include <QBuffer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using namespace parvis::server;
using testing::HttpAnswer;
using testing::RawClient;

namespace {

constexpr HashCost cheap{1, 8 * 1024 * 1024};
const QByteArray bytes = base::SeededRandom(1).bytes(3 * 1024 * 1024);

// A company with anna, who is in the group, and eve, who is not; one document with one version of `bytes`.
class World {
public:
    World()
    {
        auto folder =
            std::move(*DataFolder::init(dir.filePath("data"), {"Acme", "anna", "Anna", "password-1"}, env, cheap));
        eve = *folder->addPerson({.handle = "eve", .fullName = "Eve"}, "password-1", env);
        auto view = folder->rows().write();
        anna = *personByHandle(*view, "anna");
        group = *createGroup(*view, {.handle = "plans", .title = "Plans"}, env);
        (void)addMember(*view, group, anna, model::Role::Owner, env);
        view->commit();
        view.reset();
        folder.reset();
        start();
    }
    void start()
    {
        ServerOptions options;
        options.dataDir = dir.filePath("data");
        options.adminSocket = false;
        options.hashCost = cheap;
        options.blobs.largestBytes = 8 * 1024 * 1024;
        server = std::make_unique<Server>(options, env);
        port = server->start()->section(':', -1).toUShort();
    }
    QByteArray token(const char *user)
    {
        RawClient client(port);
        const auto answer =
            client.ask("POST", "/auth/login", QJsonObject{{"user", user}, {"password", "password-1"}, {"device", "d"}});
        return "Authorization: Bearer " + answer.json["access"].toString().toLatin1() + "\r\n";
    }
    ScopeId scope() const { return ScopeId::group(group); }
    QJsonObject wish(const char *id, const QByteArray &of = bytes) const
    {
        return {
            {"id", id}, {"scope", scope().toString()}, {"size", of.size()}, {"sha256", blobs::Hash::of(of).toHex()}};
    }
    // The rows that an operation would have made.
    Uuid version(const QByteArray &of = bytes)
    {
        server->stop();
        server.reset();
        auto folder = std::move(*DataFolder::open(dir.filePath("data"), env, cheap));
        auto view = folder->rows().write();
        const Uuid document = base::newUuid(clock, random);
        const Uuid id = base::newUuid(clock, random);
        putEntity(*view, scope(), document, model::Document{.name = "plan.bin"}, clock.now().us);
        putEntity(*view, scope(), id,
                  model::DocumentVersion{
                      .document = model::DocumentId(document), .size = of.size(), .blob = blobs::Hash::of(of).toHex()},
                  clock.now().us);
        view->commit();
        view.reset();
        folder.reset();
        start();
        return id;
    }

    QTemporaryDir dir;
    base::SystemClock clock;
    base::SystemRandom random;
    Env env{clock, random};
    PersonId anna, eve;
    GroupId group;
    std::unique_ptr<Server> server;
    quint16 port = 0;
};

const char *const id = "0197a000-0000-7000-8000-000000000001";
const QByteArray uploads = "/blobs/uploads";

QJsonObject named(const blobs::Manifest &manifest)
{
    QJsonArray chunks;
    for (const auto &chunk : manifest.chunks)
        chunks.append(QJsonArray{chunk.hash.toHex(), chunk.size});
    return {{"first", 0}, {"chunks", chunks}};
}

blobs::Manifest manifestOf(QByteArray content)
{
    QBuffer buffer(&content);
    buffer.open(QIODevice::ReadOnly);
    return blobs::readChunks(buffer).value();
}

QString where(const HttpAnswer &answer)
{
    return answer.json["error"].toObject()["where"].toString();
}

// All of an answer whose body is no JSON.
QByteArray bodyOf(RawClient &client, const QByteArray &path, const QByteArray &headers, QByteArray *head = nullptr)
{
    client.write("GET " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + headers + "\r\n");
    client.isClosed();
    const QByteArray all = client.unread();
    const auto end = all.indexOf("\r\n\r\n") + 4;
    if (head)
        *head = all.left(end);
    return all.mid(end);
}

} // namespace

class BlobsHttpTest : public QObject {
    Q_OBJECT

    static void upload(World &world, const QByteArray &token)
    {
        RawClient client(world.port);
        QCOMPARE(client.ask("POST", uploads, world.wish(id), token).status, 201);
        const auto manifest = manifestOf(bytes);
        const auto declared = client.ask("POST", uploads + '/' + id + "/chunks", named(manifest), token);
        QCOMPARE(declared.json["missing"].toArray().size(), manifest.chunks.size());
        for (qsizetype n = 0; n < manifest.chunks.size(); ++n) {
            const auto put = client.ask("PUT", uploads + '/' + id + "/chunks/" + QByteArray::number(n),
                                        bytes.mid(manifest.chunks[n].offset, manifest.chunks[n].size), token);
            QCOMPARE(put.status, 200);
        }
        QVERIFY(client.ask("GET", uploads + '/' + id, QByteArray(), token).json["missing"].toArray().isEmpty());
        const auto done = client.ask("POST", uploads + '/' + id + "/complete", QByteArray("{}"), token);
        QCOMPARE(done.json["sha256"].toString(), blobs::Hash::of(bytes).toHex());
    }

private Q_SLOTS:
    void aFileIsSentAndReadInRanges()
    {
        World world;
        upload(world, world.token("anna"));
        const Uuid row = world.version();
        const QByteArray token = world.token("anna");
        const QByteArray path = "/blobs/" + world.scope().toString().toLatin1() + '/' + row.toString().toLatin1();
        QByteArray head;
        RawClient whole(world.port);
        QCOMPARE(bodyOf(whole, path, token, &head), bytes);
        QVERIFY(head.startsWith("HTTP/1.1 200") && head.contains("application/octet-stream"));
        const auto range = [&](const QByteArray &wanted) {
            RawClient client(world.port);
            return bodyOf(client, path, token + "Range: " + wanted + "\r\n", &head);
        };
        QCOMPARE(range("bytes=1000000-"), bytes.mid(1'000'000));
        QVERIFY(head.startsWith("HTTP/1.1 206") && head.contains("bytes 1000000-3145727/3145728"));
        QCOMPARE(range("bytes=5-9"), bytes.mid(5, 5));
        QCOMPARE(range("bytes=3145727-99999999"), bytes.right(1));
        range("bytes=3145728-");
        QVERIFY(head.startsWith("HTTP/1.1 416"));
        QCOMPARE(range("bytes=-5"), bytes); // not understood: the whole
        QCOMPARE(range("bytes=0-1,5-6"), bytes);
    }

    void onlyWhoMayReadTheRowReadsTheBytes()
    {
        World world;
        upload(world, world.token("anna"));
        const Uuid row = world.version();
        const QByteArray scope = world.scope().toString().toLatin1();
        const QByteArray path = "/blobs/" + scope + '/' + row.toString().toLatin1();
        RawClient client(world.port);
        QCOMPARE(client.ask("GET", path).status, 401);
        QCOMPARE(client.ask("GET", path, QByteArray(), "Authorization: Bearer nonsense\r\n").status, 401);
        const QByteArray eve = world.token("eve");
        const auto refused = client.ask("GET", path, QByteArray(), eve);
        QCOMPARE(refused.status, 404);
        const auto absent = client.ask("GET", "/blobs/" + scope + '/' + id, QByteArray(), eve);
        QCOMPARE(refused.json, absent.json); // nothing tells that there is such a row
        // A row that names no file, a place that is none, and a hash instead of a row.
        const QByteArray anna = world.token("anna");
        QCOMPARE(
            client.ask("GET", "/blobs/" + scope + '/' + world.group.toString().toLatin1(), QByteArray(), anna).status,
            404);
        QCOMPARE(client.ask("GET", "/blobs/nowhere/" + row.toString().toLatin1(), QByteArray(), anna).status, 404);
        QCOMPARE(
            client.ask("GET", "/blobs/" + scope + '/' + blobs::Hash::of(bytes).toHex().toLatin1(), QByteArray(), anna)
                .status,
            404);
        QCOMPARE(client.ask("GET", "/blobs/../../etc/passwd", QByteArray(), anna).status, 404);
    }

    void onlyMembersSendAndOnlyTheirOwn()
    {
        World world;
        const QByteArray anna = world.token("anna");
        const QByteArray eve = world.token("eve");
        RawClient client(world.port);
        const auto stranger = client.ask("POST", uploads, world.wish(id), eve);
        QCOMPARE(stranger.status, 403);
        QCOMPARE(where(stranger), QStringLiteral("not_member"));
        QCOMPARE(client.ask("POST", uploads, world.wish(id), anna).status, 201);
        QCOMPARE(where(client.ask("GET", uploads + '/' + id, QByteArray(), eve)), QStringLiteral("no_upload"));
        QCOMPARE(where(client.ask("POST", uploads + '/' + id + "/complete", QByteArray("{}"), eve)),
                 QStringLiteral("no_upload"));
        QCOMPARE(client.ask("POST", uploads, QJsonObject{{"id", id}}, anna).status, 400);
        QJsonObject large = world.wish("0197a000-0000-7000-8000-000000000002");
        large["size"] = 8 * 1024 * 1024 + 1;
        const auto tooLarge = client.ask("POST", uploads, large, anna);
        QCOMPARE(tooLarge.status, 403);
        QCOMPARE(where(tooLarge), QStringLiteral("too_large"));
    }

    void chunksOfOthersAreNotSparedByTheirHash()
    {
        World world;
        upload(world, world.token("anna"));
        world.version();
        // Eve writes on her own wall, and knows every hash; naming anna's document does not help her.
        const QByteArray eve = world.token("eve");
        const char *const hers = "0197a000-0000-7000-8000-000000000003";
        RawClient client(world.port);
        QJsonObject wish = world.wish(hers);
        wish["scope"] = "directory";
        QCOMPARE(client.ask("POST", uploads, wish, eve).status, 201);
        QJsonObject chunks = named(manifestOf(bytes));
        chunks["scope"] = world.scope().toString();
        chunks["document"] = world.group.toString();
        const auto declared = client.ask("POST", uploads + '/' + hers + "/chunks", chunks, eve);
        QCOMPARE(declared.json["missing"].toArray().size(), manifestOf(bytes).chunks.size());
    }

    void largeBodiesAreForThoseWhoHaveSignedIn()
    {
        World world;
        const QByteArray path = uploads + '/' + id + "/chunks/0";
        const QByteArray large(1024 * 1024, 'x');
        RawClient stranger(world.port);
        QCOMPARE(stranger.ask("PUT", path, large).status, 401);
        RawClient liar(world.port);
        QCOMPARE(where(liar.ask("PUT", path, large, "Authorization: Bearer nonsense\r\n")),
                 QStringLiteral("session_ended"));
        const QByteArray anna = world.token("anna");
        RawClient client(world.port);
        QCOMPARE(where(client.ask("PUT", path, large, anna)), QStringLiteral("no_upload"));
        QCOMPARE(client.ask("PUT", path, QByteArray(2 * 1024 * 1024 + 1, 'x'), anna).status, 413);
        RawClient elsewhere(world.port);
        QCOMPARE(elsewhere.ask("POST", uploads, large, anna).status, 413);
    }

    void anAnswerThatCannotBeFinishedDoesNotLookLikeOne()
    {
        World world;
        upload(world, world.token("anna"));
        const Uuid row = world.version();
        const QByteArray token = world.token("anna");
        // The last chunk is lost: its bytes cannot be sent, and what came before is no whole file.
        const auto last = manifestOf(bytes).chunks.last().hash.toHex();
        QVERIFY(QFile::remove(world.dir.filePath("data/blobs/" + last.left(2) + '/' + last)));
        RawClient client(world.port);
        QByteArray head;
        const QByteArray body = bodyOf(
            client, "/blobs/" + world.scope().toString().toLatin1() + '/' + row.toString().toLatin1(), token, &head);
        QVERIFY(head.contains("Content-Length: 3145728"));
        QVERIFY(body.size() < bytes.size());
        QVERIFY(bytes.startsWith(body));
    }
};

QTEST_GUILESS_MAIN(BlobsHttpTest)
#include "blobs_http_test.moc"
