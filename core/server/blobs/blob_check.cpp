#include "server/blobs/blob_check.h"

#include "server/blobs/blob_access.h"
#include "store/database.h"

namespace parvis::server {

void checkBlobs(ReadView &view, BlobStore &blobs, CheckReport &report)
{
    const auto add = [&](const QString &where, const QString &detail) {
        report.problems.append({QStringLiteral("blob"), where, detail});
    };
    qint64 contents = 0;
    const auto damaged = blobs.check(&contents);
    report.checked.insert(QStringLiteral("contents"), contents);
    if (!damaged)
        add(damaged.error().where, damaged.error().detail);
    else
        for (const auto &[where, detail] : *damaged)
            add(where, detail);
    const auto named = store::guarded([&] {
        eachNamedBlob(view, [&](const ScopeId &scope, const StoredRow &row, const QString &blob, qint64 size) {
            const QString where = scope.toString() + QLatin1Char('/') + row.id.toString();
            const auto hash = Hash::fromHex(blob);
            const auto held = hash ? blobs.sizeOf(*hash) : base::Result<std::optional<qint64>>(std::nullopt);
            if (!held || !*held)
                add(where, QStringLiteral("its content is missing: ") + blob);
            else if (**held != size)
                add(where, QStringLiteral("its content has %1 bytes and not %2").arg(**held).arg(size));
        });
    });
    if (!named)
        add(named.error().where, named.error().detail);
}

} // namespace parvis::server
