#include "auth/token_keeper.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parvis::auth {

QByteArray toSecret(const Tokens &tokens)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("access"), tokens.access},
                                     {QStringLiteral("access_until"), tokens.accessUntil.toRfc3339()},
                                     {QStringLiteral("refresh"), tokens.refresh}})
        .toJson(QJsonDocument::Compact);
}

std::optional<Tokens> fromSecret(const QByteArray &secret)
{
    const QJsonObject object = QJsonDocument::fromJson(secret).object();
    Tokens tokens;
    tokens.access = object.value(QLatin1String("access")).toString();
    tokens.refresh = object.value(QLatin1String("refresh")).toString();
    tokens.accessUntil =
        base::Time::fromRfc3339(object.value(QLatin1String("access_until")).toString()).value_or(base::Time());
    if (tokens.refresh.isEmpty())
        return std::nullopt;
    return tokens;
}

void TokenKeeper::reread(const std::optional<Tokens> &stored)
{
    m_tokens = stored.value_or(Tokens());
}

void TokenKeeper::renewed(const Tokens &tokens)
{
    m_tokens = tokens;
}

void TokenKeeper::accessRefused()
{
    m_refused = m_tokens.access;
}

void TokenKeeper::ended()
{
    m_tokens = {};
    m_refused.clear();
}

TokenKeeper::Need TokenKeeper::need() const
{
    if (m_tokens.refresh.isEmpty())
        return Need::SignIn;
    const bool usable = !m_tokens.access.isEmpty() && m_tokens.access != m_refused
        && m_clock.now().plusMs(marginMs) < m_tokens.accessUntil;
    return usable ? Need::Nothing : Need::Refresh;
}

} // namespace parvis::auth
