#include "server/demo/demo_documents.h"

#include "blobs/chunker.h"
#include "server/op_effects.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace parvis::server {

using base::ErrorKind;

namespace {

QByteArray keyOf(const DemoDocument &document, const QStringList &path)
{
    return document.group.toUtf8() + '/' + path.join(u'/').toUtf8();
}

base::Result<void> keepContent(BlobStore &blobs, const UploadWish &wish, const QByteArray &bytes,
                               const Manifest &manifest)
{
    if (auto begun = blobs.create(wish); !begun)
        return base::fail(begun.error());
    QList<ChunkName> names;
    for (const auto &chunk : manifest.chunks)
        names.append({chunk.hash, chunk.size});
    const auto declared = blobs.declare(wish.id, wish.person, 0, names, {});
    if (!declared)
        return base::fail(declared.error());
    for (const qint64 number : declared->missing) {
        const auto &chunk = manifest.chunks.at(number);
        if (auto put = blobs.putChunk(wish.id, wish.person, number, bytes.mid(chunk.offset, chunk.size)); !put)
            return put;
    }
    const auto complete = blobs.complete(wish.id, wish.person);
    return complete ? base::Result<void>() : base::fail(complete.error());
}

} // namespace

base::Result<QList<DemoDocument>> readDemoDocuments()
{
    const QString path = QStringLiteral(":/demo/documents.json");
    const auto fail = [&](const QString &why) { return base::fail(ErrorKind::Storage, path, why); };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(QStringLiteral("The demo's documents are not in this program."));
    QList<DemoDocument> documents;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &each : list) {
        const QJsonObject object = each.toObject();
        DemoDocument document;
        document.group = object.value(QLatin1String("group")).toString();
        document.author = object.value(QLatin1String("author")).toString();
        document.before = object.value(QLatin1String("before")).toInteger();
        document.comment = object.value(QLatin1String("comment")).toString();
        document.bytes = object.value(QLatin1String("body")).toString().toUtf8();
        const QJsonArray parts = object.value(QLatin1String("path")).toArray();
        for (const QJsonValue &part : parts)
            document.path.append(part.toString());
        if (const QString name = object.value(QLatin1String("file")).toString(); !name.isEmpty()) {
            QFile content(QStringLiteral(":/demo/files/") + name);
            if (!content.open(QIODevice::ReadOnly))
                return fail(QStringLiteral("'%1' is not in this program.").arg(name));
            document.bytes = content.readAll();
        }
        if (document.path.isEmpty() || document.bytes.isEmpty())
            return fail(QStringLiteral("A document has no name or no content."));
        documents.append(document);
    }
    std::stable_sort(documents.begin(), documents.end(),
                     [](const DemoDocument &a, const DemoDocument &b) { return a.before > b.before; });
    return documents;
}

base::Result<void> writeDemoDocument(WriteView &view, BlobStore &blobs, const DemoDocument &document, PersonId author,
                                     model::GroupId group, base::Time now, const Env &env)
{
    const ScopeId scope = ScopeId::group(group);
    QByteArray held = document.bytes;
    QBuffer device(&held);
    device.open(QIODevice::ReadOnly);
    const auto manifest = blobs::readChunks(device);
    if (!manifest)
        return base::fail(manifest.error());
    const QByteArray number = QByteArray::number(document.before);
    const Uuid upload = base::derivedUuid({"demo_upload", keyOf(document, document.path), number});
    if (auto kept = keepContent(blobs, {upload, author, scope, document.bytes.size(), manifest->hash}, document.bytes,
                                *manifest);
        !kept)
        return kept;
    view.grantBlob(upload, {author, scope, manifest->hash.toHex(), document.bytes.size(), now.us});

    const auto idOf = [&](const QStringList &path) {
        return base::derivedUuid({"demo_document", keyOf(document, path)});
    };
    const auto opOf = [&](const Uuid &id) {
        return model::OpId(base::derivedUuid({"demo_document_op", id.toString().toUtf8()}));
    };
    const auto perform = [&](const model::Entity &entity, const Uuid &id, model::OpId base) -> base::Result<void> {
        model::Operation op;
        op.id = opOf(id);
        op.kind = model::kindOf(entity);
        op.scope = scope;
        op.entity = id;
        op.baseOp = base;
        op.changes = model::creationChanges(entity);
        op.at = now;
        const OpContext context = readContext(view, op, author);
        const Effect effect = carryOut(view, op, context, env.clock, env.random);
        if (!effect.refused.isEmpty())
            return base::fail(ErrorKind::Conflict, QStringLiteral("demo"),
                              QStringLiteral("'%1' is refused: %2").arg(document.path.last(), effect.refused));
        return {};
    };
    Uuid folder;
    for (qsizetype depth = 1; depth < document.path.size(); ++depth) {
        const Uuid id = idOf(document.path.first(depth));
        if (!view.scopeOf(id)) {
            model::Folder made;
            made.parent = folder;
            made.name = document.path.at(depth - 1);
            if (auto done = perform(made, id, {}); !done)
                return done;
        }
        folder = id;
    }
    const Uuid id = idOf(document.path);
    if (!view.scopeOf(id)) {
        model::Document made;
        made.folder = folder;
        made.name = document.path.last();
        if (auto done = perform(made, id, {}); !done)
            return done;
    }
    const auto row = view.row(scope, id);
    model::DocumentVersion version;
    version.document = model::DocumentId(id);
    version.size = document.bytes.size();
    version.blob = manifest->hash.toHex();
    version.comment = document.comment;
    version.source = upload;
    return perform(version, base::derivedUuid({"demo_version", keyOf(document, document.path), number}),
                   row ? model::OpId(entityAs<model::Document>(*row).headOp) : model::OpId());
}

} // namespace parvis::server
