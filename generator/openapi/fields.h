// The fields of an object in an OpenAPI file: each is nothing, and a mistake, where its value is of
// another type than it should be.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml_node.h"
#include "openapi/report.h"
#include "openapi/schema.h"

namespace carnet::openapi {

class Fields {
 public:
  // Both must live longer. A node that is no map has no fields.
  Fields(const YamlNode& node, Report& report) : node_(node), report_(report) {}

  const YamlNode* find(std::string_view key) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }

  std::string text(std::string_view key) const;  // Any scalar; "" if there is none.
  bool flag(std::string_view key) const;         // False if there is none.
  bool flag_or(std::string_view key, bool otherwise) const;
  const YamlNode* map(std::string_view key) const;
  const YamlNode* list(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;  // A list of scalars.

  // Reports keys that are none of `known` but nearly.
  void check(std::span<const std::string_view> known) const;

 private:
  const YamlNode& node_;
  Report& report_;
};

// Types of values, reported at the value: "`name` is a list, not a text".
std::string read_text(std::string_view key, const YamlNode& value, Report& report);
bool read_flag(std::string_view key, const YamlNode& value, Report& report);
bool is_map(std::string_view key, const YamlNode& value, Report& report);
bool is_list(std::string_view key, const YamlNode& value, Report& report);

ExternalDocs read_external_docs(const YamlNode& value, Report& report);

// `x-internal` and `x-gitbook-ignore`: GitBook does not show it, nor do we.
bool is_hidden(const YamlNode& node);

}  // namespace carnet::openapi
