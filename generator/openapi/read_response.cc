#include "openapi/read_response.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "openapi/fields.h"
#include "openapi/read_content.h"
#include "openapi/read_parameters.h"

namespace carnet::openapi {
namespace {

constexpr std::string_view kResponseKeys[] = {"description", "headers",  "content", "links",
                                              "schema",      "examples", "summary", "$ref"};

void read_links(const YamlNode& links, Response& response, Reading& reading) {
  for (const YamlEntry& entry : links.entries) {
    if (entry.key.starts_with("x-") || !reading.spend(entry.key_span)) continue;
    const YamlNode* target = reading.documents.follow(entry.value);
    if (target == nullptr || !is_map("links", *target, reading.report)) continue;
    const Fields fields(*target, reading.report);
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

}  // namespace

Response read_response(const YamlEntry& entry, const YamlNode& operation, Reading& reading) {
  Response response;
  response.status = entry.key;
  response.span = entry.key_span;
  const YamlNode* target = reading.documents.follow(entry.value);
  if (target == nullptr || !is_map("response", *target, reading.report)) return response;
  const Fields fields(*target, reading.report);
  fields.check(kResponseKeys);
  response.summary = fields.text("summary");
  response.description = fields.text("description");
  take_words(entry.value, response.summary, response.description);
  if (const YamlNode* headers = fields.map("headers")) {
    for (const YamlEntry& header : headers->entries) {
      if (is_hidden(header.value) || !reading.spend(header.key_span)) continue;
      response.headers.push_back(read_header(header.key, header.value, reading));
    }
  }
  if (!reading.is_swagger()) {
    if (const YamlNode* content = fields.map("content")) {
      response.content = read_content(*content, reading);
    }
    if (const YamlNode* links = fields.map("links")) read_links(*links, response, reading);
    return response;
  }
  const Fields around(operation, reading.report);
  std::vector<std::string> types =
      around.has("produces") ? around.texts("produces") : reading.produces;
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
    if (!reading.spend(entry.key_span)) break;
    MediaType media_type;
    media_type.type = type;
    media_type.span = entry.key_span;
    media_type.schema = schema_of(fields, reading);
    const YamlNode* example = examples == nullptr ? nullptr : examples->find(type);
    if (example != nullptr) media_type.examples.push_back({"", "", "", example, ""});
    response.content.push_back(std::move(media_type));
  }
  return response;
}

}  // namespace carnet::openapi
