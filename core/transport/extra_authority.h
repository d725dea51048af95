#pragma once

#include "base/result.h"

#include <QSslConfiguration>
#include <QSslError>

namespace parvis::transport {

// The system's certificates and, if a file is named, those in it (PEM). TLS 1.2 at least. Error Usage: the file cannot be
// read or holds no certificate.
base::Result<QSslConfiguration> tlsWith(const QString &caFile);

// Whether nothing but the time is wrong with a certificate.
bool onlyTheTimeIsWrong(const QList<QSslError> &errors);

} // namespace parvis::transport
