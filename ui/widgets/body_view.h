#pragma once

#include "ui/theme/theme.h"

#include <QScrollArea>

namespace parvis::ui {

class BodyLayout;

// A text as it will stand in a post, drawn by the same BodyLayout.
class BodyView : public QScrollArea {
    Q_OBJECT

public:
    explicit BodyView(const Theme &theme, QWidget *parent = nullptr);
    ~BodyView() override;
    void setBody(const QString &body);
    int bodyHeight() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Page;
    Page *m_page;
};

} // namespace parvis::ui
