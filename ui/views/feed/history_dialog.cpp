#include "ui/views/feed/history_dialog.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/difference_text.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

namespace parvis::ui {

HistoryDialog::HistoryDialog(const Context &context, const store::FeedItem &item, QWidget *parent)
    : QDialog(parent), m_context(context), m_text(new QPlainTextEdit(this))
{
    const Theme &theme = context.theme;
    setWindowTitle(tr("History of edits"));
    resize(680, 560);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(16);
    m_text->setAccessibleName(tr("Versions, the newest first"));
    auto *close = makeButton(tr("Close"), theme, true, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 12, 24, 16);
    foot->addWidget(makeLabel(tr("Green and underlined: added. Struck through: removed."), theme, TextRole::Detail,
                              Ink::Second, this),
                    1);
    foot->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addLayout(foot);
    theme.follow(m_text, [this, item] { // colours and fonts stand in the text itself
        m_text->setFont(m_context.theme.font(TextRole::Reading));
        m_text->clear();
        show(item);
        m_text->moveCursor(QTextCursor::Start);
    });
    m_text->setFocus();
}

void HistoryDialog::show(const store::FeedItem &item)
{
    const base::Time now = m_context.clock.now();
    const auto count = item.versions.size();
    for (auto i = count; i >= 0; --i) {
        const QString body = i == count ? item.body : item.versions.at(i).body;
        const base::Time since = i == 0 ? item.createdAt : item.versions.at(i - 1).until;
        heading(i == count ? tr("Current version")
                : i == 0   ? tr("As first written")
                           : tr("Version %1").arg(i + 1),
                words::fullTime(since) + QStringLiteral(" · ") + words::relativeTime(since, now), i == count);
        appendDifference(m_text, m_context.theme, text::wordDiff(i == 0 ? body : item.versions.at(i - 1).body, body));
    }
}

void HistoryDialog::heading(const QString &text, const QString &detail, bool first)
{
    const Theme &theme = m_context.theme;
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setFont(theme.font(TextRole::ListBold));
    format.setForeground(theme.tokens().ink);
    if (!first)
        cursor.insertText(QStringLiteral("\n\n\n"), QTextCharFormat());
    cursor.insertText(text, format);
    format.setFont(theme.font(TextRole::Detail));
    format.setForeground(theme.tokens().second);
    cursor.insertText(QStringLiteral("   ") + detail + u'\n', format);
}

} // namespace parvis::ui
