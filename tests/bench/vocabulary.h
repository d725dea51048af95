#pragma once

#include "bench/dice.h"

#include <QByteArray>

#include <vector>

namespace parvis::bench {

// French and English words, most of them made up, with the endings that stemming works on; drawn by Zipf's law.
class Vocabulary {
public:
    static constexpr size_t size = 60'000;

    explicit Vocabulary(quint64 seed = 1);

    const QByteArray &word(size_t rank) const { return m_words[rank]; } // UTF-8
    size_t draw(Dice &dice) const                                       // a rank: p ~ 1 / (rank + 2.7)
    {
        const size_t slot = dice.below(size);
        return dice.unit() < m_keep[slot] ? slot : m_other[slot];
    }

private:
    void makeWords(quint64 seed);
    void makeAliases();

    std::vector<QByteArray> m_words;
    std::vector<double> m_keep; // Walker's alias method
    std::vector<quint32> m_other;
};

// The Markdown of a post or comment: sentences, now and then bold words, a link, a list.
QByteArray makeBody(const Vocabulary &words, Dice &dice, double medianWords, int mostWords);

} // namespace parvis::bench
