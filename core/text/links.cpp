#include "text/links.h"

#include <QUrlQuery>

#include <algorithm>

namespace parvis::text {

namespace {

constexpr qsizetype maxUnits = 4096;

bool isHidden(QChar c)
{
    // Cc, Cf (bidirectional marks, zero-width characters, byte order mark) and line separators.
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

QString withoutHidden(const QString &href, bool &changed)
{
    QString clean;
    for (const QChar c : href) {
        if (!isHidden(c))
            clean += c;
    }
    changed = clean.size() != href.size();
    return clean.trimmed();
}

bool isSchemeName(const QString &scheme)
{
    for (qsizetype i = 0; i < scheme.size(); ++i) {
        const char16_t c = scheme[i].unicode();
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
        if (!letter && (i == 0 || !other))
            return false;
    }
    return !scheme.isEmpty();
}

LinkDecision refused(LinkRefusal why)
{
    LinkDecision decision;
    decision.refusal = why;
    return decision;
}

LinkDecision judgeWeb(const QString &href, bool suspicious)
{
    // Browsers read '\' as '/', QUrl does not: what two readers understand differently is not opened.
    if (href.left(href.indexOf(u'?')).contains(u'\\'))
        return refused(LinkRefusal::Malformed);
    QUrl url(href, QUrl::TolerantMode);
    if (!url.isValid())
        return refused(LinkRefusal::Malformed);
    if (url.host().isEmpty())
        return refused(LinkRefusal::NoHost);
    LinkDecision decision;
    decision.allowed = true;
    decision.kind = LinkKind::Web;
    decision.suspicious = suspicious || !url.userInfo().isEmpty();
    url.setUserInfo({});
    decision.url = url;
    decision.host = shownHost(url.host());
    decision.suspicious |= decision.host.contains(u"xn--");
    if (url.port() >= 0)
        decision.host += u':' + QString::number(url.port());
    return decision;
}

LinkDecision judgeMail(const QString &href, bool suspicious)
{
    const QUrl url(href, QUrl::TolerantMode);
    const QString address = url.path(QUrl::FullyDecoded);
    const bool hasHidden = std::any_of(address.begin(), address.end(), isHidden);
    if (!url.isValid() || address.isEmpty() || hasHidden)
        return refused(LinkRefusal::Malformed);
    QUrlQuery kept;
    for (const char *name : {"subject", "body"}) {
        if (const QString key = QString::fromLatin1(name); QUrlQuery(url).hasQueryItem(key))
            kept.addQueryItem(key, QUrlQuery(url).queryItemValue(key, QUrl::PrettyDecoded));
    }
    LinkDecision decision;
    decision.allowed = true;
    decision.kind = LinkKind::Mail;
    decision.suspicious = suspicious;
    decision.url.setScheme("mailto");
    decision.url.setPath(address, QUrl::DecodedMode);
    if (!kept.isEmpty())
        decision.url.setQuery(kept);
    decision.host = address;
    return decision;
}

} // namespace

LinkDecision judge(const QString &href)
{
    if (href.size() > maxUnits)
        return refused(LinkRefusal::TooLong);
    bool hadHidden = false;
    const QString clean = withoutHidden(href, hadHidden);
    if (clean.isEmpty())
        return refused(LinkRefusal::Empty);
    const qsizetype colon = clean.indexOf(u':');
    if (colon < 0 || !isSchemeName(clean.left(colon)))
        return refused(LinkRefusal::NoScheme);
    const QString scheme = clean.left(colon).toLower();
    if (scheme == "http" || scheme == "https")
        return judgeWeb(clean, hadHidden);
    if (scheme == "mailto")
        return judgeMail(clean, hadHidden);
    if (scheme != "parvis")
        return refused(LinkRefusal::Scheme);
    LinkDecision decision;
    decision.kind = LinkKind::Parvis;
    decision.url = QUrl(clean, QUrl::StrictMode);
    decision.allowed = decision.url.isValid();
    decision.refusal = decision.allowed ? LinkRefusal::None : LinkRefusal::Malformed;
    decision.host = decision.url.host();
    decision.suspicious = hadHidden;
    return decision;
}

} // namespace parvis::text
