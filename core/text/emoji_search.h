#pragma once

#include <QList>
#include <QString>

namespace parvis::text {

// All emoji by group and name, without the forms of other skin tones. Any thread.

inline constexpr int emojiGroupCount = 9; // smileys, people, animals, food, travel, activities, objects, symbols, flags

struct EmojiInfo {
    QString emoji; // fully qualified
    QString name;
    int group = 0;
    bool tones = false;

    bool operator==(const EmojiInfo &) const = default;
};

int emojiCount();
EmojiInfo emojiAt(int index, bool french); // in Unicode's order
int emojiGroupOf(int index);
// Index of an emoji, of whatever tone; -1: none.
int emojiIndex(const QString &emoji);

// Those whose names, keywords or short names, in English or French, have a word that begins with each word of the query: best first.
QList<int> findEmoji(const QString &query, int limit);

// With a skin tone of 1 (light) to 5 (dark); 0 or an emoji that has none: as it is.
QString withTone(const QString &emoji, int tone);
QString withoutTone(const QString &emoji);

} // namespace parvis::text
