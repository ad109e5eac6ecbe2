#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "openapi/json_text.h"
#include "openapi/samples/languages.h"
#include "openapi/samples/quote.h"

namespace carnet::openapi {
namespace {

// Python's words for what JSON calls true, false and null.
std::string word(std::string json) {
  if (json == "true") return "True";
  if (json == "false") return "False";
  if (json == "null") return "None";
  return json;
}

void append_value(std::string& out, const YamlNode& value, std::size_t depth) {
  const bool is_map = value.kind == YamlNode::Kind::Map;
  if (!is_map && value.kind != YamlNode::Kind::Sequence) {
    out += is_json_word(value) ? word(to_json_line(value)) : quote(value.text);
    return;
  }
  if (value.entries.empty() && value.items.empty()) {
    out += is_map ? "{}" : "[]";
    return;
  }
  const std::string indent(4 * (depth + 1), ' ');
  out += is_map ? "{\n" : "[\n";
  for (const YamlEntry& entry : value.entries) {
    out += indent + quote(entry.key) + ": ";
    append_value(out, entry.value, depth + 1);
    out += ",\n";
  }
  for (const YamlNode& item : value.items) {
    out += indent;
    append_value(out, item, depth + 1);
    out += ",\n";
  }
  out += std::string(4 * depth, ' ') + (is_map ? "}" : "]");
}

std::string body_of(const SampleBody& body) {
  std::string out;
  switch (body.kind) {
    case SampleBody::Kind::None: return {};
    case SampleBody::Kind::Json: append_value(out, body.value, 1); return "    json=" + out + ",\n";
    case SampleBody::Kind::Text: return "    data=" + quote(body.text) + ".encode(),\n";
    case SampleBody::Kind::File: return "    data=open(" + quote(body.text) + ", 'rb'),\n";
    case SampleBody::Kind::Form:
      for (const FormField& field : body.fields) {
        out += fmt::format("        ({}, {}),\n", quote(field.name), quote(field.value));
      }
      return "    data=[\n" + out + "    ],\n";
    case SampleBody::Kind::Multipart: break;
  }
  for (const FormField& field : body.fields) {
    const std::string type = field.type.empty() ? "" : ", " + quote(field.type);
    if (field.is_file) {
      out += fmt::format("        ({}, ({}, open({}, 'rb'){})),\n", quote(field.name),
                         quote(field.value), quote(field.value), type);
    } else {
      out +=
          fmt::format("        ({}, (None, {}{})),\n", quote(field.name), quote(field.value), type);
    }
  }
  return "    files=[\n" + out + "    ],\n";
}

}  // namespace

std::string write_python(const SampleRequest& request) {
  std::string headers;
  for (const auto& [name, value] : request.headers) {
    headers += "        " + quote(name) + ": " + quote(value) + ",\n";
  }
  std::string out = "import requests\n\n";
  // `requests` has no function for the others.
  constexpr std::string_view kFunctions[] = {"GET",    "POST", "PUT",    "PATCH",
                                             "DELETE", "HEAD", "OPTIONS"};
  bool has_function = false;
  for (const std::string_view function : kFunctions) has_function |= function == request.method;
  out += has_function ? "response = requests." + to_lower(request.method) + "(\n"
                      : "response = requests.request(\n    " + quote(request.method) + ",\n";
  out += "    " + quote(request.url) + ",\n";
  if (request.has_basic_auth) {
    out += fmt::format("    auth=('{}', '{}'),\n", kSampleUser, kSamplePassword);
  }
  if (!headers.empty()) out += "    headers={\n" + headers + "    },\n";
  out += body_of(request.body) + ")\n";
  out += request.expects_json ? "print(response.status_code, response.json())"
                              : "print(response.status_code, response.text)";
  return out;
}

}  // namespace carnet::openapi
