#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <memory>
#include <optional>

namespace parvis::blobs {

// SHA-256 of a chunk or of a whole content, which it names. The null hash (all zeros) means "none".
class Hash {
public:
    constexpr Hash() = default;
    static Hash of(QByteArrayView bytes);
    static Hash fromBytes(QByteArrayView thirtyTwo);           // null unless the view has 32 bytes
    static std::optional<Hash> fromHex(QStringView sixtyFour); // lower-case hexadecimal digits only

    bool isNull() const;
    QString toHex() const;
    QByteArrayView view() const { return {reinterpret_cast<const char *>(m_bytes.data()), 32}; }

    auto operator<=>(const Hash &) const = default;

private:
    friend class Hasher;
    std::array<quint8, 32> m_bytes{};
};

inline size_t qHash(const Hash &hash, size_t seed = 0)
{
    return qHashBits(hash.view().data(), 32, seed);
}

// SHA-256 of what comes piece by piece. OpenSSL's, since Qt's is three to five times slower where the processor helps.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(Hasher &&) noexcept;
    Hasher &operator=(Hasher &&) noexcept;
    void add(QByteArrayView bytes);
    Hash result() const; // of what was added so far; more may follow

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis::blobs
