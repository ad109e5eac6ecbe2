// What a value of an API looks like: the Schema Object of OpenAPI.
//
// Schemas are a graph, not a tree: a `$ref` is an edge to the one schema that it names, so a
// schema may contain itself, and a large file stays as large as it is. Whoever walks it must
// remember where it has been, or count its steps.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/yaml_node.h"

namespace carnet::openapi {

struct Schema;

// A property of an object. `required` is said by the object, the rest by its schema.
struct SchemaProperty {
  std::string name;                // A regular expression in `Schema::pattern_properties`.
  const Schema* schema = nullptr;  // Never null.
  bool is_required = false;
};

struct EnumValue {
  const YamlNode* value = nullptr;  // Never null.
  std::string description{};        // Markdown, of `x-enumDescriptions`.
};

// Which of several schemas a value has, by the value of one of its properties.
struct DiscriminatorTarget {
  std::string value;
  const Schema* schema = nullptr;  // Never null.
};
struct Discriminator {
  std::string property;  // "" if the schema has no discriminator.
  // Those of `mapping`, in order. Without one: the named schemas among oneOf and anyOf, by their
  // names, or else those that include this one by allOf.
  std::vector<DiscriminatorTarget> targets{};
};

// How a value is written as XML.
struct XmlForm {
  std::string name{};
  std::string name_space{};
  std::string prefix{};
  bool is_attribute = false;
  bool is_wrapped = false;
};

struct ExternalDocs {
  std::string url;  // "" if there are none.
  std::string description{};
};

// Numbers are as they are written; "" is no limit.
struct SchemaLimits {
  std::string minimum{};
  std::string maximum{};
  // What OpenAPI 3.0 says with `exclusiveMinimum: true` and 3.1 with `exclusiveMinimum: 5` is the
  // same here: the number stands in `minimum`.
  bool is_minimum_exclusive = false;
  bool is_maximum_exclusive = false;
  std::string multiple_of{};
  std::string min_length{};
  std::string max_length{};
  std::string pattern{};
  std::string min_items{};
  std::string max_items{};
  bool has_unique_items = false;
  std::string min_contains{};
  std::string max_contains{};
  std::string min_properties{};
  std::string max_properties{};
};

// OpenAPI 3.1.0, 4.8.24 (JSON Schema 2020-12); 3.0.3, 4.7.24; 2.0, Schema Object. One form for all.
//
// `$ref` with keys beside it and allOf are merged already, as far as that says the same: what the
// parts say is found in the schema itself, its own words first. Types that both parts allow remain;
// limits are the narrower ones; properties come in the order of the parts, and one that several
// parts have is merged in the same way. A part is left in `all_of`, to be shown beside the rest,
// where merging would change the meaning (a second oneOf or anyOf or `not`, types that contradict),
// where it contains the schema itself, or beyond kMaxMergedProperties. Hidden parts of all kinds
// (`x-internal`, `x-gitbook-ignore`) are gone.
struct Schema {
  // The key under components/schemas (or definitions); "" for a schema without a name.
  std::string name{};
  Span span{};

  // "string", "integer"...; without "null", which is `is_nullable`. Empty: any, or as its parts
  // say. Where the file says no type but has properties or items, it is "object" or "array".
  std::vector<std::string> types{};
  bool is_nullable = false;  // `type: [.., "null"]`, `nullable: true`, or one of oneOf is null.
  bool is_never = false;     // The schema `false`: no value at all.

  std::string title{};
  std::string description{};  // Markdown.
  std::string format{};
  std::string content_media_type{};
  std::string content_encoding{};

  // Null if not given. Values live as long as their Specification.
  const YamlNode* constant = nullptr;
  const YamlNode* default_value = nullptr;
  std::vector<EnumValue> enumeration{};
  std::vector<const YamlNode*> examples{};  // `example`, then `examples`.
  SchemaLimits limits{};

  bool is_read_only = false;
  bool is_write_only = false;
  bool is_deprecated = false;
  std::string stability{};  // `x-stability`: "experimental", "alpha", "beta".

  std::vector<SchemaProperty> properties{};  // In the order of the file.
  std::vector<SchemaProperty> pattern_properties{};
  // Names in `required` that no property has.
  std::vector<std::string> other_required{};
  // The values of all other properties; null if not given, or if just `true`.
  const Schema* additional_properties = nullptr;
  bool has_additional_properties = false;  // `true`, or a schema.
  bool has_no_other_properties = false;    // `additionalProperties: false`.
  const Schema* property_names = nullptr;

  const Schema* items = nullptr;
  std::vector<const Schema*> prefix_items{};
  const Schema* contains = nullptr;

  std::vector<const Schema*> all_of{};  // See above: the ones that could not be merged.
  std::vector<const Schema*> one_of{};  // Without a mere null, see `is_nullable`.
  std::vector<const Schema*> any_of{};
  const Schema* not_schema = nullptr;
  const Schema* if_schema = nullptr;
  const Schema* then_schema = nullptr;
  const Schema* else_schema = nullptr;
  // What else a value must be where it has the property (dependentRequired, dependentSchemas).
  std::vector<SchemaProperty> dependents{};
  Discriminator discriminator{};

  // Named schemas that were merged into this one, in their order: "includes all of Pet". For a
  // mere `$ref` with keys beside it: the one that it names.
  std::vector<const Schema*> includes{};

  XmlForm xml{};
  ExternalDocs external_docs{};

  bool has_type(std::string_view type) const;
};

// True if it says nothing about values: any are fine.
bool is_any(const Schema& schema);

}  // namespace carnet::openapi
