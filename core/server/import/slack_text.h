#pragma once

#include "base/uuid.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace parvis::server {

// Whom or what a mention names here: the handle, and the id of the person or group.
struct SlackName {
    QString handle;
    base::Uuid id;
};

// How the ids in Slack's texts become handles: "U…"/"W…" of people, "C…"/"G…" of channels; nothing if unknown.
struct SlackNames {
    std::function<std::optional<SlackName>(const QString &userId)> person;
    std::function<std::optional<SlackName>(const QString &channelId)> channel;
};

struct SlackText {
    QString markdown;
    QList<base::Uuid> mentions; // each once, in order
};

// Slack's mrkdwn, as its exports hold it (&amp; &lt; &gt; escaped, <…> for links and mentions), in Markdown that shows
// the same. What Slack shows as plain text and Markdown would not is escaped. Any input is accepted. Source: Slack's
// "Formatting text for app surfaces".
SlackText markdownFromSlack(const QString &text, const SlackNames &names);

// A plain text (a file's title, an attachment's) so that Markdown shows it as it is, on one line.
QString escapedLine(const QString &plain);

// [label](url) if the url may be a link (http, https, mailto), else "label".
QString markdownLink(const QString &label, const QString &url);

} // namespace parvis::server
