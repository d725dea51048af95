#include "ui/theme/tokens.h"

#include "ui/theme/contrast.h"

namespace parvis::ui {

namespace {

Tokens light()
{
    return {.background = "#f6f6f4",
            .panel = "#ffffff",
            .rail = "#efeeeb",
            .line = "#e3e1dc",
            .ink = "#1f2328",
            .second = "#5b6168",
            .third = "#646a71",
            .accent = "#2f5bd0",
            .wash = "#e7edfb",
            .onAccent = "#ffffff",
            .good = "#1f7348",
            .wait = "#955508",
            .bad = "#c0392b",
            .waitWash = "#fdf1d8",
            .selection = "#c9d6f6",
            .codeKeyword = "#8a2f86",
            .codeType = "#1a6a75",
            .codeString = "#1f7348",
            .codeNumber = "#955508",
            .codeName = "#2f5bd0"};
}

Tokens darkOnes()
{
    return {.background = "#1b1d21",
            .panel = "#232629",
            .rail = "#181a1d",
            .line = "#33373c",
            .ink = "#e7e8ea",
            .second = "#a5abb3",
            .third = "#9aa1a9",
            .accent = "#8ab0ff",
            .wash = "#2a3654",
            .onAccent = "#14181f",
            .good = "#5fc592",
            .wait = "#e0a458",
            .bad = "#ef8375",
            .waitWash = "#43361f",
            .selection = "#3d4f78",
            .codeKeyword = "#d9a3e6",
            .codeType = "#7cc9d4",
            .codeString = "#7fd0a0",
            .codeNumber = "#e0a458",
            .codeName = "#8ab0ff",
            .dark = true};
}

// One ground, lines that one cannot miss, and no pale text.
void sharpen(Tokens &t)
{
    t.highContrast = true;
    t.background = t.panel = t.rail = t.dark ? "#000000" : "#ffffff";
    t.line = t.dark ? "#9aa1a9" : "#5b6168";
    t.ink = t.dark ? "#ffffff" : "#000000";
    t.second = t.dark ? "#e7e8ea" : "#1f2328";
    t.third = t.dark ? "#d3d6da" : "#33373c";
    t.onAccent = t.dark ? "#000000" : "#ffffff";
}

} // namespace

Tokens Tokens::of(bool dark, bool highContrast, const QColor &company)
{
    Tokens t = dark ? darkOnes() : light();
    if (highContrast)
        sharpen(t);
    if (company.isValid() && company.alpha() == 255) {
        // The wash first, since the accent is read on it, too.
        t.wash = mixed(t.panel, company, dark ? 0.30 : 0.11);
        t.accent = company;
    }
    if (highContrast)
        t.wash = mixed(t.panel, t.wash, dark ? 0.7 : 0.6);
    const double ratio = t.textContrast();
    QList<QColor> behindAccent = t.grounds();
    t.accent = standingOut(t.accent, behindAccent, ratio);
    if (contrast(t.onAccent, t.accent) < ratio)
        t.onAccent = standingOut(t.onAccent, {t.accent}, ratio);
    for (QColor *text : {&t.ink, &t.second, &t.third, &t.good, &t.wait, &t.bad})
        *text = standingOut(*text, t.grounds() << t.waitWash, ratio);
    for (QColor *code : {&t.codeKeyword, &t.codeType, &t.codeString, &t.codeNumber, &t.codeName})
        *code = standingOut(*code, {t.background}, ratio);
    return t;
}

QColor Tokens::codeInk(text::CodeSpan::Kind kind) const
{
    switch (kind) {
    case text::CodeSpan::Keyword: return codeKeyword;
    case text::CodeSpan::Type: return codeType;
    case text::CodeSpan::String: return codeString;
    case text::CodeSpan::Number: return codeNumber;
    case text::CodeSpan::Comment: return third;
    case text::CodeSpan::Name: return codeName;
    }
    return ink;
}

} // namespace parvis::ui
