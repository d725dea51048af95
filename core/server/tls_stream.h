#pragma once

#include "base/result.h"
#include "server/stream.h"

#include <memory>

struct ssl_ctx_st;

namespace parvis::server {

// Certificate and rules for all connections: TLS 1.2 and 1.3, buffers released while idle (14 KB a connection instead of
// 83), no renegotiation, no session cache.
class TlsContext {
public:
    // `certFile`: PEM, the leaf first and then its chain; `keyFile`: PEM without passphrase. Error Usage.
    static base::Result<std::shared_ptr<TlsContext>> load(const QString &certFile, const QString &keyFile);
    ~TlsContext();

    // The server's side of TLS over `inner`; the handshake happens in the first reads.
    std::shared_ptr<Stream> wrap(std::shared_ptr<Stream> inner);

private:
    explicit TlsContext(ssl_ctx_st *context) : m_context(context) { }
    ssl_ctx_st *m_context;
};

} // namespace parvis::server
