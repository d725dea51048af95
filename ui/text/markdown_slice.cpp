#include "ui/text/markdown_slice.h"

#include "text/markdown.h"
#include "text/to_markdown.h"
#include "ui/text/body_layout.h"

#include <algorithm>

namespace parvis::ui {

using text::Node;
using text::NodeType;

namespace {

// Walks a document as BodyLayout lays it, so that both count the same positions.
class Slicer {
public:
    Slicer(int from, int to, const Theme &theme) : m_from(from), m_to(to), m_theme(theme) { }

    std::vector<Node> blocks(const std::vector<Node> &nodes)
    {
        std::vector<Node> kept, loose;
        const auto flush = [&] {
            if (loose.empty())
                return;
            for (Node &node : run(loose))
                kept.push_back(std::move(node));
            loose.clear();
        };
        for (const Node &node : nodes) {
            if (node.type >= NodeType::Text) {
                loose.push_back(node);
                continue;
            }
            flush();
            Node part = node;
            if (block(part))
                kept.push_back(std::move(part));
        }
        flush();
        return kept;
    }

private:
    struct Part {
        int from, to;
        bool any() const { return from < to; }
    };
    // The next piece of the layout: what of it is wanted.
    Part next(int length)
    {
        const int start = m_any ? m_at + 1 : 0;
        m_any = true;
        m_at = start + length;
        return {std::clamp(m_from - start, 0, length), std::clamp(m_to - start, 0, length)};
    }

    std::vector<Node> run(const std::vector<Node> &nodes)
    {
        const Part part = next(int(inlineText(nodes, m_theme, m_theme.font(TextRole::Reading)).text.size()));
        return part.any() ? slicedInline(nodes, part.from, part.to, m_theme) : std::vector<Node>();
    }

    bool block(Node &node)
    {
        switch (node.type) {
        case NodeType::List: return list(node);
        case NodeType::Item:
        case NodeType::Quote: node.children = blocks(node.children); return !node.children.empty();
        case NodeType::Code: {
            const QString text = BodyLayout::codeText(node);
            const Part part = next(int(text.size()));
            node.text = text.mid(part.from, part.to - part.from);
            return part.any();
        }
        case NodeType::Table: return table(node);
        case NodeType::Rule: return m_any && m_from < m_at && m_to > m_at + 1;
        default: node.children = run(node.children); return !node.children.empty();
        }
    }

    bool list(Node &node)
    {
        std::vector<Node> kept;
        int index = 0;
        for (Node &item : node.children) {
            item.children = blocks(item.children);
            if (!item.children.empty()) {
                if (kept.empty())
                    node.start += index;
                kept.push_back(std::move(item));
            }
            ++index;
        }
        node.children = std::move(kept);
        return !node.children.empty();
    }

    bool table(Node &node)
    {
        std::vector<Node> kept;
        bool any = false;
        for (const Node &row : node.children) {
            Node part = row;
            bool touched = false;
            for (size_t c = 0; c < std::min(part.children.size(), size_t(BodyLayout::maxColumns)); ++c) {
                part.children[c].children = run(row.children[c].children);
                touched = touched || !part.children[c].children.empty();
            }
            any = any || touched;
            if (row.header)
                kept.push_back(row);
            else if (touched)
                kept.push_back(std::move(part));
        }
        node.children = std::move(kept);
        return any;
    }

    int m_from, m_to;
    const Theme &m_theme;
    int m_at = 0;
    bool m_any = false;
};

} // namespace

QString markdownSlice(const QString &body, int from, int to, const Theme &theme)
{
    const text::Document document = text::parseMarkdown(body);
    return text::toMarkdown({Slicer(from, to, theme).blocks(document.blocks)});
}

} // namespace parvis::ui
