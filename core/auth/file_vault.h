#pragma once

#include "auth/secret_vault.h"

namespace parvis::auth {

// DIR/credentials, mode 0600, for parvis-cli where there is no keychain, as ssh keeps a key (design §8). One profile, one
// file: the key is not used.
class FileVault : public SecretVault {
public:
    explicit FileVault(QString path) : m_path(std::move(path)) { }

    QString kind() const override { return QStringLiteral("file"); }
    void read(const QString &key, ReadDone done) override;
    void write(const QString &key, const QByteArray &value, Done done) override;
    void remove(const QString &key, Done done) override;

private:
    QString m_path;
};

} // namespace parvis::auth
