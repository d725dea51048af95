#include "ui/shell/languages.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

class TranslationTest : public QObject {
    Q_OBJECT

    struct Message {
        QString context, source, type;
        bool numerus = false;
        QStringList texts;
    };

    static QList<Message> messages(const QString &language)
    {
        QFile file(QStringLiteral(PARVIS_SOURCE_DIR "/translations/parvis_") + language + ".ts");
        QList<Message> all;
        if (!file.open(QIODevice::ReadOnly))
            return all;
        QXmlStreamReader xml(&file);
        QString context;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("message"))
                all.append({context, {}, {}, xml.attributes().value("numerus") == QLatin1String("yes"), {}});
            else if (xml.name() == QLatin1String("source"))
                all.last().source = xml.readElementText();
            else if (xml.name() == QLatin1String("translation")) {
                all.last().type = xml.attributes().value("type").toString();
                if (!all.last().numerus)
                    all.last().texts << xml.readElementText();
            } else if (xml.name() == QLatin1String("numerusform"))
                all.last().texts << xml.readElementText();
        }
        return all;
    }

private Q_SLOTS:
    void frenchIsComplete()
    {
        const auto all = messages("fr");
        QVERIFY(all.size() > 200);
        for (const Message &message : all) {
            const QString where = message.context + ": " + message.source;
            QVERIFY2(message.type.isEmpty(), qPrintable(where));
            QCOMPARE(message.texts.size(), message.numerus ? 2 : 1);
            for (const QString &text : message.texts)
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(where));
        }
    }

    void placeholdersAreTheSame()
    {
        static const QRegularExpression placeholder("%(\\d|n)");
        for (const Message &message : messages("fr")) {
            auto found = [](const QString &text) {
                QStringList list;
                for (auto it = placeholder.globalMatch(text); it.hasNext();)
                    list << it.next().captured();
                list.sort();
                return list;
            };
            for (const QString &text : message.texts)
                QCOMPARE(found(text), found(message.source));
        }
    }

    // The rules of the Imprimerie nationale, as far as a window needs them.
    static QString againstTypography(const QString &text)
    {
        struct Rule {
            QRegularExpression wrong;
            const char *why;
        };
        static const QList<Rule> rules{
            {QRegularExpression("[^\u202F?!][;?!](?=\\s|$|\u00A0|\\))"), "a narrow no-break space stands before ; ? !"},
            {QRegularExpression("[^\u00A0]:(?=\\s|$)"), "a no-break space stands before a colon"},
            {QRegularExpression("\u00AB[^\u00A0]|[^\u00A0]\u00BB"), "no-break spaces stand inside quotation marks"},
            {QRegularExpression("[\"'\u201C\u201D]"), "an apostrophe is \u2019, quotation marks are \u00AB and \u00BB"},
            {QRegularExpression("\\.\\.\\."), "an ellipsis is one sign"},
            {QRegularExpression("\\d ?%(?!\\d|n)"), "a no-break space stands before a per cent sign"},
            {QRegularExpression(" ,| \\.(?!\\w)|  "), "no blank before a comma or a full stop, nor two in a row"}};
        for (const Rule &rule : rules) {
            if (rule.wrong.match(text).hasMatch())
                return QString::fromUtf8(rule.why);
        }
        return {};
    }

    void frenchTypographyIsKept()
    {
        QVERIFY(againstTypography(
                    QString::fromUtf8("Vraiment\u202F? D\u2019accord\u00A0: \u00AB\u00A0oui\u00A0\u00BB\u202F!"))
                    .isEmpty());
        for (const char *wrong : {"Vraiment?", "Vraiment ?", "Ici : l\u00E0", "l'heure", "\u00AB oui \u00BB",
                                  "attendez...", "dit \"oui\"", "100%"})
            QVERIFY2(!againstTypography(QString::fromUtf8(wrong)).isEmpty(), wrong);
        for (const Message &message : messages("fr")) {
            for (const QString &text : message.texts)
                QVERIFY2(againstTypography(text).isEmpty(), qPrintable(againstTypography(text) + ": " + text));
        }
    }

    void englishHasItsPlurals()
    {
        int plurals = 0;
        for (const Message &message : messages("en")) {
            QVERIFY2(!message.numerus || (message.type.isEmpty() && message.texts.size() == 2),
                     qPrintable(message.source));
            plurals += message.numerus ? 1 : 0;
        }
        QVERIFY(plurals > 5);
    }

    void bothLanguagesAreInTheProgram()
    {
        parvis::ui::Languages languages;
        languages.apply("fr");
        QCOMPARE(QCoreApplication::translate("parvis::ui::Rail", "Settings"), QString::fromUtf8("R\xC3\xA9glages"));
        languages.apply("en");
        QCOMPARE(QCoreApplication::translate("parvis::ui::Rail", "Settings"), QString("Settings"));
    }
};

QTEST_MAIN(TranslationTest)
#include "translation_test.moc"
