#pragma once

#include <QtGlobal>

#include <string_view>

namespace parvis::text {

enum class Language : quint8 { Unknown, French, English };

// The language of a folded function word ("dans", "with") that belongs to one of the two only; Unknown for all others.
Language functionWordLanguage(std::string_view folded);

// "l" of "l'équipe": articles and pronouns that French cuts short before a vowel, folded.
bool isElision(std::string_view folded);

} // namespace parvis::text
