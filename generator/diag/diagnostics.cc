#include "diag/diagnostics.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>
#include <utility>

namespace carnet {

const std::vector<DiagnosticInfo>& diagnostic_registry() {
  static const std::vector<DiagnosticInfo> registry = {
#define DIAGNOSTIC(kind, code, severity) {DiagnosticKind::kind, code, Severity::severity},
#include "diag/kinds.def"
#undef DIAGNOSTIC
  };
  return registry;
}

const DiagnosticInfo& info(DiagnosticKind kind) {
  return diagnostic_registry()[static_cast<std::size_t>(kind)];
}

std::optional<DiagnosticKind> find_diagnostic_kind(std::string_view code) {
  for (const DiagnosticInfo& entry : diagnostic_registry()) {
    if (entry.code == code) return entry.kind;
  }
  return std::nullopt;
}

void Diagnostics::report(DiagnosticKind kind, Span where, std::string message, std::string hint) {
  all_.push_back({kind, where, std::move(message), std::move(hint)});
}

void Diagnostics::merge(Diagnostics other) {
  if (all_.empty()) {
    all_ = std::move(other.all_);
    return;
  }
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
}

void Diagnostics::relocate(const Sources& sources) {
  for (Diagnostic& diagnostic : all_) diagnostic.where = sources.place_of(diagnostic.where);
}

void Diagnostics::sort() {
  std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.where.source, a.where.begin) < std::tie(b.where.source, b.where.begin);
  });
  all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
}

Severities::Severities() {
  for (const DiagnosticInfo& entry : diagnostic_registry()) severities_.push_back(entry.severity);
}

void Severities::set(DiagnosticKind kind, Severity severity) {
  assert(info(kind).severity != Severity::Error && severity != Severity::Error);
  severities_[static_cast<std::size_t>(kind)] = severity;
}

std::size_t Severities::count(const Diagnostics& diagnostics, Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.all().begin(), diagnostics.all().end(),
                    [&](const Diagnostic& d) { return (*this)[d.kind] == severity; }));
}

}  // namespace carnet
