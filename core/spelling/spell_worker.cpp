#include "spelling/spell_worker.h"

#include "base/log.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace parvis::spelling {

namespace {

constexpr int maxSuggestions = 6;
constexpr qsizetype maxOwnWords = 20'000;
constexpr qsizetype maxWordLength = 64;

// As dictionaries write it.
QString plain(const QString &word)
{
    QString plain = word.normalized(QString::NormalizationForm_C);
    return plain.replace(QChar(0x2019), u'\'');
}

} // namespace

void SpellWorker::open()
{
    if (std::exchange(m_opened, true))
        return;
    for (const char *language : {"fr", "en"}) {
        if (auto dictionary = Dictionary::load(findAffixFile(m_files.folders, QLatin1String(language))))
            m_dictionaries.push_back(std::move(dictionary));
    }
    QFile file(m_files.ownWords);
    if (m_files.ownWords.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.read(maxOwnWords * maxWordLength).split('\n')) {
        const QString word = QString::fromUtf8(line).trimmed();
        if (!word.isEmpty() && word.size() <= maxWordLength)
            m_own.insert(word);
    }
}

bool SpellWorker::isRight(const QString &word)
{
    if (m_own.contains(word.toLower()))
        return true;
    for (const auto &dictionary : m_dictionaries) {
        if (dictionary->knows(word))
            return true;
    }
    return false;
}

QStringList SpellWorker::misspelt(const QStringList &words)
{
    open();
    QStringList wrong;
    if (m_dictionaries.empty())
        return wrong;
    for (const QString &word : words) {
        const QString form = plain(word);
        if (isRight(form))
            continue;
        // "chantier-pilote": right if both are. "qu'Aline", "Thomas's": the name alone decides.
        QStringList parts = form.split(u'-', Qt::SkipEmptyParts);
        if (parts.size() == 1)
            parts = form.split(u'\'', Qt::SkipEmptyParts);
        const bool composed = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [this](const QString &part) {
                                  return part.size() == 1 || isRight(part);
                              });
        if (!composed)
            wrong.append(word);
    }
    return wrong;
}

QStringList SpellWorker::suggestions(const QString &word)
{
    open();
    QList<QStringList> offered;
    for (const auto &dictionary : m_dictionaries)
        offered.append(dictionary->suggestions(plain(word)));
    QStringList best;
    for (qsizetype rank = 0; rank < maxSuggestions; ++rank) {
        for (const QStringList &each : std::as_const(offered)) {
            if (rank < each.size() && !best.contains(each.at(rank)) && best.size() < maxSuggestions)
                best.append(each.at(rank));
        }
    }
    return best;
}

QStringList SpellWorker::ownWords()
{
    open();
    QStringList words = m_own.values();
    words.sort();
    return words;
}

void SpellWorker::learn(const QString &word)
{
    open();
    const QString own = plain(word).trimmed().toLower();
    if (own.isEmpty() || own.size() > maxWordLength || m_own.size() >= maxOwnWords)
        return;
    m_own.insert(own);
    keep();
}

void SpellWorker::forget(const QString &word)
{
    open();
    m_own.remove(plain(word).toLower());
    keep();
}

bool SpellWorker::keep()
{
    if (m_files.ownWords.isEmpty())
        return true;
    QSaveFile file(m_files.ownWords);
    const bool kept =
        file.open(QIODevice::WriteOnly) && file.write(ownWords().join(u'\n').toUtf8() + '\n') > 0 && file.commit();
    if (!kept)
        qCWarning(base::logStore) << "own words could not be kept:" << file.errorString();
    return kept;
}

} // namespace parvis::spelling
