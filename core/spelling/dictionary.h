#pragma once

#include <QString>
#include <QStringList>

#include <memory>

class Hunspell;

namespace parvis::spelling {

// One language's words, by hunspell. Loading takes 20 to 60 ms and a few megabytes, suggestions 20 to 100 ms (measured): for a
// thread of its own. One thread an object.
class Dictionary {
public:
    // Nothing if the files are not there or have an encoding that is not known here.
    static std::unique_ptr<Dictionary> load(const QString &affixFile);
    ~Dictionary();

    bool knows(const QString &word);
    QStringList suggestions(const QString &word); // best first

private:
    Dictionary(std::unique_ptr<Hunspell> hunspell, bool utf8);
    std::string encoded(const QString &word) const;

    std::unique_ptr<Hunspell> m_hunspell;
    bool m_utf8;
};

// The .aff file of a language ("fr", "en") in the first folder that has one; empty if none has.
QString findAffixFile(const QStringList &folders, const QString &language);

// Where dictionaries are on this system.
QStringList systemFolders();

} // namespace parvis::spelling
