#pragma once

#include "base/result.h"
#include "client/disk_use.h"

#include <QString>

namespace parvis::client {

// The folder of one person on one device, mode 0700, and what lies in it.
class ProfileFolder {
public:
    // Makes it if absent. Error Storage; Refused if it belongs to others too.
    static base::Result<ProfileFolder> open(const QString &dir);

    QString cache() const { return file("cache.db"); }
    QString outbox() const { return file("outbox.db"); }
    QString blobs() const { return file("blobs"); }
    QString opened() const { return file("opened"); } // copies that other programs have open, each in a folder of its row
    QString workingCopies() const { return file("open"); } // each in a folder of its document (client/working_copies.h)
    QString connectionLock() const { return file("connection.lock"); } // held by the one process that is connected
    QString tokenLock() const { return file("tokens.lock"); }          // held while tokens are rotated
    QString cacheSignal() const { return file("cache.signal"); }       // client/change_journal.h
    QString outboxSignal() const { return file("outbox.signal"); }     // touched by whoever appends without the connection
    QString credentials() const { return file("credentials"); }
    QString vaultKey() const; // names this profile in a keychain

    // Which vault holds the secret: "keychain", "file", "none"; empty before the first sign-in.
    QString secretKind() const;
    base::Result<void> setSecretKind(const QString &kind);
    // A copy of the extra certificates, so that the profile works wherever the given file goes. Empty: there is none.
    QString caFile() const;
    base::Result<void> setCaFile(const QString &given); // empty: removes the copy

    DiskUse diskUse() const;

    static void touch(const QString &signalFile); // tells those who watch it

private:
    explicit ProfileFolder(QString dir) : m_dir(std::move(dir)) { }
    QString file(const char *name) const { return m_dir + QLatin1Char('/') + QLatin1String(name); }
    QString m_dir; // absolute
};

} // namespace parvis::client
