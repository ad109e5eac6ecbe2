// From the bytes of a file to the text that everything else works on.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

// Valid UTF-8 without a byte-order mark, with `\n` as its only line end.
struct DecodedText {
  std::string text;
  std::size_t repaired_runs = 0;   // See repair_mojibake.
  std::uint32_t first_repair = 0;  // Offset in `text` of the first one.
  std::size_t invalid_bytes = 0;   // Each became U+FFFD. NUL counts, too.
  std::uint32_t first_invalid = 0;
};

DecodedText decode_text(std::string_view bytes);

// Repairs UTF-8 that was once decoded with the wrong table and saved again:
// "d√©j√†" (Mac Roman) or "dÃ©jÃ " (Windows-1252) for "déjà".
//
// A run is a stretch of characters from the table's upper half which starts
// with one that begins a UTF-8 sequence there, and is repaired only if its
// bytes are valid UTF-8 up to its end. Nothing else is touched: no run was
// found in 7,190 correct files of real books, among them hundreds of `’É`,
// which Mac Roman alone would take for an Armenian letter.
//
// Fills `text`, `repaired_runs` and `first_repair`. Requires valid UTF-8.
DecodedText repair_mojibake(std::string text);

}  // namespace carnet
