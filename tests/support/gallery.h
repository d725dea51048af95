#pragma once

#include "support/ui_world.h"
#include "ui/shell/main_window.h"

#include <functional>
#include <memory>

namespace parvis::tests {

// Every view of the window, once, for all that looks at each of them: pictures, contrast, focus, targets, mirrored and
// pseudo-translated text. A new view is one more entry in gallery.cpp.
struct View {
    // Goes to the view. What it gives back is shown and looked at instead of the window: a dialog.
    using Open = std::function<std::unique_ptr<QWidget>(UiWorld &world, ui::MainWindow &window)>;
    QString name;
    Open open;
};
const QList<View> &gallery();
// Parts of gallery().
QList<View> writingViews(); // the composer
QList<View> readingViews(); // feed and thread
QList<View> documentViews();
QList<View> fileViews();    // pictures and files of posts
QList<View> groupViews();   // what groups are about, the list of them, scheduled posts

// Steps that views begin with.
View::Open place(std::function<void(UiWorld &, ui::MainWindow &)> go); // leaves no dialog
model::Uuid bridge(UiWorld &world);                                    // a group
void goToBridge(UiWorld &world);
model::Uuid liveliest(UiWorld &world); // the post with the most comments: a thread worth a picture

// The demo company with what makes each view worth a picture; without it a view shows its empty state.
void furnish(UiWorld &world);

// One view, open: the world, its window, and the dialog if it is one. Preferences and language are set before.
class OpenView {
public:
    OpenView(UiWorld &world, const View &view, QSize size = {1280, 800});
    QWidget *shown() const { return m_dialog ? m_dialog.get() : m_window.get(); }
    ui::MainWindow &window() { return *m_window; }
    static void settle();

private:
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<QWidget> m_dialog;
};

} // namespace parvis::tests
