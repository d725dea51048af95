#pragma once

#include "auth/secret_vault.h"

#include <QHash>

namespace parvis::auth {

// Keeps nothing beyond the process: `login --no-store`, and tests.
class MemoryVault : public SecretVault {
public:
    QString kind() const override { return QStringLiteral("none"); }
    void read(const QString &key, ReadDone done) override
    {
        const auto it = m_values.constFind(key);
        done(it == m_values.constEnd() ? std::optional<QByteArray>() : std::optional(*it));
    }
    void write(const QString &key, const QByteArray &value, Done done) override
    {
        m_values.insert(key, value);
        done({});
    }
    void remove(const QString &key, Done done) override
    {
        m_values.remove(key);
        done({});
    }

private:
    QHash<QString, QByteArray> m_values;
};

} // namespace parvis::auth
