#include "search/numbers.h"

#include <algorithm>

#include "base/text.h"

namespace carnet {
namespace {

constexpr std::uint32_t kBase = 93;

char digit(std::uint32_t value) {
  // Past `"`, and past `\`.
  std::uint32_t c = ' ' + value;
  if (c >= '"') ++c;
  if (c >= '\\') ++c;
  return static_cast<char>(c);
}

}  // namespace

void append_number(std::string& out, std::uint32_t number) {
  if (number < kOneByteNumbers) {
    out += digit(number);
  } else if (number < kTwoByteNumbers) {
    number -= kOneByteNumbers;
    out += digit(kOneByteNumbers + number / kBase);
    out += digit(number % kBase);
  } else if (number < kThreeByteNumbers) {
    number -= kTwoByteNumbers;
    out += digit(kOneByteNumbers + 29 + number / (kBase * kBase));
    out += digit(number / kBase % kBase);
    out += digit(number % kBase);
  } else {
    number -= kThreeByteNumbers;
    out += digit(kBase - 1);
    out += digit(number / (kBase * kBase * kBase));
    out += digit(number / (kBase * kBase) % kBase);
    out += digit(number / kBase % kBase);
    out += digit(number % kBase);
  }
}

std::size_t browser_size(std::string_view text) {
  // Of four bytes, the first is 0xF0 or more, and there are two units.
  return static_cast<std::size_t>(
             std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); })) +
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0xF0;
         }));
}

void append_counted(std::string& out, std::string_view text) {
  append_number(out, static_cast<std::uint32_t>(browser_size(text)));
  out += text;
}

std::size_t shared_size(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t i = 0;
  while (i < most && a[i] == b[i]) ++i;
  while (i > 0 && i < b.size() && is_continuation(b[i])) --i;
  while (i > 0 && i < a.size() && is_continuation(a[i])) --i;
  return i;
}

void append_against(std::string& out, std::string_view before, std::string_view text) {
  const std::size_t shared = shared_size(before, text);
  append_number(out, static_cast<std::uint32_t>(browser_size(text.substr(0, shared))));
  append_counted(out, text.substr(shared));
}

}  // namespace carnet
