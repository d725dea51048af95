#pragma once

#include "blobs/chunker.h"

#include <QSet>

namespace parvis::blobs {

// The contents that one profile has on its disk: DIR/ab/abcd…, each a file named by its hash, beside those that are still
// arriving (".part"). Folders 0700, files 0600. Several processes may use one folder: a name always stands for the same
// bytes, and appears when they are whole. Errors: Storage (full, read-only, damaged), Usage (no such file).
class LocalStore {
public:
    static base::Result<LocalStore> open(const QString &dir); // makes it if absent

    // Copies a file of the person's in; what it is made of. `fileName` may be read only, and stays as it is. Error
    // Conflict: it was changed while it was read, several times over.
    base::Result<Manifest> add(const QString &fileName) const;
    // Something names it now. Until then, for an hour at most, what was added is safe from removeAllBut() and evict().
    void settle(const Hash &hash) const;

    // What a file that was added is made of, as it was then; nothing if it was not added here.
    std::optional<Manifest> manifestOf(const Hash &hash, qint64 size) const;

    QString pathOf(const Hash &hash) const;
    bool has(const Hash &hash) const;
    void touch(const Hash &hash) const; // it was used now

    // Writes the content to `fileName`, which is replaced when it is whole. Error Storage: damaged here, and removed.
    base::Result<void> copyTo(const Hash &hash, const QString &fileName) const;

    // ---- what arrives ----
    qint64 arrived(const Hash &hash) const; // bytes of the part, 0 if there is none
    base::Result<void> append(const Hash &hash, QByteArrayView bytes) const;
    void forgetPart(const Hash &hash) const;
    // The part becomes the content if its bytes are those of the hash; else it is removed: error Protocol.
    base::Result<void> finish(const Hash &hash) const;

    // Removes the least recently used until `budgetBytes` are left, never one of `kept`. What is arriving stays.
    qint64 evict(qint64 budgetBytes, const QSet<Hash> &kept) const; // bytes removed
    void removeAllBut(const QSet<Hash> &kept) const;                // parts too

private:
    explicit LocalStore(QString dir) : m_dir(std::move(dir)) { }
    QString partOf(const Hash &hash) const;
    QString markOf(const Hash &hash) const;
    QString chunksOf(const Hash &hash) const;
    bool writeChunks(const Manifest &manifest) const;
    bool isNew(const Hash &hash) const;
    QString m_dir;
};

} // namespace parvis::blobs
