#pragma once

#include "base/clock.h"
#include "model/scope.h"

#include <QString>

namespace parvis::store {

// A text that was begun and not sent. `place` is the key under which the window keeps it: a scope ("group:…", "directory"), the id
// of a person (their wall), of a post (a comment on it), of a comment (an answer to it), or "edit:" and the id of one's own text.
struct DraftItem {
    enum Purpose { NewPost, WallPost, Comment, Answer, Edit, Unknown };

    model::Uuid id;
    model::OpId
        base; // the operation that made this content: what a change or a deletion says that it has seen (sync rule 29)
    QString place;
    QString body;
    base::Time changedAt;
    Purpose purpose = Unknown;
    model::Uuid target; // of the group, person, post or comment
    model::Uuid post;   // the thread, of a comment, an answer or an edit
    QString title;      // of the group, of the person, or of whoever wrote what is answered to
};

} // namespace parvis::store
