#include "openapi/json_text.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

#include "base/json.h"
#include "base/text.h"

namespace carnet::openapi {
namespace {

enum class Layout : std::uint8_t { Lines, Line };

// Numbers of YAML that JSON has no words for (`+1`, `0x1F`, `.5`, `1.`), as JSON; or nothing.
std::optional<std::string> yaml_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const bool is_negative = text.starts_with('-');
  std::string digits(text.substr(is_negative ? 1 : 0));
  if (digits.starts_with("0x") || digits.starts_with("0o")) {
    const unsigned base = digits[1] == 'x' ? 16 : 8;
    std::uint64_t number = 0;
    if (digits.size() == 2 || digits.size() > 14) return std::nullopt;
    for (const char c : digits.substr(2)) {
      const bool is_hex = base == 16 && to_lower(c) >= 'a' && to_lower(c) <= 'f';
      if (!is_hex && !(is_digit(c) && static_cast<unsigned>(c - '0') < base)) return std::nullopt;
      number = number * base + static_cast<unsigned>(is_hex ? to_lower(c) - 'a' + 10 : c - '0');
    }
    digits = std::to_string(number);
  }
  if (digits.starts_with('.')) digits.insert(0, 1, '0');
  if (digits.ends_with('.')) digits.pop_back();
  if (is_negative) digits.insert(0, 1, '-');
  if (!is_json_number(digits)) return std::nullopt;
  return digits;
}

// The word itself; nothing for a text.
std::optional<std::string> json_word(const YamlNode& value) {
  if (value.kind == YamlNode::Kind::Null) return "null";
  if (value.kind != YamlNode::Kind::Scalar || value.style != YamlNode::Style::Plain) {
    return std::nullopt;
  }
  if (const auto flag = value.as_bool()) return *flag ? "true" : "false";
  if (is_json_number(value.text)) return value.text;
  return yaml_number(value.text);
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void append_break(std::string& out, Layout layout, std::size_t depth) {
  if (layout == Layout::Lines) {
    out += '\n';
    out.append(2 * depth, ' ');
  }
}

// Recurses as deep as the file nests, which the reader of it limits.
void append(std::string& out, const YamlNode& value, Layout layout, std::size_t depth) {
  const bool is_map = value.kind == YamlNode::Kind::Map;
  if (!is_map && value.kind != YamlNode::Kind::Sequence) {
    if (const auto word = json_word(value)) {
      out += *word;
    } else {
      append_quoted(out, value.text);
    }
    return;
  }
  const std::string_view comma = layout == Layout::Lines ? "," : ", ";
  out += is_map ? '{' : '[';
  bool is_first = true;
  for (const YamlEntry& entry : value.entries) {
    if (!is_first) out += comma;
    is_first = false;
    append_break(out, layout, depth + 1);
    append_quoted(out, entry.key);
    out += ": ";
    append(out, entry.value, layout, depth + 1);
  }
  for (const YamlNode& item : value.items) {
    if (!is_first) out += comma;
    is_first = false;
    append_break(out, layout, depth + 1);
    append(out, item, layout, depth + 1);
  }
  if (!is_first) append_break(out, layout, depth);
  out += is_map ? '}' : ']';
}

}  // namespace

std::string to_json(const YamlNode& value) {
  std::string out;
  append(out, value, Layout::Lines, 0);
  return out;
}

std::string to_json_line(const YamlNode& value) {
  std::string out;
  append(out, value, Layout::Line, 0);
  return out;
}

std::string to_plain_text(const YamlNode& value) {
  return value.kind == YamlNode::Kind::Scalar ? value.text : to_json_line(value);
}

std::string quote_json(std::string_view text) {
  std::string out;
  append_quoted(out, text);
  return out;
}

bool is_json_word(const YamlNode& value) { return json_word(value).has_value(); }

}  // namespace carnet::openapi
