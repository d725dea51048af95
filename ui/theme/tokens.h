#pragma once

#include "text/code_spans.h"

#include <QColor>

namespace parvis::ui {

// The colours of docs and pictures by their use. Every text colour stands out from every ground by at least 4.5, in high
// contrast by at least 7, whatever the company's colour is.
struct Tokens {
    QColor background, panel, rail, line;
    QColor ink, second, third;
    QColor accent, wash, onAccent;
    QColor good, wait, bad;
    QColor waitWash;
    QColor selection; // behind selected text, which then takes `ink`
    // In a block of code, on `background`; comments take `third`.
    QColor codeKeyword, codeType, codeString, codeNumber, codeName;
    bool dark = false;
    bool highContrast = false;

    // `company`: its colour, which becomes the accent once it is dark or light enough; invalid: the product's own.
    static Tokens of(bool dark, bool highContrast, const QColor &company = {});

    QColor codeInk(text::CodeSpan::Kind kind) const;
    double textContrast() const { return highContrast ? 7 : 4.5; }
    QList<QColor> grounds() const { return {background, panel, rail, wash}; }
    bool operator==(const Tokens &) const = default;
};

} // namespace parvis::ui
