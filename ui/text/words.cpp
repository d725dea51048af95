#include "ui/text/words.h"

#include "text/markdown.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace parvis::ui::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
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
        return Words::tr("just now");
    if (minutes < 60)
        return Words::tr("%n min ago", nullptr, int(minutes));
    const QString clock = clockTime(then);
    const auto days = at.date().daysTo(today.date());
    if (days == 0)
        return minutes < 6 * 60 ? Words::tr("%n h ago", nullptr, int(minutes / 60)) : Words::tr("today, %1").arg(clock);
    if (days == 1)
        return Words::tr("yesterday, %1").arg(clock);
    const QLocale locale;
    if (days < 7)
        return Words::tr("%1, %2", "weekday, time").arg(locale.dayName(at.date().dayOfWeek()), clock);
    if (at.date().year() == today.date().year())
        return locale.toString(at.date(), QStringLiteral("d MMM"));
    return locale.toString(at.date(), QStringLiteral("d MMM yyyy"));
}

QString fullTime(base::Time time)
{
    const QLocale locale;
    return Words::tr("%1, %2", "long date, time")
        .arg(locale.toString(local(time).date(), QLocale::LongFormat), clockTime(time));
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
    case SyncState::SignedOut: return Words::tr("Not signed in");
    case SyncState::UpToDate: parts << Words::tr("Up to date") << clockTime(now); break;
    case SyncState::Connecting: parts << Words::tr("Connecting…"); break;
    case SyncState::Syncing: parts << Words::tr("Receiving"); break;
    case SyncState::Offline:
        if (state.problem != SyncState::None && state.problem != SyncState::NoNetwork)
            parts << problem(state.problem);
        else if (state.since.isNull())
            parts << Words::tr("Offline");
        else
            parts << Words::tr("Offline since %1").arg(dayAndTime(state.since, now));
        break;
    }
    if (state.phase != SyncState::UpToDate && completeUpToUs > 0)
        parts << Words::tr("complete up to %1").arg(dayAndTime({completeUpToUs}, now));
    if (state.pending > 0)
        parts << Words::tr("%n waiting", nullptr, int(state.pending));
    if (state.rejected > 0)
        parts << Words::tr("%n not sent", nullptr, int(state.rejected));
    return parts.join(QStringLiteral(" · "));
}

QString completeUpTo(qint64 completeUpToUs, base::Time now)
{
    if (completeUpToUs == 0)
        return {};
    if (completeUpToUs < 0)
        return Words::tr("Older messages are still arriving: what is found may not be everything.");
    return Words::tr("Complete back to %1; what is older is still arriving.")
        .arg(relativeTime({completeUpToUs}, now));
}

QString problem(client::SyncState::Problem problem)
{
    using client::SyncState;
    switch (problem) {
    case SyncState::None: return {};
    case SyncState::NoNetwork: return Words::tr("The server cannot be reached. What you write is kept and sent later.");
    case SyncState::Certificate: return Words::tr("The server's certificate is not trusted: nothing was sent. Ask your IT.");
    case SyncState::Unauthorized: return Words::tr("Your session has ended. Sign in again; nothing is lost.");
    case SyncState::Disabled: return Words::tr("Your account is disabled. Ask your administrator.");
    case SyncState::ClientTooOld: return Words::tr("This Parvis is too old for your server. Install the new version.");
    case SyncState::ServerTooOld: return Words::tr("Your server is too old for this Parvis. Tell your IT.");
    case SyncState::WrongClock: return Words::tr("The clock of this computer is wrong. Set it, then try again.");
    case SyncState::DiskFull: return Words::tr("The disk is full. Free some space; nothing is lost.");
    case SyncState::ServerFault: return Words::tr("The server has a fault. Parvis tries again by itself.");
    }
    return {};
}

QString error(const base::Error &error)
{
    switch (error.kind) {
    case base::ErrorKind::Offline: return Words::tr("The server cannot be reached. Check the network, then try again.");
    case base::ErrorKind::Refused: return refusal(error.detail);
    case base::ErrorKind::Conflict: return Words::tr("This changed meanwhile. Look again, then decide.");
    case base::ErrorKind::Protocol: return Words::tr("The server's answer could not be understood. Tell your IT.");
    case base::ErrorKind::Storage:
        return Words::tr("This computer's disk refused to write. Free some space, then try again; your text is still here.");
    case base::ErrorKind::Cancelled: return Words::tr("This was interrupted. Try again.");
    case base::ErrorKind::Usage: return Words::tr("Something in this is not accepted: %1").arg(error.detail);
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
        return Words::tr("No server answers at this address. Check the address and the network.");
    case base::ErrorKind::Refused:
        if (detail.contains("throttled") || detail.contains("too many") || detail.contains("wait"))
            return Words::tr("Too many attempts. Wait a little, then try again.");
        if (detail.contains("disabled"))
            return problem(SyncState::Disabled);
        return Words::tr("The name or the password is wrong.");
    case base::ErrorKind::Conflict:
        return Words::tr("This profile already belongs to another person or company. Sign out there first.");
    case base::ErrorKind::Usage:
        return Words::tr("This address is not complete: it looks like https://parvis.example.com");
    default: return words::error(error);
    }
}

QString refusal(const QString &why)
{
    static const QHash<QString, const char *> table{
        {"disabled", QT_TRANSLATE_NOOP("Words", "Your account is disabled.")},
        {"no_such_place", QT_TRANSLATE_NOOP("Words", "This place no longer exists.")},
        {"not_member", QT_TRANSLATE_NOOP("Words", "You are not a member of this group.")},
        {"guest", QT_TRANSLATE_NOOP("Words", "Guests may not do this.")},
        {"archived", QT_TRANSLATE_NOOP("Words", "The group is archived: it can be read, not written to.")},
        {"not_author", QT_TRANSLATE_NOOP("Words", "Only its author may change this.")},
        {"not_owner", QT_TRANSLATE_NOOP("Words", "Only an owner or a moderator of the group may do this.")},
        {"not_yours", QT_TRANSLATE_NOOP("Words", "This belongs to somebody else.")},
        {"server_only", QT_TRANSLATE_NOOP("Words", "Only the server may change this.")},
        {"last_owner", QT_TRANSLATE_NOOP("Words", "You are the last owner: name another one first.")},
        {"gone", QT_TRANSLATE_NOOP("Words", "What this belongs to was deleted meanwhile.")},
        {"purged", QT_TRANSLATE_NOOP("Words", "You no longer have access to this place.")},
        {"depends_on", QT_TRANSLATE_NOOP("Words", "It hangs on something that was refused.")},
        {"outcome_unknown", QT_TRANSLATE_NOOP("Words", "The server no longer knows whether it arrived. Look before you send it again.")},
        {"handle_taken", QT_TRANSLATE_NOOP("Words", "This short name is taken: choose another.")},
        {"too_large", QT_TRANSLATE_NOOP("Words", "The text is too long.")},
    };
    const auto known = table.find(why);
    return known != table.end() ? Words::tr(*known) : Words::tr("The server refused it (%1).").arg(why);
}

QString operation(const model::Operation &op)
{
    using model::Action;
    using model::Kind;
    const bool creates = op.action == Action::Create;
    const bool deletes = op.action == Action::Delete || op.action == Action::DeleteThread;
    switch (op.kind) {
    case Kind::Post:
        return creates ? Words::tr("New post") : deletes ? Words::tr("Deletion of a post") : Words::tr("Change of a post");
    case Kind::Comment:
        return creates   ? Words::tr("New comment")
               : deletes ? Words::tr("Deletion of a comment")
                         : Words::tr("Change of a comment");
    case Kind::Reaction: return creates ? Words::tr("Reaction") : Words::tr("Reaction taken back");
    case Kind::Group: return creates ? Words::tr("New group") : Words::tr("Change of a group");
    case Kind::Member:
    case Kind::Membership: return deletes ? Words::tr("Leaving a group") : Words::tr("Joining a group");
    case Kind::Draft: return Words::tr("Draft");
    case Kind::ReadMark: return Words::tr("Read mark");
    case Kind::Bookmark: return Words::tr("Bookmark");
    default: return Words::tr("Change");
    }
}

QString section(model::GroupKind kind)
{
    switch (kind) {
    case model::GroupKind::Community: return Words::tr("Communities");
    case model::GroupKind::Project: return Words::tr("Projects");
    case model::GroupKind::Site: return Words::tr("Sites");
    case model::GroupKind::Interest: return Words::tr("Interests");
    case model::GroupKind::Workspace: return Words::tr("Workspaces");
    }
    return Words::tr("Communities");
}

QString groupKind(model::GroupKind kind)
{
    switch (kind) {
    case model::GroupKind::Community: return Words::tr("Community");
    case model::GroupKind::Project: return Words::tr("Project");
    case model::GroupKind::Site: return Words::tr("Site");
    case model::GroupKind::Interest: return Words::tr("Interest");
    case model::GroupKind::Workspace: return Words::tr("Workspace");
    }
    return Words::tr("Community");
}

QString visibility(model::Visibility visibility)
{
    switch (visibility) {
    case model::Visibility::Private: return Words::tr("Private: found by all, read by its members");
    case model::Visibility::Public: return Words::tr("Public: everybody may join");
    case model::Visibility::Secret: return Words::tr("Secret: only its members know of it");
    }
    return {};
}

QString role(model::Role role)
{
    switch (role) {
    case model::Role::Member: return Words::tr("member");
    case model::Role::Guest: return Words::tr("guest");
    case model::Role::Moderator: return Words::tr("moderator");
    case model::Role::Owner: return Words::tr("owner");
    }
    return Words::tr("member");
}

QString placeTitle(const store::PlaceCard &place)
{
    if (place.scope.type != model::ScopeType::Directory)
        return place.title.isEmpty() ? place.handle : place.title;
    if (place.wall.isNull())
        return Words::tr("Company wall");
    return Words::tr("Wall of %1").arg(place.title.isEmpty() ? place.handle : place.title);
}

QString comments(int count, const QStringList &latestNames)
{
    const QString number = Words::tr("%n comment(s)", nullptr, count);
    if (latestNames.isEmpty())
        return number;
    QStringList first;
    for (const QString &name : latestNames.mid(0, 2))
        first << name.section(u' ', 0, 0);
    QString who = first.join(QStringLiteral(", "));
    if (latestNames.size() == 2)
        who = Words::tr("%1 and %2").arg(first.first(), first.last());
    else if (latestNames.size() > 2)
        who = Words::tr("%1 and others").arg(who);
    return number + QStringLiteral(" · ") + who;
}

QString members(int count)
{
    return count < 0 ? QString() : Words::tr("%n member(s)", nullptr, count);
}

QString newPosts(int count)
{
    return Words::tr("%n new post(s)", nullptr, count);
}

QString title(const store::PersonCard &person)
{
    if (person.bot)
        return Words::tr("robot");
    if (person.guest)
        return person.title.isEmpty() ? Words::tr("guest") : Words::tr("%1, guest").arg(person.title);
    return person.title;
}

QString sentence(const store::FeedItem &item, base::Time now)
{
    const QString body = item.blank ? Words::tr("deleted") : text::summary(item.body, 280);
    QString out = item.kind == model::Kind::Comment
                      ? Words::tr("%1 commented, %2: %3").arg(item.author.fullName, relativeTime(item.createdAt, now), body)
                      : Words::tr("%1 in %2, %3: %4")
                            .arg(item.author.fullName, placeTitle(item.place), relativeTime(item.createdAt, now), body);
    if (item.unread)
        out += QStringLiteral(". ") + Words::tr("Unread");
    if (item.state == store::ItemState::Pending)
        out += QStringLiteral(". ") + Words::tr("waiting to be sent");
    if (item.state == store::ItemState::Rejected)
        out += QStringLiteral(". ") + Words::tr("not sent") + QStringLiteral(": ") + refusal(item.why);
    if (item.comments > 0)
        out += QStringLiteral(". ") + comments(item.comments, item.commenters);
    int reactions = 0;
    for (const auto &reaction : item.reactions)
        reactions += reaction.count;
    if (reactions > 0)
        out += QStringLiteral(". ") + Words::tr("%n reaction(s)", nullptr, reactions);
    return out;
}

} // namespace parvis::ui::words
