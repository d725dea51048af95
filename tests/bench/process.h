#pragma once

#include <QByteArray>
#include <QStringList>

#include <sys/types.h>

namespace parvis::bench {

// Memory of a process, in KiB.
struct Memory {
    double resident = 0;     // with what it shares with others
    double proportional = 0; // what is shared counted by halves, thirds …
    double anonymous = 0;    // its own: heap and stacks
};
Memory memoryOf(pid_t pid);

// A program that is ended with the object. Its standard output is read here; its standard error is dropped unless it is
// asked for.
class Child {
public:
    Child(const QString &program, const QStringList &arguments, const QStringList &environment = {});
    ~Child();
    Child(const Child &) = delete;

    QByteArray readLine(int seconds);   // throws NotMeasured if none comes
    void write(const QByteArray &text); // to its standard input, which then ends
    int finish(int seconds);            // waits for the end by itself: the exit code
    pid_t pid() const { return m_pid; }
    qint64 startedNs() const { return m_startedNs; } // monotonicNs() just before exec

private:
    QString m_program;
    pid_t m_pid = -1;
    int m_in = -1;
    int m_out = -1;
    qint64 m_startedNs = 0;
    QByteArray m_read;
};

void raiseDescriptorLimit();

} // namespace parvis::bench
