#pragma once

#include "server/import/json_list.h"
#include "server/import/slack_text.h"

namespace parvis::server {

// Reading one message of a day file; nothing here knows the row store. Throws BadArchive at wrong types.

// "1459032936.000002": microseconds since 1970, and how many digits the fraction was written with.
struct SlackStamp {
    qint64 us = 0;
    int digits = 0;
};
// Refuses what is no time, lies before 1970 or more than a day after `nowUs`.
SlackStamp slackStamp(const QString &text, qint64 nowUs, const QString &place);

// Why a message of this subtype is not taken: a short fixed word, mostly the subtype itself; empty if it is taken.
QString whyNotTaken(const QString &subtype);

struct SlackAuthor {
    QString userId; // "U…", or empty
    QString botId;  // "B…", or empty
    QString name;   // of a bot, or of somebody who stands in no list, as the message says it
    bool bot = false;
    bool isNobody() const { return userId.isEmpty() && botId.isEmpty() && name.isEmpty(); }
};
SlackAuthor slackAuthor(const JsonFields &message);

// "added an integration: <https://…/services/B123|github>" tells the name of a bot that has none elsewhere.
struct SlackBotName {
    QString botId;
    QString name;
};
std::optional<SlackBotName> slackBotName(const JsonFields &message);

struct SlackBody {
    SlackText text;
    int attachments = 0;  // flattened to text
    int files = 0;        // each has a line in the text: there is no content in an export
    int filesDeleted = 0; // of which not even a name is left
    bool cut = false;     // longer than a body may be
};
SlackBody slackBody(const JsonFields &message, const SlackNames &names);

} // namespace parvis::server
