#include "site/api/resolve_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/text.h"
#include "blocks/registry.h"

namespace carnet {
namespace {

using openapi::Operation;
using openapi::Specification;

class Resolver {
 public:
  Resolver(const Document& document, const Node& block, const Specification& specification,
           Diagnostics& diagnostics)
      : document_(document),
        block_(block),
        specification_(specification),
        diagnostics_(diagnostics) {
    target_.specification = &specification;
  }

  std::optional<ApiTarget> resolve() {
    const bool is_of_schemas = block_.is_block_of(kOpenapiSchemas) || !value_of("schemas").empty();
    if (is_of_schemas) return resolve_schemas();
    if (block_.is_block_of(kOpenapiWebhook) || !value_of("name").empty()) return resolve_webhook();
    return resolve_operation();
  }

 private:
  std::string_view value_of(std::string_view name) const {
    return trim(attribute_value(block_, name));
  }

  void report(std::string_view attribute, std::string message, std::string hint) {
    const Attribute* at = find_attribute(block_, attribute);
    const Span where = at == nullptr ? document_.span(block_)
                                     : document_.span(block_, at->value_begin, at->value_end);
    diagnostics_.report(DiagnosticKind::MissingOperation, where, std::move(message),
                        std::move(hint));
  }

  std::optional<ApiTarget> resolve_schemas() {
    target_.kind = ApiBlock::Kind::Schemas;
    const std::vector<std::string_view> names = split_list(value_of("schemas"));
    for (std::string_view name : names) {
      if (const openapi::Schema* schema = specification_.find_schema(name)) {
        target_.schemas.push_back(schema);
        continue;
      }
      std::vector<std::string_view> all;
      for (const openapi::Schema* schema : specification_.schemas) all.push_back(schema->name);
      report("schemas", fmt::format("no schema `{}` in `{}`", name, specification_.path),
             did_you_mean(find_nearest(name, all)));
    }
    if (names.empty()) target_.schemas = specification_.schemas;
    if (target_.schemas.empty()) return std::nullopt;
    return target_;
  }

  std::optional<ApiTarget> resolve_webhook() {
    const std::string_view name = value_of("name");
    const auto& webhooks = specification_.webhooks;
    target_.kind = ApiBlock::Kind::Webhook;
    target_.operation = specification_.find_webhook(name, value_of("method"));
    if (target_.operation == nullptr && name.empty() && webhooks.size() == 1) {
      target_.operation = &webhooks.front();
    }
    if (target_.operation != nullptr) return target_;
    std::vector<std::string_view> all;
    all.reserve(webhooks.size());
    for (const Operation& webhook : webhooks) all.push_back(webhook.path);
    const bool has_name = std::find(all.begin(), all.end(), name) != all.end();
    report(has_name ? "method" : "name",
           has_name ? fmt::format("the webhook `{}` has no method `{}`", name, value_of("method"))
                    : fmt::format("no webhook `{}` in `{}`", name, specification_.path),
           has_name ? methods_of(webhooks, name) : did_you_mean(find_nearest(name, all)));
    return std::nullopt;
  }

  std::optional<ApiTarget> resolve_operation() {
    const std::string_view path = value_of("path");
    const std::string_view method = value_of("method");
    if (path.empty() && method.empty()) return target_;
    target_.kind = ApiBlock::Kind::Operation;
    target_.operation = specification_.find_operation(method, path);
    if (target_.operation != nullptr) return target_;
    if (const Operation* other = specification_.find_operation("", path)) {
      report("method", fmt::format("`{}` has no method `{}`", other->path, method),
             methods_of(specification_.operations, other->path));
      return std::nullopt;
    }
    std::vector<std::string_view> all;
    for (const Operation& operation : specification_.operations) all.push_back(operation.path);
    report("path", fmt::format("no path `{}` in `{}`", path, specification_.path),
           did_you_mean(find_nearest(path, all)));
    return std::nullopt;
  }

  // "it has `get` and `post`"
  static std::string methods_of(const std::vector<Operation>& operations, std::string_view path) {
    std::vector<std::string> methods;
    for (const Operation& operation : operations) {
      if (operation.path == path) methods.push_back("`" + to_lower(operation.method) + "`");
    }
    std::string words = "it has ";
    for (std::size_t i = 0; i < methods.size(); ++i) {
      if (i > 0) words += i + 1 == methods.size() ? " and " : ", ";
      words += methods[i];
    }
    return words;
  }

  const Document& document_;
  const Node& block_;
  const Specification& specification_;
  Diagnostics& diagnostics_;
  ApiTarget target_;
};

}  // namespace

std::optional<ApiTarget> resolve_api_block(const Document& document, const Node& block,
                                           const Specification& specification,
                                           Diagnostics& diagnostics) {
  return Resolver(document, block, specification, diagnostics).resolve();
}

}  // namespace carnet
