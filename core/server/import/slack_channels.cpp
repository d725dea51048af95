#include "server/import/slack_channels.h"

#include "model/derived_ids.h"
#include "server/import/bad_archive.h"

#include <QRegularExpression>

#include <algorithm>

namespace parvis::server {

namespace {

// A group's first rows are stamped with the time of its making: the time of a scope never goes back, and with today's
// all its old messages would claim to have come today (rule 37).
constexpr model::Time beforeAll{1};

model::GroupId groupIdOf(const QString &key)
{
    return model::GroupId(base::derivedUuid({"slack_channel", key.toUtf8()}));
}

template<class T>
void orRefuse(const base::Result<T> &result)
{
    if (!result)
        throw BadArchive{result.error()};
}

} // namespace

void SlackChannels::remember(const QString &id, const SlackChannel &channel, const QString &place)
{
    if (id.isEmpty())
        refuseArchive(place, "A channel in this file has no id. Export the workspace again.");
    if (m_byId.contains(id))
        refuseArchive(place,
                      QStringLiteral("The channel %1 is listed twice. Export the workspace again.").arg(id.left(40)));
    m_byId.insert(id, int(m_channels.size()));
    if (!channel.name.isEmpty() && !m_byName.contains(channel.name))
        m_byName.insert(channel.name, int(m_channels.size()));
    m_channels.push_back(channel);
}

void SlackChannels::addDirect(const JsonFields &channel)
{
    SlackChannel made;
    made.name = channel.text("name");
    made.direct = true;
    remember(channel.text("id"), made, channel.place());
}

void SlackChannels::ensureGroup(SlackChannel &channel, model::Group made, model::Time since)
{
    channel.group = groupIdOf(channel.key);
    if (const auto info = m_view.scope(channel.scope())) {
        channel.hadRows = true;
        channel.dead = info->dead;
        if (const auto held = group(m_view, channel.group))
            channel.handle = held->handle;
        return;
    }
    made.handle = freeHandleLike(m_view, channel.name, m_nextNumber);
    made.title = channel.name.left(200);
    if (made.createdAt.isNull())
        made.createdAt = m_env.clock.now();
    base::ManualClock then(since);
    orRefuse(createGroup(m_view, made, {then, m_env.random}, channel.group));
    channel.handle = made.handle;
    ++m_created;
}

void SlackChannels::add(const JsonFields &fields, model::Visibility visibility)
{
    SlackChannel channel;
    const QString id = fields.text("id");
    channel.name = fields.text("name");
    if (channel.name.isEmpty())
        channel.name = id;
    // An earlier export may have had its folder only.
    const QString byFolder = m_people.team() + QLatin1Char('/') + channel.name;
    channel.key = m_view.scope(model::ScopeId::group(groupIdOf(byFolder))) ? byFolder : id;

    model::Group made;
    made.visibility = visibility;
    made.archived = fields.flag("is_archived");
    made.createdAt = model::Time{fields.seconds("created") * 1'000'000};
    if (made.createdAt > m_env.clock.now())
        made.createdAt = m_env.clock.now();
    const QString purpose = fields.object("purpose").text("value");
    const SlackText description =
        markdownFromSlack(purpose.isEmpty() ? fields.object("topic").text("value") : purpose, {});
    made.description = description.markdown.left(2000);
    const QStringList members = fields.texts("members");
    const QString creator = fields.text("creator");
    if (id.isEmpty() || m_byId.contains(id))
        remember(id, channel, fields.place());
    const model::Time since = made.createdAt.isNull() ? beforeAll : made.createdAt;
    ensureGroup(channel, made, since);
    remember(id, channel, fields.place());
    if (!channel.dead)
        addMembers(channel, members, creator, since);
}

void SlackChannels::addMembers(const SlackChannel &channel, const QStringList &members, const QString &creator,
                               model::Time since)
{
    base::ManualClock then(since);
    // Slack's channels have no owners, our groups need one: who made it, else who runs the workspace, else the first.
    QString owner = members.contains(creator) ? creator : QString();
    const auto choose = [&](auto &&fits) {
        for (const QString &each : members) {
            if (owner.isEmpty() && m_people.byUserId(each) && !m_people.isGuest(each) && fits(each))
                owner = each;
        }
    };
    choose([this](const QString &each) { return m_people.isAdministrator(each); });
    choose([](const QString &) { return true; });

    for (const QString &each : members) {
        const auto known = m_people.byUserId(each);
        if (!known) {
            ++m_unknownMembers;
            continue;
        }
        const PersonId id(known->id);
        // Who has left the group here since an earlier import is not brought back.
        if (m_view.everUsed(model::memberId(channel.group, id)))
            continue;
        const bool guest = m_people.isGuest(each);
        const bool owns = each == owner && !channel.hadRows && !guest;
        orRefuse(addMember(m_view, channel.group, id,
                           owns    ? model::Role::Owner
                           : guest ? model::Role::Guest
                                   : model::Role::Member,
                           {then, m_env.random}));
    }
}

int SlackChannels::ofFolder(const QString &folder)
{
    if (const auto found = m_byId.constFind(folder); found != m_byId.cend())
        return *found;
    if (const auto found = m_byName.constFind(folder); found != m_byName.cend())
        return *found;
    static const QRegularExpression directFolder(QStringLiteral("^(D[A-Z0-9]{7,}|mpdm-.+)$"));
    SlackChannel channel;
    channel.name = folder;
    channel.key = m_people.team() + QLatin1Char('/') + folder;
    channel.listed = false;
    channel.direct = directFolder.match(folder).hasMatch();
    if (!channel.direct) {
        model::Group made;
        // Whether it was public stands nowhere, so nobody else is let in.
        made.visibility = model::Visibility::Private;
        ensureGroup(channel, made, beforeAll);
    }
    const int index = int(m_channels.size());
    m_byName.insert(folder, index);
    m_channels.push_back(channel);
    return index;
}

std::optional<SlackName> SlackChannels::byId(const QString &channelId) const
{
    const auto found = m_byId.constFind(channelId);
    if (found == m_byId.cend() || at(*found).direct || at(*found).handle.isEmpty())
        return std::nullopt;
    return SlackName{at(*found).handle, at(*found).group.uuid()};
}

void SlackChannels::ensureWriter(int index, PersonId person, model::Time at)
{
    const SlackChannel &channel = m_channels.at(size_t(index));
    if (channel.listed || m_writers.contains({index, person}))
        return;
    const bool first = !channel.hadRows
                       && std::none_of(m_writers.cbegin(), m_writers.cend(),
                                       [index](const auto &each) { return each.first == index; });
    m_writers.insert({index, person});
    if (m_view.everUsed(model::memberId(channel.group, person)))
        return;
    base::ManualClock then(at);
    const auto known = server::person(m_view, person);
    const bool guest = known && known->role == model::CompanyRole::Guest;
    orRefuse(addMember(m_view, channel.group, person,
                       guest   ? model::Role::Guest
                       : first ? model::Role::Owner
                               : model::Role::Member,
                       {then, m_env.random}));
}

} // namespace parvis::server
