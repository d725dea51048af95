// What must hold in every view of the window, whoever adds one: the gallery is the list of them.
#include "support/live_change.h"
#include "ui/delegates/card_layout.h"
#include "ui/views/feed/feed_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace parvis;
using tests::OpenView;
using tests::UiWorld;

namespace {

constexpr int smallestTarget = 24;

ui::Preferences sharpDark()
{
    ui::Preferences preferences;
    preferences.appearance = ui::Preferences::Dark;
    preferences.contrast = ui::Preferences::High;
    return preferences;
}

QString nameOf(const QWidget *widget)
{
    QString name = widget->metaObject()->className();
    if (!widget->accessibleName().isEmpty())
        name += " '" + widget->accessibleName() + '\'';
    else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        name += " '" + button->text() + '\'';
    return name;
}

// A place in the window where one clicks; the parts of Qt's own composite widgets count with the whole.
QList<QWidget *> targets(QWidget *root)
{
    QList<QWidget *> found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        const bool clickable = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
                               || qobject_cast<QLineEdit *>(widget);
        if (clickable && widget->isVisibleTo(root) && !qobject_cast<QLineEdit *>(widget->parentWidget()))
            found.append(widget);
    }
    return found;
}

} // namespace

class EveryViewTest : public QObject {
    Q_OBJECT

    static void eachView()
    {
        QTest::addColumn<int>("view");
        for (int i = 0; i < tests::gallery().size(); ++i)
            QTest::newRow(qPrintable(tests::gallery().at(i).name)) << i;
    }
    static const tests::View &current()
    {
        return tests::gallery().at(*static_cast<int *>(QTest::qData("view", qMetaTypeId<int>())));
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setCursorFlashTime(0); } // a caret that blinks makes two pictures of one view

    void aNewLookIsTakenWithoutMakingTheWindowAnew_data() { eachView(); }
    void aNewLookIsTakenWithoutMakingTheWindowAnew()
    {
        static const QStringList modal{"go-to-date"}; // while these are open, nobody reaches the settings
        if (modal.contains(current().name))
            return;
        QVERIFY2(tests::isTakenLive(current(), sharpDark()), "what stayed as it was is in the pictures in different/");
    }

    void everyTargetIsLargeEnough_data() { eachView(); }
    void everyTargetIsLargeEnough()
    {
        UiWorld world;
        furnish(world);
        OpenView open(world, current());
        QStringList small;
        for (const QWidget *target : targets(open.shown())) {
            if (target->width() < smallestTarget || target->height() < smallestTarget)
                small << QString("%1 is %2x%3").arg(nameOf(target)).arg(target->width()).arg(target->height());
        }
        QVERIFY2(small.isEmpty(), qPrintable(small.join("; ")));
    }

    void everyTargetOfACardIsLargeEnough()
    {
        UiWorld world;
        furnish(world);
        using Hit = ui::CardHit;
        for (const auto &item : world.backend.items) {
            for (const auto kind : {ui::CardForm::Feed, ui::CardForm::Root, ui::CardForm::Comment}) {
                const ui::CardLayout card(item, {.kind = kind, .showPlace = true}, 680, world.theme);
                for (const Hit &area : card.areas()) {
                    if (area.what == Hit::Place)
                        continue; // within a line of text, as links are
                    QVERIFY2(
                        area.rect.width() >= smallestTarget && area.rect.height() >= smallestTarget,
                        qPrintable(
                            QString("%1: %2x%3").arg(int(area.what)).arg(area.rect.width()).arg(area.rect.height())));
                }
            }
        }
    }
};

QTEST_MAIN(EveryViewTest)
#include "every_view_test.moc"
