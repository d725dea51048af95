#pragma once

#include "model/enums.h"
#include "model/field.h"
#include "model/kind.h"
#include "model/scope.h"

// Every entity that syncs, each with its one description: the codec, the cache's columns, the change flags, the merge
// and docs/protocol.md are derived from these. Adding a field is one line here (with the next number) and one migration.

namespace parvis::model {

struct Company {
    static constexpr Kind kind = Kind::Company;
    QString name;
    QString charter;
    QString color; // "#rrggbb", or empty for the product's own
    bool operator==(const Company &) const = default;
};

struct Person {
    static constexpr Kind kind = Kind::Person;
    QString handle;
    QString fullName;
    CompanyRole role = CompanyRole::Employee;
    bool disabled = false;
    bool bot = false;
    QString title; // the job
    QString site;
    QString country;
    QStringList languages;
    QString bio;
    bool operator==(const Person &) const = default;
};

struct Group {
    static constexpr Kind kind = Kind::Group;
    QString handle;
    QString title;
    GroupKind groupKind = GroupKind::Community;
    Visibility visibility = Visibility::Private;
    QString description;
    bool archived = false;
    History history = History::All;
    Time createdAt;
    QString rules; // of conduct in the group, Markdown
    bool operator==(const Group &) const = default;
};

// In the group's scope, with the card that people outside the directory may see.
struct Member {
    static constexpr Kind kind = Kind::Member;
    PersonId person;
    Role role = Role::Member;
    QString handle;
    QString fullName;
    bool guest = false;
    Time joinedAt;
    bool operator==(const Member &) const = default;
};

// In the person's scope: the truth about what this person may read (sync rules 31 and 32).
struct Membership {
    static constexpr Kind kind = Kind::Membership;
    QString place; // the scope, as text
    Role role = Role::Member;
    Uuid view;
    Time since;
    bool operator==(const Membership &) const = default;
};

// In a group's scope; or, on a wall, in the directory's: then `wall` is the person, or null for the company's wall.
struct Post {
    static constexpr Kind kind = Kind::Post;
    PersonId author;
    PersonId wall;
    QString body; // Markdown
    QList<Uuid> mentions;
    QStringList tags;
    bool pinned = false;
    Time createdAt; // the author's clock, never later than the server's: shown, never sorted by
    Time editedAt;
    QList<Version> versions;
    bool blank = false; // deleted, and kept empty because comments hang on it
    bool operator==(const Post &) const = default;
};

struct Comment {
    static constexpr Kind kind = Kind::Comment;
    PostId post;
    CommentId parent;
    PersonId author;
    QString body;
    QList<Uuid> mentions;
    Time createdAt;
    Time editedAt;
    QList<Version> versions;
    bool blank = false;
    bool operator==(const Comment &) const = default;
};

struct Reaction {
    static constexpr Kind kind = Kind::Reaction;
    Uuid target; // a post or a comment
    PostId post; // the thread's root
    PersonId person;
    QString emoji; // fully qualified
    Time createdAt;
    bool operator==(const Reaction &) const = default;
};

struct ReadMark {
    static constexpr Kind kind = Kind::ReadMark;
    QString place; // the scope, as text
    qint64 upTo = 0; // `order` of the last row read (sync rule 18)
    bool operator==(const ReadMark &) const = default;
};

struct Draft {
    static constexpr Kind kind = Kind::Draft;
    QString place; // scope as text for a new post, the post's id for a comment, the entity's id for an edit
    QString body;
    Uuid contentOp; // the operation that made this content: the base of the next change (sync rule 29)
    Time changedAt;
    bool operator==(const Draft &) const = default;
};

struct Bookmark {
    static constexpr Kind kind = Kind::Bookmark;
    Uuid target;
    QString place; // the target's scope, as text
    Time createdAt;
    bool operator==(const Bookmark &) const = default;
};

struct Device {
    static constexpr Kind kind = Kind::Device;
    QString name;
    Time createdAt;
    bool operator==(const Device &) const = default;
};

// In the directory: what everybody but guests may know of a public or private group. Has the group's id.
struct GroupCard {
    static constexpr Kind kind = Kind::GroupCard;
    QString handle;
    QString title;
    GroupKind groupKind = GroupKind::Community;
    Visibility visibility = Visibility::Private;
    QString description;
    bool archived = false;
    bool operator==(const GroupCard &) const = default;
};

// In the person's scope: how they want to hear of a place. A place without one is followed and not muted.
struct PlaceSetting {
    static constexpr Kind kind = Kind::PlaceSetting;
    QString place;        // the scope, as text
    bool followed = true; // its posts are in the merged feed
    bool muted = false;   // no alerts, and its unread count is quiet
    bool pinned = false;  // at the top of the side list,
    qint64 position = 0;  // there in ascending order of this
    bool operator==(const PlaceSetting &) const = default;
};

// The wish to be added to a group. The row in the asker's scope is the truth for them; while it waits, one of the same id in
// the group's scope tells its members. It ends when the asker becomes a member, or when a moderator deletes the group's row.
struct JoinRequest {
    static constexpr Kind kind = Kind::JoinRequest;
    QString place; // the group's scope, as text
    PersonId person;
    QString handle;
    QString fullName;
    QString note; // why they ask, for the moderators
    RequestState state = RequestState::Waiting;
    Time askedAt;
    Time answeredAt;
    bool operator==(const JoinRequest &) const = default;
};

// In the person's scope until its time: then the server makes a post of it, with the author's rights at that moment, and
// deletes it in the same transaction. A refused one stays, with the word for `op_no`.
struct ScheduledPost {
    static constexpr Kind kind = Kind::ScheduledPost;
    QString place; // the scope that it will be posted to, as text
    PersonId wall;
    QString body; // Markdown
    QList<Uuid> mentions;
    QStringList tags;
    Time at; // null, or any time in the past: as soon as the server has it
    Time createdAt;
    ScheduleState state = ScheduleState::Waiting;
    QString why;
    bool operator==(const ScheduledPost &) const = default;
};

// Of a group's documents. A null parent is the group itself.
struct Folder {
    static constexpr Kind kind = Kind::Folder;
    Uuid parent;
    QString name; // unique in its folder, without regard to case or normal form (model/document_names.h)
    PersonId author;
    Time createdAt;
    bool trashed = false; // with all that is in it; gone for good 30 days later
    Time trashedAt;
    PersonId trashedBy;
    bool operator==(const Folder &) const = default;
};

// What is said of the latest version stands here too, so that a list of many documents reads no versions.
struct Document {
    static constexpr Kind kind = Kind::Document;
    Uuid folder; // null: the group itself
    QString name;
    PersonId author;
    Time createdAt;
    bool trashed = false;
    Time trashedAt;
    PersonId trashedBy;
    Uuid head;            // the latest version of the main branch
    Uuid headOp;          // the operation that made it: the base of the next version (sync rule 29)
    QList<Uuid> branches; // latest versions of the other branches: somebody has to choose
    qint64 versions = 0;  // how many there are
    qint64 size = 0;      // bytes of `head`
    Time modifiedAt;
    PersonId editor;
    bool operator==(const Document &) const = default;
};

// A content that a document had or has. Never changes.
struct DocumentVersion {
    static constexpr Kind kind = Kind::Version;
    DocumentId document;
    Uuid base;         // the version that it was made from, null if none
    qint64 number = 0; // from 1, in the order of arrival
    PersonId author;
    Time createdAt;
    qint64 size = 0; // bytes
    QString blob;    // SHA-256 of the content, hexadecimal
    QString comment;
    Uuid source;          // what gives the right to the content: an upload of the author's, or a version of the same group
    Uuid contentOp;       // the operation that made it
    QList<Uuid> resolves; // other branches that end with this version
    bool operator==(const DocumentVersion &) const = default;
};

// While it holds, what others write becomes a branch of its own.
struct Lock {
    static constexpr Kind kind = Kind::Lock;
    DocumentId document;
    PersonId person;
    Time until; // the server's clock counts
    Time since;
    bool operator==(const Lock &) const = default;
};

// In the person's scope: a document, folder or group whose contents are to be kept on their devices.
struct Pin {
    static constexpr Kind kind = Kind::Pin;
    Uuid target;
    QString place; // the target's scope, as text
    Time createdAt;
    bool operator==(const Pin &) const = default;
};

// A file that goes with a post or comment.
struct Attachment {
    static constexpr Kind kind = Kind::Attachment;
    Uuid target;
    PersonId author;
    QString name;
    qint64 size = 0; // bytes
    QString blob;    // SHA-256 of the content, hexadecimal
    Uuid source;     // the author's upload
    Time createdAt;
    qint64 position = 0; // among those of the target, in ascending order
    bool operator==(const Attachment &) const = default;
};

// What stands in the latest version of a document, for search. Made by the server, in the scope of the group's texts.
struct DocumentText {
    static constexpr Kind kind = Kind::DocumentText;
    DocumentId document;
    Uuid version; // that it was read from
    PersonId author;
    Time writtenAt; // the version's time
    QString text;   // at most 64 KiB; empty: it has none
    QStringList places; // where stretches of it stand, "AT page|sheet|slide NAME" (document_places.h), ascending
    bool operator==(const DocumentText &) const = default;
};

template<>
struct Description<Company> {
    static constexpr auto fields = std::make_tuple(field(1, "name", &Company::name),
                                                   field(2, "charter", &Company::charter),
                                                   field(3, "color", &Company::color));
};

template<>
struct Description<Person> {
    static constexpr auto fields = std::make_tuple(
        field(1, "handle", &Person::handle), field(2, "full_name", &Person::fullName), field(3, "role", &Person::role),
        field(4, "disabled", &Person::disabled), field(5, "bot", &Person::bot), field(6, "title", &Person::title),
        field(7, "site", &Person::site), field(8, "country", &Person::country),
        field(9, "languages", &Person::languages), field(10, "bio", &Person::bio));
};

template<>
struct Description<Group> {
    static constexpr auto fields = std::make_tuple(
        field(1, "handle", &Group::handle), field(2, "title", &Group::title),
        field(3, "group_kind", &Group::groupKind), field(4, "visibility", &Group::visibility),
        field(5, "description", &Group::description), field(6, "archived", &Group::archived),
        field(7, "history", &Group::history, Rule::Fixed), field(8, "created_at", &Group::createdAt, Rule::Fixed),
        field(9, "rules", &Group::rules));
};

template<>
struct Description<Member> {
    static constexpr auto fields = std::make_tuple(
        field(1, "person", &Member::person, Rule::Fixed), field(2, "role", &Member::role),
        field(3, "handle", &Member::handle, Rule::Server), field(4, "full_name", &Member::fullName, Rule::Server),
        field(5, "guest", &Member::guest, Rule::Server), field(6, "joined_at", &Member::joinedAt, Rule::Fixed));
};

template<>
struct Description<Membership> {
    static constexpr auto fields = std::make_tuple(
        field(1, "place", &Membership::place, Rule::Server), field(2, "role", &Membership::role, Rule::Server),
        field(3, "view", &Membership::view, Rule::Server), field(4, "since", &Membership::since, Rule::Server));
};

template<>
struct Description<Post> {
    static constexpr auto fields = std::make_tuple(
        field(1, "author", &Post::author, Rule::Fixed), field(2, "wall", &Post::wall, Rule::Fixed),
        field(3, "body", &Post::body), field(4, "mentions", &Post::mentions), field(5, "tags", &Post::tags),
        field(6, "pinned", &Post::pinned), field(7, "created_at", &Post::createdAt, Rule::Fixed),
        field(8, "edited_at", &Post::editedAt, Rule::Server), field(9, "versions", &Post::versions, Rule::Server),
        field(10, "blank", &Post::blank, Rule::Server));
};

template<>
struct Description<Comment> {
    static constexpr auto fields = std::make_tuple(
        field(1, "post", &Comment::post, Rule::Fixed), field(2, "parent", &Comment::parent, Rule::Fixed),
        field(3, "author", &Comment::author, Rule::Fixed), field(4, "body", &Comment::body),
        field(5, "mentions", &Comment::mentions), field(6, "created_at", &Comment::createdAt, Rule::Fixed),
        field(7, "edited_at", &Comment::editedAt, Rule::Server),
        field(8, "versions", &Comment::versions, Rule::Server), field(9, "blank", &Comment::blank, Rule::Server));
};

template<>
struct Description<Reaction> {
    static constexpr auto fields = std::make_tuple(
        field(1, "target", &Reaction::target, Rule::Fixed), field(2, "post", &Reaction::post, Rule::Fixed),
        field(3, "person", &Reaction::person, Rule::Fixed), field(4, "emoji", &Reaction::emoji, Rule::Fixed),
        field(5, "created_at", &Reaction::createdAt, Rule::Fixed));
};

template<>
struct Description<ReadMark> {
    static constexpr auto fields = std::make_tuple(field(1, "place", &ReadMark::place, Rule::Fixed),
                                                   field(2, "up_to", &ReadMark::upTo, Rule::Maximum));
};

template<>
struct Description<Draft> {
    static constexpr auto fields = std::make_tuple(
        field(1, "place", &Draft::place, Rule::Fixed), field(2, "body", &Draft::body),
        field(3, "content_op", &Draft::contentOp, Rule::Server), field(4, "changed_at", &Draft::changedAt));
};

template<>
struct Description<Bookmark> {
    static constexpr auto fields = std::make_tuple(field(1, "target", &Bookmark::target, Rule::Fixed),
                                                   field(2, "place", &Bookmark::place, Rule::Fixed),
                                                   field(3, "created_at", &Bookmark::createdAt, Rule::Fixed));
};

template<>
struct Description<Device> {
    static constexpr auto fields = std::make_tuple(field(1, "name", &Device::name),
                                                   field(2, "created_at", &Device::createdAt, Rule::Fixed));
};

template<>
struct Description<GroupCard> {
    static constexpr auto fields = std::make_tuple(
        field(1, "handle", &GroupCard::handle, Rule::Server), field(2, "title", &GroupCard::title, Rule::Server),
        field(3, "group_kind", &GroupCard::groupKind, Rule::Server),
        field(4, "visibility", &GroupCard::visibility, Rule::Server),
        field(5, "description", &GroupCard::description, Rule::Server),
        field(6, "archived", &GroupCard::archived, Rule::Server));
};

template<>
struct Description<PlaceSetting> {
    static constexpr auto fields = std::make_tuple(
        field(1, "place", &PlaceSetting::place, Rule::Fixed), field(2, "followed", &PlaceSetting::followed),
        field(3, "muted", &PlaceSetting::muted), field(4, "pinned", &PlaceSetting::pinned),
        field(5, "position", &PlaceSetting::position));
};

template<>
struct Description<JoinRequest> {
    static constexpr auto fields = std::make_tuple(
        field(1, "place", &JoinRequest::place, Rule::Fixed), field(2, "person", &JoinRequest::person, Rule::Server),
        field(3, "handle", &JoinRequest::handle, Rule::Server),
        field(4, "full_name", &JoinRequest::fullName, Rule::Server), field(5, "note", &JoinRequest::note),
        field(6, "state", &JoinRequest::state, Rule::Server),
        field(7, "asked_at", &JoinRequest::askedAt, Rule::Server),
        field(8, "answered_at", &JoinRequest::answeredAt, Rule::Server));
};

template<>
struct Description<ScheduledPost> {
    static constexpr auto fields = std::make_tuple(
        field(1, "place", &ScheduledPost::place, Rule::Fixed), field(2, "wall", &ScheduledPost::wall, Rule::Fixed),
        field(3, "body", &ScheduledPost::body), field(4, "mentions", &ScheduledPost::mentions),
        field(5, "tags", &ScheduledPost::tags), field(6, "at", &ScheduledPost::at),
        field(7, "created_at", &ScheduledPost::createdAt, Rule::Fixed),
        field(8, "state", &ScheduledPost::state, Rule::Server), field(9, "why", &ScheduledPost::why, Rule::Server));
};

template<>
struct Description<Folder> {
    static constexpr auto fields = std::make_tuple(
        field(1, "parent", &Folder::parent), field(2, "name", &Folder::name),
        field(3, "author", &Folder::author, Rule::Fixed), field(4, "created_at", &Folder::createdAt, Rule::Fixed),
        field(5, "trashed", &Folder::trashed), field(6, "trashed_at", &Folder::trashedAt, Rule::Server),
        field(7, "trashed_by", &Folder::trashedBy, Rule::Server));
};

template<>
struct Description<Document> {
    static constexpr auto fields = std::make_tuple(
        field(1, "folder", &Document::folder), field(2, "name", &Document::name),
        field(3, "author", &Document::author, Rule::Fixed), field(4, "created_at", &Document::createdAt, Rule::Fixed),
        field(5, "trashed", &Document::trashed), field(6, "trashed_at", &Document::trashedAt, Rule::Server),
        field(7, "trashed_by", &Document::trashedBy, Rule::Server), field(8, "head", &Document::head, Rule::Server),
        field(9, "head_op", &Document::headOp, Rule::Server),
        field(10, "branches", &Document::branches, Rule::Server),
        field(11, "versions", &Document::versions, Rule::Server), field(12, "size", &Document::size, Rule::Server),
        field(13, "modified_at", &Document::modifiedAt, Rule::Server),
        field(14, "editor", &Document::editor, Rule::Server));
};

template<>
struct Description<DocumentVersion> {
    static constexpr auto fields = std::make_tuple(
        field(1, "document", &DocumentVersion::document, Rule::Fixed),
        field(2, "base", &DocumentVersion::base, Rule::Server),
        field(3, "number", &DocumentVersion::number, Rule::Server),
        field(4, "author", &DocumentVersion::author, Rule::Fixed),
        field(5, "created_at", &DocumentVersion::createdAt, Rule::Fixed),
        field(6, "size", &DocumentVersion::size, Rule::Fixed), field(7, "blob", &DocumentVersion::blob, Rule::Fixed),
        field(8, "comment", &DocumentVersion::comment, Rule::Fixed),
        field(9, "source", &DocumentVersion::source, Rule::Fixed),
        field(10, "content_op", &DocumentVersion::contentOp, Rule::Server),
        field(11, "resolves", &DocumentVersion::resolves, Rule::Fixed));
};

template<>
struct Description<Lock> {
    static constexpr auto fields = std::make_tuple(
        field(1, "document", &Lock::document, Rule::Fixed), field(2, "person", &Lock::person, Rule::Server),
        field(3, "until", &Lock::until), field(4, "since", &Lock::since, Rule::Server));
};

template<>
struct Description<Pin> {
    static constexpr auto fields =
        std::make_tuple(field(1, "target", &Pin::target, Rule::Fixed), field(2, "place", &Pin::place, Rule::Fixed),
                        field(3, "created_at", &Pin::createdAt, Rule::Fixed));
};

template<>
struct Description<Attachment> {
    static constexpr auto fields = std::make_tuple(
        field(1, "target", &Attachment::target, Rule::Fixed), field(2, "author", &Attachment::author, Rule::Fixed),
        field(3, "name", &Attachment::name, Rule::Fixed), field(4, "size", &Attachment::size, Rule::Fixed),
        field(5, "blob", &Attachment::blob, Rule::Fixed), field(6, "source", &Attachment::source, Rule::Fixed),
        field(7, "created_at", &Attachment::createdAt, Rule::Fixed),
        field(8, "position", &Attachment::position, Rule::Fixed));
};

template<>
struct Description<DocumentText> {
    static constexpr auto fields = std::make_tuple(
        field(1, "document", &DocumentText::document, Rule::Server),
        field(2, "version", &DocumentText::version, Rule::Server), field(3, "author", &DocumentText::author, Rule::Server),
        field(4, "written_at", &DocumentText::writtenAt, Rule::Server),
        field(5, "text", &DocumentText::text, Rule::Server), field(6, "places", &DocumentText::places, Rule::Server));
};

// In the order of Kind's numbers, so that `index() + 1` is the kind.
using Entity = std::variant<Company, Person, Group, Member, Membership, Post, Comment, Reaction, ReadMark, Draft,
                            Bookmark, Device, GroupCard, PlaceSetting, JoinRequest, ScheduledPost, Folder, Document, DocumentVersion,
                            Lock, Pin, Attachment, DocumentText>;

inline Kind kindOf(const Entity &entity)
{
    return Kind(entity.index() + 1);
}

Entity emptyEntity(Kind kind);

// Calls visit(T{}) with the plain type of the kind; the value is only a type tag.
template<class F>
decltype(auto) withKind(Kind kind, F &&visit)
{
    switch (kind) {
    case Kind::Company: return visit(Company{});
    case Kind::Person: return visit(Person{});
    case Kind::Group: return visit(Group{});
    case Kind::Member: return visit(Member{});
    case Kind::Membership: return visit(Membership{});
    case Kind::Post: return visit(Post{});
    case Kind::Comment: return visit(Comment{});
    case Kind::Reaction: return visit(Reaction{});
    case Kind::ReadMark: return visit(ReadMark{});
    case Kind::Draft: return visit(Draft{});
    case Kind::Bookmark: return visit(Bookmark{});
    case Kind::Device: return visit(Device{});
    case Kind::GroupCard: return visit(GroupCard{});
    case Kind::PlaceSetting: return visit(PlaceSetting{});
    case Kind::JoinRequest: return visit(JoinRequest{});
    case Kind::ScheduledPost: return visit(ScheduledPost{});
    case Kind::Folder: return visit(Folder{});
    case Kind::Document: return visit(Document{});
    case Kind::Version: return visit(DocumentVersion{});
    case Kind::Lock: return visit(Lock{});
    case Kind::Pin: return visit(Pin{});
    case Kind::Attachment: return visit(Attachment{});
    case Kind::DocumentText: break;
    }
    return visit(DocumentText{});
}

// Generic look at one field by number; nothing if the kind has no such field.
std::optional<FieldValue> fieldValue(const Entity &entity, int number);
bool setField(Entity &entity, int number, const FieldValue &value); // false: no such field, or another type
std::optional<FieldType> fieldType(Kind kind, int number);
std::optional<Rule> fieldRule(Kind kind, int number);
int numberOfFields(Kind kind);

// Bit (number - 1) is set for each field that differs. Both must be of one kind.
quint64 changedFields(const Entity &before, const Entity &after);

} // namespace parvis::model
