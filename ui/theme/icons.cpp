#include "ui/theme/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainterPath>
#include <QPixmap>

namespace parvis::ui {

namespace {

// In a square of 20 units.
QPainterPath pathOf(Icon icon)
{
    QPainterPath path;
    auto line = [&path](qreal x1, qreal y1, qreal x2, qreal y2) {
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
    };
    switch (icon) {
    case Icon::Feed:
        line(3.5, 5.5, 16.5, 5.5);
        line(3.5, 10, 16.5, 10);
        line(3.5, 14.5, 11.5, 14.5);
        break;
    case Icon::Groups:
        path.addEllipse(QPointF(7.6, 6.8), 2.9, 2.9);
        path.moveTo(2.4, 16.4);
        path.cubicTo(2.4, 10.9, 12.8, 10.9, 12.8, 16.4);
        path.moveTo(12.6, 4.2);
        path.cubicTo(15.8, 4.4, 15.8, 9.2, 12.6, 9.5);
        path.moveTo(14.4, 12.2);
        path.cubicTo(16.6, 12.8, 17.6, 14.2, 17.6, 16.4);
        break;
    case Icon::Documents: // two sheets, one behind the other
        path.moveTo(6, 5);
        path.lineTo(6, 2.8);
        path.lineTo(13, 2.8);
        path.lineTo(16.6, 6.4);
        path.lineTo(16.6, 14.4);
        path.lineTo(14.2, 14.4);
        path.addRoundedRect(QRectF(3.4, 5.4, 10.4, 11.8), 1.2, 1.2);
        line(6, 9, 11.2, 9);
        line(6, 12.4, 11.2, 12.4);
        break;
    case Icon::Folder:
        path.moveTo(2.6, 15.6);
        path.lineTo(2.6, 4.6);
        path.lineTo(7.8, 4.6);
        path.lineTo(9.6, 6.8);
        path.lineTo(17.4, 6.8);
        path.lineTo(17.4, 15.6);
        path.closeSubpath();
        break;
    case Icon::Search:
        path.addEllipse(QPointF(8.7, 8.7), 5.2, 5.2);
        line(12.6, 12.6, 17, 17);
        break;
    case Icon::Outbox:
        path.moveTo(2.8, 11.5);
        path.lineTo(5.4, 4.2);
        path.lineTo(14.6, 4.2);
        path.lineTo(17.2, 11.5);
        path.lineTo(17.2, 16);
        path.lineTo(2.8, 16);
        path.lineTo(2.8, 11.5);
        path.lineTo(7, 11.5);
        path.cubicTo(7.4, 14, 12.6, 14, 13, 11.5);
        path.lineTo(17.2, 11.5);
        break;
    case Icon::Settings:
        line(3, 6, 17, 6);
        line(3, 14, 17, 14);
        path.addEllipse(QPointF(7, 6), 2, 2);
        path.addEllipse(QPointF(13, 14), 2, 2);
        break;
    case Icon::Back:
        path.moveTo(11.8, 4.5);
        path.lineTo(6.2, 10);
        path.lineTo(11.8, 15.5);
        break;
    case Icon::More:
        for (const qreal x : {4.5, 10.0, 15.5})
            path.addEllipse(QPointF(x, 10), 0.9, 0.9);
        break;
    case Icon::Plus:
        line(10, 4, 10, 16);
        line(4, 10, 16, 10);
        break;
    case Icon::Smile:
        path.addEllipse(QPointF(10, 10), 7, 7);
        path.addEllipse(QPointF(7.6, 8), 0.5, 0.5);
        path.addEllipse(QPointF(12.4, 8), 0.5, 0.5);
        path.moveTo(6.6, 11.8);
        path.cubicTo(7.6, 14.6, 12.4, 14.6, 13.4, 11.8);
        break;
    case Icon::Reply:
        path.moveTo(8, 4.5);
        path.lineTo(3.5, 9);
        path.lineTo(8, 13.5);
        path.moveTo(3.5, 9);
        path.lineTo(12, 9);
        path.cubicTo(15.5, 9, 16.5, 11.5, 16.5, 15.5);
        break;
    case Icon::Bell:
        path.moveTo(3.6, 14);
        path.cubicTo(5.4, 12.4, 5.2, 10.4, 5.4, 8.2);
        path.cubicTo(5.7, 5.2, 7.6, 3.4, 10, 3.4);
        path.cubicTo(12.4, 3.4, 14.3, 5.2, 14.6, 8.2);
        path.cubicTo(14.8, 10.4, 14.6, 12.4, 16.4, 14);
        path.closeSubpath();
        path.moveTo(8, 16.4);
        path.cubicTo(8.8, 17.4, 11.2, 17.4, 12, 16.4);
        break;
    case Icon::Action:
        path.moveTo(7.5, 4.5);
        path.lineTo(13.5, 10);
        path.lineTo(7.5, 15.5);
        break;
    case Icon::Close:
        line(5, 5, 15, 15);
        line(15, 5, 5, 15);
        break;
    case Icon::Folded:
        path.moveTo(7.5, 4);
        path.lineTo(13.5, 10);
        path.lineTo(7.5, 16);
        break;
    case Icon::Unfolded:
        path.moveTo(4, 7.5);
        path.lineTo(10, 13.5);
        path.lineTo(16, 7.5);
        break;
    case Icon::Muted: // a bell, crossed out
        path.moveTo(4, 14.5);
        path.lineTo(16, 14.5);
        path.cubicTo(14, 12.5, 15, 10, 14.4, 8);
        path.cubicTo(13.4, 3.2, 6.6, 3.2, 5.6, 8);
        path.cubicTo(5, 10, 6, 12.5, 4, 14.5);
        line(8.6, 17, 11.4, 17);
        line(3.5, 3.5, 16.5, 16.5);
        break;
    case Icon::Clock:
        path.addEllipse(QPointF(10, 10), 7, 7);
        path.moveTo(10, 5.8);
        path.lineTo(10, 10);
        path.lineTo(13, 12);
        break;
    case Icon::Bookmark:
        path.moveTo(5.5, 3.5);
        path.lineTo(14.5, 3.5);
        path.lineTo(14.5, 16.5);
        path.lineTo(10, 12.8);
        path.lineTo(5.5, 16.5);
        path.closeSubpath();
        break;
    case Icon::Letters:
        path.moveTo(2.5, 15.5);
        path.lineTo(7, 4.5);
        path.lineTo(11.5, 15.5);
        line(4.2, 11.8, 9.8, 11.8);
        path.addEllipse(QPointF(14.9, 12.6), 2.5, 2.9);
        line(17.4, 9.7, 17.4, 15.5);
        break;
    case Icon::Pencil:
        path.moveTo(4, 16);
        path.lineTo(4.8, 12.4);
        path.lineTo(13.4, 3.8);
        path.lineTo(16.2, 6.6);
        path.lineTo(7.6, 15.2);
        path.closeSubpath();
        line(11.6, 5.6, 14.4, 8.4);
        break;
    case Icon::Eye:
        path.moveTo(2, 10);
        path.cubicTo(6, 3.6, 14, 3.6, 18, 10);
        path.cubicTo(14, 16.4, 6, 16.4, 2, 10);
        path.addEllipse(QPointF(10, 10), 2.4, 2.4);
        break;
    case Icon::Clip: // one bent wire
        path.moveTo(6.4, 10.6);
        path.lineTo(11.4, 5.6);
        path.cubicTo(12.8, 4.2, 15.4, 6.6, 13.9, 8.2);
        path.lineTo(8.2, 13.9);
        path.cubicTo(5.4, 16.7, 1, 12.4, 3.8, 9.4);
        path.lineTo(9.2, 4);
        path.cubicTo(13.4, 0.2, 19.6, 6.2, 15.7, 10.4);
        path.lineTo(10.4, 15.7);
        break;
    case Icon::Picture:
        path.addRoundedRect(QRectF(2.6, 4, 14.8, 12), 1.5, 1.5);
        path.addEllipse(QPointF(6.6, 7.8), 1.3, 1.3);
        path.moveTo(3.4, 15);
        path.lineTo(9, 9.8);
        path.lineTo(12, 12.6);
        path.lineTo(13.8, 11);
        path.lineTo(17, 14);
        break;
    case Icon::File:
        path.moveTo(11.6, 2.6);
        path.lineTo(4.6, 2.6);
        path.lineTo(4.6, 17.4);
        path.lineTo(15.4, 17.4);
        path.lineTo(15.4, 6.4);
        path.lineTo(11.6, 2.6);
        path.lineTo(11.6, 6.4);
        path.lineTo(15.4, 6.4);
        break;
    case Icon::Minus: line(4, 10, 16, 10); break;
    case Icon::Forward:
        path.moveTo(8.2, 4.5);
        path.lineTo(13.8, 10);
        path.lineTo(8.2, 15.5);
        break;
    case Icon::Save: // down, into a tray
        line(10, 3, 10, 12.4);
        path.moveTo(6.2, 8.8);
        path.lineTo(10, 12.6);
        path.lineTo(13.8, 8.8);
        path.moveTo(3.4, 13);
        path.lineTo(3.4, 16.8);
        path.lineTo(16.6, 16.8);
        path.lineTo(16.6, 13);
        break;
    case Icon::Wall:
        path.addRoundedRect(QRectF(3, 4.5, 14, 11), 1.5, 1.5);
        line(3, 10, 17, 10);
        line(10, 4.5, 10, 10);
        line(6.5, 10, 6.5, 15.5);
        line(13.5, 10, 13.5, 15.5);
        break;
    }
    return path;
}

bool pointsSomewhere(Icon icon)
{
    return icon == Icon::Feed || icon == Icon::Back || icon == Icon::Forward || icon == Icon::Reply;
}

// What a QIcon shows, made anew for each size and scale.
class DrawnIcon : public QIconEngine {
public:
    using Draw = std::function<void(QPainter &, const QRectF &, QIcon::Mode)>;
    explicit DrawnIcon(Draw draw) : m_draw(std::move(draw)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        m_draw(*painter, rect, mode);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        m_draw(painter, QRectF(QPointF(), QSizeF(size)), mode);
        return pixmap;
    }
    QIconEngine *clone() const override { return new DrawnIcon(m_draw); }

private:
    Draw m_draw;
};

} // namespace

void drawIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 20, rect.height() / 20);
    if (QGuiApplication::isRightToLeft() && pointsSomewhere(icon)) {
        painter.translate(20, 0);
        painter.scale(-1, 1);
    }
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(icon));
    painter.restore();
}

QIcon makeIcon(Icon icon, std::function<QColor()> color)
{
    return QIcon(new DrawnIcon([icon, color = std::move(color)](QPainter &painter, const QRectF &rect, QIcon::Mode) {
        drawIcon(painter, icon, rect, color());
    }));
}

QIcon makeIcon(Icon icon, const Theme &theme, QColor Tokens::*color)
{
    return makeIcon(icon, [&theme, color] { return theme.tokens().*color; });
}

void drawProgramSign(QPainter &painter, const QRectF &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 64.0, rect.height() / 64.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor("#2f5bd0"));
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 14, 14);
    // An open square with two doors: the place before a building, and a P.
    painter.setPen(QPen(Qt::white, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    path.moveTo(22, 50);
    path.lineTo(22, 16);
    path.lineTo(34, 16);
    path.cubicTo(48, 16, 48, 38, 34, 38);
    path.lineTo(30, 38);
    painter.drawPath(path);
    painter.restore();
}

QIcon programIcon()
{
    return QIcon(
        new DrawnIcon([](QPainter &painter, const QRectF &rect, QIcon::Mode) { drawProgramSign(painter, rect); }));
}

} // namespace parvis::ui
