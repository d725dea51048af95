#include "text/to_markdown.h"

#include <QRegularExpression>
#include <QStringList>

namespace parvis::text {

namespace {

// A run of '`' longer than any in the text.
QString fenceFor(const QString &text, int least)
{
    int longest = 0, run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    return QString(qMax(least, longest + 1), u'`');
}

QString escaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (QStringView(u"\\`*_[]<~|").contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

QString inlines(const std::vector<Node> &nodes);

QString link(const Node &node)
{
    const QString words = inlines(node.children);
    const bool bare = node.children.size() == 1 && node.children.front().type == NodeType::Text
                      && (node.children.front().text == node.href
                          || QStringLiteral("mailto:") + node.children.front().text == node.href
                          || QStringLiteral("http://") + node.children.front().text == node.href);
    if (bare && node.type == NodeType::Link)
        return node.children.front().text;
    const bool plain = !node.href.contains(QRegularExpression(QStringLiteral("[\\s()<>]")));
    const QString target = plain ? node.href : u'<' + QString(node.href).remove(u'<').remove(u'>') + u'>';
    return (node.type == NodeType::Image ? QStringLiteral("![") : QStringLiteral("[")) + words + QStringLiteral("](")
           + target + u')';
}

QString inlineOf(const Node &node)
{
    switch (node.type) {
    case NodeType::Text: return escaped(node.text);
    case NodeType::Emphasis: return u'*' + inlines(node.children) + u'*';
    case NodeType::Strong: return QStringLiteral("**") + inlines(node.children) + QStringLiteral("**");
    case NodeType::Strike: return QStringLiteral("~~") + inlines(node.children) + QStringLiteral("~~");
    case NodeType::InlineCode: {
        const QString fence = fenceFor(node.text, 1);
        const bool pad = node.text.startsWith(u'`') || node.text.endsWith(u'`');
        return pad ? fence + u' ' + node.text + u' ' + fence : fence + node.text + fence;
    }
    case NodeType::Link:
    case NodeType::Image: return link(node);
    case NodeType::SoftBreak: return QStringLiteral("\n");
    case NodeType::LineBreak: return QStringLiteral("\\\n");
    case NodeType::Mention:
    case NodeType::Tag: return node.text;
    default: return inlines(node.children);
    }
}

QString inlines(const std::vector<Node> &nodes)
{
    QString out;
    for (const Node &node : nodes)
        out += inlineOf(node);
    return out;
}

// A line that only looks like the beginning of a block gets its sign escaped.
QString asText(const QString &line)
{
    static const QRegularExpression sign(QStringLiteral("^(\\s*)([#>+=-]|\\d{1,9}(?=[.)]))"));
    const auto match = sign.match(line);
    if (!match.hasMatch())
        return line;
    const bool number = match.capturedView(2).front().isDigit();
    const auto at = number ? match.capturedEnd(2) : match.capturedStart(2);
    return line.left(at) + u'\\' + line.mid(at);
}

QStringList blocks(const std::vector<Node> &nodes, bool tight);

QStringList list(const Node &node)
{
    QStringList lines;
    int number = node.start;
    for (const Node &item : node.children) {
        QString marker = node.ordered ? QString::number(number++) + QStringLiteral(". ") : QStringLiteral("- ");
        const auto indent = marker.size();
        if (item.task != Task::None)
            marker += item.task == Task::Done ? QStringLiteral("[x] ") : QStringLiteral("[ ] ");
        if (!lines.isEmpty() && !node.tight)
            lines << QString();
        bool first = true;
        for (const QString &line : blocks(item.children, node.tight)) {
            lines << (first ? marker + line : line.isEmpty() ? line : QString(indent, u' ') + line);
            first = false;
        }
        if (first)
            lines << marker.trimmed();
    }
    return lines;
}

QStringList table(const Node &node)
{
    QStringList lines;
    for (const Node &row : node.children) {
        QString line = QStringLiteral("|"), rule = QStringLiteral("|");
        for (const Node &cell : row.children) {
            line += u' ' + inlines(cell.children).replace(u'\n', u' ') + QStringLiteral(" |");
            const bool left = cell.alignment == Alignment::Left || cell.alignment == Alignment::Center;
            const bool right = cell.alignment == Alignment::Right || cell.alignment == Alignment::Center;
            rule += (left ? QStringLiteral(" :") : QStringLiteral(" ")) + QStringLiteral("---")
                    + (right ? QStringLiteral(": |") : QStringLiteral(" |"));
        }
        lines << line;
        if (row.header)
            lines << rule;
    }
    return lines;
}

QStringList block(const Node &node)
{
    switch (node.type) {
    case NodeType::Heading: return {QString(node.level, u'#') + u' ' + inlines(node.children).replace(u'\n', u' ')};
    case NodeType::List: return list(node);
    case NodeType::Quote: {
        QStringList lines;
        for (const QString &line : blocks(node.children, false))
            lines << (line.isEmpty() ? QStringLiteral(">") : QStringLiteral("> ") + line);
        return lines;
    }
    case NodeType::Code: {
        const QString fence = fenceFor(node.text, 3);
        QString text = node.text;
        if (text.endsWith(u'\n'))
            text.chop(1);
        return QStringList{fence + node.language} + text.split(u'\n') + QStringList{fence};
    }
    case NodeType::Table: return table(node);
    case NodeType::Rule: return {QStringLiteral("---")};
    default: {
        QStringList lines;
        for (const QString &line : inlines(node.children).split(u'\n'))
            lines << asText(line);
        return lines;
    }
    }
}

QStringList blocks(const std::vector<Node> &nodes, bool tight)
{
    QStringList lines;
    std::vector<Node> loose; // inlines where a block is expected, as in a tight item
    const auto put = [&](const QStringList &more) {
        if (!lines.isEmpty() && !tight)
            lines << QString();
        lines += more;
    };
    const auto flush = [&] {
        if (loose.empty())
            return;
        Node paragraph;
        paragraph.children = std::move(loose);
        loose.clear();
        put(block(paragraph));
    };
    for (const Node &node : nodes) {
        if (node.type >= NodeType::Text) {
            loose.push_back(node);
            continue;
        }
        flush();
        put(block(node));
    }
    flush();
    return lines;
}

} // namespace

QString toMarkdown(const Document &document)
{
    return blocks(document.blocks, false).join(u'\n');
}

} // namespace parvis::text
