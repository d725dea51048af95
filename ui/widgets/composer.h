#pragma once

#include "ui/context.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace parvis::ui {

class CardFrame;

// Where plain Markdown is written. The text stays until it is durable in the outbox; a draft is kept per place, 500 ms after
// the last key and on leaving.
class Composer : public QWidget {
    Q_OBJECT

public:
    using Write = std::function<Backend::Answer<Backend::Written>(const QString &body)>;
    struct Target {
        QString draftPlace{}; // empty: no draft is kept
        QString placeholder{};
        QString button{};
        QString text{};           // to begin with, if there is no draft
        bool choosePlace = false; // of a new post: one picks where; `write` is then not used
        Write write{};
    };

    explicit Composer(const Context &context, QWidget *parent = nullptr);
    ~Composer() override;

    void setTarget(const Target &target); // keeps the draft of the place that it leaves
    void saveDraftNow();
    void focusText();
    QString text() const;
    void setText(const QString &text);
    QString stateText() const;
    void submit();

Q_SIGNALS:
    void written(const parvis::model::Uuid &id);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onText();
    void scheduleDraft();
    void fitHeight();
    void fillPlaces();
    void setState(const QString &text, bool bad = false);
    Backend::Answer<Backend::Written> write(const QString &body);

    Context m_context;
    Target m_target;
    CardFrame *m_frame;
    QPlainTextEdit *m_edit;
    QComboBox *m_place;
    QLabel *m_state;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    base::Scheduler::Handle m_draftTimer = 0;
    QString m_savedDraft;
    quint64 m_generation = 0;
    bool m_writing = false;
    bool m_filling = false;
};

} // namespace parvis::ui
