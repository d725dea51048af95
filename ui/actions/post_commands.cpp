#include "ui/actions/post_commands.h"

#include <QCoreApplication>

namespace parvis::ui {

namespace {

struct PostWords {
    Q_DECLARE_TR_FUNCTIONS(PostWords)
};

} // namespace

const QList<PostCommand> &postCommands()
{
    using enum PostCommand;
    static const QList<PostCommand> all{Open, Reply, React, OpenLink, Copy, CopyLink, Pin, Edit, Remove};
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
    case PostCommand::OpenLink:
        return made("post.link", PostWords::tr("Open the first link"),
                    PostWords::tr("In the browser, after its real address was shown."), "O");
    case PostCommand::Copy:
        return made("post.copy", PostWords::tr("Copy the text"), PostWords::tr("As it was written, in Markdown."), "");
    case PostCommand::CopyLink:
        return made("post.copylink", PostWords::tr("Copy link"), PostWords::tr("For a message or a document: it opens here."),
                    "L");
    case PostCommand::Pin:
        return made("post.pin", PostWords::tr("Pin"), PostWords::tr("Keeps the post in sight in its group."), "P");
    case PostCommand::Edit:
        return made("post.edit", PostWords::tr("Edit…"), PostWords::tr("Change what you wrote; the history is kept."),
                    "E", true);
    case PostCommand::Remove:
        return made("post.delete", PostWords::tr("Delete…"), PostWords::tr("For everybody, after a question."), "Del",
                    true);
    }
    return {};
}

} // namespace parvis::ui
