#include "support/ui_world.h"
#include "text/markdown.h"
#include "ui/text/body_layout.h"
#include "ui/text/emoji_runs.h"
#include "ui/text/open_link.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTest>

#include <cmath>

using namespace parvis;
using ui::BodyLayout;

class BodyLayoutTest : public QObject {
    Q_OBJECT

    static ui::InlineText inlineOf(const ui::Theme &theme, const QString &markdown)
    {
        const text::Document document = text::parseMarkdown(markdown);
        return ui::inlineText(document.blocks.front().children, theme, theme.font(ui::TextRole::Reading));
    }

private Q_SLOTS:
    void hostileMarkdownIsShownAsText_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("shown");
        QTest::newRow("tag") << "a <b>bold</b> word"
                             << "a <b>bold</b> word";
        QTest::newRow("image tag") << "see <img src=\"file:///etc/passwd\"> here"
                                   << "see <img src=\"file:///etc/passwd\"> here";
        QTest::newRow("script") << "x <script>alert(1)</script> y"
                                << "x <script>alert(1)</script> y";
        QTest::newRow("unknown tag") << "wait for <word> and go on"
                                     << "wait for <word> and go on";
    }
    void hostileMarkdownIsShownAsText()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, shown);
        tests::UiWorld world;
        QCOMPARE(inlineOf(world.theme, markdown).text, shown);
    }

    void textFromTheRightBeginsThereWithItsSigns()
    {
        tests::UiWorld world;
        const QString arabic = QString::fromUtf8("مرحبا بالجميع");
        const auto middle = [&](const QString &markdown) {
            const BodyLayout body(text::parseMarkdown(markdown), 600, world.theme);
            return body.caretRect(0).x();
        };
        QVERIFY(middle("Hello everybody") < 10);
        QVERIFY(middle(arabic) > 590);
        QVERIFY(middle("- Hello") < 40);
        QVERIFY(middle("- " + arabic) > 560 && middle("- " + arabic) < 590);
        QVERIFY(middle("> " + arabic) > 570 && middle("> " + arabic) < 590);
        QVERIFY(middle("@ann " + arabic) < 10);
        const BodyLayout sentence(text::parseMarkdown(arabic + "."), 600, world.theme);
        QVERIFY(sentence.caretRect(int(arabic.size())).x()
                < sentence.caretRect(1).x()); // the full stop ends it, at the left
    }

    void codeIsColouredReadably()
    {
        tests::UiWorld world;
        const auto luminance = [](const QColor &color) {
            const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
            return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
        };
        const auto contrast = [&](const QColor &a, const QColor &b) {
            const double x = luminance(a), y = luminance(b);
            return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
        };
        for (const ui::Tokens &t : {ui::Tokens::of(false, false), ui::Tokens::of(true, false)}) {
            for (int kind = text::CodeSpan::Keyword; kind <= text::CodeSpan::Name; ++kind)
                QVERIFY2(contrast(t.codeInk(text::CodeSpan::Kind(kind)), t.background) >= 4.5,
                         qPrintable(QString::number(kind)));
            QVERIFY(contrast(t.ink, t.selection) >= 4.5);
            QVERIFY(contrast(t.accent, t.wash) >= 4.5); // what a link led to
        }
    }

    void onlyLinksThatMayBeOpenedAreLinks()
    {
        tests::UiWorld world;
        QVERIFY(inlineOf(world.theme, "[click](javascript:alert(1))").links.isEmpty());
        QVERIFY(inlineOf(world.theme, "[click](file:///etc/passwd)").links.isEmpty());
        const auto good = inlineOf(world.theme, "[the plan](https://plans.example.com/7)");
        QCOMPARE(good.links.size(), 1);
        QVERIFY2(good.text.contains("plans.example.com"), "the real host is shown beside words that hide it");
        const auto plain = inlineOf(world.theme, "https://plans.example.com/7");
        QCOMPARE(plain.text.count("plans.example.com"), 1);
        QVERIFY(!ui::openLink("javascript:alert(1)", nullptr));
        QVERIFY(!ui::openLink("file:///etc/passwd", nullptr));
    }

    void formatsNeitherOverlapNorLeaveTheText()
    {
        tests::UiWorld world;
        const auto text = inlineOf(
            world.theme,
            QString::fromUtf8("a **b _c_ `d`** @thomas.berger #tag \xF0\x9F\x91\x8D [x](https://a.example) ~~e~~"));
        int end = 0;
        for (const auto &range : text.formats) {
            QVERIFY(range.start >= end);
            end = range.start + range.length;
        }
        QVERIFY(end <= text.text.size());
        QCOMPARE(text.links.size(), 3);
    }

    void aLinkIsFoundUnderItsWords()
    {
        tests::UiWorld world;
        const BodyLayout body(text::parseMarkdown("[https://a.example](https://a.example) and then more"), 600,
                              world.theme);
        const auto *link = body.linkAt({12, 10});
        QVERIFY(link);
        QCOMPARE(link->href, QString("https://a.example"));
        QVERIFY(!body.linkAt({590, 10}));
        QVERIFY(!body.linkAt({12, 300}));
    }

    void everyKindOfBlockTakesRoomAndIsDrawn_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::newRow("heading") << "# Title";
        QTest::newRow("list") << "- one\n- two\n  - deeper";
        QTest::newRow("numbers") << "1. one\n2. two";
        QTest::newRow("tasks") << "- [ ] open\n- [x] done";
        QTest::newRow("quote") << "> said\n> again";
        QTest::newRow("code") << "```cpp\nint main() {}\n```";
        QTest::newRow("table") << "| a | b |\n|---|--:|\n| 1 | 2 |";
        QTest::newRow("rule") << "---";
        QTest::newRow("deep") << QString("> ").repeated(40) + "deep";
    }
    void everyKindOfBlockTakesRoomAndIsDrawn()
    {
        QFETCH(QString, markdown);
        tests::UiWorld world;
        const BodyLayout body(text::parseMarkdown(markdown), 500, world.theme);
        QVERIFY(body.height() >= 16);
        QImage image(520, int(body.height()) + 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        const QImage blank = image;
        QPainter painter(&image);
        body.draw(painter, {10, 10}, body.height());
        painter.end();
        QVERIFY(image != blank);
    }

    void aCutFallsBetweenTwoLines()
    {
        tests::UiWorld world;
        const BodyLayout body(text::parseMarkdown(QString("word ").repeated(600)), 500, world.theme);
        const qreal cut = body.cutAt(200);
        QVERIFY(cut <= 200 && cut > 150);
        QCOMPARE(std::fmod(cut, world.theme.lineHeight(ui::TextRole::Reading)), 0.0);
    }

    void emojiAreToldFromText()
    {
        QVERIFY(ui::emojiRuns(u"Plain text, \u00e9t\u00e9, 12 \u2192 14 \u2713").isEmpty());
        const QString text = QString::fromUtf8(
            "ok \xE2\x9D\xA4\xEF\xB8\x8F\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD x 1\xEF\xB8\x8F\xE2\x83\xA3");
        const auto runs = ui::emojiRuns(text);
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.first(), (ui::EmojiRun{3, 6}));
        QCOMPARE(text.mid(runs.last().start, runs.last().length), QString::fromUtf8("1\xEF\xB8\x8F\xE2\x83\xA3"));
    }
};

QTEST_MAIN(BodyLayoutTest)
#include "body_layout_test.moc"
