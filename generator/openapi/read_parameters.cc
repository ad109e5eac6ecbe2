#include "openapi/read_parameters.h"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "openapi/fields.h"
#include "openapi/read_content.h"
#include "openapi/read_request_body.h"

namespace carnet::openapi {
namespace {

constexpr std::string_view kParameterKeys[] = {
    "name",    "in",      "description",   "required", "deprecated", "allowEmptyValue",
    "style",   "explode", "allowReserved", "schema",   "example",    "examples",
    "content", "$ref",    "type",          "format",   "items",      "collectionFormat"};

void read_collection_format(const Fields& fields, Parameter& parameter) {
  const std::string format = fields.text("collectionFormat");
  const bool is_in_path =
      parameter.place == ParameterPlace::Path || parameter.place == ParameterPlace::Header;
  parameter.style = is_in_path ? "simple" : "form";
  parameter.is_exploded = format == "multi";
  if (format == "ssv") parameter.style = "spaceDelimited";
  if (format == "tsv") parameter.style = "tabDelimited";
  if (format == "pipes") parameter.style = "pipeDelimited";
}

void read_style(const Fields& fields, Parameter& parameter) {
  parameter.style = fields.text("style");
  if (parameter.style.empty()) {
    const bool is_form =
        parameter.place == ParameterPlace::Query || parameter.place == ParameterPlace::Cookie;
    parameter.style = is_form ? "form" : "simple";
  }
  parameter.is_exploded = fields.flag_or("explode", parameter.style == "form");
}

// All but the name and the place.
void read_parameter(const YamlNode& node, Parameter& parameter, Reading& reading) {
  const Fields fields(node, reading.report);
  parameter.span = node.span;
  parameter.description = fields.text("description");
  parameter.is_required = fields.flag("required");
  parameter.is_deprecated = fields.flag("deprecated");
  parameter.allows_empty = fields.flag("allowEmptyValue");
  parameter.allows_reserved = fields.flag("allowReserved");
  parameter.stability = fields.text("x-stability");
  if (reading.is_swagger()) {
    read_collection_format(fields, parameter);
    parameter.schema = reading.schemas.read_parameter(node);
    if (const YamlNode* example = fields.find("x-example")) {
      parameter.examples.push_back({"", "", "", example, ""});
    }
    return;
  }
  read_style(fields, parameter);
  parameter.schema = schema_of(fields, reading);
  if (const YamlNode* content = fields.map("content")) {
    parameter.content = read_content(*content, reading);
  }
  parameter.examples = read_examples(fields, node, reading);
  if (parameter.schema == nullptr && parameter.content.empty()) {
    // Swagger's way to say it.
    if (fields.has("type")) {
      parameter.schema = reading.schemas.read_parameter(node);
      reading.report.mistake(fields.find("type")->span,
                             "the type of a parameter stands in its `schema`",
                             "write `schema:` above it, and indent it by two more spaces");
    }
  }
}

}  // namespace

void read_parameters(const std::vector<const YamlNode*>& nodes, Operation& operation,
                     const YamlNode& node, Reading& reading) {
  const YamlNode* body = nullptr;
  std::vector<const YamlNode*> form;
  // The place of each parameter by its own place and name.
  std::map<std::pair<ParameterPlace, std::string>, std::size_t> known;
  for (const YamlNode* item : nodes) {
    const YamlNode* target = reading.documents.follow(*item);
    if (target == nullptr || is_hidden(*target) || is_hidden(*item)) continue;
    if (!is_map("parameters", *target, reading.report) || !reading.spend(item->span)) continue;
    const Fields fields(*target, reading.report);
    fields.check(kParameterKeys);
    const std::string place = fields.text("in");
    if (reading.is_swagger() && place == "body") {
      body = target;
      continue;
    }
    if (reading.is_swagger() && (place == "formData" || place == "form")) {
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
      reading.report.mistake(written == nullptr ? target->span : written->span,
                             place.empty() ? "this parameter does not say where it is"
                                           : fmt::format("no parameter is in `{}`", place),
                             "write `in: query`, `path`, `header` or `cookie`");
    }
    if (parameter.name.empty()) {
      reading.report.mistake(target->span, "this parameter has no name",
                             "write `name: ...` into it");
      continue;
    }
    read_parameter(*target, parameter, reading);
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
    read_swagger_body(body, form, node, operation.request_body, reading);
  }
}

Parameter read_header(const std::string& name, const YamlNode& node, Reading& reading) {
  Parameter header;
  header.name = name;
  header.place = ParameterPlace::Header;
  const YamlNode* target = reading.documents.follow(node);
  if (target == nullptr) return header;
  read_parameter(*target, header, reading);
  std::string summary;
  take_words(node, summary, header.description);
  return header;
}

}  // namespace carnet::openapi
