#pragma once

#include <QString>
#include <QUrl>

namespace parvis::text {

enum class LinkKind { Web, Mail, Parvis };

enum class LinkRefusal {
    None,
    Empty,
    TooLong,   // more than 4 096 units
    NoScheme,  // relative: there is nothing that it could be relative to
    Scheme,    // anything but http, https, mailto, parvis
    Malformed,
    NoHost
};

// What may be done with a link of a text. If allowed, `url` is what to open and `host` what to show before: the real
// host (or the mail address) and nothing that the writer of the link could have dressed up.
struct LinkDecision {
    bool allowed = false;
    LinkRefusal refusal = LinkRefusal::None;
    LinkKind kind = LinkKind::Web;
    QUrl url;
    QString host;
    // The link tried to look like another: user name before the host, hidden characters, letters of mixed scripts
    // (the host is then shown in punycode). Say so before opening.
    bool suspicious = false;
};

// Control, bidirectional and invisible characters and a user name before the host are taken out; of a mailto: only the
// address, subject and body stay. Any input is accepted.
LinkDecision judge(const QString &href);

// The Unicode form of a host name, or its punycode form if its letters could be taken for others.
QString shownHost(const QString &host);

} // namespace parvis::text
