#pragma once

#include "ui/context.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace parvis::ui {

class FeedModel;
class FeedView;

// Marks posts as read once somebody can have read them: most of the card, or a screen full of it, stood in sight for a
// moment, in a window that was active. Never what was only scrolled past or never reached.
class ReadMarker : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 seenAfterMs = 1200;

    ReadMarker(const Context &context, FeedModel *model, FeedView *view);
    ~ReadMarker() override;

    void setOn(bool on); // begins anew
    void look();         // the rows in sight may have changed

private:
    QSet<Uuid> inSight() const; // unread ones that were not seen yet
    void note();

    Context m_context;
    FeedModel *m_model;
    FeedView *m_view;
    base::Scheduler::Handle m_timer = 0;
    QSet<Uuid> m_watched; // in sight when the moment began
    QSet<Uuid> m_seen;
    QHash<ScopeId, qint64> m_marked;
    bool m_on = false;
};

} // namespace parvis::ui
