#include "text/links.h"

#include <QTest>

using namespace parvis::text;

class TextLinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyFourSchemesAreOpened_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<int>("refusal");
        const auto row = [](const char *href, LinkRefusal refusal) { QTest::newRow(href) << QString(href) << int(refusal); };
        row("https://parvis.example/a?b#c", LinkRefusal::None);
        row("HTTP://parvis.example", LinkRefusal::None);
        row("mailto:marie@parvis.example", LinkRefusal::None);
        row("parvis:post/0190", LinkRefusal::None);
        row("javascript:alert(1)", LinkRefusal::Scheme);
        row("JavaScript:alert(1)", LinkRefusal::Scheme);
        row("java\tscript:alert(1)", LinkRefusal::Scheme);
        row(" \u0001javascript:alert(1)", LinkRefusal::Scheme);
        row("\u202Ejavascript:alert(1)", LinkRefusal::Scheme);
        row("vbscript:x", LinkRefusal::Scheme);
        row("data:text/html,<script>", LinkRefusal::Scheme);
        row("file:///etc/passwd", LinkRefusal::Scheme);
        row("smb://host/share", LinkRefusal::Scheme);
        row("ms-msdt:/id", LinkRefusal::Scheme);
        row("ftp://host/x", LinkRefusal::Scheme);
        row("//host/x", LinkRefusal::NoScheme);
        row("/etc/passwd", LinkRefusal::NoScheme);
        row("C\u0308:\\x", LinkRefusal::NoScheme);
        row("page.html", LinkRefusal::NoScheme);
        row("javascript&colon;alert(1)", LinkRefusal::NoScheme);
        row("", LinkRefusal::Empty);
        row(" \u200B ", LinkRefusal::Empty);
        row("http://", LinkRefusal::NoHost);
        row("https:///path", LinkRefusal::NoHost);
        row("https:\\\\evil.example", LinkRefusal::Malformed);
        row("https://good.example\\@evil.example", LinkRefusal::Malformed);
        row("mailto:", LinkRefusal::Malformed);
        row("mailto:a%0Ab@c.fr", LinkRefusal::Malformed);
    }
    void onlyFourSchemesAreOpened()
    {
        QFETCH(QString, href);
        QFETCH(int, refusal);
        const LinkDecision decision = judge(href);
        QCOMPARE(int(decision.refusal), refusal);
        QCOMPARE(decision.allowed, refusal == int(LinkRefusal::None));
        QCOMPARE(decision.url.isEmpty(), !decision.allowed);
    }

    void overlongLinkIsRefused()
    {
        QCOMPARE(judge("https://a.fr/" + QString(5000, 'x')).refusal, LinkRefusal::TooLong);
    }

    void realHostIsShown_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("opened");
        QTest::addColumn<bool>("suspicious");
        const auto row = [](const char *name, const QString &href, const QString &host, const QString &opened, bool suspicious) {
            QTest::newRow(name) << href << host << opened << suspicious;
        };
        row("plain", "https://www.parvis.example/a", "www.parvis.example", "https://www.parvis.example/a", false);
        row("port", "http://intranet:8080/", "intranet:8080", "http://intranet:8080/", false);
        row("user name", "https://bank.example@evil.example/x", "evil.example", "https://evil.example/x", true);
        row("user and password", "https://bank.example:443@evil.example/", "evil.example", "https://evil.example/", true);
        row("french letters", "https://société.example/", "société.example", "https://xn--socit-esab.example/", false);
        row("mixed scripts", "https://p\u0430ypal.example/", "xn--pypal-4ve.example", "https://xn--pypal-4ve.example/", true);
        row("all look-alikes", "https://\u0430\u0440\u0440\u04CF\u0435.example/", "xn--80ak6aa92e.example",
            "https://xn--80ak6aa92e.example/", true);
        row("real russian", "https://пример.example/", "пример.example", "https://xn--e1afmkfd.example/", false);
        row("hidden characters", "https://a\u202E.example/\u200Bx", "a.example", "https://a.example/x", true);
        row("mail", "mailto:marie@a.example?subject=Bonjour&attach=/etc/passwd&bcc=z@z.example", "marie@a.example",
            "mailto:marie@a.example?subject=Bonjour", false);
    }
    void realHostIsShown()
    {
        QFETCH(QString, href);
        QFETCH(QString, opened);
        const LinkDecision decision = judge(href);
        QVERIFY(decision.allowed);
        QTEST(decision.host, "host");
        QCOMPARE(QString::fromLatin1(decision.url.toEncoded()), opened);
        QTEST(decision.suspicious, "suspicious");
    }
};

QTEST_GUILESS_MAIN(TextLinksTest)
#include "text_links_test.moc"
