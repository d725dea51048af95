#pragma once

#include "ui/context.h"
#include "ui/pictures/decode.h"

#include <QPixmap>
#include <QPointer>
#include <QWidget>

class QLabel;

namespace parvis::ui {

class IconButton;

// The pictures of a post, one at a time over the whole window. Its keys: left and right, + and -, 0 for all of it, 1 for its own size,
// Ctrl+S, Escape. The wheel makes it larger where the mouse is; a hand moves it. Deletes itself when it is closed.
class PictureViewer : public QWidget {
    Q_OBJECT

public:
    PictureViewer(const Context &context, const QList<store::AttachmentItem> &pictures, qsizetype first,
                  QWidget *window);

    qsizetype current() const { return m_at; }
    void step(int by);
    // 1: a pixel of the picture is one of the screen. Kept between what shows all of it and 8.
    void setZoom(qreal zoom, QPointF keep); // the point of the widget that stays where it is
    qreal zoom() const { return m_zoom; }
    bool isFitted() const { return m_fitted; }
    const QPixmap &pixmap() const { return m_pixmap; }
    QString message() const { return m_message; } // in place of a picture

Q_SIGNALS:
    void saveWanted(const parvis::ui::Uuid &file);
    void expected(); // a picture that is not here was asked for
    void closed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    const store::AttachmentItem &file() const { return m_pictures.at(m_at); }
    void show(qsizetype at);
    void ask(bool whole);
    void layOut();
    void fit();
    void zoomBy(qreal factor);
    void keepInSight();
    void finish();
    QRectF stage() const; // where the picture has its place
    qreal fittingZoom() const;
    qreal scale() const { return devicePixelRatioF(); }

    Context m_context;
    QList<store::AttachmentItem> m_pictures;
    qsizetype m_at = 0;
    QPixmap m_pixmap;
    QSize m_whole;        // of the picture; the pixmap may have fewer pixels
    bool m_sharp = false; // the pixmap has all of them, or they were asked for
    QString m_message;
    qreal m_zoom = 1;
    bool m_fitted = true;
    QPointF m_centre; // of the picture, in the widget
    std::optional<QPointF> m_dragFrom;
    quint64 m_asked = 0;
    QWidget *m_bar;
    QLabel *m_name;
    IconButton *m_previous, *m_next, *m_larger, *m_smaller, *m_save, *m_close;
};

} // namespace parvis::ui
