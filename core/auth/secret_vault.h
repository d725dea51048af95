#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace parvis::auth {

// Where a profile's secret is kept: one value under one key. Each call answers exactly once, on the thread that asked,
// perhaps before it returns, and not after the vault's death. A vault lives on one thread, with an event loop.
// Errors: Storage (the place failed), Refused (wrong passphrase, or the person locked the keychain).
class SecretVault {
public:
    using ReadDone = std::function<void(base::Result<std::optional<QByteArray>>)>; // nothing: no such key
    using Done = std::function<void(base::Result<void>)>;

    virtual ~SecretVault() = default;
    virtual QString kind() const = 0; // "keychain", "file", "none": what `status` shows
    virtual void read(const QString &key, ReadDone done) = 0;
    virtual void write(const QString &key, const QByteArray &value, Done done) = 0; // durable when it answers
    virtual void remove(const QString &key, Done done) = 0;                         // also when there is none
};

} // namespace parvis::auth
