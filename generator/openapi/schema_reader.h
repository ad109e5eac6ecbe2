// Schema Objects -> Schemas.

#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/yaml_node.h"
#include "openapi/documents.h"
#include "openapi/report.h"
#include "openapi/schema.h"
#include "openapi/specification.h"

namespace carnet::openapi {

// Each node becomes one Schema, however many edges lead to it. Nothing is read on the spot: a
// schema that is asked for waits in a row, so that no depth of nesting needs a stack.
class SchemaReader {
 public:
  // All must live longer.
  SchemaReader(Specification& specification, Documents& documents, Report& report)
      : specification_(specification), documents_(documents), report_(report) {}

  // components/schemas or definitions: they get their names. Fills `specification.schemas`.
  void read_named(const YamlNode& schemas);

  // Null if the schema is hidden. Not filled before `finish`.
  const Schema* read(const YamlNode& node);
  // What Swagger 2.0 says of a parameter or header in its own keys. Its description is not the
  // schema's.
  const Schema* read_parameter(const YamlNode& node);
  // The fields of a form of Swagger 2.0, which are parameters there.
  const Schema* read_form(const std::vector<const YamlNode*>& parameters);

  // Reads all that waits, and merges (see Schema).
  void finish();

 private:
  struct Waiting {
    const YamlNode* node;
    Schema* schema;
  };

  Schema& make(const YamlNode& node);
  Schema& make_unknown(const YamlNode& reference);
  void fill(const YamlNode& node, Schema& schema);
  void read_key(const YamlEntry& entry, Schema& schema);
  void read_properties(const YamlEntry& entry, std::vector<SchemaProperty>& properties);
  void read_required(const YamlNode& node, Schema& schema);
  void read_dependents(const YamlEntry& entry, Schema& schema);
  void read_discriminator(const YamlNode& value, Schema& schema);
  void read_parts(const YamlEntry& entry, std::vector<const Schema*>& parts, Schema& schema);
  void read_edge(const YamlEntry& entry, const Schema*& edge);
  void read_waiting();
  void set_mapping(Schema& schema, const YamlNode& mapping);
  void set_discriminator_targets();

  Specification& specification_;
  Documents& documents_;
  Report& report_;
  std::unordered_map<const YamlNode*, Schema*> schemas_;
  std::unordered_map<const YamlNode*, std::string> names_;
  std::unordered_set<const YamlNode*> parameters_;  // Of Swagger 2.0.
  std::unordered_set<const YamlNode*> bare_;        // Whose description is said elsewhere.
  std::deque<Waiting> waiting_;
  // Known when all is read: the values of `mapping` may be names.
  std::vector<std::pair<Schema*, const YamlNode*>> mappings_;
};

}  // namespace carnet::openapi
