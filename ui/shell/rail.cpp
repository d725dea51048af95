#include "ui/shell/rail.h"

#include "base/deliver.h"
#include "ui/delegates/avatar.h"
#include "ui/shell/companies.h"
#include "ui/shell/company_button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/face_button.h"

#include <QFontMetricsF>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int smallestWord = 9; // pixels

}

RailButton::RailButton(const Theme &theme, Icon icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    theme.follow(this, [this] { setFixedSize(sizeHint()); });
}

void RailButton::setCount(int count)
{
    m_count = count;
    const QString said = m_quiet ? tr("%n unread", nullptr, count) : tr("%n waiting", nullptr, count);
    setAccessibleDescription(count > 0 ? said : QString());
    update();
}

void RailButton::setCurrent(bool current)
{
    m_current = current;
    update();
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    const QRectF area = QRectF(rect()).adjusted(3, 0, -3, 0);
    if (m_current || underMouse() || hasFocus()) {
        QColor ground = t.wash;
        if (!m_current)
            ground.setAlphaF(0.5f);
        painter.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(ground);
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    const QColor color = m_current ? t.accent : t.second;
    const qreal side = m_theme.px(20);
    drawIcon(painter, m_icon, {(width() - side) / 2, 8, side, side}, color);
    QFont font = m_theme.font(TextRole::Badge);
    font.setWeight(m_current ? QFont::DemiBold : QFont::Normal);
    // A longer word in smaller letters, rather than cut.
    while (font.pixelSize() > smallestWord && QFontMetricsF(font).horizontalAdvance(text()) > width() - 4)
        font.setPixelSize(font.pixelSize() - 1);
    const qreal top = 8 + side + 3;
    drawLine(painter, {2, top, width() - 4.0, height() - top - 4}, text(), font, color, Qt::AlignHCenter);
    if (m_count <= 0)
        return;
    QFont small = m_theme.font(TextRole::Badge);
    small.setPixelSize(m_theme.px(10));
    const QString count = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    const qreal badge = qMax<qreal>(m_theme.px(16), QFontMetricsF(small).horizontalAdvance(count) + 8);
    const QRectF spot = placed({width() / 2.0 + 4, 3, badge, qreal(m_theme.px(16))}, width());
    painter.setPen(m_quiet ? QPen(t.line, 1) : QPen(Qt::NoPen));
    painter.setBrush(m_quiet ? t.wash : t.accent);
    painter.drawRoundedRect(spot, spot.height() / 2, spot.height() / 2);
    drawLine(painter, spot, count, small, m_quiet ? t.accent : t.onAccent, Qt::AlignHCenter);
}

Rail::Rail(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    context.theme.follow(this, [this] { setFixedWidth(m_context.theme.px(72)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(4);
    m_companies = new QVBoxLayout;
    m_companies->setSpacing(4);
    layout->addLayout(m_companies);
    layout->addSpacing(12);
    layout->addWidget(add(Icon::Feed, tr("Feed"), Place::Feed));
    layout->addWidget(add(Icon::Groups, tr("Groups"), Place::Groups));
    m_notices = add(Icon::Bell, tr("For me", "place of the rail: notifications"), Place::Notices);
    m_notices->setAccessibleName(tr("Notifications"));
    m_notices->setToolTip(tr("Notifications"));
    m_notices->setQuiet(true);
    layout->addWidget(m_notices);
    layout->addWidget(add(Icon::Documents, tr("Documents"), Place::Documents));
    layout->addWidget(add(Icon::Search, tr("Search"), Place::Search));
    layout->addStretch();
    m_outbox = add(Icon::Outbox, tr("Outbox"), Place::Outbox);
    m_outbox->hide();
    layout->addWidget(m_outbox);
    layout->addWidget(add(Icon::Settings, tr("Settings"), Place::Settings));
    m_me = new FaceButton(context.theme, 36, this);
    m_me->setAccessibleName(tr("Menu of Parvis"));
    connect(m_me, &QAbstractButton::clicked, this, &Rail::menuWanted);
    layout->addSpacing(4);
    layout->addWidget(m_me, 0, Qt::AlignHCenter);
    connect(&context.companies, &Companies::changed, this, &Rail::showCompanies);
    showCompanies();
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (!m_meKnown && changes.scopes.contains(ScopeId::directory())) // before the first sync the name is not here
            readMe();
    });
    readMe();
}

void Rail::showCompanies()
{
    auto held = std::exchange(m_companyButtons, {});
    for (const Companies::Entry &entry : m_context.companies.entries()) {
        CompanyButton *button = held.take(entry.key);
        if (!button)
            button = new CompanyButton(m_context, entry.key, this);
        m_companies->insertWidget(int(m_companyButtons.size()), button, 0, Qt::AlignHCenter);
        m_companyButtons.insert(entry.key, button);
    }
    for (CompanyButton *button : std::as_const(held)) {
        button->hide();
        button->deleteLater(); // it may be the one that was clicked
    }
}

void Rail::readMe()
{
    const auto identity = m_context.backend.identity();
    if (!identity)
        return;
    if (!m_meKnown)
        m_me->show(identity->user, identity->person.uuid());
    base::deliver(m_context.backend.person(identity->person.toString()), this,
                  [this](const base::Result<std::optional<store::PersonCard>> &person) {
                      if (!person || !*person)
                          return;
                      m_meKnown = true;
                      m_me->show((*person)->fullName, (*person)->id.uuid());
                      m_me->setToolTip(tr("%1 · menu").arg((*person)->fullName).toHtmlEscaped());
                  });
}

RailButton *Rail::add(Icon icon, const QString &text, Place::Kind kind)
{
    auto *button = new RailButton(m_context.theme, icon, text, this);
    connect(button, &QAbstractButton::clicked, this, [this, kind] { m_context.navigator.go({.kind = kind}); });
    m_buttons.append({button, kind});
    return button;
}

void Rail::setPlace(const Place &place)
{
    Place::Kind kind = place.kind;
    if (kind == Place::Group || kind == Place::CompanyWall || kind == Place::GroupPage || kind == Place::Scheduled
        || kind == Place::Bookmarks)
        kind = Place::Groups;
    for (const auto &[button, own] : std::as_const(m_buttons))
        button->setCurrent(own == kind);
}

QAbstractButton *Rail::currentButton() const
{
    for (const auto &[button, kind] : m_buttons) {
        if (button->isCurrent() && button->isVisible())
            return button;
    }
    return m_buttons.first().first;
}

QPoint Rail::menuPosition() const
{
    return m_me->mapToGlobal(QPoint(m_me->width() + 4, m_me->height()));
}

void Rail::setWaiting(int pending, int rejected)
{
    m_outbox->setCount(pending + rejected);
    m_outbox->setVisible(pending + rejected > 0);
}

void Rail::setNotices(int unread)
{
    m_notices->setCount(unread);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.tokens().rail);
    painter.setPen(m_context.theme.tokens().line);
    const int edge = isRightToLeft() ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
}

} // namespace parvis::ui
