#include "text/date_words.h"
#include "text/search_words.h"

#include <QTest>

using namespace parvis::text;

class TextSearchWordsTest : public QObject {
    Q_OBJECT

    const QDate m_today{2026, 11, 25}; // a Wednesday

    SearchWords parsed(const QString &typed) const { return parseSearchWords(typed, m_today); }

private Q_SLOTS:
    void wordsBetweenOperatorsAreWhatIsLookedFor_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << "béton bas carbone"
                              << "béton bas carbone";
        QTest::newRow("before") << "de:aline béton"
                                << "béton";
        QTest::newRow("after") << "béton de:aline"
                               << "béton ";
        QTest::newRow("between") << "plan dans:travaux de levage"
                                 << "plan de levage";
        QTest::newRow("unknown key") << "note:12 béton"
                                     << "note:12 béton";
        QTest::newRow("inside a word") << "http://in:80 x"
                                       << "http://in:80 x";
        QTest::newRow("within quotes") << "\"de:aline dit\" x"
                                       << "\"de:aline dit\" x";
        QTest::newRow("value in quotes") << "dans:\"Gros œuvre\" x"
                                         << "x";
        QTest::newRow("open quote") << "x dans:\"Gros œu"
                                    << "x ";
        QTest::newRow("empty value") << "de: aline"
                                     << "aline";
    }
    void wordsBetweenOperatorsAreWhatIsLookedFor()
    {
        QFETCH(QString, typed);
        QTEST(parsed(typed).text, "text");
    }

    void peopleAndGroupsAreNamedInBothLanguages()
    {
        QCOMPARE(parsed("de:aline").from, QStringList{"aline"});
        QCOMPARE(parsed("FROM:@aline.petit x").from, QStringList{"aline.petit"});
        QCOMPARE(parsed("par:\"Aline Petit\" by:jean").from, (QStringList{"Aline Petit", "jean"}));
        QCOMPARE(parsed("de:moi").from, QStringList{searchMe.toString()});
        QCOMPARE(parsed("from:me ").from, QStringList{searchMe.toString()});
        QCOMPARE(parsed(QString::fromUtf8("dans:« Gros œuvre »")).in, QStringList{QString::fromUtf8("Gros œuvre")});
        QCOMPARE(parsed("in:bridge").in, QStringList{"bridge"});
    }

    void kindsAreNamedInBothLanguages()
    {
        QCOMPARE(parsed("type:commentaires x").type, SearchType::Comment);
        QCOMPARE(parsed("type:post x").type, SearchType::Post);
        QCOMPARE(parsed("kind:people x").type, SearchType::Person);
        QCOMPARE(parsed("type:groupe x").type, SearchType::Group);
        QCOMPARE(parsed("type:documents x").type, SearchType::Document);
        QCOMPARE(parsed("type:fichier x").type, SearchType::Document);
        QVERIFY(!parsed("type:vache x").type);
        QCOMPARE(parsed("type:vache x").notUnderstood, QStringList{"type:vache"});
        QVERIFY(parsed("type:vach").notUnderstood.isEmpty()); // still being typed
    }

    void datesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        const auto day = [](int y, int m, int d) { return QDate(y, m, d); };
        QTest::newRow("year") << "2025" << day(2025, 1, 1) << day(2025, 12, 31);
        QTest::newRow("month") << "2026-02" << day(2026, 2, 1) << day(2026, 2, 28);
        QTest::newRow("day") << "2026-03-12" << day(2026, 3, 12) << day(2026, 3, 12);
        QTest::newRow("French day") << "12/03/2026" << day(2026, 3, 12) << day(2026, 3, 12);
        QTest::newRow("short year") << "12.3.26" << day(2026, 3, 12) << day(2026, 3, 12);
        QTest::newRow("no year") << "12/03" << day(2026, 3, 12) << day(2026, 3, 12);
        QTest::newRow("no year, not yet come") << "24/12" << day(2025, 12, 24) << day(2025, 12, 24);
        QTest::newRow("month by name") << "mars" << day(2026, 3, 1) << day(2026, 3, 31);
        QTest::newRow("month not yet come") << "décembre" << day(2025, 12, 1) << day(2025, 12, 31);
        QTest::newRow("this month") << "novembre" << day(2026, 11, 1) << day(2026, 11, 30);
        QTest::newRow("English month") << "March" << day(2026, 3, 1) << day(2026, 3, 31);
        QTest::newRow("cut month") << "sept" << day(2026, 9, 1) << day(2026, 9, 30);
        QTest::newRow("month and year") << "mars 2024" << day(2024, 3, 1) << day(2024, 3, 31);
        QTest::newRow("accents") << "aout-2024" << day(2024, 8, 1) << day(2024, 8, 31);
        QTest::newRow("today") << "aujourd’hui" << day(2026, 11, 25) << day(2026, 11, 25);
        QTest::newRow("yesterday") << "hier" << day(2026, 11, 24) << day(2026, 11, 24);
        QTest::newRow("weekday") << "lundi" << day(2026, 11, 23) << day(2026, 11, 23);
        QTest::newRow("weekday today") << "wednesday" << day(2026, 11, 25) << day(2026, 11, 25);
        QTest::newRow("weekday last week") << "jeudi" << day(2026, 11, 19) << day(2026, 11, 19);
        QTest::newRow("week") << "semaine" << day(2026, 11, 23) << day(2026, 11, 29);
        QTest::newRow("days ago") << "7j" << day(2026, 11, 18) << day(2026, 11, 18);
        QTest::newRow("months ago") << "3m" << day(2026, 8, 25) << day(2026, 8, 25);
        for (const char *no : {"", "99", "2026-13", "31/02/2026", "pluie", "12/03/2", "ma"})
            QTest::newRow(no) << no << QDate() << QDate();
    }
    void datesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, first);
        const auto span = dateSpan(typed, m_today, false);
        QCOMPARE(span.has_value(), first.isValid());
        if (span) {
            QCOMPARE(span->first, first);
            QTEST(span->last, "last");
        }
    }

    void whereTheMonthStandsFirstItIsReadFirst()
    {
        QCOMPARE(dateSpan(u"03/12/2026", m_today, true)->first, QDate(2026, 3, 12));
        QCOMPARE(dateSpan(u"03/12/2026", m_today, false)->first, QDate(2026, 12, 3));
    }

    void boundsAreWhatTheWordsSay()
    {
        QCOMPARE(parsed("avant:2026-03 x").until, QDate(2026, 3, 1));
        QVERIFY(!parsed("avant:2026-03 x").since.isValid());
        QCOMPARE(parsed(QString::fromUtf8("après:2026-03 x")).since, QDate(2026, 4, 1));
        QCOMPARE(parsed("after:hier x").since, QDate(2026, 11, 25));
        QCOMPARE(parsed("depuis:2026-03 x").since, QDate(2026, 3, 1));
        const SearchWords march = parsed("en:mars x");
        QCOMPARE(march.since, QDate(2026, 3, 1));
        QCOMPARE(march.until, QDate(2026, 4, 1));
        const SearchWords both = parsed("depuis:2026 avant:juin since:2026-02 x");
        QCOMPARE(both.since, QDate(2026, 2, 1));
        QCOMPARE(both.until, QDate(2026, 6, 1));
        QCOMPARE(parsed("avant:demain x").notUnderstood, QStringList{"avant:demain"});
    }

    void anOperatorIsWrittenOnceAndTakenAway()
    {
        using enum SearchOperator;
        QCOMPARE(withOperator("béton", From, "Aline Petit", true), QString("de:\"Aline Petit\" béton"));
        QCOMPARE(withOperator("from:jean béton", From, "aline", true), QString("de:aline béton"));
        QCOMPARE(withOperator("béton de:jean plan", From, "", true), QString("béton plan"));
        QCOMPARE(withOperator("", In, "bridge", false), QString("in:bridge "));
        // What was written is understood again.
        QCOMPARE(parsed(withOperator("x", From, "Aline Petit", true)).from, QStringList{"Aline Petit"});
        QCOMPARE(parsed(withOperator("x", Type, typeWord(SearchType::Group, true), true)).type, SearchType::Group);
        for (const auto op : {From, In, Before, After, Since, During, Type}) {
            for (const bool french : {true, false})
                QCOMPARE(parsed(operatorWord(op, french) + ":2026 x").parts.value(0).op, op);
        }
    }

    void anyInputIsAccepted()
    {
        for (const QString &typed :
             {QString(":"), QString("de:"), QString("de:de:de:"), QString("\"de:"), QString(5000, u':'),
              QString("de:\"") + QString(3000, u'x'), QString(QChar(0xd800)) + ":x"})
            QVERIFY(parsed(typed).parts.size() <= 16);
        QString many;
        for (int i = 0; i < 100; ++i)
            many += "de:x ";
        QCOMPARE(parsed(many).parts.size(), 16);
    }
};

QTEST_APPLESS_MAIN(TextSearchWordsTest)
#include "text_search_words_test.moc"
