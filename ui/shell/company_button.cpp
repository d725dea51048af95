#include "ui/shell/company_button.h"

#include "ui/delegates/avatar.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace parvis::ui {

namespace {

constexpr qreal side = 40;

QString nameOf(const Companies::Entry &entry)
{
    return entry.name.isEmpty() ? QStringLiteral("Parvis") : entry.name;
}

} // namespace

CompanyButton::CompanyButton(const Context &context, const QString &key, QWidget *parent)
    : QAbstractButton(parent), m_context(context), m_key(key)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(sizeHint());
    connect(&context.companies, &Companies::changed, this, &CompanyButton::refresh);
    connect(this, &QAbstractButton::clicked, this, &CompanyButton::press);
    refresh();
}

const Companies::Entry *CompanyButton::entry() const
{
    for (const Companies::Entry &each : m_context.companies.entries()) {
        if (each.key == m_key)
            return &each;
    }
    return nullptr;
}

void CompanyButton::refresh()
{
    const Companies::Entry *mine = entry();
    if (!mine)
        return;
    setText(nameOf(*mine));
    setAccessibleName(nameOf(*mine));
    QStringList more;
    if (m_key == m_context.companies.current())
        more << tr("shown");
    if (mine->unread > 0)
        more << tr("%n unread", nullptr, mine->unread);
    if (mine->trouble)
        more << tr("needs your attention");
    setAccessibleDescription(more.join(QStringLiteral(", ")));
    setToolTip((QStringList(nameOf(*mine)) + more).join(QStringLiteral(" · ")).toHtmlEscaped());
    update();
}

void CompanyButton::press()
{
    if (m_key == m_context.companies.current())
        showMenu();
    else
        Q_EMIT m_context.companies.showWanted(m_key);
}

void CompanyButton::showMenu()
{
    QMenu menu(this);
    for (const Companies::Entry &each : m_context.companies.entries()) {
        QString name = nameOf(each);
        auto *action = menu.addAction(name.replace(u'&', QStringLiteral("&&")), this,
                                      [this, key = each.key] { Q_EMIT m_context.companies.showWanted(key); });
        action->setCheckable(true);
        action->setChecked(each.key == m_context.companies.current());
    }
    menu.addSeparator();
    menu.addAction(tr("Join another company…"), this, [this] { Q_EMIT m_context.companies.addWanted(); });
    menu.exec(mapToGlobal(QPoint(width(), 0)));
}

void CompanyButton::contextMenuEvent(QContextMenuEvent *)
{
    showMenu();
}

void CompanyButton::paintEvent(QPaintEvent *)
{
    const Companies::Entry *mine = entry();
    if (!mine)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_context.theme.tokens();
    const bool several = m_context.companies.entries().size() > 1;
    const bool current = m_key == m_context.companies.current();
    const QRectF square((width() - side) / 2, (height() - side) / 2, side, side);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(square.adjusted(-1, -1, 1, 1), 9, 9);
    }
    painter.setOpacity(!several || current || underMouse() ? 1 : 0.72);
    drawAvatar(painter, square.adjusted(2, 2, -2, -2), nameOf(*mine), mine->id, m_context.theme, false,
               QColor(mine->color));
    painter.setOpacity(1);
    painter.setPen(Qt::NoPen);
    if (several && current) {
        painter.setBrush(t.accent);
        painter.drawRoundedRect(QRectF(0, height() / 2.0 - 10, 3, 20), 1.5, 1.5);
    }
    if (!current && (mine->unread > 0 || mine->trouble)) {
        painter.setBrush(t.rail);
        painter.drawEllipse(square.topRight() + QPointF(-4, 5), 6.5, 6.5);
        painter.setBrush(mine->trouble ? t.wait : t.accent);
        painter.drawEllipse(square.topRight() + QPointF(-4, 5), 4.5, 4.5);
    }
}

} // namespace parvis::ui
