// Libraries of ours that are loaded only where they are needed.
#include "base/module.h"

#include <QTest>

using namespace parvis;

class ModuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneThatIsNotInstalledIsNamed()
    {
        const auto found = base::moduleFunction("parvis-nothing", "parvisNothing");
        QVERIFY(!found);
        QVERIFY(found.error().kind == base::ErrorKind::Storage);
        QCOMPARE(found.error().where, QStringLiteral("parvis-nothing"));
    }
};

QTEST_GUILESS_MAIN(ModuleTest)
#include "module_test.moc"
