#include "model/document_places.h"

namespace parvis::model {

namespace {

constexpr PlaceType allTypes[] = {PlaceType::Page, PlaceType::Sheet, PlaceType::Slide};

std::optional<DocumentPlace> unpacked(const QString &text)
{
    const auto first = text.indexOf(u' ');
    const auto second = text.indexOf(u' ', first + 1);
    bool good = false;
    const qsizetype at = QStringView(text).left(std::max<qsizetype>(first, 0)).toLongLong(&good);
    if (!good || at < 0 || second < 0)
        return std::nullopt;
    const QStringView word = QStringView(text).mid(first + 1, second - first - 1);
    for (const PlaceType type : allTypes) {
        if (word == toString(type))
            return DocumentPlace{at, type, text.mid(second + 1)};
    }
    return std::nullopt;
}

} // namespace

QString toString(PlaceType type)
{
    switch (type) {
    case PlaceType::Page: return QStringLiteral("page");
    case PlaceType::Sheet: return QStringLiteral("sheet");
    case PlaceType::Slide: return QStringLiteral("slide");
    }
    return QString();
}

QStringList packed(const QList<DocumentPlace> &places)
{
    QStringList texts;
    for (const DocumentPlace &place : places)
        texts.append(QString::number(place.at) + u' ' + toString(place.type) + u' ' + place.name);
    return texts;
}

std::optional<DocumentPlace> placeAt(const QStringList &packed, qsizetype at)
{
    std::optional<DocumentPlace> found;
    for (const QString &each : packed) {
        const auto place = unpacked(each);
        if (place && place->at <= at && (!found || place->at >= found->at))
            found = place;
    }
    return found;
}

} // namespace parvis::model
