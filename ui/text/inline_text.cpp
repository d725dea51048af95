#include "ui/text/inline_text.h"

#include "text/links.h"
#include "ui/text/emoji_runs.h"

#include <algorithm>

namespace parvis::ui {

using text::Node;
using text::NodeType;

namespace {

class Builder {
public:
    Builder(const Theme &theme, const QFont &font) : m_theme(theme), m_font(font) { }

    void add(const std::vector<Node> &nodes, const QTextCharFormat &format)
    {
        for (const Node &node : nodes)
            add(node, format);
    }

    void text(const QString &text, const QTextCharFormat &format)
    {
        qsizetype at = 0;
        for (const EmojiRun &run : emojiRuns(text)) {
            piece(text.mid(at, run.start - at), format);
            QTextCharFormat emoji = format;
            emoji.setFontFamilies({m_theme.emojiFamily()});
            emoji.setFontItalic(false);
            piece(text.mid(run.start, run.length), emoji);
            at = run.start + run.length;
        }
        piece(text.mid(at), format);
    }

    InlineText take() { return std::move(m_out); }

private:
    void piece(const QString &text, const QTextCharFormat &format)
    {
        if (text.isEmpty())
            return;
        if (format.propertyCount() > 0)
            m_out.formats.append({int(m_out.text.size()), int(text.size()), format});
        m_out.text += text;
    }

    void add(const Node &node, const QTextCharFormat &format)
    {
        QTextCharFormat own = format;
        const int start = int(m_out.text.size());
        switch (node.type) {
        case NodeType::Text: text(node.text, format); return;
        case NodeType::SoftBreak:
        case NodeType::LineBreak: piece(QString(QChar::LineSeparator), format); return;
        case NodeType::Emphasis: own.setFontItalic(true); break;
        case NodeType::Strong: own.setFontWeight(QFont::DemiBold); break;
        case NodeType::Strike: own.setFontStrikeOut(true); break;
        case NodeType::InlineCode:
            own.setFontFamilies(m_theme.font(TextRole::Code).families());
            own.setProperty(QTextFormat::FontPixelSize, qRound(m_font.pixelSize() * 0.9));
            own.setBackground(m_theme.tokens().background);
            piece(node.text, own);
            return;
        case NodeType::Mention:
        case NodeType::Tag:
            own.setForeground(m_theme.tokens().accent);
            own.setFontWeight(node.type == NodeType::Mention ? QFont::DemiBold : QFont::Normal);
            piece(node.text, own);
            span(node.type == NodeType::Mention ? LinkSpan::Mention : LinkSpan::Tag, start, node.href);
            return;
        case NodeType::Link:
        case NodeType::Image: link(node, format); return;
        default: break;
        }
        add(node.children, own);
    }

    // The address that a link really leads to stands behind it, unless its own words already show it.
    void link(const Node &node, const QTextCharFormat &format)
    {
        const text::LinkDecision decision = text::judge(node.href);
        QTextCharFormat own = format;
        const int start = int(m_out.text.size());
        if (decision.allowed)
            own.setForeground(m_theme.tokens().accent);
        if (node.type == NodeType::Image)
            text(QStringLiteral("\U0001F5BC\uFE0F "), own);
        const auto before = m_out.text.size();
        add(node.children, own);
        if (m_out.text.size() == before)
            text(decision.host.isEmpty() ? node.href : decision.host, own);
        if (!decision.allowed)
            return;
        span(LinkSpan::Link, start, node.href);
        if (!QStringView(m_out.text).mid(start).contains(decision.host, Qt::CaseInsensitive) || decision.suspicious) {
            QTextCharFormat small = format;
            small.setForeground(decision.suspicious ? m_theme.tokens().bad : m_theme.tokens().third);
            small.setProperty(QTextFormat::FontPixelSize, m_theme.font(TextRole::Detail).pixelSize());
            piece(QStringLiteral(" (") + decision.host + QStringLiteral(")"), small);
        }
    }

    void span(LinkSpan::Kind kind, int start, const QString &href)
    {
        m_out.links.append({kind, start, int(m_out.text.size()) - start, href});
    }

    const Theme &m_theme;
    const QFont &m_font;
    InlineText m_out;
};

} // namespace

InlineText inlineText(const std::vector<Node> &nodes, const Theme &theme, const QFont &font)
{
    Builder builder(theme, font);
    builder.add(nodes, {});
    return builder.take();
}

std::vector<Node> slicedInline(const std::vector<Node> &nodes, int from, int to, const Theme &theme)
{
    std::vector<Node> kept;
    int at = 0;
    const QFont &font = theme.font(TextRole::Reading);
    for (const Node &node : nodes) {
        const int length = int(inlineText({node}, theme, font).text.size());
        const int begin = std::clamp(from - at, 0, length), end = std::clamp(to - at, 0, length);
        at += length;
        if (begin >= end)
            continue;
        Node part = node;
        if (node.type == NodeType::Text || node.type == NodeType::InlineCode)
            part.text = node.text.mid(begin, end - begin);
        else if (node.type == NodeType::Image)
            ; // a picture is whole
        else if (!node.children.empty())
            part.children = slicedInline(node.children, begin, end, theme);
        if (node.children.empty() || !part.children.empty())
            kept.push_back(std::move(part));
        else
            kept.push_back(node); // of a link, only the host beside it
    }
    return kept;
}

InlineText plainInline(const QString &text, const Theme &theme, const QFont &font)
{
    Builder builder(theme, font);
    builder.text(text, {});
    return builder.take();
}

} // namespace parvis::ui
