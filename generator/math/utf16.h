// Texts as JavaScript counts them: in UTF-16 units.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace carnet {

// UTF-8 with the characters beyond U+FFFF as two surrogates, each in three bytes (CESU-8:
// https://www.unicode.org/reports/tr26/), and back. Duktape's texts are of this form.
std::string to_surrogates(std::string_view text);
std::string from_surrogates(std::string_view text);

// The byte of `text`, which is UTF-8, where the given unit begins; its end if there are fewer.
std::size_t offset_of_unit(std::string_view text, std::size_t unit);

}  // namespace carnet
