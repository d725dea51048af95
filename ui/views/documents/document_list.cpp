#include "ui/views/documents/document_list.h"

#include "ui/delegates/avatar.h"
#include "ui/delegates/document_delegate.h"
#include "ui/models/document_model.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace parvis::ui {

namespace {

// The columns beside the name, and what they take at least; the name has the rest.
struct ColumnWidth {
    DocumentModel::Column column;
    int width;
};
constexpr ColumnWidth widths[] = {{DocumentModel::Place, 150},  {DocumentModel::Size, 84},
                                  {DocumentModel::Author, 114}, {DocumentModel::Modified, 100},
                                  {DocumentModel::Version, 64}, {DocumentModel::State, 130}};
constexpr int leastNameWidth = 170;

// The names of the columns, as quiet as they can be: over the text of their cells, without lines.
class ListHeader : public QHeaderView {
public:
    ListHeader(const Theme &theme, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
    {
        viewport()->setAutoFillBackground(false);
        viewport()->setMouseTracking(true);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool sorted = sortIndicatorSection() == section;
        QString text = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        if (sorted)
            text += sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓");
        const int space = section == DocumentModel::Name ? DocumentDelegate::nameSpace(m_theme) : 8;
        const bool mirrored = isRightToLeft();
        drawLine(*painter, QRectF(rect).adjusted(mirrored ? 4 : space, 0, mirrored ? -space : -4, 0), text,
                 m_theme.font(TextRole::Badge), sorted ? t.second : t.third);
    }
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(viewport());
        painter.fillRect(event->rect(), m_theme.tokens().background);
        painter.end();
        QHeaderView::paintEvent(event);
    }

private:
    const Theme &m_theme;
};

} // namespace

DocumentList::DocumentList(const Context &context, DocumentModel *model, QWidget *parent)
    : QTreeView(parent), m_context(context), m_model(model), m_delegate(new DocumentDelegate(context.theme, this))
{
    setHeader(new ListHeader(context.theme, this));
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // so that scrolling moves what is there
    setAccessibleName(tr("Documents"));
    verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    header()->setAccessibleName(tr("Columns"));
    header()->setSectionsMovable(false);
    header()->setSectionsClickable(true);
    header()->setSortIndicatorShown(true);
    header()->setSortIndicator(DocumentModel::Name, Qt::AscendingOrder);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(40);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    setColumnHidden(DocumentModel::Place, true);
    connect(header(), &QHeaderView::sectionClicked, this, [this](int column) {
        m_model->sort(column, header()->sortIndicatorOrder());
        if (const auto entry = current())
            scrollTo(m_model->index(m_model->rowOf(entry->item.id), 0));
    });
    connect(m_delegate, &DocumentDelegate::renamed, this, [this](const QModelIndex &index, const QString &name) {
        Q_EMIT renameWanted(index.data(DocumentModel::IdRole).value<Uuid>(), name);
    });
    connect(this, &QTreeView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT openWanted(m_model->entry(index.row())); });
    context.theme.follow(this, [this] {
        header()->setFixedHeight(m_context.theme.px(36));
        layOut();
        scheduleDelayedItemsLayout();
    });
}

QList<client::DocumentEntry> DocumentList::chosen() const
{
    QList<int> rows;
    for (const auto selected = selectionModel()->selectedRows(); const QModelIndex &index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<client::DocumentEntry> entries;
    for (const int row : rows)
        entries.append(m_model->entry(row));
    return entries;
}

std::optional<client::DocumentEntry> DocumentList::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(m_model->entry(index.row())) : std::nullopt;
}

void DocumentList::choose(const Uuid &id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    setCurrentIndex(m_model->index(row, 0));
    scrollTo(currentIndex());
}

void DocumentList::setPlaceVisible(bool visible)
{
    setColumnHidden(DocumentModel::Place, !visible);
    layOut();
}

void DocumentList::setWritable(bool writable)
{
    m_writable = writable;
}

void DocumentList::rename(const Uuid &id)
{
    const int row = m_model->rowOf(id);
    if (m_writable && row >= 0)
        edit(m_model->index(row, DocumentModel::Name));
}

void DocumentList::showAsRead(bool byName)
{
    header()->setSortIndicator(byName ? int(DocumentModel::Name) : -1, Qt::AscendingOrder);
    m_model->sort(-1, Qt::AscendingOrder);
}

void DocumentList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

// The columns that matter most stay while there is room; the name takes what is left.
void DocumentList::layOut()
{
    const bool place = !isColumnHidden(DocumentModel::Place);
    const auto widthOf = [this](DocumentModel::Column column) {
        const auto *at =
            std::find_if(std::begin(widths), std::end(widths), [&](const auto &each) { return each.column == column; });
        int width = m_context.theme.px(at->width);
        const QFontMetrics metrics(
            m_context.theme.font(column == DocumentModel::State ? TextRole::Detail : TextRole::Aside));
        for (const QString &sample : DocumentModel::samples(column, m_context.clock.now()))
            width = std::max(width, metrics.horizontalAdvance(sample) + 18);
        return width;
    };
    int left = viewport()->width() - m_context.theme.px(leastNameWidth) - (place ? widthOf(DocumentModel::Place) : 0)
               - widthOf(DocumentModel::State);
    for (const DocumentModel::Column column :
         {DocumentModel::Modified, DocumentModel::Author, DocumentModel::Size, DocumentModel::Version}) {
        left -= widthOf(column);
        setColumnHidden(column, left < 0);
    }
    int rest = viewport()->width();
    for (const ColumnWidth &each : widths) {
        if (isColumnHidden(each.column))
            continue;
        setColumnWidth(each.column, widthOf(each.column));
        rest -= columnWidth(each.column);
    }
    setColumnWidth(DocumentModel::Name, std::max(rest, m_context.theme.px(120)));
}

void DocumentList::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    layOut();
}

// Letters lead to a name here, and are no shortcuts.
bool DocumentList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool shifted = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::ShiftModifier;
        if (shifted && !key->text().isEmpty() && key->text().at(0).isPrint()) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void DocumentList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState) {
        if (const auto entry = current())
            Q_EMIT openWanted(*entry);
        return;
    }
    // Without a row of its own, the letters that keyboardSearch() would take lead nowhere; those with Ctrl are actions.
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier) && event->key() != Qt::Key_A) {
        event->ignore();
        return;
    }
    if (plain
        && (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete
            || event->key() == Qt::Key_F2)) {
        event->ignore();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void DocumentList::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), m_context.theme.tokens().background);
    QTreeView::paintEvent(event);
    if (m_model->rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_context.theme.tokens();
    const QRectF box = QRectF(viewport()->rect()).adjusted(8.5, 16.5, -8.5, 0);
    const QRectF frame(box.left(), box.top(), box.width(), m_context.theme.px(96));
    if (m_writable) {
        painter.setPen(QPen(t.line, 1, Qt::DashLine));
        painter.drawRoundedRect(frame, 10, 10);
    }
    painter.setPen(t.third);
    painter.setFont(m_context.theme.font(TextRole::List));
    painter.drawText(frame.adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void DocumentList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->reason() == QContextMenuEvent::Mouse && !indexAt(event->pos()).isValid())
        clearSelection();
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard && index.isValid();
    Q_EMIT menuWanted(keyboard ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void DocumentList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT chosenChanged();
}

QMimeData *DocumentList::mimeOf(const QList<client::DocumentEntry> &entries)
{
    QStringList ids, names;
    for (const auto &entry : entries) {
        ids << entry.item.id.toString();
        names << entry.item.name;
    }
    auto *data = new QMimeData;
    data->setData(QLatin1String(mimeType), ids.join(u'\n').toLatin1());
    data->setText(names.join(u'\n'));
    return data;
}

QList<Uuid> DocumentList::idsIn(const QMimeData *data)
{
    QList<Uuid> ids;
    const auto lines = QString::fromLatin1(data->data(QLatin1String(mimeType))).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (const auto id = Uuid::fromString(line))
            ids.append(*id);
    }
    return ids;
}

void DocumentList::startDrag(Qt::DropActions)
{
    if (!chosen().isEmpty())
        Q_EMIT dragWanted();
}

bool DocumentList::isWelcome(const QMimeData *data) const
{
    return m_writable && (data->hasFormat(QLatin1String(mimeType)) || data->hasUrls());
}

void DocumentList::markDrop(int row)
{
    m_delegate->setDropRow(row);
    viewport()->update();
}

void DocumentList::dragEnterEvent(QDragEnterEvent *event)
{
    if (isWelcome(event->mimeData()))
        event->acceptProposedAction();
}

void DocumentList::dragMoveEvent(QDragMoveEvent *event)
{
    if (!isWelcome(event->mimeData()))
        return event->ignore();
    const QModelIndex under = indexAt(event->position().toPoint());
    const bool folder = under.isValid() && under.data(DocumentModel::IsFolderRole).toBool();
    markDrop(folder ? under.row() : -1);
    event->acceptProposedAction();
}

void DocumentList::dragLeaveEvent(QDragLeaveEvent *)
{
    markDrop(-1);
}

void DocumentList::dropEvent(QDropEvent *event)
{
    markDrop(-1);
    const QMimeData *data = event->mimeData();
    if (!isWelcome(data))
        return event->ignore();
    const QModelIndex under = indexAt(event->position().toPoint());
    const bool onFolder = under.isValid() && under.data(DocumentModel::IsFolderRole).toBool();
    const Uuid folder = onFolder ? under.data(DocumentModel::IdRole).value<Uuid>() : Uuid();
    // Its own rows first: a drag out of this window carries files, too.
    if (const QList<Uuid> ids = idsIn(data); !ids.isEmpty()) {
        if (onFolder && !ids.contains(folder))
            Q_EMIT documentsDropped(ids, folder);
    } else {
        QStringList files;
        for (const auto urls = data->urls(); const QUrl &url : urls) {
            if (url.isLocalFile())
                files << url.toLocalFile();
        }
        if (!files.isEmpty())
            Q_EMIT filesDropped(files, folder);
    }
    event->acceptProposedAction();
}

} // namespace parvis::ui
