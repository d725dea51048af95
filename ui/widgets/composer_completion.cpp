#include "ui/widgets/composer_completion.h"

#include "base/deliver.h"
#include "text/emoji_search.h"
#include "text/fold.h"
#include "ui/delegates/suggestion_delegate.h"
#include "ui/text/markdown_highlighter.h"
#include "ui/widgets/composer_edit.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int shown = 8;
constexpr int listWidth = 340;

Suggestion suggestionOf(const store::Completion &each)
{
    Suggestion suggestion;
    suggestion.id = each.id;
    suggestion.person = each.kind == store::Completion::Person;
    suggestion.group = each.kind == store::Completion::Group;
    suggestion.word = (each.kind == store::Completion::Tag ? u'#' : u'@') + each.word;
    suggestion.title = each.title.isEmpty() ? suggestion.word : each.title;
    if (each.kind == store::Completion::Group)
        suggestion.detail = SuggestionModel::tr("group");
    else if (each.kind == store::Completion::Tag)
        suggestion.detail = SuggestionModel::tr("%n post(s)", nullptr, each.weight);
    else
        suggestion.detail = each.detail;
    return suggestion;
}

} // namespace

void SuggestionModel::set(const QList<Suggestion> &suggestions)
{
    beginResetModel();
    m_suggestions = suggestions;
    endResetModel();
}

QVariant SuggestionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const Suggestion &each = m_suggestions.at(index.row());
    return each.detail.isEmpty() ? each.title : each.title + QStringLiteral(", ") + each.detail;
}

ComposerCompletion::ComposerCompletion(const Context &context, ComposerEdit *edit)
    : QFrame(edit), m_context(context), m_edit(edit), m_model(new SuggestionModel(this)), m_list(new QListView(this))
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SuggestionDelegate(context.theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(5, 5, 5, 5);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    const auto later = [this] {
        // The caret moves after the text has changed: look when both are done.
        if (std::exchange(m_looking, true))
            return;
        QMetaObject::invokeMethod(this, &ComposerCompletion::look, Qt::QueuedConnection);
    };
    connect(edit, &QPlainTextEdit::textChanged, this, later);
    connect(edit, &QPlainTextEdit::cursorPositionChanged, this, later);
    edit->installEventFilter(this);
}

int ComposerCompletion::currentRow() const
{
    return m_list->currentIndex().row();
}

void ComposerCompletion::close()
{
    m_word.reset();
    m_wordAt = -1;
    ++m_asked;
    if (!isVisible())
        return;
    hide();
    m_edit->setAccessibleDescription({});
    QAccessibleEvent event(m_edit, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void ComposerCompletion::look()
{
    m_looking = false;
    const QTextCursor cursor = m_edit->textCursor();
    const QTextBlock block = cursor.block();
    const auto word = cursor.hasSelection() || !m_edit->hasFocus()
                          ? std::nullopt
                          : text::completingAt(QStringView(block.text()).left(cursor.positionInBlock()));
    const int at = word ? block.position() + int(word->start) : -1;
    if (at < 0 || at != m_leftAlone)
        m_leftAlone = -1;
    const quint16 styles = word ? MarkdownHighlighter::stylesAt(block, int(word->start)) : quint16(0);
    if (!word || m_leftAlone >= 0 || (styles & (text::CodeText | text::LinkText)))
        return close();
    if (m_word && m_wordAt == at && m_word->typed == word->typed)
        return;
    m_word = word;
    m_wordAt = at;
    ask(*word);
}

void ComposerCompletion::ask(const text::Completing &word)
{
    const quint64 mine = ++m_asked;
    if (word.sign == u':') {
        QList<Suggestion> found;
        const bool french = QLocale().language() == QLocale::French;
        for (const int index : text::findEmoji(word.typed, shown)) {
            const text::EmojiInfo info = text::emojiAt(index, french);
            found.append({.word = text::withTone(info.emoji, m_context.preferences.skinTone), .title = info.name});
        }
        return show(found);
    }
    store::CompletionQuery query;
    query.what = word.sign == u'#' ? store::CompletionQuery::Tags : store::CompletionQuery::Handles;
    query.typed = word.typed;
    query.place = m_place;
    query.limit = shown;
    base::deliver(m_context.backend.complete(query), this,
                  [this, mine](const base::Result<QList<store::Completion>> &answer) {
                      if (mine != m_asked || !answer)
                          return;
                      QList<Suggestion> found;
                      for (const store::Completion &each : *answer)
                          found.append(suggestionOf(each));
                      show(found);
                  });
}

void ComposerCompletion::show(const QList<Suggestion> &suggestions)
{
    // Whoever has typed all of it wants the next key for themselves.
    const QString typed = m_word ? m_word->sign + m_word->typed : QString();
    const bool complete = suggestions.size() == 1 && text::fold(suggestions.first().word) == text::fold(typed);
    if (suggestions.isEmpty() || complete || !m_word) {
        hide();
        m_edit->setAccessibleDescription({});
        return;
    }
    m_model->set(suggestions);
    if (parentWidget() != m_edit->window())
        setParent(m_edit->window()); // over everything else in it
    put();
    QFrame::show();
    raise();
    m_edit->setAccessibleDescription(
        tr("%n suggestion(s). The arrows choose, Tab takes one.", nullptr, int(suggestions.size())));
    // A new tag is as good as a known one: Enter stays the end of the line until one is chosen.
    choose(m_word->sign == u'#' ? -1 : 0);
}

void ComposerCompletion::put()
{
    QWidget *window = parentWidget();
    const int row = m_list->sizeHintForRow(0);
    const int wanted = row * m_model->rowCount() + 10;
    QTextCursor sign = m_edit->textCursor();
    sign.setPosition(m_wordAt);
    const QRect caret = m_edit->cursorRect(sign);
    const QPoint below = m_edit->viewport()->mapTo(window, caret.bottomLeft() + QPoint(-8, 4));
    const QPoint above = m_edit->viewport()->mapTo(window, caret.topLeft() + QPoint(-8, -4));
    const int width = qMin(m_context.theme.px(listWidth), window->width() - 16);
    const int x = qBound(8, below.x(), qMax(8, window->width() - width - 8));
    const int roomBelow = window->height() - below.y() - 8;
    const bool under = roomBelow >= qMin(wanted, 4 * row) || roomBelow >= above.y();
    const int height = qMin(wanted, qMax(2 * row, under ? roomBelow : above.y() - 8));
    setGeometry(x, under ? below.y() : above.y() - height, width, height);
}

void ComposerCompletion::choose(int row)
{
    m_list->setCurrentIndex(m_model->index(row));
    if (row < 0)
        m_list->clearSelection();
    else
        follow();
}

void ComposerCompletion::follow()
{
    // The keys stay with the text, so the list has to say itself where one is.
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(currentRow());
    QAccessible::updateAccessibility(&event);
}

void ComposerCompletion::take(int row)
{
    if (row < 0 || row >= m_model->rowCount() || !isStillMeant())
        return;
    const QString word = m_model->at(row).word;
    const int at = m_wordAt;
    const int length = int(m_word->typed.size()) + 1;
    close();
    m_edit->complete(at, length, word);
}

bool ComposerCompletion::isStillMeant()
{
    const QTextCursor cursor = m_edit->textCursor();
    const auto now = text::completingAt(QStringView(cursor.block().text()).left(cursor.positionInBlock()));
    if (!now || !m_word || cursor.block().position() + int(now->start) != m_wordAt)
        return false;
    if (now->typed == m_word->typed)
        return true;
    // More was typed than the list knows of: what is chosen must still begin so.
    const int row = currentRow();
    const bool fits = row >= 0 && now->sign != u':'
                      && (store::beginsAWord(text::fold(m_model->at(row).title), text::fold(now->typed))
                          || store::beginsAWord(text::fold(m_model->at(row).word.mid(1)), text::fold(now->typed)));
    if (fits)
        m_word = now;
    return fits;
}

bool ComposerCompletion::handleKey(const QKeyEvent &key)
{
    const int rows = m_model->rowCount();
    const int row = currentRow();
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool moves = key.key() == Qt::Key_Down || key.key() == Qt::Key_Up;
    const bool takes = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
    if ((moves || takes) && !isStillMeant()) {
        close();
        return false;
    }
    switch (key.key()) {
    case Qt::Key_Down: choose((row + 1) % rows); return true;
    case Qt::Key_Up: choose(row <= 0 ? rows - 1 : row - 1); return true;
    case Qt::Key_Escape:
        m_leftAlone = m_wordAt;
        close();
        return true;
    case Qt::Key_Tab:
        if (key.modifiers() & Qt::ShiftModifier)
            return false;
        take(qMax(row, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row < 0 || key.modifiers() & Qt::ShiftModifier)
            return false;
        take(row);
        return true;
    default: return false;
    }
}

bool ComposerCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isVisible())
        return handleKey(*static_cast<QKeyEvent *>(event));
    // Nobody else may take these as shortcuts while the list is open.
    if (event->type() == QEvent::ShortcutOverride && isVisible()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide || event->type() == QEvent::Resize)
        close();
    return QFrame::eventFilter(watched, event);
}

void ComposerCompletion::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = m_context.theme.tokens();
    painter.fillRect(rect(), tokens.panel);
    painter.setPen(tokens.line);
    painter.setBrush(tokens.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace parvis::ui
