// Path items, and all that operations are made of.

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/yaml_node.h"
#include "openapi/documents.h"
#include "openapi/fields.h"
#include "openapi/operation.h"
#include "openapi/report.h"
#include "openapi/schema_reader.h"
#include "openapi/specification.h"

namespace carnet::openapi {

class OperationReader {
 public:
  // What the whole file says for those operations that do not say it themselves.
  struct Defaults {
    std::vector<std::string> consumes{};  // Swagger 2.0.
    std::vector<std::string> produces{};
    std::vector<SecurityAlternative> security{};
    bool hides_try_it = false;
    bool hides_sample = false;
    bool expands_all_responses = false;
    bool expands_all_model_sections = false;
  };

  // All must live longer; the security schemes of the specification are read, and stay where they
  // are.
  OperationReader(Specification& specification, Documents& documents, SchemaReader& schemas,
                  Report& report)
      : specification_(specification), documents_(documents), schemas_(schemas), report_(report) {}

  void read_defaults(const YamlNode& root);
  std::vector<Server> read_servers(const YamlNode& list);

  // All operations of a Path Item Object, appended.
  void read_path(const std::string& path, const YamlNode& item, std::vector<Operation>& operations);

 private:
  // What surrounds an operation.
  struct PathItem {
    const std::string& path;
    std::string summary{};
    std::string description{};
    std::vector<const YamlNode*> parameters{};
    std::vector<Server> servers{};
    bool is_hidden = false;
  };

  Operation read_operation(const YamlEntry& entry, const PathItem& item);
  void read_parameters(const std::vector<const YamlNode*>& nodes, Operation& operation,
                       const YamlNode& node);
  bool read_parameter(const YamlNode& node, Parameter& parameter);
  void read_style(const Fields& fields, Parameter& parameter);
  void read_collection_format(const Fields& fields, Parameter& parameter);
  Parameter read_header(const std::string& name, const YamlNode& node);
  void read_body(const YamlNode& value, RequestBody& body);
  void read_swagger_body(const YamlNode* body, const std::vector<const YamlNode*>& form,
                         const YamlNode& node, RequestBody& request_body);
  std::vector<MediaType> read_content(const YamlNode& content);
  std::vector<Example> read_examples(const Fields& fields, const YamlNode& node);
  Example read_example(const std::string& name, const YamlNode& node);
  Response read_response(const YamlEntry& entry, const YamlNode& operation);
  void read_links(const YamlNode& links, Response& response);
  void read_callbacks(const YamlNode& callbacks, Operation& operation);
  std::vector<SecurityAlternative> read_security(const YamlNode& list);
  std::vector<CodeSample> read_code_samples(const YamlNode& node);

  const Schema* schema_of(const Fields& fields);
  // The words beside a `$ref` are those of the place, not of the target.
  static void take_words(const YamlNode& node, std::string& summary, std::string& description);
  // False when the specification has more parts than anyone reads; says so.
  bool spend(Span where);
  bool is_swagger() const { return specification_.version == Version::Swagger20; }

  Specification& specification_;
  Documents& documents_;
  SchemaReader& schemas_;
  Report& report_;
  Defaults defaults_;
  std::unordered_map<std::string_view, const SecurityScheme*> schemes_;
  std::map<std::string, Span> ids_;
  std::size_t spent_ = 0;
  int callback_depth_ = 0;
};

}  // namespace carnet::openapi
