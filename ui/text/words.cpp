#include "ui/text/words.h"

#include "text/markdown.h"
#include "ui/text/file_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace parvis::ui::words {

namespace {

struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

QDateTime local(base::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms());
}

QString dayAndTime(base::Time time, base::Time now)
{
    return local(time).date() == local(now).date() ? clockTime(time) : relativeTime(time, now);
}

} // namespace

QString clockTime(base::Time time)
{
    return QLocale().toString(local(time).time(), QLocale::ShortFormat);
}

QString relativeTime(base::Time then, base::Time now)
{
    const QDateTime at = local(then);
    const QDateTime today = local(now);
    const qint64 minutes = (now.us - then.us) / 60'000'000;
    if (minutes < 1)
        return Sentences::tr("just now");
    if (minutes < 60)
        return Sentences::tr("%n min ago", nullptr, int(minutes));
    const QString clock = clockTime(then);
    const auto days = at.date().daysTo(today.date());
    if (days == 0)
        return minutes < 6 * 60 ? Sentences::tr("%n h ago", nullptr, int(minutes / 60))
                                : Sentences::tr("today, %1").arg(clock);
    if (days == 1)
        return Sentences::tr("yesterday, %1").arg(clock);
    const QLocale locale;
    if (days < 7)
        return Sentences::tr("%1, %2", "weekday, time").arg(locale.dayName(at.date().dayOfWeek()), clock);
    if (at.date().year() == today.date().year())
        return locale.toString(at.date(), QStringLiteral("d MMM"));
    return locale.toString(at.date(), QStringLiteral("d MMM yyyy"));
}

QString fullTime(base::Time time)
{
    const QLocale locale;
    return Sentences::tr("%1, %2", "long date, time")
        .arg(locale.toString(local(time).date(), QLocale::LongFormat), clockTime(time));
}

QString dataSize(qint64 bytes)
{
    const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    return QString(size).replace(u' ', QChar::Nbsp); // a number and its unit stay together
}

QString initials(const QString &name)
{
    QString out;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) {
        if (!word.front().isLetterOrNumber())
            continue;
        if (out.size() == 2)
            out.chop(1); // first and last name: what stands between is left out
        out += word.front().toUpper();
    }
    if (out.size() == 1 && name.size() > 1 && name.at(1).isLetterOrNumber())
        out += name.at(1).toLower();
    return out.isEmpty() ? QStringLiteral("?") : out;
}

quint32 colorSeed(const Uuid &id)
{
    const QByteArrayView bytes = id.view();
    quint32 seed = 0;
    for (const char byte : bytes.last(6))
        seed = seed * 31 + quint8(byte);
    return seed;
}

QString horizon(const client::SyncState &state, qint64 completeUpToUs, base::Time now)
{
    using client::SyncState;
    QStringList parts;
    switch (state.phase) {
    case SyncState::SignedOut: return Sentences::tr("Not signed in");
    case SyncState::UpToDate: parts << Sentences::tr("Up to date") << clockTime(now); break;
    case SyncState::Connecting: parts << Sentences::tr("Connecting…"); break;
    case SyncState::Syncing: parts << Sentences::tr("Receiving"); break;
    case SyncState::Offline:
        if (state.problem != SyncState::None && state.problem != SyncState::NoNetwork)
            parts << problem(state.problem);
        else if (state.since.isNull())
            parts << Sentences::tr("Offline");
        else
            parts << Sentences::tr("Offline since %1").arg(dayAndTime(state.since, now));
        break;
    }
    if (state.phase != SyncState::UpToDate && completeUpToUs > 0)
        parts << Sentences::tr("complete up to %1").arg(dayAndTime({completeUpToUs}, now));
    if (state.pending > 0)
        parts << Sentences::tr("%n waiting", nullptr, int(state.pending));
    if (state.rejected > 0)
        parts << Sentences::tr("%n not sent", nullptr, int(state.rejected));
    return parts.join(QStringLiteral(" · "));
}

QString completeUpTo(qint64 completeUpToUs, base::Time now)
{
    if (completeUpToUs == 0)
        return {};
    if (completeUpToUs < 0)
        return Sentences::tr("Older messages are still arriving: what is found may not be everything.");
    return Sentences::tr("Complete back to %1; what is older is still arriving.")
        .arg(relativeTime({completeUpToUs}, now));
}

QString problem(client::SyncState::Problem problem)
{
    using client::SyncState;
    switch (problem) {
    case SyncState::None: return {};
    case SyncState::NoNetwork:
        return Sentences::tr("The server cannot be reached. What you write is kept and sent later.");
    case SyncState::Certificate:
        return Sentences::tr("The server's certificate is not trusted: nothing was sent. Ask your IT.");
    case SyncState::CertificateTime:
        return Sentences::tr("The server's certificate is not valid at the date that this computer shows. If that date "
                             "is right, tell your IT.");
    case SyncState::Unauthorized:
        return Sentences::tr("Your session has ended: the password was changed, or this computer was signed out. Sign in "
                             "again; what is not sent yet is kept.");
    case SyncState::Disabled: return Sentences::tr("Your account is disabled. Ask your administrator; what is not sent yet is kept.");
    case SyncState::ClientTooOld:
        return Sentences::tr("This Parvis is too old for your server. Install the new version.");
    case SyncState::ServerTooOld: return Sentences::tr("Your server is too old for this Parvis. Tell your IT.");
    case SyncState::WrongClock:
        return Sentences::tr("The clock of this computer differs from the server's by more than ten minutes. Set it: times are "
                             "shown wrongly.");
    case SyncState::DiskFull: return Sentences::tr("The disk cannot be written: it may be full. Free some space; Parvis goes on by itself.");
    case SyncState::ServerFault: return Sentences::tr("The server has a fault. Parvis tries again by itself.");
    }
    return {};
}

QString secret(const QString &kind)
{
    if (kind == QLatin1String("none"))
        return Sentences::tr("This computer has no keychain, so your session is not kept: you sign in again after each "
                             "start. What you read and wrote is here all the same.");
    return Sentences::tr("Your session is kept in the keychain of this computer.");
}

QString delay(qint64 roundTripMs)
{
    if (roundTripMs < 0)
        return Sentences::tr("not measured yet");
    const QLocale locale;
    if (roundTripMs < 1000) {
        const QString time = Sentences::tr("%1 ms").arg(locale.toString(roundTripMs));
        return roundTripMs < 250 ? Sentences::tr("good: the server answers in %1").arg(time)
                                 : Sentences::tr("slow: the server answers in %1").arg(time);
    }
    return Sentences::tr("very slow: the server answers in %1")
        .arg(Sentences::tr("%1 s").arg(locale.toString(double(roundTripMs) / 1000, 'f', 1)));
}

QString waiting(int pending, int rejected)
{
    QStringList parts;
    if (pending > 0)
        parts << Sentences::tr("%n waiting", nullptr, pending);
    if (rejected > 0)
        parts << Sentences::tr("%n not sent", nullptr, rejected);
    return parts.isEmpty() ? Sentences::tr("nothing: the server has everything") : parts.join(QStringLiteral(" · "));
}

QString scopeName(const store::SyncSummary::Scope &scope)
{
    switch (scope.scope.type) {
    case model::ScopeType::Company: return Sentences::tr("The company");
    case model::ScopeType::Directory: return Sentences::tr("Directory and walls");
    case model::ScopeType::Person: return Sentences::tr("Your own: memberships, drafts, marks");
    case model::ScopeType::Group:
    case model::ScopeType::Texts:
    case model::ScopeType::Conversation: break;
    }
    return scope.title.isEmpty() ? Sentences::tr("A group") : scope.title;
}

QString completeness(const store::SyncSummary::Scope &scope, base::Time now)
{
    if (scope.complete)
        return Sentences::tr("everything");
    if (scope.completeUpTo > 0)
        return Sentences::tr("everything since %1").arg(dayAndTime({scope.completeUpTo}, now));
    return Sentences::tr("not all here yet");
}

QString error(const base::Error &error)
{
    switch (error.kind) {
    case base::ErrorKind::Offline:
        return Sentences::tr("The server cannot be reached. Check the network, then try again.");
    case base::ErrorKind::Refused: return refusal(error.detail);
    case base::ErrorKind::Conflict: return Sentences::tr("This changed meanwhile. Look again, then decide.");
    case base::ErrorKind::Protocol: return Sentences::tr("The server's answer could not be understood. Tell your IT.");
    case base::ErrorKind::Storage:
        return Sentences::tr(
            "This computer's disk refused to write. Free some space, then try again; your text is still here.");
    case base::ErrorKind::Cancelled: return Sentences::tr("This was interrupted. Try again.");
    case base::ErrorKind::Usage: return Sentences::tr("Something in this is not accepted: %1").arg(error.detail);
    }
    return error.detail;
}

QString signInError(const base::Error &error, client::SyncState::Problem why)
{
    using client::SyncState;
    if (why != SyncState::None && why != SyncState::NoNetwork && why != SyncState::Unauthorized)
        return problem(why);
    const QString detail = error.detail.toLower();
    if (detail.contains("certificate") || detail.contains("ssl") || detail.contains("tls"))
        return problem(SyncState::Certificate);
    switch (error.kind) {
    case base::ErrorKind::Offline:
        return Sentences::tr("No server answers at this address. Check the address and the network.");
    case base::ErrorKind::Refused:
        if (detail.contains("throttled") || detail.contains("too many") || detail.contains("wait"))
            return Sentences::tr("Too many attempts. Wait a little, then try again.");
        if (detail.contains("disabled"))
            return problem(SyncState::Disabled);
        return Sentences::tr("The name or the password is wrong.");
    case base::ErrorKind::Conflict:
        return Sentences::tr("This profile already belongs to another person or company. Sign out there first.");
    case base::ErrorKind::Usage:
        return Sentences::tr("This address is not complete: it looks like https://parvis.example.com");
    default: return words::error(error);
    }
}

QString refusal(const QString &why)
{
    static const QHash<QString, const char *> table{
        {"disabled", QT_TRANSLATE_NOOP("Sentences", "Your account is disabled.")},
        {"no_such_place", QT_TRANSLATE_NOOP("Sentences", "This place no longer exists.")},
        {"not_member", QT_TRANSLATE_NOOP("Sentences", "You are not a member of this group.")},
        {"guest", QT_TRANSLATE_NOOP("Sentences", "Guests may not do this.")},
        {"archived", QT_TRANSLATE_NOOP("Sentences", "The group is archived: it can be read, not written to.")},
        {"not_author", QT_TRANSLATE_NOOP("Sentences", "Only its author may change this.")},
        {"not_owner", QT_TRANSLATE_NOOP("Sentences", "Only an owner or a moderator of the group may do this.")},
        {"not_yours", QT_TRANSLATE_NOOP("Sentences", "This belongs to somebody else.")},
        {"server_only", QT_TRANSLATE_NOOP("Sentences", "Only the server may change this.")},
        {"last_owner", QT_TRANSLATE_NOOP("Sentences", "You are the last owner: name another one first.")},
        {"gone", QT_TRANSLATE_NOOP("Sentences", "What this belongs to was deleted meanwhile.")},
        {"purged", QT_TRANSLATE_NOOP("Sentences", "You no longer have access to this place.")},
        {"depends_on", QT_TRANSLATE_NOOP("Sentences", "It hangs on something that was refused.")},
        {"outcome_unknown",
         QT_TRANSLATE_NOOP("Sentences",
                           "The server no longer knows whether it arrived. Look before you send it again.")},
        {"member", QT_TRANSLATE_NOOP("Sentences", "You are a member of this group already.")},
        {"exists", QT_TRANSLATE_NOOP("Sentences", "This is there already.")},
        {"handle_taken", QT_TRANSLATE_NOOP("Sentences", "This short name is taken: choose another.")},
        {"too_large", QT_TRANSLATE_NOOP("Sentences", "The text is too long.")},
    };
    // A refusal that is known here has its reason in English behind the word.
    const auto known = table.find(why.section(u':', 0, 0).trimmed());
    if (known != table.end())
        return Sentences::tr(*known);
    return Sentences::tr("The server refused it (%1).").arg(why);
}

QString operation(const model::Operation &op)
{
    using model::Action;
    using model::Kind;
    const bool creates = op.action == Action::Create;
    const bool deletes = op.action == Action::Delete || op.action == Action::DeleteThread;
    switch (op.kind) {
    case Kind::Post:
        return creates   ? Sentences::tr("New post")
               : deletes ? Sentences::tr("Deletion of a post")
                         : Sentences::tr("Change of a post");
    case Kind::Comment:
        return creates   ? Sentences::tr("New comment")
               : deletes ? Sentences::tr("Deletion of a comment")
                         : Sentences::tr("Change of a comment");
    case Kind::Reaction: return creates ? Sentences::tr("Reaction") : Sentences::tr("Reaction taken back");
    case Kind::Group: return creates ? Sentences::tr("New group") : Sentences::tr("Change of a group");
    case Kind::Member:
    case Kind::Membership: return deletes ? Sentences::tr("Leaving a group") : Sentences::tr("Joining a group");
    case Kind::Draft: return Sentences::tr("Draft");
    case Kind::ReadMark: return Sentences::tr("Read mark");
    case Kind::Bookmark: return Sentences::tr("Bookmark");
    case Kind::PlaceSetting: return Sentences::tr("Setting of a place");
    case Kind::JoinRequest:
        return !deletes                                    ? Sentences::tr("Request to join a group")
               : op.scope.type == model::ScopeType::Person ? Sentences::tr("Request withdrawn")
                                                           : Sentences::tr("Refusal of a request");
    case Kind::ScheduledPost:
        return creates   ? Sentences::tr("Scheduled post")
               : deletes ? Sentences::tr("Cancelling of a scheduled post")
                         : Sentences::tr("Change of a scheduled post");
    case Kind::Attachment: return Sentences::tr("File of a post or comment");
    default: return Sentences::tr("Change");
    }
}

QString section(model::GroupKind kind)
{
    switch (kind) {
    case model::GroupKind::Community: return Sentences::tr("Communities");
    case model::GroupKind::Project: return Sentences::tr("Projects");
    case model::GroupKind::Site: return Sentences::tr("Sites");
    case model::GroupKind::Interest: return Sentences::tr("Interests");
    case model::GroupKind::Workspace: return Sentences::tr("Workspaces");
    }
    return Sentences::tr("Communities");
}

QString groupKind(model::GroupKind kind)
{
    switch (kind) {
    case model::GroupKind::Community: return Sentences::tr("Community");
    case model::GroupKind::Project: return Sentences::tr("Project");
    case model::GroupKind::Site: return Sentences::tr("Site");
    case model::GroupKind::Interest: return Sentences::tr("Interest");
    case model::GroupKind::Workspace: return Sentences::tr("Workspace");
    }
    return Sentences::tr("Community");
}

QString visibility(model::Visibility visibility)
{
    switch (visibility) {
    case model::Visibility::Private: return Sentences::tr("Private: found by all, read by its members");
    case model::Visibility::Public: return Sentences::tr("Public: everybody may join");
    case model::Visibility::Secret: return Sentences::tr("Secret: only its members know of it");
    }
    return {};
}

QString role(model::Role role)
{
    switch (role) {
    case model::Role::Member: return Sentences::tr("member");
    case model::Role::Guest: return Sentences::tr("guest");
    case model::Role::Moderator: return Sentences::tr("moderator");
    case model::Role::Owner: return Sentences::tr("owner");
    }
    return Sentences::tr("member");
}

QString request(const std::optional<model::RequestState> &state)
{
    if (state == model::RequestState::Waiting)
        return Sentences::tr("You have asked to join: no answer yet");
    if (state == model::RequestState::Refused)
        return Sentences::tr("Your request was refused");
    return {};
}

QString placeTitle(const store::PlaceCard &place)
{
    if (place.scope.type != model::ScopeType::Directory)
        return place.title.isEmpty() ? place.handle : place.title;
    if (place.wall.isNull())
        return Sentences::tr("Company wall");
    return Sentences::tr("Wall of %1").arg(place.title.isEmpty() ? place.handle : place.title);
}

QString placeInDocument(const model::DocumentPlace &place)
{
    switch (place.type) {
    case model::PlaceType::Page: return Sentences::tr("page %1").arg(place.name);
    case model::PlaceType::Sheet: return Sentences::tr("sheet %1").arg(place.name);
    case model::PlaceType::Slide: return Sentences::tr("slide %1").arg(place.name);
    }
    return place.name;
}

QString whereFiled(const store::SearchHit &hit)
{
    return (QStringList{placeTitle(hit.place)} + hit.path).join(QStringLiteral(" › "));
}

QString comments(int count, const QStringList &latestNames)
{
    const QString number = Sentences::tr("%n comment(s)", nullptr, count);
    if (latestNames.isEmpty())
        return number;
    QStringList first;
    for (const QString &name : latestNames.mid(0, 2))
        first << name.section(u' ', 0, 0);
    QString who = first.join(QStringLiteral(", "));
    if (latestNames.size() == 2)
        who = Sentences::tr("%1 and %2").arg(first.first(), first.last());
    else if (latestNames.size() > 2)
        who = Sentences::tr("%1 and others").arg(who);
    return number + QStringLiteral(" · ") + who;
}

QString reactors(const store::ReactionCount &reaction)
{
    const int others = reaction.count - int(reaction.names.size());
    const QString names = reaction.names.join(QStringLiteral(", "));
    return others > 0 ? Sentences::tr("%1 and %n other(s)", nullptr, others).arg(names) : names;
}

QString draftPlace(const store::DraftItem &draft)
{
    switch (draft.purpose) {
    case store::DraftItem::NewPost:
        return draft.target.isNull() ? Sentences::tr("Post on the company wall")
                                     : Sentences::tr("Post in %1").arg(draft.title);
    case store::DraftItem::WallPost: return Sentences::tr("Post on the wall of %1").arg(draft.title);
    case store::DraftItem::Comment: return Sentences::tr("Comment on a post of %1").arg(draft.title);
    case store::DraftItem::Answer: return Sentences::tr("Answer to %1").arg(draft.title);
    case store::DraftItem::Edit: return Sentences::tr("Edit of your text");
    case store::DraftItem::Unknown: break;
    }
    return Sentences::tr("For a place that is not here any more");
}

QString members(int count)
{
    return count < 0 ? QString() : Sentences::tr("%n member(s)", nullptr, count);
}

QString newPosts(int count)
{
    return Sentences::tr("%n new post(s)", nullptr, count);
}

QString newComments(int count)
{
    return Sentences::tr("%n new comment(s)", nullptr, count);
}

QString title(const store::PersonCard &person)
{
    if (person.bot)
        return Sentences::tr("robot");
    if (person.guest)
        return person.title.isEmpty() ? Sentences::tr("guest") : Sentences::tr("%1, guest").arg(person.title);
    return person.title;
}

QString noticeWhy(model::Reason reason)
{
    switch (reason) {
    case model::Reason::Mention: return Sentences::tr("mentions you");
    case model::Reason::CommentReply: return Sentences::tr("replies to your comment");
    case model::Reason::PostReply: return Sentences::tr("comments on your post");
    case model::Reason::GroupMention: return Sentences::tr("mentions a group of yours");
    case model::Reason::Wall: return Sentences::tr("writes on your wall");
    case model::Reason::Thread: return Sentences::tr("goes on in a thread of yours");
    }
    return {};
}

QString sentence(const store::NoticeItem &item, base::Time now)
{
    const QString text = Sentences::tr("%1 %2, in %3, %4: %5", "who, why, place, time, text")
                             .arg(item.author.fullName, noticeWhy(item.reason), placeTitle(item.place),
                                  relativeTime(item.createdAt, now), item.text);
    return item.unread ? text + QStringLiteral(". ") + Sentences::tr("Unread") : text;
}

QString sentence(const store::FeedItem &item, base::Time now)
{
    const QString body = item.blank ? Sentences::tr("deleted") : text::summary(item.body, 280);
    QString out =
        item.kind == model::Kind::Comment
            ? Sentences::tr("%1 commented, %2: %3").arg(item.author.fullName, relativeTime(item.createdAt, now), body)
            : Sentences::tr("%1 in %2, %3: %4")
                  .arg(item.author.fullName, placeTitle(item.place), relativeTime(item.createdAt, now), body);
    if (item.unread)
        out += QStringLiteral(". ") + Sentences::tr("Unread");
    if (!item.attachments.isEmpty())
        out += QStringLiteral(". ") + Sentences::tr("With %1", "2 pictures, 1 file").arg(filesWith(item.attachments));
    if (const QString waiting = filesWaiting(item.attachments); !waiting.isEmpty())
        out += QStringLiteral(". ") + waiting;
    if (item.bookmarked)
        out += QStringLiteral(". ") + Sentences::tr("Bookmarked");
    if (item.state == store::ItemState::Pending)
        out += QStringLiteral(". ") + Sentences::tr("waiting to be sent");
    if (item.state == store::ItemState::Rejected)
        out += QStringLiteral(". ") + Sentences::tr("not sent") + QStringLiteral(": ") + refusal(item.why);
    if (item.comments > 0)
        out += QStringLiteral(". ") + comments(item.comments, item.commenters);
    int reactions = 0;
    for (const auto &reaction : item.reactions)
        reactions += reaction.count;
    if (reactions > 0)
        out += QStringLiteral(". ") + Sentences::tr("%n reaction(s)", nullptr, reactions);
    return out;
}

} // namespace parvis::ui::words
