#include "text/references.h"

#include "text/handle.h"

namespace parvis::text {

namespace {

constexpr qsizetype maxLength = 64;

char32_t codePointAt(QStringView text, qsizetype at, int &units)
{
    units = 1;
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        units = 2;
        return QChar::surrogateToUcs4(text[at], text[at + 1]);
    }
    return text[at].unicode();
}

bool mayBegin(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    // A low surrogate before is an emoji far more often than a letter.
    return !before.isLetterOrNumber() && !before.isMark() && !QStringView(u"@#&/_").contains(before);
}

struct Reference {
    qsizetype end = 0; // 0: none
    QString canonical;
};

Reference referenceAt(QStringView text, qsizetype at)
{
    const bool isTag = text[at] == u'#';
    qsizetype end = at + 1;
    bool hasLetter = false;
    while (end < text.size() && end - at <= maxLength + 1) {
        int units;
        const char32_t c = codePointAt(text, end, units);
        const bool letter = QChar::isLetter(c);
        const bool joins = QChar::isMark(c) && end > at + 1;
        const bool sign = c == '-' || c == '_' || (c == '.' && !isTag);
        if (!letter && !QChar::isDigit(c) && !joins && !sign)
            break;
        hasLetter |= letter;
        end += units;
    }
    while (end > at + 1 && QStringView(u".-_").contains(text[end - 1]))
        --end;
    const QString name = text.mid(at + 1, end - at - 1).toString().normalized(QString::NormalizationForm_C).toLower();
    if (name.isEmpty() || name.size() > maxLength || (isTag ? !hasLetter : !isHandle(name)))
        return {};
    return {end, name};
}

// The end of a link to a place of Parvis that begins here; 0: none does.
qsizetype linkEnd(QStringView text, qsizetype at)
{
    static const QString scheme = QStringLiteral("parvis://");
    if (!text.mid(at).startsWith(scheme, Qt::CaseInsensitive) || (at > 0 && text[at - 1].isLetterOrNumber()))
        return 0;
    qsizetype end = at + scheme.size();
    while (end < text.size() && !text[end].isSpace() && !QStringView(u"<>()[]\"'«»’").contains(text[end]))
        ++end;
    while (end > at && QStringView(u".,;:!?").contains(text[end - 1]))
        --end;
    return end > at + scheme.size() ? end : 0;
}

} // namespace

std::vector<Node> splitReferences(QStringView text)
{
    std::vector<Node> parts;
    const auto addText = [&](qsizetype from, qsizetype to) {
        if (from < to)
            parts.push_back({.type = NodeType::Text, .text = text.mid(from, to - from).toString()});
    };
    qsizetype done = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (const qsizetype end = text[at].toLower() == u'p' ? linkEnd(text, at) : 0; end > 0) {
            addText(done, at);
            const QString href = text.mid(at, end - at).toString();
            Node link{.type = NodeType::Link, .href = href};
            link.children.push_back({.type = NodeType::Text, .text = href});
            parts.push_back(std::move(link));
            done = end;
            at = done - 1;
            continue;
        }
        if ((text[at] != u'@' && text[at] != u'#') || !mayBegin(text, at))
            continue;
        const Reference reference = referenceAt(text, at);
        if (reference.end == 0)
            continue;
        addText(done, at);
        parts.push_back({.type = text[at] == u'@' ? NodeType::Mention : NodeType::Tag,
                         .text = text.mid(at, reference.end - at).toString(),
                         .href = reference.canonical});
        done = reference.end;
        at = done - 1;
    }
    addText(done, text.size());
    return parts;
}

} // namespace parvis::text
