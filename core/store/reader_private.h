#pragma once

#include "store/overlay.h"
#include "store/row_binding.h"
#include "store/scope_table.h"
#include "store/text_index.h"

#include <array>
#include <functional>
#include <unordered_map>

namespace parvis::store {

// A row with everything that waits laid over it. Nothing of it is shown if `entity` is nothing.
struct SeenRow {
    model::Kind kind = model::Kind::Post;
    model::ScopeId scope;
    model::Uuid id;
    qint64 rev = 0;
    qint64 order = 0;
    std::optional<model::Entity> entity;
    ItemState state = ItemState::Acked;
    model::OpId op;
    QString why;

    template<class S>
    const S &as() const
    {
        return std::get<S>(*entity);
    }
};

// One snapshot of both files at a time, and what is remembered while they do not move.
struct Reader::Private {
    std::unique_ptr<Database> db;

    // ---- the snapshot ----
    Overlay overlay;
    model::PersonId me;
    QHash<model::ScopeId, ScopeRow> scopes;
    QHash<qint64, model::ScopeId> scopeOfKey;
    QHash<model::PersonId, PersonCard> cards;
    QHash<QString, PlaceCard> places;
    QHash<QString, qint64> marks;
    std::optional<QHash<model::ScopeId, model::PlaceSetting>> settings;
    std::optional<QHash<model::Uuid, int>> deletedComments; // by post: comments that will be gone
    QList<OutboxEntry> entries;
    qint64 outboxVersion = -1;
    qint64 cacheVersion = -1;

    // Runs `body` inside one transaction that has seen the outbox first and the cache second.
    template<class F>
    auto read(F &&body) -> base::Result<decltype(body())>
    {
        return guarded([&] {
            Transaction transaction(*db, Transaction::Deferred);
            refresh();
            return body();
        });
    }
    void refresh();

    // ---- statements, prepared once ----
    struct KindStatements {
        Statement held;
        Statement row;
        Statement rowOfKey;
        Statement idsOfScope;
    };
    std::unordered_map<const char *, Statement> statements;
    std::array<std::unique_ptr<KindStatements>, model::allKinds.size() + 1> kinds;
    Statement &of(const char *sql);
    KindStatements &of(model::Kind kind);
    template<class... T>
    qint64 number(const char *sql, const T &...values) // first column of the first row; 0 if none
    {
        Statement &statement = of(sql).with(values...);
        const qint64 result = statement.step() ? statement.integer(0) : 0;
        statement.reset();
        return result;
    }

    // ---- rows ----
    qint64 keyOf(const model::ScopeId &scope) const; // 0: nothing of it is held
    bool isHeld(model::Kind kind, const model::ScopeId &scope, const model::Uuid &id);
    std::optional<HeldRow> heldRow(model::Kind kind, const model::ScopeId &scope, const model::Uuid &id);
    std::optional<HeldRow> heldRow(model::Kind kind, qint64 key);
    QList<model::Uuid> heldIds(model::Kind kind, const model::ScopeId &scope);
    // With what waits; deletions hide, or blank what others have answered. Nothing if there is nothing to show.
    std::optional<SeenRow> seen(model::Kind kind, const model::ScopeId &scope, const model::Uuid &id);
    std::optional<SeenRow> seen(model::Kind kind, const model::Uuid &id); // in whatever scope
    std::optional<SeenRow> seen(model::Kind kind, const HeldRow &held);
    std::optional<SeenRow> laidOver(model::Kind kind, const model::ScopeId &scope, const model::Uuid &id,
                                    const std::optional<HeldRow> &held);
    bool goesWithAnother(const SeenRow &row); // a waiting deletion of its thread or target takes it along
    bool isAnswered(model::Kind kind, const model::Uuid &id, const model::Entity &entity);
    QList<SeenRow> seenAll(model::Kind kind, const model::ScopeId &scope); // small kinds only: in order of id

    // ---- cards and marks ----
    PersonCard card(model::PersonId person);
    PlaceCard place(const model::ScopeId &scope, model::PersonId wall);
    qint64 readMark(const model::ScopeId &scope) { return readMark(scope.toString()); }
    qint64 readMark(const QString &place);
    const QHash<model::ScopeId, model::PlaceSetting> &placeSettings();
    QSet<model::ScopeId> myPlaces(); // groups that I am in or about to be, and the directory

    // ---- items ----
    int commentCount(const model::ScopeId &scope, const model::Uuid &post);
    int commentsGone(const model::Uuid &post);
    QStringList commenters(const model::Uuid &post);
    QList<CommentPreview> latestComments(const model::Uuid &post);
    void eachReaction(const model::ScopeId &scope, const model::Uuid &target,
                      const std::function<void(model::PersonId, const QString &)> &add);
    QList<ReactionCount> reactions(const model::ScopeId &scope, const model::Uuid &target);
    bool isBookmarked(const model::Uuid &target);
    QList<FeedItem> bookmarks(const FeedQuery &query);
    FeedItem itemOf(const SeenRow &row); // without its attachments
    QHash<model::Uuid, QList<AttachmentItem>> attachmentsOf(const QList<model::Uuid> &targets);
    void attach(QList<FeedItem> &items); // gives each its attachments

    // ---- notices: reader_notices.cpp ----
    struct NoticeKey; // a row of the table
    QList<NoticeKey> noticeKeys(qint64 before, qint64 limit);
    bool isUnread(const NoticeKey &key);
    bool isMuted(const model::ScopeId &scope) { return placeSettings().value(scope).muted; }
    std::optional<NoticeItem> noticeItem(const NoticeKey &key);

    // ---- groups ----
    GroupItem groupItem(model::GroupId id, std::optional<model::Role> role, ItemState state);
    qint64 countUpTo = everyUnread; // of groups()
    QList<GroupItem> groups();
    QList<JoinRequestItem> joinRequests(model::GroupId group);
    QList<MemberItem> members(model::GroupId group);
    int memberCount(const model::ScopeId &scope);
    int unread(const model::ScopeId &scope);
    QList<NameRow> namesBeginning(const QString &typed, qint64 limit);
    QList<PersonCard> people(const QString &query, int limit);
    std::optional<PersonCard> person(const QString &idOrHandle);
    SyncSummary summary();
    QList<DraftItem> drafts(const std::optional<QString> &place);
    void locate(DraftItem &draft);

    // ---- completion ----
    CompletionMemory completion;
    void rememberPartners();
    void prepareCompletion(const CompletionQuery &query);
    bool isMember(const model::ScopeId &place, model::PersonId person);
    QList<Completion> completeHandles(const CompletionQuery &query);
    QList<Completion> completeTags(const CompletionQuery &query);
};

// In case-insensitive order of what a person reads.
bool comesBefore(const QString &a, const QString &b);

} // namespace parvis::store
