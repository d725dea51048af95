#pragma once

#include "extract/extract.h"

#include <atomic>

namespace parvis::extract {

// The two ends of the process that reads one document: `PROGRAM extract-text FILE NAME`, which answers on its standard output.
// Whatever the file does to that process (crash, memory, endless loop) comes out here as a document without text.

inline constexpr char workerCommand[] = "extract-text";

// The worker's main(): confines itself, reads, writes the answer. The value is the process's exit code.
int runWorker(int argc, char **argv);

// The server's end, on a thread that may wait. One worker at a time.
class Worker {
public:
    explicit Worker(const QString &program, int longestMs = 30'000) : m_program(program), m_longestMs(longestMs) { }

    Outcome run(const QString &file, const QString &name, Extracted &text);
    void stop() { m_stopped = true; } // any thread: ends the worker; what it was reading has no text

private:
    QString m_program;
    int m_longestMs;
    std::atomic<bool> m_stopped = false;
};

// The answer's form, UTF-8 JSON: {"text":…,"places":[[at, type, name]…]}, or {"missing":true}.
QByteArray answerOf(Outcome outcome, const Extracted &text);
// What a worker wrote, which may be anything: bounded and put in order again.
Outcome readAnswer(const QByteArray &answer, Extracted &text);

} // namespace parvis::extract
