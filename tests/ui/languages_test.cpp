// Every view in a language that nobody speaks, and read from the right.
#include "support/gallery.h"
#include "support/pseudo_locale.h"
#include "support/text_catcher.h"
#include "ui/delegates/card_layout.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

using namespace parvis;
using tests::OpenView;
using tests::PseudoLocale;
using tests::UiWorld;

namespace {

// Names of products and of keys are the same in every language; initials are no words.
bool needsNoTranslation(const QString &word)
{
    static const QStringList same{"Parvis", "English", "Fran\u00E7ais", "https", "parvis", "example", "com", "Ctrl",
                                  "Shift", "Alt", "Del", "Esc", "Enter", "Return", "Tab",
                                  // the operators of a search, as one types them, and the examples of them
                                  "since", "during", "before", "after", "from", "in", "type", "draft",
                                  // names of emoji come with the emoji
                                  "astronaut", "woman", "man", "rocket", "party", "popper", "partying", "face"};
    static const QRegularExpression initials("^\\p{Lu}{1,2}$");
    return same.contains(word) || initials.match(word).hasMatch()
           || std::none_of(word.begin(), word.end(), PseudoLocale::isForeign);
}

// What people and the company wrote is shown as it is.
class WrittenByPeople {
public:
    explicit WrittenByPeople(const UiWorld &world)
    {
        add(world.backend.companyName);
        for (const auto &person : world.backend.people_) {
            add(person.card.fullName);
            add(person.card.title);
            add(person.card.handle);
            add(person.profile.bio);
            add(person.profile.site);
            add(person.profile.country);
            m_all += ' ' + person.profile.languages.join(' ');
        }
        for (const auto &group : world.backend.groupList) {
            add(group.title);
            add(group.title.toUpper());
            add(group.handle);
            add(group.description);
            add(group.rules);
        }
        for (const auto &requests : world.backend.requestLists) {
            for (const auto &request : requests)
                add(request.note);
        }
        for (const auto &post : world.backend.scheduledList)
            add(post.body);
        for (const auto &item : world.backend.items)
            add(item.body);
        addScenes();
        for (int i = 1; i <= 12; ++i)
            add(QLocale().standaloneMonthName(i) + ' ' + QLocale().monthName(i, QLocale::ShortFormat));
        for (int i = 1; i <= 7; ++i)
            add(QLocale().standaloneDayName(i) + ' ' + QLocale().dayName(i, QLocale::ShortFormat));
    }
    bool has(const QString &word) const { return m_all.contains(word, Qt::CaseInsensitive); }

private:
    // What the scenes of the gallery have people write: sentences in its sources.
    void addScenes()
    {
        static const QRegularExpression sentence("\"((?:[^\"\\\\\\n]|\\\\.)+)\"");
        const QDir folder(QStringLiteral(PARVIS_SOURCE_DIR "/tests/support"));
        for (const QString &name :
             folder.entryList({"gallery*.cpp", "fake_backend*.cpp", "scene*.cpp", "*views.cpp"})) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            for (auto it = sentence.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
                add(it.next().captured(1));
        }
    }
    void add(const QString &text) { m_all += ' ' + text; }
    QString m_all;
};

QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    if (widget->isWindow())
        texts << widget->windowTitle();
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        texts << edit->placeholderText();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        texts << edit->placeholderText();
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < combo->count(); ++i)
            texts << combo->itemText(i);
    }
    for (const QAction *action : widget->actions())
        texts << action->text();
    return texts;
}

// A control that is smaller than its words, and does not say so with an ellipsis.
bool isClipped(const QWidget *widget)
{
    if (widget->property("elides").toBool() || widget->toolTip().contains(PseudoLocale::open))
        return false; // it says that it is cut, and tells the rest
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->wordWrap())
            return label->height() < label->heightForWidth(label->width());
        return !label->text().isEmpty() && label->width() < label->sizeHint().width();
    }
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && !button->text().isEmpty() && qobject_cast<const QPushButton *>(widget)
           && button->width() < button->sizeHint().width();
}

QList<QWidget *> visibleIn(QWidget *root)
{
    QList<QWidget *> all{root};
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (widget->isVisibleTo(root) && !widget->objectName().startsWith("qt_"))
            all.append(widget);
    }
    return all;
}

} // namespace

class LanguagesTest : public QObject {
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
    PseudoLocale m_pseudo;

private Q_SLOTS:
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_pseudo);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void everyWordIsTranslated_data() { eachView(); }
    void everyWordIsTranslated()
    {
        UiWorld world;
        furnish(world);
        QCoreApplication::installTranslator(&m_pseudo);
        OpenView open(world, current(), {1920, 1080});
        const WrittenByPeople people(world);
        QSet<QString> bare;
        static const QRegularExpression words("\\p{L}{2,}");
        auto check = [&](const QString &text, const QString &where) {
            for (auto it = words.globalMatch(text); it.hasNext();) {
                const QString word = it.next().captured();
                if (!needsNoTranslation(word) && !people.has(word))
                    bare.insert(where + ": " + word + " in " + text);
            }
        };
        for (const QWidget *widget : visibleIn(open.shown())) {
            for (const QString &text : textsOf(widget))
                check(text, widget->metaObject()->className());
        }
        for (const QString &text : tests::TextCatcher::painted(open.shown()))
            check(text, "painted");
        QVERIFY2(bare.isEmpty(), qPrintable(QStringList(bare.values()).join("; ")));
    }

    void noWordIsCutOff_data() { eachView(); }
    void noWordIsCutOff()
    {
        UiWorld world;
        furnish(world);
        QCoreApplication::installTranslator(&m_pseudo);
        OpenView open(world, current());
        QStringList cut;
        for (const QWidget *widget : visibleIn(open.shown())) {
            if (isClipped(widget))
                cut << QString("%1 %2x%3 needs %4x%5: %6")
                           .arg(widget->metaObject()->className())
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(widget->sizeHint().width())
                           .arg(widget->sizeHint().height())
                           .arg(textsOf(widget).join('|'));
        }
        // What is painted is cut with an ellipsis: of our own words none should be, unless the whole is near.
        QStringList told;
        for (const QWidget *widget : visibleIn(open.shown())) {
            if (widget->property("elides").toBool() || !widget->toolTip().isEmpty())
                told << textsOf(widget);
        }
        for (const QString &text : tests::TextCatcher::painted(open.shown())) {
            const bool ours = std::none_of(text.begin(), text.end(), PseudoLocale::isForeign);
            const QString kept = text.chopped(1).trimmed();
            const bool isTold =
                std::any_of(told.begin(), told.end(), [&](const QString &all) { return all.contains(kept); });
            if (ours && text.startsWith(PseudoLocale::open) && text.endsWith(u'\u2026') && !isTold)
                cut << "painted: " + text;
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join("; ")));
    }

    void fromTheRightEverythingStandsMirrored_data() { eachView(); }
    void fromTheRightEverythingStandsMirrored()
    {
        struct Spot {
            QString what;
            QRect rect;
        };
        auto spots = [&](Qt::LayoutDirection direction) {
            QGuiApplication::setLayoutDirection(direction);
            UiWorld world;
            furnish(world);
            world.languages.apply("en");
            OpenView open(world, current());
            QList<Spot> found;
            for (QWidget *widget : visibleIn(open.shown())) {
                const bool apart =
                    widget->window() != open.shown()->window() // stands where its button is
                    || widget->inherits("parvis::ui::ComposerCompletion")
                    || (widget->parentWidget() && widget->parentWidget()->inherits("parvis::ui::ComposerCompletion"));
                if (widget != open.shown() && !qobject_cast<QScrollBar *>(widget) && !apart)
                    found.append({widget->metaObject()->className() + QString(" ") + widget->accessibleName(),
                                  QRect(widget->mapTo(open.shown(), QPoint()), widget->size())});
            }
            found.append({"window", open.shown()->rect()});
            return found;
        };
        const QList<Spot> left = spots(Qt::LeftToRight), right = spots(Qt::RightToLeft);
        QCOMPARE(left.size(), right.size());
        const int width = left.last().rect.width();
        QStringList wrong;
        for (qsizetype i = 0; i < left.size(); ++i) {
            const QRect &rect = left.at(i).rect;
            const int wanted = width - rect.left() - rect.width();
            // Where it begins counts; how wide it is may differ by a letter.
            const int begins = qAbs(right.at(i).rect.left() + right.at(i).rect.width() - (width - rect.left()));
            if (begins > 2 && qAbs(right.at(i).rect.left() - wanted) > 2 && right.at(i).what == left.at(i).what)
                wrong << QString("%1 at %2, not %3").arg(left.at(i).what).arg(right.at(i).rect.left()).arg(wanted);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join("; ")));
    }

    void fromTheRightACardStandsMirrored()
    {
        UiWorld world;
        furnish(world);
        const auto &item = world.backend.items.first();
        for (const auto kind : {ui::CardForm::Feed, ui::CardForm::Root, ui::CardForm::Comment}) {
            const ui::CardForm form{.kind = kind, .showPlace = true};
            const ui::CardLayout left(item, form, 680, world.theme);
            QGuiApplication::setLayoutDirection(Qt::RightToLeft);
            const ui::CardLayout right(item, form, 680, world.theme);
            QGuiApplication::setLayoutDirection(Qt::LeftToRight);
            QCOMPARE(left.areas().size(), right.areas().size());
            for (qsizetype i = 0; i < left.areas().size(); ++i) {
                const QRectF &rect = left.areas().at(i).rect;
                QCOMPARE(right.areas().at(i).rect, QRectF(680 - rect.right(), rect.top(), rect.width(), rect.height()));
            }
        }
    }
};

QTEST_MAIN(LanguagesTest)
#include "languages_test.moc"
