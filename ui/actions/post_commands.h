#pragma once

#include <QList>
#include <QString>

namespace parvis::ui {

// What can be done with a post or comment. The words are here once: menu, palette, page of keys and screen reader take them.
enum class PostCommand {
    Open,
    Reply,
    React,
    Reactors,
    OpenLink,
    Files,
    Copy,
    CopyMarkdown,
    CopyLink,
    SelectAll,
    Bookmark,
    History,
    Pin,
    Edit,
    Remove
};

struct PostCommandWords {
    PostCommand command = PostCommand::Open;
    QString id;   // of the action, "post.reply"
    QString text; // as in a menu
    QString help;
    QString keys;      // portable; heard by the list of posts
    bool rare = false; // stands below a line in the menu
};

const QList<PostCommand> &postCommands(); // in the order of the menu
PostCommandWords wordsOf(PostCommand command);
int listKeyOf(PostCommand command); // the key without modifiers that the list hands on; 0: none

} // namespace parvis::ui
