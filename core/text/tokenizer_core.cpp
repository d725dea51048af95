#include "text/tokenizer_core.h"

#include "text/stems.h"
#include "text/word_scanner.h"

#include <cstring>

namespace parvis::text {

namespace {

using Scanner = WordScanner<Utf8Text>;

struct Output {
    TokenSink sink;
    void *context;

    int emit(std::string_view token, int start, int end, bool colocated) const
    {
        return sink(context, token.data(), int(token.size()), start, end, colocated);
    }
};

struct IndexedWord {
    int start;
    int end;
    int length;
    int baseLength;
    Stems stems;
    char folded[Scanner::maxFolded];

    std::string_view word() const { return {folded, std::size_t(length)}; }
    std::string_view base() const { return {folded, std::size_t(baseLength ? baseLength : length)}; }
};

void take(const Scanner &scanner, IndexedWord &word)
{
    word.start = scanner.start();
    word.end = scanner.end();
    word.length = int(scanner.folded().size());
    word.baseLength = scanner.baseLength();
    std::memcpy(word.folded, scanner.folded().data(), scanner.folded().size());
    const Stems &stems = stemsOf(word.base());
    word.stems.functionWord = stems.functionWord;
    word.stems.frenchLength = stems.frenchLength;
    word.stems.englishLength = stems.englishLength;
    std::memcpy(word.stems.frenchBytes, stems.frenchBytes, stems.frenchLength);
    std::memcpy(word.stems.englishBytes, stems.englishBytes, stems.englishLength);
}

int emitStem(const Output &out, const IndexedWord &word, std::string_view stem)
{
    char token[1 + Stems::maxWord];
    token[0] = stemMark;
    std::memcpy(token + 1, stem.data(), stem.size());
    return out.emit({token, stem.size() + 1}, word.start, word.end, true);
}

int emitWord(const Output &out, const IndexedWord &word, Language language)
{
    if (const int stopped = out.emit(word.word(), word.start, word.end, false))
        return stopped;
    if (word.baseLength > 1) {
        if (const int stopped = out.emit(word.base(), word.start, word.end, true))
            return stopped;
    }
    const auto french = word.stems.french();
    const auto english = word.stems.english();
    const bool wantsFrench = language != Language::English && !french.empty() && french != word.base();
    const bool wantsEnglish = language != Language::French && !english.empty() && english != word.base()
                              && !(wantsFrench && english == french);
    if (wantsFrench) {
        if (const int stopped = emitStem(out, word, french))
            return stopped;
    }
    return wantsEnglish ? emitStem(out, word, english) : 0;
}

Language elected(int french, int english)
{
    if (french > 2 * english)
        return Language::French;
    if (english > 2 * french)
        return Language::English;
    return Language::Unknown;
}

int emitDocument(const char *utf8, int size, const Output &out)
{
    constexpr int voters = 64;
    IndexedWord words[voters];
    Scanner scanner({utf8, size});
    int count = 0;
    int french = 0;
    int english = 0;
    while (count < voters && scanner.next()) {
        take(scanner, words[count]);
        french += words[count].stems.functionWord == Language::French;
        english += words[count].stems.functionWord == Language::English;
        ++count;
    }
    const Language language = elected(french, english);
    for (int i = 0; i < count; ++i) {
        if (const int stopped = emitWord(out, words[i], language))
            return stopped;
    }
    if (count < voters)
        return 0;
    while (scanner.next()) {
        take(scanner, words[0]);
        if (const int stopped = emitWord(out, words[0], language))
            return stopped;
    }
    return 0;
}

int emitMarked(const char *utf8, int size, const Output &out)
{
    int at = 0;
    bool first = true;
    while (at < size) {
        int end = at + 1;
        while (end < size && utf8[end] != stemMark && utf8[end] != exactMark)
            ++end;
        const int begin = utf8[at] == stemMark ? at : at + 1;
        if (end > begin) {
            if (const int stopped = out.emit({utf8 + begin, std::size_t(end - begin)}, 0, size, !first))
                return stopped;
            first = false;
        }
        at = end;
    }
    return 0;
}

} // namespace

int emitTokens(const char *utf8, int size, Mode mode, TokenSink sink, void *context)
{
    const Output out{sink, context};
    if (mode == Mode::Document)
        return emitDocument(utf8, size, out);
    if (size > 0 && (utf8[0] == stemMark || utf8[0] == exactMark))
        return emitMarked(utf8, size, out);
    Scanner scanner({utf8, size});
    while (scanner.next()) {
        if (const int stopped = out.emit(scanner.folded(), scanner.start(), scanner.end(), false))
            return stopped;
    }
    return 0;
}

} // namespace parvis::text
