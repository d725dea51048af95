#include "ui/models/palette_entry.h"

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr int otherWords = 450; // what is found by its help or handle stands below what is found by its name

}

QList<PaletteEntry> ranked(const QList<PaletteCandidate> &candidates, const QString &typed, int limit)
{
    QList<PaletteEntry> found;
    for (const PaletteCandidate &candidate : candidates) {
        PaletteEntry entry = candidate.entry;
        const auto byName = fuzzyMatch(candidate.text, typed);
        const auto byOther = byName ? std::nullopt : fuzzyMatch(candidate.also, typed);
        if (byName) {
            entry.score = byName->score + entry.bonus;
            entry.marks = byName->marks;
        } else if (byOther && byOther->score > otherWords) { // whole words only: a help text holds most letters
            entry.score = byOther->score - otherWords + entry.bonus;
        } else {
            continue;
        }
        found.append(entry);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

} // namespace parvis::ui
