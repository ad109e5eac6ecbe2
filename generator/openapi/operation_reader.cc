#include "openapi/operation_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/limits.h"
#include "base/text.h"

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
constexpr std::string_view kParameterKeys[] = {
    "name",    "in",      "description",   "required", "deprecated", "allowEmptyValue",
    "style",   "explode", "allowReserved", "schema",   "example",    "examples",
    "content", "$ref",    "type",          "format",   "items",      "collectionFormat"};
constexpr std::string_view kResponseKeys[] = {"description", "headers",  "content", "links",
                                              "schema",      "examples", "summary", "$ref"};

std::string to_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

// How a browser of code calls what authors call so.
std::pair<std::string, std::string> language_of(std::string_view written) {
  static const std::map<std::string, std::pair<std::string, std::string>, std::less<>> languages = {
      {"bash", {"bash", "Shell"}},
      {"c#", {"csharp", "C#"}},
      {"c++", {"cpp", "C++"}},
      {"cpp", {"cpp", "C++"}},
      {"csharp", {"csharp", "C#"}},
      {"curl", {"bash", "cURL"}},
      {"go", {"go", "Go"}},
      {"golang", {"go", "Go"}},
      {"http", {"http", "HTTP"}},
      {"java", {"java", "Java"}},
      {"javascript", {"javascript", "JavaScript"}},
      {"js", {"javascript", "JavaScript"}},
      {"json", {"json", "JSON"}},
      {"kotlin", {"kotlin", "Kotlin"}},
      {"node", {"javascript", "Node.js"}},
      {"node.js", {"javascript", "Node.js"}},
      {"nodejs", {"javascript", "Node.js"}},
      {"objective-c", {"objectivec", "Objective-C"}},
      {"php", {"php", "PHP"}},
      {"powershell", {"powershell", "PowerShell"}},
      {"py", {"python", "Python"}},
      {"python", {"python", "Python"}},
      {"python3", {"python", "Python"}},
      {"ruby", {"ruby", "Ruby"}},
      {"rust", {"rust", "Rust"}},
      {"sh", {"bash", "Shell"}},
      {"shell", {"bash", "Shell"}},
      {"swift", {"swift", "Swift"}},
      {"ts", {"typescript", "TypeScript"}},
      {"typescript", {"typescript", "TypeScript"}},
  };
  const auto known = languages.find(to_lower(trim(written)));
  if (known != languages.end()) return known->second;
  return {to_lower(trim(written)), std::string(trim(written))};
}

// Some write `expanded: true`, some only the key.
bool has_mark(const Fields& fields, std::string_view key) {
  const YamlNode* value = fields.find(key);
  return value != nullptr && value->as_bool().value_or(false);
}

}  // namespace

std::string_view name_of(ParameterPlace place) {
  constexpr std::string_view kNames[] = {"path", "query", "header", "cookie"};
  return kNames[static_cast<std::size_t>(place)];
}

std::vector<const Parameter*> Operation::parameters_in(ParameterPlace place) const {
  std::vector<const Parameter*> found;
  for (const Parameter& parameter : parameters) {
    if (parameter.place == place) found.push_back(&parameter);
  }
  return found;
}

bool OperationReader::spend(Span where) {
  if (++spent_ <= kMaxSpecificationParts) return true;
  report_.limit(where, "more than 300,000 parameters, responses and examples",
                "`$ref` and aliases repeat what they stand for");
  return false;
}

void OperationReader::take_words(const YamlNode& node, std::string& summary,
                                 std::string& description) {
  if (find_reference(node) == nullptr) return;
  const YamlNode* own = node.find("summary");
  if (own != nullptr && !own->text.empty()) summary = own->text;
  own = node.find("description");
  if (own != nullptr && !own->text.empty()) description = own->text;
}

void OperationReader::read_defaults(const YamlNode& root) {
  for (const SecurityScheme& scheme : specification_.security_schemes) {
    schemes_.emplace(scheme.name, &scheme);
  }
  const Fields fields(root, report_);
  if (is_swagger()) {
    defaults_.consumes = fields.texts("consumes");
    defaults_.produces = fields.texts("produces");
  }
  if (const YamlNode* list = fields.list("security")) defaults_.security = read_security(*list);
  defaults_.hides_try_it = has_mark(fields, "x-hideTryItPanel");
  defaults_.hides_sample = has_mark(fields, "x-hideSample");
  defaults_.expands_all_responses = has_mark(fields, "x-expandAllResponses");
  defaults_.expands_all_model_sections = has_mark(fields, "x-expandAllModelSections");
}

std::vector<Server> OperationReader::read_servers(const YamlNode& list) {
  std::vector<Server> servers;
  for (const YamlNode& item : list.items) {
    if (!is_map("server", item, report_) || is_hidden(item) || !spend(item.span)) continue;
    const Fields fields(item, report_);
    Server server;
    server.url_template = fields.text("url");
    server.name = fields.text("name");
    server.description = fields.text("description");
    if (const YamlNode* variables = fields.map("variables")) {
      for (const YamlEntry& entry : variables->entries) {
        const Fields variable(entry.value, report_);
        server.variables.push_back({entry.key, variable.text("default"), variable.texts("enum"),
                                    variable.text("description")});
        if (!variable.has("default")) {
          report_.mistake(entry.key_span,
                          fmt::format("the variable `{}` has no default", entry.key),
                          "write one below it: `default: value`");
        }
      }
    }
    server.url = trim(server.url_template);
    for (const ServerVariable& variable : server.variables) {
      if (variable.default_value.empty() || variable.name.empty()) continue;
      server.url =
          replace_all(std::move(server.url), "{" + variable.name + "}", variable.default_value);
    }
    while (server.url.size() > 1 && server.url.ends_with('/')) server.url.pop_back();
    if (server.url == "/") server.url.clear();
    if (server.url_template.empty()) {
      report_.mistake(item.span, "this server has no `url`");
      continue;
    }
    servers.push_back(std::move(server));
  }
  return servers;
}

std::vector<SecurityAlternative> OperationReader::read_security(const YamlNode& list) {
  std::vector<SecurityAlternative> alternatives;
  for (const YamlNode& item : list.items) {
    if (!is_map("security", item, report_) || !spend(item.span)) continue;
    SecurityAlternative alternative;
    bool is_known = true;
    for (const YamlEntry& entry : item.entries) {
      if (entry.key.starts_with("x-")) continue;
      const auto scheme = schemes_.find(entry.key);
      if (scheme == schemes_.end()) {
        is_known = false;
        report_.mistake(entry.key_span, fmt::format("no security scheme `{}`", entry.key),
                        is_swagger() ? "describe it in `securityDefinitions`"
                                     : "describe it in `components`, `securitySchemes`");
        continue;
      }
      SecurityNeed need;
      need.scheme = scheme->second;
      if (entry.value.kind == YamlNode::Kind::Sequence) {
        for (const YamlNode& scope : entry.value.items) {
          if (!scope.text.empty()) need.scopes.push_back(scope.text);
        }
      }
      alternative.needs.push_back(std::move(need));
    }
    // What nobody described must not read as "no security needed".
    if (is_known || !alternative.needs.empty()) alternatives.push_back(std::move(alternative));
  }
  return alternatives;
}

std::vector<CodeSample> OperationReader::read_code_samples(const YamlNode& node) {
  std::vector<CodeSample> samples;
  for (const std::string_view key : {"x-codeSamples", "x-code-samples"}) {
    const YamlNode* list = node.find(key);
    if (list == nullptr || !is_list(key, *list, report_)) continue;
    for (const YamlNode& item : list->items) {
      const Fields fields(item, report_);
      CodeSample sample;
      std::string written = fields.text("lang");
      if (written.empty()) written = fields.text("language");
      std::tie(sample.language, sample.label) = language_of(written);
      if (std::string label = fields.text("label"); !label.empty()) sample.label = std::move(label);
      const YamlNode* source = fields.find("source");
      if (source == nullptr) continue;
      sample.source = trim_end(read_text("source", *source, report_));
      if (sample.source.empty() || !spend(item.span)) continue;
      samples.push_back(std::move(sample));
    }
  }
  return samples;
}

const Schema* OperationReader::schema_of(const Fields& fields) {
  const YamlNode* schema = fields.find("schema");
  if (schema == nullptr || schema->kind == YamlNode::Kind::Null) return nullptr;
  if (schema->kind == YamlNode::Kind::Map || schema->as_bool()) return schemas_.read(*schema);
  is_map("schema", *schema, report_);
  return nullptr;
}

Example OperationReader::read_example(const std::string& name, const YamlNode& node) {
  Example example;
  example.name = name;
  const YamlNode* target = documents_.follow(node);
  if (target == nullptr) return example;
  const Fields fields(*target, report_);
  const bool is_object = target->kind == YamlNode::Kind::Map &&
                         (fields.has("value") || fields.has("externalValue") ||
                          fields.has("dataValue") || fields.has("serializedValue"));
  if (!is_object) {
    // The value itself, which should stand below `value`.
    example.value = target;
    return example;
  }
  example.summary = fields.text("summary");
  example.description = fields.text("description");
  take_words(node, example.summary, example.description);
  example.external_url = fields.text("externalValue");
  for (const std::string_view key : {"serializedValue", "dataValue", "value"}) {
    if (const YamlNode* value = fields.find(key)) example.value = value;
  }
  return example;
}

std::vector<Example> OperationReader::read_examples(const Fields& fields, const YamlNode& node) {
  std::vector<Example> examples;
  if (const YamlNode* value = fields.find("example")) {
    if (spend(node.span)) examples.push_back({"", "", "", value, ""});
  }
  const YamlNode* many = fields.find("examples");
  if (many == nullptr) return examples;
  if (many->kind == YamlNode::Kind::Sequence) {
    for (const YamlNode& item : many->items) {
      if (spend(item.span)) examples.push_back({"", "", "", &item, ""});
    }
  } else if (is_map("examples", *many, report_)) {
    for (const YamlEntry& entry : many->entries) {
      if (is_hidden(entry.value) || !spend(entry.key_span)) continue;
      examples.push_back(read_example(entry.key, entry.value));
    }
  }
  return examples;
}

std::vector<MediaType> OperationReader::read_content(const YamlNode& content) {
  std::vector<MediaType> media_types;
  for (const YamlEntry& entry : content.entries) {
    if (entry.key.starts_with("x-") || is_hidden(entry.value) || !spend(entry.key_span)) continue;
    MediaType media_type;
    media_type.type = trim(entry.key);
    media_type.span = entry.key_span;
    if (entry.value.kind == YamlNode::Kind::Map) {
      const YamlNode* target = documents_.follow(entry.value);
      if (target == nullptr) continue;
      const Fields fields(*target, report_);
      media_type.schema = schema_of(fields);
      media_type.examples = read_examples(fields, *target);
      if (const YamlNode* encodings = fields.map("encoding")) {
        for (const YamlEntry& encoding : encodings->entries) {
          const Fields inner(encoding.value, report_);
          const std::string style = inner.text("style");
          media_type.encodings.push_back(
              {encoding.key, inner.text("contentType"), style,
               inner.flag_or("explode", style.empty() || style == "form")});
        }
      }
    } else {
      is_map(entry.key, entry.value, report_);
    }
    media_types.push_back(std::move(media_type));
  }
  return media_types;
}

void OperationReader::read_collection_format(const Fields& fields, Parameter& parameter) {
  const std::string format = fields.text("collectionFormat");
  const bool is_in_path =
      parameter.place == ParameterPlace::Path || parameter.place == ParameterPlace::Header;
  parameter.style = is_in_path ? "simple" : "form";
  parameter.is_exploded = format == "multi";
  if (format == "ssv") parameter.style = "spaceDelimited";
  if (format == "tsv") parameter.style = "tabDelimited";
  if (format == "pipes") parameter.style = "pipeDelimited";
}

void OperationReader::read_style(const Fields& fields, Parameter& parameter) {
  parameter.style = fields.text("style");
  if (parameter.style.empty()) {
    const bool is_form =
        parameter.place == ParameterPlace::Query || parameter.place == ParameterPlace::Cookie;
    parameter.style = is_form ? "form" : "simple";
  }
  parameter.is_exploded = fields.flag_or("explode", parameter.style == "form");
}

// All but the name and the place.
bool OperationReader::read_parameter(const YamlNode& node, Parameter& parameter) {
  const Fields fields(node, report_);
  parameter.span = node.span;
  parameter.description = fields.text("description");
  parameter.is_required = fields.flag("required");
  parameter.is_deprecated = fields.flag("deprecated");
  parameter.allows_empty = fields.flag("allowEmptyValue");
  parameter.allows_reserved = fields.flag("allowReserved");
  parameter.stability = fields.text("x-stability");
  if (is_swagger()) {
    read_collection_format(fields, parameter);
    parameter.schema = schemas_.read_parameter(node);
    if (const YamlNode* example = fields.find("x-example")) {
      parameter.examples.push_back({"", "", "", example, ""});
    }
    return true;
  }
  read_style(fields, parameter);
  parameter.schema = schema_of(fields);
  if (const YamlNode* content = fields.map("content")) parameter.content = read_content(*content);
  parameter.examples = read_examples(fields, node);
  if (parameter.schema == nullptr && parameter.content.empty()) {
    // Swagger's way to say it.
    if (fields.has("type")) {
      parameter.schema = schemas_.read_parameter(node);
      report_.mistake(fields.find("type")->span, "the type of a parameter stands in its `schema`",
                      "write `schema:` above it, and indent it by two more spaces");
    }
  }
  return true;
}

void OperationReader::read_parameters(const std::vector<const YamlNode*>& nodes,
                                      Operation& operation, const YamlNode& node) {
  const YamlNode* body = nullptr;
  std::vector<const YamlNode*> form;
  // The place of each parameter by its own place and name.
  std::map<std::pair<ParameterPlace, std::string>, std::size_t> known;
  for (const YamlNode* item : nodes) {
    const YamlNode* target = documents_.follow(*item);
    if (target == nullptr || is_hidden(*target) || is_hidden(*item)) continue;
    if (!is_map("parameters", *target, report_) || !spend(item->span)) continue;
    const Fields fields(*target, report_);
    fields.check(kParameterKeys);
    const std::string place = fields.text("in");
    if (is_swagger() && place == "body") {
      body = target;
      continue;
    }
    if (is_swagger() && (place == "formData" || place == "form")) {
      form.push_back(target);
      continue;
    }
    Parameter parameter;
    parameter.name = fields.text("name");
    if (place == "path") {
      parameter.place = ParameterPlace::Path;
    } else if (place == "header") {
      parameter.place = ParameterPlace::Header;
    } else if (place == "cookie") {
      parameter.place = ParameterPlace::Cookie;
    } else if (place != "query" && place != "querystring") {
      const YamlNode* written = fields.find("in");
      report_.mistake(written == nullptr ? target->span : written->span,
                      place.empty() ? "this parameter does not say where it is"
                                    : fmt::format("no parameter is in `{}`", place),
                      "write `in: query`, `path`, `header` or `cookie`");
    }
    if (parameter.name.empty()) {
      report_.mistake(target->span, "this parameter has no name", "write `name: ...` into it");
      continue;
    }
    read_parameter(*target, parameter);
    std::string summary;
    take_words(*item, summary, parameter.description);
    // It is, whatever the file says.
    if (parameter.place == ParameterPlace::Path) parameter.is_required = true;
    // OpenAPI 3.1.0, 4.8.12.1: these three are said elsewhere; they are shown all the same.
    const auto [at, is_new] =
        known.try_emplace({parameter.place, parameter.name}, operation.parameters.size());
    if (is_new) {
      operation.parameters.push_back(std::move(parameter));
    } else {
      operation.parameters[at->second] = std::move(parameter);
    }
  }
  if (body != nullptr || !form.empty()) {
    read_swagger_body(body, form, node, operation.request_body);
  }
}

// Swagger 2.0 has bodies among the parameters, and their media types elsewhere.
void OperationReader::read_swagger_body(const YamlNode* body,
                                        const std::vector<const YamlNode*>& form,
                                        const YamlNode& node, RequestBody& request_body) {
  const Fields operation(node, report_);
  std::vector<std::string> types =
      operation.has("consumes") ? operation.texts("consumes") : defaults_.consumes;
  MediaType media_type;
  if (body != nullptr) {
    const Fields fields(*body, report_);
    request_body.span = body->span;
    request_body.description = fields.text("description");
    request_body.is_required = fields.flag("required");
    media_type.span = body->span;
    media_type.schema = schema_of(fields);
    if (const YamlNode* example = fields.find("x-example")) {
      media_type.examples.push_back({"", "", "", example, ""});
    }
    if (types.empty()) types = {"application/json"};
  } else {
    request_body.span = media_type.span = form.front()->span;
    media_type.schema = schemas_.read_form(form);
    bool has_file = false;
    for (const YamlNode* field : form) {
      const YamlNode* type = field->find("type");
      has_file |= type != nullptr && type->text == "file";
      const YamlNode* required = field->find("required");
      request_body.is_required |= required != nullptr && required->as_bool().value_or(false);
    }
    std::erase_if(types, [](const std::string& type) {
      return !type.starts_with("multipart/") && type != "application/x-www-form-urlencoded";
    });
    if (types.empty()) {
      types = {has_file ? "multipart/form-data" : "application/x-www-form-urlencoded"};
    }
  }
  for (const std::string& type : types) {
    media_type.type = type;
    if (spend(media_type.span)) request_body.content.push_back(media_type);
  }
}

void OperationReader::read_body(const YamlNode& value, RequestBody& body) {
  const YamlNode* target = documents_.follow(value);
  if (target == nullptr || !is_map("requestBody", *target, report_) || is_hidden(*target)) return;
  const Fields fields(*target, report_);
  body.span = target->span;
  body.description = fields.text("description");
  std::string summary;
  take_words(value, summary, body.description);
  body.is_required = fields.flag("required");
  if (const YamlNode* content = fields.map("content")) {
    body.content = read_content(*content);
  } else if (fields.has("schema")) {
    report_.mistake(fields.find("schema")->span, "the schema of a body stands below its media type",
                    "write `content:`, below it `application/json:`, and the schema below that");
  }
}

Parameter OperationReader::read_header(const std::string& name, const YamlNode& node) {
  Parameter header;
  header.name = name;
  header.place = ParameterPlace::Header;
  const YamlNode* target = documents_.follow(node);
  if (target == nullptr) return header;
  read_parameter(*target, header);
  std::string summary;
  take_words(node, summary, header.description);
  return header;
}

void OperationReader::read_links(const YamlNode& links, Response& response) {
  for (const YamlEntry& entry : links.entries) {
    if (entry.key.starts_with("x-") || !spend(entry.key_span)) continue;
    const YamlNode* target = documents_.follow(entry.value);
    if (target == nullptr || !is_map("links", *target, report_)) continue;
    const Fields fields(*target, report_);
    ResponseLink link;
    link.name = entry.key;
    link.operation_id = fields.text("operationId");
    link.operation_ref = fields.text("operationRef");
    link.description = fields.text("description");
    std::string summary;
    take_words(entry.value, summary, link.description);
    if (const YamlNode* parameters = fields.map("parameters")) {
      for (const YamlEntry& parameter : parameters->entries) {
        link.parameters.emplace_back(parameter.key, &parameter.value);
      }
    }
    response.links.push_back(std::move(link));
  }
}

Response OperationReader::read_response(const YamlEntry& entry, const YamlNode& operation) {
  Response response;
  response.status = entry.key;
  response.span = entry.key_span;
  const YamlNode* target = documents_.follow(entry.value);
  if (target == nullptr || !is_map("response", *target, report_)) return response;
  const Fields fields(*target, report_);
  fields.check(kResponseKeys);
  response.summary = fields.text("summary");
  response.description = fields.text("description");
  take_words(entry.value, response.summary, response.description);
  if (const YamlNode* headers = fields.map("headers")) {
    for (const YamlEntry& header : headers->entries) {
      if (is_hidden(header.value) || !spend(header.key_span)) continue;
      response.headers.push_back(read_header(header.key, header.value));
    }
  }
  if (!is_swagger()) {
    if (const YamlNode* content = fields.map("content")) response.content = read_content(*content);
    if (const YamlNode* links = fields.map("links")) read_links(*links, response);
    return response;
  }
  const Fields around(operation, report_);
  std::vector<std::string> types =
      around.has("produces") ? around.texts("produces") : defaults_.produces;
  const YamlNode* examples = fields.map("examples");
  if (examples != nullptr) {
    for (const YamlEntry& example : examples->entries) {
      if (std::find(types.begin(), types.end(), example.key) == types.end()) {
        types.push_back(example.key);
      }
    }
  }
  if (!fields.has("schema") && examples == nullptr) return response;
  if (types.empty()) types = {"application/json"};
  for (const std::string& type : types) {
    if (!spend(entry.key_span)) break;
    MediaType media_type;
    media_type.type = type;
    media_type.span = entry.key_span;
    media_type.schema = schema_of(fields);
    const YamlNode* example = examples == nullptr ? nullptr : examples->find(type);
    if (example != nullptr) media_type.examples.push_back({"", "", "", example, ""});
    response.content.push_back(std::move(media_type));
  }
  return response;
}

void OperationReader::read_callbacks(const YamlNode& callbacks, Operation& operation) {
  if (callback_depth_ >= kMaxCallbackDepth) return;
  ++callback_depth_;
  for (const YamlEntry& entry : callbacks.entries) {
    if (entry.key.starts_with("x-") || is_hidden(entry.value) || !spend(entry.key_span)) continue;
    const YamlNode* target = documents_.follow(entry.value);
    if (target == nullptr || !is_map("callbacks", *target, report_)) continue;
    Callback callback;
    callback.name = entry.key;
    for (const YamlEntry& path : target->entries) {
      if (path.key.starts_with("x-")) continue;
      read_path(path.key, path.value, callback.operations);
    }
    operation.callbacks.push_back(std::move(callback));
  }
  --callback_depth_;
}

Operation OperationReader::read_operation(const YamlEntry& entry, const PathItem& item) {
  const YamlNode& node = entry.value;
  const Fields fields(node, report_);
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
    operation.external_docs = read_external_docs(*docs, report_);
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
  read_parameters(parameters, operation, node);
  if (const YamlNode* body = fields.find("requestBody")) {
    if (body->kind != YamlNode::Kind::Null) read_body(*body, operation.request_body);
  }
  if (const YamlNode* responses = fields.map("responses")) {
    for (const YamlEntry& response : responses->entries) {
      if (response.key.starts_with("x-") || is_hidden(response.value)) continue;
      if (spend(response.key_span)) operation.responses.push_back(read_response(response, node));
    }
  }
  operation.servers = item.servers;
  if (const YamlNode* servers = fields.list("servers")) operation.servers = read_servers(*servers);
  const YamlNode* security = fields.list("security");
  operation.security = security != nullptr ? read_security(*security) : defaults_.security;
  if (const YamlNode* callbacks = fields.map("callbacks")) read_callbacks(*callbacks, operation);
  operation.code_samples = read_code_samples(node);
  return operation;
}

void OperationReader::read_path(const std::string& path, const YamlNode& item,
                                std::vector<Operation>& operations) {
  if (is_hidden(item)) return;
  const YamlNode* target = documents_.follow(item);
  if (target == nullptr || !is_map(path, *target, report_) || is_hidden(*target)) return;
  PathItem around{path};
  around.servers = specification_.servers;
  // A Path Item may have keys of its own beside its `$ref`: OpenAPI 3.1.0, 4.8.9.1.
  std::vector<const YamlNode*> parts = {target};
  if (target != &item) parts.push_back(&item);
  for (const YamlNode* part : parts) {
    const Fields fields(*part, report_);
    fields.check(kPathKeys);
    if (fields.has("summary")) around.summary = fields.text("summary");
    if (fields.has("description")) around.description = fields.text("description");
    if (const YamlNode* servers = fields.list("servers")) around.servers = read_servers(*servers);
    if (const YamlNode* parameters = fields.list("parameters")) {
      for (const YamlNode& parameter : parameters->items) around.parameters.push_back(&parameter);
    }
  }
  for (const YamlNode* part : parts) {
    for (const YamlEntry& entry : part->entries) {
      const std::string method = to_capitals(entry.key);
      if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) continue;
      if (!is_map(entry.key, entry.value, report_) || is_hidden(entry.value)) continue;
      if (!spend(entry.key_span)) return;
      Operation operation = read_operation(entry, around);
      const bool is_of_file = callback_depth_ == 0;
      if (is_of_file && !operation.id.empty() &&
          !ids_.emplace(operation.id, entry.key_span).second) {
        report_.mistake(entry.value.find("operationId")->span,
                        fmt::format("another operation has the id `{}` as well", operation.id),
                        "give each a name of its own");
      }
      operations.push_back(std::move(operation));
    }
  }
}

}  // namespace carnet::openapi
