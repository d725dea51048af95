#pragma once

#include <QString>
#include <QStringView>

namespace parvis::text {

// Places where a text may be cut, in UTF-16 units.

// The last place at or before `at` that parts neither a surrogate pair nor a character from its marks and joiners.
qsizetype safeCut(QStringView text, qsizetype at);

// The first beginning of a word at or after `at`, but not after `latest`.
qsizetype wordBoundaryAfter(QStringView text, qsizetype at, qsizetype latest);

// The last end of a word at or before `at`, but not before `earliest`; a safe cut where one word fills all.
qsizetype wordBoundaryBefore(QStringView text, qsizetype at, qsizetype earliest);

// Runs of blanks and control characters become one space, the ends lose theirs.
QString onOneLine(QStringView text);

// At most maxChars units, cut between words with '…' at the end.
QString shortened(QStringView text, int maxChars);

} // namespace parvis::text
