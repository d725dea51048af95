#pragma once

#include "server/demo/zipf.h"

#include <QString>
#include <QStringList>

namespace parvis::server {

// Texts that look like what people write, with the word statistics of a language: a Zipf vocabulary of 60 000 words, of
// which the frequent ones are those of the demo's own texts and the others are made of syllables.
class TextGenerator {
public:
    static constexpr int vocabulary = 60'000;

    // `samples`: texts whose words, by frequency, are the first of the vocabulary.
    TextGenerator(const QStringList &samples, base::Random &random);

    struct Text {
        QString body;     // Markdown
        QStringList tags; // those in it, lower case
    };
    // About `words` words; with luck a heading, a list, emphasis, code, a quote, a link or a tag in it.
    Text text(int words, base::Random &random) const;
    QString name(base::Random &random) const; // "Prénom Nom"
    int lengthOfPost(base::Random &random) const;
    int lengthOfComment(base::Random &random) const;

private:
    const QString &word(base::Random &random) const { return m_words[m_zipf.draw(random)]; }
    QString sentence(int words, base::Random &random) const;

    QStringList m_words;
    Zipf m_zipf;
};

} // namespace parvis::server
