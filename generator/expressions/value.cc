#include "expressions/value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

#include "base/text.h"

namespace carnet {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Text of lists in lists stops somewhere.
constexpr int kMaxTextDepth = 32;

std::string list_to_text(const ExpressionValue::List& items, int depth) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += ',';
    const ExpressionValue::List* inner = items[i].as_list();
    if (inner == nullptr) {
      text += items[i].to_text();
    } else if (depth < kMaxTextDepth) {
      text += list_to_text(*inner, depth + 1);
    }
  }
  return text;
}

}  // namespace

ExpressionValue ExpressionValue::null() {
  ExpressionValue made;
  made.state_ = Null{};
  return made;
}

ExpressionValue ExpressionValue::boolean(bool value) {
  ExpressionValue made;
  made.state_ = value;
  return made;
}

ExpressionValue ExpressionValue::number(double value) {
  ExpressionValue made;
  made.state_ = value;
  return made;
}

ExpressionValue ExpressionValue::text(std::string value) {
  ExpressionValue made;
  made.state_ = std::move(value);
  return made;
}

ExpressionValue ExpressionValue::list(List items) {
  ExpressionValue made;
  made.state_ = std::make_shared<const List>(std::move(items));
  return made;
}

ExpressionValue ExpressionValue::map(Map members) {
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& a, const Member& b) { return a.name < b.name; });
  Map kept;
  for (Member& member : members) {
    if (!kept.empty() && kept.back().name == member.name) kept.pop_back();
    kept.push_back(std::move(member));
  }
  ExpressionValue made;
  made.state_ = std::make_shared<const Map>(std::move(kept));
  return made;
}

const ExpressionValue::List* ExpressionValue::as_list() const {
  const auto* list = std::get_if<std::shared_ptr<const List>>(&state_);
  return list != nullptr ? list->get() : nullptr;
}

const ExpressionValue::Map* ExpressionValue::as_map() const {
  const auto* map = std::get_if<std::shared_ptr<const Map>>(&state_);
  return map != nullptr ? map->get() : nullptr;
}

const ExpressionValue* ExpressionValue::find(std::string_view name) const {
  const Map* map = as_map();
  if (map == nullptr) return nullptr;
  const auto found = std::lower_bound(
      map->begin(), map->end(), name,
      [](const Member& member, std::string_view key) { return member.name < key; });
  return found != map->end() && found->name == name ? &found->value : nullptr;
}

bool ExpressionValue::is_true() const {
  if (const bool* boolean = as_boolean()) return *boolean;
  if (const double* number = as_number()) return *number != 0 && !std::isnan(*number);
  if (const std::string* text = as_text()) return !text->empty();
  return as_list() != nullptr || as_map() != nullptr;
}

double ExpressionValue::to_number() const {
  if (is_null()) return 0;
  if (const bool* boolean = as_boolean()) return *boolean ? 1 : 0;
  if (const double* number = as_number()) return *number;
  if (const std::string* text = as_text()) return text_to_number(*text);
  if (as_list() != nullptr) return text_to_number(to_text());
  return kNaN;
}

std::string ExpressionValue::to_text() const {
  if (const bool* boolean = as_boolean()) return *boolean ? "true" : "false";
  if (const double* number = as_number()) return number_to_text(*number);
  if (const std::string* text = as_text()) return *text;
  if (const List* items = as_list()) return list_to_text(*items, 0);
  if (as_map() != nullptr) return "[object Object]";
  return {};
}

bool ExpressionValue::are_identical(const ExpressionValue& a, const ExpressionValue& b) {
  if (a.state_.index() != b.state_.index()) return false;
  if (const bool* boolean = a.as_boolean()) return *boolean == *b.as_boolean();
  if (const double* number = a.as_number()) return *number == *b.as_number();
  if (const std::string* text = a.as_text()) return *text == *b.as_text();
  return a.as_list() == b.as_list() && a.as_map() == b.as_map();
}

bool ExpressionValue::are_equal(const ExpressionValue& a, const ExpressionValue& b) {
  if (a.state_.index() == b.state_.index()) return are_identical(a, b);
  const auto is_nothing = [](const ExpressionValue& value) {
    return value.is_undefined() || value.is_null();
  };
  if (is_nothing(a) || is_nothing(b)) return is_nothing(a) && is_nothing(b);
  const auto is_object = [](const ExpressionValue& value) {
    return value.as_list() != nullptr || value.as_map() != nullptr;
  };
  if (is_object(a) && is_object(b)) return false;
  if ((is_object(a) && b.as_text() != nullptr) || (is_object(b) && a.as_text() != nullptr)) {
    return a.to_text() == b.to_text();
  }
  return a.to_number() == b.to_number();
}

std::string_view describe(const ExpressionValue& value) {
  if (value.as_boolean() != nullptr) return *value.as_boolean() ? "`true`" : "`false`";
  if (value.as_number() != nullptr) return "a number";
  if (value.as_text() != nullptr) return "a text";
  if (value.as_list() != nullptr) return "a list";
  if (value.as_map() != nullptr) return "a map";
  return "nothing";
}

std::string number_to_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  if (number == 0) return "0";
  // The shortest digits that mean this number, and where the point belongs:
  // 0.digits times ten to the power of `point`.
  std::array<char, 64> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number),
                                     std::chars_format::scientific);
  const std::string_view scientific(buffer.data(),
                                    static_cast<std::size_t>(written.ptr - buffer.data()));
  const std::size_t e = scientific.find('e');
  std::string digits;
  for (char c : scientific.substr(0, e)) {
    if (is_digit(c)) digits += c;
  }
  const std::string_view exponent = scientific.substr(e + 1);
  int power = 0;
  std::from_chars(exponent.data() + (exponent[0] == '+' ? 1 : 0), exponent.data() + exponent.size(),
                  power);
  const int point = power + 1;
  const int count = static_cast<int>(digits.size());
  constexpr int kMaxPlain = 21;
  constexpr int kMinPlain = -6;

  std::string text = number < 0 ? "-" : "";
  if (point > kMaxPlain || point <= kMinPlain) {
    text += digits.substr(0, 1);
    if (count > 1) text += "." + digits.substr(1);
    text += power < 0 ? "e-" : "e+";
    text += std::to_string(std::abs(power));
  } else if (point >= count) {
    text += digits + std::string(static_cast<std::size_t>(point - count), '0');
  } else if (point > 0) {
    text += digits.substr(0, static_cast<std::size_t>(point)) + "." +
            digits.substr(static_cast<std::size_t>(point));
  } else {
    text += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  }
  return text;
}

double text_to_number(std::string_view text) {
  text = trim(text);
  if (text.empty()) return 0;
  const bool is_negative = text.front() == '-';
  if (is_negative || text.front() == '+') text.remove_prefix(1);
  if (text == "Infinity") {
    return is_negative ? -std::numeric_limits<double>::infinity()
                       : std::numeric_limits<double>::infinity();
  }
  // from_chars would take `inf` and `nan` for numbers.
  if (text.empty() || (!is_digit(text.front()) && text.front() != '.')) return kNaN;
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ptr != text.data() + text.size() || read.ec == std::errc::invalid_argument) return kNaN;
  if (read.ec == std::errc::result_out_of_range) {
    const std::size_t e = text.find_first_of("eE");
    const bool is_tiny = e != std::string_view::npos && text.substr(e + 1).starts_with('-');
    number = is_tiny ? 0 : std::numeric_limits<double>::infinity();
  }
  return is_negative ? -number : number;
}

}  // namespace carnet
