#include "model/scope.h"

namespace parvis::model {

std::optional<ScopeId> ScopeId::fromString(QStringView text)
{
    if (text == u"company")
        return company();
    if (text == u"directory")
        return directory();
    const auto colon = text.indexOf(u':');
    if (colon < 0)
        return std::nullopt;
    const auto id = Uuid::fromString(text.mid(colon + 1));
    if (!id || id->isNull())
        return std::nullopt;
    const QStringView type = text.left(colon);
    if (type == u"group")
        return ScopeId{ScopeType::Group, *id};
    if (type == u"person")
        return ScopeId{ScopeType::Person, *id};
    if (type == u"conversation")
        return ScopeId{ScopeType::Conversation, *id};
    if (type == u"texts")
        return ScopeId{ScopeType::Texts, *id};
    return std::nullopt;
}

QString ScopeId::toString() const
{
    switch (type) {
    case ScopeType::Company: return QStringLiteral("company");
    case ScopeType::Directory: return QStringLiteral("directory");
    case ScopeType::Group: return QStringLiteral("group:") + id.toString();
    case ScopeType::Person: return QStringLiteral("person:") + id.toString();
    case ScopeType::Conversation: return QStringLiteral("conversation:") + id.toString();
    case ScopeType::Texts: return QStringLiteral("texts:") + id.toString();
    }
    return QString();
}

} // namespace parvis::model
