#pragma once

#include <QList>
#include <QString>

namespace parvis::text {

struct DiffPiece {
    enum Kind { Same, Removed, Added };
    Kind kind = Same;
    QString text;

    bool operator==(const DiffPiece &) const = default;
};

// What changed from one text to another, word by word, as people read it: neighbouring changes are one, the removed words
// before the added ones. Same and Added pieces together are `after`, Same and Removed ones `before`. Texts of a
// few thousand words are compared by lines, and where that is too much too, the middle that differs is one change. Any thread.
QList<DiffPiece> wordDiff(const QString &before, const QString &after);

} // namespace parvis::text
