#include "server/tls_stream.h"

#include <QByteArray>
#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace parvis::server {

namespace {

constexpr qsizetype recordBytes = 16 * 1024; // of TLS: more is several records anyway

QString lastError()
{
    char text[256] = "unknown";
    const auto code = ERR_get_error();
    if (code != 0)
        ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    return QString::fromUtf8(text);
}

// ---- OpenSSL's input and output through a Stream, so that nothing but the stream touches the descriptor ----------------

int bioRead(BIO *bio, char *into, int size)
{
    auto *stream = static_cast<Stream *>(BIO_get_data(bio));
    BIO_clear_retry_flags(bio);
    const auto result = stream->read({into, std::size_t(size)});
    if (result.state == Io::Again)
        BIO_set_retry_read(bio);
    return result.state == Io::Done ? int(result.bytes) : result.state == Io::Again ? -1 : 0;
}

int bioWrite(BIO *bio, const char *from, int size)
{
    auto *stream = static_cast<Stream *>(BIO_get_data(bio));
    BIO_clear_retry_flags(bio);
    const QByteArrayView part(from, size);
    const auto result = stream->write({&part, 1});
    if (result.state == Io::Again)
        BIO_set_retry_write(bio);
    return result.state == Io::Done ? int(result.bytes) : -1;
}

long bioControl(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

BIO_METHOD *bioMethod()
{
    static BIO_METHOD *const method = [] {
        BIO_METHOD *made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "parvis stream");
        BIO_meth_set_read(made, bioRead);
        BIO_meth_set_write(made, bioWrite);
        BIO_meth_set_ctrl(made, bioControl);
        return made;
    }();
    return method;
}

// ---- stream -----------------------------------------------------------------------------------------------------------

class TlsStream final : public Stream, public StreamHandler, public std::enable_shared_from_this<TlsStream> {
public:
    TlsStream(SSL *ssl, std::shared_ptr<Stream> inner) : m_ssl(ssl), m_inner(std::move(inner))
    {
        BIO *bio = BIO_new(bioMethod());
        BIO_set_data(bio, m_inner.get());
        BIO_set_init(bio, 1);
        SSL_set_bio(m_ssl, bio, bio);
        SSL_set_accept_state(m_ssl);
        m_inner->setHandler(this);
    }
    ~TlsStream()
    {
        m_inner->setHandler(nullptr);
        SSL_free(m_ssl);
    }

    void setHandler(StreamHandler *handler) override { m_handler = handler; }

    IoResult read(std::span<char> into) override
    {
        ERR_clear_error();
        const int got = SSL_read(m_ssl, into.data(), int(std::min<std::size_t>(into.size(), 1 << 30)));
        m_readNeedsWrite = false;
        return result(got, m_readNeedsWrite, SSL_ERROR_WANT_WRITE);
    }

    IoResult write(std::span<const QByteArrayView> parts) override
    {
        ERR_clear_error();
        m_writeNeedsRead = false;
        if (parts.size() == 1 || parts.front().size() >= recordBytes)
            return result(SSL_write(m_ssl, parts.front().data(), int(parts.front().size())), m_writeNeedsRead,
                          SSL_ERROR_WANT_READ);
        // Small parts in records of their own would cost 22 bytes and a system call each.
        QByteArray record;
        for (const auto &part : parts) {
            if (record.size() + part.size() > recordBytes)
                break;
            record.append(part);
        }
        return result(SSL_write(m_ssl, record.constData(), int(record.size())), m_writeNeedsRead, SSL_ERROR_WANT_READ);
    }

    void waitReadable() override
    {
        m_wantsReadable = true;
        m_readNeedsWrite ? m_inner->waitWritable() : m_inner->waitReadable();
    }

    void waitWritable() override
    {
        m_wantsWritable = true;
        m_writeNeedsRead ? m_inner->waitReadable() : m_inner->waitWritable();
    }

    void shutdownWrite() override
    {
        ERR_clear_error();
        if (SSL_is_init_finished(m_ssl))
            SSL_shutdown(m_ssl);
        m_inner->shutdownWrite();
    }

    void close() override
    {
        m_handler = nullptr;
        m_inner->close();
    }

    void readable() override { woken(!m_readNeedsWrite, m_writeNeedsRead); }
    void writable() override { woken(m_readNeedsWrite, !m_writeNeedsRead); }

private:
    // What this readiness of the inner stream was waited for.
    void woken(bool forReading, bool forWriting)
    {
        const auto self = shared_from_this(); // the handler may let go of this stream
        if (forWriting && std::exchange(m_wantsWritable, false) && m_handler)
            m_handler->writable();
        if (forReading && std::exchange(m_wantsReadable, false) && m_handler)
            m_handler->readable();
    }

    IoResult result(int returned, bool &needsOther, int other)
    {
        if (returned > 0)
            return {Io::Done, returned};
        const int error = SSL_get_error(m_ssl, returned);
        ERR_clear_error();
        needsOther = error == other;
        if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
            return {Io::Again, 0};
        return {Io::Closed, 0};
    }

    SSL *m_ssl;
    std::shared_ptr<Stream> m_inner;
    StreamHandler *m_handler = nullptr;
    bool m_wantsReadable = false;
    bool m_wantsWritable = false;
    bool m_readNeedsWrite = false;
    bool m_writeNeedsRead = false;
};

} // namespace

base::Result<std::shared_ptr<TlsContext>> TlsContext::load(const QString &certFile, const QString &keyFile)
{
    const auto failed = [](const QString &detail) {
        return base::fail(base::ErrorKind::Usage, "listener.tls", detail);
    };
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    if (!context)
        return failed(lastError());
    std::shared_ptr<TlsContext> tls(new TlsContext(context));
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 1);
    // Forward secrecy and authenticated encryption only.
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    if (SSL_CTX_use_certificate_chain_file(context, QFile::encodeName(certFile).constData()) != 1)
        return failed(QString("cannot read a PEM certificate from '%1': %2").arg(certFile, lastError()));
    if (SSL_CTX_use_PrivateKey_file(context, QFile::encodeName(keyFile).constData(), SSL_FILETYPE_PEM) != 1)
        return failed(QString("cannot read a PEM key without passphrase from '%1': %2").arg(keyFile, lastError()));
    if (SSL_CTX_check_private_key(context) != 1)
        return failed(QString("the key in '%1' does not belong to the certificate in '%2'").arg(keyFile, certFile));
    return tls;
}

TlsContext::~TlsContext()
{
    SSL_CTX_free(m_context);
}

std::shared_ptr<Stream> TlsContext::wrap(std::shared_ptr<Stream> inner)
{
    return std::make_shared<TlsStream>(SSL_new(m_context), std::move(inner));
}

} // namespace parvis::server
