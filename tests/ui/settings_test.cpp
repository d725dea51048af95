#include "support/ui_world.h"
#include "ui/views/settings/settings_page.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;

// Takes the place of the desktop's file manager.
class FileManager : public QObject {
    Q_OBJECT

public:
    FileManager() { QDesktopServices::setUrlHandler("file", this, "open"); }
    ~FileManager() override { QDesktopServices::unsetUrlHandler("file"); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class SettingsTest : public QObject {
    Q_OBJECT

    static QPushButton *button(QWidget *in, const QString &text)
    {
        for (auto *each : in->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    static QString said(QWidget *label)
    {
        return QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name);
    }

    // What a screen reader says of all labels.
    static QStringList heard(QWidget *in)
    {
        QStringList all;
        for (auto *label : in->findChildren<QLabel *>())
            all << said(label);
        return all;
    }

private Q_SLOTS:
    void theSpaceOnTheDiskIsToldByItsParts()
    {
        UiWorld world;
        world.languages.apply("en");
        ui::SettingsPage page(world.context);
        page.show();
        QVERIFY(!button(&page, "Open the folder")->isEnabled()); // nobody has said where it is
        page.read();
        QTRY_VERIFY(heard(&page).contains(QString("Cache: 87.7\u00A0MB")));
        QVERIFY(heard(&page).contains(QString("Outbox: 98.3\u00A0kB")));
        QVERIFY(heard(&page).contains(world.backend.onDisk.folder));
    }

    void theFolderOpensInTheFileManager()
    {
        FileManager manager;
        UiWorld world;
        world.languages.apply("en");
        ui::SettingsPage page(world.context);
        page.read();
        QTRY_VERIFY(button(&page, "Open the folder")->isEnabled());
        button(&page, "Open the folder")->click();
        QCOMPARE(manager.opened, QList<QUrl>{QUrl::fromLocalFile(world.backend.onDisk.folder)});
    }

    void freeingSpaceSaysHowMuchItWas()
    {
        UiWorld world;
        world.languages.apply("en");
        world.backend.onDisk.cacheBytes = 10'000'000;
        ui::SettingsPage page(world.context);
        page.read();
        QTRY_VERIFY(heard(&page).contains(QString("Cache: 10.0\u00A0MB")));
        button(&page, "Free space")->click();
        QVERIFY(!button(&page, "Free space")->isEnabled());
        QTRY_VERIFY(heard(&page).contains(QString("1.0\u00A0MB freed.")));
        QVERIFY(heard(&page).contains(QString("Cache: 9.0\u00A0MB")));
        QVERIFY(button(&page, "Free space")->isEnabled());
        world.backend.failWrites(base::Error{base::ErrorKind::Storage, "fake", "full"});
        button(&page, "Free space")->click();
        QTRY_VERIFY(heard(&page).filter("disk refused").size() == 1);
        QVERIFY(button(&page, "Free space")->isEnabled());
    }
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
