#include "openapi/read_request_body.h"

#include <string>
#include <utility>

#include "openapi/fields.h"
#include "openapi/read_content.h"

namespace carnet::openapi {

void read_swagger_body(const YamlNode* body, const std::vector<const YamlNode*>& form,
                       const YamlNode& operation, RequestBody& request_body, Reading& reading) {
  const Fields around(operation, reading.report);
  std::vector<std::string> types =
      around.has("consumes") ? around.texts("consumes") : reading.consumes;
  MediaType media_type;
  if (body != nullptr) {
    const Fields fields(*body, reading.report);
    request_body.span = body->span;
    request_body.description = fields.text("description");
    request_body.is_required = fields.flag("required");
    media_type.span = body->span;
    media_type.schema = schema_of(fields, reading);
    if (const YamlNode* example = fields.find("x-example")) {
      media_type.examples.push_back({"", "", "", example, ""});
    }
    if (types.empty()) types = {"application/json"};
  } else {
    request_body.span = media_type.span = form.front()->span;
    media_type.schema = reading.schemas.read_form(form);
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
    if (reading.spend(media_type.span)) request_body.content.push_back(media_type);
  }
}

void read_request_body(const YamlNode& node, RequestBody& body, Reading& reading) {
  const YamlNode* target = reading.documents.follow(node);
  if (target == nullptr || !is_map("requestBody", *target, reading.report) || is_hidden(*target)) {
    return;
  }
  const Fields fields(*target, reading.report);
  body.span = target->span;
  body.description = fields.text("description");
  std::string summary;
  take_words(node, summary, body.description);
  body.is_required = fields.flag("required");
  if (const YamlNode* content = fields.map("content")) {
    body.content = read_content(*content, reading);
  } else if (fields.has("schema")) {
    reading.report.mistake(
        fields.find("schema")->span, "the schema of a body stands below its media type",
        "write `content:`, below it `application/json:`, and the schema below that");
  }
}

}  // namespace carnet::openapi
