#pragma once

#include "base/result.h"
#include "server/blobs/blob_store.h"
#include "server/limits.h"

#include <QString>

namespace parvis::app {

// What `--config FILE` may say (TOML). The command line has the last word.
//
//   listen = "0.0.0.0:443"
//   cert = "/etc/parvis/cert.pem"
//   key = "/etc/parvis/key.pem"
//   [limits]
//   per_address = 256
//   [files]
//   largest_bytes = 4294967296
//   text = true
struct Config {
    QString listen = QStringLiteral("127.0.0.1:7460");
    QString cert;
    QString key;
    server::Limits limits;
    server::BlobLimits blobs;
    bool text = true; // what stands inside documents is read, so that search finds it
};

// Error Usage: unreadable, unknown key, wrong type.
base::Result<Config> readConfig(const QString &file);

// "127.0.0.1:0", "[::1]:7460", "localhost:7460". Error Usage.
struct ListenAddress {
    QString address;
    quint16 port = 0;
};
base::Result<ListenAddress> parseListenAddress(const QString &text);

} // namespace parvis::app
