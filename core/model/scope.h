#pragma once

#include "model/ids.h"

namespace parvis::model {

enum class ScopeType : quint8 { Company = 1, Directory = 2, Group = 3, Person = 4, Conversation = 5, Texts = 6 };

// The unit of access and of sync: an entity is in exactly one. Written "company", "directory", "group:UUID", "person:UUID",
// "texts:UUID": what stands in the documents of the group of that id. Who holds the group may hold its texts, which are a
// scope of their own so that they can come behind everything else.
struct ScopeId {
    ScopeType type = ScopeType::Company;
    Uuid id; // null for company and directory

    static ScopeId company() { return {ScopeType::Company, {}}; }
    static ScopeId directory() { return {ScopeType::Directory, {}}; }
    static ScopeId group(GroupId group) { return {ScopeType::Group, group.uuid()}; }
    static ScopeId texts(GroupId group) { return {ScopeType::Texts, group.uuid()}; }
    static ScopeId person(PersonId person) { return {ScopeType::Person, person.uuid()}; }
    static std::optional<ScopeId> fromString(QStringView text);

    QString toString() const;
    GroupId groupId() const { return type == ScopeType::Group ? GroupId(id) : GroupId(); }
    // Whose memberships say who may read it: of a group's texts the group's, else its own.
    ScopeId ruling() const { return type == ScopeType::Texts ? ScopeId{ScopeType::Group, id} : *this; }

    auto operator<=>(const ScopeId &) const = default;
};

inline size_t qHash(const ScopeId &scope, size_t seed = 0)
{
    return qHashMulti(seed, int(scope.type), scope.id);
}

} // namespace parvis::model
