#pragma once

#include "server/auth_store.h"
#include "server/blobs/blob_store.h"
#include "server/folder_lock.h"
#include "server/people.h"
#include "server/row_store.h"

namespace parvis::server {

// A company's folder, held by one process at a time: DIR/server.db (rows), DIR/auth.db (accounts), DIR/blobs.db
// and DIR/blobs (contents of documents), DIR/lineage, DIR/lock.
// Folder 0700, files 0600. `env` outlives it.
class DataFolder {
public:
    struct Founding {
        QString company;
        QString adminHandle;
        QString adminName; // full name; the handle if empty
        QString password;
    };
    // Makes the folder and in it the company and its administrator, or nothing. Error Conflict: it holds a company, or
    // files that are not ours; Usage: a handle or a password that will not do. An init that was cut short is started anew.
    static base::Result<std::unique_ptr<DataFolder>> init(const QString &dir, const Founding &founding, const Env &env,
                                                          HashCost cost = {});
    // Error Conflict: in use; Storage: no such folder, no company in it, or damaged.
    static base::Result<std::unique_ptr<DataFolder>> open(const QString &dir, const Env &env, HashCost cost = {},
                                                          const BlobLimits &limits = {});
    ~DataFolder();

    QString path() const { return m_path; }
    RowStore &rows() { return *m_rows; }
    AuthStore &auth() { return *m_auth; }
    BlobStore &blobs() { return *m_blobs; }
    model::CompanyId company() const { return m_company; }
    bool epochsRenewed() const { return m_epochsRenewed; } // the database had been put back (sync rule 14)

    // One new person in both stores, with a password unless `password` is empty. The account comes first: a crash in
    // between leaves an account that the same handle takes over. Rows written by others meanwhile: none (the caller holds
    // the writer).
    base::Result<PersonId> addPerson(const model::Person &person, const QString &password, const Env &env);
    // Directory row and account together; ends the person's sessions.
    base::Result<void> disablePerson(PersonId person, const Env &env);

private:
    DataFolder(const QString &path, std::unique_ptr<FolderLock> lock) : m_path(path), m_lock(std::move(lock)) { }
    base::Result<void> openStores(const Env &env, HashCost cost, const BlobLimits &limits);

    QString m_path;
    std::unique_ptr<FolderLock> m_lock;
    std::unique_ptr<RowStore> m_rows;
    std::unique_ptr<AuthStore> m_auth;
    std::unique_ptr<BlobStore> m_blobs;
    model::CompanyId m_company;
    bool m_epochsRenewed = false;
};

} // namespace parvis::server
