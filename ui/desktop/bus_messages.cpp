#include "ui/desktop/bus_messages.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QRegularExpression>

namespace parvis::ui {

namespace {

const QString serviceName = QStringLiteral("org.freedesktop.Notifications");
const QString objectPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr uint closedByCall = 3; // reason of NotificationClosed

// Signals of the bus are connected by text only: "1" marks a slot.
constexpr char onActionSlot[] = "1onAction(uint,QString)";
constexpr char onClosedSlot[] = "1onClosed(uint,uint)";

QDBusMessage call(const char *method)
{
    return QDBusMessage::createMethodCall(serviceName, objectPath, serviceName, QLatin1String(method));
}

// For a server that does not say that it reads markup, and some that do not say so do (dunst 1.9 without a configuration):
// an invisible mark (word joiner) after a '<' that could begin a tag makes it plain text for every reader.
QString withoutTags(const QString &text)
{
    static const QRegularExpression tag(QStringLiteral("<(?=[\\p{L}/!?])"));
    return QString(text).replace(tag, QStringLiteral("<\u2060"));
}

// One line without control characters, as the specification wants a summary.
QString oneLine(const QString &text)
{
    return text.simplified();
}

} // namespace

BusMessages::BusMessages(Bus bus, Messages *otherwise, QObject *parent) : m_bus(std::move(bus)), m_otherwise(otherwise)
{
    setParent(parent);
    if (!m_otherwise)
        return;
    connect(m_otherwise, &Messages::opened, this, &Messages::opened);
    connect(m_otherwise, &Messages::gone, this, &Messages::gone);
}

BusMessages::~BusMessages() = default;

void BusMessages::join()
{
    m_connection = m_bus();
    if (!m_connection->isConnected()) {
        m_service = Service::Missing;
        return;
    }
    m_connection->connect(serviceName, objectPath, serviceName, QStringLiteral("ActionInvoked"), this, onActionSlot);
    m_connection->connect(serviceName, objectPath, serviceName, QStringLiteral("NotificationClosed"), this,
                          onClosedSlot);
    m_watcher = new QDBusServiceWatcher(serviceName, *m_connection, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, &BusMessages::lost);
    askCapabilities();
}

void BusMessages::askCapabilities()
{
    m_service = Service::Asked;
    auto *watcher = new QDBusPendingCallWatcher(m_connection->asyncCall(call("GetCapabilities")), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_service = reply.isError() ? Service::Missing : Service::There;
        m_capabilities = reply.isError() ? QStringList() : reply.value();
        for (const Message &message : std::exchange(m_waiting, {}))
            show(message);
        if (m_service == Service::Missing)
            m_service = Service::Unknown; // one may be started later
    });
}

void BusMessages::lost()
{
    m_service = Service::Unknown;
    const QStringList keys = m_hanging.keys();
    m_hanging.clear();
    for (const QString &key : keys)
        Q_EMIT gone(key);
}

void BusMessages::show(const Message &message)
{
    if (!m_connection)
        join();
    else if (m_service == Service::Unknown)
        askCapabilities();
    switch (m_service) {
    case Service::Unknown:
    case Service::Asked:
        m_waiting.removeIf([&](const Message &each) { return each.key == message.key; });
        m_waiting.append(message);
        return;
    case Service::Missing:
        if (m_otherwise)
            m_otherwise->show(message);
        return;
    case Service::There: break;
    }
    Hanging &hanging = m_hanging[message.key];
    hanging.unwanted = false;
    if (hanging.calling)
        hanging.next = message;
    else
        notify(message);
}

void BusMessages::notify(const Message &message)
{
    Hanging &hanging = m_hanging[message.key];
    hanging.calling = true;
    // What others wrote is never markup: a server that reads markup is given the text escaped.
    QString body = m_capabilities.contains(QLatin1String("body")) ? message.body : QString();
    body = m_capabilities.contains(QLatin1String("body-markup")) ? body.toHtmlEscaped() : withoutTags(body);
    QStringList actions;
    if (m_capabilities.contains(QLatin1String("actions")))
        actions << QStringLiteral("default") << message.openLabel;
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("parvis")},
                            {QStringLiteral("category"), QStringLiteral("im.received")}};
    QDBusMessage notify = call("Notify");
    notify << QStringLiteral("Parvis") << hanging.id << QStringLiteral("parvis") << oneLine(message.title) << body
           << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_connection->asyncCall(notify), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, message] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        answered(message.key, !reply.isError(), reply.isError() ? 0 : reply.value());
        if (reply.isError() && m_otherwise)
            m_otherwise->show(message);
    });
}

void BusMessages::answered(const QString &key, bool ok, uint id)
{
    const auto hanging = m_hanging.find(key);
    if (hanging == m_hanging.end())
        return;
    hanging->calling = false;
    hanging->id = id;
    const auto next = std::exchange(hanging->next, {});
    if (hanging->unwanted || (!ok && !next)) {
        m_hanging.erase(hanging);
        if (ok)
            close(id);
    } else if (next) {
        notify(*next);
    }
}

void BusMessages::withdraw(const QString &key)
{
    m_waiting.removeIf([&](const Message &each) { return each.key == key; });
    if (m_otherwise)
        m_otherwise->withdraw(key);
    const auto hanging = m_hanging.find(key);
    if (hanging == m_hanging.end())
        return;
    if (hanging->calling) {
        hanging->unwanted = true;
        hanging->next.reset();
        return;
    }
    const uint id = hanging->id;
    m_hanging.erase(hanging);
    close(id);
}

void BusMessages::close(uint id)
{
    if (!m_connection || id == 0)
        return;
    QDBusMessage close = call("CloseNotification");
    close << id;
    m_connection->asyncCall(close);
}

QString BusMessages::keyOf(uint id) const
{
    for (auto each = m_hanging.cbegin(); each != m_hanging.cend(); ++each) {
        if (each->id == id && id != 0)
            return each.key();
    }
    return {};
}

void BusMessages::onAction(uint id, const QString &action)
{
    const QString key = keyOf(id);
    if (key.isEmpty() || action != QLatin1String("default"))
        return;
    // Some servers close it themselves, some leave it: it has done its work.
    withdraw(key);
    Q_EMIT opened(key);
}

void BusMessages::onClosed(uint id, uint reason)
{
    const QString key = keyOf(id);
    if (key.isEmpty() || reason == closedByCall)
        return;
    m_hanging.remove(key);
    Q_EMIT gone(key);
}

} // namespace parvis::ui
