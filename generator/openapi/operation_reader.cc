#include "openapi/operation_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "openapi/fields.h"
#include "openapi/read_code_samples.h"
#include "openapi/read_parameters.h"
#include "openapi/read_request_body.h"
#include "openapi/read_response.h"
#include "openapi/read_security.h"
#include "openapi/read_servers.h"

namespace carnet::openapi {
namespace {

// A callback whose operations have callbacks: each is read, to this depth.
constexpr int kMaxCallbackDepth = 2;

constexpr std::string_view kOperationKeys[] = {
    "tags",        "summary",    "description", "externalDocs", "operationId",
    "parameters",  "consumes",   "produces",    "responses",    "callbacks",
    "requestBody", "deprecated", "security",    "servers",      "schemes"};
constexpr std::string_view kPathKeys[] = {
    "$ref", "summary", "description", "servers", "parameters",
    "get",  "put",     "post",        "delete",  "options",
    "head", "patch",   "trace",       "query",   "additionalOperations"};

std::string to_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

// Some write `expanded: true`, some only the key.
bool has_mark(const Fields& fields, std::string_view key) {
  const YamlNode* value = fields.find(key);
  return value != nullptr && value->as_bool().value_or(false);
}

}  // namespace

void OperationReader::read_defaults(const YamlNode& root) {
  for (const SecurityScheme& scheme : reading_.specification.security_schemes) {
    reading_.security_schemes.emplace(scheme.name, &scheme);
  }
  const Fields fields(root, reading_.report);
  if (reading_.is_swagger()) {
    reading_.consumes = fields.texts("consumes");
    reading_.produces = fields.texts("produces");
  }
  if (const YamlNode* list = fields.list("security")) {
    defaults_.security = read_security(*list, reading_);
  }
  defaults_.hides_try_it = has_mark(fields, "x-hideTryItPanel");
  defaults_.hides_sample = has_mark(fields, "x-hideSample");
  defaults_.expands_all_responses = has_mark(fields, "x-expandAllResponses");
  defaults_.expands_all_model_sections = has_mark(fields, "x-expandAllModelSections");
}

void OperationReader::read_callbacks(const YamlNode& callbacks, Operation& operation) {
  if (callback_depth_ >= kMaxCallbackDepth) return;
  ++callback_depth_;
  for (const YamlEntry& entry : callbacks.entries) {
    if (entry.key.starts_with("x-") || is_hidden(entry.value) || !reading_.spend(entry.key_span)) {
      continue;
    }
    const YamlNode* target = reading_.documents.follow(entry.value);
    if (target == nullptr || !is_map("callbacks", *target, reading_.report)) continue;
    Callback callback;
    callback.name = entry.key;
    for (const YamlEntry& path : target->entries) {
      if (path.key.starts_with("x-")) continue;
      read_webhook(path.key, path.value, callback.operations);
    }
    operation.callbacks.push_back(std::move(callback));
  }
  --callback_depth_;
}

Operation OperationReader::read_operation(const YamlEntry& entry, const PathItem& item) {
  const YamlNode& node = entry.value;
  const Fields fields(node, reading_.report);
  fields.check(kOperationKeys);
  Operation operation;
  operation.method = to_capitals(entry.key);
  operation.path = item.path;
  operation.span = entry.key_span;
  operation.id = fields.text("operationId");
  operation.summary = fields.text("summary");
  if (operation.summary.empty()) operation.summary = item.summary;
  operation.description = fields.text("description");
  if (operation.description.empty()) operation.description = item.description;
  operation.tags = fields.texts("tags");
  if (const YamlNode* docs = fields.find("externalDocs")) {
    operation.external_docs = read_external_docs(*docs, reading_.report);
  }
  operation.sunset = fields.text("x-deprecated-sunset");
  operation.is_deprecated = fields.flag("deprecated");
  operation.stability = fields.text("x-stability");
  operation.hides_try_it = defaults_.hides_try_it || has_mark(fields, "x-hideTryItPanel");
  operation.hides_sample = defaults_.hides_sample || has_mark(fields, "x-hideSample");
  operation.expands_all_responses =
      defaults_.expands_all_responses || has_mark(fields, "x-expandAllResponses");
  operation.expands_all_model_sections =
      defaults_.expands_all_model_sections || has_mark(fields, "x-expandAllModelSections");

  std::vector<const YamlNode*> parameters = item.parameters;
  if (const YamlNode* own = fields.list("parameters")) {
    for (const YamlNode& parameter : own->items) parameters.push_back(&parameter);
  }
  read_parameters(parameters, operation, node, reading_);
  if (const YamlNode* body = fields.find("requestBody")) {
    if (body->kind != YamlNode::Kind::Null) {
      read_request_body(*body, operation.request_body, reading_);
    }
  }
  if (const YamlNode* responses = fields.map("responses")) {
    for (const YamlEntry& response : responses->entries) {
      if (response.key.starts_with("x-") || is_hidden(response.value)) continue;
      if (reading_.spend(response.key_span)) {
        operation.responses.push_back(read_response(response, node, reading_));
      }
    }
  }
  operation.servers = item.servers;
  if (const YamlNode* servers = fields.list("servers")) {
    operation.servers = read_servers(*servers, reading_);
  }
  const YamlNode* security = fields.list("security");
  operation.security = security != nullptr ? read_security(*security, reading_) : item.security;
  if (const YamlNode* callbacks = fields.map("callbacks")) read_callbacks(*callbacks, operation);
  operation.code_samples = read_code_samples(node, reading_);
  return operation;
}

void OperationReader::read_path(const std::string& path, const YamlNode& item,
                                std::vector<Operation>& operations) {
  PathItem around{path};
  around.servers = reading_.specification.servers;
  around.security = defaults_.security;
  read_item(std::move(around), item, operations);
}

void OperationReader::read_webhook(const std::string& name, const YamlNode& item,
                                   std::vector<Operation>& operations) {
  read_item(PathItem{name}, item, operations);
}

void OperationReader::read_item(PathItem around, const YamlNode& item,
                                std::vector<Operation>& operations) {
  if (is_hidden(item)) return;
  const YamlNode* target = reading_.documents.follow(item);
  if (target == nullptr || !is_map(around.path, *target, reading_.report) || is_hidden(*target)) {
    return;
  }
  // A Path Item may have keys of its own beside its `$ref`: OpenAPI 3.1.0, 4.8.9.1.
  std::vector<const YamlNode*> parts = {target};
  if (target != &item) parts.push_back(&item);
  for (const YamlNode* part : parts) {
    const Fields fields(*part, reading_.report);
    fields.check(kPathKeys);
    if (fields.has("summary")) around.summary = fields.text("summary");
    if (fields.has("description")) around.description = fields.text("description");
    if (const YamlNode* servers = fields.list("servers")) {
      around.servers = read_servers(*servers, reading_);
    }
    if (const YamlNode* parameters = fields.list("parameters")) {
      for (const YamlNode& parameter : parameters->items) around.parameters.push_back(&parameter);
    }
  }
  for (const YamlNode* part : parts) {
    for (const YamlEntry& entry : part->entries) {
      const std::string method = to_capitals(entry.key);
      if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) continue;
      if (!is_map(entry.key, entry.value, reading_.report) || is_hidden(entry.value)) continue;
      if (!reading_.spend(entry.key_span)) return;
      Operation operation = read_operation(entry, around);
      const bool is_of_file = callback_depth_ == 0;
      if (is_of_file && !operation.id.empty() &&
          !ids_.emplace(operation.id, entry.key_span).second) {
        reading_.report.mistake(
            entry.value.find("operationId")->span,
            fmt::format("another operation has the id `{}` as well", operation.id),
            "give each a name of its own");
      }
      operations.push_back(std::move(operation));
    }
  }
}

}  // namespace carnet::openapi
