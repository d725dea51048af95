#include "bench/vocabulary.h"

#include <QSet>

#include <algorithm>

namespace parvis::bench {

namespace {

// The commonest words of a French company's texts: they make up a third of every text, as they do in life.
constexpr const char *common[] = {
    "de",   "la",     "le",     "et",    "les",   "des",    "en",      "un",   "du",      "une",   "que",     "est",
    "pour", "qui",    "dans",   "à",     "par",   "plus",   "sur",     "pas",  "au",      "on",    "the",     "ce",
    "il",   "sont",   "nous",   "avec",  "se",    "ne",     "vous",    "to",   "son",     "and",   "je",      "mais",
    "of",   "ou",     "si",     "leur",  "in",    "bien",   "être",    "deux", "même",    "aussi", "a",       "fait",
    "is",   "ont",    "ses",    "for",   "cette", "sans",   "très",    "peut", "tout",    "faire", "we",      "après",
    "that", "ces",    "comme",  "notre", "avant", "merci",  "it",      "jour", "temps",   "you",   "on",      "équipe",
    "with", "projet", "client", "site",  "this",  "encore", "réunion", "are",  "semaine", "tous",  "nouveau", "be"};

constexpr const char *starts[] = {"b",  "br", "c",  "ch", "cl", "d",  "dr", "f",  "fl", "g", "gr",
                                  "h",  "j",  "l",  "m",  "n",  "p",  "pl", "pr", "qu", "r", "s",
                                  "st", "t",  "tr", "v",  "sc", "sp", "é",  "a",  "o",  "i"};
constexpr const char *middles[] = {"a",  "e",  "i",  "o",  "u", "ou", "ai", "an",
                                   "on", "in", "en", "eu", "é", "oi", "è",  "ea"};
constexpr const char *ends[] = {"",  "",  "l", "r",  "s",  "t",  "n",  "m", "nt",
                                "d", "c", "x", "ss", "rt", "ll", "nc", "gn"};
constexpr const char *suffixes[] = {"",     "s",    "e",    "es",  "er", "ement", "tion", "tions", "eur",
                                    "euse", "able", "ique", "ing", "ed", "ité",   "al",   "ons",   "ait"};

template<size_t N>
QByteArray oneOf(const char *const (&list)[N], Dice &dice)
{
    return list[dice.below(N)];
}

} // namespace

Vocabulary::Vocabulary(quint64 seed)
{
    makeWords(seed);
    makeAliases();
}

void Vocabulary::makeWords(quint64 seed)
{
    Dice dice(seed);
    QSet<QByteArray> met;
    const auto keep = [&](const QByteArray &word) {
        if (met.contains(word) || m_words.size() >= size)
            return;
        met.insert(word);
        m_words.push_back(word);
    };
    for (const char *word : common)
        keep(word);
    const size_t head = m_words.size();
    while (m_words.size() < size) {
        QByteArray stem;
        const quint64 syllables = 1 + dice.below(3);
        for (quint64 i = 0; i < syllables; ++i)
            stem += oneOf(starts, dice) + oneOf(middles, dice);
        stem += oneOf(ends, dice);
        if (stem.size() < 3)
            continue;
        keep(stem);
        for (quint64 forms = dice.below(5); forms > 0; --forms)
            keep(stem + oneOf(suffixes, dice));
    }
    // The forms of a word are not equally common: their ranks lie apart.
    for (size_t i = m_words.size() - 1; i > head; --i)
        std::swap(m_words[i], m_words[head + dice.below(i - head + 1)]);
}

void Vocabulary::makeAliases()
{
    std::vector<double> weight(size);
    double sum = 0;
    for (size_t i = 0; i < size; ++i)
        sum += weight[i] = 1.0 / (double(i) + 1 + 2.7);
    m_keep.assign(size, 1);
    m_other.assign(size, 0);
    std::vector<size_t> small;
    std::vector<size_t> large;
    for (size_t i = 0; i < size; ++i) {
        weight[i] *= double(size) / sum;
        (weight[i] < 1 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
        const size_t less = small.back();
        const size_t more = large.back();
        small.pop_back();
        m_keep[less] = weight[less];
        m_other[less] = quint32(more);
        weight[more] -= 1 - weight[less];
        if (weight[more] < 1) {
            large.pop_back();
            small.push_back(more);
        }
    }
}

QByteArray makeBody(const Vocabulary &words, Dice &dice, double medianWords, int mostWords)
{
    const int count = std::clamp(int(dice.logNormal(medianWords, 0.7)), 1, mostWords);
    QByteArray body;
    body.reserve(count * 8);
    int left = 0; // words to the end of the sentence
    for (int i = 0; i < count; ++i) {
        const bool first = left == 0;
        if (first) {
            left = 5 + int(dice.below(14));
            if (i > 0)
                body += dice.chance(0.12) ? "\n\n" : dice.chance(0.04) ? "\n- " : " ";
        } else {
            body += ' ';
        }
        const QByteArray &word = words.word(words.draw(dice));
        if (dice.chance(0.012))
            body += "**" + word + "**";
        else if (first && quint8(word[0]) < 0x80)
            body += QByteArray(1, char(std::toupper(word[0]))) + word.mid(1);
        else
            body += word;
        if (--left == 0 || i + 1 == count) {
            left = 0;
            body += dice.chance(0.1) ? " ?" : dice.chance(0.1) ? " !" : ".";
        } else if (dice.chance(0.06)) {
            body += ',';
        }
    }
    if (dice.chance(0.04))
        body +=
            " https://intranet.example/" + words.word(words.draw(dice)) + '/' + QByteArray::number(dice.below(9999));
    return body;
}

} // namespace parvis::bench
