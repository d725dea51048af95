#include "ui/widgets/composer_draft.h"

#include "base/deliver.h"

#include <utility>

namespace parvis::ui {

namespace {

constexpr qint64 pauseMs = 500;
constexpr qint64 longestMs = 3000; // a crash takes no more than this from somebody who never pauses

} // namespace

ComposerDraft::ComposerDraft(const Context &context, QObject *parent) : QObject(parent), m_context(context)
{
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        const auto identity = m_context.backend.identity();
        const bool mine = identity && (changes.wide || changes.scopes.contains(ScopeId::person(identity->person)));
        if (mine && !m_place.isEmpty() && !m_held)
            read(false);
    });
}

ComposerDraft::~ComposerDraft()
{
    saveNow();
}

void ComposerDraft::cancelTimers()
{
    m_context.scheduler.cancel(m_pause);
    m_context.scheduler.cancel(m_longest);
    m_pause = m_longest = 0;
}

void ComposerDraft::open(const QString &place, const QString &untouched)
{
    saveNow();
    ++m_generation;
    m_place = place;
    m_untouched = m_text = untouched;
    m_saved.clear();
    m_seen.reset();
    m_held = m_writing = false;
    if (std::exchange(m_other, std::nullopt))
        Q_EMIT otherChanged();
    if (!place.isEmpty())
        read(true);
}

void ComposerDraft::read(bool opening)
{
    base::deliver(m_context.backend.drafts(m_place), this,
                  [this, opening, generation = m_generation](const base::Result<QList<store::DraftItem>> &answer) {
                      if (answer && generation == m_generation && !m_held && !m_writing)
                          onDrafts(*answer, opening);
                  });
}

void ComposerDraft::onDrafts(const QList<store::DraftItem> &drafts, bool opening)
{
    const bool pristine = m_text == (m_seen ? m_saved : m_untouched);
    std::optional<store::DraftItem> mine;
    for (const store::DraftItem &draft : drafts) {
        // After a conflict the text that was written here has another id, but still the operation that made it.
        if (m_seen && draft.base == m_seen->op && !draft.base.isNull())
            mine = draft;
    }
    for (const store::DraftItem &draft : drafts) {
        if (!mine && m_seen && draft.id == m_seen->id)
            mine = draft;
    }
    if (opening && !m_seen && pristine && !drafts.isEmpty())
        mine = drafts.first();
    if (mine) {
        const bool moved = !m_seen || m_seen->op != mine->base;
        if (moved && pristine) {
            m_seen = Backend::Written{mine->id, mine->base};
            m_saved = mine->body;
            if (m_text != mine->body) {
                m_text = mine->body;
                Q_EMIT found(m_text);
            }
        } else if (!moved) {
            m_seen->id = mine->id;
        }
    }
    std::optional<store::DraftItem> other;
    for (const store::DraftItem &draft : drafts) {
        const bool own = (mine && draft.id == mine->id) || draft.body == m_text;
        if (!own && !other)
            other = draft;
    }
    const bool same = other.has_value() == m_other.has_value()
                      && (!other || (other->id == m_other->id && other->body == m_other->body));
    m_other = other;
    if (!same)
        Q_EMIT otherChanged();
}

void ComposerDraft::noteText(const QString &text)
{
    if (std::exchange(m_text, text) != text)
        schedule();
}

void ComposerDraft::schedule()
{
    if (m_place.isEmpty() || m_held)
        return;
    m_context.scheduler.cancel(m_pause);
    m_pause = m_context.scheduler.after(pauseMs, [this] { saveNow(); });
    if (m_longest == 0)
        m_longest = m_context.scheduler.after(longestMs, [this] { saveNow(); });
}

void ComposerDraft::saveNow()
{
    cancelTimers();
    if (m_send) // whoever leaves does not wait
        sendNow({});
    if (m_place.isEmpty() || m_held || m_text == m_saved || (!m_seen && m_text == m_untouched))
        return;
    if (m_writing) {
        // What is being written must be answered first: the next one says that it has seen it.
        m_pause = m_context.scheduler.after(pauseMs, [this] { saveNow(); });
        return;
    }
    write(m_text);
}

void ComposerDraft::write(const QString &text)
{
    m_writing = true;
    m_saved = text;
    base::deliver(m_context.backend.saveDraft(m_place, text.trimmed().isEmpty() ? QString() : text, m_seen), this,
                  [this, text, generation = m_generation](const base::Result<Backend::Written> &answer) {
                      if (generation != m_generation)
                          return;
                      m_writing = false;
                      if (!answer) {
                          m_saved.clear();
                          Q_EMIT failed(answer.error());
                          if (m_send)
                              sendNow(m_seen);
                          return;
                      }
                      if (text.trimmed().isEmpty() || answer->id.isNull())
                          m_seen.reset();
                      else
                          m_seen = *answer;
                      if (!text.isEmpty())
                          Q_EMIT kept();
                      if (m_send)
                          sendNow(m_seen);
                      else if (m_text != text)
                          schedule();
                  });
}

void ComposerDraft::hold(const std::function<void(const Backend::Draft &draft)> &send)
{
    cancelTimers();
    m_held = true;
    m_send = send;
    if (!m_writing)
        sendNow(m_seen);
}

void ComposerDraft::sendNow(const Backend::Draft &draft)
{
    m_ended = draft;
    std::exchange(m_send, {})(draft);
}

void ComposerDraft::release()
{
    m_held = false;
    m_ended.reset();
    schedule();
}

void ComposerDraft::sent()
{
    m_held = false;
    cancelTimers();
    if (!m_place.isEmpty() && m_seen && !m_ended)
        m_context.backend.saveDraft(m_place, {}, m_seen);
    m_seen.reset();
    m_ended.reset();
    m_saved.clear();
    m_text = m_untouched = QString();
}

void ComposerDraft::takeOther()
{
    if (!m_other)
        return;
    const store::DraftItem taken = *m_other;
    saveNow();
    ++m_generation;
    m_writing = false;
    m_seen = Backend::Written{taken.id, taken.base};
    m_text = m_saved = taken.body;
    m_other.reset();
    Q_EMIT otherChanged();
    Q_EMIT found(m_text);
    read(false);
}

void ComposerDraft::discardOther()
{
    if (!m_other)
        return;
    const store::DraftItem gone = *std::exchange(m_other, std::nullopt);
    m_context.backend.saveDraft(m_place, {}, Backend::Written{gone.id, gone.base});
    Q_EMIT otherChanged();
}

} // namespace parvis::ui
