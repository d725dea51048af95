#pragma once

#include "ui/shell/navigator.h"
#include "ui/text/fuzzy.h"

namespace parvis::ui {

// A line of the palette.
struct PaletteEntry {
    enum Kind { Action, GoTo, Person, Post, Document, Search };
    Kind kind = Action;
    QString key;                  // tells it from all others
    QString text;                 // what it is called
    QString also;                 // other words that find it: a handle, a help text
    QString detail;               // in smaller letters beside it
    QString keys;                 // of an action, portable
    Place place;                  // where it leads; not for actions
    Uuid face;                    // of a group or person: its colour
    int bonus = 0;                // 0 to 60: used lately, one's own
    QList<QPair<int, int>> marks; // in `text`: what answers the typed words
    int score = 0;
};

// A line and its folded forms, made once when the palette opens.
struct PaletteCandidate {
    explicit PaletteCandidate(const PaletteEntry &from) : entry(from), text(from.text), also(from.also) { }
    PaletteEntry entry;
    FuzzyText text;
    FuzzyText also;
};

// The candidates that answer what was typed, best first, at most `limit`. Equal ones keep their order.
QList<PaletteEntry> ranked(const QList<PaletteCandidate> &candidates, const QString &typed, int limit);

} // namespace parvis::ui
