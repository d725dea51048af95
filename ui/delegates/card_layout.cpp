#include "ui/delegates/card_layout.h"

#include "text/cut.h"
#include "text/markdown.h"
#include "ui/delegates/avatar.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>

#include <cmath>

namespace parvis::ui {

using store::FeedItem;

namespace {

struct Card {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

constexpr qreal foldAbove = 420;        // a body higher than this is folded …
constexpr qreal foldedHeight = 276;     // … to about this
constexpr qsizetype foldedUnits = 4000; // more is not even parsed for a folded one

} // namespace

CardLayout::CardLayout(const FeedItem &item, const CardForm &form, qreal width, const Theme &theme)
    : m_theme(theme), m_form(form), m_width(width)
{
    header(item);
    body(item);
    if (!item.attachments.isEmpty())
        files(item);
    footer(item);
    m_band = form.line.isEmpty() ? 0 : theme.px(form.kind == CardForm::Feed ? 28 : 32);
    m_height = m_band + m_frameHeight + (form.kind == CardForm::Feed || form.last ? gap : 0);
    // Reckoned from the left, all of it; the body stands in its own direction.
    if (QGuiApplication::isRightToLeft()) {
        m_bodyAt.setX(padding);
        for (CardHit &area : m_areas)
            area.rect = placed(area.rect, m_width);
    }
}

void CardLayout::header(const FeedItem &item)
{
    const bool comment = m_form.kind == CardForm::Comment;
    const qreal side = m_theme.px(comment ? 28 : 36);
    const qreal top = comment ? 8 : 17;
    m_avatar = {padding, top, side, side};
    const qreal textLeft = m_avatar.right() + 10;
    m_left = comment ? textLeft : padding;
    const QFontMetricsF bold(m_theme.font(TextRole::ListBold));
    const qreal line = m_theme.lineHeight(TextRole::List);
    m_name = {textLeft, comment ? top - 4 : top, bold.horizontalAdvance(item.author.fullName) + 1, line};
    m_name.setRight(std::min(m_name.right(), m_width - padding - 90));
    m_areas.append({CardHit::Author, item.author.handle, m_name.adjusted(0, -2, 0, 2)});
    m_areas.append({CardHit::Author, item.author.handle, m_avatar});

    if (!comment) {
        m_sub = {textLeft, m_name.bottom() - 1, m_width - padding - textLeft,
                 qreal(m_theme.lineHeight(TextRole::Detail))};
        m_subBefore = words::title(item.author);
        if (m_form.showPlace) {
            const QFontMetricsF detail(m_theme.font(TextRole::Detail));
            const QString place = words::placeTitle(item.place);
            if (!m_subBefore.isEmpty())
                m_subBefore += QStringLiteral(" · ");
            const qreal from = m_sub.left() + detail.horizontalAdvance(m_subBefore);
            m_areas.append({CardHit::Place, {}, {from, m_sub.top(), detail.horizontalAdvance(place), m_sub.height()}});
            m_subBefore += place;
        }
    } else if (!m_form.replyTo.isEmpty()) {
        m_subBefore = Card::tr("to %1").arg(m_form.replyTo);
    }

    qreal right = m_width - padding + 6;
    auto action = [&](CardHit::What what) {
        right -= 26;
        m_areas.append({what, {}, {right, m_name.top() - 3, 26, 26}});
    };
    action(CardHit::Menu);
    if (comment && !item.blank) {
        action(CardHit::Reply);
        action(CardHit::AddReaction);
    }
}

void CardLayout::body(const FeedItem &item)
{
    const qreal width = m_width - m_left - padding;
    const qreal top =
        m_form.kind == CardForm::Comment ? m_name.bottom() + 1 : std::max(m_sub.bottom(), m_avatar.bottom()) + 9;
    m_bodyAt = {m_left, top};
    if (item.blank) {
        m_blank = Card::tr("This was deleted.");
        m_bodyShown = m_theme.lineHeight(TextRole::Reading);
        return;
    }
    const bool mayFold = m_form.foldable && !m_form.expanded;
    const bool cut = mayFold && item.body.size() > 2 * foldedUnits;
    const QString source = cut ? item.body.left(text::safeCut(item.body, foldedUnits)) : item.body;
    m_body = std::make_unique<BodyLayout>(text::parseMarkdown(source), width, m_theme);
    m_bodyShown = m_body->height();
    const bool folded = mayFold && (cut || m_body->height() > m_theme.px(int(foldAbove)));
    if (folded)
        m_bodyShown = m_body->cutAt(std::min<qreal>(m_theme.px(int(foldedHeight)), m_body->height()));
    const bool unfolded = m_form.foldable && m_form.expanded && m_body->height() > m_theme.px(int(foldAbove));
    if (folded || unfolded) {
        const QString label = folded ? Card::tr("Show more") : Card::tr("Show less");
        const QFontMetricsF metrics(m_theme.font(TextRole::List));
        m_areas.append(
            {CardHit::More, label, {m_left, top + m_bodyShown + 2, metrics.horizontalAdvance(label) + 4, 24}});
    }
}

void CardLayout::files(const FeedItem &item)
{
    const qreal top = m_bodyAt.y() + m_bodyShown + (area(CardHit::More) ? 26 : 0) + (m_bodyShown > 0 ? 10 : 2);
    m_files = std::make_unique<AttachmentBlock>(item.attachments,
                                                QRectF(m_left, top, m_width - m_left - padding, 0),
                                                m_form.kind != CardForm::Feed, m_theme);
    for (const AttachmentBlock::Area &each : m_files->areas()) {
        const bool more = each.file.isNull();
        m_areas.append({more ? CardHit::MoreFiles : CardHit::File, more ? QString() : each.file.toString(), each.rect});
    }
    m_filesEnd = top + m_files->height();
}

void CardLayout::footer(const FeedItem &item)
{
    qreal y = m_files ? m_filesEnd : m_bodyAt.y() + m_bodyShown + (area(CardHit::More) ? 26 : 0);
    const bool comment = m_form.kind == CardForm::Comment;
    const QFontMetricsF detail(m_theme.font(TextRole::Detail));
    qreal x = m_left;
    const qreal chip = m_theme.px(26);
    if (!comment || !item.reactions.isEmpty())
        y += comment ? 6 : 12;
    for (const auto &reaction : item.reactions) {
        const qreal width = m_theme.px(34) + detail.horizontalAdvance(QString::number(reaction.count));
        if (x > m_left && x + width > m_width - padding) {
            x = m_left;
            y += chip + 6;
        }
        m_areas.append({CardHit::Chip, reaction.emoji, {x, y, width, chip}});
        x += width + 6;
    }
    if (!comment && !item.blank) {
        const qreal width = m_theme.px(34);
        m_areas.append({CardHit::AddReaction, {}, {x, y, width, chip}});
        x += width + 8;
    }
    if (m_form.kind == CardForm::Feed) {
        m_comments.text = item.comments > 0                   ? words::comments(item.comments, item.commenters)
                          : item.kind == model::Kind::Comment ? Card::tr("Open the thread")
                                                              : Card::tr("Comment");
        const QFontMetricsF list(m_theme.font(TextRole::List));
        const qreal width = std::min(list.horizontalAdvance(m_comments.text) + 4, m_width - padding - x);
        if (width < std::min(120.0, list.horizontalAdvance(m_comments.text)) && x > m_left) {
            x = m_left;
            y += chip + 6;
        }
        m_comments.rect = {x, y, std::min(list.horizontalAdvance(m_comments.text) + 4, m_width - padding - x), chip};
        m_areas.append({CardHit::Comments, {}, m_comments.rect});
    }
    const bool row = !comment || !item.reactions.isEmpty();
    if (m_form.kind == CardForm::Feed && !item.latest.isEmpty()) {
        m_previews =
            std::make_unique<CommentPreviews>(item.latest, m_left, y + chip + 12, m_width - m_left - padding, m_theme);
        for (int i = 0; i < m_previews->count(); ++i)
            m_areas.append({CardHit::Preview, m_previews->id(i).toString(), m_previews->rect(i)});
        y += 12 + m_previews->height();
    }
    m_frameHeight = y + (row ? chip : 0) + (comment ? (m_form.last ? 14 : 6) : m_form.kind == CardForm::Root ? 14 : 16);
}

const CardHit *CardLayout::area(CardHit::What what) const
{
    for (const CardHit &area : m_areas) {
        if (area.what == what)
            return &area;
    }
    return nullptr;
}

CardHit CardLayout::hitAt(QPointF point) const
{
    point.ry() -= m_band;
    for (const CardHit &area : m_areas) {
        if (area.rect.contains(point))
            return area;
    }
    if (m_edited.contains(point))
        return {CardHit::Edited, {}, m_edited};
    const QPointF inBody = point - m_bodyAt;
    if (m_body && inBody.y() >= 0 && inBody.y() < m_bodyShown) {
        if (const LinkSpan *link = m_body->linkAt(inBody)) {
            const auto what = link->kind == LinkSpan::Mention ? CardHit::Mention
                              : link->kind == LinkSpan::Tag   ? CardHit::Tag
                                                              : CardHit::Link;
            return {what, link->href, {point - QPointF(4, 10), QSizeF(8, 20)}};
        }
    }
    return {};
}

void CardLayout::drawBand(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool inThread = m_form.kind != CardForm::Feed;
    QRectF band(0, 0, m_width, m_band - (inThread ? 0 : gap - 4));
    if (inThread) {
        painter.fillRect(band, t.panel);
        painter.fillRect(QRectF(0, 0, 1, m_band), t.line);
        painter.fillRect(QRectF(m_width - 1, 0, 1, m_band), t.line);
        band.adjust(padding, 0, -padding, 0);
    }
    const QFont &font = m_theme.font(TextRole::Badge);
    const qreal text = std::min(QFontMetricsF(font).horizontalAdvance(m_form.line), band.width() - 40);
    const QRectF word(band.center().x() - text / 2, band.top(), text + 1, band.height());
    drawLine(painter, word, m_form.line, font, t.accent, Qt::AlignHCenter);
    const qreal y = std::floor(band.center().y());
    painter.fillRect(QRectF(band.left(), y, word.left() - 12 - band.left(), 1), t.accent);
    painter.fillRect(QRectF(word.right() + 12, y, band.right() - word.right() - 12, 1), t.accent);
}

void CardLayout::drawFrame(QPainter &painter, const CardLook &look) const
{
    const Tokens &t = m_theme.tokens();
    QRectF frame(0.5, 0.5, m_width - 1, m_frameHeight - 1);
    painter.save();
    const qreal above = m_form.kind == CardForm::Comment ? 0 : 3;
    const qreal below = m_form.kind == CardForm::Feed || m_form.last ? 3 : 0;
    painter.setClipRect(QRectF(-3, -above, m_width + 6, above + m_frameHeight + below));
    if (m_form.kind == CardForm::Root && !m_form.last)
        frame.setBottom(frame.bottom() + 20);
    if (m_form.kind == CardForm::Comment) {
        frame.setTop(-20);
        if (!m_form.last)
            frame.setBottom(frame.bottom() + 20);
    }
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(look.highlighted ? t.wash : t.panel);
    painter.drawRoundedRect(frame, 10, 10);
    painter.restore();
    if (!look.current)
        return;
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(Qt::NoBrush);
    if (m_form.kind == CardForm::Feed)
        painter.drawRoundedRect(QRectF(0, 0, m_width, m_frameHeight), 10, 10);
    else
        painter.drawRoundedRect(QRectF(6, 3, m_width - 12, m_frameHeight - 6), 8, 8);
}

void CardLayout::drawSign(QPainter &painter, const CardHit &area, Icon sign, const CardLook &look) const
{
    const Tokens &t = m_theme.tokens();
    const bool hovered = look.hovered.what == area.what && look.hovered.rect == area.rect;
    if (hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.wash);
        painter.drawRoundedRect(area.rect.adjusted(1, 1, -1, -1), 6, 6);
    }
    const qreal side = m_theme.px(16);
    const QRectF square(area.rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    drawIcon(painter, sign, square, hovered ? t.accent : t.third);
}

void CardLayout::drawHeader(QPainter &painter, const FeedItem &item, const CardLook &look) const
{
    const Tokens &t = m_theme.tokens();
    const bool comment = m_form.kind == CardForm::Comment;
    auto at = [this](const QRectF &rect) { return placed(rect, m_width); };
    drawAvatar(painter, at(m_avatar), item.author.fullName, item.author.id.uuid(), m_theme, true);
    const bool hovered = look.hovered.what == CardHit::Author;
    drawLine(painter, at(m_name), item.author.fullName, m_theme.font(TextRole::ListBold), hovered ? t.accent : t.ink);
    const qreal right = m_width - padding - (comment ? 80 : 30);
    qreal x = m_name.right() + 6;
    const qreal badgeTop = m_name.center().y() - m_theme.lineHeight(TextRole::Badge) / 2.0;

    const QString time = words::relativeTime(item.createdAt, look.now);
    const QString when = m_subBefore.isEmpty() ? time : m_subBefore + QStringLiteral(" · ") + time;
    const QRectF line = comment ? QRectF(x, m_name.top() + 1, right - x, m_name.height()) : m_sub;
    const QColor &ink = comment ? t.third : t.second;
    const QFont &detail = m_theme.font(TextRole::Detail);
    const QString whole = item.editedAt.isNull() ? when : when + QStringLiteral(" · ") + Card::tr("edited");
    const qreal used = drawLine(painter, at(line), whole, detail, ink);
    m_edited = {};
    if (!item.versions.isEmpty() && !item.editedAt.isNull() && used < line.width()) {
        const qreal from = QFontMetricsF(detail).horizontalAdvance(when + QStringLiteral(" · "));
        m_edited = at({line.left() + from, line.top(), used - from, line.height()});
        painter.setPen(look.hovered.what == CardHit::Edited ? t.accent : t.line);
        painter.drawLine(m_edited.bottomLeft() - QPointF(0, 2), m_edited.bottomRight() - QPointF(0, 2));
    }
    if (comment) {
        x += 6 + used;
    } else {
        if (const CardHit *place = area(CardHit::Place); place && look.hovered.what == CardHit::Place) {
            painter.setPen(t.accent);
            painter.drawLine(place->rect.bottomLeft(), place->rect.bottomRight());
        }
    }
    if (item.unread && item.state == store::ItemState::Acked) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawEllipse(at({x - 0.5, m_name.center().y() - 3.5, 7, 7}));
        x += 14;
    }
    if (item.bookmarked) {
        const qreal side = m_theme.px(14);
        drawIcon(painter, Icon::Bookmark, at({x - 1, m_name.center().y() - side / 2, side, side}), t.accent);
        x += side + 6;
    }
    if (item.pinned)
        x += 6 + drawBadge(painter, {x, badgeTop}, Card::tr("Pinned"), m_theme, t.accent, t.wash, m_width);
    const QRectF rest = at({x, m_name.top(), right - x, m_name.height()});
    const QString waiting = m_files ? words::filesWaiting(item.attachments) : QString();
    if (item.state == store::ItemState::Pending)
        drawLine(painter, rest, Card::tr("waiting to be sent"), m_theme.font(TextRole::Detail), t.wait);
    else if (item.state == store::ItemState::Rejected)
        drawLine(painter, rest, QStringLiteral("⚠ ") + Card::tr("not sent: %1").arg(words::refusal(item.why)),
                 m_theme.font(TextRole::Detail), t.bad);
    else if (!waiting.isEmpty())
        drawLine(painter, rest, waiting, m_theme.font(TextRole::Detail),
                 waiting.startsWith(u'⚠') ? t.bad : t.wait);

    if (!look.underMouse && !look.current)
        return;
    for (const CardHit &area : m_areas) {
        if (area.what == CardHit::Menu)
            drawSign(painter, area, Icon::More, look);
        else if (area.what == CardHit::Reply)
            drawSign(painter, area, Icon::Reply, look);
        else if (area.what == CardHit::AddReaction && comment)
            drawSign(painter, area, Icon::Smile, look);
    }
}

void CardLayout::drawFooter(QPainter &painter, const FeedItem &item, const CardLook &look) const
{
    const Tokens &t = m_theme.tokens();
    qsizetype reaction = 0;
    for (const CardHit &area : m_areas) {
        const bool hovered = look.hovered.what == area.what && look.hovered.rect == area.rect;
        if (area.what == CardHit::Chip || (area.what == CardHit::AddReaction && m_form.kind != CardForm::Comment)) {
            const bool chip = area.what == CardHit::Chip;
            const bool mine = chip && item.reactions.value(reaction).mine;
            painter.setPen(QPen(mine || hovered ? t.accent : t.line, 1));
            painter.setBrush(mine ? t.wash : t.background);
            const QRectF rect = area.rect.adjusted(0.5, 0.5, -0.5, -0.5);
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
            if (!chip) {
                const qreal side = m_theme.px(16);
                drawIcon(painter, Icon::Smile, QRectF(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side)),
                         hovered ? t.accent : t.second);
                continue;
            }
            QFont emoji = m_theme.font(TextRole::List);
            emoji.setFamilies({m_theme.emojiFamily()});
            emoji.setPixelSize(m_theme.px(13));
            drawLine(
                painter,
                placed({8, rect.top(), qreal(m_theme.px(20)), rect.height()}, rect.width()).translated(rect.left(), 0),
                area.value, emoji, t.ink);
            drawLine(painter, rect.adjusted(9, 0, -9, 0), QString::number(item.reactions.value(reaction).count),
                     m_theme.font(TextRole::Detail), mine ? t.accent : t.second, Qt::AlignRight);
            ++reaction;
        } else if (area.what == CardHit::Comments) {
            drawLine(painter, placed(m_comments.rect, m_width), m_comments.text, m_theme.font(TextRole::List),
                     hovered ? t.accent : t.second);
        } else if (area.what == CardHit::More) {
            drawLine(painter, area.rect, area.value, m_theme.font(TextRole::List), t.accent);
        }
    }
    if (m_previews)
        m_previews->draw(painter, look.now,
                         look.hovered.what == CardHit::Preview ? placed(look.hovered.rect, m_width) : QRectF());
    if (m_form.kind == CardForm::Root && !m_form.last)
        painter.fillRect(QRectF(padding, m_frameHeight - 1, m_width - 2 * padding, 1), t.line);
}

void CardLayout::draw(QPainter &painter, QPointF at, const FeedItem &item, const CardLook &look) const
{
    painter.save();
    painter.translate(at);
    if (m_band > 0) {
        drawBand(painter);
        painter.translate(0, m_band);
    }
    drawFrame(painter, look);
    drawHeader(painter, item, look);
    if (m_body)
        m_body->draw(painter, m_bodyAt, m_bodyShown, look.selection);
    else
        drawLine(painter, {m_bodyAt, QSizeF(m_width - m_left - padding, m_bodyShown)}, m_blank,
                 m_theme.font(TextRole::Reading), m_theme.tokens().third);
    if (m_files)
        m_files->draw(painter, item.attachments, m_width, look.pictures,
                      look.hovered.what == CardHit::File || look.hovered.what == CardHit::MoreFiles ? look.hovered.rect
                                                                                                    : QRectF());
    if (m_body && look.caret >= 0) {
        const QRectF caret = m_body->caretRect(look.caret).translated(m_bodyAt);
        painter.fillRect(QRectF(std::round(caret.x()) - 1, caret.y(), 2, caret.height()), m_theme.tokens().accent);
    }
    drawFooter(painter, item, look);
    painter.restore();
}

} // namespace parvis::ui
