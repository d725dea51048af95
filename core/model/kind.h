#pragma once

#include <QString>

#include <array>
#include <optional>

namespace parvis::model {

// Every kind of entity that syncs. The number is the wire's and never changes meaning.
enum class Kind : quint8 {
    Company = 1,
    Person = 2,
    Group = 3,
    Member = 4,
    Membership = 5,
    Post = 6,
    Comment = 7,
    Reaction = 8,
    ReadMark = 9,
    Draft = 10,
    Bookmark = 11,
    Device = 12,
    GroupCard = 13,
    PlaceSetting = 14,
    JoinRequest = 15,
    ScheduledPost = 16,
    Folder = 17,
    Document = 18,
    Version = 19,
    Lock = 20,
    Pin = 21,
    Attachment = 22,
    DocumentText = 23
};

inline constexpr std::array allKinds = {
    Kind::Company, Kind::Person,   Kind::Group,    Kind::Member, Kind::Membership, Kind::Post,      Kind::Comment,
    Kind::Reaction, Kind::ReadMark, Kind::Draft,    Kind::Bookmark, Kind::Device,  Kind::GroupCard,
    Kind::PlaceSetting, Kind::JoinRequest, Kind::ScheduledPost, Kind::Folder, Kind::Document, Kind::Version, Kind::Lock,
    Kind::Pin, Kind::Attachment, Kind::DocumentText,
};

QString toString(Kind kind); // lower snake: "read_mark"; also the cache's table name
std::optional<Kind> kindFromNumber(qint64 number); // nothing for a kind of a newer build
std::optional<Kind> kindFromString(QStringView name);

} // namespace parvis::model
