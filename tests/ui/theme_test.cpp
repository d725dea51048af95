#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace parvis;
using ui::Tokens;

class ThemeTest : public QObject {
    Q_OBJECT

    // The product's own colour, the demo's, and what companies like: from black to yellow.
    static QList<QColor> companyColors()
    {
        QList<QColor> colors{QColor(), "#1f5f7a", "#000000", "#ffffff", "#ffff00", "#00ff00", "#7f7f7f", "#ff0000"};
        for (int hue = 0; hue < 360; hue += 15) {
            for (const int lightness : {40, 128, 215})
                colors.append(QColor::fromHsl(hue, 230, lightness));
        }
        return colors;
    }

private Q_SLOTS:
    void everyTextStandsOutFromEveryGround()
    {
        for (const QColor &company : companyColors()) {
            for (const bool dark : {false, true}) {
                for (const bool high : {false, true}) {
                    const Tokens t = Tokens::of(dark, high, company);
                    const double wanted = high ? 7 : 4.5;
                    const QList<QPair<const char *, QColor>> inks{
                        {"ink", t.ink},   {"second", t.second}, {"third", t.third}, {"accent", t.accent},
                        {"good", t.good}, {"wait", t.wait},     {"bad", t.bad}};
                    auto check = [&](const char *name, const QColor &text, const char *on, const QColor &ground) {
                        QVERIFY2(ui::contrast(text, ground) >= wanted,
                                 qPrintable(QString("%1 %2 on %3 %4: %5, company %6")
                                                .arg(name, text.name(), on, ground.name())
                                                .arg(ui::contrast(text, ground))
                                                .arg(company.name())));
                    };
                    for (const auto &[name, text] : inks) {
                        check(name, text, "background", t.background);
                        check(name, text, "panel", t.panel);
                        check(name, text, "rail", t.rail);
                        check(name, text, "wash", t.wash);
                    }
                    check("ink", t.ink, "waitWash", t.waitWash);
                    check("wait", t.wait, "waitWash", t.waitWash);
                    check("onAccent", t.onAccent, "accent", t.accent);
                    if (high)
                        QVERIFY(ui::contrast(t.line, t.panel) >= 3);
                }
            }
        }
    }

    void theCompanysColorIsKeptWhereItCanBeRead()
    {
        QCOMPARE(Tokens::of(false, false, "#1f5f7a").accent, QColor("#1f5f7a"));
        const QColor light = Tokens::of(true, false, "#1f5f7a").accent;
        QVERIFY(light.lightness() > QColor("#1f5f7a").lightness());
        QVERIFY(qAbs(light.hslHue() - QColor("#1f5f7a").hslHue()) <= 3);
        QCOMPARE(Tokens::of(false, false, {}).accent, QColor("#2f5bd0"));
    }

    void contrastIsThatOfTheGuidelines()
    {
        QCOMPARE(ui::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(ui::contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(ui::contrast("#767676", Qt::white) - 4.54) < 0.01);
    }

    void initialsAreReadableOnEveryFace()
    {
        ui::Theme theme;
        ui::Preferences preferences;
        for (const auto contrast : {ui::Preferences::Normal, ui::Preferences::High}) {
            preferences.contrast = contrast;
            theme.apply(preferences);
            for (quint32 seed = 0; seed < 10; ++seed)
                QVERIFY(ui::contrast(theme.personColor(seed), Qt::white) >= theme.tokens().textContrast());
        }
    }

    void theSystemDecidesUntilThePersonDoes()
    {
        ui::Theme theme;
        ui::Preferences preferences;
        theme.apply(preferences);
        int changes = 0;
        connect(&theme, &ui::Theme::changed, &theme, [&changes] { ++changes; });
        theme.setSystem(true, true);
        QVERIFY(theme.tokens().dark && theme.tokens().highContrast);
        QCOMPARE(changes, 1);
        theme.setSystem(true, true);
        QCOMPARE(changes, 1); // nothing to repaint
        preferences.appearance = ui::Preferences::Light;
        preferences.contrast = ui::Preferences::Normal;
        theme.apply(preferences);
        QVERIFY(!theme.tokens().dark && !theme.tokens().highContrast);
        theme.setSystem(false, false);
        QCOMPARE(changes, 2);
    }

    void preferencesComeBackAsTheyWere()
    {
        ui::Preferences preferences;
        preferences.appearance = ui::Preferences::Dark;
        preferences.contrast = ui::Preferences::High;
        preferences.companyColor = "#1f5f7a";
        preferences.systemDark = true;
        preferences.textPercent = 115;
        preferences.recentSearches = QStringList{"one"};
        QVERIFY(ui::Preferences::of(preferences.values()) == preferences);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
