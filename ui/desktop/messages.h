#pragma once

#include <QObject>

namespace parvis::ui {

// One message that the desktop shows beside the window; all of it is plain text.
struct Message {
    QString key; // a message replaces the one that hangs there under the same key
    QString title;
    QString body;
    QString openLabel; // of the button, where the desktop has one
    bool operator==(const Message &) const = default;
};

// The desktop's messages. UI thread; nothing waits for the desktop.
class Messages : public QObject {
    Q_OBJECT

public:
    virtual void show(const Message &message) = 0;
    virtual void withdraw(const QString &key) = 0;

Q_SIGNALS:
    void opened(const QString &key); // the person wants to see it; it hangs no more
    void gone(const QString &key);   // the person, or time, took it down
};

} // namespace parvis::ui
