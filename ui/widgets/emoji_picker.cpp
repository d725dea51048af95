#include "ui/widgets/emoji_picker.h"

#include "ui/delegates/avatar.h"
#include "ui/models/emoji_model.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QActionGroup>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int columns = 9;
constexpr int rows = 6;
constexpr int cell = 38;

// What people react with before they have habits of their own.
const QStringList &usual()
{
    static const QStringList emoji{
        QStringLiteral("👍"),    QStringLiteral("❤️"), QStringLiteral("😄"), QStringLiteral("🎉"), QStringLiteral("👏"),
        QStringLiteral("🙏"),    QStringLiteral("✅"),      QStringLiteral("👀"), QStringLiteral("💡"), QStringLiteral("💪"),
        QStringLiteral("😮"),    QStringLiteral("😢"),      QStringLiteral("😂"), QStringLiteral("🚀"), QStringLiteral("☕"),
        QStringLiteral("🤔"), QStringLiteral("👋"),      QStringLiteral("❓")};
    return emoji;
}

QFont emojiFont(const Theme &theme, int size)
{
    QFont font = theme.font(TextRole::List);
    font.setFamilies({theme.emojiFamily()});
    font.setPixelSize(theme.px(size));
    return font;
}

class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_font(emojiFont(theme, 22))
    { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = option.state & QStyle::State_Selected;
        if (current || option.state & QStyle::State_MouseOver) {
            painter->setPen(current ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(current ? t.wash : t.background);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
        }
        painter->setFont(m_font);
        painter->setPen(t.ink);
        painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(cell), m_theme.px(cell)};
    }

private:
    const Theme &m_theme;
    QFont m_font;
};

} // namespace

namespace {

// A screen reader is not told of popups: for it the picker is a dialog, which leaves with the focus as a popup does.
Qt::WindowFlags windowKind()
{
    return QAccessible::isActive() ? Qt::Dialog | Qt::FramelessWindowHint : Qt::WindowFlags(Qt::Popup);
}

} // namespace

EmojiPicker::EmojiPicker(const Context &context, QWidget *parent)
    : QFrame(parent, windowKind()),
      m_context(context),
      m_model(new EmojiModel(QLocale().language() == QLocale::French, context.preferences.skinTone, this)),
      m_search(new QLineEdit(this)),
      m_list(new QListView(this))
{
    const Theme &theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Emoji"));
    setWindowTitle(tr("Emoji"));
    m_search->setPlaceholderText(tr("Search an emoji"));
    m_search->setAccessibleName(tr("Search an emoji"));
    m_search->setClearButtonEnabled(true);
    m_search->setFont(theme.font(TextRole::List));
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CellDelegate(theme, m_list));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Emoji"));
    m_list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->setFixedSize(theme.px(cell) * columns + m_list->verticalScrollBar()->sizeHint().width() + 4,
                         theme.px(cell) * rows);
    m_list->installEventFilter(this);
    m_shown = makeLabel({}, theme, TextRole::List, Ink::First, this);
    m_shown->setFont(emojiFont(theme, 24));
    m_shown->setFixedWidth(theme.px(36));
    m_shown->setAlignment(Qt::AlignCenter);
    m_name = makeLabel({}, theme, TextRole::Detail, Ink::Second, this);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_search, 1);
    top->addWidget(makeTones());
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_shown);
    foot->addWidget(m_name, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(makeGroups());
    layout->addWidget(m_list);
    layout->addLayout(foot);

    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::onSearch);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { pick(index.row()); });
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) { m_list->setCurrentIndex(index); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &EmojiPicker::onCurrent);
    showGroup(-1);
}

QWidget *EmojiPicker::makeGroups()
{
    struct Group {
        const char *sign;
        QString name;
    };
    const Group groups[] = {{"🕘", tr("Used lately")},    {"😀", tr("Smileys")},
                            {"👋", tr("People")},         {"🐻", tr("Animals and nature")},
                            {"🍎", tr("Food and drink")}, {"🚗", tr("Travel and places")},
                            {"⚽", tr("Activities")},     {"💡", tr("Objects")},
                            {"🔣", tr("Symbols")},        {"🏁", tr("Flags")}};
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    for (const Group &group : groups) {
        auto *button = new QToolButton(bar);
        button->setText(QString::fromUtf8(group.sign));
        button->setFont(emojiFont(m_context.theme, 17));
        button->setAccessibleName(group.name);
        button->setToolTip(group.name);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setFixedSize(m_context.theme.px(34), m_context.theme.px(32));
        connect(button, &QToolButton::clicked, this, [this, at = int(m_groups.size()) - 1] {
            m_search->clear();
            showGroup(at);
        });
        line->addWidget(button);
        m_groups.append(button);
    }
    line->addStretch(1);
    return bar;
}

QToolButton *EmojiPicker::makeTones()
{
    const QStringList names{tr("No skin tone"),     tr("Light skin tone"),       tr("Medium-light skin tone"),
                            tr("Medium skin tone"), tr("Medium-dark skin tone"), tr("Dark skin tone")};
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFont(emojiFont(m_context.theme, 18));
    button->setFocusPolicy(Qt::TabFocus);
    const auto say = [this, button, names](int tone) {
        button->setText(text::withTone(QStringLiteral("✋"), tone));
        button->setAccessibleName(tr("Skin tone: %1").arg(names.at(tone)));
        button->setToolTip(names.at(tone));
    };
    say(m_context.preferences.skinTone);
    auto *menu = new QMenu(button);
    auto *group = new QActionGroup(menu);
    for (int tone = 0; tone < names.size(); ++tone) {
        QAction *action = menu->addAction(names.at(tone));
        action->setCheckable(true);
        action->setChecked(tone == m_context.preferences.skinTone);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, tone, say] {
            m_context.preferences.skinTone = tone;
            Q_EMIT m_context.navigator.habitsChanged();
            m_model->setTone(tone);
            say(tone);
            onCurrent();
        });
    }
    button->setMenu(menu);
    return button;
}

bool EmojiPicker::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate && !QApplication::activePopupWidget())
        close();
    return QFrame::event(event);
}

void EmojiPicker::pickAt(QPoint globalPos, std::function<void(const QString &)> picked)
{
    m_picked = std::move(picked);
    adjustSize();
    const QRect screen = parentWidget()->screen()->availableGeometry();
    QPoint at = globalPos - QPoint(20, height() + 8);
    if (at.y() < screen.top())
        at.setY(qMin(globalPos.y() + 16, screen.bottom() - height()));
    at.setX(qBound(screen.left(), at.x(), qMax(screen.left(), screen.right() - width())));
    move(at);
    show();
    m_search->setFocus();
}

void EmojiPicker::showGroup(int group)
{
    m_group = group;
    for (int at = 0; at < m_groups.size(); ++at)
        m_groups.at(at)->setChecked(at == group + 1);
    if (group >= 0) {
        m_model->showGroup(group);
    } else {
        QStringList shown = m_context.preferences.recentEmoji;
        for (const QString &each : usual()) {
            const bool known = std::any_of(shown.begin(), shown.end(),
                                           [&](const QString &other) { return text::withoutTone(other) == each; });
            if (!known)
                shown.append(text::withTone(each, m_context.preferences.skinTone));
        }
        m_model->showThese(shown);
    }
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void EmojiPicker::onSearch(const QString &query)
{
    if (query.trimmed().isEmpty())
        return showGroup(m_group);
    for (QToolButton *button : std::as_const(m_groups))
        button->setChecked(false);
    m_model->search(query);
    m_list->setCurrentIndex(m_model->index(0));
    if (m_model->rowCount() == 0) {
        m_shown->clear();
        m_name->setText(tr("No emoji has this name, in English or in French."));
    }
}

void EmojiPicker::onCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    m_shown->setText(m_model->emoji(row));
    m_name->setText(m_model->name(row));
    // While the search has the keys, it says what Enter would pick.
    m_search->setAccessibleDescription(m_model->name(row));
}

void EmojiPicker::pick(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const QString emoji = m_model->emoji(row);
    m_context.preferences.recentEmoji = EmojiModel::remembered(m_context.preferences.recentEmoji, emoji);
    Q_EMIT m_context.navigator.habitsChanged();
    const auto picked = std::move(m_picked);
    close();
    if (picked)
        picked(emoji);
}

bool EmojiPicker::onKey(bool inSearch, int key, bool control)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: pick(row); return true;
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        if (!control)
            return false;
        const int count = int(m_groups.size());
        m_search->clear();
        showGroup((m_group + 1 + (key == Qt::Key_PageDown ? 1 : count - 1)) % count - 1);
        return true;
    }
    case Qt::Key_Down:
        if (!inSearch)
            return false;
        m_list->setFocus();
        return true;
    case Qt::Key_Up:
        if (inSearch || row >= columns)
            return false;
        m_search->setFocus();
        return true;
    default: return false;
    }
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool inSearch = watched == m_search;
    if (onKey(inSearch, key->key(), key->modifiers() & Qt::ControlModifier))
        return true;
    const bool letter =
        !key->text().isEmpty() && key->text().at(0).isPrint() && !(key->modifiers() & Qt::ControlModifier);
    if (!inSearch && (letter || key->key() == Qt::Key_Backspace)) {
        m_search->setFocus();
        m_search->event(event);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void EmojiPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_context.theme.tokens().line);
    painter.setBrush(m_context.theme.tokens().panel);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace parvis::ui
