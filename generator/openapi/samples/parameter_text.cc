#include "openapi/samples/parameter_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/url.h"
#include "openapi/example.h"
#include "openapi/json_text.h"

namespace carnet::openapi {
namespace {

// So many tell how more are written.
constexpr std::size_t kShownItems = 3;
constexpr std::size_t kShownProperties = 2;

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) joined += between;
    joined += part;
  }
  return joined;
}

// `allowReserved` keeps what a query may hold: not what ends it, nor what divides it.
std::string encode(const Parameter& parameter, std::string_view text) {
  constexpr std::string_view kKept = ":/?@!$'()*,;";
  if (!parameter.allows_reserved || parameter.place != ParameterPlace::Query) {
    return encode_component(text);
  }
  std::string encoded;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(kKept), text.size());
    encoded += encode_component(text.substr(0, end));
    if (end < text.size()) encoded += text[end];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return encoded;
}

// The parts of a list, or a map's keys and values in turn, each encoded.
std::vector<std::string> parts_of(const Parameter& parameter, const YamlNode& value) {
  std::vector<std::string> parts;
  for (const YamlNode& item : value.items) parts.push_back(encode(parameter, to_plain_text(item)));
  for (const YamlEntry& entry : value.entries) {
    parts.push_back(encode_component(entry.key));
    parts.push_back(encode(parameter, to_plain_text(entry.value)));
  }
  if (value.kind == YamlNode::Kind::Scalar) parts.push_back(encode(parameter, value.text));
  return parts;
}

std::vector<std::string> pairs_of(const std::vector<std::string>& parts) {
  std::vector<std::string> pairs;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    pairs.push_back(parts[i] + "=" + parts[i + 1]);
  }
  return pairs;
}

bool is_list(const Schema& schema) { return schema.has_type("array") || schema.items != nullptr; }
bool is_object(const Schema& schema) {
  return schema.has_type("object") || !schema.properties.empty();
}

YamlNode scalar(std::string_view text) {
  YamlNode node;
  node.kind = YamlNode::Kind::Scalar;
  node.text = text;
  return node;
}

// Several items, so that one sees what is between them.
YamlNode shown_list(const Parameter& parameter) {
  YamlNode list = example_value(parameter);
  const bool is_enough = list.kind == YamlNode::Kind::Sequence && list.items.size() > 1;
  if (is_enough) {
    list.items.resize(std::min(list.items.size(), kShownItems));
    return list;
  }
  const Schema* items = parameter.schema->items;
  list = YamlNode();
  list.kind = YamlNode::Kind::Sequence;
  if (items != nullptr && items->enumeration.size() > 1) {
    for (const EnumValue& value : items->enumeration) {
      if (list.items.size() < kShownItems) list.items.push_back(*value.value);
    }
    return list;
  }
  const bool is_number =
      items != nullptr && (items->has_type("integer") || items->has_type("number"));
  constexpr std::array<std::string_view, kShownItems> kNumbers = {"1", "2", "3"};
  constexpr std::array<std::string_view, kShownItems> kLetters = {"a", "b", "c"};
  for (const std::string_view item : is_number ? kNumbers : kLetters) {
    list.items.push_back(scalar(item));
  }
  return list;
}

bool is_usual(const Parameter& parameter, Version version) {
  const bool is_form =
      parameter.place == ParameterPlace::Query || parameter.place == ParameterPlace::Cookie;
  if (!is_form) {
    return parameter.style == "simple" && (!parameter.is_exploded || !is_object(*parameter.schema));
  }
  if (version == Version::Swagger20 && parameter.style == "form") return !parameter.is_exploded;
  if (parameter.style == "deepObject") return !is_object(*parameter.schema);
  return parameter.is_exploded;
}

}  // namespace

std::string on_one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return std::string(trim(text));
}

YamlNode parameter_value(const Parameter& parameter) {
  YamlNode value = example_value(parameter);
  const bool is_made_up = value.kind == YamlNode::Kind::Scalar && value.text == "string" &&
                          value.style == YamlNode::Style::Quoted && value.span.source == kNoSource;
  if (is_made_up) value.text = parameter.name;
  return value;
}

std::string path_text(const Parameter& parameter, const YamlNode& value) {
  const std::vector<std::string> parts = parts_of(parameter, value);
  const std::string name = encode_component(parameter.name);
  const bool is_map = value.kind == YamlNode::Kind::Map;
  std::string_view between = ",";
  std::string before;
  if (parameter.style == "label") {
    before = ".";
    if (parameter.is_exploded) between = ".";
  } else if (parameter.style == "matrix") {
    before = ";" + (is_map && parameter.is_exploded ? "" : name + "=");
    if (parameter.is_exploded) between = ";";
  }
  if (is_map && parameter.is_exploded) return before + join(pairs_of(parts), between);
  if (parameter.style == "matrix" && parameter.is_exploded) {
    return before + join(parts, ";" + name + "=");
  }
  return before + join(parts, between);
}

std::string query_text(const Parameter& parameter, const YamlNode& value) {
  const std::string name = encode_component(parameter.name);
  if (!parameter.content.empty()) return name + "=" + encode(parameter, to_json_line(value));
  const std::vector<std::string> parts = parts_of(parameter, value);
  std::vector<std::string> pairs;
  if (value.kind == YamlNode::Kind::Map && parameter.style == "deepObject") {
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
      pairs.push_back(name + "%5B" + parts[i] + "%5D=" + parts[i + 1]);
    }
  } else if (value.kind == YamlNode::Kind::Map && parameter.is_exploded) {
    pairs = pairs_of(parts);
  } else if (value.kind == YamlNode::Kind::Sequence && parameter.is_exploded) {
    for (const std::string& part : parts) pairs.push_back(name + "=" + part);
  } else {
    std::string_view between = ",";
    if (parameter.style == "spaceDelimited") between = "%20";
    if (parameter.style == "pipeDelimited") between = "%7C";
    if (parameter.style == "tabDelimited") between = "%09";
    return name + "=" + join(parts, between);
  }
  return join(pairs, "&");
}

std::string plain_text(const Parameter& parameter, const YamlNode& value) {
  if (!parameter.content.empty()) return on_one_line(to_json_line(value));
  std::vector<std::string> parts;
  for (const YamlNode& item : value.items) parts.push_back(to_plain_text(item));
  for (const YamlEntry& entry : value.entries) {
    const std::string text = to_plain_text(entry.value);
    if (parameter.is_exploded) {
      parts.push_back(entry.key + "=" + text);
    } else {
      parts.push_back(entry.key);
      parts.push_back(text);
    }
  }
  return on_one_line(parts.empty() ? to_plain_text(value) : join(parts, ","));
}

std::string joined_text(std::string_view style, const YamlNode& value) {
  std::vector<std::string> parts;
  for (const YamlNode& item : value.items) parts.push_back(to_plain_text(item));
  for (const YamlEntry& entry : value.entries) {
    parts.push_back(entry.key);
    parts.push_back(to_plain_text(entry.value));
  }
  std::string_view between = ",";
  if (style == "spaceDelimited") between = " ";
  if (style == "pipeDelimited") between = "|";
  return join(parts, between);
}

std::string written_form(const Parameter& parameter, Version version) {
  if (parameter.schema == nullptr || !parameter.content.empty()) return {};
  const bool is_of_items = is_list(*parameter.schema);
  if (!is_of_items && !is_object(*parameter.schema)) return {};
  if (is_usual(parameter, version)) return {};
  YamlNode value = is_of_items ? shown_list(parameter) : example_value(parameter);
  if (!is_of_items) {
    if (value.kind != YamlNode::Kind::Map || value.entries.empty()) return {};
    value.entries.resize(std::min(value.entries.size(), kShownProperties));
  }
  std::string text;
  switch (parameter.place) {
    case ParameterPlace::Path: text = path_text(parameter, value); break;
    case ParameterPlace::Query: text = query_text(parameter, value); break;
    case ParameterPlace::Header: return plain_text(parameter, value);
    case ParameterPlace::Cookie: return parameter.name + "=" + plain_text(parameter, value);
  }
  // As people write them.
  for (const auto& [code, mark] : {std::pair("%7C", "|"), {"%5B", "["}, {"%5D", "]"}}) {
    text = replace_all(std::move(text), code, mark);
  }
  return text;
}

}  // namespace carnet::openapi
