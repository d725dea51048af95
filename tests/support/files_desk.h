#pragma once

#include "support/ui_world.h"
#include "ui/actions/post_actions.h"
#include "ui/models/feed_model.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/files/file_opener.h"
#include "ui/widgets/composer.h"

#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QTest>

namespace parvis::tests {

inline QByteArray png(QSize size, QColor color = Qt::red)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

// The group's page, with one post.
struct FilesDesk {
    UiWorld world;
    model::Uuid post;
    std::unique_ptr<ui::FeedPage> page;

    explicit FilesDesk(const QString &author = "thomas.berger")
    {
        world.languages.apply("en"); // with its plural forms
        post = world.backend.addPost(world.group(), author, "Look at this", 5);
    }
    model::Uuid file(const QString &name, qint64 size, const QByteArray &content = {})
    {
        return world.backend.addFile(post, name, size, content);
    }
    void show()
    {
        page = std::make_unique<ui::FeedPage>(world.context);
        page->resize(900, 700);
        page->show();
        page->activateWindow();
        QApplication::setActiveWindow(page.get());
        page->open({.kind = ui::Place::Group, .id = world.group().id});
        QTRY_VERIFY(page->model()->rowCount() > 0);
    }
    ui::FileOpener &files() { return *page->actions()->files(); }
    ui::Composer &composer()
    {
        page->compose();
        return *page->findChild<ui::Composer *>();
    }
    void local(const QString &path, qint64 size, const QString &why = {})
    {
        world.backend.localFiles.insert(path, {path, path.section('/', -1), size, why});
    }
};

} // namespace parvis::tests
