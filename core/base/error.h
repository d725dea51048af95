#pragma once

#include <QString>

namespace parvis::base {

// What the person can do about a failure, which is all that a kind tells.
enum class ErrorKind {
    Offline,   // the network or the server is not there: try later
    Refused,   // the server, or an access rule, said no
    Conflict,  // the thing has changed or is in use
    Protocol,  // what came in makes no sense
    Storage,   // the disk or the database failed
    Cancelled, // nobody waits for the answer any more
    Usage      // the request itself was malformed
};

QString toString(ErrorKind kind);

// `where` names the place for a log reader ("outbox.append"), `detail` is plain English that says what to do.
struct Error {
    ErrorKind kind = ErrorKind::Storage;
    QString where;
    QString detail;

    bool operator==(const Error &) const = default;
};

} // namespace parvis::base
