#include "ui/models/thread_model.h"

#include "base/deliver.h"

namespace parvis::ui {

ThreadModel::ThreadModel(Backend &backend, QObject *parent) : ItemModel(parent), m_backend(backend)
{
    connect(&m_backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (m_post.isNull())
            return;
        const bool named = std::any_of(changes.changes.begin(), changes.changes.end(), [this](const store::Change &c) {
            return c.id == m_post.uuid() || c.thread == m_post.uuid()
                   || (c.kind == model::Kind::Attachment && rowOf(c.thread) >= 0);
        });
        const bool files = changes.outbox && std::any_of(m_items.begin(), m_items.end(), [this](const auto &item) {
                               return hasFilesUnderWay(item);
                           });
        if (named || files || changes.wide)
            read();
    });
}

void ThreadModel::open(PostId post)
{
    ++m_generation;
    m_post = post;
    m_reading = m_dirty = false;
    removeRange(0, int(m_items.size()));
    read();
}

void ThreadModel::read()
{
    m_dirty = true;
    if (m_reading)
        return;
    m_dirty = false;
    m_reading = true;
    base::deliver(m_backend.thread(m_post), this,
                  [this, generation = m_generation](const base::Result<QList<store::FeedItem>> &answer) {
                      if (generation != m_generation)
                          return;
                      m_reading = false;
                      if (!answer) {
                          Q_EMIT failed(answer.error());
                      } else if (answer->isEmpty()) {
                          removeRange(0, int(m_items.size()));
                          Q_EMIT gone();
                      } else {
                          replaceRange(0, int(m_items.size()), *answer);
                          markLoaded();
                      }
                      if (m_dirty)
                          read();
                  });
}

} // namespace parvis::ui
