#include "ui/views/feed/feed_accessible.h"

#include "ui/views/feed/feed_view.h"

#include <QAccessibleWidget>

#include <algorithm>
#include <tuple>

namespace parvis::ui {

namespace {

// One card. It names its item by id, so that it stays the same while rows move.
class FeedItemAccessible : public QAccessibleInterface,
                           public QAccessibleActionInterface,
                           public QAccessibleTextInterface {
public:
    FeedItemAccessible(FeedView *view, const Uuid &id) : m_view(view), m_id(id) { }

    const Uuid &id() const { return m_id; }
    int row() const { return m_view && m_view->model() ? m_view->model()->rowOf(m_id) : -1; }
    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }
    QString text(QAccessible::Text kind) const override
    {
        const int at = row();
        return kind == QAccessible::Name && at >= 0 ? m_view->sentence(at) : QString();
    }
    QRect rect() const override
    {
        const QRect local = isValid() ? m_view->rowRect(row()).toRect() : QRect();
        return local.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(local.topLeft()), local.size());
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.invisible = !isValid();
        state.offscreen = rect().isEmpty();
        state.focused = state.selected = isValid() && m_view->hasFocus() && m_view->currentRow() == row();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override
    {
        QStringList names{pressAction(), setFocusAction()};
        for (const FeedView::ItemAction &action : offered())
            names << action.id;
        return names;
    }
    QString localizedActionName(const QString &name) const override
    {
        for (const FeedView::ItemAction &action : offered()) {
            if (action.id == name)
                return action.text;
        }
        return QAccessibleActionInterface::localizedActionName(name);
    }
    void doAction(const QString &name) override
    {
        const int at = row();
        if (at < 0)
            return;
        m_view->reveal(at);
        m_view->setCurrent(m_id);
        if (name == pressAction())
            m_view->activate(at, CardHit::Comments, {}, rect().center());
        else if (name != setFocusAction())
            m_view->runItemAction(at, name);
    }
    QStringList keyBindingsForAction(const QString &name) const override
    {
        for (const FeedView::ItemAction &action : offered()) {
            if (action.id == name && !action.keys.isEmpty())
                return {action.keys};
        }
        return {};
    }

    // ---- the text of the card, to be read letter by letter ----
    QString all() const { return isValid() ? m_view->textOf(row()) : QString(); }
    bool isCurrent() const { return isValid() && m_view->currentRow() == row(); }
    void selection(int, int *start, int *end) const override
    {
        std::tie(*start, *end) = isValid() ? m_view->selectionIn(row()) : std::pair(0, 0);
    }
    int selectionCount() const override
    {
        int start = 0, end = 0;
        selection(0, &start, &end);
        return start < end ? 1 : 0;
    }
    void addSelection(int start, int end) override { setSelection(0, start, end); }
    void removeSelection(int) override { setCursorPosition(cursorPosition()); }
    void setSelection(int, int start, int end) override
    {
        if (isValid())
            m_view->select(row(), start, end);
    }
    int cursorPosition() const override { return isCurrent() && m_view->isCaretOn() ? m_view->caret() : 0; }
    void setCursorPosition(int position) override { setSelection(0, position, position); }
    QString text(int start, int end) const override { return all().mid(start, end < 0 ? -1 : end - start); }
    int characterCount() const override { return int(all().size()); }
    QRect characterRect(int offset) const override
    {
        const QRect local = isValid() ? m_view->letterRect(row(), offset).toRect() : QRect();
        return local.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(local.topLeft()), local.size());
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return isValid() ? m_view->letterAt(row(), m_view->viewport()->mapFromGlobal(point)) : -1;
    }
    void scrollToSubstring(int, int) override
    {
        if (isValid())
            m_view->reveal(row());
    }
    QString attributes(int offset, int *start, int *end) const override
    {
        *start = offset;
        *end = characterCount();
        return {};
    }

private:
    QList<FeedView::ItemAction> offered() const
    {
        const int at = row();
        return at >= 0 ? m_view->itemActions(at) : QList<FeedView::ItemAction>();
    }

    QPointer<FeedView> m_view;
    Uuid m_id;
};

class FeedAccessible : public QAccessibleWidget {
public:
    explicit FeedAccessible(FeedView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) { }
    ~FeedAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_made))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_view->model() ? m_view->model()->rowCount() : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const Uuid id = m_view->model()->item(index).id;
        if (const auto held = m_made.constFind(id); held != m_made.constEnd())
            return QAccessible::accessibleInterface(*held);
        prune();
        auto *made = new FeedItemAccessible(m_view, id);
        m_made.insert(id, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (const int row : m_view->visibleRows()) {
            auto *item = child(row);
            if (item && item->rect().contains(x, y))
                return item;
        }
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface *item) const override
    {
        for (auto it = m_made.begin(); it != m_made.end(); ++it) {
            if (QAccessible::accessibleInterface(*it) == item)
                return m_view->model()->rowOf(it.key());
        }
        return -1;
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() ? child(m_view->currentRow()) : nullptr;
    }

private:
    // Items that left the window are let go before they pile up.
    void prune() const
    {
        if (m_made.size() < 600)
            return;
        for (auto it = m_made.begin(); it != m_made.end();) {
            if (m_view->model()->rowOf(it.key()) >= 0) {
                ++it;
                continue;
            }
            QAccessible::deleteAccessibleInterface(*it);
            it = m_made.erase(it);
        }
    }

    FeedView *m_view;
    mutable QHash<Uuid, QAccessible::Id> m_made;
};

QAccessibleInterface *makeFeedAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<FeedView *>(object);
    return view ? new FeedAccessible(view) : nullptr;
}

} // namespace

void installFeedAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeFeedAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace parvis::ui
