#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace parvis::text {

// Days that a word means, the last one included.
struct DateSpan {
    QDate first;
    QDate last;

    bool operator==(const DateSpan &) const = default;
};

// "2026-03", "12/03", "mars 2026", "lundi", "hier", "7j" … in French and English, see search_words.h. Days and months
// without a year are the last ones that have begun by `today`.
std::optional<DateSpan> dateSpan(QStringView typed, QDate today, bool monthFirst);

} // namespace parvis::text
