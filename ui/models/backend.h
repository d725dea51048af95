#pragma once

#include "client/client.h"

namespace parvis::ui {

using model::GroupId;
using model::OpId;
using model::PersonId;
using model::PostId;
using model::ScopeId;
using model::Uuid;

// What the window needs of the client, and nothing more: views and models are tested against a fake of it. The contract
// of every call is that of client::Client; answers come through base::deliver().
class Backend : public QObject {
    Q_OBJECT

public:
    template<class T>
    using Answer = QFuture<base::Result<T>>;
    using Device = client::Client::Device;
    using NewGroup = client::Client::NewGroup;
    using GroupChange = client::GroupChange;
    using PlaceChange = client::PlaceChange;
    using ScheduleChange = client::ScheduleChange;
    using Written = client::Written;
    using Draft = std::optional<Written>; // as saveDraft() gave it
    using Files = QList<client::NewFile>;

    virtual std::optional<store::Identity> identity() const = 0;
    virtual client::SyncState state() const = 0;
    virtual QString secretKind() const = 0; // "keychain", "none": nothing is kept, one signs in at each start

    virtual Answer<store::Identity> signIn(const QString &server, const QString &user, const QString &password) = 0;
    virtual Answer<void> signOut(bool forced) = 0;
    virtual Answer<void> changePassword(const QString &oldPassword, const QString &newPassword) = 0;
    virtual Answer<QList<Device>> devices() = 0;
    virtual Answer<void> revokeDevice(const Uuid &id) = 0;
    virtual void start() = 0;
    virtual void setStayOffline(bool offline) = 0;
    virtual void reconnectNow() = 0;
    virtual void focus(const ScopeId &scope) = 0;
    virtual void probe() = 0;

    virtual Answer<QList<store::FeedItem>> feed(const store::FeedQuery &query) = 0;
    virtual Answer<QList<store::FeedItem>> thread(PostId post) = 0;
    virtual Answer<std::optional<store::FeedItem>> item(const Uuid &id) = 0;
    virtual Answer<QList<store::Reactor>> reactors(const Uuid &id) = 0;
    virtual Answer<qint64> readUpTo(const ScopeId &place) = 0;
    virtual Answer<QList<store::GroupItem>> groups() = 0;
    virtual Answer<QList<store::MemberItem>> members(GroupId group) = 0;
    virtual Answer<QList<store::PersonCard>> people(const QString &query, int limit) = 0;
    virtual Answer<std::optional<store::PersonCard>> person(const QString &idOrHandle) = 0;
    virtual Answer<std::optional<model::Person>> profile(PersonId id) = 0;
    virtual Answer<std::optional<model::Company>> company() = 0;
    virtual Answer<store::NoticePage> notices(const store::NoticeQuery &query) = 0;
    virtual Answer<QList<store::OutboxEntry>> outbox() = 0;
    virtual Answer<store::SyncSummary> summary() = 0;
    virtual Answer<client::DiskUse> diskUse() = 0;
    virtual Answer<void> freeSpace() = 0;
    virtual Answer<store::SearchResult> search(const store::SearchQuery &query) = 0;
    virtual Answer<QList<store::Completion>> complete(const store::CompletionQuery &query) = 0;
    virtual Answer<QList<store::DraftItem>> drafts(const std::optional<QString> &place) = 0;

    virtual Answer<std::optional<client::Folder>> folder(GroupId group, const Uuid &folder, int first) = 0;
    virtual Answer<QList<client::DocumentEntry>> documentView(store::DocumentView view, int limit) = 0;
    virtual Answer<QList<client::DocumentEntry>> trash(GroupId group) = 0;
    virtual Answer<std::optional<client::DocumentEntry>> document(const Uuid &id) = 0;
    virtual Answer<QList<store::VersionItem>> versions(const Uuid &document) = 0;
    virtual Answer<QList<client::Transfer>> transfers() = 0;
    virtual Answer<void> cancelDownload(const Uuid &row) = 0;
    virtual Answer<Written> makeFolders(GroupId group, const QStringList &path) = 0;
    virtual Answer<client::Put> putDocument(GroupId group, const QStringList &path, const QString &fileName,
                                            const QString &comment) = 0;
    virtual Answer<Written> restoreVersion(const Uuid &document, qint64 number) = 0;
    virtual Answer<Written> moveDocument(const Uuid &id, GroupId group, const QStringList &path) = 0;
    virtual Answer<Written> copyDocument(const Uuid &id, GroupId group, const QStringList &folder) = 0;
    virtual Answer<Written> trashDocument(const Uuid &id, bool trashed) = 0;
    virtual Answer<Written> lockDocument(const Uuid &id, base::Time until) = 0;
    virtual Answer<Written> unlockDocument(const Uuid &id) = 0;
    virtual Answer<Written> pinDocument(const Uuid &target, bool on) = 0;
    virtual Answer<Written> resolveDocument(const Uuid &id, client::Keep keep) = 0;
    virtual Answer<client::Fetched> fetch(const Uuid &row) = 0;
    virtual Answer<QByteArray> content(const Uuid &row, qint64 mostBytes) = 0;
    virtual Answer<void> copyOut(const Uuid &row, const QString &fileName) = 0;
    virtual Answer<QString> copyToOpen(const Uuid &row) = 0;
    virtual Answer<QList<client::LocalFile>> look(const QStringList &paths) = 0;
    virtual Answer<client::WorkingCopy> openCopy(const Uuid &document) = 0;
    virtual Answer<QList<client::WorkingCopy>> workingCopies() = 0;

    virtual Answer<Written> post(const ScopeId &place, PersonId wall, const QString &body, const Draft &draft = {},
                                 const Files &files = {}) = 0;
    virtual Answer<Written> comment(PostId post, const Uuid &parent, const QString &body, const Draft &draft = {},
                                    const Files &files = {}) = 0;
    virtual Answer<Written> edit(const Uuid &id, const QString &body, const Draft &draft = {}) = 0;
    virtual Answer<Written> remove(const Uuid &id, qint64 holdMs = 0) = 0;
    virtual Answer<Written> pin(PostId post, bool pinned) = 0;
    virtual Answer<Written> react(const Uuid &id, const QString &emoji, bool on) = 0;
    virtual Answer<Written> bookmark(const Uuid &target, const ScopeId &place, bool on) = 0;
    virtual Answer<Written> markRead(const ScopeId &place, qint64 upTo) = 0;
    virtual Answer<Written> markThreadRead(PostId post, qint64 upTo) = 0;
    virtual Answer<Written> markNoticesRead() = 0;
    virtual Answer<Written> createGroup(const NewGroup &group) = 0;
    virtual Answer<Written> joinGroup(GroupId group) = 0;
    virtual Answer<Written> leaveGroup(GroupId group) = 0;
    virtual Answer<Written> archiveGroup(GroupId group, bool archived) = 0;
    virtual Answer<Written> setMember(GroupId group, PersonId person, model::Role role) = 0;
    virtual Answer<Written> removeMember(GroupId group, PersonId person) = 0;
    virtual Answer<QList<store::FeedItem>> pinned(const ScopeId &place, int limit) = 0;
    virtual Answer<QHash<ScopeId, model::PlaceSetting>> placeSettings() = 0;
    virtual Answer<QList<store::JoinRequestItem>> joinRequests(GroupId group) = 0;
    virtual Answer<QList<store::ScheduledItem>> scheduled() = 0;
    virtual Answer<QList<store::PlaceCard>> groupsInCommon(PersonId person) = 0;
    virtual Answer<Written> changeGroup(GroupId group, const GroupChange &change) = 0;
    virtual Answer<Written> setPlace(const ScopeId &place, const PlaceChange &change) = 0;
    virtual Answer<Written> movePinned(const ScopeId &place, const std::optional<ScopeId> &below) = 0;
    virtual Answer<Written> askToJoin(GroupId group, const QString &note) = 0;
    virtual Answer<Written> withdrawRequest(GroupId group) = 0;
    virtual Answer<Written> refuseRequest(GroupId group, PersonId person) = 0;
    virtual Answer<Written> schedule(const ScopeId &place, PersonId wall, const QString &body, base::Time at,
                                     const Draft &draft = {}) = 0;
    virtual Answer<Written> changeScheduled(const Uuid &scheduled, const ScheduleChange &change) = 0;
    virtual Answer<Written> cancelScheduled(const Uuid &scheduled) = 0;
    virtual Answer<Written> saveDraft(const QString &place, const QString &body, const Draft &seen) = 0;
    virtual Answer<Written> retry(OpId op, const std::optional<QString> &body) = 0;
    virtual Answer<void> discard(OpId op) = 0;

Q_SIGNALS:
    void changed(const parvis::store::ChangeSet &changes);
    void stateChanged(const parvis::client::SyncState &state);
};

} // namespace parvis::ui
