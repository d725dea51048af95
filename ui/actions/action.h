#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace parvis::ui {

// Under which heading an action stands in the menu and on the page of keys.
enum class ActionGroup { Go, Find, Write, Post, Place, Groups, Move, View, Program };

// Something that the window can do, said once: palette, menus, the page of keys and the screen reader use these words.
struct Action {
    // Who hears the keys: the whole window; or the list, the text or the system, which handle them themselves.
    enum Hears { Window, Elsewhere };

    QString id = {}; // stable, "go.feed"
    ActionGroup group = ActionGroup::Program;
    QString text = {}; // as in a menu, without the key
    QString help = {}; // one sentence: what it does
    QString keys = {}; // portable text, several parted by ';'
    Hears hears = Window;
    std::function<void()> run = {};        // none: only told about
    std::function<bool()> possible = {};   // now; none: always
    std::function<QString()> textNow = {}; // where the words depend on the moment ("Pin", "Unpin")
};

QString title(ActionGroup group);
QString help(ActionGroup group); // when it can be used; empty: always

// The keys of a portable text as this system and language show them, for each sequence its caps: "Ctrl+K;F1" → Ctrl K, F1.
QList<QStringList> keyCaps(const QString &portable);
QStringList shownKeys(const QString &portable); // each sequence as one text, "Ctrl+K"

} // namespace parvis::ui
