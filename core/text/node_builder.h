#pragma once

#include "text/nodes.h"

#include <vector>

namespace parvis::text {

// Puts a tree together from "open", "close" and "text" events; keeps depth and size within bounds, joins neighbouring
// texts, and sees that Items and Quotes hold blocks only.
class NodeBuilder {
public:
    static constexpr int maxNodes = 20'000;

    // False once the document has too many nodes: stop then.
    bool open(Node node);
    void close();
    bool addText(const QString &text);
    bool addLeaf(Node node);
    // Text of the innermost Code or InlineCode.
    bool addCode(const QString &text);

    // Closes what is open.
    Document take();

private:
    struct Open {
        Node node{};
        bool kept = true;
        bool inLooseParagraph = false; // the last child is a paragraph of our own making
    };

    Open &parent();
    std::vector<Node> &placeFor(NodeType type);

    std::vector<Open> m_open{Open{}}; // the first holds the blocks of the document
    int m_kept = 0;
    int m_nodes = 0;
};

} // namespace parvis::text
