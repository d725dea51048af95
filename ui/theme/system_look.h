#pragma once

#include <QObject>

class QDBusVariant;

namespace parvis::ui {

// What the desktop asks of every window: dark or light, and more contrast where it tells. On Linux from the settings
// portal (org.freedesktop.appearance), asked without waiting for it; elsewhere from the palette that Qt was given.
class SystemLook : public QObject {
    Q_OBJECT

public:
    explicit SystemLook(QObject *parent = nullptr);
    void start(); // asks, and listens from then on

    bool isDark() const { return m_dark; }
    bool isHighContrast() const { return m_highContrast; }
    void set(bool dark, bool highContrast);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void take(const QString &key, const QVariant &value);

    bool m_dark = false;
    bool m_highContrast = false;
    bool m_started = false;
};

} // namespace parvis::ui
