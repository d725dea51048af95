#include "model/enums.h"

#include <array>

namespace parvis::model {

namespace {

template<class E, size_t N>
std::optional<E> find(QStringView text, const std::array<E, N> &values)
{
    for (const E value : values) {
        if (toString(value) == text)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString toString(Role role)
{
    switch (role) {
    case Role::Member: return QStringLiteral("member");
    case Role::Guest: return QStringLiteral("guest");
    case Role::Moderator: return QStringLiteral("moderator");
    case Role::Owner: return QStringLiteral("owner");
    }
    return QStringLiteral("member");
}

QString toString(CompanyRole role)
{
    switch (role) {
    case CompanyRole::Employee: return QStringLiteral("employee");
    case CompanyRole::Guest: return QStringLiteral("guest");
    case CompanyRole::Administrator: return QStringLiteral("administrator");
    }
    return QStringLiteral("employee");
}

QString toString(GroupKind kind)
{
    switch (kind) {
    case GroupKind::Community: return QStringLiteral("community");
    case GroupKind::Project: return QStringLiteral("project");
    case GroupKind::Site: return QStringLiteral("site");
    case GroupKind::Interest: return QStringLiteral("interest");
    case GroupKind::Workspace: return QStringLiteral("workspace");
    }
    return QStringLiteral("community");
}

QString toString(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Private: return QStringLiteral("private");
    case Visibility::Public: return QStringLiteral("public");
    case Visibility::Secret: return QStringLiteral("secret");
    }
    return QStringLiteral("private");
}

QString toString(RequestState state)
{
    switch (state) {
    case RequestState::Waiting: return QStringLiteral("waiting");
    case RequestState::Accepted: return QStringLiteral("accepted");
    case RequestState::Refused: return QStringLiteral("refused");
    }
    return QStringLiteral("waiting");
}

QString toString(ScheduleState state)
{
    switch (state) {
    case ScheduleState::Waiting: return QStringLiteral("waiting");
    case ScheduleState::Refused: return QStringLiteral("refused");
    }
    return QStringLiteral("waiting");
}

std::optional<Role> roleFromString(QStringView text)
{
    return find(text, std::array{Role::Member, Role::Guest, Role::Moderator, Role::Owner});
}

std::optional<GroupKind> groupKindFromString(QStringView text)
{
    return find(text, std::array{GroupKind::Community, GroupKind::Project, GroupKind::Site, GroupKind::Interest,
                                 GroupKind::Workspace});
}

std::optional<Visibility> visibilityFromString(QStringView text)
{
    return find(text, std::array{Visibility::Private, Visibility::Public, Visibility::Secret});
}

std::optional<CompanyRole> companyRoleFromString(QStringView text)
{
    return find(text, std::array{CompanyRole::Employee, CompanyRole::Guest, CompanyRole::Administrator});
}

} // namespace parvis::model
