#pragma once

#include "server/event_loop.h"

#include <QHash>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace parvis::server {

struct Limits;
class AddressTable;

// The right to one connection; given back when it goes.
class AddressTicket {
public:
    AddressTicket(std::shared_ptr<AddressTable> table, QByteArray key)
        : m_table(std::move(table)), m_key(std::move(key))
    { }
    AddressTicket(AddressTicket &&) = default;
    AddressTicket &operator=(AddressTicket &&) = delete;
    ~AddressTicket();

private:
    std::shared_ptr<AddressTable> m_table;
    QByteArray m_key;
};

// Counts connections by address. Any thread.
class AddressTable : public std::enable_shared_from_this<AddressTable> {
public:
    std::optional<AddressTicket> enter(const PeerAddress &address, const Limits &limits); // nothing: too many
    qsizetype connections() const;
    bool waitUntilEmpty(qint64 mostMs);

private:
    friend class AddressTicket;
    void leave(const QByteArray &key);

    mutable std::mutex m_mutex;
    std::condition_variable m_empty;
    QHash<QByteArray, int> m_counts;
    qsizetype m_total = 0;
};

} // namespace parvis::server
