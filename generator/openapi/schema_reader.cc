#include "openapi/schema_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "openapi/fields.h"
#include "openapi/merge_schemas.h"

namespace carnet::openapi {
namespace {

constexpr std::string_view kTypes[] = {"null",   "boolean", "object", "array",
                                       "number", "integer", "string", "file"};

enum class Key : std::uint8_t {
  AdditionalProperties,
  AllOf,
  AnyOf,
  Const,
  Contains,
  ContentEncoding,
  ContentMediaType,
  Default,
  Deprecated,
  Description,
  Discriminator,
  Else,
  Enum,
  EnumDescriptions,
  Example,
  Examples,
  ExternalDocs,
  Format,
  If,
  Items,
  Limit,
  Not,
  Nullable,
  OneOf,
  PatternProperties,
  PrefixItems,
  Properties,
  PropertyNames,
  ReadOnly,
  Stability,
  Then,
  Title,
  Type,
  WriteOnly,
  Xml,
};

std::optional<Key> find_key(std::string_view name) {
  static const std::unordered_map<std::string_view, Key> keys = {
      {"additionalProperties", Key::AdditionalProperties},
      {"allOf", Key::AllOf},
      {"anyOf", Key::AnyOf},
      {"const", Key::Const},
      {"contains", Key::Contains},
      {"contentEncoding", Key::ContentEncoding},
      {"contentMediaType", Key::ContentMediaType},
      {"default", Key::Default},
      {"deprecated", Key::Deprecated},
      {"description", Key::Description},
      {"discriminator", Key::Discriminator},
      {"else", Key::Else},
      {"enum", Key::Enum},
      {"example", Key::Example},
      {"examples", Key::Examples},
      {"exclusiveMaximum", Key::Limit},
      {"exclusiveMinimum", Key::Limit},
      {"externalDocs", Key::ExternalDocs},
      {"format", Key::Format},
      {"if", Key::If},
      {"items", Key::Items},
      {"maxContains", Key::Limit},
      {"maxItems", Key::Limit},
      {"maxLength", Key::Limit},
      {"maxProperties", Key::Limit},
      {"maximum", Key::Limit},
      {"minContains", Key::Limit},
      {"minItems", Key::Limit},
      {"minLength", Key::Limit},
      {"minProperties", Key::Limit},
      {"minimum", Key::Limit},
      {"multipleOf", Key::Limit},
      {"not", Key::Not},
      {"nullable", Key::Nullable},
      {"oneOf", Key::OneOf},
      {"pattern", Key::Limit},
      {"patternProperties", Key::PatternProperties},
      {"prefixItems", Key::PrefixItems},
      {"properties", Key::Properties},
      {"propertyNames", Key::PropertyNames},
      {"readOnly", Key::ReadOnly},
      {"then", Key::Then},
      {"title", Key::Title},
      {"type", Key::Type},
      {"uniqueItems", Key::Limit},
      {"writeOnly", Key::WriteOnly},
      {"x-deprecated", Key::Deprecated},
      {"x-enum-descriptions", Key::EnumDescriptions},
      {"x-enumDescriptions", Key::EnumDescriptions},
      {"x-nullable", Key::Nullable},
      {"x-stability", Key::Stability},
      {"xml", Key::Xml},
  };
  const auto found = keys.find(name);
  if (found == keys.end()) return std::nullopt;
  return found->second;
}

// Those that people mistype. The short ones are near to words of their own.
constexpr std::string_view kKnown[] = {"additionalProperties",
                                       "allOf",
                                       "anyOf",
                                       "default",
                                       "deprecated",
                                       "description",
                                       "discriminator",
                                       "example",
                                       "examples",
                                       "enum",
                                       "exclusiveMaximum",
                                       "format",
                                       "externalDocs",
                                       "exclusiveMinimum",
                                       "items",
                                       "maxItems",
                                       "maxLength",
                                       "maxProperties",
                                       "maximum",
                                       "minItems",
                                       "minLength",
                                       "minProperties",
                                       "minimum",
                                       "multipleOf",
                                       "nullable",
                                       "oneOf",
                                       "pattern",
                                       "prefixItems",
                                       "patternProperties",
                                       "properties",
                                       "readOnly",
                                       "required",
                                       "title",
                                       "type",
                                       "uniqueItems",
                                       "writeOnly",
                                       "$defs",
                                       "$id",
                                       "$anchor",
                                       "$schema",
                                       "$comment",
                                       "$ref",
                                       "id",
                                       "if",
                                       "in",
                                       "name",
                                       "then",
                                       "else",
                                       "not",
                                       "xml"};

bool is_null_schema(const YamlNode& node) {
  if (node.kind != YamlNode::Kind::Map) return false;
  const YamlNode* type = node.find("type");
  if (type == nullptr) return false;
  return type->kind == YamlNode::Kind::Null || type->text == "null";
}

// A number as it is written, with its sign.
std::string limit_text(const YamlEntry& entry, Report& report) {
  std::string text = read_text(entry.key, entry.value, report);
  const bool is_number = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  });
  if (is_number) return text;
  if (!text.empty()) {
    report.mistake(entry.value.span,
                   fmt::format("`{}` is {}, not a number", entry.key, describe(entry.value)));
  }
  return {};
}

}  // namespace

bool Schema::has_type(std::string_view type) const {
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_any(const Schema& schema) {
  return schema.types.empty() && !schema.is_never && schema.constant == nullptr &&
         schema.enumeration.empty() && schema.properties.empty() &&
         schema.pattern_properties.empty() && schema.other_required.empty() &&
         schema.items == nullptr && schema.prefix_items.empty() && schema.all_of.empty() &&
         schema.one_of.empty() && schema.any_of.empty() && schema.not_schema == nullptr &&
         schema.if_schema == nullptr && schema.format.empty() && schema.limits.pattern.empty();
}

void SchemaReader::read_named(const YamlNode& schemas) {
  for (const YamlEntry& entry : schemas.entries) names_.emplace(&entry.value, entry.key);
  for (const YamlEntry& entry : schemas.entries) {
    const Schema* schema = read(entry.value);
    if (schema == nullptr) continue;
    // A key that is there twice was reported; the last one counts.
    if (!specification_.schemas_by_name.insert_or_assign(entry.key, schema).second) {
      std::erase_if(specification_.schemas,
                    [&](const Schema* other) { return other->name == entry.key; });
    }
    specification_.schemas.push_back(schema);
  }
}

Schema& SchemaReader::make(const YamlNode& node) {
  if (const auto known = schemas_.find(&node); known != schemas_.end()) return *known->second;
  Schema& schema = specification_.schema_store.emplace_back();
  schema.span = node.span;
  if (const auto name = names_.find(&node); name != names_.end()) schema.name = name->second;
  schemas_.emplace(&node, &schema);
  waiting_.push_back({&node, &schema});
  return schema;
}

// It is shown by its name, so that nothing that the author wrote is missing.
Schema& SchemaReader::make_unknown(const YamlNode& reference) {
  if (const auto known = schemas_.find(&reference); known != schemas_.end()) return *known->second;
  Schema& schema = specification_.schema_store.emplace_back();
  schema.span = reference.span;
  schema.title = name_in(reference.text);
  schemas_.emplace(&reference, &schema);
  return schema;
}

const Schema* SchemaReader::read(const YamlNode& node) {
  const YamlNode* here = &node;
  std::unordered_set<const YamlNode*> seen;
  while (true) {
    if (is_hidden(*here)) return nullptr;
    const YamlNode* reference = find_reference(*here);
    // With keys beside it, or a name of its own, it is a schema that includes the other.
    if (reference == nullptr || here->entries.size() > 1) return &make(*here);
    if (names_.count(here) > 0) return &make(*here);
    if (!seen.insert(here).second) {
      report_.unresolved(find_reference(node)->span, "this `$ref` leads round in circles",
                         "let one of them say what it is");
      return &make_unknown(*find_reference(node));
    }
    const YamlNode* target = documents_.resolve(*reference);
    if (target == nullptr) return &make_unknown(*reference);
    if (schemas_.count(target) == 0 && names_.count(target) == 0) {
      std::string name = name_in(reference->text);
      if (!name.empty()) names_.emplace(target, std::move(name));
    }
    here = target;
  }
}

const Schema* SchemaReader::read_parameter(const YamlNode& node) {
  Schema& schema = make(node);
  parameters_.insert(&node);
  bare_.insert(&node);
  return &schema;
}

const Schema* SchemaReader::read_form(const std::vector<const YamlNode*>& parameters) {
  Schema& form = specification_.schema_store.emplace_back();
  form.types = {"object"};
  for (const YamlNode* node : parameters) {
    const YamlNode* name = node->find("name");
    if (name == nullptr || name->text.empty() || is_hidden(*node)) continue;
    form.span = node->span;
    const YamlNode* required = node->find("required");
    const bool is_required = required != nullptr && required->as_bool().value_or(false);
    parameters_.insert(node);
    form.properties.push_back({name->text, &make(*node), is_required});
  }
  return &form;
}

void SchemaReader::read_edge(const YamlEntry& entry, const Schema*& edge) {
  const YamlNode& value = entry.value;
  if (value.kind == YamlNode::Kind::Map || value.as_bool()) {
    edge = read(value);
  } else if (value.kind != YamlNode::Kind::Null) {
    report_.mistake(value.span,
                    fmt::format("`{}` is {}, not a schema", entry.key, describe(value)));
  }
}

void SchemaReader::read_parts(const YamlEntry& entry, std::vector<const Schema*>& parts,
                              Schema& schema) {
  if (!is_list(entry.key, entry.value, report_)) return;
  for (const YamlNode& item : entry.value.items) {
    if (entry.key != "allOf" && entry.key != "prefixItems" && is_null_schema(item)) {
      schema.is_nullable = true;
      continue;
    }
    if (item.kind != YamlNode::Kind::Map && !item.as_bool()) {
      report_.mistake(item.span, fmt::format("this part of `{}` is {}, not a schema", entry.key,
                                             describe(item)));
      continue;
    }
    if (const Schema* part = read(item)) parts.push_back(part);
  }
}

void SchemaReader::read_types(const YamlNode& value, Schema& schema) {
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
    const std::string name = read_text("type", *type, report_);
    if (name.empty()) continue;
    if (std::find(std::begin(kTypes), std::end(kTypes), name) == std::end(kTypes)) {
      report_.mistake(type->span, fmt::format("unknown type `{}`", name),
                      "the types are string, number, integer, boolean, array, object and null");
    }
    if (!schema.has_type(name) && schema.types.size() < std::size(kTypes)) {
      schema.types.push_back(name);
    }
  }
  if (schema.types.empty() && schema.is_nullable) schema.types = {"null"};
}

void SchemaReader::read_enum(const YamlNode& value, Schema& schema) {
  if (!is_list("enum", value, report_)) return;
  std::vector<EnumValue> values;
  values.reserve(value.items.size());
  for (const YamlNode& item : value.items) values.push_back({&item});
  schema.enumeration = std::move(values);
}

void SchemaReader::read_enum_descriptions(const YamlNode& value, Schema& schema) {
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

void SchemaReader::read_properties(const YamlEntry& entry,
                                   std::vector<SchemaProperty>& properties) {
  if (!is_map(entry.key, entry.value, report_)) return;
  for (const YamlEntry& property : entry.value.entries) {
    if (property.value.kind != YamlNode::Kind::Map && !property.value.as_bool()) {
      const bool is_nothing = property.value.kind == YamlNode::Kind::Null;
      report_.mistake(is_nothing ? property.key_span : property.value.span,
                      fmt::format("the property `{}` is {}, not a schema", property.key,
                                  describe(property.value)),
                      "write its keys below it, as in `type: string`");
    }
    if (const Schema* schema = read(property.value)) properties.push_back({property.key, schema});
  }
}

void SchemaReader::read_required(const YamlNode& node, Schema& schema) {
  // Some write `required: true` at the property.
  if (const YamlNode* properties = node.find("properties")) {
    std::unordered_map<std::string_view, const YamlNode*> claims;
    for (const YamlEntry& entry : properties->entries) {
      const YamlNode* claim = entry.value.find("required");
      if (claim != nullptr && claim->as_bool().value_or(false)) claims.emplace(entry.key, claim);
    }
    for (SchemaProperty& property : schema.properties) {
      if (claims.count(property.name) > 0) property.is_required = true;
    }
  }
  const YamlNode* required = node.find("required");
  if (required == nullptr) return;
  if (required->as_bool()) {
    if (parameters_.count(&node) == 0) {
      report_.mistake(required->span, "`required` is a list of the names of properties",
                      "write it beside `properties`: `required: [name]`");
    }
    return;
  }
  if (!is_list("required", *required, report_)) return;
  std::unordered_map<std::string_view, SchemaProperty*> properties;
  for (SchemaProperty& property : schema.properties) properties[property.name] = &property;
  for (const YamlNode& item : required->items) {
    const std::string name = read_text("required", item, report_);
    const auto found = properties.find(name);
    if (found != properties.end()) {
      found->second->is_required = true;
    } else if (!name.empty()) {
      schema.other_required.push_back(name);
    }
  }
}

void SchemaReader::read_examples(const YamlNode& value, Schema& schema) {
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

void SchemaReader::read_discriminator(const YamlNode& value, Schema& schema) {
  if (value.kind == YamlNode::Kind::Scalar) {  // Swagger 2.0
    schema.discriminator.property = value.text;
  } else if (is_map("discriminator", value, report_)) {
    const Fields fields(value, report_);
    schema.discriminator.property = fields.text("propertyName");
    if (schema.discriminator.property.empty()) {
      report_.mistake(value.span, "this discriminator names no property",
                      "write `propertyName: name`");
    }
    if (const YamlNode* mapping = fields.map("mapping")) mappings_.emplace_back(&schema, mapping);
  }
}

void SchemaReader::read_limit(const YamlEntry& entry, Schema& schema) {
  SchemaLimits& limits = schema.limits;
  const std::string_view key = entry.key;
  if (key == "pattern") {
    limits.pattern = read_text(key, entry.value, report_);
  } else if (key == "uniqueItems") {
    limits.has_unique_items = read_flag(key, entry.value, report_);
  } else if (key == "exclusiveMinimum" || key == "exclusiveMaximum") {
    const bool is_minimum = key == "exclusiveMinimum";
    bool& is_exclusive = is_minimum ? limits.is_minimum_exclusive : limits.is_maximum_exclusive;
    if (const auto flag = entry.value.as_bool()) {
      is_exclusive = *flag;
      return;
    }
    std::string number = limit_text(entry, report_);
    if (number.empty()) return;
    (is_minimum ? limits.minimum : limits.maximum) = std::move(number);
    is_exclusive = true;
  } else {
    // With both spellings of a bound, the exclusive one was read before or will be after; it is
    // the one that is kept.
    static constexpr std::pair<std::string_view, std::string SchemaLimits::*> kNumbers[] = {
        {"minimum", &SchemaLimits::minimum},
        {"maximum", &SchemaLimits::maximum},
        {"multipleOf", &SchemaLimits::multiple_of},
        {"minLength", &SchemaLimits::min_length},
        {"maxLength", &SchemaLimits::max_length},
        {"minItems", &SchemaLimits::min_items},
        {"maxItems", &SchemaLimits::max_items},
        {"minContains", &SchemaLimits::min_contains},
        {"maxContains", &SchemaLimits::max_contains},
        {"minProperties", &SchemaLimits::min_properties},
        {"maxProperties", &SchemaLimits::max_properties},
    };
    for (const auto& [name, member] : kNumbers) {
      if (name == key && (limits.*member).empty()) limits.*member = limit_text(entry, report_);
    }
  }
}

void SchemaReader::read_key(const YamlEntry& entry, Schema& schema) {
  const auto key = find_key(entry.key);
  if (!key) return;
  const YamlNode& value = entry.value;
  switch (*key) {
    case Key::AdditionalProperties:
      if (const auto flag = value.as_bool()) {
        schema.has_additional_properties = *flag;
        schema.has_no_other_properties = !*flag;
      } else {
        read_edge(entry, schema.additional_properties);
        schema.has_additional_properties = schema.additional_properties != nullptr;
      }
      break;
    case Key::AllOf: read_parts(entry, schema.all_of, schema); break;
    case Key::AnyOf: read_parts(entry, schema.any_of, schema); break;
    case Key::OneOf: read_parts(entry, schema.one_of, schema); break;
    case Key::PrefixItems: read_parts(entry, schema.prefix_items, schema); break;
    case Key::Const: schema.constant = &value; break;
    case Key::Contains: read_edge(entry, schema.contains); break;
    case Key::ContentEncoding:
      schema.content_encoding = read_text(entry.key, value, report_);
      break;
    case Key::ContentMediaType:
      schema.content_media_type = read_text(entry.key, value, report_);
      break;
    case Key::Default: schema.default_value = &value; break;
    case Key::Deprecated: schema.is_deprecated |= read_flag(entry.key, value, report_); break;
    case Key::Description: schema.description = read_text(entry.key, value, report_); break;
    case Key::Discriminator: read_discriminator(value, schema); break;
    case Key::Else: read_edge(entry, schema.else_schema); break;
    case Key::Enum: read_enum(value, schema); break;
    case Key::EnumDescriptions: break;  // When `enum` is read.
    case Key::Example: schema.examples.insert(schema.examples.begin(), &value); break;
    case Key::Examples: read_examples(value, schema); break;
    case Key::ExternalDocs: schema.external_docs = read_external_docs(value, report_); break;
    case Key::Format: schema.format = read_text(entry.key, value, report_); break;
    case Key::If: read_edge(entry, schema.if_schema); break;
    case Key::Items:
      if (value.kind == YamlNode::Kind::Sequence) {
        read_parts(entry, schema.prefix_items, schema);
      } else {
        read_edge(entry, schema.items);
      }
      break;
    case Key::Limit: read_limit(entry, schema); break;
    case Key::Not: read_edge(entry, schema.not_schema); break;
    case Key::Nullable: schema.is_nullable |= read_flag(entry.key, value, report_); break;
    case Key::PatternProperties: read_properties(entry, schema.pattern_properties); break;
    case Key::Properties: read_properties(entry, schema.properties); break;
    case Key::PropertyNames: read_edge(entry, schema.property_names); break;
    case Key::ReadOnly: schema.is_read_only = read_flag(entry.key, value, report_); break;
    case Key::Stability: schema.stability = read_text(entry.key, value, report_); break;
    case Key::Then: read_edge(entry, schema.then_schema); break;
    case Key::Title: schema.title = read_text(entry.key, value, report_); break;
    case Key::Type: read_types(value, schema); break;
    case Key::WriteOnly: schema.is_write_only = read_flag(entry.key, value, report_); break;
    case Key::Xml: {
      const Fields fields(value, report_);
      schema.xml = {fields.text("name"), fields.text("namespace"), fields.text("prefix"),
                    fields.flag("attribute"), fields.flag("wrapped")};
      break;
    }
  }
}

void SchemaReader::fill(const YamlNode& node, Schema& schema) {
  if (const auto flag = node.as_bool()) {
    schema.is_never = !*flag;
    return;
  }
  // `true`, or a mistake that was reported where this was found.
  if (node.kind != YamlNode::Kind::Map) return;
  const bool is_parameter = parameters_.count(&node) > 0;
  if (!is_parameter) Fields(node, report_).check(kKnown);
  if (const YamlNode* reference = find_reference(node)) {
    const YamlNode* target = documents_.resolve(*reference);
    const Schema* included = target == nullptr ? &make_unknown(*reference) : nullptr;
    if (target != nullptr) {
      if (std::string name = name_in(reference->text); !name.empty()) {
        if (schemas_.count(target) == 0) names_.emplace(target, std::move(name));
      }
      included = read(*target);
    }
    if (included != nullptr) schema.all_of.push_back(included);
  }
  for (const YamlEntry& entry : node.entries) read_key(entry, schema);
  for (const std::string_view key : {"x-enumDescriptions", "x-enum-descriptions"}) {
    if (const YamlNode* value = node.find(key)) read_enum_descriptions(*value, schema);
  }
  if (schema.types.empty() && schema.all_of.empty()) {
    if (!schema.properties.empty() || schema.has_additional_properties) schema.types = {"object"};
    if (schema.items != nullptr || !schema.prefix_items.empty()) schema.types = {"array"};
  }
  read_required(node, schema);
  if (bare_.count(&node) > 0) schema.description.clear();
}

// After OpenAPI 3.1.0, 4.8.25, the values are names of schemas or what a `$ref` would be.
void SchemaReader::set_mapping(Schema& schema, const YamlNode& mapping) {
  for (const YamlEntry& entry : mapping.entries) {
    const YamlNode& value = entry.value;
    if (value.kind != YamlNode::Kind::Scalar) continue;
    const Schema* target = specification_.find_schema(value.text);
    if (target == nullptr) {
      const YamlNode* node = documents_.resolve(value);
      if (node != nullptr) target = read(*node);
    }
    if (target != nullptr) schema.discriminator.targets.push_back({entry.key, target});
  }
}

void SchemaReader::set_discriminator_targets() {
  std::unordered_map<const Schema*, std::vector<const Schema*>> heirs;
  for (const Schema* schema : specification_.schemas) {
    for (const Schema* part : schema->all_of) heirs[part].push_back(schema);
  }
  for (Schema& schema : specification_.schema_store) {
    Discriminator& discriminator = schema.discriminator;
    if (discriminator.property.empty() || !discriminator.targets.empty()) continue;
    for (const auto* parts : {&schema.one_of, &schema.any_of}) {
      for (const Schema* part : *parts) {
        if (!part->name.empty()) discriminator.targets.push_back({part->name, part});
      }
    }
    if (!schema.one_of.empty() || !schema.any_of.empty()) continue;
    for (const Schema* heir : heirs[&schema]) discriminator.targets.push_back({heir->name, heir});
  }
}

void SchemaReader::finish() {
  read_waiting();
  // Reading what a mapping names may find another one.
  std::size_t next = 0;
  while (next < mappings_.size()) {
    const auto [schema, mapping] = mappings_[next++];
    set_mapping(*schema, *mapping);
    read_waiting();
  }
  set_discriminator_targets();
  merge_schemas(specification_, report_);
}

void SchemaReader::read_waiting() {
  while (!waiting_.empty()) {
    const Waiting next = waiting_.front();
    waiting_.pop_front();
    fill(*next.node, *next.schema);
  }
}

}  // namespace carnet::openapi
