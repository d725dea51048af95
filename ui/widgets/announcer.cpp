#include "ui/widgets/announcer.h"

#include <QAccessibleWidget>

#include <utility>

namespace parvis::ui {

namespace {

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *announcer = qobject_cast<Announcer *>(object);
    return announcer ? new QAccessibleWidget(announcer, QAccessible::Notification) : nullptr;
}

void installAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace

Announcer::Announcer(base::Scheduler &scheduler, QWidget *parent) : QWidget(parent), m_scheduler(scheduler)
{
    installAccessibility();
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedHeight(1); // what has no size is not told to a reader
    lower();
}

Announcer::~Announcer()
{
    m_scheduler.cancel(m_pause);
}

void Announcer::say(const QString &plainText)
{
    if (plainText.isEmpty())
        return;
    setAccessibleName(plainText);
    if (QAccessible::isActive()) {
        // Windows and macOS listen to alerts; on the AT-SPI bus, 6.4 tells only that a notification has come to be seen.
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
        QAccessibleEvent seen(this, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&seen);
    }
    m_scheduler.cancel(m_pause);
    m_pause = m_scheduler.after(pauseMs, [this] {
        m_pause = 0;
        say(std::exchange(m_waiting, {}));
    });
    Q_EMIT said(plainText);
}

void Announcer::sayWhenQuiet(const QString &plainText)
{
    if (m_pause != 0)
        m_waiting = plainText;
    else
        say(plainText);
}

} // namespace parvis::ui
