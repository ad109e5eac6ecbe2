// Mistakes of an OpenAPI file: each at its place, and not more than people read.

#pragma once

#include <cstddef>
#include <string>

#include "base/source.h"
#include "base/yaml_node.h"
#include "diag/diagnostics.h"

namespace carnet::openapi {

class Report {
 public:
  // `diagnostics` must live longer.
  explicit Report(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void mistake(Span where, std::string message, std::string hint = {});
  // Of a `$ref`.
  void unresolved(Span where, std::string message, std::string hint = {});
  // Each limit is reported once, however often it is met.
  void limit(Span where, std::string message, std::string hint = {});

 private:
  void add(DiagnosticKind kind, Span where, std::string message, std::string hint);

  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

}  // namespace carnet::openapi
