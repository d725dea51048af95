#include "ui/views/documents/document_panel.h"

#include "base/deliver.h"
#include "ui/actions/document_actions.h"
#include "ui/delegates/person_delegate.h"
#include "ui/shell/navigator.h"
#include "ui/text/document_words.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/views/documents/preview.h"
#include "ui/views/documents/versions_dialog.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

// At the end of a row: which one, and since when.
QString endOf(const store::VersionItem &version, base::Time now)
{
    if (version.unsent)
        return words::version(version);
    return DocumentPanel::tr("v%1", "short: version").arg(version.version.number) + QStringLiteral(" · ")
           + words::shortTime(version.version.createdAt, now);
}

} // namespace

DocumentPanel::DocumentPanel(const Context &context, DocumentActions *actions, QWidget *parent)
    : Ground(context.theme, &Tokens::background, Qt::LeftEdge, parent),
      m_context(context),
      m_actions(actions),
      m_versions(new QListWidget(this))
{
    const Theme &theme = context.theme;
    theme.follow(this, [this] { setFixedWidth(m_context.theme.px(288)); });
    auto *frame = new CardFrame(theme, this);
    theme.follow(frame, [frame, &theme] { frame->setFixedHeight(theme.px(216)); });
    m_preview = new Preview(context, frame);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_preview);
    m_enlarge = makeLinkButton(tr("Larger"), theme, this);
    m_enlarge->setAccessibleName(tr("Show the preview larger"));
    m_name = makeLabel({}, theme, TextRole::ListBold, Ink::First, this);
    m_name->setWordWrap(true);
    m_detail = makeLabel({}, theme, TextRole::Detail, Ink::Second, this);
    m_detail->setWordWrap(true);
    m_lock = makeLabel({}, theme, TextRole::Detail, Ink::Wait, this);
    m_lock->setWordWrap(true);
    m_conflict = new CardFrame(theme, this);
    m_conflictText = makeLabel({}, theme, TextRole::Detail, Ink::First, m_conflict);
    m_conflictText->setWordWrap(true);
    auto *choice = new QVBoxLayout(m_conflict);
    choice->setContentsMargins(12, 12, 12, 12);
    choice->setSpacing(8);
    choice->addWidget(m_conflictText);
    const auto add = [&](const QString &text, auto run) {
        auto *button = makeButton(text, theme, false, m_conflict);
        connect(button, &QPushButton::clicked, this, run);
        choice->addWidget(button);
    };
    add(tr("Keep mine"), [this] { m_actions->resolve(*m_entry, client::Keep::Mine); });
    add(tr("Keep theirs"), [this] { m_actions->resolve(*m_entry, client::Keep::Theirs); });
    add(tr("Keep both"), [this] { m_actions->resolve(*m_entry, client::Keep::Both); });
    add(tr("Compare…"), [this] { compare(); });
    m_buttons = new QWidget(this);
    m_open = makeButton(tr("Open"), theme, true, m_buttons);
    m_save = makeButton(tr("Save…"), theme, false, m_buttons);
    m_more = makeButton(tr("More"), theme, false, m_buttons);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_open);
    row->addWidget(m_save);
    row->addWidget(m_more);
    row->addStretch();
    m_versionsTitle = makeLabel(tr("Versions"), theme, TextRole::Control, Ink::First, this);
    PersonDelegate::prepare(m_versions, theme, PersonDelegate::End::Words, tr("Versions"));
    m_versions->viewport()->setAutoFillBackground(false);
    m_versions->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(21, 20, 20, 12);
    layout->setSpacing(8);
    layout->addWidget(frame);
    layout->addWidget(m_enlarge, 0, Qt::AlignTrailing);
    layout->addWidget(m_name);
    layout->addWidget(m_detail);
    layout->addWidget(m_lock);
    layout->addWidget(m_conflict);
    layout->addWidget(m_buttons);
    layout->addSpacing(8);
    layout->addWidget(m_versionsTitle);
    layout->addWidget(m_versions, 1);
    layout->addStretch();
    connect(m_preview, &Preview::changed, this, [this] { m_enlarge->setVisible(m_entry && m_preview->isShown()); });
    connect(m_enlarge, &QPushButton::clicked, this, &DocumentPanel::enlarge);
    connect(m_open, &QPushButton::clicked, this, [this] { m_actions->open(*m_entry); });
    connect(m_save, &QPushButton::clicked, this, [this] { m_actions->saveAs(*m_entry); });
    connect(m_more, &QPushButton::clicked, this, [this] {
        QMenu menu(this);
        m_actions->fill(&menu, {*m_entry}, m_writable);
        menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
    });
    connect(m_versions, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_list.size())
            preview(m_list.at(row));
    });
    connect(m_versions, &QListWidget::customContextMenuRequested, this, &DocumentPanel::versionMenu);
    clear({});
}

void DocumentPanel::clear(const QString &words)
{
    ++m_generation;
    m_entry.reset();
    m_list.clear();
    m_preview->clear();
    m_preview->parentWidget()->hide();
    m_versions->clear();
    m_name->setText({});
    m_detail->setText(words);
    for (QWidget *each : std::initializer_list<QWidget *>{m_enlarge, m_name, m_lock, m_conflict, m_buttons,
                                                          m_versionsTitle, m_versions})
        each->hide();
}

void DocumentPanel::showMany(int count, qint64 size)
{
    clear(words::dataSize(size));
    m_name->setText(tr("%n chosen", nullptr, count));
    m_name->show();
}

void DocumentPanel::show(const client::DocumentEntry &entry, bool kept, bool writable)
{
    const bool same = m_entry && m_entry->item.id == entry.item.id;
    const bool moved = !same || m_entry->item.version != entry.item.version
                       || m_entry->item.versions != entry.item.versions || m_entry->item.branches != entry.item.branches
                       || m_entry->item.unsent != entry.item.unsent || m_entry->local != entry.local;
    m_entry = entry;
    m_kept = kept;
    m_writable = writable;
    tell();
    if (!moved)
        return;
    const bool folder = entry.item.kind == model::Kind::Folder;
    const bool split = !entry.item.branches.isEmpty() && writable; // the choice needs the room
    const bool shown = !folder && !entry.item.trashed && !split;
    m_preview->parentWidget()->setVisible(shown);
    if (!shown) {
        m_preview->clear();
        m_enlarge->hide();
    } else {
        m_preview->show(entry.item.version, entry.item.name, entry.item.size);
    }
    if (!same)
        m_versions->clear();
    readVersions();
}

void DocumentPanel::tell()
{
    const store::DocumentItem &item = m_entry->item;
    const base::Time now = m_context.clock.now();
    const bool folder = item.kind == model::Kind::Folder;
    m_name->setText(item.name);
    m_name->show();
    QStringList about{words::documentKind(item)};
    if (!folder && !item.version.isNull())
        about << words::dataSize(item.size) << tr("version %1").arg(item.number);
    about << words::documentState(*m_entry, m_kept);
    about.removeAll(QString());
    m_detail->setText(about.join(QStringLiteral(" · ")));
    const auto identity = m_context.backend.identity();
    QString lock = words::lockedBy(item, identity ? identity->person : model::PersonId(), now);
    if (!item.why.isEmpty())
        lock = words::fileRefusal(item.why);
    if (m_copy) {
        const QString problem = words::copyProblem(*m_copy);
        lock = problem.isEmpty() ? tr("Open in another program: what is saved there becomes a version by itself.")
                                 : problem;
    }
    m_lock->setText(lock);
    m_lock->setVisible(!lock.isEmpty());
    m_buttons->setVisible(!item.trashed);
    m_save->setVisible(!folder);
    tellConflict();
}

void DocumentPanel::tellConflict()
{
    const store::DocumentItem &item = m_entry->item;
    m_conflict->setVisible(!item.branches.isEmpty() && m_writable);
    if (item.branches.isEmpty())
        return;
    QStringList authors;
    for (const store::VersionItem &version : std::as_const(m_list)) {
        if (version.latest && !authors.contains(version.authorName))
            authors << version.authorName;
    }
    m_conflictText->setText(
        authors.size() > 1
            ? tr("Two versions were written at the same time, by %1. Nothing is lost: choose which one goes on.")
                  .arg(authors.join(tr(" and ", "between two names")))
            : tr("Two versions were written at the same time. Nothing is lost: choose which one goes on."));
}

void DocumentPanel::readVersions()
{
    ++m_generation;
    if (!m_entry || m_entry->item.kind == model::Kind::Folder) {
        showVersions({});
        return;
    }
    base::deliver(m_context.backend.versions(m_entry->item.id), this,
                  [this, generation = m_generation](const base::Result<QList<store::VersionItem>> &versions) {
                      if (generation == m_generation && versions)
                          showVersions(*versions);
                  });
}

void DocumentPanel::showVersions(const QList<store::VersionItem> &versions)
{
    const int row = m_versions->currentRow();
    const Uuid chosen = row >= 0 && row < m_list.size() ? m_list.at(row).id : Uuid();
    m_list = versions;
    const base::Time now = m_context.clock.now();
    const QSignalBlocker quiet(m_versions);
    m_versions->clear();
    for (const store::VersionItem &each : versions) {
        const QString comment = each.version.comment.isEmpty() ? QString() : tr("“%1”").arg(each.version.comment);
        auto *item = new QListWidgetItem(each.authorName, m_versions);
        item->setData(PersonDelegate::IdRole, QVariant::fromValue(each.version.author.uuid()));
        item->setData(PersonDelegate::TitleRole, comment);
        item->setData(PersonDelegate::EndRole, endOf(each, now));
        QStringList said{words::version(each), each.authorName, words::relativeTime(each.version.createdAt, now),
                         comment};
        said.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, said.join(QStringLiteral(", ")));
        if (each.id == chosen)
            m_versions->setCurrentItem(item);
    }
    m_versions->setVisible(!versions.isEmpty());
    m_versionsTitle->setVisible(!versions.isEmpty());
    if (m_entry)
        tellConflict();
}

void DocumentPanel::preview(const store::VersionItem &version)
{
    m_preview->show(version.id, m_entry->item.name, version.version.size);
}

void DocumentPanel::enlarge()
{
    if (!m_entry || !m_preview->isShown())
        return;
    const int row = m_versions->currentRow();
    const Uuid version = row >= 0 && row < m_list.size() ? m_list.at(row).id : m_entry->item.version;
    PreviewDialog(m_context, m_entry->item, version, window()).exec();
}

void DocumentPanel::compare()
{
    QList<store::VersionItem> latest;
    for (const store::VersionItem &version : std::as_const(m_list)) {
        if (version.latest)
            latest << version;
    }
    if (latest.size() > 1)
        CompareDialog(m_context, m_entry->item, latest.at(1), latest.at(0), window()).exec();
}

void DocumentPanel::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_entry)
        return;
    QMenu menu(this);
    m_actions->fill(&menu, {*m_entry}, m_writable);
    menu.exec(event->globalPos());
}

void DocumentPanel::versionMenu(QPoint at)
{
    const QListWidgetItem *under = m_versions->itemAt(at);
    const int row = under ? m_versions->row(under) : m_versions->currentRow();
    if (!m_entry || row < 0 || row >= m_list.size())
        return;
    const store::VersionItem version = m_list.at(row);
    QMenu menu(this);
    menu.addAction(tr("Save as…"), this, [this, version] { m_actions->saveAs(*m_entry, version.id); });
    if (row + 1 < m_list.size())
        menu.addAction(tr("Compare with the one before…"), this, [this, version, before = m_list.at(row + 1)] {
            CompareDialog(m_context, m_entry->item, before, version, window()).exec();
        });
    if (m_writable && !version.unsent && version.id != m_entry->item.version)
        menu.addAction(tr("Make this version the latest"), this,
                       [this, version] { m_actions->restore(*m_entry, version.version.number); });
    menu.exec(m_versions->viewport()->mapToGlobal(at));
}

} // namespace parvis::ui
