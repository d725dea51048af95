#pragma once

#include "base/result.h"
#include "model/document_places.h"
#include "model/notice.h"
#include "store/completion.h"
#include "store/document_item.h"
#include "store/draft_item.h"
#include "store/outbox.h"
#include "store/scope_state.h"

#include <QHash>
#include <QJsonArray>
#include <QMap>

#include <limits>
#include <memory>

namespace parvis::store {

// Where an item stands between this disk and the server.
enum class ItemState { Acked, Pending, Rejected };

struct PersonCard {
    model::PersonId id;
    QString handle;
    QString fullName;
    QString title;
    bool guest = false;
    bool disabled = false;
    bool bot = false;
    model::CompanyRole role = model::CompanyRole::Employee;
};

struct ReactionCount {
    QString emoji;
    int count = 0;
    bool mine = false;
    QStringList names; // up to 12 full names, for a tool tip or a screen reader
};

// A place that posts are in, as shown: a group, the company's wall or a person's.
struct PlaceCard {
    model::ScopeId scope;   // group:… or directory
    model::PersonId wall;   // of a personal wall
    QString handle;         // of the group, or of the wall's person; empty on the company's wall
    QString title;
};

// A comment as it stands below its post in the feed.
struct CommentPreview {
    model::Uuid id;
    PersonCard author;
    QString body;
    base::Time createdAt;
    ItemState state = ItemState::Acked;
};

struct FeedItem {
    model::Kind kind = model::Kind::Post; // Post or Comment
    model::Uuid id;
    model::Uuid post;       // the thread's root (== id for a post)
    model::Uuid parent;     // of a comment: the post, or the comment that it answers
    PlaceCard place;
    PersonCard author;
    QString body;
    QStringList tags;
    QList<model::Version> versions;
    bool pinned = false;
    bool blank = false;
    base::Time createdAt;
    base::Time editedAt;
    qint64 order = 0;       // also the paging cursor (in a list of bookmarks: the bookmark's own); pending items stand above everything
    int comments = 0;
    QStringList commenters; // up to 3 distinct full names, latest first
    QList<CommentPreview> latest; // the last comments of a post, at most 2, oldest first
    QList<ReactionCount> reactions; // most frequent first
    QList<AttachmentItem> attachments; // in their author's order
    bool unread = false;
    bool bookmarked = false;
    ItemState state = ItemState::Acked;
    model::OpId op;         // of a pending or rejected item, or of its pending change
    QString why;            // of a rejected one
};

struct FeedQuery {
    // Bookmarks: one's own, posts and comments, the last marked first.
    enum What { Merged, Group, CompanyWall, PersonWall, Bookmarks };
    What what = Merged;
    model::Uuid id;     // of the group or person
    qint64 before = 0;  // only items with order below; 0: from the top
    qint64 after = 0;   // only items with order above, oldest of them first taken (for paging upwards); 0: not used
    int limit = 50;
    bool operator==(const FeedQuery &) const = default;
};

// One reaction of one person.
struct Reactor {
    PersonCard person;
    QString emoji;
};

struct GroupItem {
    model::GroupId id;
    QString handle;
    QString title;
    model::GroupKind kind = model::GroupKind::Community;
    model::Visibility visibility = model::Visibility::Private;
    QString description;
    bool archived = false;
    std::optional<model::Role> role; // nothing: not a member
    int members = -1;                // -1: not known here
    int unread = 0;                  // exact only when the scope is settled
    ItemState state = ItemState::Acked;
    QString rules;                   // Markdown; members only
    // How this person wants to hear of it (model::PlaceSetting).
    bool followed = true;
    bool muted = false;
    bool pinned = false;
    qint64 position = 0;             // among the pinned ones, ascending
    std::optional<model::RequestState> request; // to be added, made by this person
    int requests = 0;                // of others that wait, for those who may answer them
};

// Somebody's wish to be added to a group, as its moderators see it.
struct JoinRequestItem {
    PersonCard person;
    QString note;
    base::Time askedAt;
};

struct ScheduledItem {
    model::Uuid id;
    PlaceCard place;
    QString body;
    base::Time at;     // null: as soon as it is sent
    QString refused;   // the word why the server could not publish it; empty: it waits
    ItemState state = ItemState::Acked; // of the last change to it
    QString why;       // of a rejected one
    model::OpId op;
};

struct MemberItem {
    PersonCard person;
    model::Role role = model::Role::Member;
    ItemState state = ItemState::Acked;
};

struct SyncSummary {
    struct Scope {
        model::ScopeId scope;
        QString title;
        bool complete = false;
        qint64 completeUpTo = -1; // microseconds; 0: everything; -1: unknown
    };
    QList<Scope> scopes;
    bool complete = false;
    qint64 completeUpTo = -1; // the latest over the scopes; unknown until person: is complete (rule 37)
    qint64 pending = 0;
    qint64 rejected = 0;
};

struct SearchQuery {
    QString text;
    std::optional<model::Kind> kind;     // post, comment, person, group, document (and folder)
    model::Uuid group;                   // null: everywhere
    std::optional<model::PersonId> wall; // on this person's wall only; a null id: on the company's
    QStringList from;                    // people as typed, handles or names or "@me": what any of them wrote
    QStringList in;                      // groups as typed: in any of them
    qint64 since = 0;                    // order: from here on
    qint64 before = 0;                   // order: older than this; 0: no bound
    bool ranked = false;                 // false: newest first
    int limit = 20;
};

// The order that an item of this moment has, about: where a day begins in the feed.
inline qint64 orderAt(base::Time time) { return time.us * 256; }

struct SearchHit {
    model::Kind kind = model::Kind::Post;
    model::Uuid id;
    model::Uuid post; // the thread of a comment
    PlaceCard place;
    PersonCard author;
    QString title;    // of a person or group; the name of a document or folder
    QStringList path; // of a document or folder: the folders that it is in, from the group down
    std::optional<model::DocumentPlace> spot; // where in the document the snippet stands, if that is known
    QString snippet;
    QList<QPair<int, int>> highlights; // start and length in `snippet`, UTF-16
    base::Time createdAt;
    qint64 order = 0;
    ItemState state = ItemState::Acked;
};

struct SearchResult {
    enum Ranked { Newest, All, Window };
    QList<SearchHit> hits;
    Ranked ranked = Newest;
    QList<PersonCard> from; // whom the names of the query mean
    QList<PlaceCard> in;
    QStringList unknown;    // names that mean nobody and nothing here; then nothing is found
    qint64 completeUpTo = -1; // as in SyncSummary
    qint64 tookUs = 0;
};

// A post or comment of another that concerns me, and why.
struct NoticeItem {
    model::Reason reason = model::Reason::Mention;
    model::Kind kind = model::Kind::Post; // Post or Comment
    model::Uuid id;
    model::Uuid post; // the thread
    PlaceCard place;
    PersonCard author;
    QString text; // its beginning, one line without marks
    base::Time createdAt;
    qint64 order = 0;
    bool unread = false;
    // Came as news, not with a first sync or an import: only such are unread, or told by the desktop.
    bool fresh = false;
    bool muted = false; // its place is: then it is unread only if it names me
    bool operator==(const NoticeItem &other) const
    {
        return id == other.id && order == other.order && reason == other.reason && unread == other.unread
               && text == other.text && author.fullName == other.author.fullName && place.title == other.place.title;
    }
};

struct NoticeQuery {
    qint64 before = 0; // only order below; 0: from the top
    int limit = 50;
    bool unreadOnly = false;
    model::Uuid thread; // null: of all threads
};

struct NoticePage {
    QList<NoticeItem> items; // newest first
    int unread = 0;          // among the newest `countedNotices` of all
    static constexpr int countedNotices = 200;
};

inline constexpr qint64 everyUnread = std::numeric_limits<qint64>::max();

// The reading side: cache.db read-only with outbox.db attached, each call one transaction that reads the outbox first
// and the cache second, and lays pending operations over the rows by id (design, "Writing"). One thread an object; any
// number of objects. Works while another process writes. Everything is bounded by `limit`; no call scans a large table.
class Reader {
public:
    static base::Result<std::unique_ptr<Reader>> open(const QString &cachePath, const QString &outboxPath);
    ~Reader();

    base::Result<QList<FeedItem>> feed(const FeedQuery &query);            // newest first
    base::Result<QList<FeedItem>> pinned(const model::ScopeId &place, int limit); // newest first
    base::Result<QList<FeedItem>> thread(model::PostId post);              // the post, then its comments, oldest first
    base::Result<std::optional<FeedItem>> item(const model::Uuid &id);     // a post or comment, with its overlay
    base::Result<QList<Reactor>> reactors(const model::Uuid &target);      // of a post or comment: by emoji, then full name
    base::Result<qint64> readUpTo(const model::ScopeId &place);            // one's read mark there; 0 if none
    // Mine first, then those one may find. Unread posts are counted up to a bound: a window needs no more than "999+".
    base::Result<QList<GroupItem>> groups(qint64 countUpTo = everyUnread);
    base::Result<std::optional<GroupItem>> group(const QString &idOrHandle);
    base::Result<QList<MemberItem>> members(model::GroupId group);         // by full name
    base::Result<QHash<model::ScopeId, model::PlaceSetting>> placeSettings(); // of places that have one
    base::Result<QList<JoinRequestItem>> joinRequests(model::GroupId group);  // those that wait, oldest first
    base::Result<QList<ScheduledItem>> scheduled();                           // soonest first
    base::Result<QList<PlaceCard>> groupsInCommon(model::PersonId person);     // by title
    base::Result<QList<PersonCard>> people(const QString &query, int limit); // by full name; directory, or cards for guests
    base::Result<std::optional<PersonCard>> person(const QString &idOrHandle);
    base::Result<std::optional<model::Person>> profile(model::PersonId id);
    base::Result<std::optional<model::Company>> company();
    base::Result<NoticePage> notices(const NoticeQuery &query);
    base::Result<QList<OutboxEntry>> outbox();
    base::Result<SyncSummary> summary();
    // What is in a folder, null for the group itself: folders first, by name. Without what lies in the trash.
    base::Result<QList<DocumentItem>> documents(model::GroupId group, const model::Uuid &folder);
    // The same with the way to it; nothing if there is no such folder, or it or one above lies in the trash.
    // `first`: about so many at most, for a screen that is to be there at once; 0: all.
    base::Result<std::optional<FolderContents>> folder(model::GroupId group, const model::Uuid &folder, int first = 0);
    // Latest change first; Locked: by oneself.
    base::Result<QList<DocumentItem>> documentView(DocumentView view, int limit);
    base::Result<QList<DocumentItem>> trash(model::GroupId group); // latest first
    base::Result<std::optional<DocumentItem>> document(const model::Uuid &id); // folder or document, in the trash or not
    // Names from the group down; nothing if there is no such thing. Case and normal form do not matter.
    base::Result<std::optional<DocumentItem>> documentAt(model::GroupId group, const QStringList &path);
    base::Result<QList<VersionItem>> versions(const model::Uuid &document); // latest first
    base::Result<std::optional<BlobPlace>> blobPlace(const model::Uuid &row); // of a version or attachment
    base::Result<QList<BlobPlace>> pinnedBlobs();         // latest versions of all that is pinned
    base::Result<QSet<QString>> namedBlobs();             // by any row that is held, or that waits
    base::Result<SearchResult> search(const SearchQuery &query);
    base::Result<QList<Completion>> complete(const CompletionQuery &query); // likeliest first
    base::Result<QList<DraftItem>> drafts(
        const std::optional<QString> &place = {}); // newest first; of one place, or all
    base::Result<qint64> topOrder(
        const model::ScopeId &place); // the highest order held there: what "read" marks; 0 if none
    // Any entity as merged with what waits, for edit and delete: its scope, rev and value.
    struct Found {
        model::ScopeId scope;
        qint64 rev = 0;
        model::Entity entity;
    };
    base::Result<std::optional<Found>> find(const model::Uuid &id);
    // Design §7 `dump`: every entity that is held, pending operations laid over, sorted by (kind, id); each an object
    // {"kind","id","scope", fields by their names}; no rev, order, epoch, coverage. `group`: that scope only.
    base::Result<QByteArray> dump(const std::optional<model::ScopeId> &scope, qint64 *entities = nullptr);

    struct Private; // of the implementation, which is in several files

private:
    explicit Reader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

inline constexpr qint64 pendingOrderBase = qint64(1) << 62; // + seq: the order of what waits in the outbox

} // namespace parvis::store
