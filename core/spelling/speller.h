#pragma once

#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QThread>

namespace parvis::spelling {

class SpellWorker;

// Spelling in French and English at once: a word is right if either language accepts it, or if it is one of the person's own. An
// object of the UI thread whose work, files too, runs on a thread of its own; the dictionaries are read at the first question.
class Speller : public QObject {
    Q_OBJECT

public:
    struct Files {
        QStringList folders{}; // of dictionaries, the first that has a language wins
        QString ownWords{};    // one a line; made when the first is learnt
    };

    explicit Speller(const Files &files);
    ~Speller() override;

    QFuture<QStringList> misspelt(
        const QStringList &words); // of these, in their order; none where no dictionary is there
    QFuture<QStringList> suggestions(const QString &word); // at most 6, the best of both languages first
    QFuture<QStringList> ownWords();
    void learn(const QString &word); // from now on it is right
    void forget(const QString &word);

Q_SIGNALS:
    void ownWordsChanged();

private:
    template<class F>
    QFuture<QStringList> ask(F question);

    QThread m_thread;
    SpellWorker *m_worker;
};

} // namespace parvis::spelling
