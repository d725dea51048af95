#pragma once

#include "text/nodes.h"
#include "ui/theme/theme.h"

#include <QTextLayout>

namespace parvis::ui {

struct LinkSpan {
    enum Kind { Link, Mention, Tag };
    Kind kind = Link;
    int start = 0;
    int length = 0;
    QString href; // a link's address as written, a mention's handle, a tag
};

// Inline nodes as one string with the formats of its pieces, ready for a QTextLayout.
struct InlineText {
    QString text;
    QList<QTextLayout::FormatRange> formats; // in order, without overlap
    QList<LinkSpan> links;
};

InlineText inlineText(const std::vector<text::Node> &nodes, const Theme &theme, const QFont &font);

// The nodes that stand behind units [from, to) of such a text, cut at its ends.
std::vector<text::Node> slicedInline(const std::vector<text::Node> &nodes, int from, int to, const Theme &theme);

// A plain string of ours with its emoji in the emoji font.
InlineText plainInline(const QString &text, const Theme &theme, const QFont &font);

} // namespace parvis::ui
