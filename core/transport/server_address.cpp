#include "transport/server_address.h"

#include <QHostAddress>

namespace parvis::transport {

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

tl::unexpected<base::Error> bad(const QString &detail)
{
    return base::fail(base::ErrorKind::Usage, QStringLiteral("server address"), detail);
}

} // namespace

base::Result<ServerAddress> ServerAddress::parse(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("https://"));
    const QUrl url(text, QUrl::StrictMode);
    QString scheme = url.scheme().toLower();
    if (scheme == QLatin1String("wss"))
        scheme = QStringLiteral("https");
    else if (scheme == QLatin1String("ws"))
        scheme = QStringLiteral("http");
    if (!url.isValid() || url.host().isEmpty()
        || (scheme != QLatin1String("https") && scheme != QLatin1String("http")))
        return bad(QStringLiteral("not an address of a server; write it as https://host:port"));
    if (!url.userInfo().isEmpty())
        return bad(QStringLiteral("a user or password does not belong into the address"));
    if ((!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.hasQuery() || url.hasFragment())
        return bad(QStringLiteral("write the address as https://host:port, without anything after it"));
    if (scheme == QLatin1String("http") && !isLoopback(url.host()))
        return bad(QStringLiteral("only a server on this computer may be reached without TLS; write https://%1").arg(url.host()));
    QUrl base;
    base.setScheme(scheme);
    base.setHost(url.host());
    base.setPort(url.port(scheme == QLatin1String("https") ? 443 : 80));
    return ServerAddress(base);
}

QString ServerAddress::toString() const
{
    return m_base.toString(QUrl::RemovePath);
}

QUrl ServerAddress::http(const QString &path) const
{
    QUrl url = m_base;
    url.setPath(path);
    return url;
}

QUrl ServerAddress::socket() const
{
    QUrl url = m_base;
    url.setScheme(isTls() ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(QStringLiteral("/sync"));
    return url;
}

} // namespace parvis::transport
