#include "ui/actions/post_commands.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace parvis::ui {

namespace {

struct PostWords {
    Q_DECLARE_TR_FUNCTIONS(PostWords)
};

} // namespace

const QList<PostCommand> &postCommands()
{
    using enum PostCommand;
    static const QList<PostCommand> all{Open,     Reply,     React,    Reactors, OpenLink, Files, Copy, CopyMarkdown,
                                        CopyLink, SelectAll, Bookmark, History,  Pin,      Edit, Remove};
    return all;
}

PostCommandWords wordsOf(PostCommand command)
{
    const auto made = [command](const char *id, const QString &text, const QString &help, const char *keys,
                                bool rare = false) {
        return PostCommandWords{command, QLatin1String(id), text, help, QLatin1String(keys), rare};
    };
    switch (command) {
    case PostCommand::Open:
        return made("post.open", PostWords::tr("Open the thread"), PostWords::tr("The post with all its comments."),
                    "Return");
    case PostCommand::Reply:
        return made("post.reply", PostWords::tr("Reply"), PostWords::tr("Write a comment in its thread."), "R");
    case PostCommand::React:
        return made("post.react", PostWords::tr("React…"), PostWords::tr("Answer with an emoji."), "+");
    case PostCommand::Reactors:
        return made("post.reactors", PostWords::tr("Who reacted…"), PostWords::tr("The names behind the counts."), "W");
    case PostCommand::OpenLink:
        return made("post.link", PostWords::tr("Open the first link"),
                    PostWords::tr("In the browser, after its real address was shown."), "O");
    case PostCommand::Files:
        return made("post.files", PostWords::tr("Pictures and files…"),
                    PostWords::tr("Look at them, open or save them."), "A");
    case PostCommand::Copy:
        return made("post.copy", PostWords::tr("Copy the text"), PostWords::tr("What is selected, or all of it."),
                    "Ctrl+C");
    case PostCommand::CopyMarkdown:
        return made("post.markdown", PostWords::tr("Copy as Markdown"), PostWords::tr("As it was written."), "");
    case PostCommand::SelectAll:
        return made("post.select", PostWords::tr("Select the text"),
                    PostWords::tr("With Shift and the arrows after V, a part of it."), "Ctrl+A");
    case PostCommand::Bookmark:
        return made("post.bookmark", PostWords::tr("Bookmark"), PostWords::tr("Find it again in your bookmarks."), "B");
    case PostCommand::History:
        return made("post.history", PostWords::tr("History of edits…"), PostWords::tr("What it said before."), "H");
    case PostCommand::CopyLink:
        return made("post.copylink", PostWords::tr("Copy link"),
                    PostWords::tr("For a message or a document: it opens here."), "L");
    case PostCommand::Pin:
        return made("post.pin", PostWords::tr("Pin"), PostWords::tr("Keeps the post in sight in its group."), "P");
    case PostCommand::Edit:
        return made("post.edit", PostWords::tr("Edit…"), PostWords::tr("Change what you wrote; the history is kept."),
                    "E", true);
    case PostCommand::Remove:
        return made("post.delete", PostWords::tr("Delete"),
                    PostWords::tr("For everybody; for some seconds it can be taken back."), "Del", true);
    }
    return {};
}

int listKeyOf(PostCommand command)
{
    const QKeySequence keys(wordsOf(command).keys, QKeySequence::PortableText);
    return keys.isEmpty() || keys[0].keyboardModifiers() != Qt::NoModifier ? 0 : keys[0].key();
}

} // namespace parvis::ui
