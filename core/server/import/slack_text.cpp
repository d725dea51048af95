#include "server/import/slack_text.h"

#include "text/emoji.h"

#include <QStringList>

#include <algorithm>

namespace parvis::server {

namespace {

constexpr int maxNesting = 8;
const QLatin1String fence("```");

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

bool isAsciiPunct(QChar c)
{
    return c.unicode() < 128 && c.isPrint() && !c.isLetterOrNumber() && !c.isSpace();
}

QString decoded(QString text)
{
    text.replace(QLatin1String("&lt;"), QLatin1String("<"));
    text.replace(QLatin1String("&gt;"), QLatin1String(">"));
    text.replace(QLatin1String("&amp;"), QLatin1String("&"));
    return text;
}

// "&lt;" that was typed as such would be read as an entity by Markdown.
bool looksLikeEntity(QStringView text, qsizetype ampersand)
{
    qsizetype i = ampersand + 1;
    while (i < text.size() && i - ampersand < 34 && (text[i].isLetterOrNumber() || text[i] == QLatin1Char('#')))
        ++i;
    return i < text.size() && i > ampersand + 1 && text[i] == QLatin1Char(';');
}

// How far round a character its meaning is looked for: texts are long only when somebody means harm.
constexpr qsizetype neighbourhood = 2000;

// One character that Slack shows as it is.
QString literal(QStringView line, qsizetype at)
{
    const QChar c = line[at];
    const QChar before = at > 0 ? line[at - 1] : QChar(u' ');
    const QChar after = at + 1 < line.size() ? line[at + 1] : QChar(u' ');
    bool escape = false;
    switch (c.unicode()) {
    case '\\': escape = at + 1 == line.size() || isAsciiPunct(after); break;
    case '*': escape = !(before.isSpace() && after.isSpace()); break;
    case '_': escape = !(before.isLetterOrNumber() && after.isLetterOrNumber()); break;
    case '`':
    case '<': escape = true; break;
    case '~': {
        const qsizetype from = std::max<qsizetype>(0, at - neighbourhood);
        escape = line.sliced(from).left(2 * neighbourhood).count(c) > 1;
        break;
    }
    case '[': {
        const auto rest = line.sliced(at).left(neighbourhood);
        escape = rest.contains(QLatin1String("](")) || rest.contains(QLatin1String("]:"))
                 || rest.contains(QLatin1String("]["));
        break;
    }
    case '&': escape = looksLikeEntity(line, at); break;
    default: break;
    }
    return escape ? QStringLiteral("\\") + c : QString(c);
}

bool mayBeLink(const QString &url)
{
    return url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
           || url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive)
           || url.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive);
}

QString safeUrl(const QString &url)
{
    QString safe;
    for (const QChar c : url) {
        if (c == QLatin1Char('<') || c == QLatin1Char('>') || c.unicode() <= 0x20)
            safe += QStringLiteral("%%1").arg(c.unicode(), 2, 16, QLatin1Char('0')).toUpper();
        else
            safe += c;
    }
    return safe;
}

class Rewriter {
public:
    explicit Rewriter(const SlackNames &names) : m_names(names) { }

    SlackText run(QString text)
    {
        text.remove(QChar(u'\0'));
        text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        text.replace(u'\r', u'\n');
        qsizetype at = 0;
        for (;;) {
            const qsizetype open = text.indexOf(fence, at);
            const qsizetype close = open < 0 ? -1 : text.indexOf(fence, open + 3);
            addText(QStringView(text).sliced(at, close < 0 ? text.size() - at : open - at));
            if (close < 0)
                break;
            addCode(text.sliced(open + 3, close - open - 3));
            at = close + 3;
        }
        return {m_blocks.join(u'\n').trimmed(), m_mentions};
    }

private:
    // ---- blocks
    void addCode(const QString &code)
    {
        QString inside = withTagsAsText(code);
        while (inside.startsWith(u'\n'))
            inside.remove(0, 1);
        while (inside.endsWith(u'\n'))
            inside.chop(1);
        if (inside.isEmpty())
            return;
        m_blocks << QStringLiteral("```\n%1\n```").arg(inside);
    }

    void addText(QStringView text)
    {
        const bool afterCode = !m_blocks.isEmpty();
        while (afterCode && text.startsWith(u'\n'))
            text = text.sliced(1);
        if (text.trimmed().isEmpty())
            return;
        if (text.endsWith(u'\n'))
            text.chop(1);
        QStringList lines;
        bool quoted = false;
        bool quotedToEnd = false;
        const auto parts = text.split(u'\n');
        for (QStringView part : parts) {
            bool inQuote = quotedToEnd;
            for (const QLatin1String mark :
                 {QLatin1String("&gt;&gt;&gt;"), QLatin1String("&gt;"), QLatin1String(">")}) {
                if (inQuote || !part.startsWith(mark))
                    continue;
                inQuote = true;
                quotedToEnd = mark.size() == 12;
                part = part.sliced(mark.size());
                if (part.startsWith(u' '))
                    part = part.sliced(1);
            }
            // Without a blank line Markdown would draw the next line into the quote.
            if (quoted && !inQuote && !part.trimmed().isEmpty())
                lines << QString();
            quoted = inQuote;
            lines << (inQuote ? QStringLiteral("> ") : QString()) + lineStart(inlines(part, 0));
        }
        keepLineBreaks(lines);
        m_blocks << lines.join(u'\n');
    }

    // What would make a heading of a line of plain text.
    static QString lineStart(const QString &line)
    {
        const auto trimmed = QStringView(line).trimmed();
        if (trimmed.isEmpty())
            return line;
        qsizetype hashes = 0;
        while (hashes < trimmed.size() && trimmed[hashes] == u'#')
            ++hashes;
        const bool heading = hashes >= 1 && hashes <= 6 && (hashes == trimmed.size() || trimmed[hashes].isSpace());
        const bool underline =
            trimmed.count(trimmed[0]) == trimmed.size() && (trimmed[0] == u'=' || trimmed[0] == u'-');
        if (!heading && !underline)
            return line;
        QString escaped = line;
        return escaped.insert(line.indexOf(trimmed[0]), u'\\');
    }

    static void keepLineBreaks(QStringList &lines)
    {
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            if (!lines[i].trimmed().isEmpty() && !lines[i + 1].trimmed().isEmpty())
                lines[i] += QLatin1String("  ");
        }
    }

    // ---- inlines
    QString inlines(QStringView line, int depth)
    {
        QString out;
        QString unclosed; // marks that nothing closes from here on: looking again each time would be quadratic
        for (qsizetype i = 0; i < line.size();) {
            const QChar c = line[i];
            qsizetype used = 0;
            if (c == u'`')
                used = codeSpan(line, i, out);
            else if (c == u'<')
                used = tag(line, i, out, unclosed);
            else if (c == u':')
                used = emoji(line, i, out);
            else if (c == u'&')
                used = entity(line, i, out);
            else if ((c == u'*' || c == u'_' || c == u'~') && depth < maxNesting)
                used = span(line, i, depth, out, unclosed);
            if (used == 0) {
                if (c >= u' ' || c == u'\t')
                    out += literal(line, i);
                used = 1;
            }
            i += used;
        }
        return out;
    }

    qsizetype codeSpan(QStringView line, qsizetype at, QString &out)
    {
        const qsizetype close = line.indexOf(u'`', at + 1);
        if (close <= at + 1)
            return 0;
        out += QStringLiteral("`%1`").arg(withTagsAsText(line.sliced(at + 1, close - at - 1).toString()));
        return close + 1 - at;
    }

    static qsizetype emoji(QStringView line, qsizetype at, QString &out)
    {
        qsizetype end = at + 1;
        const auto isNameChar = [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-' || c == u'+'
                   || c == u'\'';
        };
        while (end < line.size() && end - at < 64 && isNameChar(line[end]))
            ++end;
        if (end == at + 1 || end >= line.size() || line[end] != u':')
            return 0;
        qsizetype last = end;
        static const QLatin1String tone(":skin-tone-");
        if (line.sliced(end + 1).startsWith(tone) && end + 3 + tone.size() <= line.size()
            && line[end + 2 + tone.size()] == u':')
            last = end + 2 + tone.size();
        QString found = text::fromShortName(line.sliced(at + 1, last - at - 1).toString());
        if (found.isEmpty()) {
            last = end;
            found = text::fromShortName(line.sliced(at + 1, last - at - 1).toString());
        }
        if (found.isEmpty())
            return 0;
        out += found;
        return last + 1 - at;
    }

    static qsizetype entity(QStringView line, qsizetype at, QString &out)
    {
        const auto rest = line.sliced(at);
        if (rest.startsWith(QLatin1String("&lt;"))) {
            out += QLatin1String("\\<");
            return 4;
        }
        if (rest.startsWith(QLatin1String("&gt;"))) {
            out += u'>';
            return 4;
        }
        if (!rest.startsWith(QLatin1String("&amp;")))
            return 0;
        const QString after = QStringLiteral("&") + rest.sliced(5).toString();
        out += looksLikeEntity(after, 0) ? QStringLiteral("\\&") : QStringLiteral("&");
        return 5;
    }

    // *bold*, _italic_ and ~struck~ stand alone: not inside words, not around blanks, on one line.
    qsizetype span(QStringView line, qsizetype at, int depth, QString &out, QString &unclosed)
    {
        const QChar mark = line[at];
        if (unclosed.contains(mark))
            return 0;
        if (at > 0 && (isWordChar(line[at - 1]) || line[at - 1] == mark))
            return 0;
        if (at + 1 >= line.size() || line[at + 1].isSpace() || line[at + 1] == mark)
            return 0;
        for (qsizetype close = at + 2; close < line.size(); ++close) {
            if (line[close] == u'<') {
                const qsizetype end = line.sliced(close).left(neighbourhood).indexOf(u'>');
                close += std::max<qsizetype>(0, end);
                continue;
            }
            if (line[close] != mark || line[close - 1].isSpace() || line[close - 1] == mark)
                continue;
            if (close + 1 < line.size() && (isWordChar(line[close + 1]) || line[close + 1] == mark))
                continue;
            const QString inside = inlines(line.sliced(at + 1, close - at - 1), depth + 1);
            const QString marks = mark == u'*'   ? QStringLiteral("**")
                                  : mark == u'~' ? QStringLiteral("~~")
                                                 : QStringLiteral("_");
            out += marks + inside + marks;
            return close + 1 - at;
        }
        unclosed += mark;
        return 0;
    }

    qsizetype tag(QStringView line, qsizetype at, QString &out, QString &unclosed)
    {
        const qsizetype end = unclosed.contains(u'<') ? -1 : line.indexOf(u'>', at);
        if (end < 0)
            unclosed += u'<';
        if (end <= at + 1)
            return 0;
        const QString inside = line.sliced(at + 1, end - at - 1).toString();
        const QString target = inside.section(u'|', 0, 0);
        const QString label = inside.section(u'|', 1);
        const QChar next = end + 1 < line.size() ? line[end + 1] : QChar(u' ');
        if (target.startsWith(u'@') || target.startsWith(u'#'))
            addReference(target, label, next, out);
        else if (target.startsWith(u'!'))
            out += escapedLine(decoded(special(target, label)));
        else
            out += link(decoded(target), decoded(label));
        return end + 1 - at;
    }

    void addReference(const QString &target, const QString &label, QChar next, QString &out)
    {
        const QString id = target.sliced(1);
        const bool isPerson = target.startsWith(u'@');
        const auto &look = isPerson ? m_names.person : m_names.channel;
        const auto known = look ? look(id) : std::nullopt;
        QString shown = known ? known->handle : label.isEmpty() ? id : decoded(label);
        if (!known && shown.startsWith(target[0]))
            shown.remove(0, 1);
        // Handles end at the first character that cannot be in one; a word beside it must not grow onto it.
        if (!out.isEmpty() && (isWordChar(out.back()) || QStringLiteral("@#&/").contains(out.back())))
            out += u' ';
        out += known ? QStringLiteral("@") + shown : QString(target[0]) + escapedLine(shown);
        if (isWordChar(next) || next == u'-')
            out += u' ';
        if (known && !m_mentions.contains(known->id))
            m_mentions << known->id;
    }

    static QString special(const QString &target, const QString &label)
    {
        const QString word = target.sliced(1);
        for (const char *all : {"here", "channel", "everyone", "group"}) {
            if (word == QLatin1String(all))
                return QStringLiteral("@") + word;
        }
        return label.isEmpty() ? word.section(u'^', 0, 0) : label;
    }

    static QString link(const QString &url, const QString &label)
    {
        const QString bare = url.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive) ? url.sliced(7) : url;
        if (!label.isEmpty() && label != url && label != bare)
            return markdownLink(label, url);
        return mayBeLink(url) ? QStringLiteral("<%1>").arg(safeUrl(bare)) : escapedLine(bare);
    }

    // Inside code nothing is a link: what Slack linked by itself goes back to what was typed.
    QString withTagsAsText(const QString &code)
    {
        QString out;
        bool unclosed = false;
        for (qsizetype i = 0; i < code.size();) {
            const qsizetype end = code[i] == u'<' && !unclosed ? code.indexOf(u'>', i) : -1;
            unclosed = unclosed || (code[i] == u'<' && end < 0);
            if (end <= i + 1) {
                out += code[i++];
                continue;
            }
            const QString inside = code.sliced(i + 1, end - i - 1);
            const QString target = inside.section(u'|', 0, 0);
            const QString label = inside.section(u'|', 1);
            const auto known =
                target.startsWith(u'@') && m_names.person ? m_names.person(target.sliced(1)) : std::nullopt;
            if (known)
                out += u'@' + known->handle;
            else if (target.startsWith(u'!'))
                out += special(target, label);
            else
                out += label.isEmpty() ? target : label;
            i = end + 1;
        }
        return decoded(out);
    }

    const SlackNames &m_names;
    QStringList m_blocks;
    QList<base::Uuid> m_mentions;
};

} // namespace

QString escapedLine(const QString &plain)
{
    QString out;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        if (c.unicode() < 0x20)
            out += u' ';
        else if (c == u']' || c == u'[')
            out += QStringLiteral("\\") + c;
        else
            out += literal(plain, i);
    }
    return out.trimmed();
}

QString markdownLink(const QString &label, const QString &url)
{
    const QString shown = escapedLine(label);
    if (!mayBeLink(url))
        return shown;
    const QString target = safeUrl(url);
    const bool plain = !target.contains(u'(') && !target.contains(u')') && !target.contains(u'\\');
    return plain ? QStringLiteral("[%1](%2)").arg(shown, target) : QStringLiteral("[%1](<%2>)").arg(shown, target);
}

SlackText markdownFromSlack(const QString &text, const SlackNames &names)
{
    return Rewriter(names).run(text);
}

} // namespace parvis::server
