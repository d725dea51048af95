#include "model/kind.h"

namespace parvis::model {

QString toString(Kind kind)
{
    switch (kind) {
    case Kind::Company: return QStringLiteral("company");
    case Kind::Person: return QStringLiteral("person");
    case Kind::Group: return QStringLiteral("group");
    case Kind::Member: return QStringLiteral("member");
    case Kind::Membership: return QStringLiteral("membership");
    case Kind::Post: return QStringLiteral("post");
    case Kind::Comment: return QStringLiteral("comment");
    case Kind::Reaction: return QStringLiteral("reaction");
    case Kind::ReadMark: return QStringLiteral("read_mark");
    case Kind::Draft: return QStringLiteral("draft");
    case Kind::Bookmark: return QStringLiteral("bookmark");
    case Kind::Device: return QStringLiteral("device");
    case Kind::GroupCard: return QStringLiteral("group_card");
    case Kind::PlaceSetting: return QStringLiteral("place_setting");
    case Kind::JoinRequest: return QStringLiteral("join_request");
    case Kind::ScheduledPost: return QStringLiteral("scheduled_post");
    case Kind::Folder: return QStringLiteral("folder");
    case Kind::Document: return QStringLiteral("document");
    case Kind::Version: return QStringLiteral("version");
    case Kind::Lock: return QStringLiteral("lock");
    case Kind::Pin: return QStringLiteral("pin");
    case Kind::Attachment: return QStringLiteral("attachment");
    case Kind::DocumentText: return QStringLiteral("document_text");
    }
    return QString();
}

std::optional<Kind> kindFromNumber(qint64 number)
{
    for (const Kind kind : allKinds) {
        if (qint64(kind) == number)
            return kind;
    }
    return std::nullopt;
}

std::optional<Kind> kindFromString(QStringView name)
{
    for (const Kind kind : allKinds) {
        if (toString(kind) == name)
            return kind;
    }
    return std::nullopt;
}

} // namespace parvis::model
