#include <string>
#include <string_view>

#include "base/text.h"
#include "openapi/samples/languages.h"

namespace carnet::openapi {
namespace {

// Between single quotes a shell knows no escapes, not even of the quote itself.
std::string quote(std::string_view text) {
  return "'" + replace_all(std::string(text), "'", R"('\'')") + "'";
}

}  // namespace

std::string write_curl(const SampleRequest& request) {
  constexpr std::string_view kNext = " \\\n  ";
  std::string out = "curl";
  if (request.method == "HEAD") {
    out += " --head";
  } else if (request.method != "GET") {
    out += " -X " + request.method;
  }
  out += " " + quote(request.url);
  const auto add = [&](std::string_view option, std::string_view value) {
    out += std::string(kNext) + std::string(option) + " " + quote(value);
  };
  if (request.has_basic_auth) {
    add("-u", std::string(kSampleUser) + ":" + std::string(kSamplePassword));
  }
  for (const auto& [name, value] : request.headers) {
    // A header without a value is one that cURL should not send; with a semicolon it is sent empty.
    add("-H", value.empty() ? name + ";" : name + ": " + value);
  }
  const SampleBody& body = request.body;
  switch (body.kind) {
    case SampleBody::Kind::None: break;
    case SampleBody::Kind::Json:
    case SampleBody::Kind::Text: add("--data-raw", body.text); break;
    case SampleBody::Kind::File: add("--data-binary", "@" + body.text); break;
    case SampleBody::Kind::Form:
      for (const FormField& field : body.fields) {
        add("--data-urlencode", field.name + "=" + field.value);
      }
      break;
    case SampleBody::Kind::Multipart:
      for (const FormField& field : body.fields) {
        const std::string type = field.type.empty() ? "" : ";type=" + field.type;
        // Without a type it is taken as it is; with one, `@` and `;` must not mean anything.
        if (field.is_file) {
          add("-F", field.name + "=@" + field.value + type);
        } else if (type.empty()) {
          add("--form-string", field.name + "=" + field.value);
        } else {
          std::string value = replace_all(field.value, "\\", "\\\\");
          value = replace_all(std::move(value), "\"", "\\\"");
          add("-F", field.name + "=\"" + value + "\"" + type);
        }
      }
      break;
  }
  return out;
}

}  // namespace carnet::openapi
