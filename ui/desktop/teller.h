#pragma once

#include "alerts/board.h"
#include "ui/context.h"
#include "ui/desktop/messages.h"
#include "ui/shell/navigator.h"

#include <functional>

namespace parvis::ui {

// Tells the desktop what concerns the person of one company, and takes it down once it is read, here or elsewhere.
class Teller : public QObject {
    Q_OBJECT

public:
    // `isInView`: whether the place of the navigator is what the person looks at now.
    Teller(const Context &context, Messages &messages, std::function<bool()> isInView, QObject *parent = nullptr);
    ~Teller() override;

    int unread() const { return m_page.unread; }
    void look(); // again: what is in view, or what the person wishes, has changed

Q_SIGNALS:
    void openWanted(const parvis::ui::Place &place); // by a click on a message
    void unreadChanged(int unread);

private:
    void read();
    void update();
    Message messageOf(const alerts::Alert &alert) const;
    QString keyOf(const Uuid &thread) const;
    std::optional<Uuid> threadOf(const QString &key) const;

    Context m_context;
    Messages &m_messages;
    std::function<bool()> m_isInView;
    alerts::Board m_board;
    store::NoticePage m_page;
    QHash<Uuid, Place> m_places; // where the message of a thread leads
    bool m_started = false;
    bool m_reading = false;
    bool m_dirty = false;
};

} // namespace parvis::ui
