#include "server/blobs/blob_handler.h"

#include "base/log.h"
#include "server/blobs/blob_access.h"
#include "store/database.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace parvis::server {

using base::ErrorKind;

namespace {

constexpr std::size_t mostWaiting = 256;  // requests; each holds a chunk at most
constexpr qint64 pieceBytes = 256 * 1024; // of a download that is held in memory
constexpr qsizetype mostNamed = 600;      // chunks in one request, so that it fits the limit of a body

HttpResponse failed(const base::Error &error)
{
    int status = 500;
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::Protocol: status = 400; break;
    case ErrorKind::Refused: status = error.where == u"no_upload" || error.where == u"no_such_file" ? 404 : 403; break;
    case ErrorKind::Conflict: status = 409; break;
    case ErrorKind::Offline: status = 503; break;
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        qCWarning(base::logServer, "%s: %s", qUtf8Printable(error.where), qUtf8Printable(error.detail));
    }
    return HttpResponse::error(status, toString(error.kind), error.detail, error.where);
}

HttpResponse badRequest(const QString &detail)
{
    return HttpResponse::error(400, toString(ErrorKind::Usage), detail);
}

HttpResponse refusal(const QString &word)
{
    return HttpResponse::error(403, toString(ErrorKind::Refused),
                               QStringLiteral("%1: you may not send files there.").arg(word), word);
}

QJsonObject toJson(const Uuid &id, const UploadStatus &status)
{
    QJsonArray missing;
    for (const qint64 number : status.missing)
        missing.append(number);
    return {{"id", id.toString()}, {"complete", status.complete}, {"declared", status.declared}, {"missing", missing}};
}

// "bytes=A-" and "bytes=A-B" (RFC 9110, section 14); several ranges and all else mean the whole, as the RFC allows.
struct Range {
    qint64 from = 0;
    qint64 to = 0; // not in it
};
std::optional<Range> rangeOf(const QByteArray &header, qint64 size)
{
    if (!header.startsWith("bytes=") || header.contains(','))
        return std::nullopt;
    const QByteArray text = header.sliced(6).trimmed();
    const auto dash = text.indexOf('-');
    if (dash <= 0)
        return std::nullopt;
    bool first = false;
    bool last = true;
    Range range;
    range.from = text.first(dash).toLongLong(&first);
    const QByteArray end = text.sliced(dash + 1);
    range.to = end.isEmpty() ? size : std::min(size - 1, end.toLongLong(&last)) + 1;
    if (!first || !last || range.from < 0)
        return std::nullopt;
    return range;
}

class ContentSource final : public BodySource, public std::enable_shared_from_this<ContentSource> {
public:
    ContentSource(BlobStore &blobs, TaskQueue &queue, const Hash &content, Range range)
        : m_blobs(blobs), m_queue(queue), m_content(content), m_range(range), m_at(range.from)
    { }
    qint64 size() const override { return m_range.to - m_range.from; }
    void next(std::function<void(QByteArray)> done) override
    {
        // The connection may be gone before the disk has answered.
        m_queue.post([this, self = shared_from_this(), done = std::move(done)] {
            const auto piece = m_blobs.read(m_content, m_at, std::min(pieceBytes, m_range.to - m_at));
            if (!piece)
                qCWarning(base::logServer, "%s: %s", qUtf8Printable(piece.error().where),
                          qUtf8Printable(piece.error().detail));
            m_at += piece ? piece->size() : 0;
            done(piece.value_or(QByteArray()));
        });
    }

private:
    BlobStore &m_blobs;
    TaskQueue &m_queue;
    Hash m_content;
    Range m_range;
    qint64 m_at;
};

} // namespace

struct BlobHandler::Call {
    const HttpRequest &request;
    QJsonObject body;
    PersonId person;
    QList<QByteArray> path; // below /blobs/
    Uuid upload;
};

BlobHandler::BlobHandler(Parts parts) : m_parts(std::move(parts)), m_queue(m_parts.threads) { }

BlobHandler::~BlobHandler()
{
    finish();
}

void BlobHandler::finish()
{
    m_queue.drop();
    m_queue.finish();
}

std::optional<bool> BlobHandler::takesLargeBody(const HttpHead &head)
{
    if (head.method != "PUT" || !head.path.startsWith("/blobs/uploads/"))
        return std::nullopt;
    if (!head.authorization.startsWith("Bearer "))
        return false;
    return m_parts.auth.checkAccess(QString::fromLatin1(head.authorization.sliced(7).trimmed())).has_value();
}

void BlobHandler::handle(const HttpRequest &request, Respond respond)
{
    const bool taken = m_queue.tryPost([this, request, respond] { respond(answer(request)); }, mostWaiting);
    if (taken)
        return;
    auto busy =
        HttpResponse::error(503, toString(ErrorKind::Offline), "Too many files are sent at this moment. Try again.");
    busy.headers = {{"Retry-After", "5"}};
    respond(busy);
}

HttpResponse BlobHandler::answer(const HttpRequest &request)
{
    const QByteArray authorization = request.header("authorization");
    const auto session =
        authorization.startsWith("Bearer ")
            ? m_parts.auth.checkAccess(QString::fromLatin1(authorization.sliced(7).trimmed()))
            : base::fail(ErrorKind::Refused, "no_token", "Give the access token: 'Authorization: Bearer TOKEN'.");
    if (!session) {
        auto response =
            HttpResponse::error(401, toString(session.error().kind), session.error().detail, session.error().where);
        response.headers = {{"WWW-Authenticate", "Bearer"}};
        return response;
    }
    Call call{request, {}, session->person, request.path.sliced(prefix.size()).split('/'), {}};
    const auto size = call.path.size();
    const bool uploads = call.path[0] == "uploads";
    if (uploads && size > 1)
        call.upload = Uuid::fromString(QString::fromLatin1(call.path[1])).value_or(Uuid());
    if (request.method == "POST")
        call.body = QJsonDocument::fromJson(request.body).object();
    try {
        if (uploads && size == 1 && request.method == "POST")
            return create(call);
        if (uploads && size == 2 && request.method == "GET")
            return status(call);
        if (uploads && size == 3 && request.method == "POST" && call.path[2] == "chunks")
            return declare(call);
        if (uploads && size == 4 && request.method == "PUT" && call.path[2] == "chunks")
            return putChunk(call);
        if (uploads && size == 3 && request.method == "POST" && call.path[2] == "complete")
            return complete(call);
        if (!uploads && size == 2 && request.method == "GET")
            return download(call);
    } catch (const store::Failure &failure) {
        return failed(failure.error);
    }
    return HttpResponse::error(404, toString(ErrorKind::Usage), "There is nothing at this address.");
}

HttpResponse BlobHandler::create(const Call &call)
{
    const auto id = Uuid::fromString(call.body.value("id").toString());
    const auto scope = ScopeId::fromString(call.body.value("scope").toString());
    const auto hash = Hash::fromHex(call.body.value("sha256").toString());
    const qint64 size = call.body.value("size").toInteger(-1);
    if (!id || !scope || !hash || size < 0)
        return badRequest("Give 'id', 'scope', 'size' and 'sha256'.");
    const auto view = m_parts.rows.read();
    if (const QString word = mayUpload(*view, call.person, *scope); !word.isEmpty())
        return refusal(word);
    const auto made = m_parts.blobs.create({*id, call.person, *scope, size, *hash});
    if (!made)
        return failed(made.error());
    return {201, toJson(*id, *made), {}};
}

HttpResponse BlobHandler::status(const Call &call)
{
    const auto status = m_parts.blobs.status(call.upload, call.person);
    return status ? HttpResponse{200, toJson(call.upload, *status), {}} : failed(status.error());
}

HttpResponse BlobHandler::declare(const Call &call)
{
    const QJsonArray named = call.body.value("chunks").toArray();
    if (named.isEmpty() || named.size() > mostNamed)
        return badRequest(QString("Name up to %1 chunks in 'chunks'.").arg(mostNamed));
    QList<ChunkName> chunks;
    for (const QJsonValue &each : named) {
        const QJsonArray pair = each.toArray();
        const auto hash = Hash::fromHex(pair.at(0).toString());
        if (!hash)
            return badRequest("A chunk is [hash, size].");
        chunks.append({*hash, pair.at(1).toInteger(-1)});
    }
    QList<Hash> related;
    const auto scope = ScopeId::fromString(call.body.value("scope").toString());
    const auto document = Uuid::fromString(call.body.value("document").toString());
    if (scope && document)
        related = versionBlobs(*m_parts.rows.read(), call.person, *scope, *document);
    const auto status =
        m_parts.blobs.declare(call.upload, call.person, call.body.value("first").toInteger(-1), chunks, related);
    return status ? HttpResponse{200, toJson(call.upload, *status), {}} : failed(status.error());
}

HttpResponse BlobHandler::putChunk(const Call &call)
{
    bool ok = false;
    const qint64 number = call.path[3].toLongLong(&ok);
    if (!ok)
        return badRequest("The address ends with the number of the chunk.");
    const auto put = m_parts.blobs.putChunk(call.upload, call.person, number, call.request.body);
    return put ? HttpResponse{200, {{"ok", true}}, {}} : failed(put.error());
}

HttpResponse BlobHandler::complete(const Call &call)
{
    const auto wish = m_parts.blobs.complete(call.upload, call.person);
    if (!wish)
        return failed(wish.error());
    // Only now may a row name it; said again after a crash in between, this changes nothing.
    const BlobGrant grant{call.person, wish->scope, wish->hash.toHex(), wish->size, m_parts.clock.now().us};
    const auto granted = m_parts.write([&](WriteView &view) -> base::Result<void> {
        view.grantBlob(wish->id, grant);
        return {};
    });
    if (!granted)
        return failed(granted.error());
    return {200, {{"sha256", wish->hash.toHex()}, {"size", wish->size}}, {}};
}

HttpResponse BlobHandler::download(const Call &call)
{
    const auto scope = ScopeId::fromString(QString::fromLatin1(call.path[0]));
    const auto id = Uuid::fromString(QString::fromLatin1(call.path[1]));
    const auto named = scope && id ? readableBlob(*m_parts.rows.read(), call.person, *scope, *id) : std::nullopt;
    const auto size = named ? m_parts.blobs.sizeOf(named->hash) : base::Result<std::optional<qint64>>(std::nullopt);
    if (!size)
        return failed(size.error());
    if (!*size)
        return failed({ErrorKind::Refused, "no_such_file", "There is no such file, or it is not for you."});
    const auto range = rangeOf(call.request.header("range"), **size);
    HttpResponse response;
    response.headers = {{"ETag", '"' + named->hash.toHex().toLatin1() + '"'}, {"Accept-Ranges", "bytes"}};
    if (range && range->from >= range->to) {
        auto beyond = HttpResponse::error(416, toString(ErrorKind::Usage), "The file has no bytes there.");
        beyond.headers = {{"Content-Range", "bytes */" + QByteArray::number(**size)}};
        return beyond;
    }
    if (range) {
        response.status = 206;
        response.headers.append({"Content-Range", "bytes " + QByteArray::number(range->from) + '-'
                                                      + QByteArray::number(range->to - 1) + '/'
                                                      + QByteArray::number(**size)});
    }
    response.source =
        std::make_shared<ContentSource>(m_parts.blobs, m_queue, named->hash, range.value_or(Range{0, **size}));
    return response;
}

} // namespace parvis::server
