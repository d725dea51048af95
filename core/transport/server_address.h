#pragma once

#include "base/result.h"

#include <QUrl>

namespace parvis::transport {

// Where a company's server is: scheme, host and port, and nothing else. Plain connections go to loopback only.
class ServerAddress {
public:
    // Takes what a person types: "chat.example.com", "https://…", "http://127.0.0.1:8080", ws and wss alike. Error Usage:
    // unreadable, with a path, a user or a password in it, or plain and not loopback.
    static base::Result<ServerAddress> parse(const QString &typed);

    QString toString() const;              // "https://host:port", the form kept in the profile
    QUrl http(const QString &path) const;  // path begins with '/'
    QUrl socket() const;                   // wss://host:port/sync
    bool isTls() const { return m_base.scheme() == QLatin1String("https"); }

private:
    explicit ServerAddress(QUrl base) : m_base(std::move(base)) { }
    QUrl m_base;
};

} // namespace parvis::transport
