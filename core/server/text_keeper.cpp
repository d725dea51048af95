#include "server/text_keeper.h"

#include "base/log.h"
#include "store/database.h"

#include <QFile>
#include <QFileInfo>

namespace parvis::server {

namespace {

constexpr size_t mostTogether = 16; // texts in one transaction
constexpr size_t mostKnown = 32;
constexpr qint64 blockBytes = 1 << 20;

} // namespace

TextKeeper::TextKeeper(Parts parts) : m_parts(std::move(parts)), m_worker(m_parts.program)
{
    m_thread = std::thread([this] { run(); });
}

TextKeeper::~TextKeeper()
{
    finish();
}

void TextKeeper::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_worker.stop();
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void TextKeeper::versionCame(const ScopeId &group, const Uuid &document)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.emplace_back(group, document);
    }
    m_wake.notify_all();
}

bool TextKeeper::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void TextKeeper::run()
{
    QFile::remove(m_parts.scratch); // of a server that was killed
    lookForAll();
    while (const auto each = next())
        read(each->first, each->second);
}

void TextKeeper::lookForAll()
{
    const auto found = store::guarded([&] { return unreadDocuments(*m_parts.rows.read()); });
    if (!found) {
        qCWarning(base::logServer, "text of documents: %s", qUtf8Printable(found.error().detail));
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_waiting.insert(m_waiting.end(), found->begin(), found->end());
}

// The next to be read; nothing: the end. What was read is written before anybody waits.
std::optional<std::pair<ScopeId, Uuid>> TextKeeper::next()
{
    std::unique_lock lock(m_mutex);
    if (m_waiting.empty() && !m_stopping) {
        lock.unlock();
        flush();
        lock.lock();
    }
    m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    if (m_stopping)
        return std::nullopt;
    const auto first = m_waiting.front();
    m_waiting.pop_front();
    return first;
}

void TextKeeper::read(const ScopeId &group, const Uuid &id)
{
    const auto document = store::guarded([&] { return unreadDocument(*m_parts.rows.read(), group, id); });
    if (!document || !*document)
        return;
    auto text = textOf(**document);
    if (!text || isStopping())
        return;
    m_read.push_back({**document, std::move(*text)});
    if (m_read.size() >= mostTogether)
        flush();
}

// Nothing: it cannot be read now.
std::optional<extract::Extracted> TextKeeper::textOf(const UnreadDocument &document)
{
    if (!extract::mayHaveText(document.name) || document.size > largestBytes || document.size == 0)
        return extract::Extracted();
    const QString key = document.content.toHex() + QFileInfo(document.name).suffix().toLower();
    for (const auto &[known, text] : m_known) {
        if (known == key)
            return text;
    }
    extract::Extracted text;
    const bool read = copy(document) && m_worker.run(m_parts.scratch, document.name, text) == extract::Outcome::Text;
    QFile::remove(m_parts.scratch);
    if (!read)
        return std::nullopt;
    m_known.emplace_back(key, text);
    if (m_known.size() > mostKnown)
        m_known.pop_front();
    return text;
}

bool TextKeeper::copy(const UnreadDocument &document)
{
    QFile out(m_parts.scratch);
    bool good = out.open(QIODevice::WriteOnly | QIODevice::Truncate) && out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (qint64 at = 0; good && at < document.size && !isStopping();) {
        const auto block = m_parts.blobs.read(document.content, at, blockBytes);
        good = block && !block->isEmpty() && out.write(*block) == block->size();
        at += good ? block->size() : 0;
    }
    good = good && out.flush();
    if (!good)
        qCWarning(base::logServer, "text of documents: the content of %s cannot be copied",
                  qUtf8Printable(document.document.toString()));
    return good;
}

void TextKeeper::flush()
{
    if (m_read.empty())
        return;
    const auto written = m_parts.write([this](WriteView &view) -> base::Result<void> {
        for (const Read &each : m_read)
            putDocumentText(view, each.document, each.text, m_parts.env);
        return {};
    });
    if (!written)
        qCWarning(base::logServer, "text of documents: %s", qUtf8Printable(written.error().detail));
    m_read.clear();
}

} // namespace parvis::server
