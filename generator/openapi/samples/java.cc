#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "base/url.h"
#include "openapi/samples/languages.h"

namespace carnet::openapi {
namespace {

// A backslash and `u` are read by Java before everything else, but not behind another backslash.
void append_char(std::string& out, char c) {
  if (static_cast<unsigned char>(c) < 0x20) {
    out += fmt::format("\\{:03o}", static_cast<unsigned>(c));
  } else {
    out += c;
  }
}

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: append_char(out, c);
    }
  }
  return out + "\"";
}

// A text block for what has several lines.
std::string block(std::string_view text, std::string_view indent) {
  if (text.find('\n') == std::string_view::npos) return quote(text);
  std::string out = "\"\"\"";
  for (const std::string_view line : split(text, '\n')) {
    out += "\n";
    if (line.empty()) continue;
    out += indent;
    // Spaces before the text are those of the code, and those behind it are taken off.
    std::string escaped;
    for (const char c : line) {
      if (c == '\\') {
        escaped += "\\\\";
      } else if (c == '\r') {
        escaped += "\\r";
      } else if (c == '\t') {
        escaped += "\\t";
      } else {
        append_char(escaped, c);
      }
    }
    escaped = replace_all(std::move(escaped), "\"\"\"", "\\\"\\\"\\\"");
    if (escaped.ends_with(' ')) {
      escaped.pop_back();
      escaped += "\\s";
    }
    out += escaped;
  }
  // The end, on the last line so that no line end follows: a quote before it would be part of it.
  if (out.ends_with('"')) {
    out.pop_back();
    out += "\\\"";
  }
  return out + "\"\"\"";
}

// java.net.http knows no forms.
std::string multipart_of(const SampleBody& body, std::string_view boundary) {
  std::string out;
  std::string text;
  const auto flush = [&] {
    if (text.empty()) return;
    out += std::string(out.empty() ? "" : ",") +
           "\n            HttpRequest.BodyPublishers.ofString(" + quote(text) + ")";
    text.clear();
  };
  for (const FormField& field : body.fields) {
    std::string name = replace_all(field.name, "\"", "%22");
    text += fmt::format("--{}\r\nContent-Disposition: form-data; name=\"{}\"", boundary, name);
    if (field.is_file) text += fmt::format("; filename=\"{}\"", field.value);
    if (!field.type.empty()) text += "\r\nContent-Type: " + field.type;
    text += "\r\n\r\n";
    if (field.is_file) {
      flush();
      out +=
          ",\n            HttpRequest.BodyPublishers.ofFile(Path.of(" + quote(field.value) + "))";
      text += "\r\n";
    } else {
      text += field.value + "\r\n";
    }
  }
  text += fmt::format("--{}--\r\n", boundary);
  flush();
  return "HttpRequest.BodyPublishers.concat(" + out + ")";
}

std::string body_of(const SampleBody& body, std::string_view boundary) {
  switch (body.kind) {
    case SampleBody::Kind::None: return "HttpRequest.BodyPublishers.noBody()";
    case SampleBody::Kind::Json:
    case SampleBody::Kind::Text:
      return "HttpRequest.BodyPublishers.ofString(" + block(body.text, "            ") + ")";
    case SampleBody::Kind::File:
      return "HttpRequest.BodyPublishers.ofFile(Path.of(" + quote(body.text) + "))";
    case SampleBody::Kind::Multipart: return multipart_of(body, boundary);
    case SampleBody::Kind::Form: break;
  }
  std::string form;
  for (const FormField& field : body.fields) {
    form += (form.empty() ? "" : "&") + encode_component(field.name) + "=" +
            encode_component(field.value);
  }
  return "HttpRequest.BodyPublishers.ofString(" + quote(form) + ")";
}

}  // namespace

std::string write_java(const SampleRequest& request) {
  constexpr std::string_view kBoundary = "boundary-of-the-parts";
  const SampleBody& body = request.body;
  const bool is_multipart = body.kind == SampleBody::Kind::Multipart;
  const std::string written_body = body_of(body, kBoundary);

  std::string out =
      "import java.net.URI;\nimport java.net.http.HttpClient;\nimport java.net.http.HttpRequest;\n"
      "import java.net.http.HttpResponse;\n";
  if (written_body.find("Path.of(") != std::string::npos) out += "import java.nio.file.Path;\n";
  if (request.has_basic_auth) out += "import java.util.Base64;\n";
  out += "\npublic class Example {\n  public static void main(String[] args) throws Exception {\n";
  out +=
      "    HttpRequest request = HttpRequest.newBuilder(URI.create(" + quote(request.url) + "))\n";
  if (request.has_basic_auth) {
    out += fmt::format(
        "        .header(\"Authorization\", \"Basic \"\n"
        "            + Base64.getEncoder().encodeToString(\"{}:{}\".getBytes()))\n",
        kSampleUser, kSamplePassword);
  }
  for (const auto& [name, value] : request.headers) {
    out += "        .header(" + quote(name) + ", " + quote(value) + ")\n";
  }
  if (is_multipart) {
    out += "        .header(\"Content-Type\", " +
           quote(body.type + "; boundary=" + std::string(kBoundary)) + ")\n";
  }
  out += "        .method(" + quote(request.method) + ", " + written_body + ")\n";
  out +=
      "        .build();\n"
      "    HttpResponse<String> response = HttpClient.newHttpClient()\n"
      "        .send(request, HttpResponse.BodyHandlers.ofString());\n"
      "    System.out.println(response.statusCode() + \" \" + response.body());\n  }\n}";
  return out;
}

}  // namespace carnet::openapi
