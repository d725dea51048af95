#include "model/derived_ids.h"
#include "store/cache_sql.h"
#include "store/reader_private.h"

namespace parvis::store {

using namespace cache;
using base::Result;
using model::GroupId;
using model::Kind;
using model::PersonId;
using model::Role;
using model::ScopeId;
using model::ScopeType;
using model::Uuid;

bool comesBefore(const QString &a, const QString &b)
{
    const int order = QString::compare(a, b, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a < b;
}

namespace {

constexpr qint64 newestUnread = 500; // of which own posts are told apart; older ones of mine count as unread

template<class G>
void describe(GroupItem &item, const G &group)
{
    item.handle = group.handle;
    item.title = group.title.isEmpty() ? group.handle : group.title;
    item.kind = group.groupKind;
    item.visibility = group.visibility;
    item.description = group.description;
    item.archived = group.archived;
}

// What the outbox makes of my own memberships.
struct Mine {
    QHash<GroupId, Role> roles;
    QSet<GroupId> waiting;  // joined or made, not acknowledged
    QSet<GroupId> leaving;
};

Mine mine(Reader::Private &reader)
{
    Mine mine;
    for (const SeenRow &row : reader.seenAll(Kind::Membership, ScopeId::person(reader.me))) {
        const auto &membership = row.as<model::Membership>();
        const auto scope = ScopeId::fromString(membership.place);
        if (scope && scope->type == ScopeType::Group)
            mine.roles.insert(scope->groupId(), membership.role);
    }
    for (const Overlay::Target &target : reader.overlay.created(Kind::Group)) {
        const Laid group = reader.overlay.lay(Kind::Group, target.scope, target.id, {});
        if (group.state == ItemState::Rejected || mine.roles.contains(GroupId(target.id)))
            continue;
        mine.roles.insert(GroupId(target.id), Role::Owner);
        if (group.state == ItemState::Pending)
            mine.waiting.insert(GroupId(target.id));
    }
    for (const Overlay::Target &target : reader.overlay.created(Kind::Member)) {
        const GroupId group = target.scope.groupId();
        const auto row = reader.seen(Kind::Member, target.scope, target.id);
        if (!row || row->state == ItemState::Rejected || row->as<model::Member>().person != reader.me
            || mine.roles.contains(group))
            continue;
        mine.roles.insert(group, row->as<model::Member>().role);
        if (row->state == ItemState::Pending)
            mine.waiting.insert(group);
    }
    for (const Overlay::Target &target : reader.overlay.deleted(Kind::Member)) {
        const GroupId group = target.scope.groupId();
        if (target.id == model::memberId(group, reader.me) && !reader.seen(Kind::Member, target.scope, target.id)) {
            mine.roles.remove(group);
            mine.leaving.insert(group);
        }
    }
    return mine;
}

} // namespace

QSet<ScopeId> Reader::Private::myPlaces()
{
    QSet<ScopeId> result{ScopeId::directory()};
    const Mine groups = mine(*this);
    for (auto each = groups.roles.cbegin(); each != groups.roles.cend(); ++each)
        result.insert(ScopeId::group(each.key()));
    return result;
}

int Reader::Private::memberCount(const ScopeId &scope)
{
    const qint64 key = keyOf(scope);
    int waiting = 0;
    QSet<Uuid> met;
    for (const auto &list : {overlay.created(Kind::Member), overlay.deleted(Kind::Member)}) {
        for (const Overlay::Target &target : list) {
            if (target.scope != scope || met.contains(target.id))
                continue;
            met.insert(target.id);
            const auto row = seen(Kind::Member, scope, target.id);
            waiting += int(row && row->state != ItemState::Rejected) - int(isHeld(Kind::Member, scope, target.id));
        }
    }
    if (key == 0) {
        // A group that was just made here: its maker is all that there is yet.
        const Laid made = overlay.lay(Kind::Group, scope, scope.id, {});
        return made.entity ? 1 + waiting : -1;
    }
    return int(number(sql::memberCount, key)) + waiting;
}

int Reader::Private::unread(const ScopeId &scope)
{
    const qint64 key = keyOf(scope);
    if (key == 0)
        return 0;
    const qint64 mark = readMark(scope);
    const qint64 total = number(sql::unreadTotal, key, mark, countUpTo);
    return int(total >= countUpTo ? total : total - number(sql::unreadMine, key, mark, me, newestUnread));
}

GroupItem Reader::Private::groupItem(GroupId id, std::optional<Role> role, ItemState state)
{
    GroupItem item;
    item.id = id;
    item.role = role;
    item.state = state;
    const ScopeId scope = ScopeId::group(id);
    if (const auto group = seen(Kind::Group, scope, id.uuid())) {
        describe(item, group->as<model::Group>());
        item.rules = group->as<model::Group>().rules;
    } else if (const auto card = seen(Kind::GroupCard, ScopeId::directory(), id.uuid())) {
        describe(item, card->as<model::GroupCard>());
    }
    item.members = memberCount(scope);
    item.unread = role ? unread(scope) : 0;
    if (const auto setting = placeSettings().constFind(scope); setting != placeSettings().constEnd()) {
        item.followed = setting->followed;
        item.muted = setting->muted;
        item.pinned = setting->pinned;
        item.position = setting->position;
    }
    if (role == Role::Owner || role == Role::Moderator)
        item.requests = int(joinRequests(id).size());
    const Uuid own = model::joinRequestId(scope.toString(), me);
    if (const auto request = role ? std::nullopt : seen(Kind::JoinRequest, ScopeId::person(me), own);
        request && request->state != ItemState::Rejected)
        item.request = request->as<model::JoinRequest>().state;
    return item;
}

QList<GroupItem> Reader::Private::groups()
{
    const Mine my = mine(*this);
    QList<GroupItem> items;
    for (auto each = my.roles.cbegin(); each != my.roles.cend(); ++each)
        items.append(groupItem(each.key(), each.value(),
                               my.waiting.contains(each.key()) ? ItemState::Pending : ItemState::Acked));
    for (const SeenRow &card : seenAll(Kind::GroupCard, ScopeId::directory())) {
        const GroupId id(card.id);
        if (!my.roles.contains(id))
            items.append(groupItem(id, {}, my.leaving.contains(id) ? ItemState::Pending : ItemState::Acked));
    }
    std::sort(items.begin(), items.end(), [](const GroupItem &a, const GroupItem &b) {
        if (a.role.has_value() != b.role.has_value())
            return a.role.has_value();
        return a.title == b.title ? a.id < b.id : comesBefore(a.title, b.title);
    });
    return items;
}

Result<QList<GroupItem>> Reader::groups(qint64 countUpTo)
{
    return d->read([&] {
        d->countUpTo = countUpTo;
        auto groups = d->groups();
        d->countUpTo = everyUnread;
        return groups;
    });
}

Result<std::optional<GroupItem>> Reader::group(const QString &idOrHandle)
{
    return d->read([&]() -> std::optional<GroupItem> {
        const auto id = Uuid::fromString(idOrHandle);
        for (const GroupItem &item : d->groups()) {
            if (id ? item.id.uuid() == *id : item.handle == idOrHandle)
                return item;
        }
        return std::nullopt;
    });
}

QList<MemberItem> Reader::Private::members(GroupId group)
{
    QList<MemberItem> items;
    for (const SeenRow &row : seenAll(Kind::Member, ScopeId::group(group))) {
        const auto &member = row.as<model::Member>();
        if (row.state == ItemState::Rejected)
            continue;
        MemberItem item{card(member.person), member.role, row.state};
        if (item.person.handle.isEmpty()) {
            item.person.handle = member.handle;
            item.person.fullName = member.fullName;
            item.person.guest = member.guest;
        }
        items.append(item);
    }
    const Laid made = overlay.lay(Kind::Group, ScopeId::group(group), group.uuid(), {});
    if (made.entity && made.state != ItemState::Rejected && keyOf(ScopeId::group(group)) == 0)
        items.append({card(me), Role::Owner, made.state});
    std::sort(items.begin(), items.end(), [](const MemberItem &a, const MemberItem &b) {
        return a.person.fullName == b.person.fullName ? a.person.id < b.person.id
                                                      : comesBefore(a.person.fullName, b.person.fullName);
    });
    return items;
}

Result<QList<MemberItem>> Reader::members(GroupId group)
{
    return d->read([&] { return d->members(group); });
}

} // namespace parvis::store
