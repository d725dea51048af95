#include "client/read_worker.h"

namespace parvis::client {

base::Result<void> ReadWorker::open()
{
    if (m_reader)
        return {};
    auto reader = store::Reader::open(m_cachePath, m_outboxPath);
    if (!reader)
        return base::fail(reader.error());
    m_reader = std::move(*reader);
    return {};
}

} // namespace parvis::client
