#include "server/lineage.h"

#include "store/database.h"

#include <QFile>
#include <QSaveFile>

namespace parvis::server {

using store::Failure;

namespace {

const QString metaKey = QStringLiteral("lineage");

QString markPath(const QString &dir)
{
    return dir + QStringLiteral("/lineage");
}

std::optional<qint64> numberIn(const QByteArray &text)
{
    bool ok = false;
    const qint64 number = text.trimmed().toLongLong(&ok);
    return ok && number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<qint64> markOfFile(const QString &dir)
{
    QFile file(markPath(dir));
    return file.open(QIODevice::ReadOnly) ? numberIn(file.read(32)) : std::nullopt;
}

std::optional<qint64> markOfDatabase(ReadView &view)
{
    const auto held = view.meta(metaKey);
    return held ? numberIn(*held) : std::nullopt;
}

// QSaveFile writes beside, syncs and renames.
void writeMark(const QString &dir, qint64 number)
{
    QSaveFile file(markPath(dir));
    const QByteArray text = QByteArray::number(number) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.commit())
        throw Failure{{base::ErrorKind::Storage, markPath(dir),
                       QStringLiteral("The lineage mark cannot be written: %1. Check the folder's owner and free space.")
                           .arg(file.errorString())}};
}

} // namespace

base::Result<bool> checkLineage(const QString &dir, RowStore &rows, base::Random &random)
{
    return store::guarded([&] {
        const auto file = markOfFile(dir);
        auto view = rows.write();
        const auto database = markOfDatabase(*view);
        const qint64 held = database.value_or(0);
        // One behind is a crash between the two writes; a database without any mark is new.
        const bool goesOn = file ? (*file == held || *file == held - 1) : !database;
        if (!goesOn)
            view->renewEpochs(random);
        const qint64 next = std::max(held, file.value_or(0)) + 1;
        view->setMeta(metaKey, QByteArray::number(next));
        view->commit();
        view.reset();
        writeMark(dir, next);
        return !goesOn;
    });
}

base::Result<void> advanceLineage(const QString &dir, RowStore &rows)
{
    return store::guarded([&] {
        auto view = rows.write();
        const qint64 next = markOfDatabase(*view).value_or(0) + 1;
        view->setMeta(metaKey, QByteArray::number(next));
        view->commit();
        view.reset();
        writeMark(dir, next);
    });
}

} // namespace parvis::server
