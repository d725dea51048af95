#pragma once

#include "store/reader.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace parvis::ui {

// The last comments below a post in the feed: who, when, and the beginning of what they say on at most two lines. Laid out
// once; UI thread.
class CommentPreviews {
public:
    CommentPreviews(const QList<store::CommentPreview> &comments, qreal left, qreal top, qreal width,
                    const Theme &theme);

    qreal height() const { return m_height; } // with the line above
    int count() const { return int(m_rows.size()); }
    QRectF rect(int index) const { return m_rows.at(size_t(index)).rect; }
    const model::Uuid &id(int index) const { return m_rows.at(size_t(index)).comment.id; }
    void draw(QPainter &painter, base::Time now, const QRectF &hovered) const;

private:
    struct Row {
        store::CommentPreview comment;
        std::unique_ptr<QTextLayout> text;
        QRectF rect;
    };
    const Theme &m_theme;
    std::vector<Row> m_rows;
    qreal m_left, m_top, m_width;
    qreal m_textLeft = 0;
    qreal m_height = 0;
};

} // namespace parvis::ui
