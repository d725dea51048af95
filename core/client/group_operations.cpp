#include "client/operations.h"

#include "model/derived_ids.h"
#include "text/handle.h"

namespace parvis::client {

using model::Action;
using model::Group;
using model::Kind;
using model::Member;
using model::Operation;

namespace {

constexpr qsizetype maxTitleLength = 200;
constexpr qsizetype maxDescriptionLength = 4000;

Operation begin(const Maker &maker, Action action, Kind kind, GroupId group, const Uuid &entity, qint64 baseRev = 0)
{
    Operation op;
    op.id = OpId(base::newUuid(maker.clock, maker.random));
    op.action = action;
    op.kind = kind;
    op.scope = ScopeId::group(group);
    op.entity = entity;
    op.baseRev = baseRev;
    op.at = maker.clock.now();
    return op;
}

Operation addMember(const Maker &maker, GroupId group, PersonId person, model::Role role)
{
    Operation op = begin(maker, Action::Create, Kind::Member, group, model::memberId(group, person));
    model::addChange(op, &Member::person, person);
    model::addChange(op, &Member::role, role);
    model::addChange(op, &Member::joinedAt, maker.clock.now());
    return op;
}

} // namespace

base::Result<Operation> makeGroup(const Maker &maker, const Client::NewGroup &wanted)
{
    const QString handle = wanted.handle.normalized(QString::NormalizationForm_C);
    if (!text::isHandle(handle))
        return base::fail(base::ErrorKind::Usage, QStringLiteral("group"),
                          QStringLiteral("'%1' is not a handle: lower-case letters, digits, '-', '_' and '.', not beginning "
                                         "with '-', at most %2")
                              .arg(handle.left(80))
                              .arg(text::maxHandleLength));
    if (wanted.title.size() > maxTitleLength || wanted.description.size() > maxDescriptionLength)
        return base::fail(base::ErrorKind::Usage, QStringLiteral("group"),
                          QStringLiteral("a title has at most %1 characters, a description %2").arg(maxTitleLength).arg(maxDescriptionLength));
    const GroupId id(base::newUuid(maker.clock, maker.random));
    Group group;
    group.handle = handle;
    group.title = wanted.title.trimmed().isEmpty() ? handle : wanted.title.trimmed();
    group.groupKind = wanted.kind;
    group.visibility = wanted.visibility;
    group.description = wanted.description;
    group.createdAt = maker.clock.now();
    Operation op = begin(maker, Action::Create, Kind::Group, id, id.uuid());
    op.changes = model::creationChanges(group);
    return op;
}

Operation makeArchive(const Maker &maker, GroupId group, qint64 baseRev, bool archived)
{
    Operation op = begin(maker, Action::Change, Kind::Group, group, group.uuid(), baseRev);
    model::addChange(op, &Group::archived, archived);
    return op;
}

Operation makeJoin(const Maker &maker, GroupId group)
{
    return addMember(maker, group, maker.me, model::Role::Member);
}

Operation makeRole(const Maker &maker, GroupId group, PersonId person, model::Role role, const std::optional<Target> &held)
{
    if (!held)
        return addMember(maker, group, person, role);
    Operation op = begin(maker, Action::Change, Kind::Member, group, held->id, held->found.rev);
    model::addChange(op, &Member::role, role);
    return op;
}

Operation makeMemberRemoval(const Maker &maker, GroupId group, PersonId person, qint64 baseRev)
{
    return begin(maker, Action::Delete, Kind::Member, group, model::memberId(group, person), baseRev);
}

} // namespace parvis::client
