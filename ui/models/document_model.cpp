#include "ui/models/document_model.h"

#include "text/fold.h"
#include "ui/text/document_words.h"
#include "ui/text/words.h"

#include <algorithm>

namespace parvis::ui {

using client::DocumentEntry;
using client::DocumentState;

namespace {

bool isFolder(const DocumentEntry &entry)
{
    return entry.item.kind == model::Kind::Folder;
}

bool sameShown(const DocumentEntry &a, const DocumentEntry &b)
{
    const store::DocumentItem &x = a.item, &y = b.item;
    return a.state == b.state && a.local == b.local && x.name == y.name && x.size == y.size && x.author == y.author
           && x.modifiedAt == y.modifiedAt && x.versions == y.versions && x.number == y.number && x.pinned == y.pinned
           && x.pending == y.pending && x.why == y.why && x.branches == y.branches && x.lockedBy == y.lockedBy
           && x.lockedUntil == y.lockedUntil && x.version == y.version && x.authorName == y.authorName
           && x.trashed == y.trashed && x.folder == y.folder;
}

} // namespace

DocumentModel::DocumentModel(const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_clock(clock) { }

QString DocumentModel::text(const DocumentEntry &entry, int column) const
{
    const store::DocumentItem &item = entry.item;
    switch (column) {
    case Name: return item.name;
    case Place: return m_places.value(item.scope);
    case Size: return isFolder(entry) || item.version.isNull() ? QStringLiteral("—") : words::dataSize(item.size);
    case Author: return item.authorName;
    case Modified: return words::shortTime(item.modifiedAt, m_clock.now());
    case Version: return isFolder(entry) || item.number == 0 ? QString() : tr("v%1", "short: version").arg(item.number);
    case State: return words::documentState(entry, m_kept);
    default: return {};
    }
}

int DocumentModel::tone(const DocumentEntry &entry) const
{
    if (!entry.item.why.isEmpty())
        return Warning;
    if (isFolder(entry))
        return Quiet;
    switch (entry.state) {
    case DocumentState::Here: return Good;
    case DocumentState::Changed:
    case DocumentState::Sending: return Busy;
    case DocumentState::Conflict: return Warning;
    default: return Quiet;
    }
}

QVariant DocumentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DocumentEntry &entry = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(entry, index.column());
    case Qt::EditRole: return index.column() == Name ? entry.item.name : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Name ? words::sentence(entry, m_kept, m_clock.now()) : text(entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Modified)
            return words::fullTime(entry.item.modifiedAt);
        return index.column() == Name ? entry.item.name.toHtmlEscaped() : QVariant();
    case IdRole: return QVariant::fromValue(entry.item.id);
    case IsFolderRole: return isFolder(entry);
    case ToneRole:
        return index.column() == State ? tone(entry) : m_cut.contains(entry.item.id) ? int(Quiet) : int(Plain);
    default: return {};
    }
}

QStringList DocumentModel::samples(int column, base::Time now)
{
    QStringList texts;
    if (column == State) {
        for (const DocumentState state : {DocumentState::Here, DocumentState::Changed, DocumentState::Sending,
                                          DocumentState::Conflict, DocumentState::Server, DocumentState::Missing}) {
            DocumentEntry entry;
            entry.state = state;
            texts << words::documentState(entry, false) << words::documentState(entry, true);
        }
    } else if (column == Modified) {
        constexpr qint64 minute = 60'000, day = 24 * 60 * minute;
        for (const qint64 ago :
             {59 * minute, 23 * 60 * minute, day, 2 * day, 3 * day, 4 * day, 5 * day, 6 * day, 400 * day})
            texts << words::shortTime(now.plusMs(-ago), now);
    }
    return texts;
}

QVariant DocumentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Place: return tr("Group");
    case Size: return tr("Size");
    case Author: return tr("Changed by");
    case Modified: return tr("When", "column: when it was changed");
    case Version: return tr("Version");
    case State: return tr("State");
    default: return {};
    }
}

Qt::ItemFlags DocumentModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren | Qt::ItemIsDragEnabled;
    if (isFolder(m_rows.at(index.row())))
        flags |= Qt::ItemIsDropEnabled;
    if (index.column() == Name)
        flags |= Qt::ItemIsEditable; // where the view lets one
    return flags;
}

bool DocumentModel::comesBefore(const DocumentEntry &a, const DocumentEntry &b) const
{
    const store::DocumentItem &x = a.item, &y = b.item;
    switch (m_column) {
    case Size: return x.size < y.size;
    case Modified: return x.modifiedAt < y.modifiedAt;
    case Version: return x.number < y.number;
    case State: return a.state < b.state;
    case Author: return QString::localeAwareCompare(x.authorName, y.authorName) < 0;
    case Place: return QString::localeAwareCompare(m_places.value(x.scope), m_places.value(y.scope)) < 0;
    default: return false;
    }
}

void DocumentModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    arrange();
}

void DocumentModel::show(const QList<DocumentEntry> &entries, bool kept)
{
    m_all = entries;
    if (std::exchange(m_kept, kept) != kept && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    arrange();
}

void DocumentModel::setPlaces(const QHash<ScopeId, QString> &titles)
{
    m_places = titles;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Place), index(int(m_rows.size()) - 1, Place));
}

void DocumentModel::setFilter(const QString &text)
{
    m_filter = text::fold(text.trimmed());
    arrange();
}

void DocumentModel::setCut(const QSet<Uuid> &ids)
{
    m_cut = ids;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void DocumentModel::clear()
{
    beginResetModel();
    m_all.clear();
    m_rows.clear();
    endResetModel();
}

// Folders stay above documents. Equal rows keep the order in which they were read, which is by name; the other way round, too.
void DocumentModel::arrange()
{
    QList<DocumentEntry> fresh = m_all; // shared: a list of a hundred thousand is not copied
    if (!m_filter.isEmpty())
        fresh.removeIf([this](const DocumentEntry &each) { return !text::fold(each.item.name).contains(m_filter); });
    const bool down = m_order == Qt::DescendingOrder;
    if (m_column > Name) {
        std::stable_sort(fresh.begin(), fresh.end(), [&](const DocumentEntry &a, const DocumentEntry &b) {
            if (isFolder(a) != isFolder(b))
                return isFolder(a);
            return down ? comesBefore(b, a) : comesBefore(a, b);
        });
    } else if (m_column == Name && down) {
        const auto documents = std::find_if_not(fresh.begin(), fresh.end(), isFolder);
        std::reverse(fresh.begin(), documents);
        std::reverse(documents, fresh.end());
    }
    // What is the same at both ends is left alone; between them rows go and come.
    const qsizetype shorter = std::min(fresh.size(), m_rows.size());
    qsizetype head = 0, tail = 0;
    while (head < shorter && fresh.at(head).item.id == m_rows.at(head).item.id)
        ++head;
    while (tail < shorter - head
           && fresh.at(fresh.size() - 1 - tail).item.id == m_rows.at(m_rows.size() - 1 - tail).item.id)
        ++tail;
    QList<DocumentEntry> before;
    if (m_rows.size() > head + tail) {
        beginRemoveRows({}, int(head), int(m_rows.size() - tail - 1));
        m_rows.remove(head, m_rows.size() - head - tail);
        endRemoveRows();
    }
    if (fresh.size() > head + tail) {
        beginInsertRows({}, int(head), int(fresh.size() - tail - 1));
        before = std::exchange(m_rows, fresh);
        endInsertRows();
    } else {
        before = std::exchange(m_rows, fresh);
    }
    // What stayed may show something else.
    const auto tell = [&](qsizetype row, qsizetype was) {
        if (!sameShown(before.at(was), m_rows.at(row)))
            Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    };
    for (qsizetype row = 0; row < head; ++row)
        tell(row, row);
    for (qsizetype at = 1; at <= tail; ++at)
        tell(m_rows.size() - at, before.size() - at);
}

const DocumentEntry *DocumentModel::find(const Uuid &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows.at(row);
}

int DocumentModel::rowOf(const Uuid &id) const
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto &each) { return each.item.id == id; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

} // namespace parvis::ui
