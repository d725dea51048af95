#include "ui/widgets/composer.h"

#include "base/deliver.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr qint64 draftDelayMs = 500;
constexpr int maxBodyBytes = 200'000; // protocol limit of a body
constexpr int maxLines = 12;

} // namespace

Composer::Composer(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_frame(new CardFrame(context.theme, this)),
      m_edit(new QPlainTextEdit(m_frame)),
      m_place(new QComboBox(m_frame))
{
    const Theme &theme = m_context.theme;
    m_edit->setFrameShape(QFrame::NoFrame);
    theme.follow(m_edit, [this] {
        m_edit->setFont(m_context.theme.font(TextRole::Reading));
        fitHeight();
    });
    m_edit->setAccessibleName(tr("Text"));
    m_edit->setTabChangesFocus(true);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_edit->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_edit->installEventFilter(this);
    m_place->setAccessibleName(tr("Where to post"));
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state = makeLabel({}, theme, TextRole::Detail, Ink::Third, m_frame);
    m_state->setWordWrap(true);
    m_submit = makeButton({}, theme, true, m_frame);
    m_cancel = makeFlatButton(tr("Cancel"), theme, m_frame);
    m_submit->setToolTip(tr("Ctrl+Enter"));

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_place);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_submit);
    auto *inner = new QVBoxLayout(m_frame);
    inner->setContentsMargins(14, 10, 12, 12);
    inner->addWidget(m_edit);
    inner->addLayout(foot);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);

    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::onText);
    connect(m_submit, &QPushButton::clicked, this, &Composer::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        saveDraftNow();
        Q_EMIT cancelled();
    });
    fitHeight();
}

Composer::~Composer()
{
    saveDraftNow();
}

void Composer::setTarget(const Target &target)
{
    saveDraftNow();
    ++m_generation;
    m_target = target;
    m_savedDraft.clear();
    m_edit->setPlaceholderText(target.placeholder);
    m_submit->setText(target.button);
    m_place->setVisible(target.choosePlace);
    setText(target.text);
    setState(tr("Markdown · Ctrl+Enter sends"));
    if (target.choosePlace)
        fillPlaces();
    if (target.draftPlace.isEmpty())
        return;
    base::deliver(m_context.backend.draft(target.draftPlace), this,
                  [this, generation = m_generation](const base::Result<QString> &answer) {
                      // What was typed while the draft was being read is newer than the draft.
                      if (generation != m_generation || !answer || answer->isEmpty() || text() != m_target.text)
                          return;
                      setText(*answer);
                      m_savedDraft = *answer;
                      setState(tr("Draft"));
                  });
}

void Composer::fillPlaces()
{
    m_place->clear();
    m_place->addItem(tr("Company wall"), ScopeId::directory().toString());
    base::deliver(m_context.backend.groups(), this, [this](const base::Result<QList<store::GroupItem>> &answer) {
        if (!answer || m_place->count() > 1)
            return;
        QList<store::GroupItem> mine;
        std::copy_if(answer->begin(), answer->end(), std::back_inserter(mine),
                     [](const auto &group) { return group.role && !group.archived; });
        std::sort(mine.begin(), mine.end(),
                  [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.title, b.title) < 0; });
        for (const auto &group : mine)
            m_place->addItem(group.title, ScopeId::group(group.id).toString());
    });
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString &text)
{
    m_filling = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_filling = false;
    m_submit->setEnabled(!text.trimmed().isEmpty());
    fitHeight();
}

QString Composer::stateText() const
{
    return m_state->text();
}

void Composer::setState(const QString &text, bool bad)
{
    m_state->setText(text);
    setInk(m_state, m_context.theme, bad ? Ink::Bad : Ink::Third);
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::fitHeight()
{
    const int line = m_edit->fontMetrics().lineSpacing();
    const int lines = std::clamp(int(m_edit->document()->documentLayout()->documentSize().height()), 2, maxLines);
    m_edit->setFixedHeight(lines * line + 12);
}

void Composer::onText()
{
    fitHeight();
    if (m_filling)
        return;
    m_submit->setEnabled(!m_writing && !text().trimmed().isEmpty());
    scheduleDraft();
}

void Composer::scheduleDraft()
{
    m_context.scheduler.cancel(m_draftTimer);
    m_draftTimer = 0;
    if (m_target.draftPlace.isEmpty())
        return;
    m_draftTimer = m_context.scheduler.after(draftDelayMs, [this] {
        m_draftTimer = 0;
        saveDraftNow();
    });
}

void Composer::saveDraftNow()
{
    m_context.scheduler.cancel(m_draftTimer);
    m_draftTimer = 0;
    const QString now = text();
    if (m_target.draftPlace.isEmpty() || now == m_savedDraft || m_writing || now == m_target.text)
        return;
    m_savedDraft = now;
    base::deliver(m_context.backend.saveDraft(m_target.draftPlace, now), this,
                  [this, generation = m_generation](const base::Result<Backend::Written> &answer) {
                      if (generation != m_generation)
                          return;
                      if (!answer)
                          setState(tr("The draft could not be kept: %1").arg(words::error(answer.error())), true);
                      else if (!m_savedDraft.isEmpty())
                          setState(tr("Draft kept"));
                  });
}

Backend::Answer<Backend::Written> Composer::write(const QString &body)
{
    if (!m_target.choosePlace)
        return m_target.write(body);
    const auto scope = ScopeId::fromString(m_place->currentData().toString());
    return m_context.backend.post(scope.value_or(ScopeId::directory()), {}, body);
}

void Composer::submit()
{
    const QString body = text();
    if (body.trimmed().isEmpty() || m_writing)
        return;
    if (body.toUtf8().size() > maxBodyBytes) {
        setState(tr("This is too long to be sent. Shorten it, or part it in two."), true);
        return;
    }
    m_context.scheduler.cancel(m_draftTimer);
    m_draftTimer = 0;
    m_writing = true;
    m_submit->setEnabled(false);
    setState(tr("Writing…"));
    base::deliver(write(body), this,
                  [this, body, generation = m_generation](const base::Result<Backend::Written> &answer) {
                      m_writing = false;
                      if (generation != m_generation)
                          return;
                      if (!answer) {
                          setState(tr("Not sent: %1").arg(words::error(answer.error())), true);
                          m_submit->setEnabled(true);
                          scheduleDraft();
                          return;
                      }
                      if (text() == body)
                          setText({});
                      if (!m_target.draftPlace.isEmpty() && !m_savedDraft.isEmpty()) {
                          m_savedDraft.clear();
                          m_context.backend.saveDraft(m_target.draftPlace, {});
                      }
                      setState({});
                      Q_EMIT written(answer->id);
                  });
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() & Qt::ControlModifier) {
            submit();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            saveDraftNow();
            Q_EMIT cancelled();
            return true;
        }
    } else if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        m_frame->setHighlighted(event->type() == QEvent::FocusIn);
        if (event->type() == QEvent::FocusOut)
            saveDraftNow();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parvis::ui
