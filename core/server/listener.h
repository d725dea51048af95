#pragma once

#include "server/engine.h"
#include "server/limits.h"

#include <memory>

namespace parvis::server {

struct ListenerOptions {
    QString address = QStringLiteral("127.0.0.1"); // numeric; anything but loopback needs a certificate
    quint16 port = 0;                              // 0: any
    QString certFile;                              // PEM; with it, TLS also on loopback
    QString keyFile;
    int threads = 0; // 0: one a core
    Limits limits;
};

class BlobHandler;

// The server's port: HTTP/1.1 requests and WebSockets at /sync, each connection on one of the io threads, each of which
// has a shard. start() and stop() once, on one thread.
class Listener {
public:
    struct Parts {
        std::function<Shard &(Post)> addShard; // the shard must live until stop() has returned
        AuthStore &auth;
        const base::Clock &clock;
        QString company;
        model::CompanyId companyId;
        BlobHandler *blobs = nullptr; // must live until stop() has returned
    };
    Listener(ListenerOptions options, Parts parts);
    ~Listener();

    base::Result<quint16> start(); // the port, once it accepts. Errors Usage, Conflict (taken), Offline
    // Accepts nothing more; connections end by themselves within `graceMs` (sessions were told before), or are cut.
    void stop(qint64 graceMs);
    qsizetype connections() const;
    bool isTls() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis::server
