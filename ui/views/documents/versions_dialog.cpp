#include "ui/views/documents/versions_dialog.h"

#include "base/deliver.h"
#include "text/file_kinds.h"
#include "ui/text/document_words.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/views/documents/preview.h"
#include "ui/widgets/difference_text.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPromise>
#include <QScrollBar>
#include <QThreadPool>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

bool isText(const QByteArray &bytes)
{
    return !bytes.left(8192).contains('\0');
}

QString heading(const store::VersionItem &version, base::Time now)
{
    return QStringList{words::version(version), version.authorName, words::relativeTime(version.version.createdAt, now)}
        .join(QStringLiteral(" · "));
}

QHBoxLayout *footOf(QDialog *dialog, const Theme &theme, QLabel *words)
{
    auto *close = makeButton(QDialog::tr("Close"), theme, true, dialog);
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 12, 24, 16);
    foot->addWidget(words, 1);
    foot->addWidget(close);
    return foot;
}

} // namespace

PreviewDialog::PreviewDialog(const Context &context, const store::DocumentItem &document, const Uuid &version,
                             QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(document.name);
    resize(parent ? parent->size() * 0.94 : QSize(1000, 700));
    auto *preview = new Preview(context, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(preview, 1);
    layout->addLayout(
        footOf(this, context.theme, makeLabel(document.name, context.theme, TextRole::Detail, Ink::Second, this)));
    preview->setTools(true);
    preview->show(version, document.name, document.size);
    m_preview = preview;
}

void PreviewDialog::keyPressEvent(QKeyEvent *event)
{
    if (!m_preview->onKey(event))
        QDialog::keyPressEvent(event);
}

CompareDialog::CompareDialog(const Context &context, const store::DocumentItem &document,
                             const store::VersionItem &before, const store::VersionItem &after, QWidget *parent)
    : QDialog(parent), m_context(context), m_before(before), m_after(after)
{
    const Theme &theme = context.theme;
    const base::Time now = context.clock.now();
    setWindowTitle(tr("Versions of %1").arg(document.name));
    resize(parent ? parent->size() * 0.9 : QSize(900, 640));
    m_text = new QPlainTextEdit(this);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(16);
    m_text->setAccessibleName(tr("Difference of two versions"));
    m_text->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_text->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_state = makeLabel({}, theme, TextRole::Detail, Ink::Second, this);
    m_state->setWordWrap(true);
    auto *heads = new QHBoxLayout;
    heads->setContentsMargins(24, 16, 24, 8);
    heads->setSpacing(24);
    heads->addWidget(makeLabel(tr("From: %1").arg(heading(before, now)), theme, TextRole::Detail, Ink::Second, this));
    heads->addWidget(makeLabel(tr("To: %1").arg(heading(after, now)), theme, TextRole::Detail, Ink::Second, this));
    heads->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(heads);
    layout->addWidget(m_text, 1);
    if (text::fileKind(document.name) == text::FileKind::Picture) {
        // Two pictures are compared by looking.
        m_text->hide();
        auto *both = new QHBoxLayout;
        both->setContentsMargins(24, 0, 24, 0);
        both->setSpacing(16);
        for (const store::VersionItem &each : {before, after}) {
            auto *frame = new CardFrame(theme, this);
            auto *preview = new Preview(context, frame);
            auto *inside = new QVBoxLayout(frame);
            inside->setContentsMargins(4, 4, 4, 4);
            inside->addWidget(preview);
            preview->show(each.id, document.name, each.version.size);
            both->addWidget(frame, 1);
        }
        layout->addLayout(both, 1);
        layout->addLayout(footOf(this, theme, m_state));
        return;
    }
    layout->addLayout(footOf(this, theme, m_state));
    theme.follow(m_text, [this] { showPieces(); });
    connect(&context.backend, &Backend::changed, this, [this] {
        if (!m_bytes[0] || !m_bytes[1])
            readBoth();
    });
    readBoth();
}

void CompareDialog::tell(const QString &text)
{
    m_state->setText(text);
}

// What is not on this disk is asked for; it is looked for again whenever something moved.
void CompareDialog::readBoth()
{
    const store::VersionItem *versions[] = {&m_before, &m_after};
    for (int side = 0; side < 2; ++side) {
        const Uuid row = versions[side]->id;
        base::deliver(m_context.backend.content(row, Preview::mostTextBytes), this,
                      [this, side, row](const base::Result<QByteArray> &bytes) {
                          if (bytes) {
                              m_bytes[side] = *bytes;
                              if (m_bytes[0] && m_bytes[1])
                                  showDifference();
                          } else if (bytes.error().kind == base::ErrorKind::Offline) {
                              tell(tr("Fetching…"));
                              base::deliver(m_context.backend.fetch(row), this,
                                            [this](const base::Result<client::Fetched> &fetched) {
                                                if (!fetched || !fetched->why.isEmpty())
                                                    tell(fetched ? words::fileRefusal(fetched->why)
                                                                 : words::documentError(fetched.error()));
                                            });
                          } else {
                              tell(tr("These versions are too long to be compared here. Save both, and compare them in "
                                      "their program."));
                          }
                      });
    }
}

void CompareDialog::showDifference()
{
    if (!isText(*m_bytes[0]) || !isText(*m_bytes[1]))
        return tell(*m_bytes[0] == *m_bytes[1]
                        ? tr("The contents of both are the same.")
                        : tr("These are no texts: Parvis cannot compare them. Save both, and compare them in "
                             "their program."));
    // A long text takes a while.
    using Pieces = QList<text::DiffPiece>;
    auto promise = std::make_shared<QPromise<Pieces>>();
    promise->start();
    QThreadPool::globalInstance()->start(
        [promise, before = QString::fromUtf8(*m_bytes[0]), after = QString::fromUtf8(*m_bytes[1])] {
            promise->addResult(text::wordDiff(before, after));
            promise->finish();
        });
    base::deliver(promise->future(), this, [this](const Pieces &pieces) {
        m_pieces = pieces;
        showPieces();
        tell(tr("Green and underlined: added. Struck through: removed."));
    });
}

void CompareDialog::showPieces()
{
    m_text->clear();
    appendDifference(m_text, m_context.theme, m_pieces);
    m_text->moveCursor(QTextCursor::Start);
}

} // namespace parvis::ui
