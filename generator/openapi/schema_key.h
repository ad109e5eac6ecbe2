// The keys of Schema Objects.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace carnet::openapi {

enum class SchemaKey : std::uint8_t {
  AdditionalProperties,
  AllOf,
  AnyOf,
  Const,
  Contains,
  ContentEncoding,
  ContentMediaType,
  Default,
  Dependents,
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

// Nothing for `required`, which is read with `properties`, and for keys that say nothing to
// readers. The numbers, `pattern` and `uniqueItems` are all `Limit`; keys that mean the same are
// one.
std::optional<SchemaKey> find_schema_key(std::string_view name);

// Those that people mistype. The short ones are near to words of their own.
std::span<const std::string_view> known_schema_keys();

}  // namespace carnet::openapi
