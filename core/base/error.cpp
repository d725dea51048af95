#include "base/error.h"

namespace parvis::base {

QString toString(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline: return QStringLiteral("Offline");
    case ErrorKind::Refused: return QStringLiteral("Refused");
    case ErrorKind::Conflict: return QStringLiteral("Conflict");
    case ErrorKind::Protocol: return QStringLiteral("Protocol");
    case ErrorKind::Storage: return QStringLiteral("Storage");
    case ErrorKind::Cancelled: return QStringLiteral("Cancelled");
    case ErrorKind::Usage: return QStringLiteral("Usage");
    }
    return QStringLiteral("Storage");
}

} // namespace parvis::base
