#include "text/code_spans.h"

#include "text/code_languages.h"

namespace parvis::text {

namespace {

constexpr qsizetype maxUnits = 20'000;

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

// One walk over the text; every step moves on by at least one unit.
class Walker {
public:
    Walker(QStringView code, const CodeLanguage &language) : m_code(code), m_language(language) { }

    QList<CodeSpan> run()
    {
        while (m_at < m_code.size()) {
            if (m_language.shape == CodeLanguage::Markup)
                markup();
            else
                step();
        }
        return m_spans;
    }

private:
    QChar at(qsizetype i) const { return i < m_code.size() ? m_code.at(i) : QChar(); }
    bool here(QStringView text) const { return m_code.mid(m_at, text.size()) == text; }
    qsizetype lineEnd() const
    {
        const qsizetype end = m_code.indexOf(u'\n', m_at);
        return end < 0 ? m_code.size() : end;
    }
    // The end of the first `text` at or after `from`, or of everything.
    qsizetype after(QStringView text, qsizetype from) const
    {
        const qsizetype found = m_code.indexOf(text, from);
        return found < 0 ? m_code.size() : found + text.size();
    }
    void take(CodeSpan::Kind kind, qsizetype to)
    {
        to = qMin(qMax(to, m_at + 1), m_code.size());
        m_spans.append({kind, int(m_at), int(to - m_at)});
        m_at = to;
    }
    bool startsLine() const
    {
        for (qsizetype i = m_at - 1; i >= 0 && m_code.at(i) != u'\n'; --i) {
            if (!m_code.at(i).isSpace())
                return false;
        }
        return true;
    }

    // The end of a string that began at `from`; at the line's end if it may not go on.
    qsizetype stringEnd(qsizetype from, QChar quote, bool overLines) const
    {
        for (qsizetype i = from + 1; i < m_code.size(); ++i) {
            const QChar c = m_code.at(i);
            if (c == u'\n' && !overLines)
                return i;
            if (c == u'\\' && !m_language.doubledQuotes)
                ++i;
            else if (c == quote && m_language.doubledQuotes && at(i + 1) == quote)
                ++i;
            else if (c == quote)
                return i + 1;
        }
        return m_code.size();
    }

    bool comment()
    {
        if (m_language.slashComments && here(u"//")) {
            take(CodeSpan::Comment, lineEnd());
            return true;
        }
        if ((m_language.slashComments || m_language.dashComments) && here(u"/*")) {
            take(CodeSpan::Comment, after(u"*/", m_at + 2));
            return true;
        }
        if (m_language.dashComments && here(u"--")) {
            take(CodeSpan::Comment, lineEnd());
            return true;
        }
        // In the shell, $# and a#b are no comments.
        if (m_language.hashComments && at(m_at) == u'#'
            && (m_language.shape != CodeLanguage::Shell || m_at == 0 || m_code.at(m_at - 1).isSpace())) {
            take(CodeSpan::Comment, lineEnd());
            return true;
        }
        return false;
    }

    bool string()
    {
        const QChar c = at(m_at);
        if (m_language.tripleQuotes && (here(u"\"\"\"") || here(u"'''"))) {
            take(CodeSpan::String, after(m_code.mid(m_at, 3), m_at + 3));
            return true;
        }
        if (c == u'\'' && !m_language.singleIsString) { // a character; otherwise a lifetime
            const bool escaped = at(m_at + 1) == u'\\';
            const qsizetype end = m_at + (escaped ? 3 : 2);
            if (at(end) != u'\'')
                return false;
            take(CodeSpan::String, end + 1);
            return true;
        }
        if (c != u'"' && c != u'\'' && !(c == u'`' && m_language.backQuotes))
            return false;
        const bool overLines = c == u'`' || m_language.shape == CodeLanguage::Shell || m_language.doubledQuotes;
        qsizetype end = stringEnd(m_at, c, overLines);
        CodeSpan::Kind kind = CodeSpan::String;
        if (m_language.shape == CodeLanguage::Data) {
            qsizetype next = end;
            while (at(next).isSpace())
                ++next;
            kind = at(next) == u':' ? CodeSpan::Name : CodeSpan::String;
        }
        take(kind, end);
        return true;
    }

    void word()
    {
        qsizetype end = m_at;
        while (isNamePart(at(end))
               || (m_language.shape == CodeLanguage::Shell && at(end) == u'-' && isNamePart(at(end + 1))))
            ++end;
        const QString text = m_code.mid(m_at, end - m_at).toString();
        const QString key = m_language.ignoresCase ? text.toLower() : text;
        if (m_language.keywords.contains(key))
            take(CodeSpan::Keyword, end);
        else if (m_language.types.contains(key))
            take(CodeSpan::Type, end);
        else
            m_at = end;
    }

    void number()
    {
        qsizetype end = m_at;
        while (at(end).isLetterOrNumber() || at(end) == u'_' || (at(end) == u'.' && at(end + 1).isDigit())
               || (at(end) == u'\'' && at(end + 1).isLetterOrNumber() && m_language.preprocessor))
            ++end;
        take(CodeSpan::Number, end);
    }

    void step()
    {
        const QChar c = at(m_at);
        if (m_language.preprocessor && c == u'#' && startsLine()) {
            qsizetype end = m_at + 1;
            while (at(end) == u' ' || isNamePart(at(end)))
                ++end;
            while (end > m_at + 1 && at(end - 1) == u' ')
                --end;
            take(CodeSpan::Keyword, end);
            return;
        }
        if (comment() || string())
            return;
        if (m_language.shape == CodeLanguage::Shell && c == u'$'
            && (isNamePart(at(m_at + 1)) || at(m_at + 1) == u'{')) {
            qsizetype end = m_at + 1;
            if (at(end) == u'{')
                end = after(u"}", end);
            else
                while (isNamePart(at(end)))
                    ++end;
            take(CodeSpan::Name, end);
        } else if (m_language.decorators && c == u'@' && isNameStart(at(m_at + 1))) {
            qsizetype end = m_at + 1;
            while (isNamePart(at(end)) || at(end) == u'.')
                ++end;
            take(CodeSpan::Name, end);
        } else if (isNameStart(c)) {
            word();
        } else if (c.isDigit()) {
            number();
        } else {
            ++m_at;
        }
    }

    void markup()
    {
        if (here(u"<!--")) {
            take(CodeSpan::Comment, after(u"-->", m_at + 4));
            return;
        }
        if (m_inTag && at(m_at) == u'>') {
            m_inTag = false;
            ++m_at;
        } else if (m_inTag && (at(m_at) == u'"' || at(m_at) == u'\'')) {
            take(CodeSpan::String, after(m_code.mid(m_at, 1), m_at + 1));
        } else if (m_inTag && isNameStart(at(m_at))) {
            take(CodeSpan::Name, markupName(m_at));
        } else if (!m_inTag && at(m_at) == u'<'
                   && (isNameStart(at(m_at + 1)) || QStringView(u"/!?").contains(at(m_at + 1)))) {
            m_at += isNameStart(at(m_at + 1)) ? 1 : 2;
            m_inTag = true;
            if (isNameStart(at(m_at)))
                take(CodeSpan::Keyword, markupName(m_at));
        } else if (!m_inTag && at(m_at) == u'&') {
            qsizetype end = m_at + 1;
            while (at(end).isLetterOrNumber() || at(end) == u'#')
                ++end;
            if (at(end) == u';')
                take(CodeSpan::Number, end + 1);
            else
                ++m_at;
        } else {
            ++m_at;
        }
    }
    qsizetype markupName(qsizetype from) const
    {
        while (isNamePart(at(from)) || (!at(from).isNull() && QStringView(u"-:.").contains(at(from))))
            ++from;
        return from;
    }

    QStringView m_code;
    const CodeLanguage &m_language;
    QList<CodeSpan> m_spans;
    qsizetype m_at = 0;
    bool m_inTag = false;
};

} // namespace

QList<CodeSpan> codeSpans(QStringView code, const QString &language)
{
    QString name = language.trimmed().toLower();
    qsizetype end = 0;
    while (end < name.size() && !name.at(end).isSpace() && name.at(end) != u'{' && name.at(end) != u',')
        ++end;
    name.truncate(end);
    const CodeLanguage *known = codeLanguage(name);
    return known && code.size() <= maxUnits ? Walker(code, *known).run() : QList<CodeSpan>();
}

} // namespace parvis::text
