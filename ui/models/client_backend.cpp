#include "ui/models/client_backend.h"

namespace parvis::ui {

ClientBackend::ClientBackend(std::unique_ptr<client::Client> client, const QString &deviceName)
    : m_client(std::move(client)), m_deviceName(deviceName)
{
    connect(m_client.get(), &client::Client::changed, this, &Backend::changed);
    connect(m_client.get(), &client::Client::stateChanged, this, &Backend::stateChanged);
}

ClientBackend::~ClientBackend() = default;

} // namespace parvis::ui
