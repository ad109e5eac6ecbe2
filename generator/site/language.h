// Which language a book is written in, if it does not say.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// The language of the interface that fits the texts best: "fr", "en", "de",
// "es", "it" or "pt"; "en" if there is too little text to tell. Counts the
// small words that every sentence has, in a sample of bounded size.
std::string guess_language(const std::vector<std::string_view>& texts);

}  // namespace carnet
