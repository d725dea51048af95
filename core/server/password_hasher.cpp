#include "server/password_hasher.h"

#include <sodium.h>

namespace parvis::server {

namespace {

constexpr qsizetype maxPasswordBytes = 1024;

// The same password typed on two systems may be composed differently.
QByteArray bytesOf(const QString &password)
{
    return password.normalized(QString::NormalizationForm_C).toUtf8();
}

QByteArray hashed(const QByteArray &password, const HashCost &cost)
{
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(hash.data(), password.constData(), quint64(password.size()), cost.passes, cost.memoryBytes) != 0)
        return {};
    hash.truncate(qsizetype(qstrnlen(hash.constData(), size_t(hash.size()))));
    return hash;
}

} // namespace

PasswordHasher::PasswordHasher(HashCost cost) : m_cost(cost)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start: no source of randomness");
    m_cost.passes = std::max<quint64>(m_cost.passes, crypto_pwhash_OPSLIMIT_MIN);
    m_cost.memoryBytes = std::max<quint64>(m_cost.memoryBytes, crypto_pwhash_MEMLIMIT_MIN);
    m_decoy = hashed("decoy", m_cost);
}

base::Result<QString> PasswordHasher::hash(const QString &password)
{
    const QByteArray bytes = bytesOf(password);
    if (bytes.isEmpty() || bytes.size() > maxPasswordBytes)
        return base::fail(base::ErrorKind::Usage, QStringLiteral("bad_password"),
                          QStringLiteral("A password has at least one character and at most %1 bytes.").arg(maxPasswordBytes));
    m_places.acquire();
    const QByteArray hash = hashed(bytes, m_cost);
    m_places.release();
    if (hash.isEmpty())
        return base::fail(base::ErrorKind::Storage, QStringLiteral("password"),
                          QStringLiteral("There is not enough free memory to hash a password. Try again later."));
    return QString::fromLatin1(hash);
}

bool PasswordHasher::verify(const QString &hash, const QString &password)
{
    const QByteArray bytes = bytesOf(password);
    if (bytes.size() > maxPasswordBytes)
        return false;
    const bool real = hash.startsWith(QLatin1String("$argon2id$"));
    const QByteArray against = real ? hash.toLatin1() : m_decoy;
    m_places.acquire();
    const bool same = crypto_pwhash_str_verify(against.constData(), bytes.constData(), quint64(bytes.size())) == 0;
    m_places.release();
    return same && real;
}

} // namespace parvis::server
