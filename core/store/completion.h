#pragma once

#include "model/scope.h"

#include <QHash>
#include <QList>
#include <QString>

namespace parvis::store {

// What is being typed after '@' or '#', and where the text will go.
struct CompletionQuery {
    enum What { Handles, Tags }; // people and groups; tags of posts
    What what = Handles;
    QString typed{};        // without the sign; empty: the most likely ones
    model::ScopeId place{}; // of the post
    int limit = 8;
};

struct Completion {
    enum Kind { Person, Group, Tag };
    Kind kind = Person;
    model::Uuid id{};  // of a person or group
    QString word{};    // the handle or tag, without the sign
    QString title{};   // full name of a person, title of a group
    QString detail{};  // what a person does
    bool here = false; // a member of the place; a tag that is used there
    int weight = 0;    // how much one talks with a person; how many posts have a tag
};

// What completion remembers between two keys: gathered when one begins to complete, from the newest texts and the members of one
// place, so that a key costs a walk over a few hundred names in memory.
struct CompletionMemory {
    struct Member {
        model::PersonId id;
        QString handle;
        QString fullName;
    };
    model::ScopeId place;
    QList<Member> members;
    QHash<model::PersonId, int> partners; // whom I talk with, and how much
    qint64 cacheVersion = -1;
};

// One of the words of a name or handle begins with what is typed; both as text::fold() gives them.
bool beginsAWord(const QString &folded, const QString &typed);

} // namespace parvis::store
