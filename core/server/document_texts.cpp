#include "server/document_texts.h"

#include "extract/extract.h"
#include "model/derived_ids.h"

namespace parvis::server {

using namespace model;

namespace {

constexpr int page = 1000;

std::optional<UnreadDocument> unread(ReadView &view, const ScopeId &group, const Uuid &id, const Document &document)
{
    if (document.head.isNull())
        return std::nullopt;
    const auto held = entityOf<DocumentText>(view, ScopeId::texts(group.groupId()), documentTextId(DocumentId(id)));
    // What has a text of an older version is read in any case, so that this one goes.
    if (held ? held->version == document.head : !extract::mayHaveText(document.name))
        return std::nullopt;
    const auto version = entityOf<DocumentVersion>(view, group, document.head);
    const auto content = version ? blobs::Hash::fromHex(version->blob) : std::nullopt;
    if (!content)
        return std::nullopt;
    return UnreadDocument{group,           DocumentId(id),     document.name, document.head,
                          version->author, version->createdAt, *content,      version->size};
}

} // namespace

std::optional<UnreadDocument> unreadDocument(ReadView &view, const ScopeId &group, const Uuid &id)
{
    const auto document = entityOf<Document>(view, group, id);
    return document ? unread(view, group, id, *document) : std::nullopt;
}

std::vector<std::pair<ScopeId, Uuid>> unreadDocuments(ReadView &view)
{
    std::vector<std::pair<ScopeId, Uuid>> found;
    for (const ScopeInfo &info : view.scopes()) {
        if (info.dead || info.scope.type != ScopeType::Group)
            continue;
        for (Uuid after;;) {
            const auto rows = view.ofKind(info.scope, Kind::Document, after, page);
            for (const StoredRow &row : rows) {
                after = row.id;
                const auto decoded = protocol::decodeEntity(Kind::Document, row.payload);
                if (decoded && unread(view, info.scope, row.id, std::get<Document>(decoded->entity)))
                    found.emplace_back(info.scope, row.id);
            }
            if (rows.size() < page)
                break;
        }
    }
    return found;
}

void putDocumentText(WriteView &view, const UnreadDocument &read, const extract::Extracted &text, const Env &env)
{
    const auto now = unreadDocument(view, read.group, read.document.uuid());
    if (!now || now->version != read.version)
        return;
    const ScopeId texts = ScopeId::texts(read.group.groupId());
    if (!view.scope(texts))
        view.createScope(texts, EpochId(base::randomUuid(env.random)));
    DocumentText row;
    row.document = read.document;
    row.version = read.version;
    row.author = read.author;
    row.writtenAt = read.writtenAt;
    row.text = text.text;
    row.places = packed(text.places);
    putEntity(view, texts, documentTextId(read.document), row, env.clock.now().us);
}

void dropDocumentText(WriteView &view, GroupId group, const Uuid &document, qint64 nowUs)
{
    const ScopeId texts = ScopeId::texts(group);
    if (view.scope(texts))
        putTombstone(view, texts, documentTextId(DocumentId(document)), nowUs);
}

} // namespace parvis::server
