#pragma once

#include "text/word_diff.h"
#include "ui/context.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace parvis::ui {

class Preview;

// A version as large as the window.
class PreviewDialog : public QDialog {
    Q_OBJECT

public:
    PreviewDialog(const Context &context, const store::DocumentItem &document, const Uuid &version, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Preview *m_preview;
};

// Two versions of a text, the words that differ marked; of anything else both are shown side by side.
class CompareDialog : public QDialog {
    Q_OBJECT

public:
    CompareDialog(const Context &context, const store::DocumentItem &document, const store::VersionItem &before,
                  const store::VersionItem &after, QWidget *parent);

private:
    void readBoth();
    void tell(const QString &text);
    void showDifference();
    void showPieces();

    Context m_context;
    store::VersionItem m_before, m_after;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_state = nullptr;
    std::optional<QByteArray> m_bytes[2];
    QList<text::DiffPiece> m_pieces;
};

} // namespace parvis::ui
