#pragma once

#include <QList>
#include <QStringView>

namespace parvis::text {

// How Markdown looks while it is being written: a line at a time, with what goes on from the line before, so that a key costs one
// line. It agrees with parseMarkdown() but for emphasis over several lines and indented quotes of code. Pure; any thread.

enum LineStyle : quint16 {
    Mark = 1, // a sign of Markdown's own: paler than the text
    StrongText = 2,
    EmphasisText = 4,
    StruckText = 8,
    CodeText = 16,
    LinkText = 32, // the words of a link, or an address
    MentionText = 64,
    TagText = 128,
    QuoteText = 256,
    HeadingText = 512,
    ListMark = 1024
};

struct StyledSpan {
    int start = 0; // UTF-16 units
    int length = 0;
    quint16 styles = 0; // of LineStyle

    bool operator==(const StyledSpan &) const = default;
};

// 0: ordinary text; otherwise inside a fence of code, by its sign and length.
using LineState = int;

// The styled pieces of a line, in order, without overlap; `state` in: of the line before, out: of this one.
QList<StyledSpan> lineStyles(QStringView line, LineState &state);

} // namespace parvis::text
