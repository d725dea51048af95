#include "ui/shell/place_link.h"

#include <QUrl>

namespace parvis::ui {

QString linkServer(const QString &server)
{
    const QUrl url(server);
    const int port = url.port(443);
    return port == 443 ? url.host() : url.host() + u':' + QString::number(port);
}

QString placeLink(const QString &server, const Uuid &post, const Uuid &item)
{
    return placeLink(server, Place{.kind = Place::Thread, .id = post, .highlight = item == post ? Uuid() : item});
}

QString placeLink(const QString &server, const Place &place)
{
    const char *kind = nullptr;
    switch (place.kind) {
    case Place::Thread: kind = "post"; break;
    case Place::Group: kind = "group"; break;
    case Place::PersonWall: kind = "person"; break;
    default: return {};
    }
    const QString link =
        QStringLiteral("parvis://%1/%2/%3").arg(linkServer(server), QLatin1String(kind), place.id.toString());
    return place.highlight.isNull() ? link : link + u'#' + place.highlight.toString();
}

std::optional<PlaceLink> readPlaceLink(const QString &href)
{
    const QUrl url(href, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("parvis") || url.host().isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    PlaceLink link;
    link.server = url.port() < 0 || url.port() == 443 ? url.host() : url.host() + u':' + QString::number(url.port());
    const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return link;
    const auto id = base::Uuid::fromString(parts.value(1));
    if (parts.size() != 2 || !id)
        return std::nullopt;
    link.hasPlace = true;
    link.place.id = *id;
    if (parts.first() == QLatin1String("post")) {
        link.place.kind = Place::Thread;
        link.place.highlight = base::Uuid::fromString(url.fragment()).value_or(Uuid());
    } else if (parts.first() == QLatin1String("group")) {
        link.place.kind = Place::Group;
    } else if (parts.first() == QLatin1String("person")) {
        link.place.kind = Place::PersonWall;
    } else {
        return std::nullopt;
    }
    return link;
}

} // namespace parvis::ui
