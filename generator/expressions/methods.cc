#include "expressions/methods.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

using Arguments = std::span<const ExpressionValue>;

const ExpressionValue& argument(Arguments arguments, std::size_t i) {
  static const ExpressionValue undefined;
  return i < arguments.size() ? arguments[i] : undefined;
}

std::string text_argument(Arguments arguments, std::size_t i) {
  return argument(arguments, i).to_text();
}

// A position as JavaScript reads it: fractions are cut off, no number is 0.
double integer_argument(Arguments arguments, std::size_t i, double otherwise) {
  const ExpressionValue& value = argument(arguments, i);
  if (value.is_undefined()) return otherwise;
  const double number = value.to_number();
  return std::isnan(number) ? 0 : std::trunc(number);
}

// Into [0, length]; what is negative counts from the end.
std::size_t from_either_end(double position, std::size_t length) {
  const auto size = static_cast<double>(length);
  if (position < 0) position += size;
  return static_cast<std::size_t>(std::clamp(position, 0.0, size));
}
std::size_t from_start(double position, std::size_t length) {
  return static_cast<std::size_t>(std::clamp(position, 0.0, static_cast<double>(length)));
}

struct Range {
  std::size_t begin;
  std::size_t end;
};
Range slice_range(Arguments arguments, std::size_t length) {
  const std::size_t begin = from_either_end(integer_argument(arguments, 0, 0), length);
  const std::size_t end =
      from_either_end(integer_argument(arguments, 1, static_cast<double>(length)), length);
  return {begin, std::max(begin, end)};
}

// --- Texts.

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
std::string_view trim_spaces(std::string_view text, bool at_start, bool at_end) {
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    if (at_start) text = trim_start(text);
    if (at_end) text = trim_end(text);
    for (std::string_view space : kSpaces) {
      if (at_start && text.starts_with(space)) text.remove_prefix(space.size());
      if (at_end && text.ends_with(space)) text.remove_suffix(space.size());
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

using TextMethod = ExpressionValue (*)(const std::string& text, Arguments arguments);
struct NamedTextMethod {
  std::string_view name;
  TextMethod call;
};
constexpr NamedTextMethod kTextMethods[] = {
    {"at",
     [](const std::string& text, Arguments arguments) {
       const double at = integer_argument(arguments, 0, 0);
       const auto length = static_cast<double>(count_code_points(text));
       return element_at(ExpressionValue::text(text), at < 0 ? at + length : at);
     }},
    {"charAt",
     [](const std::string& text, Arguments arguments) {
       const ExpressionValue found =
           element_at(ExpressionValue::text(text), integer_argument(arguments, 0, 0));
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
       return ExpressionValue::text(std::string(trim_spaces(text, true, true)));
     }},
    {"trimEnd",
     [](const std::string& text, Arguments /*arguments*/) {
       return ExpressionValue::text(std::string(trim_spaces(text, false, true)));
     }},
    {"trimStart",
     [](const std::string& text, Arguments /*arguments*/) {
       return ExpressionValue::text(std::string(trim_spaces(text, true, false)));
     }},
};

// --- Lists.

using List = ExpressionValue::List;

std::size_t find_item(const List& items, const ExpressionValue& wanted) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const ExpressionValue& item) {
    return ExpressionValue::are_identical(item, wanted);
  });
  return static_cast<std::size_t>(found - items.begin());
}

ExpressionValue join(const List& items, Arguments arguments) {
  const std::string separator =
      argument(arguments, 0).is_undefined() ? std::string(",") : text_argument(arguments, 0);
  std::string joined;
  for (std::size_t i = 0; i < items.size() && joined.size() <= kMaxExpressionText; ++i) {
    if (i > 0) joined += separator;
    joined += items[i].to_text();
  }
  return ExpressionValue::text(std::move(joined));
}

ExpressionValue concat_lists(const List& items, Arguments arguments) {
  List joined = items;
  for (const ExpressionValue& value : arguments) {
    if (const List* more = value.as_list()) {
      joined.insert(joined.end(), more->begin(), more->end());
    } else {
      joined.push_back(value);
    }
  }
  return ExpressionValue::list(std::move(joined));
}

using ListMethod = ExpressionValue (*)(const List& items, Arguments arguments);
struct NamedListMethod {
  std::string_view name;
  ListMethod call;
};
constexpr NamedListMethod kListMethods[] = {
    {"at",
     [](const List& items, Arguments arguments) {
       double at = integer_argument(arguments, 0, 0);
       if (at < 0) at += static_cast<double>(items.size());
       const bool is_there = at >= 0 && at < static_cast<double>(items.size());
       return is_there ? items[static_cast<std::size_t>(at)] : ExpressionValue();
     }},
    {"concat", concat_lists},
    {"includes",
     [](const List& items, Arguments arguments) {
       return ExpressionValue::boolean(find_item(items, argument(arguments, 0)) < items.size());
     }},
    {"indexOf",
     [](const List& items, Arguments arguments) {
       const std::size_t found = find_item(items, argument(arguments, 0));
       return ExpressionValue::number(found < items.size() ? static_cast<double>(found) : -1);
     }},
    {"join", join},
    {"reverse",
     [](const List& items, Arguments /*arguments*/) {
       return ExpressionValue::list(List(items.rbegin(), items.rend()));
     }},
    {"slice",
     [](const List& items, Arguments arguments) {
       const Range range = slice_range(arguments, items.size());
       return ExpressionValue::list(List(items.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                         items.begin() + static_cast<std::ptrdiff_t>(range.end)));
     }},
    {"toString",
     [](const List& items, Arguments /*arguments*/) {
       return ExpressionValue::text(ExpressionValue::list(items).to_text());
     }},
};

// --- Numbers.

std::string to_fixed(double number, Arguments arguments) {
  constexpr double kMaxPlaces = 20;
  constexpr double kMaxFixed = 1e21;
  if (!(std::abs(number) < kMaxFixed)) return number_to_text(number);
  const double places = std::clamp(integer_argument(arguments, 0, 0), 0.0, kMaxPlaces);
  std::array<char, 64> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                     std::chars_format::fixed, static_cast<int>(places));
  return {buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data())};
}

constexpr std::string_view kNumberMethods[] = {"toFixed", "toString"};

template <typename Methods>
auto find_method(const Methods& methods, std::string_view name) {
  return std::find_if(std::begin(methods), std::end(methods),
                      [&](const auto& method) { return method.name == name; });
}

}  // namespace

std::optional<ExpressionValue> call_method(const ExpressionValue& receiver, std::string_view name,
                                           std::span<const ExpressionValue> arguments) {
  if (const std::string* text = receiver.as_text()) {
    const auto* method = find_method(kTextMethods, name);
    if (method != std::end(kTextMethods)) return method->call(*text, arguments);
  } else if (const List* items = receiver.as_list()) {
    const auto* method = find_method(kListMethods, name);
    if (method != std::end(kListMethods)) return method->call(*items, arguments);
  } else if (const double* number = receiver.as_number(); number != nullptr && name == "toFixed") {
    return ExpressionValue::text(to_fixed(*number, arguments));
  } else if (name == "toString" && receiver.as_map() == nullptr) {
    return ExpressionValue::text(receiver.to_text());
  }
  return std::nullopt;
}

std::vector<std::string_view> methods_of(const ExpressionValue& receiver) {
  std::vector<std::string_view> names;
  if (receiver.as_text() != nullptr) {
    for (const NamedTextMethod& method : kTextMethods) names.push_back(method.name);
  } else if (receiver.as_list() != nullptr) {
    for (const NamedListMethod& method : kListMethods) names.push_back(method.name);
  } else if (receiver.as_number() != nullptr) {
    names.assign(std::begin(kNumberMethods), std::end(kNumberMethods));
  }
  return names;
}

ExpressionValue element_at(const ExpressionValue& value, double index) {
  if (!(index >= 0) || index != std::trunc(index)) return {};
  if (const List* items = value.as_list()) {
    return index < static_cast<double>(items->size()) ? (*items)[static_cast<std::size_t>(index)]
                                                      : ExpressionValue();
  }
  const std::string* text = value.as_text();
  if (text == nullptr || !(index < static_cast<double>(text->size()))) return {};
  const auto position = static_cast<std::size_t>(index);
  const std::size_t begin = byte_of(*text, position);
  if (begin >= text->size()) return {};
  return part(*text, position, position + 1);
}

ExpressionValue length_of(const ExpressionValue& value) {
  if (const std::string* text = value.as_text()) {
    return ExpressionValue::number(static_cast<double>(count_code_points(*text)));
  }
  if (const List* items = value.as_list()) {
    return ExpressionValue::number(static_cast<double>(items->size()));
  }
  return {};
}

}  // namespace carnet
