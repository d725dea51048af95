#pragma once

#include "model/entities.h"

#include <QSet>

namespace parvis::model {

// Why a post or comment of another concerns one person. The numbers are kept in the cache and never change meaning.
enum class Reason : quint8 {
    Mention = 1,      // names me
    CommentReply = 2, // answers my comment
    PostReply = 3,    // answers my post
    GroupMention = 4, // names a group that I am in
    Wall = 5,         // stands on my wall
    Thread = 6        // follows in a thread that I take part in
};

QString reasonName(Reason reason); // lower snake: "comment_reply"
std::optional<Reason> reasonFromNumber(qint64 number);

// What must be known of a post or comment to say so.
struct NoticeFacts {
    PersonId author;
    bool blank = false;
    bool namesMe = false;
    bool namesMyGroup = false;
    PersonId wall; // of a post
    bool isComment = false;
    bool answersPost = false; // a comment that answers no other comment
    PersonId postAuthor;
    PersonId parentAuthor; // of the comment that it answers; null: none, or not held
    bool tookPart = false; // I wrote in this thread before
};

// The strongest reason; nothing for what is my own, deleted, or no concern of mine.
std::optional<Reason> reasonFor(const NoticeFacts &facts, PersonId me);

// In a place that one has muted, only one's own name is heard.
inline bool isHeard(Reason reason, bool muted)
{
    return !muted || reason == Reason::Mention;
}

// Places of read marks beside whole scopes: one thread of a scope, and all notices.
QString threadPlace(const ScopeId &scope, const Uuid &post); // "group:UUID/UUID"
inline QString noticesPlace()
{
    return QStringLiteral("notices");
}

} // namespace parvis::model
