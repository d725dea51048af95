#include "ui/models/group_model.h"

#include "base/deliver.h"
#include "text/fold.h"
#include "ui/text/words.h"

#include <algorithm>

namespace parvis::ui {

using model::GroupKind;
using store::GroupItem;

namespace {

constexpr std::array sectionOrder = {GroupKind::Project, GroupKind::Workspace, GroupKind::Site, GroupKind::Community,
                                     GroupKind::Interest};

} // namespace

GroupModel::GroupModel(Backend &backend, QObject *parent) : QAbstractListModel(parent), m_backend(backend)
{
    connect(&m_backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        const bool ours = std::any_of(changes.changes.begin(), changes.changes.end(), [](const store::Change &c) {
            using model::Kind;
            return c.kind == Kind::Group || c.kind == Kind::GroupCard || c.kind == Kind::Membership
                   || c.kind == Kind::Member || c.kind == Kind::Post || c.kind == Kind::ReadMark
                   || c.kind == Kind::PlaceSetting || c.kind == Kind::JoinRequest;
        });
        if (ours || changes.wide)
            read();
    });
    read();
}

void GroupModel::read()
{
    m_dirty = true;
    if (m_reading)
        return;
    m_dirty = false;
    m_reading = true;
    base::deliver(m_backend.groups(), this, [this](const base::Result<QList<GroupItem>> &answer) {
        m_reading = false;
        if (answer) {
            m_all = *answer;
            arrange();
            Q_EMIT loaded();
        }
        if (m_dirty)
            read();
    });
}

void GroupModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    arrange();
}

void GroupModel::setUnreadOnly(bool only)
{
    m_unreadOnly = only;
    arrange();
}

QString GroupModel::title(int section)
{
    return section == Pinned ? tr("Pinned") : words::section(GroupKind(section));
}

QString GroupModel::key(int section)
{
    return section == Pinned ? QStringLiteral("pinned") : model::toString(GroupKind(section));
}

void GroupModel::setFolded(const QStringList &sections)
{
    m_folded.clear();
    if (sections.contains(key(Pinned)))
        m_folded.insert(Pinned);
    for (const GroupKind kind : sectionOrder) {
        if (sections.contains(key(int(kind))))
            m_folded.insert(int(kind));
    }
    arrange();
}

QStringList GroupModel::folded() const
{
    QStringList keys;
    for (const int section : m_folded)
        keys.append(key(section));
    keys.sort();
    return keys;
}

void GroupModel::fold(int row, bool folded)
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).group >= 0)
        return;
    if (folded)
        m_folded.insert(m_rows.at(row).section);
    else
        m_folded.remove(m_rows.at(row).section);
    arrange();
}

QList<int> GroupModel::groupsOf(int section) const
{
    QList<int> groups;
    for (int i = 0; i < m_all.size(); ++i) {
        const GroupItem &group = m_all.at(i);
        if (!group.role || group.archived || (group.pinned ? int(Pinned) : int(group.kind)) != section)
            continue;
        if (m_unreadOnly && group.unread == 0)
            continue;
        if (m_filter.isEmpty() || text::fold(group.title).contains(text::fold(m_filter)))
            groups.append(i);
    }
    std::sort(groups.begin(), groups.end(), [&](int a, int b) {
        if (section == Pinned && m_all.at(a).position != m_all.at(b).position)
            return m_all.at(a).position < m_all.at(b).position;
        return QString::localeAwareCompare(m_all.at(a).title, m_all.at(b).title) < 0;
    });
    return groups;
}

void GroupModel::arrange()
{
    QList<int> sections{Pinned};
    for (const GroupKind kind : sectionOrder)
        sections.append(int(kind));
    QList<Row> rows;
    for (const int section : std::as_const(sections)) {
        const QList<int> groups = groupsOf(section);
        if (groups.isEmpty())
            continue;
        rows.append({section, -1, int(groups.size())});
        if (isFolded(section))
            continue;
        for (const int i : groups)
            rows.append({section, i});
    }
    if (rows == m_rows) { // only what is in the rows changed: selection and scroll position stay
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const GroupItem *GroupModel::group(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).group < 0)
        return nullptr;
    return &m_all.at(m_rows.at(row).group);
}

const GroupItem *GroupModel::find(const Uuid &id) const
{
    for (const GroupItem &group : m_all) {
        if (group.id.uuid() == id)
            return &group;
    }
    return nullptr;
}

int GroupModel::rowOf(const Uuid &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (const GroupItem *held = group(row); held && held->id.uuid() == id)
            return row;
    }
    return -1;
}

int GroupModel::unread() const
{
    int sum = 0;
    for (const GroupItem &group : m_all)
        sum += group.role && !group.muted ? group.unread : 0;
    return sum;
}

bool GroupModel::moveRows(const QModelIndex &, int row, int count, const QModelIndex &, int before)
{
    const GroupItem *moved = group(row);
    // Filtered away, the ones between would be jumped over unseen.
    if (count != 1 || !moved || !moved->pinned || isFiltered() || before == row || before == row + 1)
        return false;
    const GroupItem *above = before > 0 ? group(before - 1) : nullptr;
    const bool first = before == 1;
    if (!first && (!above || !above->pinned))
        return false;
    m_backend.movePinned(ScopeId::group(moved->id), first ? std::nullopt : std::optional(ScopeId::group(above->id)));
    return true;
}

bool GroupModel::movePinned(int row, int by)
{
    return moveRows({}, row, 1, {}, by < 0 ? row - 1 : row + 2);
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    const GroupItem *held = group(index.row());
    switch (role) {
    case Qt::DisplayRole: return held ? held->title : title(row.section);
    case Qt::AccessibleTextRole: {
        if (!held)
            return isFolded(row.section) ? tr("%1, folded, %n group(s)", nullptr, row.groups).arg(title(row.section))
                                         : tr("%1, %n group(s)", nullptr, row.groups).arg(title(row.section));
        QString sentence = held->unread > 0 ? tr("%1, %n unread", nullptr, held->unread).arg(held->title) : held->title;
        if (held->muted)
            sentence = tr("%1, muted").arg(sentence);
        if (!held->followed)
            sentence = tr("%1, not in your feed").arg(sentence);
        if (held->requests > 0)
            sentence = tr("%1, %n request(s) to join", nullptr, held->requests).arg(sentence);
        return sentence;
    }
    case IsHeaderRole: return held == nullptr;
    case UnreadRole: return held ? held->unread : 0;
    case FoldedRole: return !held && isFolded(row.section);
    case MutedRole: return held && held->muted;
    default: return {};
    }
}

Qt::ItemFlags GroupModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the rows
    const GroupItem *held = group(index.row());
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable
           | (held && held->pinned && !isFiltered() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

} // namespace parvis::ui
