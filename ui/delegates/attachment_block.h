#pragma once

#include "store/reader.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace parvis::ui {

class PictureRoom;

// The files of a post or comment as they stand below its text: pictures as a gallery, others as cards. Its height follows from the
// rows alone, so nothing moves when a picture comes. Laid out once; UI thread.
class AttachmentBlock {
public:
    // `all`: without it, no more than a glance at many of them.
    AttachmentBlock(const QList<store::AttachmentItem> &files, QRectF room, bool all, const Theme &theme);

    struct Area {
        QRectF rect;
        model::Uuid file; // null: there are more of them
    };
    const QList<Area> &areas() const { return m_areas; } // reckoned from the left
    qreal height() const { return m_height; }
    // In a card of that width, where they are mirrored if one reads from the right. Without a room pictures stay blank.
    void draw(QPainter &painter, const QList<store::AttachmentItem> &files, qreal cardWidth, PictureRoom *pictures,
              const QRectF &hovered) const;

    static constexpr qint64 fetchedWhenSeen = qint64(2) << 20; // pictures up to this size

private:
    struct Tile {
        QRectF rect;
        qsizetype file = 0; // its index
        QString name{};     // as much of it as there is room for
        QString ending{};
        bool program = false;
        int more = 0; // that many are not shown
    };
    Tile tileOf(const QRectF &rect, const QList<store::AttachmentItem> &files, qsizetype file, const QFont &font,
                qreal room) const;
    void gallery(const QList<qsizetype> &pictures, const QList<store::AttachmentItem> &files, bool all);
    void cards(const QList<qsizetype> &others, const QList<store::AttachmentItem> &files, bool all);
    void drawTile(QPainter &painter, const Tile &tile, const QRectF &rect, const store::AttachmentItem &file,
                  PictureRoom *pictures, bool hovered) const;
    void drawCard(QPainter &painter, const Tile &card, const QRectF &rect, const store::AttachmentItem &file,
                  bool hovered) const;

    const Theme &m_theme;
    QRectF m_room;
    QList<Tile> m_tiles;
    QList<Tile> m_cards;
    QRectF m_rest; // the line that names how many files more there are
    int m_restCount = 0;
    bool m_single = false;
    QList<Area> m_areas;
    qreal m_height = 0;
};

// Whether this one is shown as a picture; what is in it may turn out to be none.
bool isPicture(const store::AttachmentItem &file);

} // namespace parvis::ui
