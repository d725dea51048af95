#include "text/markdown.h"

#include "text/entities.h"
#include "text/node_builder.h"
#include "text/references.h"

#include <md4c.h>

#include <algorithm>
#include <optional>

namespace parvis::text {

namespace {

constexpr qsizetype maxUnits = 400'000;

QString string(const MD_CHAR *text, MD_SIZE size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

QString string(const MD_ATTRIBUTE &attribute)
{
    QString out;
    if (!attribute.text)
        return out;
    for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET from = attribute.substr_offsets[i];
        const QString part = string(attribute.text + from, attribute.substr_offsets[i + 1] - from);
        switch (attribute.substr_types[i]) {
        case MD_TEXT_ENTITY: out += resolveEntity(part); break;
        case MD_TEXT_NULLCHAR: out += QChar(QChar::ReplacementCharacter); break;
        default: out += part; break;
        }
    }
    return out;
}

Alignment alignment(MD_ALIGN align)
{
    switch (align) {
    case MD_ALIGN_LEFT: return Alignment::Left;
    case MD_ALIGN_CENTER: return Alignment::Center;
    case MD_ALIGN_RIGHT: return Alignment::Right;
    default: return Alignment::Default;
    }
}

Node itemNode(const MD_BLOCK_LI_DETAIL &detail)
{
    Node node{.type = NodeType::Item};
    if (detail.is_task)
        node.task = detail.task_mark == ' ' ? Task::Open : Task::Done;
    return node;
}

Node orderedList(const MD_BLOCK_OL_DETAIL &detail)
{
    const int start = int(std::min<unsigned>(detail.start, 999'999'999));
    return {.type = NodeType::List, .start = start, .ordered = true, .tight = detail.is_tight != 0};
}

// The node of a block, or nothing for those that leave no trace in the tree.
std::optional<Node> blockNode(MD_BLOCKTYPE type, void *detail, bool inHead)
{
    switch (type) {
    case MD_BLOCK_QUOTE: return Node{.type = NodeType::Quote};
    case MD_BLOCK_UL:
        return Node{.type = NodeType::List, .tight = static_cast<MD_BLOCK_UL_DETAIL *>(detail)->is_tight != 0};
    case MD_BLOCK_OL: return orderedList(*static_cast<MD_BLOCK_OL_DETAIL *>(detail));
    case MD_BLOCK_LI: return itemNode(*static_cast<MD_BLOCK_LI_DETAIL *>(detail));
    case MD_BLOCK_H:
        return Node{.type = NodeType::Heading, .level = int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level)};
    case MD_BLOCK_CODE:
        return Node{.type = NodeType::Code, .language = string(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->lang)};
    case MD_BLOCK_TABLE: return Node{.type = NodeType::Table};
    case MD_BLOCK_TR: return Node{.type = NodeType::TableRow, .header = inHead};
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return Node{.type = NodeType::TableCell,
                    .alignment = alignment(static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align)};
    case MD_BLOCK_P:
    case MD_BLOCK_HTML: return Node{.type = NodeType::Paragraph};
    case MD_BLOCK_HR: return Node{.type = NodeType::Rule};
    default: return {};
    }
}

Node spanNode(MD_SPANTYPE type, void *detail)
{
    switch (type) {
    case MD_SPAN_STRONG: return {.type = NodeType::Strong};
    case MD_SPAN_DEL: return {.type = NodeType::Strike};
    case MD_SPAN_CODE: return {.type = NodeType::InlineCode};
    case MD_SPAN_A: return {.type = NodeType::Link, .href = string(static_cast<MD_SPAN_A_DETAIL *>(detail)->href)};
    case MD_SPAN_IMG: return {.type = NodeType::Image, .href = string(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src)};
    default: return {.type = NodeType::Emphasis};
    }
}

// The callbacks answer 0 to go on. md4c heeds only negative answers at every level.
int goOn(bool fits)
{
    return fits ? 0 : -1;
}

struct Events {
    NodeBuilder builder;
    bool inHead = false;

    static Events &of(void *self) { return *static_cast<Events *>(self); }

    static int enterBlock(MD_BLOCKTYPE type, void *detail, void *self)
    {
        if (type == MD_BLOCK_THEAD)
            of(self).inHead = true;
        auto node = blockNode(type, detail, of(self).inHead);
        return goOn(!node || of(self).builder.open(std::move(*node)));
    }
    static int leaveBlock(MD_BLOCKTYPE type, void *, void *self)
    {
        if (type == MD_BLOCK_THEAD)
            of(self).inHead = false;
        if (type != MD_BLOCK_DOC && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY)
            of(self).builder.close();
        return 0;
    }
    static int enterSpan(MD_SPANTYPE type, void *detail, void *self)
    {
        return goOn(of(self).builder.open(spanNode(type, detail)));
    }
    static int leaveSpan(MD_SPANTYPE, void *, void *self)
    {
        of(self).builder.close();
        return 0;
    }
    static int text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self)
    {
        NodeBuilder &builder = of(self).builder;
        switch (type) {
        case MD_TEXT_BR: return goOn(builder.addLeaf({.type = NodeType::LineBreak}));
        case MD_TEXT_SOFTBR: return goOn(builder.addLeaf({.type = NodeType::SoftBreak}));
        case MD_TEXT_NULLCHAR: return goOn(builder.addText(QChar(QChar::ReplacementCharacter)));
        case MD_TEXT_ENTITY: return goOn(builder.addText(resolveEntity(string(text, size))));
        case MD_TEXT_CODE: return goOn(builder.addCode(string(text, size)));
        default: return goOn(builder.addText(string(text, size)));
        }
    }
};

Document plainDocument(const QString &body)
{
    return {{Node{.type = NodeType::Paragraph, .children = {Node{.type = NodeType::Text, .text = body}}}}};
}

void finish(std::vector<Node> &nodes, bool inLink)
{
    std::vector<Node> finished;
    finished.reserve(nodes.size());
    for (Node &node : nodes) {
        if (node.type == NodeType::Text && !inLink) {
            for (Node &part : splitReferences(node.text))
                finished.push_back(std::move(part));
            continue;
        }
        if (node.type == NodeType::Code && node.text.endsWith(u'\n'))
            node.text.chop(1);
        finish(node.children, inLink || node.type == NodeType::Link || node.type == NodeType::Image);
        finished.push_back(std::move(node));
    }
    nodes = std::move(finished);
}

} // namespace

Document parseMarkdown(const QString &body)
{
    if (body.size() > maxUnits)
        return plainDocument(body);
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = Events::enterBlock;
    parser.leave_block = Events::leaveBlock;
    parser.enter_span = Events::enterSpan;
    parser.leave_span = Events::leaveSpan;
    parser.text = Events::text;
    Events events;
    const QByteArray utf8 = body.toUtf8();
    if (md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, &events) != 0)
        return plainDocument(body);
    Document document = events.builder.take();
    finish(document.blocks, false);
    return document;
}

} // namespace parvis::text
