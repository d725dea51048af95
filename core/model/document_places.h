#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace parvis::model {

// Where a stretch of a document's text stands, as a person would look for it.
enum class PlaceType { Page, Sheet, Slide };

struct DocumentPlace {
    qsizetype at = 0; // its first UTF-16 unit
    PlaceType type = PlaceType::Page;
    QString name; // a page's or slide's number, a sheet's name

    bool operator==(const DocumentPlace &) const = default;
};

QString toString(PlaceType type); // "page", "sheet", "slide"

// As DocumentText::places has them: "1200 page 3". What cannot be read is left out.
QStringList packed(const QList<DocumentPlace> &places);
// That of the unit `at`: the last one that begins at or before it.
std::optional<DocumentPlace> placeAt(const QStringList &packed, qsizetype at);

} // namespace parvis::model
