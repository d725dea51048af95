#include "server/import/slack_day.h"

#include "model/derived_ids.h"
#include "text/emoji.h"
#include "text/mentions.h"

#include <algorithm>

namespace parvis::server {

bool SeenTimes::add(qint64 us)
{
    if (m_ascending.empty() || us > m_ascending.back()) {
        m_ascending.push_back(us);
        return true;
    }
    if (std::binary_search(m_ascending.begin(), m_ascending.end(), us) || m_others.contains(us))
        return false;
    m_others.insert(us);
    return true;
}

void SlackNotes::add(const QString &what, const char *why, qint64 count)
{
    if (count > 0)
        m_counts[{what, QString::fromLatin1(why)}] += count;
}

QList<Note> SlackNotes::list() const
{
    QList<Note> notes;
    for (const auto &[key, count] : m_counts)
        notes.append({key.first, key.second, count});
    return notes;
}

SlackDayWriter::SlackDayWriter(const Parts &parts, int channel)
    : m_parts(parts), m_index(channel), m_channel(parts.channels.at(channel)), m_scope(m_channel.scope())
{
    m_names.person = [this](const QString &id) { return m_parts.people.byUserId(id); };
    m_names.channel = [this](const QString &id) { return m_parts.channels.byId(id); };
    if (const auto info = m_channel.direct ? std::nullopt : m_parts.view.scope(m_scope))
        m_head = info->head;
}

void SlackDayWriter::take(QByteArrayView bytes, const QString &place, const QString &folder)
{
    struct Found {
        SlackStamp stamp;
        qsizetype begin;
    };
    std::vector<Found> found;
    JsonList list(bytes, place);
    while (const auto object = list.next()) {
        const JsonFields message(*object, place);
        if (message.text("type") != QLatin1String("message")) {
            m_parts.notes.add("entries of day files", "no_message");
            continue;
        }
        found.push_back({slackStamp(message.text("ts"), m_parts.nowUs, place), list.at()});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &a, const Found &b) { return a.stamp.us < b.stamp.us; });
    for (const Found &each : found)
        takeMessage(JsonFields(list.objectAt(each.begin), place), each.stamp, folder);
}

void SlackDayWriter::skip(const QString &folder, const SlackStamp &stamp, const QString &why)
{
    m_parts.report.skipped.add(folder, stamp.us, stamp.digits, why);
}

Uuid SlackDayWriter::messageId(const SlackStamp &stamp) const
{
    return base::derivedUuid({"slack_message", m_channel.key.toUtf8(), QByteArray::number(stamp.us)});
}

void SlackDayWriter::takeMessage(const JsonFields &message, const SlackStamp &stamp, const QString &folder)
{
    if (m_channel.direct)
        return skip(folder, stamp, QStringLiteral("direct"));
    if (m_channel.dead)
        return skip(folder, stamp, QStringLiteral("group_deleted"));
    if (!m_seen.add(stamp.us))
        return skip(folder, stamp, QStringLiteral("duplicate"));
    const QString subtype = message.text("subtype");
    if (const QString why = whyNotTaken(subtype); !why.isEmpty()) {
        if (const auto bot = slackBotName(message); bot && subtype == QLatin1String("bot_add"))
            m_parts.people.rememberBotName(*bot);
        return skip(folder, stamp, why);
    }
    const SlackBody body = slackBody(message, m_names);
    if (body.text.markdown.isEmpty())
        return skip(folder, stamp, QStringLiteral("empty"));
    if (slackAuthor(message).isNobody())
        return skip(folder, stamp, QStringLiteral("no_author"));

    const Uuid id = messageId(stamp);
    if (m_parts.view.everUsed(id)) {
        ++m_parts.report.already;
        return takeReactions(message, stamp, id);
    }
    const auto root = rootOf(message, stamp);
    if (root && root->dead)
        return skip(folder, stamp, QStringLiteral("thread_deleted"));
    writeMessage(message, stamp, id, body, root);
    takeReactions(message, stamp, id);
}

std::optional<SlackDayWriter::Root> SlackDayWriter::rootOf(const JsonFields &message, const SlackStamp &stamp)
{
    const QString thread = message.text("thread_ts");
    if (thread.isEmpty())
        return std::nullopt;
    const SlackStamp root = slackStamp(thread, m_parts.nowUs, message.place());
    if (root.us == stamp.us)
        return std::nullopt;
    const Uuid id = messageId(root);
    const auto row = m_parts.view.row(m_scope, id);
    if (!row && m_parts.view.everUsed(id))
        return Root{id, {}, 0, true};
    if (!row) {
        m_parts.notes.add("replies without their root", "became_posts");
        return std::nullopt;
    }
    if (row->kind == qint64(Kind::Comment))
        return Root{row->parent, model::CommentId(id), row->rootRev, row->deleted};
    return Root{id, {}, row->rootRev, row->deleted};
}

qint64 SlackDayWriter::writeRow(StoredRow &row, const model::Entity &entity, const SlackStamp &stamp)
{
    row.kind = qint64(kindOf(entity));
    row.order = m_parts.orders.take(stamp.us);
    row.payload = protocol::encodeEntity(entity);
    // The message's own time stands for the server's: so a horizon in the middle of old messages stays true (rule 37).
    m_parts.view.put(m_scope, row, stamp.us);
    m_head = row.rev;
    m_written = true;
    return row.rev;
}

void SlackDayWriter::writeMessage(const JsonFields &message, const SlackStamp &stamp, const Uuid &id,
                                  const SlackBody &body, const std::optional<Root> &root)
{
    const PersonId author = m_parts.people.author(slackAuthor(message));
    m_parts.channels.ensureWriter(m_index, author, model::Time{stamp.us});
    if (!m_channel.listed) {
        if (const auto info = m_parts.view.scope(m_scope))
            m_head = info->head;
    }
    model::Time editedAt;
    if (message.has("edited")) {
        const QString edited = message.object("edited").text("ts");
        editedAt = edited.isEmpty() ? model::Time{stamp.us}
                                    : model::Time{slackStamp(edited, m_parts.nowUs, message.place()).us};
    }
    StoredRow row;
    row.id = id;
    if (root) {
        model::Comment comment;
        comment.post = model::PostId(root->post);
        comment.parent = root->parent;
        comment.author = author;
        comment.body = body.text.markdown;
        comment.mentions = body.text.mentions;
        comment.createdAt = model::Time{stamp.us};
        comment.editedAt = editedAt;
        row.parent = root->post;
        row.rootRev = root->rootRev;
        writeRow(row, comment, stamp);
        ++m_parts.report.comments;
    } else {
        model::Post post;
        post.author = author;
        post.body = body.text.markdown;
        post.mentions = body.text.mentions;
        post.tags = text::tags(QStringView(body.text.markdown));
        post.createdAt = model::Time{stamp.us};
        post.editedAt = editedAt;
        row.rootRev = m_head + 1;
        writeRow(row, post, stamp);
        ++m_parts.report.posts;
    }
    m_parts.report.files += body.files;
    m_parts.notes.add("files", "no_content", body.files);
    m_parts.notes.add("files", "deleted_in_slack", body.filesDeleted);
    m_parts.notes.add("attachments", "flattened_to_text", body.attachments);
    m_parts.notes.add("messages", "cut", body.cut ? 1 : 0);
}

void SlackDayWriter::takeReactions(const JsonFields &message, const SlackStamp &stamp, const Uuid &target)
{
    const auto reactions = message.objects("reactions");
    if (reactions.isEmpty())
        return;
    const auto row = m_parts.view.row(m_scope, target);
    const bool live = row && !row->deleted;
    for (const JsonFields &each : reactions) {
        const QStringList users = each.texts("users");
        const QString emoji = text::fromShortName(each.text("name"));
        if (emoji.isEmpty()) {
            m_parts.notes.add("reactions", "unknown_emoji", std::max<qint64>(1, users.size()));
            continue;
        }
        m_parts.notes.add("reactions", "people_not_listed", each.seconds("count") - users.size());
        for (const QString &user : users) {
            const auto person = m_parts.people.byUserId(user);
            if (!person) {
                m_parts.notes.add("reactions", "unknown_person");
                continue;
            }
            const PersonId who(person->id);
            const Uuid id = model::reactionId(target, who, emoji);
            if (!live || m_parts.view.everUsed(id))
                continue;
            StoredRow reaction;
            reaction.id = id;
            reaction.parent = target;
            reaction.rootRev = row->rootRev;
            const model::PostId root(row->kind == qint64(Kind::Comment) ? row->parent : target);
            writeRow(reaction, model::Reaction{target, root, who, emoji, model::Time{stamp.us}}, stamp);
            ++m_parts.report.reactions;
        }
    }
}

} // namespace parvis::server
