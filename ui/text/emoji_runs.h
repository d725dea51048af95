#pragma once

#include <QList>
#include <QStringView>

namespace parvis::ui {

struct EmojiRun {
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    bool operator==(const EmojiRun &) const = default;
};

// The pieces of a text that must be drawn with the emoji font: Qt 6.4 draws U+2764 U+FE0F black and breaks keycaps when
// they follow letters in a text font. Cheap for a text that has none.
QList<EmojiRun> emojiRuns(QStringView text);

} // namespace parvis::ui
