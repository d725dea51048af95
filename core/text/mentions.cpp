#include "text/mentions.h"

#include "text/markdown.h"

#include <QSet>

namespace parvis::text {

namespace {

void collect(const std::vector<Node> &nodes, NodeType type, QStringList &found, QSet<QString> &seen)
{
    for (const Node &node : nodes) {
        if (node.type == type && !seen.contains(node.href)) {
            seen.insert(node.href);
            found << node.href;
        }
        collect(node.children, type, found, seen);
    }
}

QStringList collected(const Document &document, NodeType type)
{
    QStringList found;
    QSet<QString> seen;
    collect(document.blocks, type, found, seen);
    return found;
}

} // namespace

QStringList mentionedHandles(const Document &document)
{
    return collected(document, NodeType::Mention);
}

QStringList mentionedHandles(QStringView body)
{
    // A character reference may stand for the sign.
    return body.contains(u'@') || body.contains(u"&#") ? mentionedHandles(parseMarkdown(body.toString())) : QStringList();
}

QStringList tags(const Document &document)
{
    return collected(document, NodeType::Tag);
}

QStringList tags(QStringView body)
{
    return body.contains(u'#') ? tags(parseMarkdown(body.toString())) : QStringList();
}

} // namespace parvis::text
