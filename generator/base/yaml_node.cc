#include "base/yaml_node.h"

#include <charconv>

#include "base/text.h"

namespace carnet {

// Not defaulted: the clang-tidy of Debian 12 crashes on that in a type that holds itself.
bool YamlNode::operator==(const YamlNode& other) const {
  return kind == other.kind && style == other.style && span == other.span && text == other.text &&
         items == other.items && entries == other.entries;
}

const YamlEntry* YamlNode::find_entry(std::string_view key) const {
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->key == key) return &*entry;
  }
  return nullptr;
}

const YamlNode* YamlNode::find(std::string_view key) const {
  const YamlEntry* entry = find_entry(key);
  return entry ? &entry->value : nullptr;
}

std::optional<std::string_view> YamlNode::as_text() const {
  if (kind != Kind::Scalar) return std::nullopt;
  return text;
}

std::optional<bool> YamlNode::as_bool() const {
  if (kind != Kind::Scalar || style != Style::Plain) return std::nullopt;
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  return std::nullopt;
}

std::optional<std::int64_t> YamlNode::as_integer() const {
  if (kind != Kind::Scalar || style != Style::Plain) return std::nullopt;
  std::string_view digits = text;
  if (digits.starts_with('+') && digits.size() > 1 && is_digit(digits[1])) digits.remove_prefix(1);
  std::int64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return value;
}

std::string describe(const YamlNode& node) {
  constexpr std::size_t kMaxShown = 40;
  switch (node.kind) {
    case YamlNode::Kind::Null: return "nothing";
    case YamlNode::Kind::Sequence: return "a list";
    case YamlNode::Kind::Map: return "a map";
    case YamlNode::Kind::Scalar: break;
  }
  if (node.text.size() > kMaxShown || node.text.find('\n') != std::string::npos) return "a text";
  if (node.style == YamlNode::Style::Plain && (node.as_bool() || node.as_integer())) {
    return "`" + node.text + "`";
  }
  return "the text `" + node.text + "`";
}

}  // namespace carnet
