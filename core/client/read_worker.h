#pragma once

#include "client/ask.h"
#include "store/reader.h"

#include <QObject>

namespace parvis::client {

// Lives on a reader thread with a connection of its own, opened at the first question, or before it.
class ReadWorker : public QObject {
    Q_OBJECT

public:
    ReadWorker(QString cachePath, QString outboxPath) : m_cachePath(std::move(cachePath)), m_outboxPath(std::move(outboxPath)) { }

    // Runs question(reader) → Result<T>.
    template<class T, class F>
    base::Result<T> with(F &&question)
    {
        if (auto ready = open(); !ready)
            return base::fail(ready.error());
        return question(*m_reader);
    }
    base::Result<void> open(); // what fails is tried again by the next question
    void reopen() { m_reader.reset(); } // another person, or another company

private:
    QString m_cachePath;
    QString m_outboxPath;
    std::unique_ptr<store::Reader> m_reader;
};

} // namespace parvis::client
