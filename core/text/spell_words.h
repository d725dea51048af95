#pragma once

#include "text/line_styles.h"

#include <QList>
#include <QStringView>

namespace parvis::text {

struct WordSpan {
    int start = 0; // UTF-16 units
    int length = 0;

    bool operator==(const WordSpan &) const = default;
};

// The words of a line that a dictionary can judge: letters with the apostrophes and hyphens inside them. Not those of code, links,
// mentions and tags (`styled`, of lineStyles()), nor what is no ordinary word: with digits, all in capitals, a name like GitHub or
// report.pdf, a single letter. Any thread.
QList<WordSpan> wordsToSpell(QStringView line, const QList<StyledSpan> &styled);

} // namespace parvis::text
