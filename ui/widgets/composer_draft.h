#pragma once

#include "ui/context.h"

#include <functional>

namespace parvis::ui {

// The draft of the place where somebody writes: read when the place is opened, kept 500 ms after the last key and at least every 3 s
// while one types, and on leaving. What another device wrote for the same place is never overwritten: it stands beside as `other`.
class ComposerDraft : public QObject {
    Q_OBJECT

public:
    ComposerDraft(const Context &context, QObject *parent);
    ~ComposerDraft() override;

    // Leaves the place that was open. Nothing is kept for an empty place, nor a text that is still `untouched`.
    void open(const QString &place, const QString &untouched);
    void noteText(const QString &text); // a key was pressed
    void saveNow();
    // What is being sent is no draft until it failed. `send` gets the draft to end with it, once that is written as far as it was.
    void hold(const std::function<void(const Backend::Draft &draft)> &send);
    void release();
    void sent(); // the text is durable elsewhere: what is still left of the draft goes

    const std::optional<store::DraftItem> &other() const { return m_other; }
    void takeOther(); // it becomes the text; what stood here is the other one then
    void discardOther();

Q_SIGNALS:
    void found(const QString &text); // read, or taken over from another device, while nobody was typing
    void otherChanged();
    void kept();
    void failed(const parvis::base::Error &error);

private:
    void schedule();
    void read(bool opening);
    void onDrafts(const QList<store::DraftItem> &drafts, bool opening);
    void write(const QString &text);
    void cancelTimers();
    void sendNow(const Backend::Draft &draft);

    Context m_context;
    QString m_place;
    QString m_untouched;
    QString m_text;  // as it stands in the field
    QString m_saved; // as it was last read or written
    Backend::Draft m_seen;
    std::optional<store::DraftItem> m_other;
    base::Scheduler::Handle m_pause = 0;
    base::Scheduler::Handle m_longest = 0;
    quint64 m_generation = 0;
    std::function<void(const Backend::Draft &)> m_send; // waits for the draft's answer
    Backend::Draft m_ended;                             // with what was sent
    bool m_held = false;
    bool m_writing = false;
};

} // namespace parvis::ui
