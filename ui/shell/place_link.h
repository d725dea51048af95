#pragma once

#include "ui/shell/navigator.h"

namespace parvis::ui {

// Links to a place of a company (docs/links.md): parvis://HOST[:PORT]/post/POST[#COMMENT], …/group/GROUP, …/person/PERSON,
// or nothing after the host. HOST is the company's server, so that a link of another company is known as such.
struct PlaceLink {
    QString server; // host, with the port if it is not 443
    Place place;    // the feed if the link names none
    bool hasPlace = false;
};

// `server`: as in store::Identity. `item`: the post itself, or a comment of it.
QString placeLink(const QString &server, const Uuid &post, const Uuid &item);
QString placeLink(const QString &server, const Place &place); // empty: this place has no link
std::optional<PlaceLink> readPlaceLink(const QString &href);  // nothing: not such a link
QString linkServer(const QString &server);                    // as PlaceLink::server

} // namespace parvis::ui
