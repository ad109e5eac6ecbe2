// What one can do with an API: the Operation Object of OpenAPI, and its parts.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "base/yaml_node.h"
#include "openapi/schema.h"
#include "openapi/security.h"
#include "openapi/server.h"

namespace carnet::openapi {

// An example of the file: OpenAPI 3.1.0, 4.8.19; 3.0.3, 4.7.19.
struct Example {
  std::string name{};  // Its key; "" for `example`.
  std::string summary{};
  std::string description{};        // Markdown.
  const YamlNode* value = nullptr;  // Null if it is elsewhere, at `external_url`.
  std::string external_url{};
};

// How one property of a form is sent (encoding).
struct Encoding {
  std::string property;
  std::string content_type{};
  std::string style{};
  bool is_exploded = true;
};

// A body in one form: OpenAPI 3.1.0, 4.8.14; 3.0.3, 4.7.14.
struct MediaType {
  std::string type;  // "application/json"
  Span span{};
  const Schema* schema = nullptr;  // Null if not given.
  std::vector<Example> examples{};
  std::vector<Encoding> encodings{};
};

enum class ParameterPlace : std::uint8_t { Path, Query, Header, Cookie };

// OpenAPI 3.1.0, 4.8.12; 3.0.3, 4.7.12; 2.0, Parameter Object. Also a header of a response, which
// has no place (OpenAPI 3.1.0, 4.8.21).
struct Parameter {
  std::string name;
  ParameterPlace place = ParameterPlace::Query;
  Span span{};
  std::string description{};  // Markdown.
  bool is_required = false;
  bool is_deprecated = false;
  bool allows_empty = false;
  bool allows_reserved = false;
  // "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject" and, of
  // Swagger 2.0, "tabDelimited". The default of the place where the file says none.
  std::string style{};
  bool is_exploded = false;
  std::string stability{};
  const Schema* schema = nullptr;    // Null if not given, or if `content` says it.
  std::vector<MediaType> content{};  // At most one in a sound file.
  std::vector<Example> examples{};   // Its own, not those of its schema.
};

struct RequestBody {
  std::string description{};  // Markdown.
  Span span{};
  bool is_required = false;
  std::vector<MediaType> content{};
};

// What one can do next with a response: OpenAPI 3.1.0, 4.8.20.
struct ResponseLink {
  std::string name;
  std::string operation_id{};
  std::string operation_ref{};
  std::string description{};  // Markdown.
  std::vector<std::pair<std::string, const YamlNode*>> parameters{};
};

// OpenAPI 3.1.0, 4.8.17; 3.0.3, 4.7.17; 2.0, Response Object.
struct Response {
  std::string status;  // "200", "4XX", "default"
  Span span{};
  std::string summary{};
  std::string description{};  // Markdown.
  std::vector<Parameter> headers{};
  std::vector<MediaType> content{};
  std::vector<ResponseLink> links{};
};

// Code that calls an operation.
struct CodeSample {
  std::string language;  // As it stands behind the ``` of Markdown: "bash", "javascript"...
  std::string label;     // For people: "cURL", "JavaScript"...
  std::string source;
};

struct Callback;

// OpenAPI 3.1.0, 4.8.10; 3.0.3, 4.7.10; 2.0, Operation Object.
struct Operation {
  std::string method;  // In capitals: "GET".
  // "/pets/{id}"; of a webhook its name; of a callback an expression, "{$request.body#/url}".
  std::string path;
  Span span{};       // Of its method's key: where a message about it points.
  std::string id{};  // operationId; "" if there is none.
  std::string summary{};
  std::string description{};  // Markdown.
  std::vector<std::string> tags{};
  ExternalDocs external_docs{};

  bool is_deprecated = false;
  std::string sunset{};                     // `x-deprecated-sunset`: a date.
  std::string stability{};                  // `x-stability`.
  bool hides_try_it = false;                // `x-hideTryItPanel`
  bool hides_sample = false;                // `x-hideSample`
  bool expands_all_responses = false;       // `x-expandAllResponses`, also of the whole file.
  bool expands_all_model_sections = false;  // `x-expandAllModelSections`, also of the whole file.

  // Those of the path are among them, unless the operation has one of the same name and place; they
  // come first, as in the file.
  std::vector<Parameter> parameters{};
  // Null-like (no content, no description) if the operation takes none.
  RequestBody request_body{};
  std::vector<Response> responses{};
  // Its own or else those of the path or else those of the file, which says nothing of webhooks and
  // callbacks; the URL of each is complete.
  std::vector<Server> servers{};
  // Each is enough. Empty: no security. An alternative without schemes: it is optional.
  std::vector<SecurityAlternative> security{};
  std::vector<Callback> callbacks;         // Without `{}`: the type is complete only below.
  std::vector<CodeSample> code_samples{};  // `x-codeSamples`, `x-code-samples`.

  bool has_request_body() const {
    return !request_body.content.empty() || !request_body.description.empty();
  }
  std::vector<const Parameter*> parameters_in(ParameterPlace place) const;
};

// Requests that the API makes: OpenAPI 3.1.0, 4.8.18.
struct Callback {
  std::string name;
  std::vector<Operation> operations{};
};

// The methods that an operation can have, in capitals.
inline constexpr std::array<std::string_view, 8> kMethods = {"GET",     "PUT",  "POST",  "DELETE",
                                                             "OPTIONS", "HEAD", "PATCH", "TRACE"};

// "path", "query", "header", "cookie".
std::string_view name_of(ParameterPlace place);

}  // namespace carnet::openapi
