#pragma once

#include "auth/secret_vault.h"

#include <QObject>

namespace parvis::auth {

// The system's keychain through QtKeychain, service "parvis".
class KeychainVault : public QObject, public SecretVault {
    Q_OBJECT

public:
    explicit KeychainVault(QObject *parent = nullptr);

    // QtKeychain has no 'is it available': a read that answers, found or not, says yes (design §3).
    static void probe(QObject *context, std::function<void(bool)> done);

    QString kind() const override { return QStringLiteral("keychain"); }
    void read(const QString &key, ReadDone done) override;
    void write(const QString &key, const QByteArray &value, Done done) override;
    void remove(const QString &key, Done done) override;
};

} // namespace parvis::auth
