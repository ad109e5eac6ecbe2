#include "openapi/read_schema_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "openapi/fields.h"

namespace carnet::openapi {
namespace {

constexpr std::string_view kTypes[] = {"null",   "boolean", "object", "array",
                                       "number", "integer", "string", "file"};

}  // namespace

void read_types(const YamlNode& value, Schema& schema, Report& report) {
  std::vector<const YamlNode*> types;
  if (value.kind == YamlNode::Kind::Sequence) {
    for (const YamlNode& item : value.items) types.push_back(&item);
  } else {
    types.push_back(&value);
  }
  for (const YamlNode* type : types) {
    if (type->kind == YamlNode::Kind::Null || type->text == "null") {
      schema.is_nullable = true;
      continue;
    }
    const std::string name = read_text("type", *type, report);
    if (name.empty()) continue;
    if (std::find(std::begin(kTypes), std::end(kTypes), name) == std::end(kTypes)) {
      report.mistake(type->span, fmt::format("unknown type `{}`", name),
                     "the types are string, number, integer, boolean, array, object and null");
    }
    if (!schema.has_type(name) && schema.types.size() < std::size(kTypes)) {
      schema.types.push_back(name);
    }
  }
  if (schema.types.empty() && schema.is_nullable) schema.types = {"null"};
}

void read_enum(const YamlNode& value, Schema& schema, Report& report) {
  if (!is_list("enum", value, report)) return;
  std::vector<EnumValue> values;
  values.reserve(value.items.size());
  for (const YamlNode& item : value.items) values.push_back({&item});
  schema.enumeration = std::move(values);
}

void read_enum_descriptions(const YamlNode& value, Schema& schema) {
  if (value.kind == YamlNode::Kind::Sequence) {
    const std::size_t count = std::min(value.items.size(), schema.enumeration.size());
    for (std::size_t i = 0; i < count; ++i) {
      schema.enumeration[i].description = value.items[i].text;
    }
  } else if (value.kind == YamlNode::Kind::Map) {
    std::unordered_map<std::string_view, std::string_view> descriptions;
    for (const YamlEntry& entry : value.entries) descriptions[entry.key] = entry.value.text;
    for (EnumValue& item : schema.enumeration) {
      const auto found = descriptions.find(item.value->text);
      if (found != descriptions.end()) item.description = found->second;
    }
  }
}

void read_examples(const YamlNode& value, Schema& schema) {
  if (value.kind == YamlNode::Kind::Sequence) {
    for (const YamlNode& item : value.items) schema.examples.push_back(&item);
  } else if (value.kind == YamlNode::Kind::Map) {
    // Some write what a media type has: names, and below each its `value`.
    for (const YamlEntry& entry : value.entries) {
      const YamlNode* inner = entry.value.find("value");
      schema.examples.push_back(inner != nullptr ? inner : &entry.value);
    }
  } else if (value.kind == YamlNode::Kind::Scalar) {
    schema.examples.push_back(&value);
  }
}

}  // namespace carnet::openapi
