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

}

GroupModel::GroupModel(Backend &backend, QObject *parent) : QAbstractListModel(parent), m_backend(backend)
{
    connect(&m_backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        const bool ours = std::any_of(changes.changes.begin(), changes.changes.end(), [](const store::Change &c) {
            using model::Kind;
            return c.kind == Kind::Group || c.kind == Kind::GroupCard || c.kind == Kind::Membership
                   || c.kind == Kind::Member || c.kind == Kind::Post || c.kind == Kind::ReadMark;
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

void GroupModel::arrange()
{
    QList<Row> rows;
    for (const GroupKind kind : sectionOrder) {
        QList<int> groups;
        for (int i = 0; i < m_all.size(); ++i) {
            const GroupItem &group = m_all.at(i);
            if (!group.role || group.archived || group.kind != kind)
                continue;
            if (m_filter.isEmpty() || text::fold(group.title).contains(text::fold(m_filter)))
                groups.append(i);
        }
        std::sort(groups.begin(), groups.end(), [this](int a, int b) {
            return QString::localeAwareCompare(m_all.at(a).title, m_all.at(b).title) < 0;
        });
        if (!groups.isEmpty())
            rows.append({words::section(kind), -1});
        for (const int i : groups)
            rows.append({{}, i});
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
        sum += group.role ? group.unread : 0;
    return sum;
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const GroupItem *held = group(index.row());
    switch (role) {
    case Qt::DisplayRole: return held ? held->title : m_rows.at(index.row()).header;
    case Qt::AccessibleTextRole:
        if (!held)
            return m_rows.at(index.row()).header;
        return held->unread > 0 ? tr("%1, %n unread", nullptr, held->unread).arg(held->title) : held->title;
    case IsHeaderRole: return held == nullptr;
    case UnreadRole: return held ? held->unread : 0;
    default: return {};
    }
}

Qt::ItemFlags GroupModel::flags(const QModelIndex &index) const
{
    return group(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace parvis::ui
