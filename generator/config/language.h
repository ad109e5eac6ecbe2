// Names of languages, as BCP 47 writes them.

#pragma once

#include <string_view>

namespace carnet {

// "fr", "pt-BR", "zh-Hans"; not "french", not "fr_FR". Form only.
bool is_language_tag(std::string_view text);

// "pt" of "pt-BR".
std::string_view main_language(std::string_view tag);

}  // namespace carnet
