#include "openapi/media_type_name.h"

#include "base/text.h"

namespace carnet::openapi {

std::string bare_media_type(std::string_view name) {
  return to_lower(trim(name.substr(0, name.find(';'))));
}

bool is_json(std::string_view media_type) {
  const std::string type = bare_media_type(media_type);
  return type.ends_with("/json") || type.ends_with("+json") || type == "*/*" ||
         type == "application/*" || type.empty();
}

bool is_xml(std::string_view media_type) {
  const std::string type = bare_media_type(media_type);
  return type.ends_with("/xml") || type.ends_with("+xml");
}

bool is_form(std::string_view media_type) {
  const std::string type = bare_media_type(media_type);
  return type.starts_with("multipart/") || type == "application/x-www-form-urlencoded";
}

bool is_json_lines(std::string_view media_type) {
  const std::string type = bare_media_type(media_type);
  return type.ends_with("ndjson") || type.ends_with("jsonl") || type.ends_with("json-seq") ||
         type.ends_with("x-json-stream");
}

bool is_binary(std::string_view media_type) {
  const std::string type = bare_media_type(media_type);
  for (const std::string_view prefix : {"image/", "audio/", "video/", "font/"}) {
    if (type.starts_with(prefix) && type != "image/svg+xml") return true;
  }
  return type == "application/octet-stream" || type == "application/pdf" ||
         type == "application/zip" || type == "application/gzip";
}

}  // namespace carnet::openapi
