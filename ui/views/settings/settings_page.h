#pragma once

#include "ui/context.h"

#include <QWidget>

class QVBoxLayout;

namespace parvis::ui {

class DiskCard;

// Language, look, offline, password, devices, space, signing out, about.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(const Context &context, QWidget *parent = nullptr);
    void read(); // what may have changed since the last visit

private:
    void readDevices();
    QVBoxLayout *card(const QString &title);
    void lookCard();
    void desktopCard();
    void passwordCard();
    void aboutCard();
    void showDevices(const base::Result<QList<Backend::Device>> &devices);
    void signOut(bool forced);

    Context m_context;
    QVBoxLayout *m_column;
    QVBoxLayout *m_devices = nullptr;
    DiskCard *m_disk;
};

} // namespace parvis::ui
