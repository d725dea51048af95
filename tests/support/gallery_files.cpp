#include "support/gallery.h"

#include "ui/actions/post_actions.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/files/file_opener.h"
#include "ui/views/files/picture_viewer.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composer_files.h"

#include <QApplication>
#include <QBuffer>
#include <QDeadlineTimer>
#include <QPainter>

#include <cmath>

namespace parvis::tests {

namespace {

// A landscape with a bridge, another one for each number: something that looks like a photograph at a glance.
QByteArray photograph(int number, QSize size = {1200, 750})
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const int hue = (25 + 47 * number) % 360;
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor::fromHsv(hue, 90, 235));
    sky.setColorAt(0.7, QColor::fromHsv((hue + 30) % 360, 60, 250));
    sky.setColorAt(1, QColor::fromHsv(210, 120, 120));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    for (int hill = 0; hill < 3; ++hill) {
        QPolygonF shape{{0, double(size.height())}};
        for (int x = 0; x <= size.width(); x += 20)
            shape << QPointF(x, size.height() * (0.5 + 0.12 * hill)
                                    + 40 * std::sin(x / (120.0 + 50 * hill) + number + hill));
        shape << QPointF(size.width(), size.height());
        painter.setBrush(QColor::fromHsv(200 - 25 * hill, 60 + 30 * hill, 150 - 35 * hill));
        painter.drawPolygon(shape);
    }
    painter.setPen(QPen(QColor(60, 50, 45), 10));
    painter.setBrush(Qt::NoBrush);
    const double y = size.height() * 0.55;
    painter.drawLine(QPointF(0, y), QPointF(size.width(), y));
    painter.drawArc(QRectF(size.width() * 0.2, y - 120, size.width() * 0.6, 240), 0, 180 * 16);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpg", 85);
    return bytes;
}

model::Uuid post(UiWorld &world, const char *body)
{
    const auto group = model::ScopeId::group(model::GroupId(bridge(world)));
    return world.backend.addPost(group, "ines.garnier", QString::fromUtf8(body), 1);
}

void addPhotographs(UiWorld &world, const model::Uuid &id, int count)
{
    for (int i = 0; i < count; ++i) {
        const QByteArray bytes = photograph(i);
        world.backend.addFile(id, QStringLiteral("IMG_20%1.jpg").arg(41 + i), bytes.size(), bytes);
    }
}

// Pictures are made ready on a thread of their own.
void letPicturesIn(const std::function<bool()> &ready)
{
    for (const QDeadlineTimer bound(5'000); !ready() && !bound.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    OpenView::settle();
}

void go(UiWorld &world, int pictures)
{
    goToBridge(world);
    OpenView::settle();
    int arrived = 0;
    QObject::connect(&world.pictures, &ui::PictureRoom::ready, &world.navigator, [&arrived] { ++arrived; });
    letPicturesIn([&] { return arrived >= pictures; });
    QObject::disconnect(&world.pictures, nullptr, &world.navigator, nullptr);
}

void withPictures(UiWorld &world, const char *body, int count)
{
    if (!bridge(world).isNull())
        addPhotographs(world, post(world, body), count);
    go(world, std::min(count, 4));
}

void everyState(UiWorld &world)
{
    if (bridge(world).isNull())
        return;
    auto &backend = world.backend;
    const auto id = post(world, "Les pièces du dossier de levage, à signer avant jeudi :");
    const auto add = [&](const char *name, qint64 size, auto set) {
        set(*backend.file(backend.addFile(id, QString::fromUtf8(name), size)));
    };
    add("Plan de levage — grue à flèche relevable, phase 2, indice C.pdf", 2'412'000,
        [](auto &file) { file.here = true; });
    add("relevés.ods", 88'210, [](auto &) {});
    add("survol.mp4", 734'003'200, [](auto &file) { file.wanted = true; });
    add("setup.exe", 1'204'224, [](auto &) {});
    const auto own = backend.addPost(model::ScopeId::group(model::GroupId(bridge(world))), "camille.morel",
                                     QString::fromUtf8("Et ce qui part d'ici :"), 0);
    const auto addOwn = [&](const char *name, qint64 size, auto set) {
        auto &file = *backend.file(backend.addFile(own, QString::fromUtf8(name), size));
        file.here = file.unsent = true;
        set(file);
    };
    addOwn("maquette.ifc", 48'900'000, [](auto &file) {
        file.uploading = true;
        file.sent = 31'300'000;
    });
    addOwn("compte rendu.odt", 41'200, [](auto &) {});
    addOwn("nuage de points.e57", 5'368'709'120, [](auto &file) { file.why = QStringLiteral("too_large"); });
}

void composing(UiWorld &world, ui::MainWindow &window)
{
    goToBridge(world);
    window.activateWindow();
    QApplication::setActiveWindow(&window);
    window.shell()->feedPage()->compose();
    OpenView::settle();
    auto *composer = window.findChild<ui::Composer *>();
    if (!composer || bridge(world).isNull())
        return;
    composer->setText(QString::fromUtf8("Voici le plan et deux photos d'hier soir."));
    for (const auto &[path, size] :
         {std::pair("/desk/Plan de levage — grue à flèche relevable, phase 2, indice C.pdf", 2'412'000),
          std::pair("/desk/IMG_2041.jpg", 1'804'224), std::pair("/desk/IMG_2042.jpg", 2'004'114)}) {
        const QString name = QString::fromUtf8(path);
        world.backend.localFiles.insert(name, {name, name.section(u'/', -1), size});
        composer->files()->add({name});
    }
    composer->files()->add({QStringLiteral("/desk/Photos")});
    OpenView::settle();
}

// It lies over the whole window, so it is what is looked at.
std::unique_ptr<QWidget> looking(UiWorld &world, ui::MainWindow &window)
{
    withPictures(world, "Vues du chantier ce matin.", 5);
    if (bridge(world).isNull())
        return {};
    auto *page = window.shell()->feedPage();
    const store::FeedItem item = page->model()->item(0);
    page->actions()->files()->open(item, item.attachments.value(1).id);
    auto *viewer = page->actions()->files()->viewer();
    letPicturesIn([viewer] { return !viewer || !viewer->pixmap().isNull(); });
    return std::unique_ptr<QWidget>(viewer);
}

} // namespace

QList<View> fileViews()
{
    return {
        {"files-one-picture",
         place([](UiWorld &world, ui::MainWindow &) { withPictures(world, "Vue d'hier soir, pile P3.", 1); })},
        {"files-five-pictures",
         place([](UiWorld &world, ui::MainWindow &) { withPictures(world, "Vues du chantier ce matin.", 5); })},
        {"files-states", place([](UiWorld &world, ui::MainWindow &) {
             everyState(world);
             go(world, 0);
         })},
        {"files-composing", place(composing)},
        {"files-viewer", looking},
    };
}

} // namespace parvis::tests
