#pragma once

#include "ui/models/backend.h"
#include "ui/text/body_layout.h"
#include "ui/theme/icons.h"

namespace parvis::ui {

// What is under the mouse in a card.
struct CardHit {
    enum What { None, Author, Place, Link, Mention, Tag, Chip, AddReaction, Comments, Reply, More, Menu, State };
    What what = None;
    QString value; // the link's address, handle, tag or emoji
    QRectF rect;   // in the card's coordinates
};

// How an item stands in its list.
struct CardForm {
    enum Kind { Feed, Root, Comment };
    Kind kind = Feed;
    bool last = false; // of a thread: closes the frame
    bool showPlace = false;
    bool expanded = false;
    bool foldable = true;
    QString replyTo; // a comment that answers another: whose

    bool operator==(const CardForm &) const = default;
};

struct CardLook {
    CardHit hovered;
    bool underMouse = false;
    bool current = false; // with the focus ring
    base::Time now;
};

// One post or comment laid out at one width: made once, drawn often, dropped by the view's LRU. UI thread.
class CardLayout {
public:
    CardLayout(const store::FeedItem &item, const CardForm &form, qreal width, const Theme &theme);

    qreal height() const { return m_height; } // with the gap below
    qreal frameHeight() const { return m_frameHeight; }
    void draw(QPainter &painter, QPointF at, const store::FeedItem &item, const CardLook &look) const;
    CardHit hitAt(QPointF point) const;
    const QList<CardHit> &areas() const { return m_areas; }
    const CardHit *area(CardHit::What what) const;

    static constexpr qreal padding = 20;
    static constexpr qreal gap = 12;

private:
    struct Text {
        QRectF rect;
        QString text;
    };
    void header(const store::FeedItem &item);
    void body(const store::FeedItem &item);
    void footer(const store::FeedItem &item);
    void drawFrame(QPainter &painter, const CardLook &look) const;
    void drawHeader(QPainter &painter, const store::FeedItem &item, const CardLook &look) const;
    void drawFooter(QPainter &painter, const store::FeedItem &item, const CardLook &look) const;
    void drawSign(QPainter &painter, const CardHit &area, Icon sign, const CardLook &look) const;

    const Theme &m_theme;
    CardForm m_form;
    qreal m_width;
    qreal m_left = 0; // of the text
    QRectF m_avatar;
    QRectF m_name;
    QString m_subBefore; // job, place
    QRectF m_sub;
    std::unique_ptr<BodyLayout> m_body;
    QString m_blank;
    QPointF m_bodyAt;
    qreal m_bodyShown = 0;
    Text m_comments;
    QList<CardHit> m_areas;
    qreal m_frameHeight = 0;
    qreal m_height = 0;
};

} // namespace parvis::ui
