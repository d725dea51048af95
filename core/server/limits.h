#pragma once

#include <QtGlobal>

namespace parvis::server {

// Every bound that the listener puts on what a stranger can make the server hold or wait for.
struct Limits {
    int headerBytes = 8 * 1024; // of a request
    int bodyBytes = 64 * 1024;
    int chunkBytes = 2 * 1024 * 1024; // the body of a request that sends a chunk of a file
    qsizetype strangerMessageBytes = 64 * 1024; // one WebSocket message before the session is authenticated
    qsizetype queueBytes = 4 * 1024 * 1024; // waiting to be sent to one connection: above it the connection is closed
    int sendBufferBytes = 96 * 1024;        // SO_SNDBUF: the kernel holds at most about twice that for a slow reader

    qint64 handshakeMs = 10'000; // for each of: TLS and a whole request; upgrade and authentication
    qint64 httpIdleMs = 30'000;  // between two requests of a connection
    qint64 answerMs = 120'000;   // the server's own time for a request
    qint64 silenceMs = 120'000;  // nothing heard on a WebSocket: clients ping about every 45 s
    qint64 stallMs = 30'000;     // a receiver that takes nothing
    qint64 lingerMs = 3'000;     // after the last byte was sent, for the other side to close first

    int perAddress = 256; // connections; an IPv6 address counts by its /64
    int perLoopback = 20'000;
    int connections = 100'000;
    int waitingLogins = 256; // a password takes two threads about 0.2 s
};

} // namespace parvis::server
