#include "openapi/samples/request.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "base/url.h"
#include "openapi/example.h"
#include "openapi/json_text.h"
#include "openapi/media_type_name.h"
#include "openapi/samples/parameter_text.h"

namespace carnet::openapi {
namespace {

// A longer body of the file is replaced by one that is made of its schema: nobody copies it.
constexpr std::size_t kMaxBodyBytes = 16u << 10;

// Encoded once; braces and brackets too, which cURL takes for patterns.
std::string safe_url(std::string_view url) {
  std::string safe;
  for (const char c : encode_url(url)) {
    switch (c) {
      case '{': safe += "%7B"; break;
      case '}': safe += "%7D"; break;
      case '[': safe += "%5B"; break;
      case ']': safe += "%5D"; break;
      default: safe += c;
    }
  }
  return safe;
}

std::string server_url(const Specification& specification, const Operation& operation) {
  const auto& servers = operation.servers.empty() ? specification.servers : operation.servers;
  const std::string url = servers.empty() ? "" : servers.front().url;
  if (!scheme_of(url).empty() && url.find("://") != std::string::npos) return url;
  if (is_protocol_relative(url)) return "https:" + url;
  // Where the file is, which nobody knows here.
  const std::string slash = url.empty() || url.starts_with('/') ? "" : "/";
  return "https://example.com" + slash + url;
}

class RequestMaker {
 public:
  RequestMaker(const Specification& specification, const Operation& operation)
      : specification_(specification), operation_(operation) {}

  SampleRequest make() {
    request_.method = operation_.method;
    add_accept();
    add_security();
    for (const Parameter& parameter : operation_.parameters) {
      if (!parameter.is_required) continue;
      if (parameter.place == ParameterPlace::Query) {
        append_query(query_text(parameter, parameter_value(parameter)));
      }
      if (parameter.place == ParameterPlace::Header) {
        add_header(parameter.name, plain_text(parameter, parameter_value(parameter)));
      }
      if (parameter.place == ParameterPlace::Cookie) {
        add_cookie(parameter.name, plain_text(parameter, parameter_value(parameter)));
      }
    }
    if (!cookies_.empty()) add_header("Cookie", cookies_);
    if (operation_.method != "GET" && operation_.method != "HEAD") add_body();
    const std::string base = server_url(specification_, operation_);
    request_.url = safe_url(base + path()) + query_;
    return std::move(request_);
  }

 private:
  void add_header(const std::string& name, const std::string& value) {
    const bool is_known =
        std::any_of(request_.headers.begin(), request_.headers.end(),
                    [&](const auto& header) { return equals_ignoring_case(header.first, name); });
    if (!is_known && !name.empty()) request_.headers.emplace_back(on_one_line(name), value);
  }

  void append_query(const std::string& text) {
    if (!text.empty()) query_ += (query_.empty() ? "?" : "&") + text;
  }

  void add_cookie(const std::string& name, const std::string& value) {
    cookies_ += (cookies_.empty() ? "" : "; ") + on_one_line(name) + "=" + value;
  }

  // Of the first good response.
  void add_accept() {
    for (const Response& response : operation_.responses) {
      const bool is_good = response.status.starts_with('2') || response.status == "default";
      if (!is_good || response.content.empty()) continue;
      const MediaType* best = &response.content.front();
      for (const MediaType& media_type : response.content) {
        if (is_json(media_type.type) && !is_json(best->type)) best = &media_type;
      }
      request_.expects_json = is_json(best->type);
      add_header("Accept", on_one_line(best->type));
      return;
    }
  }

  void add_security() {
    if (operation_.security.empty()) return;
    // One that needs something shows more than "it is optional".
    const auto alternative =
        std::find_if(operation_.security.begin(), operation_.security.end(),
                     [](const SecurityAlternative& candidate) { return !candidate.needs.empty(); });
    if (alternative == operation_.security.end()) return;
    for (const SecurityNeed& need : alternative->needs) add_credentials(*need.scheme);
  }

  void add_credentials(const SecurityScheme& scheme) {
    const bool is_key = scheme.type == "apiKey";
    if (scheme.type == "mutualTLS") return;
    if (scheme.type == "http" && scheme.scheme == "basic") {
      request_.has_basic_auth = true;
      return;
    }
    std::string token = scheme.token_placeholder;
    if (token.empty()) token = is_key ? "YOUR_API_KEY" : "YOUR_TOKEN";
    std::string prefix = scheme.prefix;
    if (prefix.empty() && !is_key) {
      prefix = scheme.scheme.empty() || scheme.scheme == "bearer" ? "Bearer" : scheme.scheme;
    }
    const std::string value = on_one_line(prefix.empty() ? token : prefix + " " + token);
    if (!is_key) {
      add_header("Authorization", value);
    } else if (scheme.place == "query") {
      append_query(encode_component(scheme.parameter) + "=" + encode_component(value));
    } else if (scheme.place == "cookie") {
      add_cookie(scheme.parameter, value);
    } else {
      add_header(scheme.parameter, value);
    }
  }

  std::string path() const {
    std::string path;
    const std::string& written = operation_.path;
    for (std::size_t i = 0; i < written.size();) {
      const std::size_t end = written[i] == '{' ? written.find('}', i) : std::string::npos;
      if (end == std::string::npos) {
        path += written[i++];
        continue;
      }
      const std::string name = written.substr(i + 1, end - i - 1);
      const auto parameter =
          std::find_if(operation_.parameters.begin(), operation_.parameters.end(),
                       [&](const Parameter& candidate) {
                         return candidate.place == ParameterPlace::Path && candidate.name == name;
                       });
      path += parameter == operation_.parameters.end()
                  ? encode_component(name)
                  : path_text(*parameter, parameter_value(*parameter));
      i = end + 1;
    }
    if (!path.starts_with('/')) path.insert(0, 1, '/');
    return path;
  }

  void add_body() {
    const auto& content = operation_.request_body.content;
    if (content.empty()) return;
    const MediaType* chosen = &content.front();
    for (const MediaType& media_type : content) {
      if (is_json(media_type.type) && !is_json(chosen->type)) chosen = &media_type;
    }
    SampleBody& body = request_.body;
    body.type = on_one_line(chosen->type);
    if (body.type.empty() || body.type.find('*') != std::string::npos)
      body.type = "application/json";
    const YamlNode value = example_value(*chosen, Direction::Request);
    if (is_form(chosen->type) && value.kind == YamlNode::Kind::Map) {
      add_form(*chosen, value);
    } else {
      add_text(*chosen, value);
    }
    if (body.kind != SampleBody::Kind::None && body.kind != SampleBody::Kind::Multipart) {
      add_header("Content-Type", body.type);
    }
  }

  void add_text(const MediaType& media_type, YamlNode value) {
    SampleBody& body = request_.body;
    const std::vector<BodyExample> examples = examples_of(media_type, Direction::Request);
    const std::string text = examples.empty() ? "" : examples.front().text;
    if (!text.empty() && text.size() <= kMaxBodyBytes) {
      const bool is_written_out = value.kind == YamlNode::Kind::Scalar && !is_json_word(value);
      body.kind = is_json(media_type.type) && !is_written_out ? SampleBody::Kind::Json
                                                              : SampleBody::Kind::Text;
      body.text = text;
      body.value = std::move(value);
      return;
    }
    body.kind = SampleBody::Kind::File;
    body.text = is_json(media_type.type)  ? "body.json"
                : is_xml(media_type.type) ? "body.xml"
                                          : "file";
  }

  void add_form(const MediaType& media_type, const YamlNode& value) {
    SampleBody& body = request_.body;
    const bool is_multipart = to_lower(body.type).starts_with("multipart/");
    body.kind = is_multipart ? SampleBody::Kind::Multipart : SampleBody::Kind::Form;
    for (const YamlEntry& entry : value.entries) {
      const Schema* schema = nullptr;
      if (media_type.schema != nullptr) {
        for (const SchemaProperty& property : media_type.schema->properties) {
          if (property.name == entry.key) schema = property.schema;
        }
      }
      const Encoding* encoding = encoding_of(media_type, entry.key);
      const bool is_joined = !is_multipart && encoding != nullptr && !encoding->style.empty() &&
                             !encoding->is_exploded;
      if (is_joined && entry.value.kind != YamlNode::Kind::Scalar) {
        body.fields.push_back({.name = on_one_line(entry.key),
                               .value = on_one_line(joined_text(encoding->style, entry.value))});
        continue;
      }
      const bool is_list = entry.value.kind == YamlNode::Kind::Sequence;
      if (is_list && schema != nullptr && schema->items != nullptr) schema = schema->items;
      const std::size_t count = is_list ? entry.value.items.size() : 1;
      for (std::size_t i = 0; i < count; ++i) {
        const YamlNode& item = is_list ? entry.value.items[i] : entry.value;
        FormField field;
        field.name = on_one_line(entry.key);
        field.is_file = is_multipart && schema != nullptr && is_file(*schema);
        field.value = field.is_file ? "file" : to_plain_text(item);
        if (encoding != nullptr &&
            encoding->content_type.find_first_of(",*") == std::string::npos) {
          field.type = on_one_line(encoding->content_type);
        }
        body.fields.push_back(std::move(field));
      }
    }
  }

  static const Encoding* encoding_of(const MediaType& media_type, std::string_view property) {
    const auto found = std::ranges::find(media_type.encodings, property, &Encoding::property);
    return found == media_type.encodings.end() ? nullptr : &*found;
  }

  static bool is_file(const Schema& schema) {
    return schema.format == "binary" || schema.has_type("file") ||
           !schema.content_media_type.empty();
  }

  const Specification& specification_;
  const Operation& operation_;
  SampleRequest request_;
  std::string query_;
  std::string cookies_;
};

}  // namespace

SampleRequest make_request(const Specification& specification, const Operation& operation) {
  return RequestMaker(specification, operation).make();
}

}  // namespace carnet::openapi
