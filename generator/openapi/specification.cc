#include "openapi/specification.h"

#include <algorithm>

#include "base/text.h"

namespace carnet::openapi {
namespace {

// "/pets/{petId}/" -> "/pets/{}": what a path is, whatever its parameters are called.
std::string shape_of(std::string_view path) {
  std::string shape;
  bool is_in_braces = false;
  for (const char c : path) {
    if (c == '}') is_in_braces = false;
    if (!is_in_braces) shape += c;
    if (c == '{') is_in_braces = true;
  }
  while (shape.size() > 1 && shape.ends_with('/')) shape.pop_back();
  if (!shape.starts_with('/')) shape.insert(0, 1, '/');
  return shape;
}

bool is_method(const Operation& operation, std::string_view method) {
  return method.empty() || equals_ignoring_case(operation.method, method);
}

}  // namespace

const Operation* Specification::find_operation(std::string_view method,
                                               std::string_view wanted) const {
  for (const Operation& operation : operations) {
    if (operation.path == wanted && is_method(operation, method)) return &operation;
  }
  const std::string shape = shape_of(wanted);
  for (const Operation& operation : operations) {
    if (is_method(operation, method) && shape_of(operation.path) == shape) return &operation;
  }
  return nullptr;
}

const Operation* Specification::find_operation_by_id(std::string_view id) const {
  for (const Operation& operation : operations) {
    if (!id.empty() && operation.id == id) return &operation;
  }
  return nullptr;
}

const Operation* Specification::find_webhook(std::string_view name, std::string_view method) const {
  for (const Operation& webhook : webhooks) {
    if (webhook.path == name && is_method(webhook, method)) return &webhook;
  }
  return nullptr;
}

const Schema* Specification::find_schema(std::string_view name) const {
  const auto found = schemas_by_name.find(name);
  return found == schemas_by_name.end() ? nullptr : found->second;
}

const Tag* Specification::find_tag(std::string_view name) const {
  const auto found =
      std::find_if(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.name == name; });
  return found == tags.end() ? nullptr : &*found;
}

}  // namespace carnet::openapi
