#include "ui/actions/action_registry.h"

#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QWidget>

namespace parvis::ui {

ActionRegistry::ActionRegistry(QWidget *owner) : QObject(owner), m_owner(owner) { }

QAction *ActionRegistry::add(const QString &text, const QString &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    QList<QKeySequence> sequences;
    QStringList shown;
    for (const QString &each : keys.split(u';', Qt::SkipEmptyParts)) {
        sequences.append(QKeySequence(each, QKeySequence::PortableText));
        shown << sequences.last().toString(QKeySequence::NativeText);
    }
    action->setShortcuts(sequences);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_owner->addAction(action);
    m_rows.append({text, shown.join(QStringLiteral(", "))});
    return action;
}

void ActionRegistry::describe(const QString &text, const QString &keys)
{
    m_rows.append({text, keys});
}

void ActionRegistry::showHelp(QWidget *parent) const
{
    QDialog dialog(parent);
    dialog.setWindowTitle(tr("Keys"));
    auto *grid = new QGridLayout(&dialog);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(32);
    for (int row = 0; row < m_rows.size(); ++row) {
        auto plain = [&dialog](const QString &text) {
            auto *label = new QLabel(&dialog);
            label->setTextFormat(Qt::PlainText);
            label->setText(text);
            return label;
        };
        grid->addWidget(plain(m_rows.at(row).text), row, 0);
        grid->addWidget(plain(m_rows.at(row).keys), row, 1);
    }
    dialog.exec();
}

} // namespace parvis::ui
