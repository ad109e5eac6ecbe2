#include "expressions/text_methods.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

// The byte at which the character of that number begins.
std::size_t byte_of(std::string_view text, std::size_t position) {
  std::size_t i = 0;
  while (position > 0 && i < text.size()) {
    ++i;
    while (i < text.size() && is_continuation(text[i])) ++i;
    --position;
  }
  return i;
}

ExpressionValue part(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t first = byte_of(text, begin);
  return ExpressionValue::text(
      std::string(text.substr(first, byte_of(text.substr(first), end - begin))));
}

// Where `byte` is, in characters; -1 stays.
ExpressionValue position_of(std::string_view text, std::size_t byte) {
  if (byte == std::string_view::npos) return ExpressionValue::number(-1);
  return ExpressionValue::number(static_cast<double>(count_code_points(text.substr(0, byte))));
}

// White space as JavaScript trims it, French spaces included.
constexpr std::array<std::string_view, 7> kSpaces = {"\u00A0", "\u202F", "\u2009", "\uFEFF",
                                                     "\u2003", "\u2002", "\u3000"};
std::string_view trim_spaces_at_start(std::string_view text) {
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text = trim_start(text);
    for (std::string_view space : kSpaces) {
      if (text.starts_with(space)) text.remove_prefix(space.size());
    }
  }
  return text;
}
std::string_view trim_spaces_at_end(std::string_view text) {
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text = trim_end(text);
    for (std::string_view space : kSpaces) {
      if (text.ends_with(space)) text.remove_suffix(space.size());
    }
  }
  return text;
}

ExpressionValue text_slice(const std::string& text, Arguments arguments) {
  const Range range = slice_range(arguments, count_code_points(text));
  return part(text, range.begin, range.end);
}

ExpressionValue substring(const std::string& text, Arguments arguments) {
  const std::size_t length = count_code_points(text);
  std::size_t begin = from_start(integer_argument(arguments, 0, 0), length);
  std::size_t end = from_start(integer_argument(arguments, 1, static_cast<double>(length)), length);
  if (begin > end) std::swap(begin, end);
  return part(text, begin, end);
}

ExpressionValue replace_first(const std::string& text, Arguments arguments) {
  const std::string from = text_argument(arguments, 0);
  const std::size_t found = text.find(from);
  if (found == std::string::npos) return ExpressionValue::text(text);
  return ExpressionValue::text(text.substr(0, found) + text_argument(arguments, 1) +
                               text.substr(found + from.size()));
}

ExpressionValue replace_every(const std::string& text, Arguments arguments) {
  const std::string from = text_argument(arguments, 0);
  const std::string to = text_argument(arguments, 1);
  if (from.empty()) return ExpressionValue::text(text);
  // What is too long is found out before it is made.
  std::size_t count = 0;
  for (std::size_t i = text.find(from); i != std::string::npos;
       i = text.find(from, i + from.size()))
    ++count;
  if (count * to.size() > kMaxExpressionText) {
    return ExpressionValue::text(std::string(kMaxExpressionText + 1, ' '));
  }
  return ExpressionValue::text(replace_all(text, from, to));
}

ExpressionValue split_text(const std::string& text, Arguments arguments) {
  ExpressionValue::List parts;
  const double wanted =
      integer_argument(arguments, 1, static_cast<double>(kMaxExpressionItems + 1));
  const std::size_t limit = from_start(wanted, kMaxExpressionItems + 1);
  const auto add = [&](std::string_view piece) {
    if (parts.size() < limit) parts.push_back(ExpressionValue::text(std::string(piece)));
  };
  if (argument(arguments, 0).is_undefined()) {
    add(text);
    return ExpressionValue::list(std::move(parts));
  }
  const std::string separator = text_argument(arguments, 0);
  std::string_view rest = text;
  if (separator.empty()) {
    while (!rest.empty() && parts.size() < limit) {
      const std::size_t length = byte_of(rest, 1);
      add(rest.substr(0, length));
      rest.remove_prefix(length);
    }
    return ExpressionValue::list(std::move(parts));
  }
  for (std::size_t i = rest.find(separator); i != std::string_view::npos && parts.size() < limit;
       i = rest.find(separator)) {
    add(rest.substr(0, i));
    rest.remove_prefix(i + separator.size());
  }
  add(rest);
  return ExpressionValue::list(std::move(parts));
}

// The filling that makes a text as long as asked for.
std::string padding(const std::string& text, Arguments arguments) {
  const std::size_t length = count_code_points(text);
  const std::size_t wanted = from_start(integer_argument(arguments, 0, 0), kMaxExpressionText + 1);
  const std::string filler =
      argument(arguments, 1).is_undefined() ? std::string(" ") : text_argument(arguments, 1);
  std::string made;
  if (wanted <= length || filler.empty()) return made;
  const std::size_t missing = wanted - length;
  const std::size_t filler_length = count_code_points(filler);
  for (std::size_t i = 0; i < missing / filler_length; ++i) made += filler;
  return made + filler.substr(0, byte_of(filler, missing % filler_length));
}

ExpressionValue repeat(const std::string& text, Arguments arguments) {
  const double count = std::max(0.0, integer_argument(arguments, 0, 0));
  std::string made;
  for (double i = 0; i < count && !text.empty() && made.size() <= kMaxExpressionText; ++i) {
    made += text;
  }
  return ExpressionValue::text(std::move(made));
}

constexpr TextMethod kTextMethods[] = {
    {"at",
     [](const std::string& text, Arguments arguments) {
       const double at = integer_argument(arguments, 0, 0);
       const auto length = static_cast<double>(count_code_points(text));
       return character_at(text, at < 0 ? at + length : at);
     }},
    {"charAt",
     [](const std::string& text, Arguments arguments) {
       const ExpressionValue found = character_at(text, integer_argument(arguments, 0, 0));
       return found.is_undefined() ? ExpressionValue::text("") : found;
     }},
    {"concat",
     [](const std::string& text, Arguments arguments) {
       std::string joined = text;
       for (const ExpressionValue& value : arguments) joined += value.to_text();
       return ExpressionValue::text(std::move(joined));
     }},
    {"endsWith",
     [](const std::string& text, Arguments arguments) {
       return ExpressionValue::boolean(text.ends_with(text_argument(arguments, 0)));
     }},
    {"includes",
     [](const std::string& text, Arguments arguments) {
       return ExpressionValue::boolean(text.find(text_argument(arguments, 0)) != std::string::npos);
     }},
    {"indexOf",
     [](const std::string& text, Arguments arguments) {
       return position_of(text, text.find(text_argument(arguments, 0)));
     }},
    {"lastIndexOf",
     [](const std::string& text, Arguments arguments) {
       return position_of(text, text.rfind(text_argument(arguments, 0)));
     }},
    {"padEnd",
     [](const std::string& text, Arguments arguments) {
       return ExpressionValue::text(text + padding(text, arguments));
     }},
    {"padStart",
     [](const std::string& text, Arguments arguments) {
       return ExpressionValue::text(padding(text, arguments) + text);
     }},
    {"repeat", repeat},
    {"replace", replace_first},
    {"replaceAll", replace_every},
    {"slice", text_slice},
    {"split", split_text},
    {"startsWith",
     [](const std::string& text, Arguments arguments) {
       return ExpressionValue::boolean(text.starts_with(text_argument(arguments, 0)));
     }},
    {"substring", substring},
    {"toLowerCase",
     [](const std::string& text, Arguments /*arguments*/) {
       return ExpressionValue::text(to_lower_unicode(text));
     }},
    {"toString",
     [](const std::string& text, Arguments /*arguments*/) { return ExpressionValue::text(text); }},
    {"toUpperCase",
     [](const std::string& text, Arguments /*arguments*/) {
       return ExpressionValue::text(to_upper_unicode(text));
     }},
    {"trim",
     [](const std::string& text, Arguments /*arguments*/) {
       return ExpressionValue::text(std::string(trim_spaces_at_start(trim_spaces_at_end(text))));
     }},
    {"trimEnd",
     [](const std::string& text, Arguments /*arguments*/) {
       return ExpressionValue::text(std::string(trim_spaces_at_end(text)));
     }},
    {"trimStart",
     [](const std::string& text, Arguments /*arguments*/) {
       return ExpressionValue::text(std::string(trim_spaces_at_start(text)));
     }},
};

}  // namespace

std::span<const TextMethod> text_methods() { return kTextMethods; }

ExpressionValue character_at(const std::string& text, double index) {
  if (!(index >= 0) || index != std::trunc(index)) return {};
  if (!(index < static_cast<double>(text.size()))) return {};
  const auto position = static_cast<std::size_t>(index);
  const std::size_t begin = byte_of(text, position);
  if (begin >= text.size()) return {};
  return part(text, position, position + 1);
}

}  // namespace carnet
