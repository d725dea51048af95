#pragma once

#include "base/clock.h"

#include <QMetaType>
#include <QString>

namespace parvis::client {

// What the window tells about the line to the server; words are made in ui/text.
struct SyncState {
    enum Phase {
        SignedOut,   // no company yet, or the session ended: sign in
        Offline,     // no connection; tries again by itself unless told to stay offline
        Connecting,
        Syncing,     // connected, not everything is here yet
        UpToDate     // connected, everything is here and nothing waits
    };
    enum Problem {
        None,
        NoNetwork,
        Certificate,     // not trusted
        CertificateTime, // expired or not yet valid, by this computer's clock
        Unauthorized,    // the session ended: signed out, password changed, device revoked
        Disabled,
        ClientTooOld,
        ServerTooOld,
        WrongClock, // connected all the same: differs from the server's by more than 10 minutes
        DiskFull,   // full, read-only or otherwise not to be written
        ServerFault
    };
    Phase phase = SignedOut;
    Problem problem = None;
    QString detail;             // plain English, for a log or an expert
    base::Time since;           // of this phase
    base::Time lastContact;
    bool stayOffline = false;   // the person asked for it
    bool frontReached = false;  // sync/sync_machine.h, Depth::Front
    qint64 pending = 0;
    qint64 rejected = 0;
    bool complete = false;
    qint64 roundTripMs = -1;    // of the last greeting or ping on this connection; -1: none yet
    qint64 rowsApplied = 0;     // since start
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    bool operator==(const SyncState &) const = default;
};

} // namespace parvis::client
