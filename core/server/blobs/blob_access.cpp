#include "server/blobs/blob_access.h"

#include "model/access.h"
#include "server/op_context.h"
#include "server/people.h"

namespace parvis::server {

using namespace model;
using blobs::Hash;

namespace {

constexpr int page = 1000;

// What a row of any kind names, nothing if that is no content.
std::optional<std::pair<QString, qint64>> contentOf(const StoredRow &row)
{
    if (row.deleted)
        return std::nullopt;
    if (row.kind == qint64(Kind::Version)) {
        const auto version = entityAs<DocumentVersion>(row);
        return std::pair(version.blob, version.size);
    }
    if (row.kind == qint64(Kind::Attachment)) {
        const auto attachment = entityAs<Attachment>(row);
        return std::pair(attachment.blob, attachment.size);
    }
    return std::nullopt;
}

// The row as this person sees it: nothing if they are not in the scope, or it is from before they joined (rule 33).
std::optional<StoredRow> readableRow(ReadView &view, PersonId person, const ScopeId &scope, const Uuid &id)
{
    const auto actor = readActor(view, person);
    const auto held = seat(view, person, scope);
    if (!actor || actor->disabled || !held)
        return std::nullopt;
    auto row = view.row(scope, id);
    if (!row || row->deleted || (row->rootRev != 0 && row->rootRev < held->minRootRev))
        return std::nullopt;
    return row;
}

} // namespace

std::optional<NamedBlob> readableBlob(ReadView &view, PersonId person, const ScopeId &scope, const Uuid &id)
{
    const auto row = readableRow(view, person, scope, id);
    const auto content = row ? contentOf(*row) : std::nullopt;
    const auto hash = content ? Hash::fromHex(content->first) : std::nullopt;
    return hash ? std::optional(NamedBlob{*hash, content->second}) : std::nullopt;
}

QString mayUpload(ReadView &view, PersonId person, const ScopeId &scope)
{
    const auto actor = readActor(view, person);
    if (!actor || actor->disabled)
        return QStringLiteral("disabled");
    // Whoever may write a post there may send a file there.
    Operation post;
    post.action = Action::Create;
    post.kind = Kind::Post;
    post.scope = scope;
    return judge(*actor, readPlace(view, scope, person), post, std::nullopt, std::nullopt);
}

QList<Hash> versionBlobs(ReadView &view, PersonId person, const ScopeId &scope, const Uuid &document)
{
    QList<Hash> hashes;
    if (document.isNull() || !readableRow(view, person, scope, document))
        return hashes;
    for (const StoredRow &row : view.children(scope, document)) {
        const auto content = contentOf(row);
        if (const auto hash = content ? Hash::fromHex(content->first) : std::nullopt; hash && !hashes.contains(*hash))
            hashes.append(*hash);
    }
    return hashes;
}

void eachNamedBlob(
    ReadView &view,
    const std::function<void(const ScopeId &, const StoredRow &, const QString &blob, qint64 size)> &visit)
{
    for (const ScopeInfo &info : view.scopes()) {
        if (info.dead || (info.scope.type != ScopeType::Group && info.scope.type != ScopeType::Directory))
            continue;
        for (const Kind kind : {Kind::Version, Kind::Attachment}) {
            Uuid after;
            for (;;) {
                const auto rows = view.ofKind(info.scope, kind, after, page);
                for (const StoredRow &row : rows) {
                    after = row.id;
                    if (const auto content = contentOf(row))
                        visit(info.scope, row, content->first, content->second);
                }
                if (rows.size() < page)
                    break;
            }
        }
    }
}

QSet<Hash> liveBlobs(ReadView &view)
{
    QSet<Hash> live;
    eachNamedBlob(view, [&](const ScopeId &, const StoredRow &, const QString &blob, qint64) {
        if (const auto hash = Hash::fromHex(blob))
            live.insert(*hash);
    });
    return live;
}

} // namespace parvis::server
