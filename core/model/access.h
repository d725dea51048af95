#pragma once

#include "model/operation.h"

namespace parvis::model {

// Who acts: the person as the server's directory knows them at this moment.
struct Actor {
    PersonId id;
    CompanyRole role = CompanyRole::Employee;
    bool disabled = false;

    bool isGuest() const { return role == CompanyRole::Guest; }
    bool isAdministrator() const { return role == CompanyRole::Administrator; }
};

// The place that an operation wants to change, read in the operation's own transaction.
struct Place {
    ScopeId scope;
    bool exists = true;
    std::optional<Role> role; // the actor's, if they are a member of the group
    Visibility visibility = Visibility::Private;
    bool archived = false;
    int owners = 0; // of the group
};

// May this person hold the scope at all? `isMember` matters for groups only.
bool mayRead(const ScopeId &scope, const Actor &actor, bool isMember);

// Empty if the operation is allowed, else the word for `op_no`: disabled, no_such_place, not_member, guest, archived,
// not_author, not_owner, not_yours, server_only, last_owner, gone.
// `current`: the entity as it is, nothing if it does not exist; `parent`: the post of a comment or reaction, the
// document of a version or lock, what an attachment goes with.
// One case per kind, without default: a kind without an access rule does not build.
QString judge(const Actor &actor, const Place &place, const Operation &op, const std::optional<Entity> &current,
              const std::optional<Entity> &parent);

// Whether this person may ask to be added to the group `place`, which an operation in their own scope names. A secret group
// is answered like one that does not exist.
QString mayAsk(const Actor &actor, const Place &place);

} // namespace parvis::model
