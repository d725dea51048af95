#pragma once

#include "bench/company.h"
#include "bench/process.h"
#include "bench/row.h"

namespace parvis::bench {

// A real parvisd on loopback with the made-up company, everybody in all groups; with `items` posts and comments in them.
class CompanyServer {
public:
    explicit CompanyServer(const Settings &settings, qint64 items = 0);

    const Company &company() const { return m_company; }
    quint16 port() const { return m_port; }
    pid_t pid() const { return m_process->pid(); }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    // Access token of a person; good for a quarter of an hour.
    QString token(int person) const { return m_tokens[size_t(person)]; }
    static QString password() { return QStringLiteral("a benchmark's password"); }

private:
    void makeFolder(const QString &dir, qint64 items);

    Company m_company;
    std::vector<QString> m_tokens;
    std::unique_ptr<Child> m_process;
    quint16 m_port = 0;
};

} // namespace parvis::bench
