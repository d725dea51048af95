#pragma once

#include "support/gallery.h"

#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

namespace parvis::tests {

// Scroll bars guess how long a list is from what was seen of it, which differs; a field's clear button comes in slowly, which Qt
// cannot be kept from.
inline QImage withoutBars(QWidget *root)
{
    QImage picture = root->grab().toImage();
    QPainter painter(&picture);
    for (const QWidget *part : root->findChildren<QWidget *>()) {
        const bool clears = qobject_cast<QLineEdit *>(part->parentWidget()) && qobject_cast<const QToolButton *>(part);
        if (part->isVisibleTo(root) && (clears || qobject_cast<const QScrollBar *>(part)))
            painter.fillRect(QRect(part->mapTo(root, QPoint()), part->size()), Qt::gray);
    }
    return picture;
}

inline bool becomesLike(QWidget *live, const QImage &fresh, const QString &name)
{
    if (QTest::qWaitFor([&] { return withoutBars(live) == fresh; }, 800))
        return true;
    // For whoever has to find out why.
    QDir().mkpath("different");
    withoutBars(live).save("different/" + name + "-live.png");
    fresh.save("different/" + name + "-fresh.png");
    return false;
}

// What is written is kept as a draft half a second later, and then the side list says so.
inline bool hasDraft(const View &view)
{
    return view.name.startsWith("compose") || view.name.startsWith("emoji") || view.name == "group-compose"
           || view.name == "undo";
}

inline void rest(UiWorld &world, const View &view)
{
    if (hasDraft(view))
        (void)QTest::qWaitFor([&] { return !world.backend.draftTexts.isEmpty(); }, 700);
    OpenView::settle();
}

// Whether a view that is open when the preferences change looks then as one that is made with them.
inline bool isTakenLive(const View &view, const ui::Preferences &preferences, QSize size = {1280, 800})
{
    QImage fresh;
    {
        UiWorld world;
        furnish(world);
        world.theme.apply(preferences);
        OpenView open(world, view, size);
        rest(world, view);
        fresh = withoutBars(open.shown());
    }
    UiWorld world;
    furnish(world);
    OpenView open(world, view, size);
    rest(world, view);
    QWidget *const before = open.shown();
    world.theme.apply(preferences);
    OpenView::settle();
    return open.shown() == before && becomesLike(before, fresh, view.name);
}

} // namespace parvis::tests
