#include "model/notice.h"

namespace parvis::model {

QString reasonName(Reason reason)
{
    switch (reason) {
    case Reason::Mention: return QStringLiteral("mention");
    case Reason::CommentReply: return QStringLiteral("comment_reply");
    case Reason::PostReply: return QStringLiteral("post_reply");
    case Reason::GroupMention: return QStringLiteral("group_mention");
    case Reason::Wall: return QStringLiteral("wall");
    case Reason::Thread: return QStringLiteral("thread");
    }
    return {};
}

std::optional<Reason> reasonFromNumber(qint64 number)
{
    if (number < qint64(Reason::Mention) || number > qint64(Reason::Thread))
        return std::nullopt;
    return Reason(number);
}

std::optional<Reason> reasonFor(const NoticeFacts &facts, PersonId me)
{
    if (me.isNull() || facts.author.isNull() || facts.author == me || facts.blank)
        return std::nullopt;
    if (facts.namesMe)
        return Reason::Mention;
    if (facts.isComment && facts.parentAuthor == me)
        return Reason::CommentReply;
    if (facts.isComment && facts.answersPost && facts.postAuthor == me)
        return Reason::PostReply;
    if (facts.namesMyGroup)
        return Reason::GroupMention;
    if (!facts.isComment && facts.wall == me)
        return Reason::Wall;
    if (facts.isComment && facts.tookPart)
        return Reason::Thread;
    return std::nullopt;
}

QString threadPlace(const ScopeId &scope, const Uuid &post)
{
    return scope.toString() + QLatin1Char('/') + post.toString();
}

} // namespace parvis::model
