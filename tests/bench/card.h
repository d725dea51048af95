#pragma once

#include <QImage>

namespace parvis::bench {

// Lays out one post as a card of the feed and paints it into a picture, as an offscreen window would.
class Card {
public:
    Card();
    void paint(const QString &author, const QString &body);

private:
    QImage m_picture;
};

} // namespace parvis::bench
