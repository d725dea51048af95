#include "ui/pictures/picture_room.h"

#include "base/deliver.h"
#include "client/ask.h"

namespace parvis::ui {

namespace {

constexpr int mostAtOnce = 2;    // one is read while another is decoded
constexpr int mostWaiting = 60;  // who still wants an older one asks again when it is painted
constexpr int mostKnown = 4'000; // sizes and problems, of a few bytes each

} // namespace

PictureRoom::PictureRoom(Backend &backend) : m_backend(backend), m_worker(new QObject), m_kept(mostKeptBytes)
{
    m_thread.setObjectName(QStringLiteral("pictures"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    // What was not here may be now; another look costs little.
    connect(&backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.outbox)
            m_problems.removeIf([](const auto &each) { return each.value() == u"file"; });
    });
}

PictureRoom::~PictureRoom()
{
    if (!m_thread.isRunning()) {
        delete m_worker;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void PictureRoom::make(const PictureWish &wish, Done done)
{
    base::deliver(m_backend.content(wish.row, wish.page < 0 ? mostPictureBytes : mostPdfBytes), this,
                  [this, wish, done = std::move(done)](const base::Result<QByteArray> &bytes) {
                      if (!bytes)
                          return done(base::fail(bytes.error()));
                      startThread();
                      base::deliver(client::ask<Picture>(m_worker,
                                                         [bytes = *bytes, wish](QObject &) {
                                                             return wish.page < 0
                                                                        ? decoded(bytes, wish.box, wish.fit)
                                                                        : drawnPage(bytes, wish.page, wish.box);
                                                         }),
                                    this, done);
                  });
}

QFuture<base::Result<Picture>> PictureRoom::picture(const PictureWish &wish)
{
    auto promise = client::makePromise<Picture>();
    make(wish, [this, row = wish.row, promise](const base::Result<Picture> &made) {
        if (made)
            m_sizes.insert(row, made->whole);
        client::answer<Picture>(promise, made);
    });
    return promise->future();
}

void PictureRoom::startThread()
{
    if (!m_thread.isRunning())
        m_thread.start();
}

QFuture<base::Result<QByteArray>> PictureRoom::png(const QImage &image)
{
    startThread();
    return client::ask<QByteArray>(m_worker, [image](QObject &) { return encodedPng(image); });
}

QPixmap PictureRoom::pixmap(const PictureWish &wish)
{
    if (const QPixmap *kept = m_kept.object(wish))
        return *kept;
    if (m_making.contains(wish) || m_problems.contains(wish.row) || wish.box.isEmpty())
        return {};
    m_waiting.removeOne(wish);
    m_waiting.append(wish);
    if (m_waiting.size() > mostWaiting)
        m_waiting.removeFirst();
    next();
    return {};
}

void PictureRoom::next()
{
    while (m_making.size() < mostAtOnce && !m_waiting.isEmpty()) {
        const PictureWish wish = m_waiting.takeLast();
        m_making.insert(wish);
        make(wish, [this, wish](const base::Result<Picture> &made) {
            m_making.remove(wish);
            keep(wish, made);
            next();
        });
    }
}

void PictureRoom::keep(const PictureWish &wish, const base::Result<Picture> &made)
{
    if (m_problems.size() > mostKnown)
        m_problems.clear();
    if (m_sizes.size() > mostKnown)
        m_sizes.clear();
    if (made) {
        m_sizes.insert(wish.row, made->whole);
        // A cache would throw away at once what is larger than itself.
        const qsizetype bytes = std::min<qsizetype>(made->image.sizeInBytes(), mostKeptBytes / 2);
        m_kept.insert(wish, new QPixmap(QPixmap::fromImage(made->image)), int(bytes));
    } else {
        m_problems.insert(wish.row, made.error().where);
    }
    Q_EMIT ready(wish.row);
}

} // namespace parvis::ui
