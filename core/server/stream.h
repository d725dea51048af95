#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <span>

namespace parvis::server {

enum class Io {
    Done,  // some bytes went over
    Again, // nothing now: wait, then try again with the same bytes
    Closed // the other side is gone, or the line is broken
};

struct IoResult {
    Io state = Io::Closed;
    qsizetype bytes = 0;
};

class StreamHandler {
public:
    virtual void readable() = 0;
    virtual void writable() = 0;

protected:
    ~StreamHandler() = default;
};

// A byte stream that never blocks: plain TCP, or TLS above it. No buffers of its own beyond what TLS needs. Thread of its
// event loop. The handler may destroy itself in its calls, after setHandler(nullptr).
class Stream {
public:
    virtual ~Stream() = default;
    virtual void setHandler(StreamHandler *handler) = 0;
    virtual IoResult read(std::span<char> into) = 0;
    virtual IoResult write(std::span<const QByteArrayView> parts) = 0; // gathered into few system calls
    virtual void waitReadable() = 0; // one call of readable() later; a second wait before it is the same wait
    virtual void waitWritable() = 0;
    virtual void shutdownWrite() = 0; // the other side reads the end once it has read everything
    virtual void close() = 0;
};

} // namespace parvis::server
