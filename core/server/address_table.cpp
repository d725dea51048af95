#include "server/address_table.h"

#include "server/limits.h"

#include <chrono>

namespace parvis::server {

AddressTicket::~AddressTicket()
{
    if (m_table)
        m_table->leave(m_key);
}

std::optional<AddressTicket> AddressTable::enter(const PeerAddress &address, const Limits &limits)
{
    const std::lock_guard lock(m_mutex);
    const int most = address.isLoopback ? limits.perLoopback : limits.perAddress;
    if (m_total >= limits.connections || m_counts.value(address.key) >= most)
        return std::nullopt;
    ++m_counts[address.key];
    ++m_total;
    return AddressTicket(shared_from_this(), address.key);
}

void AddressTable::leave(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    if (--m_counts[key] == 0)
        m_counts.remove(key);
    if (--m_total == 0)
        m_empty.notify_all();
}

qsizetype AddressTable::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_total;
}

bool AddressTable::waitUntilEmpty(qint64 mostMs)
{
    std::unique_lock lock(m_mutex);
    return m_empty.wait_for(lock, std::chrono::milliseconds(mostMs), [this] { return m_total == 0; });
}

} // namespace parvis::server
