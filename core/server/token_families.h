#pragma once

#include "server/auth_store.h"
#include "store/database.h"

namespace parvis::server {

// Devices and their tokens. A family is the chain of refresh tokens of one device, in generations; its rule is design §8's.
// Kept by the hash of the token only. One thread at a time; throws store::Failure.
class TokenFamilies {
public:
    using Ended = std::vector<std::pair<PersonId, DeviceId>>;

    TokenFamilies(store::Database &db, base::Random &random);

    TokenPair start(PersonId person, const QString &deviceName, base::Clock &clock);
    // Nothing if the token is unknown, too old, or used again after its successor was; in that last case the family ends
    // and is added to `ended`.
    std::optional<TokenPair> refresh(const QString &token, base::Clock &clock, Ended &ended);
    std::optional<AuthStore::Session> check(const QString &accessToken, base::Time now);

    QList<DeviceInfo> devices(PersonId person);
    PersonId owner(DeviceId device); // null: no such device
    void end(DeviceId device);       // in the caller's transaction

private:
    TokenPair issue(PersonId person, DeviceId device, qint64 generation, base::Time now);
    QString newToken();

    store::Database &m_db;
    base::Random &m_random;
    store::Statement m_find;
    store::Statement m_prove;
};

} // namespace parvis::server
