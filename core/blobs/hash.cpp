#include "blobs/hash.h"

#include <openssl/evp.h>

namespace parvis::blobs {

struct Hasher::Private {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    ~Private() { EVP_MD_CTX_free(context); }
};

Hasher::Hasher() : d(std::make_unique<Private>())
{
    // Without memory or without SHA-256 in the library nothing here can be trusted.
    if (!d->context || EVP_DigestInit_ex(d->context, EVP_sha256(), nullptr) != 1)
        qFatal("OpenSSL gives no SHA-256");
}

Hasher::~Hasher() = default;
Hasher::Hasher(Hasher &&) noexcept = default;
Hasher &Hasher::operator=(Hasher &&) noexcept = default;

void Hasher::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(d->context, bytes.data(), size_t(bytes.size()));
}

Hash Hasher::result() const
{
    Private copy;
    Hash hash;
    if (!copy.context || EVP_MD_CTX_copy_ex(copy.context, d->context) != 1
        || EVP_DigestFinal_ex(copy.context, hash.m_bytes.data(), nullptr) != 1)
        qFatal("OpenSSL gives no SHA-256");
    return hash;
}

Hash Hash::of(QByteArrayView bytes)
{
    Hasher hasher;
    hasher.add(bytes);
    return hasher.result();
}

Hash Hash::fromBytes(QByteArrayView bytes)
{
    Hash hash;
    if (bytes.size() == qsizetype(hash.m_bytes.size()))
        std::copy(bytes.begin(), bytes.end(), hash.m_bytes.begin());
    return hash;
}

std::optional<Hash> Hash::fromHex(QStringView text)
{
    Hash hash;
    if (text.size() != 2 * qsizetype(hash.m_bytes.size()))
        return std::nullopt;
    const auto digit = [](QChar c) {
        const char16_t u = c.unicode();
        return u >= u'0' && u <= u'9' ? u - u'0' : u >= u'a' && u <= u'f' ? u - u'a' + 10 : -1;
    };
    for (size_t at = 0; at < hash.m_bytes.size(); ++at) {
        const int high = digit(text[2 * qsizetype(at)]);
        const int low = digit(text[2 * qsizetype(at) + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        hash.m_bytes[at] = quint8(high * 16 + low);
    }
    return hash;
}

bool Hash::isNull() const
{
    return *this == Hash();
}

QString Hash::toHex() const
{
    return QString::fromLatin1(view().toByteArray().toHex());
}

} // namespace parvis::blobs
