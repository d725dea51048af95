#pragma once

#include "server/import/slack_people.h"

namespace parvis::server {

// One place of the workspace and the group that it is here.
struct SlackChannel {
    QString key; // the archive's own id, or "team/folder" of a folder that stands in no list
    QString name;
    bool direct = false;  // between two or some people: not taken
    bool dead = false;    // the group was deleted here since
    bool hadRows = false; // the group was there before this run
    bool listed = true;
    model::GroupId group;
    QString handle;

    model::ScopeId scope() const { return model::ScopeId::group(group); }
};

// Channels of all kinds, and which folder belongs to which. Writes new groups and their members into the open
// transaction. Throws BadArchive and store::Failure.
class SlackChannels {
public:
    SlackChannels(WriteView &view, SlackPeople &people, const Env &env) : m_view(view), m_people(people), m_env(env) { }

    void addPublic(const JsonFields &channel) { add(channel, model::Visibility::Public); }
    void addPrivate(const JsonFields &channel) { add(channel, model::Visibility::Secret); }
    void addDirect(const JsonFields &channel);

    // The channel of a folder of day files, by name or by id; a new group if it stands in no list.
    int ofFolder(const QString &folder);
    const SlackChannel &at(int index) const { return m_channels.at(size_t(index)); }

    std::optional<SlackName> byId(const QString &channelId) const;
    // Of a folder in no list nobody knows the members: those who wrote there are.
    void ensureWriter(int index, PersonId person, model::Time at);

    qint64 created() const { return m_created; }
    qint64 unknownMembers() const { return m_unknownMembers; }

private:
    void add(const JsonFields &channel, model::Visibility visibility);
    void addMembers(const SlackChannel &channel, const QStringList &members, const QString &creator, model::Time since);
    void ensureGroup(SlackChannel &channel, model::Group made, model::Time since);
    void remember(const QString &id, const SlackChannel &channel, const QString &place);

    WriteView &m_view;
    SlackPeople &m_people;
    Env m_env;
    std::vector<SlackChannel> m_channels;
    QHash<QString, int> m_byId;
    QHash<QString, int> m_byName;
    QHash<QString, int> m_nextNumber;
    QSet<std::pair<int, PersonId>> m_writers;
    qint64 m_created = 0;
    qint64 m_unknownMembers = 0;
};

} // namespace parvis::server
