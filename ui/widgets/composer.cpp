#include "ui/widgets/composer.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/views/scheduled/schedule_dialog.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/body_view.h"
#include "ui/widgets/composer_completion.h"
#include "ui/widgets/composer_draft.h"
#include "ui/widgets/composer_edit.h"
#include "ui/widgets/composer_files.h"
#include "ui/widgets/emoji_picker.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/labels.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr int maxBodyBytes = 200'000; // protocol limit of a body
constexpr int maxLines = 12;

QStringList askDesktop(QWidget *parent)
{
    return QFileDialog::getOpenFileNames(parent, Composer::tr("Attach files"));
}

} // namespace

Composer::Composer(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_frame(new CardFrame(context.theme, this)),
      m_edit(new ComposerEdit(context.theme, context.preferences.spellCheck ? context.speller : nullptr, m_frame)),
      m_draft(new ComposerDraft(context, this)),
      m_files(new ComposerFiles(context, m_frame)),
      m_askFiles(askDesktop),
      m_place(new QComboBox(m_frame))
{
    const Theme &theme = m_context.theme;
    theme.follow(m_edit, [this] {
        m_edit->setFont(m_context.theme.font(TextRole::Reading));
        m_edit->styleAnew();
        fitHeight();
    });
    m_place->setAccessibleName(tr("Where to post"));
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state = makeLabel({}, theme, TextRole::Detail, Ink::Third, m_frame);
    m_state->setWordWrap(true);
    m_submit = makeButton({}, theme, true, m_frame);
    m_cancel = makeFlatButton(tr("Cancel"), theme, m_frame);
    m_submit->setToolTip(tr("Ctrl+Enter"));

    m_otherRow = new QWidget(m_frame);
    m_other = makeLabel({}, theme, TextRole::Detail, Ink::Wait, m_otherRow);
    m_other->setWordWrap(true);
    QPushButton *take = makeLinkButton(tr("Use it"), theme, m_otherRow);
    QPushButton *discard = makeLinkButton(tr("Discard it"), theme, m_otherRow);
    auto *otherLine = new QHBoxLayout(m_otherRow);
    otherLine->setContentsMargins(0, 0, 0, 4);
    otherLine->setSpacing(12);
    otherLine->addWidget(m_other, 1);
    otherLine->addWidget(take);
    otherLine->addWidget(discard);
    m_otherRow->hide();

    makeTools();
    auto *foot = new QHBoxLayout;
    foot->setSpacing(4);
    foot->addWidget(m_place);
    foot->addWidget(m_format);
    foot->addWidget(m_emoji);
    foot->addWidget(m_attach);
    foot->addWidget(m_previewSwitch);
    foot->addSpacing(4);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_later);
    foot->addSpacing(4);
    foot->addWidget(m_submit);
    auto *inner = new QVBoxLayout(m_frame);
    inner->setContentsMargins(13, 10, 13, 12);
    inner->addWidget(m_otherRow);
    inner->addWidget(m_files);
    inner->addWidget(m_edit);
    inner->addLayout(foot);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);

    m_edit->installEventFilter(this);
    m_completion = new ComposerCompletion(m_context, m_edit); // after: its filter sees the keys first
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::onText);
    connect(m_place, &QComboBox::currentIndexChanged, this, [this] {
        if (m_target.choosePlace)
            setPlace(ScopeId::fromString(m_place->currentData().toString()).value_or(ScopeId::directory()));
    });
    connect(m_submit, &QPushButton::clicked, this, &Composer::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        saveDraftNow();
        Q_EMIT cancelled();
    });
    connect(m_draft, &ComposerDraft::found, this, [this](const QString &text) {
        setText(text);
        setState(tr("Draft"));
    });
    connect(m_draft, &ComposerDraft::kept, this, [this] { setState(tr("Draft kept")); });
    connect(m_draft, &ComposerDraft::failed, this, [this](const base::Error &error) {
        setState(tr("The draft could not be kept: %1").arg(words::error(error)), true);
    });
    connect(m_draft, &ComposerDraft::otherChanged, this, &Composer::offerOther);
    connect(take, &QPushButton::clicked, m_draft, &ComposerDraft::takeOther);
    connect(discard, &QPushButton::clicked, m_draft, &ComposerDraft::discardOther);
    connect(m_files, &ComposerFiles::changed, this, [this] {
        fitSubmit();
        if (!m_writing)
            setState(m_files->isEmpty() ? QString() : tr("Ctrl+Enter sends the text with its files"));
    });
    connect(m_files, &ComposerFiles::refused, this, [this](const QString &sentence) { setState(sentence, true); });
    fitHeight();
}

Composer::~Composer()
{
    m_draft->saveNow();
    delete m_completion; // which may belong to the window by now
}

void Composer::makeTools()
{
    const Theme &theme = m_context.theme;
    m_format = new IconButton(Icon::Letters, tr("Format"), theme, m_frame);
    auto *menu = new QMenu(m_format);
    for (const ComposerEdit::Command &command : ComposerEdit::commands()) {
        const QString keys = QKeySequence(command.keys, QKeySequence::PortableText).toString(QKeySequence::NativeText);
        menu->addAction(command.text + u'\t' + keys, m_edit, [this, format = command.format] {
            setPreview(false);
            m_edit->format(format);
            m_edit->setFocus();
        });
    }
    m_format->setMenu(menu);
    m_emoji = new IconButton(Icon::Smile, tr("Emoji"), theme, m_frame);
    connect(m_emoji, &QToolButton::clicked, this, &Composer::pickEmoji);
    m_attach = new IconButton(Icon::Clip, tr("Attach files"), theme, m_frame);
    connect(m_attach, &QToolButton::clicked, this, &Composer::attachFiles);
    m_previewSwitch = new IconButton(Icon::Eye, tr("Preview"), theme, m_frame);
    m_later = new IconButton(Icon::Clock, tr("Later…"), theme, m_frame);
    connect(m_later, &QToolButton::clicked, this, &Composer::askWhen);
    m_previewSwitch->setCheckable(true);
    connect(m_previewSwitch, &QToolButton::toggled, this, &Composer::setPreview);
    const QList<std::tuple<QToolButton *, const char *, std::function<void()>>> keys{
        {m_emoji, "Ctrl+Shift+E", [this] { pickEmoji(); }},
        {m_attach, "Ctrl+Shift+A", [this] { attachFiles(); }},
        {m_previewSwitch, "Ctrl+Shift+M", [this] { setPreview(!isPreview()); }}};
    for (const auto &[button, sequence, run] : keys) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(QLatin1String(sequence), QKeySequence::PortableText));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        button->setToolTip(button->toolTip() + QStringLiteral(" · ")
                           + action->shortcut().toString(QKeySequence::NativeText));
    }
}

void Composer::setTarget(const Target &target)
{
    m_draft->saveNow();
    ++m_generation;
    m_target = target;
    m_writing = false;
    setPreview(false);
    m_edit->setPlaceholderText(target.placeholder);
    m_submit->setText(target.button);
    m_place->setVisible(target.choosePlace);
    m_later->setVisible(target.choosePlace || target.schedule);
    m_attach->setVisible(target.takesFiles);
    setAcceptDrops(target.takesFiles);
    m_edit->setOtherData(target.takesFiles
                             ? ComposerEdit::OtherData{&ComposerFiles::takes,
                                                       [this](const QMimeData &data) { m_files->add(data); }}
                             : ComposerEdit::OtherData());
    m_files->open(target.takesFiles ? target.draftPlace : QString());
    setText(target.text);
    setState(tr("Markdown · Ctrl+Enter sends"));
    setPlace(target.place);
    if (target.choosePlace)
        fillPlaces();
    m_draft->open(target.draftPlace, target.text);
}

void Composer::setPlace(const ScopeId &place)
{
    m_completion->setPlace(place);
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

void Composer::offerOther()
{
    const auto &other = m_draft->other();
    m_otherRow->setVisible(other.has_value());
    if (other)
        m_other->setText(
            tr("Another draft, %1: “%2”")
                .arg(words::relativeTime(other->changedAt, m_context.clock.now()), text::summary(other->body, 60)));
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
    fitSubmit();
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

bool Composer::isPreview() const
{
    return m_preview && !m_preview->isHidden();
}

void Composer::setPreview(bool on)
{
    m_previewSwitch->setChecked(on);
    if (on == isPreview())
        return;
    if (!m_preview) {
        m_preview = new BodyView(m_context.theme, m_frame);
        static_cast<QVBoxLayout *>(m_frame->layout())->insertWidget(3, m_preview);
        m_preview->installEventFilter(this);
        m_context.theme.follow(m_preview, [this] {
            if (isPreview())
                fitPreview();
        });
    }
    m_preview->setVisible(on);
    m_edit->setVisible(!on);
    if (!on) {
        focusText();
        return;
    }
    m_preview->setFixedHeight(m_edit->height());
    m_preview->resize(m_frame->width() - 26, m_edit->height());
    m_preview->setBody(text());
    fitPreview();
    m_preview->setFocus();
}

void Composer::fitPreview()
{
    m_preview->setFixedHeight(std::clamp(m_preview->bodyHeight(), m_edit->height(), m_context.theme.px(360)));
}

void Composer::pickEmoji()
{
    setPreview(false);
    auto *picker = new EmojiPicker(m_context, this);
    picker->pickAt(m_emoji->mapToGlobal(QPoint(0, 0)), [this](const QString &emoji) {
        m_edit->insertWord(emoji);
        focusText();
    });
}

void Composer::onText()
{
    fitHeight();
    if (m_filling)
        return;
    // Underlining a word tells of a change, too; the draft knows whether there was one.
    fitSubmit();
    m_draft->noteText(text());
}

bool Composer::hasSomething() const
{
    return !text().trimmed().isEmpty() || !m_files->isEmpty();
}

void Composer::fitSubmit()
{
    m_submit->setEnabled(!m_writing && hasSomething());
}

void Composer::attachFiles()
{
    if (!m_target.takesFiles || m_writing)
        return;
    if (const QStringList paths = m_askFiles(window()); !paths.isEmpty())
        m_files->add(paths);
    focusText();
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    if (ComposerFiles::takes(*event->mimeData()))
        event->acceptProposedAction();
}

void Composer::dropEvent(QDropEvent *event)
{
    m_files->add(*event->mimeData());
    event->acceptProposedAction();
    focusText();
}

void Composer::saveDraftNow()
{
    m_draft->saveNow();
}

Backend::Answer<Backend::Written> Composer::write(const QString &body, const std::optional<base::Time> &at,
                                                  const Backend::Draft &draft, const Backend::Files &files)
{
    if (!m_target.choosePlace)
        return at ? m_target.schedule(body, *at, draft) : m_target.write(body, draft, files);
    const auto scope = ScopeId::fromString(m_place->currentData().toString()).value_or(ScopeId::directory());
    return at ? m_context.backend.schedule(scope, {}, body, *at, draft)
              : m_context.backend.post(scope, {}, body, draft, files);
}

void Composer::askWhen()
{
    if (!m_files->isEmpty()) {
        setState(tr("A post with files cannot wait for a time: send it now, or remove them."), true);
        return;
    }
    if (text().trimmed().isEmpty()) {
        setState(tr("Write the post first, then choose its time."));
        focusText();
        return;
    }
    ScheduleDialog dialog(m_context, window());
    if (dialog.exec() == QDialog::Accepted)
        submitAt(dialog.at());
}

void Composer::submitAt(base::Time at)
{
    m_at = at;
    submit();
    m_at.reset();
}

void Composer::submit()
{
    const QString body = text();
    if (!hasSomething() || m_writing)
        return;
    if (m_files->isBusy()) {
        setState(tr("The files are still being read."));
        return;
    }
    if (body.toUtf8().size() > maxBodyBytes) {
        setState(tr("This is too long to be sent. Shorten it, or part it in two."), true);
        return;
    }
    m_writing = true;
    m_submit->setEnabled(false);
    setPreview(false);
    setState(tr("Writing…"));
    m_draft->hold([this, body, at = m_at, files = m_files->files(), generation = m_generation,
                   place = m_target.draftPlace](const Backend::Draft &draft) {
        base::deliver(write(body, at, draft, files), this,
                      [this, body, at, generation, place](const base::Result<Backend::Written> &answer) {
                          if (generation == m_generation)
                              onWritten(body, at, answer);
                          else if (answer)
                              m_files->forget(place); // copying them takes a while, and one may have gone on
                      });
    });
}

// A file that cannot be taken is named.
QString Composer::failure(const base::Error &error) const
{
    const QString name = m_files->nameOf(error.where);
    if (name.isEmpty())
        return words::error(error);
    return error.kind == base::ErrorKind::Conflict
               ? tr("“%1” changes while it is read. Save it in its program, then try again.").arg(name)
               : tr("“%1” cannot be read any more. Remove it here, or put it back.").arg(name);
}

void Composer::onWritten(const QString &body, const std::optional<base::Time> &at,
                         const base::Result<Backend::Written> &answer)
{
    m_writing = false;
    if (!answer) {
        setState(tr("Not sent: %1").arg(failure(answer.error())), true);
        fitSubmit();
        m_draft->release();
        return;
    }
    m_draft->sent();
    m_files->clear();
    const bool more = text() != body; // something was typed meanwhile
    if (!more)
        setText({});
    setState({});
    if (more)
        onText();
    if (at)
        Q_EMIT m_context.navigator.said(tr("Scheduled for %1.").arg(words::fullTime(*at)));
    Q_EMIT written(answer->id);
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
            if (isPreview()) {
                setPreview(false);
                return true;
            }
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
