#include "openapi/example.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "openapi/example_scalar.h"
#include "openapi/json_text.h"
#include "openapi/media_type_name.h"
#include "openapi/xml_text.h"

namespace carnet::openapi {
namespace {

std::string form_text(const YamlNode& value, std::string_view between,
                      std::string (*write)(std::string_view)) {
  std::string out;
  for (const YamlEntry& entry : value.entries) {
    const bool is_list = entry.value.kind == YamlNode::Kind::Sequence;
    const std::size_t count = is_list ? entry.value.items.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
      const YamlNode& item = is_list ? entry.value.items[i] : entry.value;
      if (!out.empty()) out += between;
      out += write(entry.key) + "=" + write(to_plain_text(item));
    }
  }
  return out;
}

std::string as_it_is(std::string_view text) { return std::string(text); }

bool looks_like_json(std::string_view text) {
  const std::string_view trimmed = trim(text);
  return trimmed.starts_with('{') || trimmed.starts_with('[');
}

void set_text(BodyExample& example, const MediaType& media_type, const YamlNode& value) {
  const std::string type = bare_media_type(media_type.type);
  const bool is_text = value.kind == YamlNode::Kind::Scalar && !is_json_word(value);
  if (is_text && (!is_json(type) || looks_like_json(value.text))) {
    // It stands there as it is sent.
    example.text = trim_end(value.text);
    example.language = is_json(type) ? "json" : is_xml(type) ? "xml" : "";
    if (type.ends_with("yaml")) example.language = "yaml";
    if (type == "text/html") example.language = "html";
    if (type == "text/csv") example.language = "csv";
    return;
  }
  if (is_xml(type)) {
    example.text = to_xml(value, media_type.schema);
    example.language = "xml";
  } else if (is_form(type) && value.kind == YamlNode::Kind::Map) {
    const bool is_encoded = type == "application/x-www-form-urlencoded";
    example.text =
        is_encoded ? form_text(value, "&", encode_component) : form_text(value, "\n", as_it_is);
  } else if (is_json_lines(type) && value.kind == YamlNode::Kind::Sequence) {
    for (const YamlNode& item : value.items) {
      example.text += (example.text.empty() ? "" : "\n") + to_json_line(item);
    }
    example.language = "json";
  } else if (type.starts_with("text/") && value.kind == YamlNode::Kind::Scalar) {
    example.text = value.text;
  } else {
    example.text = to_json(value);
    example.language = type.ends_with("yaml") ? "yaml" : "json";
  }
}

}  // namespace

YamlNode example_value(const MediaType& media_type, Direction direction) {
  for (const Example& example : media_type.examples) {
    if (example.value != nullptr) return *example.value;
  }
  if (media_type.schema == nullptr) return {};
  return example_of(*media_type.schema, direction);
}

YamlNode example_value(const Parameter& parameter) {
  for (const Example& example : parameter.examples) {
    if (example.value != nullptr) return *example.value;
  }
  if (!parameter.content.empty()) {
    return example_value(parameter.content.front(), Direction::Request);
  }
  if (parameter.schema == nullptr) return make_text("string");
  return example_of(*parameter.schema, Direction::Request);
}

std::vector<BodyExample> examples_of(const MediaType& media_type, Direction direction) {
  std::vector<BodyExample> examples;
  for (const Example& given : media_type.examples) {
    BodyExample example;
    example.name = given.name;
    example.summary = given.summary;
    example.description = given.description;
    example.external_url = given.external_url;
    if (given.value != nullptr) set_text(example, media_type, *given.value);
    if (given.value != nullptr || !example.external_url.empty()) {
      examples.push_back(std::move(example));
    }
  }
  if (!examples.empty() || media_type.schema == nullptr) return examples;
  const Schema& schema = *media_type.schema;
  if (is_binary(media_type.type) && schema.examples.empty()) return examples;
  if (is_any(schema) && schema.examples.empty() && schema.default_value == nullptr) return examples;
  // Named ones of the schema are all worth seeing.
  if (schema.examples.size() > 1) {
    for (const YamlNode* value : schema.examples) {
      set_text(examples.emplace_back(), media_type, *value);
    }
    return examples;
  }
  const std::optional<YamlNode> made = make_example(schema, direction);
  if (made) set_text(examples.emplace_back(), media_type, *made);
  return examples;
}

}  // namespace carnet::openapi
