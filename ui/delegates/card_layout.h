#pragma once

#include "ui/delegates/attachment_block.h"
#include "ui/delegates/comment_previews.h"
#include "ui/models/backend.h"
#include "ui/text/body_layout.h"
#include "ui/theme/icons.h"

namespace parvis::ui {

// What is under the mouse in a card.
struct CardHit {
    enum What {
        None,
        Author,
        Place,
        Link,
        Mention,
        Tag,
        Chip,
        AddReaction,
        Comments,
        Reply,
        More,
        Menu,
        State,
        Edited,
        Preview,
        File, // its value is the attachment
        MoreFiles
    };
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
    QString line;    // over the card: a line with this word

    bool operator==(const CardForm &) const = default;
};

struct CardLook {
    CardHit hovered;
    bool underMouse = false;
    bool current = false;     // with the focus ring
    bool highlighted = false; // what a link led to
    TextRange selection;
    int caret = -1; // a text position
    base::Time now;
    PictureRoom *pictures = nullptr; // none: they stay blank
};

// One post or comment laid out at one width: made once, drawn often, dropped by the view's LRU. UI thread.
class CardLayout {
public:
    CardLayout(const store::FeedItem &item, const CardForm &form, qreal width, const Theme &theme);

    qreal height() const { return m_height; }           // with the gap below
    qreal frameHeight() const { return m_frameHeight; } // without the line above
    qreal bandHeight() const { return m_band; }         // of that line
    void draw(QPainter &painter, QPointF at, const store::FeedItem &item, const CardLook &look) const;
    CardHit hitAt(QPointF point) const;
    const QList<CardHit> &areas() const { return m_areas; }
    const CardHit *area(CardHit::What what) const;
    const BodyLayout *body() const { return m_body.get(); } // nullptr: deleted
    void setFound(const text::Query &query)
    {
        if (m_body)
            m_body->setFound(query);
    }
    QPointF bodyOrigin() const { return m_bodyAt + QPointF(0, m_band); }
    qreal bodyShown() const { return m_bodyShown; }

    static constexpr qreal padding = 20;
    static constexpr qreal gap = 12;

private:
    struct Text {
        QRectF rect;
        QString text;
    };
    void header(const store::FeedItem &item);
    void body(const store::FeedItem &item);
    void files(const store::FeedItem &item);
    void footer(const store::FeedItem &item);
    void drawBand(QPainter &painter) const;
    void drawFrame(QPainter &painter, const CardLook &look) const;
    void drawHeader(QPainter &painter, const store::FeedItem &item, const CardLook &look) const;
    void drawFooter(QPainter &painter, const store::FeedItem &item, const CardLook &look) const;
    void drawSign(QPainter &painter, const CardHit &area, Icon sign, const CardLook &look) const;

    const Theme &m_theme;
    CardForm m_form;
    qreal m_width;
    qreal m_band = 0;
    qreal m_left = 0; // of the text
    QRectF m_avatar;
    QRectF m_name;
    QString m_subBefore; // job, place
    QRectF m_sub;
    std::unique_ptr<BodyLayout> m_body;
    QString m_blank;
    QPointF m_bodyAt;
    qreal m_bodyShown = 0;
    std::unique_ptr<AttachmentBlock> m_files; // nullptr: none
    qreal m_filesEnd = 0;
    mutable QRectF m_edited; // where the mark was last drawn: it follows a time that changes
    Text m_comments;
    std::unique_ptr<CommentPreviews> m_previews;
    QList<CardHit> m_areas;
    qreal m_frameHeight = 0;
    qreal m_height = 0;
};

} // namespace parvis::ui
