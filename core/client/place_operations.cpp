#include "client/place_operations.h"

#include "model/derived_ids.h"

namespace parvis::client {

using base::ErrorKind;
using model::Action;
using model::Group;
using model::JoinRequest;
using model::Kind;
using model::Operation;
using model::PlaceSetting;
using model::ScheduledPost;

namespace {

constexpr qsizetype maxTitleLength = 200;
constexpr qsizetype maxTextLength = 4000;
constexpr qsizetype maxNoteLength = 1000;

tl::unexpected<base::Error> usage(const char *where, const QString &detail)
{
    return base::fail(ErrorKind::Usage, QString::fromLatin1(where), detail);
}

Operation begin(const Maker &maker, Action action, Kind kind, const ScopeId &scope, const Uuid &entity,
                qint64 baseRev = 0)
{
    Operation op;
    op.id = OpId(base::newUuid(maker.clock, maker.random));
    op.action = action;
    op.kind = kind;
    op.scope = scope;
    op.entity = entity;
    op.baseRev = baseRev;
    op.at = maker.clock.now();
    return op;
}

Uuid requestId(GroupId group, PersonId person)
{
    return model::joinRequestId(ScopeId::group(group).toString(), person);
}

} // namespace

Operation makePlaceSetting(const Maker &maker, const ScopeId &place, const PlaceChange &change,
                           std::optional<qint64> position)
{
    const QString name = place.toString();
    // The id is derived: creating it again changes the fields that are named.
    Operation op = begin(maker, Action::Create, Kind::PlaceSetting, ScopeId::person(maker.me),
                         model::placeSettingId(name, maker.me));
    model::addChange(op, &PlaceSetting::place, name);
    if (change.followed)
        model::addChange(op, &PlaceSetting::followed, *change.followed);
    if (change.muted)
        model::addChange(op, &PlaceSetting::muted, *change.muted);
    if (change.pinned)
        model::addChange(op, &PlaceSetting::pinned, *change.pinned);
    if (position)
        model::addChange(op, &PlaceSetting::position, *position);
    return op;
}

QList<Pinned> positionsAfterMove(const QList<Pinned> &pinned, const ScopeId &place, const std::optional<ScopeId> &below)
{
    QList<Pinned> others = pinned;
    others.removeIf([&](const Pinned &each) { return each.place == place; });
    qsizetype at = 0;
    for (qsizetype i = 0; below && i < others.size(); ++i) {
        if (others[i].place == *below)
            at = i + 1;
    }
    if (others.isEmpty())
        return {{place, pinStep}};
    if (at == others.size())
        return {{place, others.last().position + pinStep}};
    if (at == 0)
        return {{place, others.first().position - pinStep}};
    const qint64 above = others[at - 1].position;
    const qint64 next = others[at].position;
    if (next - above > 1)
        return {{place, above + (next - above) / 2}};
    // No room between the two: all are spaced anew.
    others.insert(at, {place, 0});
    for (qsizetype i = 0; i < others.size(); ++i)
        others[i].position = (i + 1) * pinStep;
    return others;
}

base::Result<Operation> makeGroupChange(const Maker &maker, GroupId group, qint64 baseRev, const GroupChange &change)
{
    if (change.title && change.title->trimmed().isEmpty())
        return usage("group", QStringLiteral("a group needs a title"));
    if ((change.title && change.title->size() > maxTitleLength)
        || (change.description && change.description->size() > maxTextLength)
        || (change.rules && change.rules->size() > maxTextLength))
        return usage("group", QStringLiteral("a title has at most %1 characters, a description and rules %2")
                                  .arg(maxTitleLength)
                                  .arg(maxTextLength));
    Operation op = begin(maker, Action::Change, Kind::Group, ScopeId::group(group), group.uuid(), baseRev);
    if (change.title)
        model::addChange(op, &Group::title, change.title->trimmed());
    if (change.kind)
        model::addChange(op, &Group::groupKind, *change.kind);
    if (change.visibility)
        model::addChange(op, &Group::visibility, *change.visibility);
    if (change.description)
        model::addChange(op, &Group::description, *change.description);
    if (change.rules)
        model::addChange(op, &Group::rules, *change.rules);
    if (op.changes.isEmpty())
        return usage("group", QStringLiteral("nothing to change"));
    return op;
}

base::Result<Operation> makeJoinRequest(const Maker &maker, GroupId group, const QString &note)
{
    if (note.size() > maxNoteLength)
        return usage("ask", QStringLiteral("a note has at most %1 characters").arg(maxNoteLength));
    Operation op =
        begin(maker, Action::Create, Kind::JoinRequest, ScopeId::person(maker.me), requestId(group, maker.me));
    model::addChange(op, &JoinRequest::place, ScopeId::group(group).toString());
    model::addChange(op, &JoinRequest::note, note);
    return op;
}

Operation makeWithdrawal(const Maker &maker, GroupId group)
{
    return begin(maker, Action::Delete, Kind::JoinRequest, ScopeId::person(maker.me), requestId(group, maker.me));
}

Operation makeRefusal(const Maker &maker, GroupId group, PersonId person)
{
    return begin(maker, Action::Delete, Kind::JoinRequest, ScopeId::group(group), requestId(group, person));
}

base::Result<Operation> makeScheduled(const Maker &maker, const ScopeId &place, PersonId wall, const QString &body,
                                      const References &references, base::Time at)
{
    if (auto ok = checkBody(body); !ok)
        return base::fail(ok.error());
    if (place.type != model::ScopeType::Group && place.type != model::ScopeType::Directory)
        return usage("post", QStringLiteral("a post goes to a group or to a wall"));
    ScheduledPost scheduled;
    scheduled.place = place.toString();
    scheduled.wall = place.type == model::ScopeType::Directory ? wall : PersonId();
    scheduled.body = body;
    scheduled.mentions = references.mentions;
    scheduled.tags = references.tags;
    scheduled.at = at;
    scheduled.createdAt = maker.clock.now();
    Operation op = begin(maker, Action::Create, Kind::ScheduledPost, ScopeId::person(maker.me),
                         base::newUuid(maker.clock, maker.random));
    op.changes = model::creationChanges(scheduled);
    return op;
}

base::Result<Operation> makeScheduledChange(const Maker &maker, const Target &target, const ScheduleChange &change,
                                            const References &references)
{
    if (!std::holds_alternative<ScheduledPost>(target.found.entity))
        return usage("scheduled", QStringLiteral("this id names no scheduled post"));
    Operation op = begin(maker, Action::Change, Kind::ScheduledPost, target.found.scope, target.id, target.found.rev);
    if (change.body) {
        if (auto ok = checkBody(*change.body); !ok)
            return base::fail(ok.error());
        model::addChange(op, &ScheduledPost::body, *change.body);
        model::addChange(op, &ScheduledPost::mentions, references.mentions);
        model::addChange(op, &ScheduledPost::tags, references.tags);
    }
    if (change.at)
        model::addChange(op, &ScheduledPost::at, *change.at);
    if (op.changes.isEmpty())
        return usage("scheduled", QStringLiteral("nothing to change"));
    return op;
}

base::Result<Operation> makeScheduledRemoval(const Maker &maker, const Target &target)
{
    if (!std::holds_alternative<ScheduledPost>(target.found.entity))
        return usage("scheduled", QStringLiteral("this id names no scheduled post"));
    return begin(maker, Action::Delete, Kind::ScheduledPost, target.found.scope, target.id, target.found.rev);
}

} // namespace parvis::client
