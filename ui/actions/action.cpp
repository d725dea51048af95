#include "ui/actions/action.h"

#include <QCoreApplication>
#include <QHash>
#include <QKeySequence>

namespace parvis::ui {

namespace {

struct ActionWords {
    Q_DECLARE_TR_FUNCTIONS(ActionWords)
};

#ifndef Q_OS_MACOS
// A key of a portable text as it stands on the keyboards of this language.
QString shownKey(const QString &key)
{
    static const QHash<QString, QString (*)()> named{
        {QStringLiteral("Ctrl"), [] { return ActionWords::tr("Ctrl", "key"); }},
        {QStringLiteral("Shift"), [] { return ActionWords::tr("Shift", "key"); }},
        {QStringLiteral("Alt"), [] { return ActionWords::tr("Alt", "key"); }},
        {QStringLiteral("Return"), [] { return ActionWords::tr("Enter", "key"); }},
        {QStringLiteral("Esc"), [] { return ActionWords::tr("Esc", "key"); }},
        {QStringLiteral("Del"), [] { return ActionWords::tr("Del", "key"); }},
        {QStringLiteral("Backspace"), [] { return ActionWords::tr("Backspace", "key"); }},
        {QStringLiteral("Space"), [] { return ActionWords::tr("Space", "key"); }},
        {QStringLiteral("Tab"), [] { return ActionWords::tr("Tab", "key"); }},
        {QStringLiteral("Home"), [] { return ActionWords::tr("Home", "key"); }},
        {QStringLiteral("End"), [] { return ActionWords::tr("End", "key"); }},
        {QStringLiteral("PgUp"), [] { return ActionWords::tr("Page up", "key"); }},
        {QStringLiteral("PgDown"), [] { return ActionWords::tr("Page down", "key"); }},
        {QStringLiteral("Menu"), [] { return ActionWords::tr("Menu", "key"); }},
        {QStringLiteral("Left"), [] { return QStringLiteral("←"); }},
        {QStringLiteral("Right"), [] { return QStringLiteral("→"); }},
        {QStringLiteral("Up"), [] { return QStringLiteral("↑"); }},
        {QStringLiteral("Down"), [] { return QStringLiteral("↓"); }}};
    const auto name = named.constFind(key);
    return name == named.constEnd() ? key : (*name)();
}
#endif

} // namespace

QString title(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Go: return ActionWords::tr("Go to");
    case ActionGroup::Find: return ActionWords::tr("Find");
    case ActionGroup::Write: return ActionWords::tr("Write");
    case ActionGroup::Post: return ActionWords::tr("Selected post or comment");
    case ActionGroup::Place: return ActionWords::tr("This group");
    case ActionGroup::Groups: return ActionWords::tr("List of groups");
    case ActionGroup::Move: return ActionWords::tr("Move about");
    case ActionGroup::View: return ActionWords::tr("Window");
    case ActionGroup::Program: return ActionWords::tr("Parvis");
    }
    return {};
}

QString help(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Post: return ActionWords::tr("Choose one with J and K, then:");
    case ActionGroup::Place: return ActionWords::tr("While a group is shown:");
    case ActionGroup::Groups: return ActionWords::tr("With the group that is chosen in it:");
    default: return {};
    }
}

QList<QStringList> keyCaps(const QString &portable)
{
    QList<QStringList> all;
    for (const QString &each : portable.split(u';', Qt::SkipEmptyParts)) {
        QStringList caps;
#ifdef Q_OS_MACOS
        caps << QKeySequence(each, QKeySequence::PortableText).toString(QKeySequence::NativeText);
#else
        qsizetype from = 0;
        for (qsizetype i = 1; i < each.size(); ++i) {
            if (each[i] != u'+' || i == from) // a '+' after another is the key itself
                continue;
            caps << shownKey(each.mid(from, i - from));
            from = i + 1;
        }
        caps << shownKey(each.mid(from));
#endif
        all << caps;
    }
    return all;
}

QStringList shownKeys(const QString &portable)
{
    QStringList shown;
    for (const QStringList &caps : keyCaps(portable))
        shown << caps.join(u'+');
    return shown;
}

} // namespace parvis::ui
