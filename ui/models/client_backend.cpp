#include "ui/models/client_backend.h"

namespace parvis::ui {

ClientBackend::ClientBackend(std::unique_ptr<client::Client> client, const QString &deviceName)
    : m_client(std::move(client)), m_deviceName(deviceName)
{
    connect(m_client.get(), &client::Client::changed, this, &Backend::changed);
    connect(m_client.get(), &client::Client::stateChanged, this, &Backend::stateChanged);
}

ClientBackend::~ClientBackend() = default;

Backend::Answer<QList<store::FeedItem>> ClientBackend::feed(const store::FeedQuery &query)
{
    const auto ahead = std::exchange(m_ahead, {});
    return ahead && ahead->query == query ? ahead->answer : m_client->feed(query);
}

void ClientBackend::readAhead(const store::FeedQuery &query)
{
    m_ahead = Ahead{query, m_client->feed(query)};
}

} // namespace parvis::ui
