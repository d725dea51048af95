#pragma once

#include "base/error.h"

namespace parvis::server {

// Thrown while an archive is read; importSlack() turns it into its Result. `place` is the file inside the archive.
struct BadArchive {
    base::Error error;
};

[[noreturn]] inline void refuseArchive(const QString &place, const QString &detail)
{
    throw BadArchive{{base::ErrorKind::Usage, place, detail}};
}

[[noreturn]] inline void refuseArchive(const QString &place, const char *detail)
{
    refuseArchive(place, QString::fromUtf8(detail));
}

} // namespace parvis::server
