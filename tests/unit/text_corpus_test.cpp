#include "text/markdown.h"
#include "text/snippet.h"
#include "text/tokenizer_core.h"
#include "text/words.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace parvis::text;

// Texts that came to us damaged are handled without damaging them further.
class TextCorpusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = qEnvironmentVariable("PARVIS_TEST_DATA");
        if (folder.isEmpty())
            QSKIP("PARVIS_TEST_DATA is not set");
        for (const QString &name : {QString("text/004-mixed-encoding.txt")}) {
            QFile file(QDir(folder).filePath(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            m_bytes = file.readAll();
        }
        m_text = QString::fromUtf8(m_bytes);
    }

    void everyWordSurvivesTheMarkdownReader()
    {
        QStringList before;
        for (const Word &word : words(m_text))
            before << m_text.mid(word.start, word.length);
        const QString plain = plainText(parseMarkdown(m_text));
        QStringList after;
        for (const Word &word : words(plain))
            after << plain.mid(word.start, word.length);
        QVERIFY(before.size() > 500);
        QCOMPARE(after, before);
    }

    void tokensAreValidAndInPlace()
    {
        int last = 0;
        emitTokens(m_bytes.constData(), int(m_bytes.size()), Mode::Document,
                   [&](const char *token, int length, int start, int end, bool colocated) {
                       QVERIFY(length > 0 && start < end && end <= m_bytes.size());
                       QVERIFY(colocated || start >= last);
                       last = start;
                       const QString text = QString::fromUtf8(token, length);
                       QCOMPARE(text.toUtf8(), QByteArray(token, length));
                   });
        QVERIFY(last > 0);
    }

    void wholeWordsAreFound()
    {
        for (const char *typed : {"entreprises ", "photographe ", "information ", "communique"}) {
            const Query query = parseQuery(QString(typed));
            QVERIFY2(matches(m_text, query), typed);
            QVERIFY(!snippet(plainText(parseMarkdown(m_text)), query, 120).highlights.empty());
        }
    }

private:
    QByteArray m_bytes;
    QString m_text;
};

QTEST_GUILESS_MAIN(TextCorpusTest)
#include "text_corpus_test.moc"
