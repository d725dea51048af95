#pragma once

#include "ui/models/backend.h"
#include "ui/pictures/decode.h"

#include <QCache>
#include <QPixmap>
#include <QThread>

namespace parvis::ui {

// One picture at one size: of a version or attachment, by its row.
struct PictureWish {
    Uuid row;
    QSize box; // device pixels
    Fit fit = Fit::Inside;
    int page = -1; // of a PDF, from 0; a picture has none
    bool operator==(const PictureWish &) const = default;
};

inline size_t qHash(const PictureWish &wish, size_t seed = 0)
{
    return qHashMulti(seed, wish.row, wish.box.width(), wish.box.height(), int(wish.fit), wish.page);
}

// Where pictures are made ready to be drawn. An object of the UI thread; files are read by the client and decoded on a
// thread of its own, which begins with the first picture. What was made last is kept, up to `mostKeptBytes`.
class PictureRoom : public QObject {
    Q_OBJECT

public:
    explicit PictureRoom(Backend &backend);
    ~PictureRoom() override; // waits for the picture that is being decoded

    // For one that looks at a single picture. Errors: Offline (its content is not on this disk: Backend::fetch() asks for
    // it), and those of decoded(). An answer of before the content was here is not remembered.
    QFuture<base::Result<Picture>> picture(const PictureWish &wish);

    // The other way: what somebody pastes, as a file.
    QFuture<base::Result<QByteArray>> png(const QImage &image);

    // For painting: what is ready, else null, and then it is made and ready() tells. Of several that wait, the one asked for last
    // comes first; so what was scrolled away does not keep back what is in sight.
    QPixmap pixmap(const PictureWish &wish);
    QSize wholeSize(const Uuid &row) const { return m_sizes.value(row); }    // empty: not known yet
    QString problem(const Uuid &row) const { return m_problems.value(row); } // the word of an error; empty: none

    static constexpr int mostKeptBytes = 48 << 20;

Q_SIGNALS:
    void ready(const parvis::ui::Uuid &row); // or there is a problem with it

private:
    using Done = std::function<void(const base::Result<Picture> &)>;
    void startThread();
    void make(const PictureWish &wish, Done done);
    void next();
    void keep(const PictureWish &wish, const base::Result<Picture> &made);

    Backend &m_backend;
    QThread m_thread;
    QObject *m_worker; // whatever runs on the thread
    QCache<PictureWish, QPixmap> m_kept;
    QHash<Uuid, QSize> m_sizes;
    QHash<Uuid, QString> m_problems;
    QList<PictureWish> m_waiting; // the last one is next
    QSet<PictureWish> m_making;
};

} // namespace parvis::ui
