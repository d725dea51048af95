#include "text/code_spans.h"

#include <QTest>

using namespace parvis::text;

namespace {

QString marked(const QString &code, const QString &language)
{
    static const char signs[] = "ktsn#v"; // Keyword, Type, String, Number, Comment, Name
    QString out;
    int at = 0;
    for (const CodeSpan &span : codeSpans(code, language)) {
        out += code.mid(at, span.start - at);
        out += QLatin1Char(signs[span.kind]) + QString("<%1>").arg(code.mid(span.start, span.length));
        at = span.start + span.length;
    }
    return out + code.mid(at);
}

} // namespace

class TextCodeSpansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void piecesOfCode_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        QTest::newRow("C++") << "cpp"
                             << "#include <map>\nint x = 0x1F'00; // deux\nreturn \"a\\\"b\";"
                             << "k<#include> <t<map>>\nt<int> x = n<0x1F'00>; #<// deux>\nk<return> s<\"a\\\"b\">;";
        QTest::newRow("C, a comment over lines") << "C"
                                                 << "/* a\nb */ void f();"
                                                 << "#</* a\nb */> t<void> f();";
        QTest::newRow("Python")
            << "python"
            << "@cache\ndef f(a):\n    \"\"\"Doc\n    x\"\"\"\n    return None  # fin"
            << "v<@cache>\nk<def> f(a):\n    s<\"\"\"Doc\n    x\"\"\">\n    k<return> k<None>  #<# fin>";
        QTest::newRow("JavaScript") << "js"
                                    << "const a = `x\n${b}`; let c = 'd';"
                                    << "k<const> a = s<`x\n${b}`>; k<let> c = s<'d'>;";
        QTest::newRow("TypeScript") << "ts"
                                    << "type A = { b: string }"
                                    << "k<type> A = { b: t<string> }";
        QTest::newRow("Java") << "java"
                              << "@Override public int f() { return 1.5f; }"
                              << "v<@Override> k<public> t<int> f() { k<return> n<1.5f>; }";
        QTest::newRow("C#") << "c#"
                            << "public async Task Run() => await x;"
                            << "k<public> k<async> t<Task> Run() => k<await> x;";
        QTest::newRow("Go") << "go"
                            << "func f() error { return nil }"
                            << "k<func> f() t<error> { k<return> k<nil> }";
        QTest::newRow("Rust, a lifetime is no string") << "rust"
                                                       << "fn f<'a>(s: &'a str) -> char { '\\n' }"
                                                       << "k<fn> f<'a>(s: &'a t<str>) -> t<char> { s<'\\n'> }";
        QTest::newRow("SQL in any case") << "sql"
                                         << "Select count(*) FROM t WHERE a = 'l''eau' -- fin"
                                         << "k<Select> t<count>(*) k<FROM> t k<WHERE> a = s<'l''eau'> #<-- fin>";
        QTest::newRow("JSON") << "json"
                              << "{\"a\": [1, true, \"b\"]}"
                              << "{v<\"a\">: [n<1>, k<true>, s<\"b\">]}";
        QTest::newRow("shell") << "bash"
                               << "for f in *.md; do echo \"$f\" ${x} $y; done # fin"
                               << "k<for> f k<in> *.md; k<do> t<echo> s<\"$f\"> v<${x}> v<$y>; k<done> #<# fin>";
        QTest::newRow("HTML") << "html"
                              << "<!-- a --><p class=\"b\">if &amp; only</p>"
                              << "#<<!-- a -->><k<p> v<class>=s<\"b\">>if n<&amp;> only</k<p>>";
        QTest::newRow("a string that does not end stops at its line") << "c"
                                                                      << "char *a = \"b\nint c;"
                                                                      << "t<char> *a = s<\"b>\nt<int> c;";
        QTest::newRow("a fence with more words") << "Python title=x"
                                                 << "if a:"
                                                 << "k<if> a:";
        QTest::newRow("an unknown language") << "brainfuck"
                                             << "if 1 \"a\""
                                             << "if 1 \"a\"";
        QTest::newRow("none") << ""
                              << "if 1"
                              << "if 1";
        QTest::newRow("a word inside another is none") << "cpp"
                                                       << "notint intern"
                                                       << "notint intern";
    }
    void piecesOfCode()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QTEST(marked(code, language), "expected");
    }

    void anyTextGivesPiecesInOrderInside()
    {
        const QString signs = QString::fromUtf8("\"'`#/*-<>&;@$\\\n{}é👍ab1 ");
        quint32 seed = 1;
        for (const QString language :
             {"cpp", "python", "js", "java", "c#", "go", "rust", "sql", "json", "sh", "html"}) {
            for (int turn = 0; turn < 200; ++turn) {
                QString code;
                for (int i = 0; i < 40; ++i) {
                    seed = seed * 1664525 + 1013904223;
                    code += signs.at(int((seed >> 16) % quint32(signs.size())));
                }
                int end = 0;
                for (const CodeSpan &span : codeSpans(code, language)) {
                    QVERIFY2(span.start >= end && span.length > 0, qPrintable(language + ": " + code));
                    end = span.start + span.length;
                }
                QVERIFY(end <= code.size());
            }
        }
    }

    void aVeryLongBlockHasNone() { QVERIFY(codeSpans(QString("if (a) return 1;\n").repeated(2000), "cpp").isEmpty()); }
};

QTEST_APPLESS_MAIN(TextCodeSpansTest)
#include "text_code_spans_test.moc"
