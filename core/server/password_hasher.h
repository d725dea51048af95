#pragma once

#include "server/auth_store.h"

#include <semaphore>

namespace parvis::server {

// argon2id through libsodium. Thread safe; at most two hashes are made at once, others wait.
class PasswordHasher {
public:
    explicit PasswordHasher(HashCost cost);

    // Error Usage: empty or absurdly long; Storage: out of memory.
    base::Result<QString> hash(const QString &password);
    // An empty or foreign hash takes as long as a real one and is false.
    bool verify(const QString &hash, const QString &password);

private:
    HashCost m_cost;
    std::counting_semaphore<2> m_places{2};
    QByteArray m_decoy; // a hash of nobody's password
};

} // namespace parvis::server
