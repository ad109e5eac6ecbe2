// Letters beyond ASCII: normal forms, folding, width. The only includer of
// utf8proc (Unicode 15). Pure: no locale.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace carnet {

// Normalisation Form C, composed: what most keyboards write. Text that is not
// valid UTF-8 comes back as it is.
std::string to_nfc(std::string_view text);

// Normalisation Form KD without combining marks, and folded to lower case:
// "Été" and "ETE" become "ete". For comparing what people typed.
std::string fold(std::string_view text);

// Normalisation Form KC without the accents of Latin, Greek and Cyrillic letters
// (U+0300 to U+036F): "été" becomes "ete", and the marks without which other scripts
// cannot be read stay.
std::string without_accents(std::string_view text);

// Lower case in NFC, accents kept.
std::string to_lower_unicode(std::string_view text);
// Upper case in NFC.
std::string to_upper_unicode(std::string_view text);

char32_t to_lower_unicode(char32_t c);

bool is_ascii(std::string_view text);

// What a code point is, as far as slugs and words are concerned.
bool is_letter_or_number(char32_t c);
bool is_combining_mark(char32_t c);
bool is_symbol_or_emoji(char32_t c);

// The emoji that a text begins with, with all that belongs to it (skin tones,
// joiners, flags, keycaps); empty if it begins with a letter or a plain symbol.
std::string_view leading_emoji(std::string_view text);

// Columns that a terminal needs for the text: 0 for combining marks and
// joiners, 2 for wide characters and emoji. A tab counts as one.
std::size_t display_width(std::string_view text);

}  // namespace carnet
