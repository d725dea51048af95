#pragma once

#include "spelling/dictionary.h"
#include "spelling/speller.h"

#include <QSet>

#include <vector>

namespace parvis::spelling {

// Lives on the speller's thread.
class SpellWorker : public QObject {
    Q_OBJECT

public:
    explicit SpellWorker(const Speller::Files &files) : m_files(files) { }

    QStringList misspelt(const QStringList &words);
    QStringList suggestions(const QString &word);
    QStringList ownWords();
    void learn(const QString &word);
    void forget(const QString &word);

private:
    void open();
    bool isRight(const QString &word);
    bool keep();

    Speller::Files m_files;
    std::vector<std::unique_ptr<Dictionary>> m_dictionaries;
    QSet<QString> m_own; // in lower case
    bool m_opened = false;
};

} // namespace parvis::spelling
