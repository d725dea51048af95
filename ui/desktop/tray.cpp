#include "ui/desktop/tray.h"

#include "ui/theme/icons.h"

#include <QIcon>
#include <QMenu>
#include <QPainter>

namespace parvis::ui {

QPixmap countedIcon(int size, int count)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawProgramSign(painter, QRectF(0, 0, size, size));
    if (count <= 0)
        return pixmap;
    painter.scale(size / 64.0, size / 64.0);
    const QRectF spot(26, 26, 38, 38);
    painter.setPen(QPen(Qt::white, 4));
    painter.setBrush(QColor("#c0392b"));
    painter.drawEllipse(spot.adjusted(2, 2, -2, -2));
    QFont font;
    font.setPixelSize(count > 9 ? 20 : 26);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(spot, Qt::AlignCenter, count > 9 ? QStringLiteral("9+") : QString::number(count));
    return pixmap;
}

Tray::Tray(QObject *parent) : m_menu(std::make_unique<QMenu>())
{
    setParent(parent);
    connect(m_menu.get(), &QMenu::aboutToShow, this, &Tray::fillMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openWanted();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (const QString key = std::exchange(m_shown, {}); !key.isEmpty())
            Q_EMIT opened(key);
    });
    tell();
}

Tray::~Tray() = default;

void Tray::appear()
{
    if (!isAvailable() || m_icon.isVisible())
        return;
    draw();
    m_icon.setContextMenu(m_menu.get());
    m_icon.show();
}

void Tray::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(tr("Open Parvis"), this, &Tray::openWanted);
    m_menu->addAction(m_unread > 0 ? tr("Notifications (%n unread)", nullptr, m_unread) : tr("Notifications"), this,
                      &Tray::noticesWanted);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &Tray::quitWanted);
}

void Tray::setUnread(int count)
{
    if (count == m_unread)
        return;
    m_unread = count;
    tell();
    if (m_icon.isVisible())
        draw();
}

void Tray::draw()
{
    m_icon.setIcon(QIcon(countedIcon(64, m_unread)));
}

void Tray::tell()
{
    m_icon.setToolTip(m_unread > 0 ? tr("Parvis: %n unread notification(s)", nullptr, m_unread)
                                   : QStringLiteral("Parvis"));
    fillMenu();
}

void Tray::show(const Message &message)
{
    if (!m_icon.isVisible())
        return;
    m_shown = message.key;
    m_icon.showMessage(message.title, message.body, programIcon());
}

// A balloon cannot be taken back: it only means nothing any more.
void Tray::withdraw(const QString &key)
{
    if (m_shown == key)
        m_shown.clear();
}

} // namespace parvis::ui
