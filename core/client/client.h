#pragma once

#include "base/result.h"
#include "client/disk_use.h"
#include "client/documents.h"
#include "client/sync_state.h"
#include "store/cache.h"
#include "store/change_set.h"
#include "store/reader.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace parvis::client {

using model::GroupId;
using model::OpId;
using model::PersonId;
using model::PostId;
using model::ScopeId;
using model::Uuid;

struct Options {
    QString profileDir;     // made if absent, mode 0700; holds cache.db, outbox.db
    bool offline = false;   // opens no socket
    QString caFile;         // an extra trusted certificate (PEM), remembered by signIn
    bool noStore = false;   // keeps no secret
    bool fileSecrets = false; // where there is no keychain: DIR/credentials (parvis-cli, design §8)
    qint64 keychainWaitMs = 60'000; // for somebody to unlock it; then it is as if there were none
    bool frontOnly = false; // Depth::Front: what `login` needs
    QString agent = QStringLiteral("parvis/" PARVIS_VERSION);
};

// What a write gives back once it is durable in the outbox: the entity's id is a promise.
struct Written {
    Uuid id;
    OpId op;
};

// What is to change of how one wants to hear of a place; the rest stays.
struct PlaceChange {
    std::optional<bool> followed;
    std::optional<bool> muted;
    std::optional<bool> pinned; // pinned anew: below the others
};

// What is to change of a group; the rest stays, and so merges with what others change meanwhile.
struct GroupChange {
    std::optional<QString> title, description, rules;
    std::optional<model::GroupKind> kind;
    std::optional<model::Visibility> visibility;
};

// What is to change of a scheduled post. A null time: as soon as it is sent.
struct ScheduleChange {
    std::optional<QString> body;
    std::optional<base::Time> at;
};

// The facade that ui and cli see: everything local first. Object of the UI thread (needs an event loop); its work runs on a sync thread
// (socket, machine, writing connection), a writer thread (outbox) and reader threads. Every answer is a future whose value comes to
// the receiver through base::deliver(). Errors: Storage (disk), Refused (an access rule that is known here), Usage (bad input), Offline (signIn,
// signOut, changePassword, devices, revokeDevice only), Cancelled (closed meanwhile).
class Client : public QObject {
    Q_OBJECT

public:
    template<class T>
    using Answer = QFuture<base::Result<T>>;

    static base::Result<std::unique_ptr<Client>> open(const Options &options);
    ~Client() override; // ends the threads; waits for what is being written

    std::optional<store::Identity> identity() const; // nothing: never signed in
    SyncState state() const;

    // Checks the address (http, https, ws, wss; plain only for loopback), signs in, stores the secret, starts the first sync. Error Refused: wrong
    // password, throttled (detail says for how long); Conflict: the profile belongs to another person or company.
    Answer<store::Identity> signIn(const QString &server, const QString &user, const QString &password, const QString &deviceName);
    Answer<void> signOut();  // revokes the device, wipes tokens and cache; refuses (Conflict) while something is unsent, unless forced
    Answer<void> forceSignOut();
    Answer<void> changePassword(const QString &oldPassword, const QString &newPassword);
    struct Device {
        Uuid id;
        QString name;
        base::Time createdAt;
        base::Time lastSeen;
        bool current = false;
    };
    Answer<QList<Device>> devices();
    Answer<void> revokeDevice(const Uuid &id);
    QString secretKind() const; // "keychain", "file", "none"

    void expectStart();               // what start() will do soon is told by state() already
    void start();                     // connect now (first connection without jitter) and stay connected
    void setStayOffline(bool offline);
    void reconnectNow();
    void focus(const ScopeId &scope);
    // Writes the cache anew without its gaps; nothing is lost. Takes a second or so per 100 MB, in which nothing is received. Error Conflict:
    // another process is connected with this profile.
    Answer<void> freeSpace();
    void probe(); // measures the way to the server now; stateChanged tells

    // ---- reading: local, never waits for the network ----
    Answer<QList<store::FeedItem>> feed(const store::FeedQuery &query);
    Answer<QList<store::FeedItem>> thread(PostId post);
    Answer<QList<store::FeedItem>> pinned(const ScopeId &place, int limit);
    Answer<std::optional<store::FeedItem>> item(const Uuid &id);
    Answer<QList<store::Reactor>> reactors(const Uuid &postOrComment);
    Answer<qint64> readUpTo(const ScopeId &place);
    Answer<QList<store::GroupItem>> groups(qint64 countUpTo = store::everyUnread); // unread posts, that is
    Answer<std::optional<store::GroupItem>> group(const QString &idOrHandle);
    Answer<QList<store::MemberItem>> members(GroupId group);
    Answer<QHash<ScopeId, model::PlaceSetting>> placeSettings();
    Answer<QList<store::JoinRequestItem>> joinRequests(GroupId group);
    Answer<QList<store::ScheduledItem>> scheduled();
    Answer<QList<store::PlaceCard>> groupsInCommon(PersonId person);
    Answer<QList<store::PersonCard>> people(const QString &query, int limit);
    Answer<std::optional<store::PersonCard>> person(const QString &idOrHandle);
    Answer<std::optional<model::Person>> profile(PersonId id);
    Answer<std::optional<model::Company>> company();
    Answer<store::NoticePage> notices(const store::NoticeQuery &query);
    Answer<QList<store::OutboxEntry>> outbox();
    Answer<store::SyncSummary> summary();
    Answer<DiskUse> diskUse();
    Answer<store::SearchResult> search(
        const store::SearchQuery &query); // a newer search cancels one that has not started
    Answer<QList<store::Completion>> complete(
        const store::CompletionQuery &query); // a newer one cancels one that has not started
    Answer<QList<store::DraftItem>> drafts(
        const std::optional<QString> &place = {}); // newest first; two devices' of one place are both there
    struct Dump {
        QByteArray json;
        qint64 entities = 0;
    };
    Answer<Dump> dump(const std::optional<ScopeId> &scope);

    // ---- documents ----
    Answer<QList<DocumentEntry>> documents(GroupId group, const Uuid &folder); // null: the group itself
    Answer<std::optional<Folder>> folder(GroupId group, const Uuid &folder, int first = 0); // nothing: it is gone
    Answer<QList<DocumentEntry>> documentView(store::DocumentView view, int limit);
    Answer<QList<Transfer>> transfers(); // what moves first
    Answer<void> cancelDownload(const Uuid &row); // what has arrived stays for the next time
    Answer<QList<DocumentEntry>> trash(GroupId group);
    Answer<std::optional<DocumentEntry>> document(const Uuid &id); // folder or document
    Answer<std::optional<DocumentEntry>> documentAt(GroupId group, const QStringList &path);
    Answer<QList<store::VersionItem>> versions(const Uuid &document); // latest first
    Answer<std::optional<store::Upload>> upload(const Uuid &id);
    Answer<Written> makeFolders(GroupId group, const QStringList &path); // those that are missing
    // A new document, or the next version of the one that is there, on the version that is known here. The file is copied into
    // the profile first; it is sent when there is a line.
    Answer<Put> putDocument(GroupId group, const QStringList &path, const QString &fileName, const QString &comment);
    Answer<Written> restoreVersion(const Uuid &document, qint64 number);
    Answer<Written> moveDocument(const Uuid &id, GroupId group, const QStringList &path);
    // A document, or a folder with all that is in it, once more into that folder of the same group; where its name is taken, as "name (2)".
    Answer<Written> copyDocument(const Uuid &id, GroupId group, const QStringList &folder);
    Answer<Written> trashDocument(const Uuid &id, bool trashed);
    Answer<Written> lockDocument(const Uuid &id, base::Time until);
    Answer<Written> unlockDocument(const Uuid &id);
    Answer<Written> pinDocument(const Uuid &documentFolderOrGroup, bool on);
    Answer<Written> resolveDocument(const Uuid &id, Keep keep);
    // Asks for the file of a version or attachment; look again whenever something changes.
    Answer<Fetched> fetch(const Uuid &row);
    // The bytes of a version or attachment. Errors: Offline (not on this disk), Usage (file_too_large: more than `mostBytes`).
    Answer<QByteArray> content(const Uuid &row, qint64 mostBytes);
    Answer<void> copyOut(const Uuid &row, const QString &fileName); // error Offline: it is not here
    // A copy in the profile, under a name that is what it looks like, for another program to open; its path. It goes with the
    // right to read the file, and after a day.
    Answer<QString> copyToOpen(const Uuid &row);
    Answer<QList<LocalFile>> look(const QStringList &paths); // at files of the person's

    // A file of the profile for another program, which is watched: what is saved there becomes the next version, on the one
    // that was opened. What was opened before is given again as it is, or, unless it was changed, as the version that is
    // here now. Errors: Offline (the content is not here: fetch it first), Refused ("executable", "no_content", unknown).
    Answer<WorkingCopy> openCopy(const Uuid &document);
    Answer<QList<WorkingCopy>> workingCopies();
    Answer<int>
    takeSaves(); // all that is saved by now; how many copies hold what cannot be taken yet. Waits 10 s at most

    // ---- writing: durable in the outbox when answered; the network follows ----
    // `draft`: what the text was until now, as saveDraft() last gave it. It ends in the same transaction: whatever happens, the text is
    // either a draft or sent, never both and never neither.
    // `files`: copied into the profile first, then written down in one transaction with the text, which may be empty then. Error
    // Usage with the file in `where` if one cannot be read: nothing is written. The operation is that of the last file then.
    Answer<Written> post(const ScopeId &place, PersonId wall, const QString &body,
                         const std::optional<Written> &draft = {}, // directory with a null wall: the company's wall
                         const QList<NewFile> &files = {});
    Answer<Written> comment(PostId post, const Uuid &parentComment, const QString &body,
                            const std::optional<Written> &draft = {}, const QList<NewFile> &files = {});
    Answer<Written> edit(const Uuid &postOrComment, const QString &body, const std::optional<Written> &draft = {});
    // `holdMs`: until then, at most a minute, it stays here and discard() undoes it as if it had never been; it is gone from view at
    // once, and happens in any case afterwards, whether the program still runs or is started again.
    Answer<Written> remove(const Uuid &postOrComment, qint64 holdMs = 0);
    Answer<Written> pin(PostId post, bool pinned);
    Answer<Written> react(const Uuid &postOrComment, const QString &emoji);
    Answer<Written> unreact(const Uuid &postOrComment, const QString &emoji);
    Answer<Written> markRead(const ScopeId &place, qint64 upTo = 0); // 0: everything held now
    // Of the notices of one thread, or of all; a null operation if nothing there is unread. upTo 0: everything held now.
    Answer<Written> markThreadRead(PostId post, qint64 upTo = 0);
    Answer<Written> markNoticesRead();
    struct NewGroup {
        QString handle, title, description;
        model::GroupKind kind = model::GroupKind::Community;
        model::Visibility visibility = model::Visibility::Private;
    };
    Answer<Written> createGroup(const NewGroup &group);
    Answer<Written> joinGroup(GroupId group);
    Answer<Written> leaveGroup(GroupId group);
    Answer<Written> archiveGroup(GroupId group, bool archived);
    Answer<Written> setMember(GroupId group, PersonId person, model::Role role);
    Answer<Written> removeMember(GroupId group, PersonId person);
    Answer<Written> changeGroup(GroupId group, const GroupChange &change);
    Answer<Written> setPlace(const ScopeId &place, const PlaceChange &change);
    Answer<Written> movePinned(const ScopeId &place, const std::optional<ScopeId> &below); // nothing: to the top
    Answer<Written> askToJoin(GroupId group, const QString &note); // a group that one is not in
    Answer<Written> withdrawRequest(GroupId group);                // one's own; answered ones are put away
    Answer<Written> refuseRequest(GroupId group, PersonId person); // setMember is the other answer
    Answer<Written> schedule(const ScopeId &place, PersonId wall, const QString &body, base::Time at,
                             const std::optional<Written> &draft = {});
    Answer<Written> changeScheduled(const Uuid &scheduled, const ScheduleChange &change);
    Answer<Written> cancelScheduled(const Uuid &scheduled);
    // `seen`: the draft as it was read or last written; what another device made of it meanwhile is then kept beside this one. Without: a
    // new one. An empty body deletes it. What is given back is what has now been seen.
    Answer<Written> saveDraft(const QString &place, const QString &body, const std::optional<Written> &seen = {});
    Answer<Written> bookmark(const Uuid &target, const ScopeId &place, bool on);
    Answer<Written> retry(OpId op, const std::optional<QString> &body = {}); // of a rejected operation; a new id
    Answer<void> discard(OpId op);

Q_SIGNALS:
    void changed(const parvis::store::ChangeSet &changes); // after commits, own writes too; at most once a turn of the event loop
    void stateChanged(const parvis::client::SyncState &state);

private:
    struct Private;
    explicit Client(std::unique_ptr<Private> d);
    void gather(const store::ChangeSet &changes);
    void tell();
    std::unique_ptr<Private> d;
};

} // namespace parvis::client
