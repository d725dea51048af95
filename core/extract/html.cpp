#include "extract/plain.h"

#include "text/entities.h"

namespace parvis::extract {

namespace {

constexpr qsizetype longestEntity = 32;

// Elements after and before which a new line begins; the others stand inside a line.
bool isBlock(QStringView name)
{
    static constexpr QStringView blocks[] = {
        u"address", u"article", u"aside", u"blockquote", u"br",  u"dd",   u"div",     u"dl",    u"dt",    u"figcaption", u"footer", u"form",
        u"h1",      u"h2",      u"h3",    u"h4",         u"h5",  u"h6",   u"header",  u"hr",    u"li",    u"main",       u"nav",    u"ol",
        u"option",  u"p",       u"pre",   u"section",    u"table", u"tr", u"title",   u"ul"};
    return std::any_of(std::begin(blocks), std::end(blocks),
                       [&](QStringView each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

bool isUnread(QStringView name)
{
    static constexpr QStringView unread[] = {u"script", u"style", u"template", u"noscript", u"svg"};
    return std::any_of(std::begin(unread), std::end(unread),
                       [&](QStringView each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

class HtmlReader {
public:
    HtmlReader(TextSink &out, QStringView html) : m_out(out), m_html(html) { }

    void run()
    {
        while (m_at < m_html.size() && !m_out.isFull()) {
            const QChar each = m_html[m_at];
            if (each == u'<' && beginsTag())
                tag();
            else if (each == u'&')
                entity();
            else
                words();
        }
    }

private:
    bool beginsTag() const
    {
        const QChar next = m_at + 1 < m_html.size() ? m_html[m_at + 1] : QChar();
        return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
    }

    void words()
    {
        const qsizetype from = m_at++;
        while (m_at < m_html.size() && m_html[m_at] != u'<' && m_html[m_at] != u'&')
            ++m_at;
        m_out.add(m_html.mid(from, m_at - from));
    }

    void entity()
    {
        const qsizetype end = m_html.indexOf(u';', m_at);
        if (end < 0 || end - m_at > longestEntity)
            return words();
        m_out.add(text::resolveEntity(m_html.mid(m_at, end + 1 - m_at)));
        m_at = end + 1;
    }

    void tag()
    {
        if (m_html.mid(m_at).startsWith(u"<!--"))
            return leap(u"-->");
        const bool closing = m_html[m_at + 1] == u'/';
        qsizetype end = m_at + 1 + int(closing);
        const qsizetype from = end;
        while (end < m_html.size() && m_html[end].isLetterOrNumber())
            ++end;
        const QStringView name = m_html.mid(from, end - from);
        skipAttributes(end);
        if (isBlock(name))
            m_out.line();
        else if (name == u"td" || name == u"th")
            m_out.space();
        if (!closing && isUnread(name))
            leapElement(name);
    }

    // A '>' in quotes ends no tag.
    void skipAttributes(qsizetype from)
    {
        QChar quote;
        for (m_at = from; m_at < m_html.size(); ++m_at) {
            const QChar each = m_html[m_at];
            if (!quote.isNull()) {
                if (each == quote)
                    quote = QChar();
            } else if (each == u'"' || each == u'\'') {
                quote = each;
            } else if (each == u'>') {
                ++m_at;
                return;
            }
        }
    }

    void leap(QStringView end)
    {
        const qsizetype found = m_html.indexOf(end, m_at);
        m_at = found < 0 ? m_html.size() : found + end.size();
    }

    void leapElement(QStringView name)
    {
        const qsizetype found = m_html.indexOf(QLatin1String("</") + name.toString(), m_at, Qt::CaseInsensitive);
        m_at = found < 0 ? m_html.size() : found;
    }

    TextSink &m_out;
    QStringView m_html;
    qsizetype m_at = 0;
};

} // namespace

void addHtml(TextSink &out, QStringView html)
{
    HtmlReader(out, html).run();
}

} // namespace parvis::extract
