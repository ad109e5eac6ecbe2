// The spaces of French typography, which keyboards do not have: none may end a line before a
// mark that stands apart from its word.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// `text` with a narrow no-break space (U+202F) in place of a space before `;`, `!` and `?`, and a
// no-break space (U+00A0) before `:`, `%` and `€` and inside of « and », where one is put in if
// there is none. A mark that begins a word (`:smile:`, `!important`) is left alone.
//
// As the Lexique des règles typographiques en usage à l'Imprimerie nationale has it.
std::string with_french_spacing(std::string_view text);

// False if that would change nothing, at a glance.
bool may_need_french_spacing(std::string_view text);

// Whether a language, as in BCP 47, is spaced so.
bool has_french_spacing(std::string_view language);

}  // namespace carnet
