#include "ui/widgets/emoji_picker.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>

namespace parvis::ui {

namespace {

constexpr int columns = 6;

struct Choice {
    const char *emoji; // UTF-8, fully qualified
    const char *name;
};

constexpr Choice choices[] = {
    {"\xF0\x9F\x91\x8D", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "thumbs up")},
    {"\xE2\x9D\xA4\xEF\xB8\x8F", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "heart")},
    {"\xF0\x9F\x98\x84", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "laughing")},
    {"\xF0\x9F\x8E\x89", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "celebration")},
    {"\xF0\x9F\x91\x8F", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "applause")},
    {"\xF0\x9F\x99\x8F", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "thank you")},
    {"\xE2\x9C\x85", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "done")},
    {"\xF0\x9F\x91\x80", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "looking")},
    {"\xF0\x9F\x92\xA1", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "idea")},
    {"\xF0\x9F\x92\xAA", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "courage")},
    {"\xF0\x9F\x98\xAE", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "surprise")},
    {"\xF0\x9F\x98\xA2", QT_TRANSLATE_NOOP("parvis::ui::EmojiPicker", "sadness")},
};

} // namespace

EmojiPicker::EmojiPicker(const Theme &theme, QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Reactions"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(6, 6, 6, 6);
    grid->setSpacing(2);
    QFont font = theme.font(TextRole::List);
    font.setFamilies({theme.emojiFamily()});
    font.setPixelSize(theme.px(20));
    for (const Choice &choice : choices) {
        const QString emoji = QString::fromUtf8(choice.emoji);
        auto *button = new QPushButton(emoji, this);
        button->setFlat(true);
        button->setFont(font);
        button->setFixedSize(theme.px(40), theme.px(38));
        button->setAccessibleName(tr(choice.name));
        button->setToolTip(tr(choice.name));
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, emoji] {
            if (m_picked)
                m_picked(emoji);
            close();
        });
        grid->addWidget(button, int(m_buttons.size()) / columns, int(m_buttons.size()) % columns);
        m_buttons.append(button);
    }
}

void EmojiPicker::pickAt(QPoint globalPos, std::function<void(const QString &)> picked)
{
    m_picked = std::move(picked);
    adjustSize();
    const QRect screen = parentWidget()->screen()->availableGeometry();
    QPoint at = globalPos - QPoint(20, height() + 8);
    if (at.y() < screen.top())
        at.setY(globalPos.y() + 16);
    at.setX(qBound(screen.left(), at.x(), screen.right() - width()));
    move(at);
    show();
    m_buttons.first()->setFocus();
}

void EmojiPicker::keyPressEvent(QKeyEvent *event)
{
    const auto at = m_buttons.indexOf(focusWidget());
    qsizetype next = at;
    switch (event->key()) {
    case Qt::Key_Right: next = at + 1; break;
    case Qt::Key_Left: next = at - 1; break;
    case Qt::Key_Down: next = at + columns; break;
    case Qt::Key_Up: next = at - columns; break;
    case Qt::Key_Escape: close(); return;
    default: QFrame::keyPressEvent(event); return;
    }
    if (next >= 0 && next < m_buttons.size())
        m_buttons.at(next)->setFocus();
}

} // namespace parvis::ui
