#include "ui/widgets/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace parvis::ui {

FindBar::FindBar(const Theme &theme, PlaceFinder *finder, QWidget *parent)
    : Ground(theme, &Tokens::panel, Qt::BottomEdge, parent),
      m_finder(finder),
      m_field(new QLineEdit(this)),
      m_count(makeLabel({}, theme, TextRole::Detail, Ink::Third, this)),
      m_previous(makeFlatButton(tr("Previous"), theme, this)),
      m_next(makeFlatButton(tr("Next"), theme, this))
{
    hide();
    setAccessibleName(tr("Find in this place"));
    m_field->setPlaceholderText(tr("Find in this place…"));
    m_field->setAccessibleName(tr("Find in this place"));
    theme.follow(this, [this, &theme] {
        setFixedHeight(theme.px(48));
        m_field->setMinimumWidth(theme.px(200));
        m_field->setMaximumWidth(theme.px(360));
    });
    auto *close = makeFlatButton(tr("Close"), theme, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 1);
    layout->setSpacing(8);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::find);
    connect(m_previous, &QPushButton::clicked, this, [this] { m_finder->step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_finder->step(1); });
    connect(close, &QPushButton::clicked, this, &FindBar::closeBar);
    connect(m_finder, &PlaceFinder::answered, this, &FindBar::tell);
    tell();
}

void FindBar::open(qint64 from)
{
    const bool again = isVisible();
    m_from = from;
    show();
    m_field->setFocus();
    m_field->selectAll();
    if (!again && !m_field->text().isEmpty())
        find();
}

void FindBar::closeBar()
{
    if (isHidden())
        return;
    hide();
    m_finder->clear();
    Q_EMIT queryChanged({});
    Q_EMIT closed();
}

void FindBar::find()
{
    m_finder->find(m_field->text(), m_from);
    Q_EMIT queryChanged(m_field->text());
}

void FindBar::tell()
{
    const auto count = int(m_finder->hits().size());
    QString said;
    if (m_finder->isAnswered() && count == 0)
        said = tr("Not in this place");
    else if (m_finder->isAnswered() && m_finder->isCut())
        said = tr("%1 of the newest %2", "place in a list").arg(m_finder->current() + 1).arg(count);
    else if (m_finder->isAnswered())
        said = tr("%1 of %2", "place in a list").arg(m_finder->current() + 1).arg(count);
    m_count->setText(said);
    m_previous->setEnabled(count > 1);
    m_next->setEnabled(count > 1);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: closeBar(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_finder->step(event->modifiers() & Qt::ShiftModifier ? -1 : 1); return;
    case Qt::Key_Down: m_finder->step(1); return;
    case Qt::Key_Up: m_finder->step(-1); return;
    default: Ground::keyPressEvent(event);
    }
}

} // namespace parvis::ui
