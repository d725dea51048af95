#include "server/data_folder.h"

#include "server/lineage.h"
#include "store/database.h"

#include <QDir>
#include <QFile>

namespace parvis::server {

using base::ErrorKind;
using store::Failure;

namespace {

const QStringList databases{QStringLiteral("server.db"), QStringLiteral("auth.db"), QStringLiteral("blobs.db")};

const QString contents = QStringLiteral("blobs"); // a folder; ours only beside its database

QString fileIn(const QString &dir, const QString &name)
{
    return dir + QLatin1Char('/') + name;
}

// SQLite gives the files that it puts beside a database the same mode.
void makePrivate(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        throw Failure{{ErrorKind::Storage, path,
                       QStringLiteral("The file cannot be written: %1. Check who owns the folder.").arg(file.errorString())}};
}

void closeToOthers(const QString &dir)
{
    if (!QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        throw Failure{{ErrorKind::Storage, dir,
                       QStringLiteral("The folder cannot be closed to other users. Use a folder that you own.")}};
}

bool isOurs(const QString &name)
{
    return name == QLatin1String("lock") || name == QLatin1String("lineage")
           || std::any_of(databases.begin(), databases.end(), [&](const QString &db) { return name.startsWith(db); });
}

// Nothing but what an init that was cut short has left.
void requireFree(const QString &dir)
{
    for (const QString &name : QDir(dir).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        const bool ours = name == contents ? QFile::exists(fileIn(dir, databases[2])) : isOurs(name);
        if (!ours)
            throw Failure{{ErrorKind::Conflict, dir,
                           QStringLiteral("The folder is not empty (it holds \"%1\"). Name a new folder.").arg(name)}};
    }
    if (!QFile::exists(fileIn(dir, databases[0])))
        return;
    auto rows = openSqliteRowStore(fileIn(dir, databases[0]));
    if (!rows)
        throw Failure{rows.error()};
    if (companyId(*(*rows)->read()))
        throw Failure{{ErrorKind::Conflict, dir,
                       QStringLiteral("The folder holds a company already. Name a new folder, or 'serve' this one.")}};
}

void clear(const QString &dir)
{
    const bool hasContents = QFile::exists(fileIn(dir, databases[2]));
    for (const QString &name : QDir(dir).entryList(QDir::Files | QDir::Hidden)) {
        if (isOurs(name) && name != QLatin1String("lock"))
            QFile::remove(fileIn(dir, name));
    }
    if (hasContents)
        QDir(fileIn(dir, contents)).removeRecursively();
}

template<class T>
T valueOf(base::Result<T> result)
{
    if (!result)
        throw Failure{result.error()};
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

DataFolder::~DataFolder() = default;

base::Result<void> DataFolder::openStores(const Env &env, HashCost cost, const BlobLimits &limits)
{
    return store::guarded([&] {
        for (const QString &name : databases)
            makePrivate(fileIn(m_path, name));
        m_rows = valueOf(openSqliteRowStore(fileIn(m_path, databases[0])));
        m_auth = valueOf(AuthStore::open(fileIn(m_path, databases[1]), env.clock, env.random, cost));
        m_blobs = valueOf(BlobStore::open(m_path, env.clock, limits));
    });
}

base::Result<std::unique_ptr<DataFolder>> DataFolder::init(const QString &dir, const Founding &founding, const Env &env,
                                                           HashCost cost)
{
    return store::guarded([&] {
        const bool existed = QDir(dir).exists();
        if (!QDir().mkpath(dir))
            throw Failure{{ErrorKind::Storage, dir,
                           QStringLiteral("The folder cannot be made. Check the path and who owns its parent.")}};
        auto lock = valueOf(FolderLock::take(dir));
        std::unique_ptr<DataFolder> folder(new DataFolder(dir, std::move(lock)));
        requireFree(dir);
        closeToOthers(dir);
        clear(dir);
        try {
            valueOf(folder->openStores(env, cost, {}));
            model::Person admin;
            admin.handle = founding.adminHandle;
            admin.fullName = founding.adminName.isEmpty() ? founding.adminHandle : founding.adminName;
            admin.role = model::CompanyRole::Administrator;
            const QString hash = valueOf(folder->m_auth->hashPassword(founding.password));

            // The company's commit is the last: without it the folder is no company, and init may be tried again.
            auto view = folder->m_rows->write();
            folder->m_company = valueOf(createCompany(*view, {founding.company, {}, {}}, env));
            const PersonId person = valueOf(createPerson(*view, admin, env));
            valueOf(folder->m_auth->putAccount({person, admin.handle, {}, false, false}));
            valueOf(folder->m_auth->setPasswordHash(person, hash));
            view->commit();
            view.reset();
            valueOf(checkLineage(dir, *folder->m_rows, env.random));
        } catch (const Failure &) {
            folder->m_rows.reset();
            folder->m_auth.reset();
            folder->m_blobs.reset();
            clear(dir);
            if (!existed) {
                QFile::remove(fileIn(dir, QStringLiteral("lock")));
                QDir().rmdir(dir);
            }
            throw;
        }
        return folder;
    });
}

base::Result<std::unique_ptr<DataFolder>> DataFolder::open(const QString &dir, const Env &env, HashCost cost,
                                                           const BlobLimits &limits)
{
    return store::guarded([&] {
        if (!QFile::exists(fileIn(dir, databases[0])))
            throw Failure{{ErrorKind::Storage, dir,
                           QStringLiteral("There is no company in this folder. Make one with 'init', or name its folder.")}};
        auto lock = valueOf(FolderLock::take(dir));
        std::unique_ptr<DataFolder> folder(new DataFolder(dir, std::move(lock)));
        closeToOthers(dir);
        valueOf(folder->openStores(env, cost, limits));
        const auto company = companyId(*folder->m_rows->read());
        if (!company)
            throw Failure{{ErrorKind::Storage, dir, QStringLiteral("'init' did not finish here. Run it again.")}};
        folder->m_company = *company;
        folder->m_epochsRenewed = valueOf(checkLineage(dir, *folder->m_rows, env.random));
        return folder;
    });
}

base::Result<PersonId> DataFolder::addPerson(const model::Person &newcomer, const QString &password, const Env &env)
{
    return store::guarded([&] {
        const QString hash = password.isEmpty() ? QString() : valueOf(m_auth->hashPassword(password));
        auto view = m_rows->write();
        const PersonId id = valueOf(createPerson(*view, newcomer, env));
        // The handle is free in the directory: an account that has it was left by an earlier try that was cut short.
        if (const auto left = valueOf(m_auth->account(newcomer.handle)); left && !person(*view, left->person))
            valueOf(m_auth->removeAccount(left->person));
        valueOf(m_auth->putAccount({id, newcomer.handle, {}, false, newcomer.disabled}));
        if (!hash.isEmpty())
            valueOf(m_auth->setPasswordHash(id, hash));
        view->commit();
        return id;
    });
}

base::Result<void> DataFolder::disablePerson(PersonId id, const Env &env)
{
    return store::guarded([&] {
        valueOf(m_auth->setDisabled(id, true));
        auto view = m_rows->write();
        auto who = person(*view, id);
        if (!who)
            throw Failure{{ErrorKind::Refused, QStringLiteral("no_such_person"), QStringLiteral("There is no such person.")}};
        who->disabled = true;
        valueOf(updatePerson(*view, id, *who, env));
        view->commit();
    });
}

} // namespace parvis::server
