#include "openapi/read_content.h"

#include <string>
#include <utility>

#include "base/text.h"
#include "openapi/fields.h"

namespace carnet::openapi {
namespace {

Example read_example(const std::string& name, const YamlNode& node, Reading& reading) {
  Example example;
  example.name = name;
  const YamlNode* target = reading.documents.follow(node);
  if (target == nullptr) return example;
  const Fields fields(*target, reading.report);
  const bool is_object = target->kind == YamlNode::Kind::Map &&
                         (fields.has("value") || fields.has("externalValue") ||
                          fields.has("dataValue") || fields.has("serializedValue"));
  if (!is_object) {
    // The value itself, which should stand below `value`.
    example.value = target;
    return example;
  }
  example.summary = fields.text("summary");
  example.description = fields.text("description");
  take_words(node, example.summary, example.description);
  example.external_url = fields.text("externalValue");
  for (const std::string_view key : {"serializedValue", "dataValue", "value"}) {
    if (const YamlNode* value = fields.find(key)) example.value = value;
  }
  return example;
}

}  // namespace

const Schema* schema_of(const Fields& fields, Reading& reading) {
  const YamlNode* schema = fields.find("schema");
  if (schema == nullptr || schema->kind == YamlNode::Kind::Null) return nullptr;
  if (schema->kind == YamlNode::Kind::Map || schema->as_bool()) {
    return reading.schemas.read(*schema);
  }
  is_map("schema", *schema, reading.report);
  return nullptr;
}

std::vector<Example> read_examples(const Fields& fields, const YamlNode& node, Reading& reading) {
  std::vector<Example> examples;
  if (const YamlNode* value = fields.find("example")) {
    if (reading.spend(node.span)) examples.push_back({"", "", "", value, ""});
  }
  const YamlNode* many = fields.find("examples");
  if (many == nullptr) return examples;
  if (many->kind == YamlNode::Kind::Sequence) {
    for (const YamlNode& item : many->items) {
      if (reading.spend(item.span)) examples.push_back({"", "", "", &item, ""});
    }
  } else if (is_map("examples", *many, reading.report)) {
    for (const YamlEntry& entry : many->entries) {
      if (is_hidden(entry.value) || !reading.spend(entry.key_span)) continue;
      examples.push_back(read_example(entry.key, entry.value, reading));
    }
  }
  return examples;
}

std::vector<MediaType> read_content(const YamlNode& content, Reading& reading) {
  std::vector<MediaType> media_types;
  for (const YamlEntry& entry : content.entries) {
    if (entry.key.starts_with("x-") || is_hidden(entry.value) || !reading.spend(entry.key_span)) {
      continue;
    }
    MediaType media_type;
    media_type.type = trim(entry.key);
    media_type.span = entry.key_span;
    if (entry.value.kind == YamlNode::Kind::Map) {
      const YamlNode* target = reading.documents.follow(entry.value);
      if (target == nullptr) continue;
      const Fields fields(*target, reading.report);
      media_type.schema = schema_of(fields, reading);
      media_type.examples = read_examples(fields, *target, reading);
      if (const YamlNode* encodings = fields.map("encoding")) {
        for (const YamlEntry& encoding : encodings->entries) {
          const Fields inner(encoding.value, reading.report);
          const std::string style = inner.text("style");
          media_type.encodings.push_back(
              {encoding.key, inner.text("contentType"), style,
               inner.flag_or("explode", style.empty() || style == "form")});
        }
      }
    } else {
      is_map(entry.key, entry.value, reading.report);
    }
    media_types.push_back(std::move(media_type));
  }
  return media_types;
}

}  // namespace carnet::openapi
