#include "base/encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

// What the bytes 0x80 to 0xFF mean in the tables that are commonly mistaken for
// UTF-8 (unicode.org/Public/MAPPINGS). 0 means that the table has a hole.
constexpr std::array<char16_t, 128> kMacRoman = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
    0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA,
    0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
    0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

constexpr std::array<char16_t, 128> kWindows1252 = [] {
  std::array<char16_t, 128> table{};
  constexpr std::array<char16_t, 32> kUpper = {
      0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
  for (std::size_t i = 0; i < 128; ++i) {
    table[i] = i < kUpper.size() ? kUpper[i] : static_cast<char16_t>(0x80 + i);
  }
  return table;
}();

// One wrong table, and the characters that a mistaken run begins with: those
// whose byte begins a UTF-8 sequence that real texts use. Rarer ones are left
// out, because correct French writes them next to each other.
class WrongTable {
 public:
  WrongTable(const std::array<char16_t, 128>& table, std::u32string_view leads) : leads_(leads) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      entries_[i] = {table[i], static_cast<unsigned char>(0x80 + i)};
    }
    std::sort(entries_.begin(), entries_.end());
  }

  bool is_lead(char32_t c) const { return leads_.find(c) != std::u32string_view::npos; }

  std::optional<unsigned char> byte_of(char32_t c) const {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(),
                                        std::pair(c, static_cast<unsigned char>(0)));
    if (found == entries_.end() || found->first != c) return std::nullopt;
    return found->second;
  }

 private:
  std::u32string_view leads_;
  std::array<std::pair<char32_t, unsigned char>, 128> entries_{};
};

// How long the UTF-8 sequence at text[i] is; 0 if it is malformed (also overlong
// forms and surrogates, Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) {
    return k < text.size() ? static_cast<unsigned char>(text[k]) : 0;
  };
  const auto more = [&](std::size_t k) { return (byte(k) & 0xC0) == 0x80; };
  const unsigned char a = byte(i);
  const unsigned char b = byte(i + 1);
  if (a < 0x80) return 1;
  if (a >= 0xC2 && a <= 0xDF) return more(i + 1) ? 2 : 0;
  if (a >= 0xE0 && a <= 0xEF) {
    if ((a == 0xE0 && b < 0xA0) || (a == 0xED && b > 0x9F)) return 0;
    return more(i + 1) && more(i + 2) ? 3 : 0;
  }
  if (a >= 0xF0 && a <= 0xF4) {
    if ((a == 0xF0 && b < 0x90) || (a == 0xF4 && b > 0x8F)) return 0;
    return more(i + 1) && more(i + 2) && more(i + 3) ? 4 : 0;
  }
  return 0;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(text, i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

// Control characters that a repaired run would never hold: C1 comes out where a
// guess was wrong.
bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c >= 0x80 && c < 0xA0) return true;
  }
  return false;
}

// A stretch of text that is to be replaced.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string bytes{};
  bool is_doubtful = false;
};

// "Å»" may be "Ż", but also the end of a quotation: «Å». Such a pair counts only
// beside others that leave no doubt.
bool may_end_quotation(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t i = begin;
  next_code_point(text, i);
  const char32_t second = next_code_point(text, i);
  if (i != end || std::u32string_view(U"»”’›…–—").find(second) == std::u32string_view::npos) {
    return false;
  }
  return end == text.size() || !is_letter_or_number(next_code_point(text, end));
}

// The runs of a text that `table` explains, in order.
std::vector<Run> find_runs(const WrongTable& table, std::string_view text) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    std::size_t at = i;
    char32_t c = next_code_point(text, at);
    if (!table.is_lead(c)) {
      i = at;
      continue;
    }
    // The longest run of characters that the table has; it ends where ASCII or
    // a character of another script begins.
    Run run{.begin = i, .end = i};
    for (at = i; at < text.size(); run.end = at) {
      c = next_code_point(text, at);
      const auto byte = table.byte_of(c);
      if (!byte) break;
      run.bytes += static_cast<char>(*byte);
    }
    i = run.end;
    if (run.bytes.size() < 2 || !is_valid_utf8(run.bytes) || has_control(run.bytes)) continue;
    run.is_doubtful = may_end_quotation(text, run.begin, run.end);
    runs.push_back(std::move(run));
  }
  if (std::all_of(runs.begin(), runs.end(), [](const Run& run) { return run.is_doubtful; })) {
    runs.clear();
  }
  return runs;
}

void repair_with(const WrongTable& table, DecodedText& decoded) {
  const std::vector<Run> runs = find_runs(table, decoded.text);
  if (runs.empty()) return;
  std::string out;
  std::size_t done = 0;
  for (const Run& run : runs) {
    out.append(decoded.text, done, run.begin - done);
    if (decoded.repaired_runs == 0 || out.size() < decoded.first_repair) {
      decoded.first_repair = static_cast<std::uint32_t>(out.size());
    }
    ++decoded.repaired_runs;
    out += run.bytes;
    done = run.end;
  }
  out.append(decoded.text, done);
  decoded.text = std::move(out);
}

}  // namespace

DecodedText repair_mojibake(std::string text) {
  static const WrongTable mac_roman(kMacRoman, U"√¬ƒ≈‚\uF8FF");
  static const WrongTable windows_1252(kWindows1252, U"ÃÂÅâð");
  DecodedText decoded;
  decoded.text = std::move(text);
  repair_with(mac_roman, decoded);
  repair_with(windows_1252, decoded);
  return decoded;
}

DecodedText decode_text(std::string_view bytes) {
  std::string_view rest = bytes;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  std::string text;
  text.reserve(rest.size());
  std::size_t invalid = 0;
  std::uint32_t first_invalid = 0;
  for (std::size_t i = 0; i < rest.size();) {
    // Plain stretches go over in one piece: nearly all of every file.
    std::size_t plain = i;
    while (plain < rest.size() && rest[plain] != '\r' && rest[plain] != '\0' &&
           static_cast<unsigned char>(rest[plain]) < 0x80) {
      ++plain;
    }
    text.append(rest, i, plain - i);
    i = plain;
    if (i == rest.size()) break;
    if (rest[i] == '\r') {
      text += '\n';
      i += rest.substr(i).starts_with("\r\n") ? 2 : 1;
      continue;
    }
    const std::size_t length = rest[i] == '\0' ? 0 : sequence_length(rest, i);
    if (length > 0) {
      text.append(rest, i, length);
      i += length;
      continue;
    }
    if (invalid++ == 0) first_invalid = static_cast<std::uint32_t>(text.size());
    text += "\uFFFD";
    ++i;
  }
  DecodedText decoded = repair_mojibake(std::move(text));
  decoded.invalid_bytes = invalid;
  // A repair before this place moves it; the line stays right, which is what
  // the message is for.
  decoded.first_invalid = std::min(first_invalid, static_cast<std::uint32_t>(decoded.text.size()));
  return decoded;
}

}  // namespace carnet
