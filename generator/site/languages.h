// LANGS.md: a folder of several books, one for each language.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "markdown/document.h"

namespace carnet {

// One entry of the list.
struct LanguageFolder {
  std::string name;    // What readers choose: "English".
  std::string folder;  // From the folder of LANGS.md.
};

// Reads the list of a parsed LANGS.md, in its order. What is no link to a folder
// with files in it (`has_folder`), beside the other languages, is an
// `invalid-languages` warning at its place and left out.
std::vector<LanguageFolder> read_languages(
    const Document& document, std::string_view text,
    const std::function<bool(std::string_view folder)>& has_folder, Diagnostics& diagnostics);

// The code of the language (BCP 47) that a folder and a name stand for: `pt-BR`
// for `pt_br`, `fr` for "Français". Empty if they say nothing.
std::string language_of(const LanguageFolder& language);

// What a language calls itself, by its code: "Français" for `fr` and `fr-CA`. The code itself where
// carnet does not know it.
std::string_view name_of_language(std::string_view code);

}  // namespace carnet
