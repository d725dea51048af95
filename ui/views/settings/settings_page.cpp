#include "ui/views/settings/settings_page.h"

#include "base/deliver.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/settings/disk_card.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

SettingsPage::SettingsPage(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->viewport()->setAutoFillBackground(false);
    area->setAccessibleName(tr("Settings"));
    area->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    area->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    auto *ground = new QWidget(area);
    auto *column = new QWidget(ground);
    column->setMaximumWidth(680);
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, 24, 0, 24);
    m_column->setSpacing(12);
    auto *row = new QHBoxLayout(ground);
    row->setContentsMargins(24, 0, 24, 0);
    row->addStretch(1);
    row->addWidget(column, 1000);
    row->addStretch(1);
    area->setWidget(ground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    lookCard();
    desktopCard();
    passwordCard();
    m_devices = card(tr("Devices"));
    m_disk = new DiskCard(context);
    m_column->addWidget(m_disk);
    aboutCard();
    m_column->addStretch();
}

QVBoxLayout *SettingsPage::card(const QString &title)
{
    auto *frame = new CardFrame(m_context.theme);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(makeLabel(title, m_context.theme, TextRole::ListBold));
    m_column->addWidget(frame);
    return layout;
}

void SettingsPage::lookCard()
{
    const Theme &theme = m_context.theme;
    QVBoxLayout *layout = card(tr("This window"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    layout->addLayout(form);
    auto choice = [&](const QString &name, const QList<QPair<QString, QVariant>> &options, const QVariant &current) {
        auto *box = new QComboBox;
        for (const auto &[text, value] : options)
            box->addItem(text, value);
        box->setCurrentIndex(qMax(0, box->findData(current)));
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        theme.follow(box, [box, &theme] { box->setMinimumWidth(theme.px(176)); });
        auto *label = makeLabel(name, theme, TextRole::List, Ink::Second);
        label->setBuddy(box);
        form->addRow(label, box);
        return box;
    };
    // The languages are named in themselves.
    auto *language = choice(tr("Language"),
                            {{tr("As the system"), QString()},
                             {QString::fromUtf8("Fran\xC3\xA7"
                                                "ais"),
                              QStringLiteral("fr")},
                             {QStringLiteral("English"), QStringLiteral("en")}},
                            m_context.preferences.language);
    auto *appearance = choice(tr("Appearance"),
                              {{tr("As the system"), int(Preferences::System)},
                               {tr("Light"), int(Preferences::Light)},
                               {tr("Dark"), int(Preferences::Dark)}},
                              int(m_context.preferences.appearance));
    auto *contrast = choice(tr("Contrast"),
                            {{tr("As the system"), int(Preferences::SystemContrast)},
                             {tr("Normal", "contrast"), int(Preferences::Normal)},
                             {tr("High", "contrast"), int(Preferences::High)}},
                            int(m_context.preferences.contrast));
    auto *size =
        choice(tr("Text size"), {{tr("Small"), 90}, {tr("Normal"), 100}, {tr("Large"), 115}, {tr("Very large"), 130}},
               m_context.preferences.textPercent);
    auto *offline = new QCheckBox(tr("Work offline: send and receive nothing until I say so"));
    offline->setChecked(m_context.backend.state().stayOffline);
    layout->addWidget(offline);

    auto *spelling = new QCheckBox(tr("Check the spelling in French and English while I write"));
    spelling->setChecked(m_context.preferences.spellCheck);
    layout->addWidget(spelling);
    connect(spelling, &QCheckBox::toggled, this, [this](bool on) {
        m_context.preferences.spellCheck = on;
        Q_EMIT m_context.navigator.preferencesChanged();
    });

    auto changed = [this] { Q_EMIT m_context.navigator.preferencesChanged(); };
    connect(language, &QComboBox::activated, this, [this, language, changed] {
        m_context.preferences.language = language->currentData().toString();
        changed();
    });
    connect(appearance, &QComboBox::activated, this, [this, appearance, changed] {
        m_context.preferences.appearance = Preferences::Appearance(appearance->currentData().toInt());
        changed();
    });
    connect(contrast, &QComboBox::activated, this, [this, contrast, changed] {
        m_context.preferences.contrast = Preferences::Contrast(contrast->currentData().toInt());
        changed();
    });
    connect(size, &QComboBox::activated, this, [this, size, changed] {
        m_context.preferences.textPercent = size->currentData().toInt();
        changed();
    });
    connect(offline, &QCheckBox::toggled, this, [this](bool on) {
        m_context.preferences.stayOffline = on;
        m_context.backend.setStayOffline(on);
        Q_EMIT m_context.navigator.stayOfflineChanged();
    });
    connect(&m_context.backend, &Backend::stateChanged, offline,
            [offline](const client::SyncState &state) { offline->setChecked(state.stayOffline); });
}

void SettingsPage::desktopCard()
{
    const Theme &theme = m_context.theme;
    Preferences &preferences = m_context.preferences;
    QVBoxLayout *layout = card(tr("Notifications and start"));
    auto check = [&](const QString &text, bool Preferences::*value) {
        auto *box = new QCheckBox(text);
        box->setChecked(preferences.*value);
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this, value](bool on) {
            m_context.preferences.*value = on;
            Q_EMIT m_context.navigator.habitsChanged();
        });
        return box;
    };
    auto *notify = check(tr("Tell me on the desktop what concerns me"), &Preferences::notify);
    auto *row = new QHBoxLayout;
    row->addSpacing(28);
    auto *what = new QComboBox;
    what->addItem(tr("Mentions, replies and threads of mine"), false);
    what->addItem(tr("Mentions only"), true);
    what->setCurrentIndex(preferences.notifyMentionsOnly ? 1 : 0);
    what->setAccessibleName(tr("What the desktop tells"));
    what->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    what->setEnabled(preferences.notify);
    row->addWidget(what);
    row->addStretch();
    layout->addLayout(row);
    connect(notify, &QCheckBox::toggled, what, &QWidget::setEnabled);
    connect(what, &QComboBox::activated, this, [this, what] {
        m_context.preferences.notifyMentionsOnly = what->currentData().toBool();
        Q_EMIT m_context.navigator.habitsChanged();
    });
    check(tr("Keep running in the tray when the window is closed"), &Preferences::closeToTray);
    check(tr("Start with the computer, without a window"), &Preferences::autostart);
    auto *hint = makeLabel(tr("The list in the window has every notification in any case, with its reason."), theme,
                           TextRole::Detail, Ink::Third);
    hint->setWordWrap(true);
    layout->addWidget(hint);
}

void SettingsPage::passwordCard()
{
    const Theme &theme = m_context.theme;
    QVBoxLayout *layout = card(tr("Password"));
    auto *row = new QHBoxLayout;
    auto field = [&](const QString &name) {
        auto *edit = new QLineEdit;
        edit->setEchoMode(QLineEdit::Password);
        edit->setPlaceholderText(name);
        edit->setAccessibleName(name);
        row->addWidget(edit, 1);
        return edit;
    };
    auto *before = field(tr("Present password"));
    auto *after = field(tr("New password"));
    auto *change = makeButton(tr("Change"), theme);
    row->addWidget(change);
    layout->addLayout(row);
    auto *answer = makeLabel({}, theme, TextRole::Detail, Ink::Second);
    answer->setWordWrap(true);
    answer->hide();
    layout->addWidget(answer);
    connect(change, &QPushButton::clicked, this, [this, before, after, answer] {
        base::deliver(m_context.backend.changePassword(before->text(), after->text()), answer,
                      [this, before, after, answer](const base::Result<void> &result) {
                          answer->show();
                          answer->setText(result ? tr("The password is changed. Your other devices must sign in again.")
                                                 : words::signInError(result.error(), client::SyncState::None));
                          setInk(answer, m_context.theme, result ? Ink::Good : Ink::Bad);
                          if (result) {
                              before->clear();
                              after->clear();
                          }
                      });
    });
}

void SettingsPage::read()
{
    readDevices();
    m_disk->read();
}

void SettingsPage::readDevices()
{
    base::deliver(m_context.backend.devices(), this,
                  [this](const base::Result<QList<Backend::Device>> &answer) { showDevices(answer); });
}

void SettingsPage::showDevices(const base::Result<QList<Backend::Device>> &devices)
{
    const Theme &theme = m_context.theme;
    while (m_devices->count() > 1) {
        QLayoutItem *item = m_devices->takeAt(1);
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (!devices) {
        auto *why = makeLabel(words::error(devices.error()), theme, TextRole::List, Ink::Second);
        why->setWordWrap(true);
        m_devices->addWidget(why);
        return;
    }
    for (const Backend::Device &device : *devices) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(makeLabel(device.name, theme, TextRole::List));
        const QString seen = device.current
                                 ? tr("this one")
                                 : tr("last seen %1").arg(words::relativeTime(device.lastSeen, m_context.clock.now()));
        row->addWidget(makeLabel(seen, theme, TextRole::Detail, Ink::Third), 1);
        if (!device.current) {
            auto *out = makeButton(tr("Sign out"), theme);
            out->setAccessibleName(tr("Sign out %1").arg(device.name));
            connect(out, &QPushButton::clicked, this, [this, id = device.id] {
                base::deliver(m_context.backend.revokeDevice(id), this, [this](const base::Result<void> &answer) {
                    if (!answer)
                        Q_EMIT m_context.navigator.said(words::error(answer.error()));
                    readDevices();
                });
            });
            row->addWidget(out);
        }
        m_devices->addWidget(line);
    }
}

void SettingsPage::aboutCard()
{
    const Theme &theme = m_context.theme;
    QVBoxLayout *layout = card(tr("About"));
    const auto identity = m_context.backend.identity();
    if (identity)
        layout->addWidget(makeLabel(tr("Signed in as %1 at %2").arg(identity->user, identity->server), theme,
                                    TextRole::List, Ink::Second));
    auto *secret = makeLabel(words::secret(m_context.backend.secretKind()), theme, TextRole::List, Ink::Second);
    secret->setWordWrap(true);
    layout->addWidget(secret);
    layout->addWidget(
        makeLabel(tr("Parvis %1, free software under the Apache 2.0 licence").arg(QStringLiteral(PARVIS_VERSION)),
                  theme, TextRole::List, Ink::Second));
    auto *row = new QHBoxLayout;
    auto *out = makeButton(tr("Sign out of this computer…"), theme);
    row->addWidget(out);
    row->addStretch();
    layout->addLayout(row);
    connect(out, &QPushButton::clicked, this, [this] {
        if (ask(window(), tr("Sign out? Everything of this company is removed from this computer."), tr("Sign out")))
            signOut(false);
    });
}

void SettingsPage::signOut(bool forced)
{
    base::deliver(m_context.backend.signOut(forced), this, [this, forced](const base::Result<void> &answer) {
        if (answer) {
            Q_EMIT m_context.navigator.signedOut();
        } else if (!forced && answer.error().kind == base::ErrorKind::Conflict) {
            if (ask(window(), tr("Something is not sent yet. Sign out all the same and lose it?"),
                    tr("Sign out and lose it")))
                signOut(true);
        } else {
            Q_EMIT m_context.navigator.said(words::error(answer.error()));
        }
    });
}

} // namespace parvis::ui
