#include "ui/views/documents/preview.h"

#include "base/deliver.h"
#include "text/file_kinds.h"
#include "ui/pictures/picture_room.h"
#include "ui/text/document_words.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/markdown_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QStackedWidget>
#include <QStringDecoder>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr double zoomStep = 1.25, mostZoom = 6;

enum class Shown { Picture, Pdf, Text, Markdown, Table, Nothing };

Shown shownOf(const QString &name)
{
    const QString ending = text::fileEnding(name);
    if (ending == u"md" || ending == u"markdown")
        return Shown::Markdown;
    if (ending == u"csv" || ending == u"tsv")
        return Shown::Table;
    if (text::fileKind(name) == text::FileKind::Picture)
        return Shown::Picture;
    if (text::fileKind(name) == text::FileKind::Pdf)
        return Shown::Pdf;
    static const QSet<QString> texts{"txt",  "log", "json", "xml", "yaml", "yml",  "toml", "ini", "conf", "c",
                                     "cpp",  "cc",  "h",    "hpp", "rs",   "go",   "java", "kt",  "ts",   "css",
                                     "sql",  "tex", "rst",  "py",  "js",   "sh",   "bat",  "ps1", "rb",   "pl",
                                     "html", "htm", "ics",  "vcf", "srt",  "diff", "patch"};
    return texts.contains(ending) ? Shown::Text : Shown::Nothing;
}

// UTF-8 or what a byte order mark says; else what Windows wrote for decades.
QString decodedText(const QByteArray &bytes)
{
    if (const auto encoding = QStringConverter::encodingForData(bytes))
        return QStringDecoder(*encoding)(bytes);
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

} // namespace

QChar separatorOf(const QString &text)
{
    const QString head = text.left(4096);
    QChar best = u';';
    for (const QChar each : {u',', u'\t'}) {
        if (head.count(each) > head.count(best))
            best = each;
    }
    return best;
}

QList<QStringList> cellsOf(const QString &text, QChar separator, int rows)
{
    QList<QStringList> table;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size() && table.size() < rows; ++at) {
        const QChar each = text.at(at);
        if (quoted) {
            if (each != u'"')
                cell += each;
            else if (at + 1 < text.size() && text.at(at + 1) == u'"')
                cell += text.at(++at);
            else
                quoted = false;
        } else if (each == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (each == separator) {
            row << std::exchange(cell, {});
        } else if (each == u'\n') {
            row << std::exchange(cell, {});
            table << std::exchange(row, {});
        } else if (each != u'\r') {
            cell += each;
        }
    }
    if (table.size() < rows && (!row.isEmpty() || !cell.isEmpty()))
        table << (row << cell);
    return table;
}

Preview::Preview(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_stack(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack, 1);
    m_stack->installEventFilter(this);
    m_words = new QWidget(m_stack);
    m_label = makeLabel({}, context.theme, TextRole::Aside, Ink::Third, m_words);
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignCenter);
    m_fetch = makeButton(tr("Fetch"), context.theme, false, m_words);
    auto *words = new QVBoxLayout(m_words);
    words->setContentsMargins(16, 16, 16, 16);
    words->setSpacing(12);
    words->addStretch();
    words->addWidget(m_label);
    words->addWidget(m_fetch, 0, Qt::AlignHCenter);
    words->addStretch();
    m_area = new QScrollArea(m_stack);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setAccessibleName(tr("Preview"));
    m_area->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_area->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_picture = makeLabel({}, context.theme, TextRole::Aside, Ink::Third, m_area);
    m_picture->setAlignment(Qt::AlignCenter);
    m_area->setWidget(m_picture);
    m_stack->addWidget(m_words);
    m_stack->addWidget(m_area);
    layout->addWidget(makeTools());
    connect(m_fetch, &QPushButton::clicked, this, &Preview::fetch);
    connect(&context.backend, &Backend::changed, this, [this] {
        if (m_waiting && !m_version.isNull())
            read();
    });
    clear();
}

// Below the picture: which page it is, and how large.
QWidget *Preview::makeTools()
{
    const Theme &theme = m_context.theme;
    m_tools = new QWidget(this);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    const auto group = [&] {
        auto *tools = new QWidget(m_tools);
        auto *inside = new QHBoxLayout(tools);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(4);
        return tools;
    };
    const auto add = [&](QWidget *tools, Icon icon, const QString &name, auto run) {
        auto *button = makeFlatButton({}, theme, tools);
        button->setIcon(makeIcon(icon, theme, &Tokens::second));
        button->setFixedSize(28, 28);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QPushButton::clicked, this, run);
        tools->layout()->addWidget(button);
    };
    m_pageTools = group();
    m_zoomTools = group();
    m_pageLabel = makeLabel({}, theme, TextRole::Detail, Ink::Second, m_pageTools);
    add(m_pageTools, Icon::Back, tr("Page before"), [this] { turn(-1); });
    m_pageTools->layout()->addWidget(m_pageLabel);
    add(m_pageTools, Icon::Forward, tr("Next page"), [this] { turn(1); });
    add(m_zoomTools, Icon::Minus, tr("Smaller"), [this] { zoomBy(1 / zoomStep); });
    add(m_zoomTools, Icon::Plus, tr("Larger"), [this] { zoomBy(zoomStep); });
    row->addStretch();
    row->addWidget(m_pageTools);
    row->addWidget(m_zoomTools);
    row->addStretch();
    return m_tools;
}

void Preview::tellTools()
{
    const bool picture = m_stack->currentWidget() == m_area;
    m_pageTools->setVisible(picture && m_pages > 1);
    m_zoomTools->setVisible(picture && m_zoomable);
    m_pageLabel->setText(tr("Page %1 of %2").arg(m_page + 1).arg(m_pages));
    m_tools->setVisible(picture && (m_pages > 1 || m_zoomable));
}

void Preview::setTools(bool zoom)
{
    m_zoomable = zoom;
    tellTools();
}

void Preview::turn(int by)
{
    const int page = std::clamp(m_page + by, 0, std::max(0, m_pages - 1));
    if (page == m_page)
        return;
    m_page = page;
    readPicture();
}

void Preview::zoomBy(double factor)
{
    const double zoom = std::clamp(m_zoom * factor, 1.0, mostZoom);
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    readPicture();
}

bool Preview::onKey(const QKeyEvent *event)
{
    if (m_stack->currentWidget() != m_area)
        return false;
    switch (event->key()) {
    case Qt::Key_PageDown: turn(1); return true;
    case Qt::Key_PageUp: turn(-1); return true;
    default: break;
    }
    if (!m_zoomable)
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(zoomStep); return true;
    case Qt::Key_Minus: zoomBy(1 / zoomStep); return true;
    case Qt::Key_0: zoomBy(0); return true;
    default: return false;
    }
}

void Preview::clear()
{
    ++m_generation;
    m_version = {};
    m_waiting = false;
    say({});
}

void Preview::fetch()
{
    m_waiting = true;
    base::deliver(m_context.backend.fetch(m_version), this,
                  [this, version = m_version](const base::Result<client::Fetched> &fetched) {
                      if (version != m_version)
                          return;
                      if (!fetched)
                          say(words::documentError(fetched.error()), true);
                      else if (!fetched->why.isEmpty())
                          say(words::fileRefusal(fetched->why), true);
                      else if (fetched->here)
                          read();
                      else
                          say(m_context.backend.state().phase <= client::SyncState::Offline
                                  ? tr("This document is on the server. It is shown here as soon as there is a line.")
                                  : tr("Fetching…"));
                  });
}

// What is not here: small ones come by themselves, others when somebody asks.
void Preview::offerToFetch()
{
    if (m_waiting)
        return say(m_said.isEmpty() ? tr("Fetching…") : m_said);
    if (m_size <= mostFetchedBytes)
        return fetch();
    say(tr("This document is on the server."), true);
}

bool Preview::isShown() const
{
    return m_stack->currentWidget() != m_words;
}

QString Preview::said() const
{
    return m_said;
}

void Preview::say(const QString &text, bool fetchable)
{
    m_said = text;
    m_label->setText(text);
    m_fetch->setVisible(fetchable);
    show(m_words);
}

void Preview::show(QWidget *page)
{
    if (page != m_words)
        m_said.clear();
    m_stack->setCurrentWidget(page);
    tellTools();
    Q_EMIT changed();
}

void Preview::show(const Uuid &version, const QString &name, qint64 size)
{
    if (version == m_version && name == m_name)
        return;
    ++m_generation;
    m_version = version;
    m_name = name;
    m_size = size;
    m_waiting = false;
    m_asked = {};
    m_page = 0;
    m_pages = 0;
    m_zoom = 1;
    if (version.isNull())
        return say(tr("This document has no content yet."));
    read();
}

void Preview::read()
{
    switch (shownOf(m_name)) {
    case Shown::Picture:
    case Shown::Pdf:
        if (m_context.pictures)
            return readPicture();
        [[fallthrough]];
    case Shown::Nothing: return say(tr("Parvis cannot show this kind of file. Open it, or save it."));
    default: break;
    }
    if (m_size > mostTextBytes)
        return say(tr("This text is too long to be shown here. Open it, or save it."));
    readText();
}

void Preview::readPicture()
{
    if (shownOf(m_name) == Shown::Pdf && m_tools->isHidden()) { // below it there will be which page it is
        m_pageTools->show();
        m_tools->show();
        layout()->activate();
    }
    const QSize room = m_stack->size() - QSize(4, 4);
    if (room.isEmpty())
        return;
    m_asked = m_stack->size();
    const QSize box = (QSizeF(room) * m_zoom * devicePixelRatioF()).toSize();
    const int page = shownOf(m_name) == Shown::Pdf ? m_page : -1;
    base::deliver(
        m_context.pictures->picture({m_version, box, Fit::Inside, page}), this,
        [this, generation = m_generation, page, zoom = m_zoom, asked = m_asked](const base::Result<Picture> &picture) {
            if (generation != m_generation || (page >= 0 && page != m_page) || zoom != m_zoom || asked != m_asked)
                return;
            if (picture)
                showPicture(picture->image, picture->pages);
            else if (picture.error().kind == base::ErrorKind::Offline)
                offerToFetch();
            else
                say(pictureProblem(picture.error()));
        });
}

void Preview::showPicture(const QImage &image, int pages)
{
    m_waiting = false;
    m_pages = pages;
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(pixmap);
    m_picture->setMinimumSize(m_zoom > 1 ? pixmap.deviceIndependentSize().toSize() : QSize(1, 1));
    m_picture->setAccessibleName(pages > 0 ? tr("Page %1 of %2: %3").arg(m_page + 1).arg(pages).arg(m_name)
                                           : tr("Picture: %1").arg(m_name));
    show(m_area);
}

QString Preview::pictureProblem(const base::Error &error) const
{
    if (error.where == u"picture_too_large" || error.where == u"file_too_large")
        return tr("This file is too large to be shown here. Open it, or save it.");
    if (error.where == u"pdf_locked")
        return tr("This PDF asks for a password. Open it in another program.");
    if (error.where == u"no_pdf")
        return tr("The part of Parvis that shows PDF is not installed. Open the document, or save it.");
    return tr("This file is damaged, or not what its name says. Save it, and look at it in another program.");
}

void Preview::readText()
{
    base::deliver(m_context.backend.content(m_version, mostTextBytes), this,
                  [this, generation = m_generation](const base::Result<QByteArray> &bytes) {
                      if (generation != m_generation)
                          return;
                      if (!bytes) {
                          if (bytes.error().kind == base::ErrorKind::Offline)
                              return offerToFetch();
                          return say(words::documentError(bytes.error()));
                      }
                      m_waiting = false;
                      showText(*bytes);
                  });
}

void Preview::showText(const QByteArray &bytes)
{
    const QString text = decodedText(bytes);
    switch (shownOf(m_name)) {
    case Shown::Markdown:
        if (!m_markdown) {
            auto *area = new QScrollArea(m_stack);
            area->setFrameShape(QFrame::NoFrame);
            area->setWidgetResizable(true);
            area->viewport()->setAutoFillBackground(false);
            area->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
            area->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
            area->setAccessibleName(tr("Preview"));
            m_markdown = new MarkdownText(m_context, area);
            m_markdown->setContentsMargins(12, 12, 12, 12);
            area->setWidget(m_markdown);
            m_markdownArea = area;
            m_stack->addWidget(area);
        }
        m_markdown->setText(text);
        return show(m_markdownArea);
    case Shown::Table: return showTable(text, separatorOf(text));
    default: break;
    }
    if (!m_text) {
        m_text = new QPlainTextEdit(m_stack);
        m_text->setReadOnly(true);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_text->setFrameShape(QFrame::NoFrame);
        m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_text->document()->setDocumentMargin(10);
        m_text->setAccessibleName(tr("Preview"));
        m_text->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
        m_text->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
        m_context.theme.follow(m_text, [this] { m_text->setFont(m_context.theme.font(TextRole::Code)); });
        m_stack->addWidget(m_text);
    }
    m_text->setPlainText(text);
    show(m_text);
}

void Preview::showTable(const QString &text, QChar separator)
{
    if (!m_table) {
        m_table = new QTableWidget(m_stack);
        m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_table->setFrameShape(QFrame::NoFrame);
        m_table->setAccessibleName(tr("Preview"));
        m_table->verticalHeader()->hide();
        m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
        m_table->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
        m_table->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
        m_context.theme.follow(m_table, [this] { m_table->setFont(m_context.theme.font(TextRole::Aside)); });
        m_stack->addWidget(m_table);
    }
    const QList<QStringList> cells = cellsOf(text, separator, mostTableRows);
    qsizetype columns = 0;
    for (const QStringList &row : cells)
        columns = std::max(columns, row.size());
    columns = std::min<qsizetype>(columns, 30);
    m_table->clear();
    m_table->setColumnCount(int(columns));
    m_table->setRowCount(int(std::max<qsizetype>(0, cells.size() - 1)));
    for (qsizetype row = 0; row < cells.size(); ++row) {
        for (qsizetype column = 0; column < std::min(columns, cells.at(row).size()); ++column) {
            auto *item = new QTableWidgetItem(cells.at(row).at(column));
            if (row == 0)
                m_table->setHorizontalHeaderItem(int(column), item);
            else
                m_table->setItem(int(row) - 1, int(column), item);
        }
    }
    show(m_table);
}

// A picture is made for the room that there is.
bool Preview::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_stack && event->type() == QEvent::Resize && m_context.pictures && !m_version.isNull()) {
        const Shown shown = shownOf(m_name);
        const QSize by = m_stack->size() - m_asked;
        if ((shown == Shown::Picture || shown == Shown::Pdf)
            && std::max(std::abs(by.width()), std::abs(by.height())) > 8)
            readPicture();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parvis::ui
