#include "ui/views/signin/sign_in_page.h"

#include "base/deliver.h"
#include "ui/shell/companies.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/program_sign.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace parvis::ui {

SignInPage::SignInPage(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    const Theme &theme = context.theme;
    auto *card = new CardFrame(theme, this);
    auto *sign = new ProgramSign(card);

    auto field = [&](const QString &name, const QString &hint) {
        auto *edit = new QLineEdit(card);
        edit->setPlaceholderText(hint);
        edit->setAccessibleName(name);
        theme.follow(edit, [edit, &theme] { edit->setMinimumHeight(theme.px(36)); });
        return edit;
    };
    m_server = field(tr("Address of your company's server"), QStringLiteral("https://parvis.example.com"));
    m_user = field(tr("Your short name"), tr("first.last"));
    m_password = field(tr("Password"), {});
    m_password->setEchoMode(QLineEdit::Password);
    m_error = makeLabel({}, theme, TextRole::List, Ink::Bad, card);
    m_error->setWordWrap(true);
    m_error->hide();
    m_join = makeButton(tr("Join my company"), theme, true, card);
    m_try = makeButton(tr("Try it on a demo company"), theme, false, card);

    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(6);
    layout->addWidget(sign);
    layout->addSpacing(8);
    layout->addWidget(makeLabel(tr("Welcome to Parvis"), theme, TextRole::Title, Ink::First, card));
    auto *hint = makeLabel(tr("Your company's network, on your own computer: read, search and write even offline."),
                           theme, TextRole::List, Ink::Second, card);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    layout->addSpacing(12);
    for (QLineEdit *edit : {m_server, m_user, m_password}) {
        auto *label = makeLabel(edit->accessibleName(), theme, TextRole::Detail, Ink::Second, card);
        label->setBuddy(edit);
        layout->addWidget(label);
        layout->addWidget(edit);
        layout->addSpacing(4);
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    }
    layout->addWidget(m_error);
    layout->addSpacing(8);
    layout->addWidget(m_join);
    layout->addSpacing(12);
    auto *tryHint = makeLabel(tr("No server yet? The demo runs inside this window and needs no network."), theme,
                              TextRole::Detail, Ink::Third, card);
    tryHint->setWordWrap(true);
    layout->addWidget(tryHint);
    layout->addWidget(m_try);
    m_back = makeFlatButton(tr("Back without joining"), theme, card);
    layout->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT m_context.companies.giveUpWanted(); });
    auto offerBack = [this] {
        m_back->setVisible(m_context.companies.entries().size() > 1);
        fit();
    };
    connect(&context.companies, &Companies::changed, this, offerBack);

    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    m_card = card;
    offerBack();
    theme.follow(card, [this] {
        m_card->setFixedWidth(m_context.theme.px(420));
        fit();
    });
    outer->addStretch(3);
    connect(m_join, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_try, &QPushButton::clicked, this, [this] {
        setError({});
        Q_EMIT m_context.navigator.tryWanted();
    });
}

void SignInPage::setAddress(const QString &server, const QString &user)
{
    m_server->setText(server);
    m_user->setText(user);
}

void SignInPage::setTryable(bool tryable)
{
    m_try->setVisible(tryable);
}

void SignInPage::setBusy(const QString &what)
{
    const bool busy = !what.isEmpty();
    for (QWidget *each : std::initializer_list<QWidget *>{m_server, m_user, m_password, m_join, m_try, m_back})
        each->setEnabled(!busy);
    m_join->setText(busy ? what : tr("Join my company"));
}

void SignInPage::setError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    fit();
}

// The card has one width, so its wrapped lines tell its height; a layout alone would squeeze them.
void SignInPage::fit()
{
    m_card->layout()->activate();
    m_card->setMinimumHeight(m_card->layout()->heightForWidth(m_card->width()));
}

QString SignInPage::errorText() const
{
    return m_error->text();
}

void SignInPage::submit()
{
    QString address = m_server->text().trimmed();
    if (address.isEmpty() || m_user->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        setError(tr("Fill in the address, your short name and your password."));
        return;
    }
    if (!address.contains(QStringLiteral("://")))
        address.prepend(QStringLiteral("https://"));
    setError({});
    setBusy(tr("Signing in…"));
    base::deliver(m_context.backend.signIn(address, m_user->text().trimmed(), m_password->text()), this,
                  [this](const base::Result<store::Identity> &answer) {
                      setBusy({});
                      if (!answer) {
                          setError(words::signInError(answer.error(), m_context.backend.state().problem));
                          m_password->setFocus();
                          m_password->selectAll();
                          return;
                      }
                      m_password->clear();
                      Q_EMIT m_context.navigator.signedIn();
                  });
}

} // namespace parvis::ui
