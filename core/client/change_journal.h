#pragma once

#include "client/sync_state.h"
#include "store/change_set.h"

#include <QFile>

namespace parvis::client {

// How the process that holds the connection tells the others of the same profile what it has committed and how the line
// is: lines of JSON in a small file that they watch. A hint only: what a reader misses or cannot read makes it re-read
// everything (wide). Nothing of a text is in it.
class JournalWriter {
public:
    explicit JournalWriter(const QString &path) : m_file(path) { }
    bool start(); // empties the file: a new holder
    void tell(const store::ChangeSet &changes);
    void tell(const SyncState &state);

private:
    void append(const QByteArray &line);
    QFile m_file;
    SyncState m_state;
    SyncState m_written;
};

class JournalReader {
public:
    struct News {
        store::ChangeSet changes;
        std::optional<SyncState> state; // the last one told
    };

    explicit JournalReader(const QString &path) : m_file(path) { }
    void startAtEnd(News *last = nullptr); // `last`: what the file says so far, for its state
    News read();

private:
    QFile m_file;
    qint64 m_offset = 0;
};

} // namespace parvis::client
