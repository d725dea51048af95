#include "auth/sealed_file_vault.h"

#include "auth/private_file.h"

#include <sodium.h>

#include <array>

namespace parvis::auth {

namespace {

// The file: mark, salt, header of the stream, sealed key name and value.
const QByteArray mark = QByteArrayLiteral("parvis-sealed-1\n");
constexpr int saltBytes = crypto_pwhash_SALTBYTES;
constexpr int headerBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr quint64 memoryBytes = 64ULL * 1024 * 1024;
constexpr quint64 passes = 3;

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

class SealKey {
public:
    ~SealKey() { sodium_memzero(m_key.data(), m_key.size()); }
    bool derive(const QByteArray &passphrase, const QByteArray &salt)
    {
        return sodium_init() >= 0
            && crypto_pwhash(m_key.data(), m_key.size(), passphrase.constData(), quint64(passphrase.size()), in(salt), passes,
                             memoryBytes, crypto_pwhash_ALG_ARGON2ID13) == 0;
    }
    const unsigned char *data() const { return m_key.data(); }

private:
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> m_key{};
};

tl::unexpected<base::Error> noMemory()
{
    return base::fail(base::ErrorKind::Storage, QStringLiteral("sealed secret"), QStringLiteral("64 MiB of memory are needed to open it"));
}

tl::unexpected<base::Error> wrongPassphrase()
{
    return base::fail(base::ErrorKind::Refused, QStringLiteral("sealed secret"), QStringLiteral("this passphrase does not open it"));
}

} // namespace

SealedFileVault::SealedFileVault(QString path, QByteArray passphrase, base::Random &random)
    : m_path(std::move(path)), m_passphrase(std::move(passphrase)), m_random(random)
{
}

SealedFileVault::~SealedFileVault()
{
    sodium_memzero(m_passphrase.data(), size_t(m_passphrase.size()));
}

void SealedFileVault::read(const QString &key, ReadDone done)
{
    const auto file = readPrivateFile(m_path);
    if (!file || !*file)
        return done(file);
    const QByteArray &content = **file;
    const qsizetype start = mark.size() + saltBytes + headerBytes;
    const qsizetype sealed = content.size() - start;
    if (!content.startsWith(mark) || sealed < qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES))
        return done(base::fail(base::ErrorKind::Storage, QStringLiteral("sealed secret"),
                               QStringLiteral("%1 is damaged; remove it and sign in again").arg(m_path)));
    SealKey sealKey;
    if (!sealKey.derive(m_passphrase, content.mid(mark.size(), saltBytes)))
        return done(noMemory());
    crypto_secretstream_xchacha20poly1305_state state;
    const QByteArray name = key.toUtf8();
    QByteArray value(sealed - qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), '\0');
    unsigned char tag = 0;
    const bool opened =
        crypto_secretstream_xchacha20poly1305_init_pull(&state, in(content) + mark.size() + saltBytes, sealKey.data()) == 0
        && crypto_secretstream_xchacha20poly1305_pull(&state, out(value), nullptr, &tag, in(content) + start, quint64(sealed),
                                                      in(name), quint64(name.size())) == 0
        && tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (!opened)
        return done(wrongPassphrase());
    done(std::optional(value));
}

void SealedFileVault::write(const QString &key, const QByteArray &value, Done done)
{
    if (m_passphrase.isEmpty())
        return done(base::fail(base::ErrorKind::Usage, QStringLiteral("sealed secret"), QStringLiteral("the passphrase is empty")));
    const QByteArray salt = m_random.bytes(saltBytes);
    SealKey sealKey;
    if (!sealKey.derive(m_passphrase, salt))
        return done(noMemory());
    crypto_secretstream_xchacha20poly1305_state state;
    QByteArray header(headerBytes, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&state, out(header), sealKey.data());
    const QByteArray name = key.toUtf8();
    QByteArray sealed(value.size() + qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), '\0');
    crypto_secretstream_xchacha20poly1305_push(&state, out(sealed), nullptr, in(value), quint64(value.size()), in(name),
                                               quint64(name.size()), crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    done(writePrivateFile(m_path, mark + salt + header + sealed));
}

void SealedFileVault::remove(const QString &, Done done)
{
    done(removePrivateFile(m_path));
}

} // namespace parvis::auth
