#pragma once

#include <QString>

#include <optional>

namespace parvis::model {

// Numbers are the wire's. An unknown number of a newer build is kept as it is and shown as the first value.
enum class Role : qint64 { Member = 0, Guest = 1, Moderator = 2, Owner = 3 };              // in a group
enum class CompanyRole : qint64 { Employee = 0, Guest = 1, Administrator = 2 };
enum class GroupKind : qint64 { Community = 0, Project = 1, Site = 2, Interest = 3, Workspace = 4 };
enum class Visibility : qint64 { Private = 0, Public = 1, Secret = 2 };
enum class History : qint64 { All = 0, FromJoin = 1 }; // what a new member may read of what was there before
enum class RequestState : qint64 { Waiting = 0, Accepted = 1, Refused = 2 }; // of a request to be added to a group
enum class ScheduleState : qint64 { Waiting = 0, Refused = 1 };              // of a post that waits for its time

QString toString(Role role);
QString toString(CompanyRole role);
QString toString(GroupKind kind);
QString toString(Visibility visibility);
QString toString(RequestState state);
QString toString(ScheduleState state);

std::optional<Role> roleFromString(QStringView text);
std::optional<GroupKind> groupKindFromString(QStringView text);
std::optional<Visibility> visibilityFromString(QStringView text);
std::optional<CompanyRole> companyRoleFromString(QStringView text);

} // namespace parvis::model
