#include "ui/shell/main_window.h"

#include "ui/shell/navigator.h"
#include "ui/shell/shell.h"
#include "ui/theme/icons.h"
#include "ui/views/signin/sign_in_page.h"

#include <QCloseEvent>
#include <QStackedLayout>

namespace parvis::ui {

MainWindow::MainWindow(const Context &context) : m_context(context), m_layout(new QStackedLayout(this))
{
    resize(1280, 800); // alone, as a window of its own
    connect(&context.navigator, &Navigator::signedIn, this, &MainWindow::showShell);
    connect(&context.navigator, &Navigator::signedOut, this, &MainWindow::showSignIn);
    connect(&context.backend, &Backend::stateChanged, this, [this](const client::SyncState &state) {
        if (state.phase == client::SyncState::SignedOut && m_shell && !m_context.backend.identity())
            showSignIn();
    });
}

void MainWindow::showSignIn()
{
    if (m_shell) {
        m_shell->leave();
        m_shell->deleteLater();
        m_shell = nullptr;
    }
    if (!m_signIn) {
        m_signIn = new SignInPage(m_context, this);
        m_layout->addWidget(m_signIn);
    }
    if (const auto identity = m_context.backend.identity())
        m_signIn->setAddress(identity->server, identity->user);
    m_layout->setCurrentWidget(m_signIn);
}

void MainWindow::showShell()
{
    if (m_signIn) {
        m_signIn->deleteLater();
        m_signIn = nullptr;
    }
    if (!m_shell) {
        m_shell = new Shell(m_context, this);
        m_layout->addWidget(m_shell);
    }
    m_layout->setCurrentWidget(m_shell);
}

void MainWindow::rebuild()
{
    const bool signedIn = m_shell != nullptr;
    const bool writing = m_shell && m_shell->isWriting();
    if (m_shell) {
        m_shell->leave();
        m_shell->hide();
        m_shell->deleteLater();
        m_shell = nullptr;
    }
    if (m_signIn) {
        m_signIn->deleteLater();
        m_signIn = nullptr;
    }
    if (signedIn)
        showShell();
    if (writing)
        m_shell->write();
    if (!signedIn)
        showSignIn();
}

void MainWindow::leave()
{
    if (m_shell)
        m_shell->leave();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    leave();
    event->accept();
}

} // namespace parvis::ui
