#include "alerts/rules.h"

namespace parvis::alerts {

bool deserves(const NoticeItem &notice, const Wishes &wishes)
{
    if (!wishes.on || !notice.fresh || !notice.unread || !model::isHeard(notice.reason, notice.muted))
        return false;
    switch (notice.reason) {
    case Reason::Mention:
    case Reason::GroupMention: return true;
    case Reason::CommentReply:
    case Reason::PostReply:
    case Reason::Wall:
    case Reason::Thread: return !wishes.mentionsOnly;
    }
    return false;
}

} // namespace parvis::alerts
