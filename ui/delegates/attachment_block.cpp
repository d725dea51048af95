#include "ui/delegates/attachment_block.h"

#include "text/file_kinds.h"
#include "text/file_names.h"
#include "ui/delegates/avatar.h"
#include "ui/pictures/picture_room.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace parvis::ui {

using store::AttachmentItem;

namespace {

constexpr qreal gap = 6;
constexpr qreal corner = 8;
constexpr qreal singleHeight = 320;
constexpr qreal singleShape = 0.6; // of its width, where the column is narrow
constexpr qreal cardWidth = 440;
constexpr qsizetype glanceAtPictures = 4;
constexpr qsizetype glanceAtFiles = 4;

QColor stateInk(const AttachmentItem &file, const Tokens &t)
{
    if (!file.why.isEmpty() || !file.missing.isEmpty())
        return t.bad;
    if (file.unsent || file.wanted)
        return t.wait;
    return file.here ? t.good : t.third;
}

} // namespace

bool isPicture(const AttachmentItem &file)
{
    return file.attachment.size <= mostPictureBytes && text::fileKind(file.attachment.name) == text::FileKind::Picture;
}

AttachmentBlock::AttachmentBlock(const QList<AttachmentItem> &files, QRectF room, bool all, const Theme &theme)
    : m_theme(theme), m_room(room)
{
    QList<qsizetype> pictures, others;
    for (qsizetype i = 0; i < files.size(); ++i)
        (isPicture(files[i]) ? pictures : others).append(i);
    gallery(pictures, files, all);
    cards(others, files, all);
    for (const Tile &tile : std::as_const(m_tiles))
        m_areas.append({tile.rect, files[tile.file].id});
    for (const Tile &card : std::as_const(m_cards))
        m_areas.append({card.rect, files[card.file].id});
    if (m_restCount > 0)
        m_areas.append({m_rest, {}});
}

AttachmentBlock::Tile AttachmentBlock::tileOf(const QRectF &rect, const QList<AttachmentItem> &files, qsizetype file,
                                              const QFont &font, qreal room) const
{
    const QString name = text::safeFileName(files[file].attachment.name);
    return {rect, file, QFontMetricsF(font).elidedText(name, Qt::ElideMiddle, room), text::fileEnding(name).toUpper(),
            text::fileKind(name) == text::FileKind::Program};
}

// One as wide as the text; two or three in a row; more of them in rows of two, or of three where all are shown.
void AttachmentBlock::gallery(const QList<qsizetype> &pictures, const QList<AttachmentItem> &files, bool all)
{
    const qsizetype count = pictures.size();
    if (count == 0)
        return;
    m_single = count == 1;
    const qreal width = m_room.width();
    const qsizetype shown = all ? count : std::min(count, glanceAtPictures);
    const qsizetype columns = shown <= 3 ? shown : all && shown > 4 ? 3 : 2;
    const qreal side = (width - gap * qreal(columns - 1)) / qreal(columns);
    const qreal height = std::round(m_single ? std::min(singleHeight, width * singleShape)
                                             : std::min(side * 0.75, columns == 2 ? 190.0 : 150.0));
    for (qsizetype i = 0; i < shown; ++i) {
        const QRectF rect(m_room.left() + (side + gap) * qreal(i % columns),
                          m_room.top() + (height + gap) * qreal(i / columns), side, height);
        m_tiles.append(tileOf(rect, files, pictures[i], m_theme.font(TextRole::Detail), side - 20));
        if (i == shown - 1 && shown < count)
            m_tiles.last().more = int(count - shown) + 1; // this one is under the number
        m_height = rect.bottom() - m_room.top();
    }
}

void AttachmentBlock::cards(const QList<qsizetype> &others, const QList<AttachmentItem> &files, bool all)
{
    const qsizetype shown = all || others.size() <= glanceAtFiles + 1 ? others.size() : glanceAtFiles;
    const qreal height = m_theme.px(52);
    for (qsizetype i = 0; i < shown; ++i) {
        const qreal y = m_room.top() + m_height + (m_height > 0 ? gap : 0);
        // A refusal is a whole sentence and takes the width that there is.
        const bool sentence = !files[others[i]].why.isEmpty() || !files[others[i]].missing.isEmpty();
        const qreal width = sentence ? m_room.width() : std::min(m_room.width(), qreal(m_theme.px(int(cardWidth))));
        m_cards.append(tileOf({m_room.left(), y, width, height}, files, others[i], m_theme.font(TextRole::ListBold),
                              width - m_theme.px(36) - 30));
        m_height = y + height - m_room.top();
    }
    m_restCount = int(others.size() - shown);
    if (m_restCount == 0)
        return;
    const qreal line = m_theme.px(26);
    const qreal wide = QFontMetricsF(m_theme.font(TextRole::List)).horizontalAdvance(words::moreFiles(m_restCount)) + 4;
    m_rest = {m_room.left(), m_room.top() + m_height + 2, std::min(wide, m_room.width()), line};
    m_height += line + 2;
}

void AttachmentBlock::draw(QPainter &painter, const QList<AttachmentItem> &files, qreal cardWidth,
                           PictureRoom *pictures, const QRectF &hovered) const
{
    for (const Tile &tile : m_tiles) {
        const QRectF rect = placed(tile.rect, cardWidth);
        drawTile(painter, tile, rect, files[tile.file], pictures, rect == hovered);
    }
    for (const Tile &card : m_cards) {
        const QRectF rect = placed(card.rect, cardWidth);
        drawCard(painter, card, rect, files[card.file], rect == hovered);
    }
    if (m_restCount > 0) {
        const QRectF rect = placed(m_rest, cardWidth);
        drawLine(painter, rect, words::moreFiles(m_restCount), m_theme.font(TextRole::List),
                 rect == hovered ? m_theme.tokens().ink : m_theme.tokens().accent);
    }
}

void AttachmentBlock::drawTile(QPainter &painter, const Tile &tile, const QRectF &rect, const AttachmentItem &file,
                               PictureRoom *pictures, bool hovered) const
{
    const Tokens &t = m_theme.tokens();
    QPainterPath frame;
    frame.addRoundedRect(rect, corner, corner);
    const qreal scale = painter.device()->devicePixelRatioF();
    QPixmap pixmap;
    if (pictures && file.here)
        pixmap = pictures->pixmap({file.id, (rect.size() * scale).toSize(), m_single ? Fit::Inside : Fit::Cover});
    painter.fillPath(frame, t.background);
    if (!pixmap.isNull()) {
        painter.save();
        painter.setClipPath(frame);
        const QSizeF size = QSizeF(pixmap.size()) / scale;
        const QRectF at(rect.center() - QPointF(size.width() / 2, size.height() / 2), size);
        painter.drawPixmap(QRectF(at.topLeft(), size), pixmap, QRectF(pixmap.rect()));
        painter.restore();
    }
    painter.setPen(QPen(hovered ? t.accent : t.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);

    const QString problem = pictures ? pictures->problem(file.id) : QString();
    const QString state = !problem.isEmpty() ? words::pictureProblem(problem) : words::fileState(file);
    if (tile.more > 0) {
        QColor veil = t.dark ? t.background : t.ink; // dark in either look
        veil.setAlphaF(0.65);
        painter.fillPath(frame, veil);
        drawLine(painter, rect, QStringLiteral("+%1").arg(tile.more), m_theme.font(TextRole::Title), t.dark ? t.ink : t.panel,
                 Qt::AlignHCenter);
    } else if (pixmap.isNull()) { // what it is, and where
        const qreal side = m_theme.px(24);
        const qreal line = m_theme.lineHeight(TextRole::Detail);
        const qreal top = rect.center().y() - (side + 4 + 2 * line) / 2;
        drawIcon(painter, Icon::Picture, {rect.center().x() - side / 2, top, side, side}, t.third);
        QRectF row(rect.left() + 10, top + side + 4, rect.width() - 20, line);
        const QFont &font = m_theme.font(TextRole::Detail);
        drawLine(painter, row, tile.name, font, t.second, Qt::AlignHCenter);
        if (!file.here || file.unsent || !problem.isEmpty())
            drawLine(painter, row.translated(0, line), state, font, problem.isEmpty() ? stateInk(file, t) : t.bad,
                     Qt::AlignHCenter);
    } else if (file.unsent) { // on a ground of its own, since the picture may have any colour
        const QFont &font = m_theme.font(TextRole::Badge);
        const qreal wide = std::min(QFontMetricsF(font).horizontalAdvance(state) + 16, rect.width() - 16);
        const qreal high = m_theme.px(22);
        const QRectF pill = placed({8, rect.height() - high - 8, wide, high}, rect.width()).translated(rect.topLeft());
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.panel);
        painter.drawRoundedRect(pill, high / 2, high / 2);
        drawLine(painter, pill.adjusted(8, 0, -8, 0), state, font, stateInk(file, t), Qt::AlignHCenter);
    }
}

void AttachmentBlock::drawCard(QPainter &painter, const Tile &card, const QRectF &rect, const AttachmentItem &file,
                               bool hovered) const
{
    const Tokens &t = m_theme.tokens();
    painter.setPen(QPen(hovered ? t.accent : t.line, 1));
    painter.setBrush(hovered ? t.wash : t.panel);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    const auto at = [&](const QRectF &inside) { return placed(inside, rect.width()).translated(rect.topLeft()); };

    const qreal side = m_theme.px(36);
    const QRectF sign = at({8, (rect.height() - side) / 2, side, side});
    painter.setPen(Qt::NoPen);
    painter.setBrush(card.program ? t.waitWash : hovered ? t.panel : t.background);
    painter.drawRoundedRect(sign, 6, 6);
    const QFont &badge = m_theme.font(TextRole::Badge);
    if (!card.ending.isEmpty() && QFontMetricsF(badge).horizontalAdvance(card.ending) <= side - 4) {
        drawLine(painter, sign, card.ending, badge, card.program ? t.wait : t.second, Qt::AlignHCenter);
    } else {
        const qreal icon = m_theme.px(20);
        drawIcon(painter, Icon::File, {sign.center() - QPointF(icon / 2, icon / 2), QSizeF(icon, icon)},
                 card.program ? t.wait : t.second);
    }

    const qreal left = side + 18;
    const qreal line = m_theme.lineHeight(TextRole::List);
    const qreal detail = m_theme.lineHeight(TextRole::Detail);
    const qreal top = (rect.height() - line - detail) / 2;
    const QFont &bold = m_theme.font(TextRole::ListBold);
    const qreal room = rect.width() - left - 12;
    drawLine(painter, at({left, top, room, line}), card.name, bold, hovered ? t.accent : t.ink);
    const QFont &small = m_theme.font(TextRole::Detail);
    const QString size = words::dataSize(file.attachment.size) + QStringLiteral(" · ");
    const qreal used = QFontMetricsF(small).horizontalAdvance(size);
    drawLine(painter, at({left, top + line, used + 2, detail}), size, small, t.third);
    drawLine(painter, at({left + used, top + line, room - used, detail}), words::fileState(file), small,
             stateInk(file, t));
}

} // namespace parvis::ui
