#include "ui/views/settings/disk_card.h"

#include "base/deliver.h"
#include "ui/shell/navigator.h"
#include "ui/text/open_link.h"
#include "ui/text/words.h"

#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace parvis::ui {

DiskCard::DiskCard(const Context &context, QWidget *parent)
    : CardFrame(context.theme, parent), m_context(context), m_lines(new QGridLayout)
{
    const Theme &theme = context.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(makeLabel(tr("Space on this computer"), theme, TextRole::ListBold));
    m_lines->setHorizontalSpacing(24);
    m_lines->setVerticalSpacing(4);
    m_lines->setColumnStretch(0, 1);
    layout->addLayout(m_lines);
    m_cache = line(tr("Cache, which the server can send again"));
    m_outbox = line(tr("Outbox, which the server does not have yet"));
    m_other = line(tr("Other files"));
    m_folder = makeElidedLabel(theme, TextRole::Detail, Ink::Third, this);
    layout->addWidget(m_folder);
    auto *row = new QHBoxLayout;
    m_open = makeButton(tr("Open the folder"), theme);
    m_free = makeButton(tr("Free space"), theme);
    m_free->setToolTip(tr("Writes the cache anew without its gaps. Nothing is lost."));
    m_answer = makeLabel({}, theme, TextRole::Detail, Ink::Second);
    m_answer->setWordWrap(true);
    row->addWidget(m_open);
    row->addWidget(m_free);
    row->addWidget(m_answer, 1);
    layout->addLayout(row);
    m_open->setEnabled(false); // until it is known where
    connect(m_open, &QPushButton::clicked, this, &DiskCard::openFolder);
    connect(m_free, &QPushButton::clicked, this, &DiskCard::freeSpace);
}

QLabel *DiskCard::line(const QString &what)
{
    const int row = m_lines->rowCount();
    auto *name = makeLabel(what, m_context.theme, TextRole::List, Ink::Second);
    auto *size = makeLabel({}, m_context.theme, TextRole::List);
    name->setWordWrap(true);
    size->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    m_lines->addWidget(name, row, 0);
    m_lines->addWidget(size, row, 1);
    return size;
}

void DiskCard::read()
{
    base::deliver(m_context.backend.diskUse(), this, [this](const base::Result<client::DiskUse> &use) {
        if (use)
            show(*use);
    });
}

void DiskCard::show(const client::DiskUse &use)
{
    m_use = use;
    const auto set = [](QLabel *label, const QString &what, qint64 bytes) {
        label->setText(words::dataSize(bytes));
        label->setAccessibleName(what.arg(label->text()));
    };
    set(m_cache, tr("Cache: %1"), use.cacheBytes);
    set(m_outbox, tr("Outbox: %1"), use.outboxBytes);
    set(m_other, tr("Other files: %1"), use.otherBytes);
    m_folder->setText(QDir::toNativeSeparators(use.folder));
    m_open->setEnabled(true);
}

void DiskCard::freeSpace()
{
    m_free->setEnabled(false);
    m_answer->setText(tr("Writing the cache anew…"));
    base::deliver(m_context.backend.freeSpace(), this, [this](const base::Result<void> &done) {
        if (!done) {
            m_free->setEnabled(true);
            m_answer->setText(words::error(done.error()));
            return;
        }
        base::deliver(m_context.backend.diskUse(), this,
                      [this, before = m_use.total()](const base::Result<client::DiskUse> &use) {
                          m_free->setEnabled(true);
                          if (!use)
                              return;
                          const qint64 freed = before - use->total();
                          m_answer->setText(freed > 0 ? tr("%1 freed.").arg(words::dataSize(freed))
                                                      : tr("There was nothing to free."));
                          show(*use);
                      });
    });
}

void DiskCard::openFolder()
{
    if (!ui::openFolder(m_use.folder))
        Q_EMIT m_context.navigator.said(
            tr("The folder could not be opened. It is %1").arg(QDir::toNativeSeparators(m_use.folder)));
}

} // namespace parvis::ui
