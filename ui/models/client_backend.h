#pragma once

#include "ui/models/backend.h"

#include <memory>

namespace parvis::ui {

// The Backend of the real program: hands every call on to one client::Client, which it owns.
class ClientBackend : public Backend {
    Q_OBJECT

public:
    ClientBackend(std::unique_ptr<client::Client> client, const QString &deviceName);
    ~ClientBackend() override;

    std::optional<store::Identity> identity() const override { return m_client->identity(); }
    client::SyncState state() const override { return m_client->state(); }
    QString secretKind() const override { return m_client->secretKind(); }

    Answer<store::Identity> signIn(const QString &server, const QString &user, const QString &password) override
    {
        return m_client->signIn(server, user, password, m_deviceName);
    }
    Answer<void> signOut(bool forced) override { return forced ? m_client->forceSignOut() : m_client->signOut(); }
    Answer<void> changePassword(const QString &oldPassword, const QString &newPassword) override
    {
        return m_client->changePassword(oldPassword, newPassword);
    }
    Answer<QList<Device>> devices() override { return m_client->devices(); }
    Answer<void> revokeDevice(const Uuid &id) override { return m_client->revokeDevice(id); }
    void expectStart() { m_client->expectStart(); }
    void start() override { m_client->start(); }
    void setStayOffline(bool offline) override { m_client->setStayOffline(offline); }
    void reconnectNow() override { m_client->reconnectNow(); }
    void focus(const ScopeId &scope) override { m_client->focus(scope); }
    void probe() override { m_client->probe(); }

    Answer<QList<store::FeedItem>> feed(const store::FeedQuery &query) override;
    // Asks already now what a view is about to ask: it gets this answer, once.
    void readAhead(const store::FeedQuery &query);
    Answer<QList<store::FeedItem>> thread(PostId post) override { return m_client->thread(post); }
    Answer<std::optional<store::FeedItem>> item(const Uuid &id) override { return m_client->item(id); }
    Answer<QList<store::Reactor>> reactors(const Uuid &id) override { return m_client->reactors(id); }
    Answer<qint64> readUpTo(const ScopeId &place) override { return m_client->readUpTo(place); }
    Answer<QList<store::GroupItem>> groups() override { return m_client->groups(unreadShown); }
    Answer<QList<store::MemberItem>> members(GroupId group) override { return m_client->members(group); }
    Answer<QList<store::PersonCard>> people(const QString &query, int limit) override
    {
        return m_client->people(query, limit);
    }
    Answer<std::optional<store::PersonCard>> person(const QString &idOrHandle) override
    {
        return m_client->person(idOrHandle);
    }
    Answer<std::optional<model::Person>> profile(PersonId id) override { return m_client->profile(id); }
    Answer<std::optional<model::Company>> company() override { return m_client->company(); }
    Answer<store::NoticePage> notices(const store::NoticeQuery &query) override { return m_client->notices(query); }
    Answer<QList<store::OutboxEntry>> outbox() override { return m_client->outbox(); }
    Answer<store::SyncSummary> summary() override { return m_client->summary(); }
    Answer<std::optional<client::Folder>> folder(GroupId group, const Uuid &folder, int first) override
    {
        return m_client->folder(group, folder, first);
    }
    Answer<QList<client::DocumentEntry>> documentView(store::DocumentView view, int limit) override
    {
        return m_client->documentView(view, limit);
    }
    Answer<QList<client::DocumentEntry>> trash(GroupId group) override { return m_client->trash(group); }
    Answer<std::optional<client::DocumentEntry>> document(const Uuid &id) override { return m_client->document(id); }
    Answer<QList<store::VersionItem>> versions(const Uuid &document) override { return m_client->versions(document); }
    Answer<QList<client::Transfer>> transfers() override { return m_client->transfers(); }
    Answer<void> cancelDownload(const Uuid &row) override { return m_client->cancelDownload(row); }
    Answer<Written> makeFolders(GroupId group, const QStringList &path) override
    {
        return m_client->makeFolders(group, path);
    }
    Answer<client::Put> putDocument(GroupId group, const QStringList &path, const QString &fileName,
                                    const QString &comment) override
    {
        return m_client->putDocument(group, path, fileName, comment);
    }
    Answer<Written> restoreVersion(const Uuid &document, qint64 number) override
    {
        return m_client->restoreVersion(document, number);
    }
    Answer<Written> moveDocument(const Uuid &id, GroupId group, const QStringList &path) override
    {
        return m_client->moveDocument(id, group, path);
    }
    Answer<Written> copyDocument(const Uuid &id, GroupId group, const QStringList &folder) override
    {
        return m_client->copyDocument(id, group, folder);
    }
    Answer<Written> trashDocument(const Uuid &id, bool trashed) override
    {
        return m_client->trashDocument(id, trashed);
    }
    Answer<Written> lockDocument(const Uuid &id, base::Time until) override
    {
        return m_client->lockDocument(id, until);
    }
    Answer<Written> unlockDocument(const Uuid &id) override { return m_client->unlockDocument(id); }
    Answer<Written> pinDocument(const Uuid &target, bool on) override { return m_client->pinDocument(target, on); }
    Answer<Written> resolveDocument(const Uuid &id, client::Keep keep) override
    {
        return m_client->resolveDocument(id, keep);
    }
    Answer<client::Fetched> fetch(const Uuid &row) override { return m_client->fetch(row); }
    Answer<QByteArray> content(const Uuid &row, qint64 mostBytes) override { return m_client->content(row, mostBytes); }
    Answer<void> copyOut(const Uuid &row, const QString &fileName) override { return m_client->copyOut(row, fileName); }
    Answer<QString> copyToOpen(const Uuid &row) override { return m_client->copyToOpen(row); }
    Answer<QList<client::LocalFile>> look(const QStringList &paths) override { return m_client->look(paths); }
    Answer<client::WorkingCopy> openCopy(const Uuid &document) override { return m_client->openCopy(document); }
    Answer<QList<client::WorkingCopy>> workingCopies() override { return m_client->workingCopies(); }
    Answer<client::DiskUse> diskUse() override { return m_client->diskUse(); }
    Answer<void> freeSpace() override { return m_client->freeSpace(); }
    Answer<store::SearchResult> search(const store::SearchQuery &query) override { return m_client->search(query); }
    Answer<QList<store::Completion>> complete(const store::CompletionQuery &query) override
    {
        return m_client->complete(query);
    }
    Answer<QList<store::DraftItem>> drafts(const std::optional<QString> &place) override
    {
        return m_client->drafts(place);
    }

    Answer<Written> post(const ScopeId &place, PersonId wall, const QString &body, const Draft &draft = {},
                         const Files &files = {}) override
    {
        return m_client->post(place, wall, body, draft, files);
    }
    Answer<Written> comment(PostId post, const Uuid &parent, const QString &body, const Draft &draft = {},
                            const Files &files = {}) override
    {
        return m_client->comment(post, parent, body, draft, files);
    }
    Answer<Written> edit(const Uuid &id, const QString &body, const Draft &draft = {}) override
    {
        return m_client->edit(id, body, draft);
    }
    Answer<Written> remove(const Uuid &id, qint64 holdMs = 0) override { return m_client->remove(id, holdMs); }
    Answer<Written> pin(PostId post, bool pinned) override { return m_client->pin(post, pinned); }
    Answer<Written> react(const Uuid &id, const QString &emoji, bool on) override
    {
        return on ? m_client->react(id, emoji) : m_client->unreact(id, emoji);
    }
    Answer<Written> bookmark(const Uuid &target, const ScopeId &place, bool on) override
    {
        return m_client->bookmark(target, place, on);
    }
    Answer<Written> markRead(const ScopeId &place, qint64 upTo) override { return m_client->markRead(place, upTo); }
    Answer<Written> markThreadRead(PostId post, qint64 upTo) override { return m_client->markThreadRead(post, upTo); }
    Answer<Written> markNoticesRead() override { return m_client->markNoticesRead(); }
    Answer<Written> createGroup(const NewGroup &group) override { return m_client->createGroup(group); }
    Answer<Written> joinGroup(GroupId group) override { return m_client->joinGroup(group); }
    Answer<Written> leaveGroup(GroupId group) override { return m_client->leaveGroup(group); }
    Answer<Written> archiveGroup(GroupId group, bool archived) override
    {
        return m_client->archiveGroup(group, archived);
    }
    Answer<Written> setMember(GroupId group, PersonId person, model::Role role) override
    {
        return m_client->setMember(group, person, role);
    }
    Answer<Written> removeMember(GroupId group, PersonId person) override
    {
        return m_client->removeMember(group, person);
    }
    Answer<QList<store::FeedItem>> pinned(const ScopeId &place, int limit) override
    {
        return m_client->pinned(place, limit);
    }
    Answer<QHash<ScopeId, model::PlaceSetting>> placeSettings() override { return m_client->placeSettings(); }
    Answer<QList<store::JoinRequestItem>> joinRequests(GroupId group) override { return m_client->joinRequests(group); }
    Answer<QList<store::PlaceCard>> groupsInCommon(PersonId person) override
    {
        return m_client->groupsInCommon(person);
    }
    Answer<QList<store::ScheduledItem>> scheduled() override { return m_client->scheduled(); }
    Answer<Written> changeGroup(GroupId group, const GroupChange &change) override
    {
        return m_client->changeGroup(group, change);
    }
    Answer<Written> setPlace(const ScopeId &place, const PlaceChange &change) override
    {
        return m_client->setPlace(place, change);
    }
    Answer<Written> movePinned(const ScopeId &place, const std::optional<ScopeId> &below) override
    {
        return m_client->movePinned(place, below);
    }
    Answer<Written> askToJoin(GroupId group, const QString &note) override { return m_client->askToJoin(group, note); }
    Answer<Written> withdrawRequest(GroupId group) override { return m_client->withdrawRequest(group); }
    Answer<Written> refuseRequest(GroupId group, PersonId person) override
    {
        return m_client->refuseRequest(group, person);
    }
    Answer<Written> schedule(const ScopeId &place, PersonId wall, const QString &body, base::Time at,
                             const Draft &draft = {}) override
    {
        return m_client->schedule(place, wall, body, at, draft);
    }
    Answer<Written> changeScheduled(const Uuid &scheduled, const ScheduleChange &change) override
    {
        return m_client->changeScheduled(scheduled, change);
    }
    Answer<Written> cancelScheduled(const Uuid &scheduled) override { return m_client->cancelScheduled(scheduled); }
    Answer<Written> saveDraft(const QString &place, const QString &body, const Draft &seen) override
    {
        return m_client->saveDraft(place, body, seen);
    }
    Answer<Written> retry(OpId op, const std::optional<QString> &body) override { return m_client->retry(op, body); }
    Answer<void> discard(OpId op) override { return m_client->discard(op); }

private:
    struct Ahead {
        store::FeedQuery query;
        Answer<QList<store::FeedItem>> answer;
    };
    static constexpr qint64 unreadShown = 1000; // the window writes "999+" from there on
    std::unique_ptr<client::Client> m_client;
    std::optional<Ahead> m_ahead;
    QString m_deviceName;
};

} // namespace parvis::ui
