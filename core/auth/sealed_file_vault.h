#pragma once

#include "auth/secret_vault.h"
#include "base/random.h"

namespace parvis::auth {

// For a desktop without a keychain: the secret in a file, sealed with a passphrase (argon2id, 64 MiB; libsodium's
// secretstream). The passphrase is asked for at each start and never stored; it must not be empty. Takes about 0.2 s a
// call: not for the UI thread. Error Refused: the passphrase does not open the file, or the file was changed.
class SealedFileVault : public SecretVault {
public:
    SealedFileVault(QString path, QByteArray passphrase, base::Random &random);
    ~SealedFileVault() override; // wipes the passphrase

    QString kind() const override { return QStringLiteral("file"); }
    void read(const QString &key, ReadDone done) override;
    void write(const QString &key, const QByteArray &value, Done done) override;
    void remove(const QString &key, Done done) override;

private:
    QString m_path;
    QByteArray m_passphrase;
    base::Random &m_random;
};

} // namespace parvis::auth
