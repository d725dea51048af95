#pragma once

#include "text/typing.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>

#include <functional>

class QMenu;

namespace parvis::spelling {
class Speller;
}

namespace parvis::ui {

class MarkdownHighlighter;
class SpellMarks;

// The field of a composer: plain Markdown, styled while it is written, with the keys that people know. What it changes by itself
// is one step of undo each.
class ComposerEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    enum class Format { Bold, Italic, Strike, Code, Link, Heading, Bullets, Numbers, Quote, Deeper, Shallower };

    ComposerEdit(const Theme &theme, spelling::Speller *speller,
                 QWidget *parent); // without a speller nothing is checked

    void format(Format format);
    void apply(const text::Edit &edit);
    void insertWord(const QString &word); // at the caret, with blanks where words would touch
    // Puts `word` in the place of `removed` units at `at`, and a blank behind it if none is there.
    void complete(int at, int removed, const QString &word);
    text::Selection selection() const;
    void styleAnew(); // the look has changed
    // What is pasted or dropped and is no text; without, it is left alone.
    struct OtherData {
        std::function<bool(const QMimeData &data)> takes;
        std::function<void(const QMimeData &data)> take;
    };
    void setOtherData(const OtherData &other) { m_other = other; }

    struct Command {
        Format format;
        QString text;
        QString keys; // portable
    };
    static QList<Command> commands();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool handleEnter(const QKeyEvent &event);
    void judgeLeftWord();
    void goToNextWrong();
    void addSpelling(QMenu *menu, const QTextCursor &word);
    QTextCursor wrongWordAt(int position) const; // without a selection: none

    SpellMarks *m_marks;
    MarkdownHighlighter *m_highlighter;
    OtherData m_other;
    int m_caretBlock = -1;
    int m_step = 0;
};

} // namespace parvis::ui
