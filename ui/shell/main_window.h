#pragma once

#include "ui/context.h"

#include <QWidget>

class QStackedLayout;

namespace parvis::ui {

class Shell;
class SignInPage;

// One company's page of the window: signed out it asks to join, signed in it holds the shell. A change of language makes the
// shell anew, at the same place, with what is being written.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(const Context &context);

    void showSignIn();
    void showShell();
    void rebuild();
    void leave(); // keeps what is being written
    Shell *shell() const { return m_shell; }
    SignInPage *signIn() const { return m_signIn; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    Context m_context;
    QStackedLayout *m_layout;
    Shell *m_shell = nullptr;
    SignInPage *m_signIn = nullptr;
};

} // namespace parvis::ui
