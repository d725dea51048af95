#pragma once

#include "base/random.h"
#include "client/document_operations.h"
#include "client/place_operations.h"
#include "client/profile_folder.h"

#include <atomic>

namespace parvis::client {

// What is done beside an operation, or told with it.
struct Aside {
    Uuid thread{};                  // for the notice to the views
    base::Time heldUntil{};         // it can be undone until then
    std::optional<Written> draft{}; // ends in the same transaction
    QList<TakenFile> files{};       // go with it, likewise; never with what is held
};

// Lives on the writer thread: turns a wish into an operation by what its own reader finds, appends it, durable, to its own
// outbox connection, and tells so. One wish after the other, so that each sees what the one before wrote.
class WriteWorker : public QObject {
    Q_OBJECT

public:
    // `connected`: this process holds the connection; otherwise the one that does is told through the signal file.
    WriteWorker(const ProfileFolder &folder, const base::Clock &clock, base::Random &random, const std::atomic<bool> &connected);

    // `draft`: what the text was until now; it ends with it.
    using Draft = std::optional<Written>;
    base::Result<Written> post(PersonId me, const ScopeId &place, PersonId wall, const QString &body,
                               const Draft &draft, const QList<TakenFile> &files = {});
    base::Result<Written> comment(PersonId me, const Uuid &parent, const QString &body, const Draft &draft,
                                  const QList<TakenFile> &files = {});
    base::Result<Written> edit(PersonId me, const Uuid &target, const QString &body, const Draft &draft);
    base::Result<Written> remove(PersonId me, const Uuid &target, qint64 holdMs);
    base::Result<Written> pin(PersonId me, PostId post, bool pinned);
    base::Result<Written> react(PersonId me, const Uuid &target, const QString &emoji, bool on);
    base::Result<Written> markRead(PersonId me, const ScopeId &place, qint64 upTo);
    base::Result<Written> markThreadRead(PersonId me, PostId post, qint64 upTo);
    base::Result<Written> markNoticesRead(PersonId me);
    base::Result<Written> createGroup(PersonId me, const Client::NewGroup &group);
    base::Result<Written> join(PersonId me, GroupId group);
    base::Result<Written> leave(PersonId me, GroupId group);
    base::Result<Written> archive(PersonId me, GroupId group, bool archived);
    base::Result<Written> setMember(PersonId me, GroupId group, PersonId person, model::Role role);
    base::Result<Written> removeMember(PersonId me, GroupId group, PersonId person);
    base::Result<Written> changeGroup(PersonId me, GroupId group, const GroupChange &change);
    base::Result<Written> setPlace(PersonId me, const ScopeId &place, const PlaceChange &change);
    base::Result<Written> movePinned(PersonId me, const ScopeId &place, const std::optional<ScopeId> &below);
    base::Result<Written> askToJoin(PersonId me, GroupId group, const QString &note);
    base::Result<Written> withdrawRequest(PersonId me, GroupId group);
    base::Result<Written> refuseRequest(PersonId me, GroupId group, PersonId person);
    base::Result<Written> schedule(PersonId me, const ScopeId &place, PersonId wall, const QString &body, base::Time at,
                                   const Draft &draft);
    base::Result<Written> changeScheduled(PersonId me, const Uuid &scheduled, const ScheduleChange &change);
    base::Result<Written> cancelScheduled(PersonId me, const Uuid &scheduled);
    base::Result<Written> saveDraft(PersonId me, const QString &place, const QString &body,
                                    const std::optional<Written> &seen);
    base::Result<Written> bookmark(PersonId me, const Uuid &target, const ScopeId &place, bool on);
    base::Result<Written> makeFolders(PersonId me, GroupId group, const QStringList &path);
    base::Result<Put> putDocument(PersonId me, GroupId group, const QStringList &path, const QString &comment,
                                  const QString &blob, qint64 size);
    base::Result<Written> restoreVersion(PersonId me, const Uuid &id, qint64 number);
    base::Result<Written> moveDocument(PersonId me, const Uuid &id, GroupId group, const QStringList &path);
    base::Result<Written> copyDocument(PersonId me, const Uuid &id, GroupId group, const QStringList &folder);
    base::Result<Written> trashDocument(PersonId me, const Uuid &id, bool trashed);
    base::Result<Written> lockDocument(PersonId me, const Uuid &id, base::Time until);
    base::Result<Written> unlockDocument(PersonId me, const Uuid &id);
    base::Result<Written> pinDocument(PersonId me, const Uuid &target, bool on);
    base::Result<Written> resolveDocument(PersonId me, const Uuid &id, Keep keep);
    // client/working_copies.h says when, and with what errors.
    base::Result<std::optional<store::Copy>> saveCopy(PersonId me, const store::Copy &from, store::Copy to,
                                                      qint64 size);
    base::Result<Fetched> fetch(const Uuid &row); // asks for the file unless it is here
    base::Result<std::optional<store::Upload>> upload(const Uuid &id);
    base::Result<QList<Transfer>> transfers();
    base::Result<void> cancelDownload(const Uuid &row);
    base::Result<Written> retry(OpId op, const std::optional<QString> &body);
    base::Result<void> discard(OpId op);

    void reopen(); // another person, or another company

Q_SIGNALS:
    void appended(const parvis::store::ChangeSet &changes); // after the commit

private:
    base::Result<void> open();
    base::Result<Target> find(const char *where, const Uuid &id);
    base::Result<store::GroupItem> groupToChange(const char *where, GroupId group);
    base::Result<void> mayWriteTo(PersonId me, const char *where, const ScopeId &place);
    base::Result<QList<Pinned>> pinnedPlaces();
    References referencesOf(const QString &body);
    base::Result<Written> append(PersonId me, model::Operation op, const QList<Uuid> &after, const Aside &aside = {});
    base::Result<OpId> appendWithFiles(PersonId me, const QList<model::Operation> &ops, const QList<TakenFile> &files);
    base::Result<store::Outbox::Waiting> attachment(PersonId me, const ScopeId &scope, const Uuid &target,
                                                    const TakenFile &file, qint64 position);
    base::Result<std::optional<model::Operation>> endOf(PersonId me, const Draft &draft);
    base::Result<store::DocumentItem> documentOf(const char *where, const Uuid &id);
    base::Result<Uuid> folderAt(PersonId me, GroupId group, const QStringList &path, OpId *last = nullptr);
    base::Result<void> copyInto(PersonId me, const store::DocumentItem &item, const Uuid &folder, const QString &name, int depth,
                                QList<model::Operation> &ops);
    base::Result<Put> putVersion(PersonId me, const store::DocumentItem &item, const QString &comment,
                                 const Content &content);
    base::Result<void> appendAll(PersonId me, QList<model::Operation> ops, const QList<Uuid> &after,
                                 const std::optional<store::Upload> &upload = {});
    void tell(const model::Operation &op, const Uuid &thread);
    void tellTransfers();
    void nameTransfer(Transfer &transfer, const Uuid &row);

    ProfileFolder m_folder;
    const base::Clock &m_clock;
    base::Random &m_random;
    const std::atomic<bool> &m_connected;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<store::Outbox> m_outbox;
};

} // namespace parvis::client
