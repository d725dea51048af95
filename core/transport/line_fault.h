#pragma once

#include "base/error.h"

#include <QMetaType>

namespace parvis::transport {

// Why a connection could not be made or ended, as far as somebody can do something about it.
enum class Fault {
    None,        // closed in good order
    Network,     // nobody answers, or the line was cut
    Certificate, // the server's certificate is not trusted
    CertificateTime, // it would be, but it has expired or is not valid yet, as this computer's clock has it
    NotParvis,   // something else answers there
    Server       // the server answers with a failure of its own
};

} // namespace parvis::transport

Q_DECLARE_METATYPE(parvis::transport::Fault)
