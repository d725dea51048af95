#pragma once

#include "ui/context.h"
#include "ui/text/body_layout.h"

#include <QWidget>

namespace parvis::ui {

// A text that people wrote, drawn as posts are; links, mentions and tags can be pressed.
class MarkdownText : public QWidget {
    Q_OBJECT

public:
    explicit MarkdownText(const Context &context, QWidget *parent = nullptr);
    void setText(const QString &markdown);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    const BodyLayout &laidOut(int width) const;

    Context m_context;
    QString m_text;
    text::Document m_document;
    mutable std::unique_ptr<BodyLayout> m_layout;
    mutable int m_width = -1;
};

} // namespace parvis::ui
