#pragma once

#include "ui/models/backend.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace parvis::ui {

// The closed composer: one's face, an invitation, and the key that opens it. No editor is made before it is used.
class Prompt : public QAbstractButton {
    Q_OBJECT

public:
    explicit Prompt(const Theme &theme, QWidget *parent = nullptr);
    void setPerson(const QString &name, const Uuid &id);
    QSize sizeHint() const override { return {400, m_theme.px(58)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
    Uuid m_id;
};

} // namespace parvis::ui
