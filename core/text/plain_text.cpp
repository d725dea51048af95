#include "text/cut.h"
#include "text/markdown.h"

namespace parvis::text {

namespace {

void endLine(QString &out)
{
    if (!out.isEmpty() && !out.endsWith(u'\n'))
        out += u'\n';
}

void append(QString &out, const Node &node)
{
    switch (node.type) {
    case NodeType::Text:
    case NodeType::InlineCode:
    case NodeType::Mention:
    case NodeType::Tag: out += node.text; return;
    case NodeType::SoftBreak:
    case NodeType::LineBreak: out += u'\n'; return;
    case NodeType::Code:
        endLine(out);
        out += node.text;
        endLine(out);
        return;
    default: break;
    }
    int number = node.start;
    for (const Node &child : node.children) {
        if (node.ordered)
            out += QString::number(number++) + ". ";
        append(out, child);
    }
    switch (node.type) {
    case NodeType::TableCell: out += u'\t'; break;
    case NodeType::Paragraph:
    case NodeType::Heading:
    case NodeType::Item:
    case NodeType::TableRow: endLine(out); break;
    default: break;
    }
}

} // namespace

QString plainText(const Document &document)
{
    QString out;
    for (const Node &block : document.blocks)
        append(out, block);
    while (out.endsWith(u'\n'))
        out.chop(1);
    return out;
}

QString summary(const QString &body, int maxChars)
{
    // What cannot be shown need not be parsed; marks take up to four times the room of the words.
    const qsizetype parsed = safeCut(body, qsizetype(maxChars) * 4 + 400);
    return shortened(onOneLine(plainText(parseMarkdown(body.left(parsed)))), maxChars);
}

} // namespace parvis::text
