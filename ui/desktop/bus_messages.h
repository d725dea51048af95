#pragma once

#include "ui/desktop/messages.h"

#include <QDBusConnection>
#include <QHash>

#include <functional>
#include <optional>

class QDBusServiceWatcher;

namespace parvis::ui {

// org.freedesktop.Notifications (Desktop Notifications Specification 1.2). The bus is joined when there is first something
// to show; every call is answered later. Where no such service answers, `otherwise` shows the message.
class BusMessages final : public Messages {
    Q_OBJECT

public:
    using Bus = std::function<QDBusConnection()>;

    BusMessages(Bus bus, Messages *otherwise, QObject *parent = nullptr);
    ~BusMessages() override;

    void show(const Message &message) override;
    void withdraw(const QString &key) override;

private Q_SLOTS:
    void onAction(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    enum class Service { Unknown, Asked, There, Missing };

    struct Hanging {
        uint id = 0; // 0: the service has not answered yet
        bool calling = false;
        std::optional<Message> next; // came while a call was under way
        bool unwanted = false;       // likewise: to be closed as soon as its id is known
    };

    void join();
    void askCapabilities();
    void notify(const Message &message);
    void answered(const QString &key, bool ok, uint id);
    void close(uint id);
    void lost(); // the service ended, and with it all that hung there
    QString keyOf(uint id) const;
    QDBusConnection bus() const;

    Bus m_bus;
    Messages *m_otherwise;
    std::optional<QDBusConnection> m_connection;
    QDBusServiceWatcher *m_watcher = nullptr;
    Service m_service = Service::Unknown;
    QStringList m_capabilities;
    QList<Message> m_waiting; // for the capabilities
    QHash<QString, Hanging> m_hanging;
};

} // namespace parvis::ui
