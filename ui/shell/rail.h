#pragma once

#include "ui/context.h"
#include "ui/shell/navigator.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

class QVBoxLayout;

namespace parvis::ui {

class CompanyButton;
class Face;
class FaceButton;

// One place of the rail: an icon, a word, and a quiet count.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const Theme &theme, Icon icon, const QString &text, QWidget *parent);
    void setCount(int count);
    int count() const { return m_count; }
    void setQuiet(bool quiet) { m_quiet = quiet; } // the count calls for nothing: no filled badge
    void setCurrent(bool current);
    bool isCurrent() const { return m_current; }
    QSize sizeHint() const override { return {m_theme.px(72), m_theme.px(52)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Icon m_icon;
    int m_count = 0;
    bool m_current = false;
    bool m_quiet = false;
};

// The narrow column at the left: the company, the places, what waits, oneself.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(const Context &context, QWidget *parent = nullptr);
    void setPlace(const Place &place);
    void setWaiting(int pending, int rejected);
    void setNotices(int unread);
    int noticeCount() const { return m_notices->count(); }
    QAbstractButton *currentButton() const; // of the place that is shown, or the first
    QPoint menuPosition() const;            // of the menu that one's own face opens, global

Q_SIGNALS:
    void menuWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void readMe();
    void showCompanies();
    RailButton *add(Icon icon, const QString &text, Place::Kind kind);

    Context m_context;
    QList<QPair<RailButton *, Place::Kind>> m_buttons;
    RailButton *m_notices = nullptr;
    RailButton *m_outbox = nullptr;
    QVBoxLayout *m_companies = nullptr;
    QHash<QString, CompanyButton *> m_companyButtons; // by the profile's key
    FaceButton *m_me = nullptr;
    bool m_meKnown = false;
};

} // namespace parvis::ui
