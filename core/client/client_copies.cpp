#include "client/client_private.h"

namespace parvis::client {

// Versions are made on the writer's thread, one after the other; the answer goes back to the thread of files.
WorkingCopies::Save Client::Private::saveOnWriter(WriteWorker *writer, WorkingCopies *const *asker)
{
    return [writer, asker](PersonId me, const store::Copy &from, const store::Copy &to, qint64 size,
                           const WorkingCopies::Saved &saved) {
        QMetaObject::invokeMethod(
            writer,
            [=, copies = *asker] {
                const auto result = writer->saveCopy(me, from, to, size);
                QMetaObject::invokeMethod(
                    copies, [saved, result] { saved(result); }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    };
}

Client::Answer<WorkingCopy> Client::openCopy(const Uuid &document)
{
    d->carryFiles();
    return ask<WorkingCopy>(d->copies, [document](WorkingCopies &copies) { return copies.open(document); });
}

Client::Answer<QList<WorkingCopy>> Client::workingCopies()
{
    d->carryFiles();
    return ask<QList<WorkingCopy>>(d->copies, [](WorkingCopies &copies) { return copies.list(); });
}

Client::Answer<int> Client::takeSaves()
{
    d->carryFiles();
    auto promise = makePromise<int>();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        d->copies,
        [promise, copies = d->copies] { copies->takeAll([promise](int left) { answer<int>(promise, left); }); },
        Qt::QueuedConnection);
    return future;
}

} // namespace parvis::client
