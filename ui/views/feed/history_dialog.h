#pragma once

#include "ui/context.h"

#include <QDialog>

class QPlainTextEdit;

namespace parvis::ui {

// Every version of a post or comment, the newest first, with what each changed in the one before.
class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    HistoryDialog(const Context &context, const store::FeedItem &item, QWidget *parent = nullptr);

private:
    void show(const store::FeedItem &item);
    void heading(const QString &text, const QString &detail, bool first);

    Context m_context;
    QPlainTextEdit *m_text;
};

} // namespace parvis::ui
