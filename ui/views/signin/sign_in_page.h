#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace parvis::ui {

// The first thing one sees: join the company with an address, or try Parvis on a demo company.
class SignInPage : public QWidget {
    Q_OBJECT

public:
    explicit SignInPage(const Context &context, QWidget *parent = nullptr);

    void setAddress(const QString &server, const QString &user);
    void setTryable(bool tryable);
    void setBusy(const QString &what); // empty: not busy
    void setError(const QString &text);
    QString errorText() const;
    void submit();

private:
    void fit();

    Context m_context;
    QWidget *m_card = nullptr;
    QLineEdit *m_server;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLabel *m_error;
    QPushButton *m_join;
    QPushButton *m_try;
    QPushButton *m_back;
};

} // namespace parvis::ui
