// What GitBook draws of an OpenAPI specification: operations, schemas, webhooks.
//
// `src` is the specification's file, `spec` the name that it was registered by in GitBook,
// which says nothing to anyone else.

#include "blocks/registry.h"

namespace carnet {
namespace {

using Type = AttributeSpec::Type;

constexpr AttributeSpec kAttributes[] = {
    {.name = "src", .type = Type::FileLink},   {.name = "spec", .type = Type::Literal},
    {.name = "method", .type = Type::Literal}, {.name = "path", .type = Type::Literal},
    {.name = "name", .type = Type::Literal},   {.name = "schemas", .type = Type::Literal},
    {.name = "grouped", .type = Type::Flag},   {.name = "expanded", .type = Type::Flag},
    {.name = "fullWidth", .type = Type::Flag},
};

constexpr BlockSpec make_part(std::string_view name) {
  return {.name = name,
          .attributes = kAttributes,
          .body = BlockSpec::Body::Fallback,
          .family = "openapi",
          .words = BlockSpec::Words::Ignored};
}

}  // namespace

constinit const BlockSpec kOpenapi = {.name = "openapi",
                                      .attributes = kAttributes,
                                      .body = BlockSpec::Body::Fallback,
                                      .words = BlockSpec::Words::Ignored};
constinit const BlockSpec kOpenapiOperation = make_part("openapi-operation");
constinit const BlockSpec kOpenapiSchemas = make_part("openapi-schemas");
// A description in a specification, where a block shows it. It has no name: no author writes it.
constinit const BlockSpec kOpenapiText = {.name = {}, .body = BlockSpec::Body::Spliced};
constinit const BlockSpec kOpenapiWebhook = make_part("openapi-webhook");

}  // namespace carnet
