#include "text/words.h"

namespace parvis::text {

std::vector<Word> words(QStringView text)
{
    std::vector<Word> found;
    WordScanner<Utf16Text> scanner(utf16(text));
    while (scanner.next())
        found.push_back({scanner.start(), scanner.end() - scanner.start()});
    return found;
}

} // namespace parvis::text
