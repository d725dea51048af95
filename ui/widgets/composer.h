#pragma once

#include "ui/context.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace parvis::ui {

class BodyView;
class CardFrame;
class ComposerCompletion;
class ComposerDraft;
class ComposerEdit;
class ComposerFiles;

// Where plain Markdown is written. The text stays until it is durable in the outbox; a draft is kept per place (ComposerDraft).
class Composer : public QWidget {
    Q_OBJECT

public:
    // `draft`: what the text was until now, to end with it.
    using Write = std::function<Backend::Answer<Backend::Written>(const QString &body, const Backend::Draft &draft,
                                                                  const Backend::Files &files)>;
    struct Target {
        QString draftPlace{}; // empty: no draft is kept
        QString placeholder{};
        QString button{};
        QString text{};           // to begin with, if there is no draft
        bool choosePlace = false; // of a new post: one picks where; `write` is then not used
        Write write{};
        // Of a new post: publishing it later is offered. Not used where one picks the place.
        std::function<Backend::Answer<Backend::Written>(const QString &body, base::Time at,
                                                        const Backend::Draft &draft)>
            schedule{};
        ScopeId place = ScopeId::directory(); // whose members and tags are offered first
        bool takesFiles = false;              // pictures and files may go with it
    };

    explicit Composer(const Context &context, QWidget *parent = nullptr);
    ~Composer() override;

    void setTarget(const Target &target); // keeps the draft of the place that it leaves
    void setPlace(const ScopeId &place);  // when it is known later
    void saveDraftNow();
    void focusText();
    QString text() const;
    void setText(const QString &text);
    QString stateText() const;
    void submit();
    void submitAt(base::Time at); // the server publishes it then
    void setPreview(bool on);
    bool isPreview() const;
    void pickEmoji();
    void attachFiles(); // asks which
    ComposerFiles *files() const { return m_files; }
    // What attachFiles() asks; the desktop's dialog if nothing else is set.
    using AskFiles = std::function<QStringList(QWidget *parent)>;
    void setAskFiles(AskFiles askFiles) { m_askFiles = std::move(askFiles); }

Q_SIGNALS:
    void written(const parvis::model::Uuid &id);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeTools();
    void onText();
    void fitHeight();
    void fitPreview();
    void fillPlaces();
    void offerOther();
    void askWhen();
    void setState(const QString &text, bool bad = false);
    bool hasSomething() const; // to send
    void fitSubmit();
    QString failure(const base::Error &error) const;
    Backend::Answer<Backend::Written> write(const QString &body, const std::optional<base::Time> &at,
                                            const Backend::Draft &draft, const Backend::Files &files);
    void onWritten(const QString &body, const std::optional<base::Time> &at,
                   const base::Result<Backend::Written> &answer);

    Context m_context;
    Target m_target;
    CardFrame *m_frame;
    ComposerEdit *m_edit;
    QPointer<ComposerCompletion> m_completion;
    ComposerDraft *m_draft;
    ComposerFiles *m_files;
    AskFiles m_askFiles;
    BodyView *m_preview = nullptr; // made on first use
    QComboBox *m_place;
    QToolButton *m_format;
    QToolButton *m_emoji;
    QToolButton *m_attach;
    QToolButton *m_previewSwitch;
    QToolButton *m_later;
    QLabel *m_state;
    QWidget *m_otherRow;
    QLabel *m_other;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    quint64 m_generation = 0;
    std::optional<base::Time> m_at; // while that is being submitted
    bool m_writing = false;
    bool m_filling = false;
};

} // namespace parvis::ui
