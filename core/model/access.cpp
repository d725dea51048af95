#include "model/access.h"

namespace parvis::model {

namespace {

const QString allowed;

QString no(const char *why)
{
    return QString::fromLatin1(why);
}

bool isModerator(const Place &place)
{
    return place.role == Role::Owner || place.role == Role::Moderator;
}

bool touches(const Operation &op, int number)
{
    for (const FieldChange &change : op.changes) {
        if (change.number == number)
            return true;
    }
    return false;
}

template<class T>
std::optional<T> changeOf(const Operation &op, int number)
{
    for (const FieldChange &change : op.changes) {
        T value{};
        if (change.number == number && fromValue(change.value, value))
            return value;
    }
    return std::nullopt;
}

// Being there: a member of the group, an employee on a wall.
QString mayTakePart(const Actor &actor, const Place &place)
{
    if (place.scope.type == ScopeType::Directory)
        return actor.isGuest() ? no("guest") : allowed;
    if (place.scope.type != ScopeType::Group)
        return no("no_such_place");
    if (!place.role)
        return no("not_member");
    if (place.archived)
        return no("archived");
    return allowed;
}

// Moderates the place: the group's owners and moderators; on walls the administrators and the wall's own person.
bool moderates(const Actor &actor, const Place &place, const Post *post)
{
    if (place.scope.type == ScopeType::Group)
        return isModerator(place);
    return actor.isAdministrator() || (post && post->wall == actor.id);
}

QString judgePost(const Actor &actor, const Place &place, const Operation &op, const Post *post)
{
    const QString takesPart = mayTakePart(actor, place);
    if (!takesPart.isEmpty())
        return takesPart;
    if (op.action == Action::Create)
        return touches(op, 6) && !moderates(actor, place, nullptr) ? no("not_owner") : allowed;
    if (!post && op.action != Action::Change)
        return allowed; // two people delete the same: the second changes nothing
    if (!post || (post->blank && op.action == Action::Change))
        return no("gone");
    const bool author = post->author == actor.id;
    if (op.action == Action::Delete)
        return author || moderates(actor, place, post) ? allowed : no("not_author");
    if (op.action == Action::DeleteThread)
        return moderates(actor, place, post) ? allowed : no("not_owner");
    for (const FieldChange &change : op.changes) {
        const bool pin = change.number == 6;
        if (pin ? !moderates(actor, place, post) : !author)
            return no(pin ? "not_owner" : "not_author");
    }
    return allowed;
}

QString judgeComment(const Actor &actor, const Place &place, const Operation &op, const Comment *comment,
                     const Post *thread)
{
    const QString takesPart = mayTakePart(actor, place);
    if (!takesPart.isEmpty())
        return takesPart;
    if (op.action == Action::Create)
        return thread ? allowed : no("gone");
    if (!comment && op.action != Action::Change)
        return allowed;
    if (!comment || (comment->blank && op.action == Action::Change))
        return no("gone");
    const bool author = comment->author == actor.id;
    if (op.action == Action::Change)
        return author ? allowed : no("not_author");
    return author || moderates(actor, place, thread) ? allowed : no("not_author");
}

QString judgeReaction(const Actor &actor, const Place &place, const Operation &op, const Reaction *reaction,
                      bool targetExists)
{
    const QString takesPart = mayTakePart(actor, place);
    if (!takesPart.isEmpty())
        return takesPart;
    if (op.action == Action::Create)
        return targetExists ? allowed : no("gone");
    if (!reaction)
        return allowed; // taking back what is not there changes nothing
    return reaction->person == actor.id ? allowed : no("not_yours");
}

// Documents are everybody's work: who is in the group writes, moves and renames them. Guests of it do so with their own.
// Nothing is ever deleted by a person, only put into the trash; the server empties that.
template<class S>
QString judgeFiled(const Actor &actor, const Place &place, const Operation &op, const S *filed)
{
    if (place.scope.type != ScopeType::Group)
        return no("no_such_place");
    const QString takesPart = mayTakePart(actor, place);
    if (!takesPart.isEmpty())
        return takesPart;
    if (op.action == Action::Create)
        return allowed;
    if (op.action != Action::Change)
        return no("server_only");
    if (!filed)
        return no("gone");
    return place.role == Role::Guest && filed->author != actor.id ? no("not_author") : allowed;
}

QString judgeVersion(const Actor &actor, const Place &place, const Operation &op, bool documentExists)
{
    if (place.scope.type != ScopeType::Group)
        return no("no_such_place");
    const QString takesPart = mayTakePart(actor, place);
    if (!takesPart.isEmpty())
        return takesPart;
    if (op.action != Action::Create)
        return no("server_only");
    return documentExists ? allowed : no("gone");
}

// Whether another's lock still holds is for the server to say, who has the time.
QString judgeLock(const Actor &actor, const Place &place, const Operation &op, const Lock *lock, bool documentExists)
{
    if (place.scope.type != ScopeType::Group)
        return no("no_such_place");
    const QString takesPart = mayTakePart(actor, place);
    if (!takesPart.isEmpty())
        return takesPart;
    if (op.action == Action::Create)
        return documentExists ? allowed : no("gone");
    if (!lock)
        return op.action == Action::Change ? no("gone") : allowed;
    if (lock->person == actor.id)
        return allowed;
    return op.action != Action::Change && isModerator(place) ? allowed : no("not_yours");
}

QString judgeAttachment(const Actor &actor, const Place &place, const Operation &op, const Attachment *attachment,
                        const std::optional<Entity> &target)
{
    const QString takesPart = mayTakePart(actor, place);
    if (!takesPart.isEmpty())
        return takesPart;
    if (op.action == Action::Change)
        return no("server_only");
    if (op.action != Action::Create) {
        const bool allowedTo = !attachment || attachment->author == actor.id || moderates(actor, place, nullptr);
        return allowedTo ? allowed : no("not_author");
    }
    const auto *post = target ? std::get_if<Post>(&*target) : nullptr;
    const auto *comment = target ? std::get_if<Comment>(&*target) : nullptr;
    if ((!post && !comment) || (post && post->blank) || (comment && comment->blank))
        return no("gone");
    return (post ? post->author : comment->author) == actor.id ? allowed : no("not_author");
}

QString judgeGroup(const Actor &actor, const Place &place, const Operation &op, const Group *group)
{
    if (op.action == Action::Create)
        return actor.isGuest() ? no("guest") : allowed;
    if (!group)
        return no("gone");
    return place.role == Role::Owner ? allowed : no("not_owner");
}

QString judgeMember(const Actor &actor, const Place &place, const Operation &op, const Member *member)
{
    if (op.action == Action::Create) {
        const bool self = changeOf<PersonId>(op, 1) == actor.id;
        const Role role = changeOf<Role>(op, 2).value_or(Role::Member);
        if (place.role == Role::Owner)
            return allowed;
        if (place.role == Role::Moderator)
            return role == Role::Owner ? no("not_owner") : allowed;
        if (!self || role != Role::Member)
            return no("not_owner");
        if (place.role)
            return allowed; // joining again changes nothing
        if (actor.isGuest() || place.visibility != Visibility::Public)
            return no("not_member");
        return place.archived ? no("archived") : allowed;
    }
    if (!member)
        return op.action == Action::Delete ? allowed : no("gone");
    const bool lastOwner = member->role == Role::Owner && place.owners <= 1;
    if (op.action == Action::Change) {
        if (place.role != Role::Owner)
            return no("not_owner");
        return lastOwner && changeOf<Role>(op, 2).value_or(Role::Owner) != Role::Owner ? no("last_owner") : allowed;
    }
    if (lastOwner)
        return no("last_owner");
    if (member->person == actor.id || place.role == Role::Owner)
        return allowed;
    return place.role == Role::Moderator && member->role != Role::Owner ? allowed : no("not_owner");
}

QString judgePerson(const Actor &actor, const Operation &op, const Person *person)
{
    if (op.action != Action::Change)
        return no("server_only");
    if (!person)
        return no("gone");
    if (actor.isAdministrator())
        return touches(op, 1) || touches(op, 3) || touches(op, 4) ? no("server_only") : allowed;
    if (op.entity != actor.id.uuid())
        return no("not_yours");
    for (int number = 1; number <= 5; ++number) {
        if (number != 2 && touches(op, number))
            return no("server_only");
    }
    return allowed;
}

// In one's own scope a wish, in the group's the card of it, which only its moderators take away.
QString judgeJoinRequest(const Actor &actor, const Place &place, const Operation &op)
{
    if (place.scope == ScopeId::person(actor.id))
        return actor.isGuest() ? no("guest") : allowed;
    if (place.scope.type != ScopeType::Group || op.action != Action::Delete)
        return no("server_only");
    return isModerator(place) ? allowed : no("not_owner");
}

template<class S>
const S *as(const std::optional<Entity> &entity)
{
    return entity ? std::get_if<S>(&*entity) : nullptr;
}

} // namespace

bool mayRead(const ScopeId &scope, const Actor &actor, bool isMember)
{
    if (actor.disabled)
        return false;
    switch (scope.type) {
    case ScopeType::Company: return true;
    case ScopeType::Directory: return !actor.isGuest();
    case ScopeType::Group:
    case ScopeType::Texts: return isMember;
    case ScopeType::Person: return scope.id == actor.id.uuid();
    case ScopeType::Conversation: return false;
    }
    return false;
}

QString judge(const Actor &actor, const Place &place, const Operation &op, const std::optional<Entity> &current,
              const std::optional<Entity> &parent)
{
    if (actor.disabled)
        return no("disabled");
    if (!place.exists && !(op.kind == Kind::Group && op.action == Action::Create))
        return no("no_such_place");
    const bool ownScope = place.scope == ScopeId::person(actor.id);
    switch (op.kind) {
    case Kind::Company:
        return actor.isAdministrator() && op.action == Action::Change ? allowed : no("server_only");
    case Kind::Person:
        return judgePerson(actor, op, as<Person>(current));
    case Kind::Group:
        return judgeGroup(actor, place, op, as<Group>(current));
    case Kind::Member:
        return judgeMember(actor, place, op, as<Member>(current));
    case Kind::Post:
        return judgePost(actor, place, op, as<Post>(current));
    case Kind::Comment:
        return judgeComment(actor, place, op, as<Comment>(current), as<Post>(parent));
    case Kind::Reaction:
        return judgeReaction(actor, place, op, as<Reaction>(current), parent.has_value());
    case Kind::ReadMark:
    case Kind::Draft:
    case Kind::Bookmark:
    case Kind::PlaceSetting:
    case Kind::Pin:
    case Kind::ScheduledPost: return ownScope ? allowed : no("not_yours");
    case Kind::Folder: return judgeFiled(actor, place, op, as<Folder>(current));
    case Kind::Document: return judgeFiled(actor, place, op, as<Document>(current));
    case Kind::Version: return judgeVersion(actor, place, op, parent.has_value());
    case Kind::Lock: return judgeLock(actor, place, op, as<Lock>(current), parent.has_value());
    case Kind::Attachment: return judgeAttachment(actor, place, op, as<Attachment>(current), parent);
    case Kind::JoinRequest: return judgeJoinRequest(actor, place, op);
    case Kind::Membership:
    case Kind::Device:
    case Kind::GroupCard:
    case Kind::DocumentText:
        return no("server_only");
    }
    return no("server_only");
}

QString mayAsk(const Actor &actor, const Place &place)
{
    if (actor.isGuest())
        return no("guest");
    if (place.role)
        return allowed; // a member already: the answer is there
    if (!place.exists || place.scope.type != ScopeType::Group || place.visibility == Visibility::Secret)
        return no("no_such_place");
    return place.archived ? no("archived") : allowed;
}

} // namespace parvis::model
