#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "openapi/samples/languages.h"
#include "openapi/samples/quote.h"

namespace carnet::openapi {
namespace {

std::string fields_of_form(const SampleBody& body) {
  std::string out;
  for (const FormField& field : body.fields) {
    if (field.is_file) {
      out += fmt::format("form.append({}, new Blob(['content of the file']), {});\n",
                         quote(field.name), quote(field.value));
    } else if (!field.type.empty()) {
      out += fmt::format("form.append({}, new Blob([{}], {{ type: {} }}));\n", quote(field.name),
                         quote(field.value), quote(field.type));
    } else {
      out += fmt::format("form.append({}, {});\n", quote(field.name), quote(field.value));
    }
  }
  return "const form = new FormData();\n" + out + "\n";
}

std::string body_of(const SampleBody& body) {
  switch (body.kind) {
    case SampleBody::Kind::None: return {};
    // JSON is JavaScript, and none of its texts holds a line end.
    case SampleBody::Kind::Json:
      return "JSON.stringify(" + replace_all(body.text, "\n", "\n  ") + ")";
    case SampleBody::Kind::Text: return quote(body.text);
    case SampleBody::Kind::File: return "new Blob(['content of the file'])";
    case SampleBody::Kind::Multipart: return "form";
    case SampleBody::Kind::Form: break;
  }
  std::string out;
  for (const FormField& field : body.fields) {
    out += fmt::format("    [{}, {}],\n", quote(field.name), quote(field.value));
  }
  return "new URLSearchParams([\n" + out + "  ])";
}

}  // namespace

std::string write_javascript(const SampleRequest& request) {
  std::string headers;
  if (request.has_basic_auth) {
    headers += fmt::format("    'Authorization': 'Basic ' + btoa('{}:{}'),\n", kSampleUser,
                           kSamplePassword);
  }
  for (const auto& [name, value] : request.headers) {
    headers += "    " + quote(name) + ": " + quote(value) + ",\n";
  }
  std::string options;
  if (request.method != "GET") options += "  method: " + quote(request.method) + ",\n";
  if (!headers.empty()) options += "  headers: {\n" + headers + "  },\n";
  const std::string body = body_of(request.body);
  if (!body.empty()) options += "  body: " + body + ",\n";

  std::string out;
  if (request.body.kind == SampleBody::Kind::Multipart) out += fields_of_form(request.body);
  out += "const response = await fetch(" + quote(request.url);
  if (!options.empty()) out += ", {\n" + options + "}";
  out += ");\n";
  out += request.expects_json ? "console.log(response.status, await response.json());"
                              : "console.log(response.status, await response.text());";
  return out;
}

}  // namespace carnet::openapi
