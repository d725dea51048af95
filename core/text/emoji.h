#pragma once

#include <QString>
#include <QStringView>

namespace parvis::text {

// Emoji by Unicode's emoji-test.txt (compacted into the program at build time). Any thread.

// The fully qualified form in NFC, of which derived ids are made: "❤" → "❤️". What is no emoji comes back in NFC only.
QString fullyQualified(const QString &emoji);

// Exactly one emoji, qualified or not.
bool isEmoji(QStringView text);

// The emoji of a short name as Slack and others write it, with or without colons: "+1", ":tada:", "flag-fr",
// "+1::skin-tone-3", or the Unicode name with '_' for blanks ("red_heart"). Empty if unknown.
QString fromShortName(const QString &name);

} // namespace parvis::text
