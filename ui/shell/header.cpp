#include "ui/shell/header.h"

#include "ui/theme/icons.h"
#include "ui/widgets/horizon_button.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace parvis::ui {

namespace {

constexpr int leastTitleWidth = 120;

} // namespace

Header::Header(const Context &context, QWidget *parent)
    : Ground(context.theme, &Tokens::panel, Qt::BottomEdge, parent), m_context(context)
{
    const Theme &theme = context.theme;
    theme.follow(this, [this, &theme] { setFixedHeight(theme.px(56)); });
    m_title = makeElidedLabel(theme, TextRole::Title, Ink::First, this);
    m_badge = makeLabel({}, theme, TextRole::Badge, Ink::Accent, this);
    m_badge->setContentsMargins(6, 3, 6, 3);
    m_detail = makeElidedLabel(theme, TextRole::Detail, Ink::Third, this);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_back = makeFlatButton({}, theme, this);
    m_back->setIcon(makeIcon(Icon::Back, theme, &Tokens::second));
    m_back->setFixedSize(32, 32);
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back"));
    m_other = makeButton({}, theme, false, this);
    m_members = makeButton(tr("Members"), theme, false, this);
    m_join = makeButton(tr("Join"), theme, true, this);
    m_more = makeFlatButton({}, theme, this);
    m_more->setIcon(makeIcon(Icon::More, theme, &Tokens::second));
    m_more->setFixedSize(32, 32);
    m_more->setAccessibleName(tr("More about this place"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 1);
    layout->setSpacing(12);
    layout->addWidget(m_back);
    layout->addWidget(m_title);
    layout->addWidget(m_badge);
    layout->addWidget(m_detail, 1);
    layout->addStretch();
    layout->addWidget(new HorizonButton(context, this));
    layout->addWidget(m_other);
    layout->addWidget(m_members);
    layout->addWidget(m_join);
    layout->addWidget(m_more);
    connect(m_back, &QPushButton::clicked, this, &Header::backWanted);
    connect(m_other, &QPushButton::clicked, this, &Header::otherWanted);
    connect(m_join, &QPushButton::clicked, this, &Header::joinWanted);
    connect(m_members, &QPushButton::clicked, this, &Header::membersWanted);
    connect(m_more, &QPushButton::clicked, this, [this] {
        if (m_menu)
            m_menu->exec(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
    });
    setBackVisible(false);
    setMembersVisible(false);
    setJoinVisible(false);
    setOther({});
    setMenu(nullptr);
}

void Header::show(const QString &title, const QString &badge, const QString &detail)
{
    m_title->setText(title);
    m_title->setMinimumWidth(std::min(leastTitleWidth, m_title->sizeHint().width())); // a short one leaves no hole
    m_badge->setText(badge);
    m_badge->setVisible(!badge.isEmpty());
    m_detail->setText(detail);
}

QString Header::title() const
{
    return m_title->text();
}

void Header::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void Header::setMembersVisible(bool visible)
{
    m_members->setVisible(visible);
}

void Header::setJoinVisible(bool visible)
{
    m_join->setVisible(visible);
}

void Header::setOther(const QString &text)
{
    m_other->setText(text);
    m_other->setVisible(!text.isEmpty());
}

void Header::setMenu(QMenu *menu)
{
    if (m_menu)
        m_menu->deleteLater();
    m_menu = menu;
    m_more->setVisible(menu != nullptr);
}

void Header::paintEvent(QPaintEvent *event)
{
    Ground::paintEvent(event);
    if (m_badge->text().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_context.theme.tokens().wash);
    const QRectF badge = QRectF(m_badge->geometry());
    const qreal height = m_context.theme.px(20);
    painter.drawRoundedRect(QRectF(badge.left(), badge.center().y() - height / 2, badge.width(), height), 4, 4);
}

} // namespace parvis::ui
