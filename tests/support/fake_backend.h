#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "ui/models/backend.h"

#include <QHash>

namespace parvis::tests {

// A whole company in memory behind ui::Backend: every answer is ready at once and comes through the event loop as in the
// real program. What is written is there at once as pending; ackAll() makes the server's answer of it.
class FakeBackend final : public ui::Backend {
    Q_OBJECT

public:
    explicit FakeBackend(base::ManualClock &clock);

    // ---- the world ----
    struct Person {
        store::PersonCard card;
        model::Person profile;
    };
    model::PersonId addPerson(const QString &handle, const QString &name, const QString &title = {});
    model::GroupId addGroup(const QString &handle, const QString &title, model::GroupKind kind, bool member = true);
    model::Uuid addPost(const model::ScopeId &place, const QString &author, const QString &body, qint64 minutesAgo,
                        bool unread = false);
    model::Uuid addComment(const model::Uuid &post, const QString &author, const QString &body, qint64 minutesAgo,
                           const model::Uuid &parent = {});
    void addReaction(const model::Uuid &id, const QString &emoji, int count, bool mine = false);
    void fillDemo(); // the demo company's texts, as far as they are in resources/demo
    void me(const QString &handle);
    store::FeedItem *find(const model::Uuid &id);
    void setSyncState(const client::SyncState &state);
    void touch(const model::Uuid &id); // tells that it changed
    // A file of somebody's post or comment; with a content it is on this disk.
    model::Uuid addFile(const model::Uuid &id, const QString &name, qint64 size, const QByteArray &content = {});
    store::AttachmentItem *file(const model::Uuid &id);
    void ackAll();
    void failWrites(std::optional<base::Error> error) { m_writeError = std::move(error); }
    void failSignIn(std::optional<base::Error> error) { m_signInError = std::move(error); }
    void reject(const model::Uuid &id, const QString &why);
    int feedReads = 0;
    int itemReads = 0;
    int draftWrites = 0;
    QList<store::FeedItem> items; // newest first
    QList<store::GroupItem> groupList;
    QHash<model::GroupId, QList<store::MemberItem>> memberLists;
    QHash<QString, Person> people_;      // by handle
    QHash<QString, QString> draftTexts;  // this device's, by place
    QList<store::DraftItem> otherDrafts; // what other devices made
    QHash<model::GroupId, QList<store::JoinRequestItem>> requestLists;
    QList<store::ScheduledItem> scheduledList;
    QString companyName, companyColor;
    QList<QPair<model::ScopeId, qint64>> readMarks;
    QList<store::NoticeItem> noticeList; // newest first
    QList<model::Uuid> threadMarks;
    // Tells of a post or comment that is in `items`, as news.
    void addNotice(const model::Uuid &id, model::Reason reason, bool unread = true);
    void tellNotices();
    QList<model::Uuid> bookmarks; // the last marked first

    // ---- documents ----
    model::Uuid addFolder(model::GroupId group, const model::Uuid &parent, const QString &name, const QString &author);
    model::Uuid addDocument(model::GroupId group, const model::Uuid &folder, const QString &name, const QString &author,
                            qint64 size, qint64 minutesAgo, client::DocumentState state = client::DocumentState::Here,
                            int versions = 1);
    client::DocumentEntry *entry(const model::Uuid &id);
    QList<client::DocumentEntry> documents; // folders too
    QHash<model::Uuid, QString> documentTexts; // what stands inside, on its page 3
    QHash<model::Uuid, QList<store::VersionItem>> versionLists;
    QList<client::Transfer> transferList;
    QSet<model::GroupId> pinnedGroups;
    QList<QPair<QString, QString>> putFiles; // path in the group, file on the disk
    QList<QPair<model::Uuid, client::Keep>> resolved;

    // ---- ui::Backend ----
    std::optional<store::Identity> identity() const override { return m_identity; }
    client::SyncState state() const override { return m_state; }
    QString secretKind() const override { return secret; }
    QString secret = QStringLiteral("keychain");
    Answer<store::Identity> signIn(const QString &, const QString &user, const QString &) override;
    Answer<void> signOut(bool forced) override;
    Answer<void> changePassword(const QString &, const QString &) override;
    Answer<QList<Device>> devices() override;
    Answer<void> revokeDevice(const model::Uuid &) override;
    void start() override { }
    void setStayOffline(bool offline) override;
    void reconnectNow() override { }
    void focus(const model::ScopeId &) override { }
    void probe() override { ++probes; }
    int probes = 0;
    Answer<std::optional<client::Folder>> folder(model::GroupId group, const model::Uuid &folder,
                                                  int first) override;
    Answer<QList<client::DocumentEntry>> documentView(store::DocumentView view, int limit) override;
    Answer<QList<client::DocumentEntry>> trash(model::GroupId group) override;
    Answer<std::optional<client::DocumentEntry>> document(const model::Uuid &id) override;
    Answer<QList<store::VersionItem>> versions(const model::Uuid &document) override;
    Answer<QList<client::Transfer>> transfers() override;
    Answer<void> cancelDownload(const model::Uuid &row) override;
    Answer<Written> makeFolders(model::GroupId group, const QStringList &path) override;
    Answer<client::Put> putDocument(model::GroupId group, const QStringList &path, const QString &fileName,
                                    const QString &comment) override;
    Answer<Written> restoreVersion(const model::Uuid &document, qint64 number) override;
    Answer<Written> moveDocument(const model::Uuid &id, model::GroupId group, const QStringList &path) override;
    Answer<Written> copyDocument(const model::Uuid &id, model::GroupId group, const QStringList &folder) override;
    Answer<Written> trashDocument(const model::Uuid &id, bool trashed) override;
    Answer<Written> lockDocument(const model::Uuid &id, base::Time until) override;
    Answer<Written> unlockDocument(const model::Uuid &id) override;
    Answer<Written> pinDocument(const model::Uuid &target, bool on) override;
    Answer<Written> resolveDocument(const model::Uuid &id, client::Keep keep) override;
    Answer<QList<store::FeedItem>> feed(const store::FeedQuery &query) override;
    Answer<QList<store::FeedItem>> thread(model::PostId post) override;
    Answer<std::optional<store::FeedItem>> item(const model::Uuid &id) override;
    Answer<QList<store::Reactor>> reactors(const model::Uuid &id) override;
    Answer<qint64> readUpTo(const model::ScopeId &place) override;
    Answer<QList<store::GroupItem>> groups() override;
    Answer<QList<store::MemberItem>> members(model::GroupId group) override;
    Answer<QList<store::PersonCard>> people(const QString &query, int limit) override;
    Answer<std::optional<store::PersonCard>> person(const QString &idOrHandle) override;
    Answer<std::optional<model::Person>> profile(model::PersonId id) override;
    Answer<std::optional<model::Company>> company() override;
    Answer<store::NoticePage> notices(const store::NoticeQuery &query) override;
    Answer<QList<store::OutboxEntry>> outbox() override;
    Answer<store::SyncSummary> summary() override;
    Answer<client::Fetched> fetch(const model::Uuid &row) override;
    Answer<QByteArray> content(const model::Uuid &row, qint64 mostBytes) override;
    Answer<void> copyOut(const model::Uuid &row, const QString &fileName) override;
    QHash<model::Uuid, QByteArray> contents; // of files that are here, by the version or attachment
    QList<model::Uuid> fetches;              // what was asked for
    QList<QPair<model::Uuid, QString>> copies;
    Answer<client::WorkingCopy> openCopy(const model::Uuid &document) override;
    Answer<QList<client::WorkingCopy>> workingCopies() override;
    QHash<model::Uuid, client::WorkingCopy> openCopies; // what openCopy() gives; error Offline for all others
    QList<model::Uuid> copiesOpened;                    // what was asked for
    int contentReads = 0;
    Answer<client::DiskUse> diskUse() override;
    Answer<void> freeSpace() override;
    client::DiskUse onDisk{QStringLiteral("/parvis/camille"), 87'654'321, 98'304, 2'110};
    Answer<store::SearchResult> search(const store::SearchQuery &query) override;
    Answer<QList<store::Completion>> complete(const store::CompletionQuery &query) override;
    Answer<QList<store::DraftItem>> drafts(const std::optional<QString> &place) override;
    Answer<QString> copyToOpen(const model::Uuid &row) override;
    Answer<QList<client::LocalFile>> look(const QStringList &paths) override;
    QHash<QString, client::LocalFile> localFiles; // by path; others are missing
    Answer<Written> post(const model::ScopeId &place, model::PersonId wall, const QString &body,
                         const Draft &draft = {}, const Files &files = {}) override;
    Answer<Written> comment(model::PostId post, const model::Uuid &parent, const QString &body,
                            const Draft &draft = {}, const Files &files = {}) override;
    Answer<Written> edit(const model::Uuid &id, const QString &body, const Draft &draft = {}) override;
    Answer<Written> remove(const model::Uuid &id, qint64 holdMs = 0) override;
    Answer<Written> pin(model::PostId post, bool pinned) override;
    Answer<Written> react(const model::Uuid &id, const QString &emoji, bool on) override;
    Answer<Written> bookmark(const model::Uuid &target, const model::ScopeId &place, bool on) override;
    Answer<Written> markRead(const model::ScopeId &place, qint64 upTo) override;
    Answer<Written> markThreadRead(model::PostId post, qint64 upTo) override;
    Answer<Written> markNoticesRead() override;
    Answer<Written> createGroup(const NewGroup &group) override;
    Answer<Written> joinGroup(model::GroupId group) override;
    Answer<Written> leaveGroup(model::GroupId group) override;
    Answer<Written> archiveGroup(model::GroupId group, bool archived) override;
    Answer<Written> setMember(model::GroupId group, model::PersonId person, model::Role role) override;
    Answer<Written> removeMember(model::GroupId group, model::PersonId person) override;
    Answer<QList<store::FeedItem>> pinned(const model::ScopeId &place, int limit) override;
    Answer<QHash<model::ScopeId, model::PlaceSetting>> placeSettings() override;
    Answer<QList<store::JoinRequestItem>> joinRequests(model::GroupId group) override;
    Answer<QList<store::ScheduledItem>> scheduled() override;
    Answer<QList<store::PlaceCard>> groupsInCommon(model::PersonId person) override;
    Answer<Written> changeGroup(model::GroupId group, const GroupChange &change) override;
    Answer<Written> setPlace(const model::ScopeId &place, const PlaceChange &change) override;
    Answer<Written> movePinned(const model::ScopeId &place, const std::optional<model::ScopeId> &below) override;
    Answer<Written> askToJoin(model::GroupId group, const QString &note) override;
    Answer<Written> withdrawRequest(model::GroupId group) override;
    Answer<Written> refuseRequest(model::GroupId group, model::PersonId person) override;
    Answer<Written> schedule(const model::ScopeId &place, model::PersonId wall, const QString &body, base::Time at,
                             const Draft &draft = {}) override;
    Answer<Written> changeScheduled(const model::Uuid &scheduled, const ScheduleChange &change) override;
    Answer<Written> cancelScheduled(const model::Uuid &scheduled) override;
    Answer<Written> saveDraft(const QString &place, const QString &body, const Draft &seen) override;
    Answer<Written> retry(model::OpId op, const std::optional<QString> &body) override;
    Answer<void> discard(model::OpId op) override;

private:
    model::Uuid folderAt(model::GroupId group, const QStringList &path);
    Answer<Written> changedDocument(const model::Uuid &id, model::Kind kind);
    store::GroupItem *group(model::GroupId id);
    model::Uuid newId();
    model::Uuid draftId(const QString &place);
    Answer<Written> written(const model::Uuid &id, model::Kind kind, const model::ScopeId &scope,
                            const model::Uuid &thread = {}, bool outbox = true);
    bool matches(const store::FeedItem &item, const store::FeedQuery &query) const;
    void endDraft(const Draft &draft); // in the same step as what it became
    void attach(store::FeedItem &item, const Files &files);
    void queue(model::Kind kind, const store::FeedItem &item, const QString &body);
    store::PlaceCard placeOf(const model::ScopeId &scope) const;
    void recount(const model::Uuid &post);

    base::ManualClock &m_clock;
    base::SeededRandom m_random{7};
    std::optional<store::Identity> m_identity;
    client::SyncState m_state;
    std::optional<base::Error> m_writeError;
    std::optional<base::Error> m_signInError;
    QList<store::OutboxEntry> m_outbox;
    qint64 m_seq = 0;
    qint64 m_lastOrder = 0;
    QHash<QString, model::Uuid> m_draftIds;
    QHash<model::OpId, QList<store::FeedItem>> m_held; // deletions that can be undone
};

} // namespace parvis::tests
