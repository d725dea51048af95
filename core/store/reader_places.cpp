#include "model/derived_ids.h"
#include "store/cache_sql.h"
#include "store/reader_private.h"

namespace parvis::store {

using base::Result;
using model::GroupId;
using model::Kind;
using model::PlaceSetting;
using model::ScopeId;
using model::ScopeType;

const QHash<ScopeId, PlaceSetting> &Reader::Private::placeSettings()
{
    if (settings)
        return *settings;
    settings.emplace();
    for (const SeenRow &row : seenAll(Kind::PlaceSetting, ScopeId::person(me))) {
        const auto &setting = row.as<PlaceSetting>();
        const auto scope = ScopeId::fromString(setting.place);
        if (scope && row.state != ItemState::Rejected)
            settings->insert(*scope, setting);
    }
    return *settings;
}

Result<QHash<ScopeId, PlaceSetting>> Reader::placeSettings()
{
    return d->read([&] { return d->placeSettings(); });
}

QList<JoinRequestItem> Reader::Private::joinRequests(GroupId group)
{
    const ScopeId scope = ScopeId::group(group);
    QList<JoinRequestItem> items;
    for (const SeenRow &row : seenAll(Kind::JoinRequest, scope)) {
        const auto &request = row.as<model::JoinRequest>();
        // Who has just been added here is answered, also before the server knows.
        const auto member = seen(Kind::Member, scope, model::memberId(group, request.person));
        if (member && member->state != ItemState::Rejected)
            continue;
        JoinRequestItem item{card(request.person), request.note, request.askedAt};
        if (item.person.handle.isEmpty()) {
            item.person.handle = request.handle;
            item.person.fullName = request.fullName;
        }
        items.append(item);
    }
    std::sort(items.begin(), items.end(), [](const JoinRequestItem &a, const JoinRequestItem &b) {
        return a.askedAt == b.askedAt ? a.person.id < b.person.id : a.askedAt < b.askedAt;
    });
    return items;
}

Result<QList<JoinRequestItem>> Reader::joinRequests(GroupId group)
{
    return d->read([&] { return d->joinRequests(group); });
}

Result<QList<PlaceCard>> Reader::groupsInCommon(model::PersonId person)
{
    return d->read([&] {
        QList<ScopeId> scopes;
        Statement &read = d->of(cache::sql::groupsOfPerson).with(person);
        while (read.step())
            scopes.append(d->scopeOfKey.value(read.integer(0)));
        const QSet<ScopeId> mine = d->myPlaces();
        QList<PlaceCard> places;
        for (const ScopeId &scope : scopes) {
            if (scope.type == ScopeType::Group && mine.contains(scope))
                places.append(d->place(scope, {}));
        }
        std::sort(places.begin(), places.end(),
                  [](const PlaceCard &a, const PlaceCard &b) { return comesBefore(a.title, b.title); });
        return places;
    });
}

Result<QList<ScheduledItem>> Reader::scheduled()
{
    return d->read([&] {
        QList<ScheduledItem> items;
        for (const SeenRow &row : d->seenAll(Kind::ScheduledPost, ScopeId::person(d->me))) {
            const auto &scheduled = row.as<model::ScheduledPost>();
            ScheduledItem item;
            item.id = row.id;
            if (const auto scope = ScopeId::fromString(scheduled.place))
                item.place = d->place(*scope, scheduled.wall);
            item.body = scheduled.body;
            item.at = scheduled.at;
            if (scheduled.state == model::ScheduleState::Refused)
                item.refused = scheduled.why;
            item.state = row.state;
            item.why = row.why;
            item.op = row.op;
            items.append(item);
        }
        std::sort(items.begin(), items.end(), [](const ScheduledItem &a, const ScheduledItem &b) {
            return a.at == b.at ? a.id < b.id : a.at < b.at;
        });
        return items;
    });
}

} // namespace parvis::store
