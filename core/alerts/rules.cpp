#include "alerts/rules.h"

namespace parvis::alerts {

bool deserves(const NoticeItem &notice, const Wishes &wishes, bool muted)
{
    if (!wishes.on || !notice.fresh || !notice.unread)
        return false;
    switch (notice.reason) {
    case Reason::Mention: return true;
    case Reason::GroupMention: return !muted;
    case Reason::CommentReply:
    case Reason::PostReply:
    case Reason::Wall:
    case Reason::Thread: return !wishes.mentionsOnly && !muted;
    }
    return false;
}

} // namespace parvis::alerts
