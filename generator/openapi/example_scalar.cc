#include "openapi/example_scalar.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/text.h"

namespace carnet::openapi {
namespace {

std::optional<double> number_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string print_number(double number) {
  constexpr double kLargest = 1e15;
  if (number > -kLargest && number < kLargest &&
      number == static_cast<double>(static_cast<std::int64_t>(number))) {
    return std::to_string(static_cast<std::int64_t>(number));
  }
  char buffer[32];
  const auto [end, error] = std::to_chars(std::begin(buffer), std::end(buffer), number);
  return error == std::errc() ? std::string(buffer, end) : "1";
}

// A number: 1 where that is allowed, or else the number that is next to a limit.
YamlNode number_within(const SchemaLimits& limits, bool is_integer) {
  double number = 1;
  const double step = is_integer ? 1 : 0.5;
  const auto minimum = number_of(limits.minimum);
  const auto maximum = number_of(limits.maximum);
  const auto multiple = number_of(limits.multiple_of);
  if (multiple && *multiple > 0) number = *multiple;
  if (minimum && (number < *minimum || (number == *minimum && limits.is_minimum_exclusive))) {
    number = *minimum + (limits.is_minimum_exclusive ? step : 0);
    if (multiple && *multiple > 0 && *minimum / *multiple < 1e15 && *minimum / *multiple > -1e15) {
      auto times = static_cast<std::int64_t>(*minimum / *multiple);
      while (static_cast<double>(times) * *multiple < number) ++times;
      number = static_cast<double>(times) * *multiple;
    }
  }
  if (maximum && (number > *maximum || (number == *maximum && limits.is_maximum_exclusive))) {
    number = *maximum - (limits.is_maximum_exclusive ? step : 0);
  }
  return make_word(print_number(number));
}

}  // namespace

YamlNode make_text(std::string text) {
  YamlNode node;
  node.kind = YamlNode::Kind::Scalar;
  node.style = YamlNode::Style::Quoted;
  node.text = std::move(text);
  return node;
}

YamlNode make_word(std::string word) {
  YamlNode node = make_text(std::move(word));
  node.style = YamlNode::Style::Plain;
  return node;
}

std::size_t size_in_limit(std::string_view text, std::size_t otherwise) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  return error == std::errc() && end == text.data() + text.size() ? size : otherwise;
}

YamlNode integer_within(const SchemaLimits& limits) { return number_within(limits, true); }

YamlNode number_within(const SchemaLimits& limits) { return number_within(limits, false); }

YamlNode text_within(const Schema& schema) {
  static constexpr std::pair<std::string_view, std::string_view> kFormats[] = {
      {"date", "2024-01-15"},
      {"date-time", "2024-01-15T09:30:00Z"},
      {"time", "09:30:00Z"},
      {"duration", "P1D"},
      {"email", "user@example.com"},
      {"idn-email", "user@example.com"},
      {"hostname", "example.com"},
      {"idn-hostname", "example.com"},
      {"ipv4", "192.0.2.1"},
      {"ipv6", "2001:db8::1"},
      {"uri", "https://example.com"},
      {"url", "https://example.com"},
      {"iri", "https://example.com"},
      {"uri-reference", "/path"},
      {"uri-template", "/items/{id}"},
      {"uuid", "3fa85f64-5717-4562-b3fc-2c963f66afa6"},
      {"byte", "dGV4dA=="},
      {"binary", "(binary)"},
      {"password", "********"},
      {"json-pointer", "/items/0"},
      {"regex", "^[a-z]+$"},
  };
  for (const auto& [format, text] : kFormats) {
    if (equals_ignoring_case(schema.format, format)) return make_text(std::string(text));
  }
  std::string text = "string";
  constexpr std::size_t kMaxPadding = 64;
  const std::size_t least = std::min(size_in_limit(schema.limits.min_length, 0), kMaxPadding);
  const std::size_t most = size_in_limit(schema.limits.max_length, text.size());
  const std::string word = text;
  while (text.size() < least) text += word;
  if (least > word.size()) text.resize(std::max(least, std::min(text.size(), most)));
  if (text.size() > most) text.resize(std::max(most, least));
  return make_text(std::move(text));
}

}  // namespace carnet::openapi
