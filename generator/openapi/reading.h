// What the readers of the parts of a specification share.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "base/yaml_node.h"
#include "openapi/documents.h"
#include "openapi/report.h"
#include "openapi/schema_reader.h"
#include "openapi/security.h"
#include "openapi/specification.h"

namespace carnet::openapi {

struct Reading {
  // All live longer.
  Specification& specification;
  Documents& documents;
  SchemaReader& schemas;
  Report& report;

  std::unordered_map<std::string_view, const SecurityScheme*> security_schemes{};  // By name.
  // Of the whole file, for the operations of Swagger 2.0 that name none.
  std::vector<std::string> consumes{};
  std::vector<std::string> produces{};
  std::size_t spent = 0;  // Parts so far: see `spend`.

  bool is_swagger() const { return specification.version == Version::Swagger20; }

  // To be asked before each part that `$ref` or an alias may repeat. False when the specification
  // has more of them than anyone reads; says so.
  bool spend(Span where);
};

// The words beside the `$ref` of `node` are those of the place, not of the target: they replace
// `summary` and `description`.
void take_words(const YamlNode& node, std::string& summary, std::string& description);

}  // namespace carnet::openapi
