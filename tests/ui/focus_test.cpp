// Wherever the focus can be in the window, one sees it.
#include "support/gallery.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHash>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace parvis;
using tests::OpenView;
using tests::UiWorld;

namespace {

constexpr int perKind = 3;

QString nameOf(const QWidget *widget)
{
    QString name = widget->metaObject()->className();
    if (!widget->accessibleName().isEmpty())
        name += " '" + widget->accessibleName() + '\'';
    else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        name += " '" + button->text() + '\'';
    return name;
}

QList<QWidget *> focusable(QWidget *root)
{
    QList<QWidget *> found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(root) && widget->isEnabled()
            && !widget->focusProxy() && widget->window() == root->window())
            found.append(widget);
    }
    return found;
}

} // namespace

class FocusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setCursorFlashTime(0); } // a caret that blinks makes two pictures of one view

    void focusIsSeenWhereverItIs_data()
    {
        QTest::addColumn<int>("view");
        for (int i = 0; i < tests::gallery().size(); ++i)
            QTest::newRow(qPrintable(tests::gallery().at(i).name)) << i;
    }
    void focusIsSeenWhereverItIs()
    {
        UiWorld world;
        furnish(world);
        QFETCH(int, view);
        OpenView open(world, tests::gallery().at(view));
        QWidget *root = open.shown();
        QApplication::setActiveWindow(root);
        QStringList unseen;
        // Of each kind a few: seventy buttons of a list are drawn by the same lines.
        QList<QPointer<QWidget>> widgets;
        QHash<QString, int> seen;
        for (QWidget *widget : focusable(root)) {
            const auto *button = qobject_cast<QPushButton *>(widget);
            const QString kind = widget->metaObject()->className() + QString(button && button->isFlat() ? " flat" : "");
            if (++seen[kind] <= perKind)
                widgets.append(widget);
        }
        for (const QPointer<QWidget> &widget : widgets) {
            if (!widget || !widget->isVisibleTo(root))
                continue; // the view has been filled anew meanwhile
            if (QWidget *held = QApplication::focusWidget())
                held->clearFocus();
            OpenView::settle();
            for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
                if (auto *area = qobject_cast<QScrollArea *>(above))
                    area->ensureWidgetVisible(widget); // as the Tab key does
            }
            OpenView::settle();
            const QImage without = root->grab().toImage();
            widget->setFocus(Qt::TabFocusReason);
            OpenView::settle();
            if (!widget || QApplication::focusWidget() != widget)
                continue; // passed on to another, which has its own turn
            if (root->grab().toImage() == without)
                unseen << nameOf(widget);
        }
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join("; ")));
    }
};

QTEST_MAIN(FocusTest)
#include "focus_test.moc"
