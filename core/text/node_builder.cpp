#include "text/node_builder.h"

#include <QtGlobal>

#include <utility>

namespace parvis::text {

namespace {

bool isInline(NodeType type)
{
    return type >= NodeType::Text;
}

bool isContainer(NodeType type)
{
    return type == NodeType::List || type == NodeType::Item || type == NodeType::Quote;
}

// Containers give way first, so that what they hold still finds room for a paragraph or a table with its inlines.
bool fits(NodeType type, int depth)
{
    if (isContainer(type))
        return depth < maxNodeDepth - 8;
    return depth < maxNodeDepth - 1 || type == NodeType::InlineCode || type == NodeType::Code;
}

} // namespace

NodeBuilder::Open &NodeBuilder::parent()
{
    auto at = m_open.size() - 1;
    while (!m_open[at].kept)
        --at;
    return m_open[at];
}

std::vector<Node> &NodeBuilder::placeFor(NodeType type)
{
    Open &holder = parent();
    const bool holdsBlocks = m_kept == 0 || isContainer(holder.node.type);
    if (!holdsBlocks)
        return holder.node.children;
    if (!isInline(type)) {
        holder.inLooseParagraph = false;
        return holder.node.children;
    }
    if (!holder.inLooseParagraph) {
        holder.node.children.push_back({.type = NodeType::Paragraph});
        holder.inLooseParagraph = true;
        ++m_nodes;
    }
    return holder.node.children.back().children;
}

bool NodeBuilder::open(Node node)
{
    const bool kept = fits(node.type, m_kept);
    if (!isInline(node.type))
        parent().inLooseParagraph = false;
    m_open.push_back({std::move(node), kept});
    m_kept += kept;
    return ++m_nodes <= maxNodes;
}

void NodeBuilder::close()
{
    Q_ASSERT(m_open.size() > 1);
    Open closed = std::move(m_open.back());
    m_open.pop_back();
    if (!closed.kept) {
        if (!isInline(closed.node.type))
            parent().inLooseParagraph = false;
        return;
    }
    --m_kept;
    placeFor(closed.node.type).push_back(std::move(closed.node));
}

bool NodeBuilder::addText(const QString &text)
{
    auto &siblings = placeFor(NodeType::Text);
    if (!siblings.empty() && siblings.back().type == NodeType::Text) {
        siblings.back().text += text;
        return true;
    }
    siblings.push_back({.type = NodeType::Text, .text = text});
    return ++m_nodes <= maxNodes;
}

bool NodeBuilder::addLeaf(Node node)
{
    placeFor(node.type).push_back(std::move(node));
    return ++m_nodes <= maxNodes;
}

bool NodeBuilder::addCode(const QString &text)
{
    Node &node = m_open.back().node;
    if (node.type != NodeType::Code && node.type != NodeType::InlineCode)
        return addText(text);
    node.text += text;
    return true;
}

Document NodeBuilder::take()
{
    while (m_open.size() > 1)
        close();
    return {std::move(m_open.front().node.children)};
}

} // namespace parvis::text
