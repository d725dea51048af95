#include "server/import/slack_message.h"

#include "protocol/limits.h"
#include "server/import/bad_archive.h"

#include <QRegularExpression>
#include <QSet>

namespace parvis::server {

SlackStamp slackStamp(const QString &text, qint64 nowUs, const QString &place)
{
    static const QRegularExpression shape(QStringLiteral("^(0|[1-9][0-9]{0,10})(?:\\.([0-9]{1,6}))?$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        refuseArchive(place, QStringLiteral("A message has the time \"%1\", which is none. Export the workspace again.")
                                 .arg(text.left(40)));
    const QString fraction = match.captured(2);
    const qint64 us =
        match.captured(1).toLongLong() * 1'000'000 + (fraction + QStringLiteral("000000")).left(6).toLongLong();
    constexpr qint64 dayUs = 86'400'000'000;
    if (us == 0 || us > nowUs + dayUs)
        refuseArchive(
            place,
            QStringLiteral("A message has the time \"%1\", which lies %2. Check this computer's clock, or "
                           "export the workspace again.")
                .arg(text, us == 0 ? QStringLiteral("before all Slack messages") : QStringLiteral("in the future")));
    return {us, int(fraction.size())};
}

QString whyNotTaken(const QString &subtype)
{
    // Slack's notices: they say what happened to the channel, and nobody wrote them.
    static const QSet<QString> notices{
        QStringLiteral("channel_join"),
        QStringLiteral("channel_leave"),
        QStringLiteral("channel_topic"),
        QStringLiteral("channel_purpose"),
        QStringLiteral("channel_name"),
        QStringLiteral("channel_archive"),
        QStringLiteral("channel_unarchive"),
        QStringLiteral("channel_convert_to_private"),
        QStringLiteral("channel_convert_to_public"),
        QStringLiteral("channel_posting_permissions"),
        QStringLiteral("group_join"),
        QStringLiteral("group_leave"),
        QStringLiteral("group_topic"),
        QStringLiteral("group_purpose"),
        QStringLiteral("group_name"),
        QStringLiteral("group_archive"),
        QStringLiteral("group_unarchive"),
        QStringLiteral("bot_add"),
        QStringLiteral("bot_remove"),
        QStringLiteral("bot_enable"),
        QStringLiteral("bot_disable"),
        QStringLiteral("pinned_item"),
        QStringLiteral("unpinned_item"),
        QStringLiteral("tombstone"),
        QStringLiteral("message_deleted"),
        QStringLiteral("message_changed"),
        QStringLiteral("message_replied"),
        QStringLiteral("reply_broadcast"),
        QStringLiteral("reminder_add"),
        QStringLiteral("reminder_delete"),
        QStringLiteral("app_conversation_join"),
        QStringLiteral("app_conversation_leave"),
        QStringLiteral("channel_canvas_updated"),
        QStringLiteral("huddle_thread"),
        QStringLiteral("sh_room_created"),
        QStringLiteral("sh_room_shared"),
        QStringLiteral("ekm_access_denied"),
        QStringLiteral("joiner_notification"),
    };
    return notices.contains(subtype) ? subtype : QString();
}

SlackAuthor slackAuthor(const JsonFields &message)
{
    SlackAuthor author{message.text("user"), message.text("bot_id"), message.text("username"), false};
    const QString subtype = message.text("subtype");
    if (author.userId.isEmpty() && subtype == QLatin1String("file_comment"))
        author.userId = message.object("comment").text("user");
    if (author.userId.isEmpty() && subtype == QLatin1String("file_share"))
        author.userId = message.object("file").text("user");
    author.bot = subtype == QLatin1String("bot_message") || (author.userId.isEmpty() && !author.botId.isEmpty());
    if (author.name.isEmpty() && author.bot)
        author.name = message.object("bot_profile").text("name");
    if (!author.bot && !author.userId.isEmpty() && message.has("user_profile")) {
        const JsonFields profile = message.object("user_profile");
        const QString real = profile.text("real_name");
        author.name = real.isEmpty() ? profile.text("display_name") : real;
    }
    author.name = author.name.simplified().left(200);
    return author;
}

std::optional<SlackBotName> slackBotName(const JsonFields &message)
{
    static const QRegularExpression service(QStringLiteral("/services/(B[A-Z0-9]+)\\|([^>|]{1,80})>"));
    const auto match = service.match(message.text("text"));
    if (!match.hasMatch())
        return std::nullopt;
    return SlackBotName{match.captured(1), match.captured(2).simplified()};
}

namespace {

// The text of Slack's newer layout blocks, in mrkdwn: used where a message has no text of its own.
QString textOfBlock(const JsonFields &block, int depth)
{
    if (depth > 8)
        return {};
    const QString type = block.text("type");
    if (type == QLatin1String("user"))
        return QStringLiteral("<@%1>").arg(block.text("user_id"));
    if (type == QLatin1String("channel"))
        return QStringLiteral("<#%1>").arg(block.text("channel_id"));
    if (type == QLatin1String("emoji"))
        return QStringLiteral(":%1:").arg(block.text("name"));
    if (type == QLatin1String("broadcast"))
        return QStringLiteral("<!%1>").arg(block.text("range"));
    const auto escaped = [](QString plain) {
        return plain.replace(u'&', QLatin1String("&amp;"))
            .replace(u'<', QLatin1String("&lt;"))
            .replace(u'>', QLatin1String("&gt;"));
    };
    if (type == QLatin1String("link")) {
        const QString label = block.text("text");
        return QStringLiteral("<%1%2>").arg(block.text("url"),
                                            label.isEmpty() ? label : QStringLiteral("|") + escaped(label));
    }
    if (type == QLatin1String("text"))
        return escaped(block.text("text"));
    if (type == QLatin1String("mrkdwn"))
        return block.text("text");
    if (type == QLatin1String("plain_text"))
        return escaped(block.text("text"));
    if (type == QLatin1String("image"))
        return escaped(block.text("alt_text"));

    QStringList lines;
    if (type == QLatin1String("section") || type == QLatin1String("header"))
        lines << textOfBlock(block.object("text"), depth + 1);
    if (type == QLatin1String("section")) {
        for (const JsonFields &field : block.objects("fields"))
            lines << textOfBlock(field, depth + 1);
    }
    const bool oneLine = type == QLatin1String("rich_text_section") || type == QLatin1String("context");
    QStringList parts;
    if (type.startsWith(QLatin1String("rich_text")) || type == QLatin1String("context")) {
        for (const JsonFields &element : block.objects("elements"))
            parts << textOfBlock(element, depth + 1);
    }
    if (type == QLatin1String("rich_text_preformatted"))
        lines << QStringLiteral("```%1```").arg(parts.join(QString()));
    else if (type == QLatin1String("rich_text_quote"))
        lines << QStringLiteral("&gt; ") + parts.join(QString());
    else if (type == QLatin1String("rich_text_list"))
        lines << QStringLiteral("- ") + parts.join(QLatin1String("\n- "));
    else
        lines << parts.join(oneLine ? QString() : QStringLiteral("\n"));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString textOfBlocks(const QList<JsonFields> &blocks)
{
    QStringList lines;
    for (const JsonFields &block : blocks)
        lines << textOfBlock(block, 0);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

class BodyBuilder {
public:
    explicit BodyBuilder(const SlackNames &names) : m_names(names) { }

    void addSlack(const QString &mrkdwn)
    {
        // No body may be that long: rewriting more would only cost time.
        const SlackText text = markdownFromSlack(mrkdwn.left(protocol::maxBodyBytes + 1000), m_names);
        add(text.markdown);
        for (const base::Uuid &id : text.mentions) {
            if (!m_mentions.contains(id))
                m_mentions << id;
        }
    }
    void add(const QString &markdown)
    {
        if (!markdown.trimmed().isEmpty())
            m_parts << markdown;
    }
    QString joined() const { return m_parts.join(QLatin1String("\n\n")); }
    const QList<base::Uuid> &mentions() const { return m_mentions; }

private:
    const SlackNames &m_names;
    QStringList m_parts;
    QList<base::Uuid> m_mentions;
};

void addAttachment(BodyBuilder &body, const JsonFields &attachment)
{
    body.addSlack(attachment.looseText("pretext"));
    body.add(escapedLine(attachment.looseText("author_name")));
    const QString title = attachment.looseText("title");
    const QString url = attachment.looseText("title_link");
    if (!title.isEmpty())
        body.add(url.isEmpty() ? escapedLine(title) : markdownLink(title, url));
    QString text = attachment.looseText("text");
    if (text.isEmpty())
        text = textOfBlocks(attachment.objects("blocks"));
    const auto fields = attachment.objects("fields");
    const bool hasOther = !title.isEmpty() || !fields.isEmpty() || !attachment.looseText("pretext").isEmpty();
    body.addSlack(text.isEmpty() && !hasOther ? attachment.looseText("fallback") : text);
    for (const JsonFields &field : fields) {
        const QString name = field.looseText("title").simplified();
        body.addSlack((name.isEmpty() ? name : QStringLiteral("*%1*: ").arg(name)) + field.looseText("value"));
    }
    const QString image = attachment.looseText("image_url");
    if (!image.isEmpty())
        body.add(markdownLink(image, image));
}

void addFile(BodyBuilder &body, const JsonFields &file, SlackBody &counts)
{
    const QString mode = file.text("mode");
    QString name = file.text("title");
    if (name.isEmpty())
        name = file.text("name");
    if (name.isEmpty() || mode == QLatin1String("tombstone") || mode == QLatin1String("hidden_by_limit")) {
        ++counts.filesDeleted;
        return;
    }
    ++counts.files;
    // The permalink only: the other addresses carry a key to the file.
    const QString link = file.text("permalink");
    if (link.isEmpty())
        body.add(QStringLiteral("📎 ") + escapedLine(name));
    else if (!body.joined().contains(link))
        body.add(QStringLiteral("📎 ") + markdownLink(name, link));
}

} // namespace

SlackBody slackBody(const JsonFields &message, const SlackNames &names)
{
    SlackBody result;
    BodyBuilder body(names);
    QString text = message.text("text");
    if (text.trimmed().isEmpty())
        text = textOfBlocks(message.objects("blocks"));
    body.addSlack(text);
    for (const JsonFields &attachment : message.objects("attachments")) {
        // What Slack made from a link in the text by itself says nothing that the author wrote.
        const QString source = attachment.looseText("from_url");
        if (!source.isEmpty() && text.contains(source)) {
            ++result.attachments;
            continue;
        }
        addAttachment(body, attachment);
        ++result.attachments;
    }
    for (const JsonFields &file : message.objects("files"))
        addFile(body, file, result);
    if (message.has("file") && !message.has("files"))
        addFile(body, message.object("file"), result);

    result.text = {body.joined(), body.mentions()};
    QByteArray bytes = result.text.markdown.toUtf8();
    if (bytes.size() > protocol::maxBodyBytes) {
        bytes.truncate(protocol::maxBodyBytes - 4);
        while (!bytes.isEmpty() && (quint8(bytes.back()) & 0xc0) == 0x80)
            bytes.chop(1);
        if (!bytes.isEmpty() && quint8(bytes.back()) >= 0x80)
            bytes.chop(1);
        result.text.markdown = QString::fromUtf8(bytes) + QStringLiteral("…");
        result.cut = true;
    }
    return result;
}

} // namespace parvis::server
