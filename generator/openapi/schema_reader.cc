#include "openapi/schema_reader.h"

#include <fmt/format.h>

#include <string_view>
#include <unordered_set>
#include <utility>

#include "openapi/fields.h"
#include "openapi/merge_schemas.h"
#include "openapi/read_schema_limit.h"
#include "openapi/read_schema_values.h"
#include "openapi/schema_key.h"

namespace carnet::openapi {
namespace {

bool is_null_schema(const YamlNode& node) {
  if (node.kind != YamlNode::Kind::Map) return false;
  const YamlNode* type = node.find("type");
  if (type == nullptr) return false;
  return type->kind == YamlNode::Kind::Null || type->text == "null";
}

}  // namespace

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

void SchemaReader::read_dependents(const YamlEntry& entry, Schema& schema) {
  if (!is_map(entry.key, entry.value, report_)) return;
  for (const YamlEntry& dependent : entry.value.entries) {
    const YamlNode& value = dependent.value;
    const Schema* then = nullptr;
    if (value.kind == YamlNode::Kind::Sequence) {
      Schema& required = specification_.schema_store.emplace_back();
      required.span = value.span;
      for (const YamlNode& item : value.items) {
        const std::string name = read_text(dependent.key, item, report_);
        if (!name.empty()) required.other_required.push_back(name);
      }
      then = &required;
    } else {
      read_edge(dependent, then);
    }
    if (then != nullptr) schema.dependents.push_back({dependent.key, then});
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

void SchemaReader::read_key(const YamlEntry& entry, Schema& schema) {
  const auto key = find_schema_key(entry.key);
  if (!key) return;
  const YamlNode& value = entry.value;
  switch (*key) {
    case SchemaKey::AdditionalProperties:
      if (const auto flag = value.as_bool()) {
        schema.has_additional_properties = *flag;
        schema.has_no_other_properties = !*flag;
      } else {
        read_edge(entry, schema.additional_properties);
        schema.has_additional_properties = schema.additional_properties != nullptr;
      }
      break;
    case SchemaKey::AllOf: read_parts(entry, schema.all_of, schema); break;
    case SchemaKey::AnyOf: read_parts(entry, schema.any_of, schema); break;
    case SchemaKey::OneOf: read_parts(entry, schema.one_of, schema); break;
    case SchemaKey::PrefixItems: read_parts(entry, schema.prefix_items, schema); break;
    case SchemaKey::Const: schema.constant = &value; break;
    case SchemaKey::Contains: read_edge(entry, schema.contains); break;
    case SchemaKey::ContentEncoding:
      schema.content_encoding = read_text(entry.key, value, report_);
      break;
    case SchemaKey::ContentMediaType:
      schema.content_media_type = read_text(entry.key, value, report_);
      break;
    case SchemaKey::Default: schema.default_value = &value; break;
    case SchemaKey::Deprecated: schema.is_deprecated |= read_flag(entry.key, value, report_); break;
    case SchemaKey::Dependents: read_dependents(entry, schema); break;
    case SchemaKey::Description: schema.description = read_text(entry.key, value, report_); break;
    case SchemaKey::Discriminator: read_discriminator(value, schema); break;
    case SchemaKey::Else: read_edge(entry, schema.else_schema); break;
    case SchemaKey::Enum: read_enum(value, schema, report_); break;
    case SchemaKey::EnumDescriptions: break;  // When `enum` is read.
    case SchemaKey::Example: schema.examples.insert(schema.examples.begin(), &value); break;
    case SchemaKey::Examples: read_examples(value, schema); break;
    case SchemaKey::ExternalDocs: schema.external_docs = read_external_docs(value, report_); break;
    case SchemaKey::Format: schema.format = read_text(entry.key, value, report_); break;
    case SchemaKey::If: read_edge(entry, schema.if_schema); break;
    case SchemaKey::Items:
      if (value.kind == YamlNode::Kind::Sequence) {
        read_parts(entry, schema.prefix_items, schema);
      } else {
        read_edge(entry, schema.items);
      }
      break;
    case SchemaKey::Limit: read_schema_limit(entry, schema.limits, report_); break;
    case SchemaKey::Not: read_edge(entry, schema.not_schema); break;
    case SchemaKey::Nullable: schema.is_nullable |= read_flag(entry.key, value, report_); break;
    case SchemaKey::PatternProperties: read_properties(entry, schema.pattern_properties); break;
    case SchemaKey::Properties: read_properties(entry, schema.properties); break;
    case SchemaKey::PropertyNames: read_edge(entry, schema.property_names); break;
    case SchemaKey::ReadOnly: schema.is_read_only = read_flag(entry.key, value, report_); break;
    case SchemaKey::Stability: schema.stability = read_text(entry.key, value, report_); break;
    case SchemaKey::Then: read_edge(entry, schema.then_schema); break;
    case SchemaKey::Title: schema.title = read_text(entry.key, value, report_); break;
    case SchemaKey::Type: read_types(value, schema, report_); break;
    case SchemaKey::WriteOnly: schema.is_write_only = read_flag(entry.key, value, report_); break;
    case SchemaKey::Xml: {
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
  if (!is_parameter) Fields(node, report_).check(known_schema_keys());
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
