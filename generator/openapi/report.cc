#include "openapi/report.h"

#include <algorithm>
#include <utility>

namespace carnet::openapi {
namespace {

// Who has more than these has a program that writes the file wrongly.
constexpr std::size_t kMaxReported = 100;

// A mistake is shown where it begins: the value may be a thousand lines long.
constexpr std::uint32_t kMaxMarked = 200;

}  // namespace

void Report::add(DiagnosticKind kind, Span where, std::string message, std::string hint) {
  ++count_;
  if (count_ > kMaxReported + 1) return;
  where.end = std::min(where.end, where.begin + kMaxMarked);
  if (count_ == kMaxReported + 1) {
    message = "more mistakes than the 100 above";
    hint = "those that follow are not listed";
  }
  diagnostics_.report(kind, where, std::move(message), std::move(hint));
}

void Report::mistake(Span where, std::string message, std::string hint) {
  add(DiagnosticKind::InvalidOpenapi, where, std::move(message), std::move(hint));
}

void Report::unresolved(Span where, std::string message, std::string hint) {
  add(DiagnosticKind::UnresolvedRef, where, std::move(message), std::move(hint));
}

void Report::limit(Span where, std::string message, std::string hint) {
  for (const Diagnostic& diagnostic : diagnostics_.all()) {
    if (diagnostic.kind == DiagnosticKind::LimitReached && diagnostic.message == message &&
        diagnostic.where.source == where.source) {
      return;
    }
  }
  where.end = std::min(where.end, where.begin + kMaxMarked);
  diagnostics_.report(DiagnosticKind::LimitReached, where, std::move(message), std::move(hint));
}

}  // namespace carnet::openapi
