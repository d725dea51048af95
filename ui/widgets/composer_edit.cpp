#include "ui/widgets/composer_edit.h"

#include "base/deliver.h"
#include "ui/text/markdown_highlighter.h"
#include "ui/text/spell_marks.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>

#include <optional>

namespace parvis::ui {

namespace {

// Keys that other places of the window use too: while one writes they belong to the text.
std::optional<ComposerEdit::Format> letterCommand(const QKeyEvent &event)
{
    using Format = ComposerEdit::Format;
    if (event.modifiers() != Qt::ControlModifier)
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_B: return Format::Bold;
    case Qt::Key_I: return Format::Italic;
    case Qt::Key_K: return Format::Link;
    case Qt::Key_E: return Format::Code;
    default: return std::nullopt;
    }
}

} // namespace

ComposerEdit::ComposerEdit(const Theme &theme, spelling::Speller *speller, QWidget *parent)
    : QPlainTextEdit(parent), m_marks(new SpellMarks(speller, this))
{
    setFrameShape(QFrame::NoFrame);
    setFont(theme.font(TextRole::Reading));
    setAccessibleName(tr("Text"));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_highlighter = new MarkdownHighlighter(document(), theme, m_marks,
                                            [this] { return hasFocus() ? textCursor().position() : -1; });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &ComposerEdit::judgeLeftWord);
    auto *next = new QShortcut(QKeySequence(Qt::Key_F7), this);
    next->setContext(Qt::WidgetShortcut);
    connect(next, &QShortcut::activated, this, &ComposerEdit::goToNextWrong);
    // Digits with Shift are other signs on every other keyboard; only a shortcut finds them all.
    for (const Command &command : commands()) {
        if (command.keys.size() == 6 && command.keys.back().isLetter())
            continue; // letterCommand()
        auto *shortcut = new QShortcut(QKeySequence(command.keys, QKeySequence::PortableText), this);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, format = command.format] { this->format(format); });
    }
}

QList<ComposerEdit::Command> ComposerEdit::commands()
{
    return {{Format::Bold, tr("Bold"), QStringLiteral("Ctrl+B")},
            {Format::Italic, tr("Italic"), QStringLiteral("Ctrl+I")},
            {Format::Strike, tr("Struck out"), QStringLiteral("Ctrl+Shift+X")},
            {Format::Code, tr("Code"), QStringLiteral("Ctrl+E")},
            {Format::Link, tr("Link"), QStringLiteral("Ctrl+K")},
            {Format::Heading, tr("Heading"), QStringLiteral("Ctrl+Shift+H")},
            {Format::Numbers, tr("Numbered list"), QStringLiteral("Ctrl+Shift+7")},
            {Format::Bullets, tr("List"), QStringLiteral("Ctrl+Shift+8")},
            {Format::Quote, tr("Quote"), QStringLiteral("Ctrl+Shift+9")},
            {Format::Deeper, tr("Move the item in"), QStringLiteral("Ctrl+]")},
            {Format::Shallower, tr("Move the item out"), QStringLiteral("Ctrl+[")}};
}

void ComposerEdit::styleAnew()
{
    m_highlighter->rehighlight();
}

text::Selection ComposerEdit::selection() const
{
    const QTextCursor cursor = textCursor();
    return {cursor.anchor(), cursor.position()};
}

void ComposerEdit::apply(const text::Edit &edit)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.setPosition(int(edit.at));
    cursor.setPosition(int(edit.at + edit.removed), QTextCursor::KeepAnchor);
    // A format of its own, that nobody sees, keeps Qt from joining this with what was typed before into one step of undo.
    QTextCharFormat own;
    own.setProperty(QTextFormat::UserProperty, ++m_step);
    cursor.insertText(edit.inserted, own);
    cursor.endEditBlock();
    cursor.setPosition(int(edit.anchor));
    cursor.setPosition(int(edit.caret), QTextCursor::KeepAnchor);
    if (edit.anchor == edit.caret)
        cursor.setCharFormat({});
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ComposerEdit::format(Format format)
{
    const QString text = toPlainText();
    const text::Selection chosen = selection();
    switch (format) {
    case Format::Bold: return apply(text::toggleMark(text, chosen, QStringLiteral("**")));
    case Format::Italic: return apply(text::toggleMark(text, chosen, QStringLiteral("_")));
    case Format::Strike: return apply(text::toggleMark(text, chosen, QStringLiteral("~~")));
    case Format::Code: return apply(text::toggleCode(text, chosen));
    case Format::Link: return apply(text::makeLink(text, chosen, {}));
    case Format::Heading: return apply(text::toggleLines(text, chosen, text::LineKind::Heading));
    case Format::Bullets: return apply(text::toggleLines(text, chosen, text::LineKind::Bullets));
    case Format::Numbers: return apply(text::toggleLines(text, chosen, text::LineKind::Numbers));
    case Format::Quote: return apply(text::toggleLines(text, chosen, text::LineKind::Quote));
    case Format::Deeper:
    case Format::Shallower:
        if (const auto edit = text::indentList(text, chosen, format == Format::Deeper))
            apply(*edit);
    }
}

void ComposerEdit::insertWord(const QString &word)
{
    const text::Selection chosen = selection();
    const QChar before = chosen.from() > 0 ? document()->characterAt(int(chosen.from()) - 1) : QChar(u' ');
    const QString inserted = before.isLetterOrNumber() ? u' ' + word : word;
    complete(int(chosen.from()), int(chosen.to() - chosen.from()), inserted);
}

void ComposerEdit::complete(int at, int removed, const QString &word)
{
    const QChar behind = document()->characterAt(at + removed);
    const bool spaced = behind == u' ' || behind.isPunct();
    const qsizetype caret = at + word.size() + 1;
    const QString inserted = spaced ? word : word + u' ';
    apply({at, removed, inserted, behind.isPunct() ? caret - 1 : caret, behind.isPunct() ? caret - 1 : caret});
}

bool ComposerEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && letterCommand(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

bool ComposerEdit::handleEnter(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const QTextCursor cursor = textCursor();
    const bool plain = event.modifiers() & Qt::ShiftModifier;
    if (!plain && !cursor.hasSelection()) {
        const QTextBlock block = cursor.block();
        const bool inCode = MarkdownHighlighter::isInFence(block);
        if (auto edit = text::newLine(block.text(), cursor.positionInBlock(), inCode)) {
            edit->at += block.position();
            edit->anchor += block.position();
            edit->caret += block.position();
            apply(*edit);
            return true;
        }
    }
    if (!plain)
        return false;
    // Qt would put a line separator here, which is no end of line in Markdown.
    apply({selection().from(), selection().to() - selection().from(), QStringLiteral("\n"), selection().from() + 1,
           selection().from() + 1});
    return true;
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    if (const auto command = letterCommand(*event)) {
        format(*command);
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && handleEnter(*event))
        return;
    QPlainTextEdit::keyPressEvent(event);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || (m_other.takes && m_other.takes(*source));
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_other.takes && m_other.takes(*source)) {
        m_other.take(*source);
        return;
    }
    if (!source->hasText())
        return;
    const text::Selection chosen = selection();
    const QString pasted = text::pastedText(source->text());
    const QString address = text::soleAddress(pasted);
    if (!address.isEmpty() && chosen.from() != chosen.to()
        && text::soleAddress(textCursor().selectedText()).isEmpty()) {
        apply(text::makeLink(toPlainText(), chosen, address));
        return;
    }
    const qsizetype end = chosen.from() + pasted.size();
    apply({chosen.from(), chosen.to() - chosen.from(), pasted, end, end});
}

// A word is not called wrong while it is being written, only once the caret has left it.
void ComposerEdit::judgeLeftWord()
{
    if (!m_marks->speller())
        return;
    const QTextBlock now = textCursor().block();
    const QTextBlock before = document()->findBlockByNumber(std::exchange(m_caretBlock, now.blockNumber()));
    if (before.isValid() && before != now)
        m_highlighter->rehighlightBlock(before);
    m_highlighter->rehighlightBlock(now);
}

void ComposerEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    judgeLeftWord();
}

void ComposerEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    judgeLeftWord();
}

QTextCursor ComposerEdit::wrongWordAt(int position) const
{
    QTextCursor cursor(document());
    cursor.setPosition(position);
    const QTextBlock block = cursor.block();
    for (const text::WordSpan &word : m_highlighter->wrongIn(block)) {
        const int start = block.position() + word.start;
        if (position < start || position > start + word.length)
            continue;
        cursor.setPosition(start);
        cursor.setPosition(start + word.length, QTextCursor::KeepAnchor);
        break;
    }
    return cursor;
}

void ComposerEdit::goToNextWrong()
{
    const int from = textCursor().selectionEnd();
    const QTextBlock first = document()->findBlock(from);
    QTextBlock block = first;
    do {
        for (const text::WordSpan &word : m_highlighter->wrongIn(block)) {
            const int start = block.position() + word.start;
            if (block == first && start < from)
                continue;
            QTextCursor cursor(document());
            cursor.setPosition(start);
            cursor.setPosition(start + word.length, QTextCursor::KeepAnchor);
            setTextCursor(cursor);
            QContextMenuEvent event(QContextMenuEvent::Keyboard, cursorRect().center(),
                                    viewport()->mapToGlobal(cursorRect().bottomLeft()));
            contextMenuEvent(&event);
            return;
        }
        block = block.next().isValid() ? block.next() : document()->firstBlock();
    } while (block != first);
}

void ComposerEdit::addSpelling(QMenu *menu, const QTextCursor &word)
{
    const QString wrong = word.selectedText();
    QAction *before = menu->actions().value(0);
    auto *looking = new QAction(tr("Looking for suggestions…"), menu);
    looking->setEnabled(false);
    auto *learn = new QAction(tr("“%1” is right: add it to my words").arg(wrong), menu);
    menu->insertAction(before, looking);
    menu->insertAction(before, learn);
    menu->insertSeparator(before);
    connect(learn, &QAction::triggered, this, [this, wrong] { m_marks->speller()->learn(wrong); });
    // The answer may come while the menu is open, or after it has gone.
    base::deliver(
        m_marks->speller()->suggestions(wrong), menu, [this, menu, looking, word](const QStringList &suggestions) {
            looking->setText(tr("No suggestion"));
            looking->setVisible(suggestions.isEmpty());
            QAction *first = nullptr;
            for (const QString &each : suggestions) {
                auto *action = new QAction(each, menu);
                QFont font = action->font();
                font.setWeight(QFont::DemiBold);
                action->setFont(font);
                connect(action, &QAction::triggered, this, [this, each, word] {
                    const int end = word.selectionStart() + int(each.size());
                    apply({word.selectionStart(), word.selectionEnd() - word.selectionStart(), each, end, end});
                });
                menu->insertAction(looking, action);
                first = first ? first : action;
            }
            if (first)
                menu->setActiveAction(first);
        });
}

void ComposerEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QTextCursor word =
        wrongWordAt(byKey ? textCursor().selectionStart() : cursorForPosition(event->pos()).position());
    if (word.hasSelection())
        addSpelling(menu, word);
    menu->popup(byKey ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
}

} // namespace parvis::ui
