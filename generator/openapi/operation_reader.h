// Path Item Objects -> Operations.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/reading.h"
#include "openapi/security.h"
#include "openapi/server.h"

namespace carnet::openapi {

class OperationReader {
 public:
  // `reading` must live longer.
  explicit OperationReader(Reading& reading) : reading_(reading) {}

  // To be called first, when the security schemes of the specification are read: they stay where
  // they are from then on.
  void read_defaults(const YamlNode& root);

  // All operations of a Path Item Object, appended.
  void read_path(const std::string& path, const YamlNode& item, std::vector<Operation>& operations);
  // The same for what the API asks of others. What the file says of its own servers and of who may
  // call them is no word about those.
  void read_webhook(const std::string& name, const YamlNode& item,
                    std::vector<Operation>& operations);

 private:
  // What the whole file says for those operations that do not say it themselves.
  struct Defaults {
    std::vector<SecurityAlternative> security{};
    bool hides_try_it = false;
    bool hides_sample = false;
    bool expands_all_responses = false;
    bool expands_all_model_sections = false;
  };

  // What surrounds an operation.
  struct PathItem {
    const std::string& path;
    std::string summary{};
    std::string description{};
    std::vector<const YamlNode*> parameters{};
    std::vector<Server> servers{};
    std::vector<SecurityAlternative> security{};
  };

  // `around` has what is said of all paths.
  void read_item(PathItem around, const YamlNode& item, std::vector<Operation>& operations);
  Operation read_operation(const YamlEntry& entry, const PathItem& item);
  void read_callbacks(const YamlNode& callbacks, Operation& operation);

  Reading& reading_;
  Defaults defaults_;
  std::map<std::string, Span> ids_;
  int callback_depth_ = 0;
};

}  // namespace carnet::openapi
