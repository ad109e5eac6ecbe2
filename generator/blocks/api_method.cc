// How GitBook wrote down APIs before it read OpenAPI: `api-method` until 2021, `swagger`
// with `baseUrl` until 2023. All other blocks here are parts of one of the two.

#include "blocks/registry.h"

namespace carnet {
namespace {

using Type = AttributeSpec::Type;

constexpr AttributeSpec kMethodAttributes[] = {
    {.name = "method", .type = Type::Literal},
    {.name = "host", .type = Type::Literal},
    {.name = "path", .type = Type::Literal},
    {.name = "summary"},
};

constexpr AttributeSpec kParameterAttributes[] = {
    {.name = "name", .required = true},
    {.name = "type", .type = Type::Literal},
    {.name = "required", .type = Type::Flag},
};

constexpr AttributeSpec kExampleAttributes[] = {
    {.name = "httpCode", .type = Type::Literal},
};

constexpr AttributeSpec kSwaggerAttributes[] = {
    {.name = "src", .type = Type::FileLink},
    {.name = "baseUrl", .type = Type::Literal},
    {.name = "method", .type = Type::Literal},
    {.name = "path", .type = Type::Literal},
    {.name = "summary"},
    {.name = "spec", .type = Type::Literal},
    {.name = "expanded", .type = Type::Flag},
    {.name = "fullWidth", .type = Type::Flag},
};

constexpr std::string_view kPlaces[] = {
    "query", "path",           "header",        "cookie",         "form",
    "body",  "headers=header", "formData=form", "form-data=form",
};

constexpr AttributeSpec kSwaggerParameterAttributes[] = {
    {.name = "name", .required = true},
    {.name = "in", .type = Type::Keyword, .keywords = kPlaces},
    {.name = "type", .type = Type::Literal},
    {.name = "required", .type = Type::Flag},
};

constexpr AttributeSpec kSwaggerResponseAttributes[] = {
    {.name = "status"},
    {.name = "description"},
};

constexpr BlockSpec make_part(std::string_view name,
                              std::span<const AttributeSpec> attributes = {}) {
  return {.name = name,
          .attributes = attributes,
          .family = "api-method",
          .words = BlockSpec::Words::Ignored};
}

// GitBook itself sometimes forgot to close these.
constexpr BlockSpec make_list(std::string_view name) {
  BlockSpec list = make_part(name);
  list.closing = BlockSpec::Closing::Optional;
  return list;
}

}  // namespace

constinit const BlockSpec kApiMethod = {.name = "api-method", .attributes = kMethodAttributes};
constinit const BlockSpec kApiMethodBodyParameters = make_list("api-method-body-parameters");
constinit const BlockSpec kApiMethodDescription = make_part("api-method-description");
constinit const BlockSpec kApiMethodFormDataParameters =
    make_list("api-method-form-data-parameters");
constinit const BlockSpec kApiMethodHeaders = make_list("api-method-headers");
constinit const BlockSpec kApiMethodParameter =
    make_part("api-method-parameter", kParameterAttributes);
constinit const BlockSpec kApiMethodPathParameters = make_list("api-method-path-parameters");
constinit const BlockSpec kApiMethodQueryParameters = make_list("api-method-query-parameters");
constinit const BlockSpec kApiMethodRequest = make_part("api-method-request");
constinit const BlockSpec kApiMethodResponse = make_part("api-method-response");
constinit const BlockSpec kApiMethodResponseExample =
    make_part("api-method-response-example", kExampleAttributes);
constinit const BlockSpec kApiMethodResponseExampleDescription =
    make_part("api-method-response-example-description");
constinit const BlockSpec kApiMethodSpec = make_part("api-method-spec");
constinit const BlockSpec kApiMethodSummary = make_part("api-method-summary");

// With `src`, another word for `openapi`.
constinit const BlockSpec kSwagger = {
    .name = "swagger", .attributes = kSwaggerAttributes, .words = BlockSpec::Words::Ignored};
constinit const BlockSpec kSwaggerDescription = make_part("swagger-description");
constinit const BlockSpec kSwaggerParameter =
    make_part("swagger-parameter", kSwaggerParameterAttributes);
constinit const BlockSpec kSwaggerResponse =
    make_part("swagger-response", kSwaggerResponseAttributes);

}  // namespace carnet
