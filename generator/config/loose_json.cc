#include "config/loose_json.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/text.h"

namespace carnet {
namespace {

// Behind the quote that ends the text which begins at `at`; no further than the line.
std::size_t end_of_text(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i + 1;
    }
  }
  return std::min(text.find('\n', at), text.size());
}

// Behind the comment that begins at `at`; `at` itself if none does.
std::size_t end_of_comment(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
  if (!rest.starts_with("/*")) return at;
  const std::size_t end = text.find("*/", at + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

}  // namespace

std::string tighten_json(std::string_view text, SourceId source, const JsonSlip& report) {
  std::string json(text);
  const auto blank = [&](std::size_t begin, std::size_t end, std::string message,
                         std::string hint) {
    for (std::size_t i = begin; i < end; ++i) {
      if (json[i] != '\n') json[i] = ' ';
    }
    report({source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
           std::move(message), std::move(hint));
  };
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t comma = kNone;  // The last one, with nothing behind it yet.
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t end = end_of_comment(text, i); end != i) {
      blank(i, end, "JSON has no comments", "delete it; GitBook and others refuse the file");
      i = end;
      continue;
    }
    const char c = text[i];
    if ((c == '}' || c == ']') && comma != kNone) {
      blank(comma, comma + 1, "there is a comma behind the last entry", "delete it");
    }
    if (c == ',') {
      comma = i;
    } else if (!is_space(c)) {
      comma = kNone;
    }
    i = c == '"' ? end_of_text(text, i) : i + 1;
  }
  return json;
}

}  // namespace carnet
