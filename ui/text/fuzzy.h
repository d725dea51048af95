#pragma once

#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace parvis::ui {

// A name made ready to be compared with what one types: folded, with the way back to its letters and its words.
struct FuzzyText {
    explicit FuzzyText(const QString &text);

    QString text;
    QString folded;    // without accents and case, one blank between words
    QList<int> origin; // for each unit of `folded`, the unit of `text` that it comes from
    QList<int> words;  // where words begin in `folded`
};

struct FuzzyMatch {
    int score = 0;                // 1 to 1000; more is better
    QList<QPair<int, int>> marks; // start and length in the text, in order
};

// How well a name answers what was typed, or not at all. From best: the whole name, its beginning, the beginning of a
// word, beginnings of several words, initials ("clc" of "Chantier Lyon-Confluence"), the inside of a word, the letters of
// a word in their order. Shorter names come before longer ones that answer alike.
std::optional<FuzzyMatch> fuzzyMatch(const FuzzyText &name, const QString &typed);

} // namespace parvis::ui
