#pragma once

#include <QString>

#include <vector>

namespace parvis::text {

enum class NodeType : quint8 {
    // blocks
    Paragraph,
    Heading, // level 1–6
    List,    // ordered, start, tight; children are Items
    Item,    // task
    Quote,
    Code,  // text, language
    Table, // children are TableRows of TableCells
    TableRow,
    TableCell,
    Rule,
    // inlines
    Text,     // text
    Emphasis,
    Strong,
    Strike,
    InlineCode, // text
    Link,       // href as written: judge() decides what may be opened
    Image,      // a link to the picture: href; children are its description. Nothing is ever loaded from it
    SoftBreak,
    LineBreak,
    Mention, // text as written with '@', href = the handle
    Tag      // text as written with '#', href = the tag in lower case
};

enum class Task : quint8 { None, Open, Done };
enum class Alignment : quint8 { Default, Left, Center, Right };

// A plain value; which fields mean something is told by the type.
struct Node {
    NodeType type = NodeType::Paragraph;
    QString text{};
    QString href{};
    QString language{};
    std::vector<Node> children{};
    int level = 0; // Heading
    int start = 1; // List
    bool ordered = false;
    bool tight = false;
    bool header = false; // TableRow
    Task task = Task::None;
    Alignment alignment = Alignment::Default;

    bool operator==(const Node &) const = default;
};

struct Document {
    std::vector<Node> blocks;

    bool operator==(const Document &) const = default;
};

inline constexpr int maxNodeDepth = 32;

} // namespace parvis::text
