// Anything wrong with the *input* is a Diagnostic: it is recorded here, the
// stage goes on, and the author sees every problem in one run. Anything wrong
// with the *machine* (a disk that is full) is an IoError, and ends the build.
// Anything wrong with *us* is an assert.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace carnet {

enum class Severity : std::uint8_t {
  Off,      // Only by the book's own choice (`check` in carnet.yaml).
  Notice,   // Advice. Counted, shown on demand.
  Warning,  // A reader would meet something wrong. The site is built.
  Error,    // The book cannot be built as asked. Nothing is written.
};

enum class DiagnosticKind : std::uint8_t {
#define DIAGNOSTIC(kind, code, severity) kind,
#include "diag/kinds.def"
#undef DIAGNOSTIC
};

// What the registry (kinds.def) says of a kind.
struct DiagnosticInfo {
  DiagnosticKind kind;
  std::string_view code;  // "broken-link"
  Severity severity;      // Unless the book chooses another.
};

// Every kind, in the order of the registry: element i describes the kind i.
const std::vector<DiagnosticInfo>& diagnostic_registry();
const DiagnosticInfo& info(DiagnosticKind kind);
std::optional<DiagnosticKind> find_diagnostic_kind(std::string_view code);

struct Diagnostic {
  DiagnosticKind kind{};
  Span where;           // kNoSource: about the book as a whole.
  std::string message;  // What was found. Lower case, no full stop.
  std::string hint{};   // What to do about it. Empty if `message` says it all.

  bool operator==(const Diagnostic&) const = default;
};

// A list of problems. Not synchronised: work that runs in parallel reports into
// lists of its own, which are merged in page order.
class Diagnostics {
 public:
  void report(DiagnosticKind kind, Span where, std::string message, std::string hint = {});

  // Appends all of `other`, in its order.
  void merge(Diagnostics other);

  // Moves what is about a part of a text to the text that it was taken from: see
  // Sources::add_part.
  void relocate(const Sources& sources);

  // By place, for people: the order of sources, then of offsets. Stable, and it
  // drops exact repetitions.
  void sort();

  const std::vector<Diagnostic>& all() const { return all_; }
  bool empty() const { return all_.empty(); }
  std::size_t size() const { return all_.size(); }

 private:
  std::vector<Diagnostic> all_;
};

// The severity of each kind in one book: the registry's, or what the book
// chose instead. Errors cannot be changed.
class Severities {
 public:
  Severities();
  // Requires that `kind` is no error by default and `severity` is none either.
  void set(DiagnosticKind kind, Severity severity);
  Severity operator[](DiagnosticKind kind) const {
    return severities_[static_cast<std::size_t>(kind)];
  }
  // How many diagnostics of exactly this severity.
  std::size_t count(const Diagnostics& diagnostics, Severity severity) const;

 private:
  std::vector<Severity> severities_;
};

}  // namespace carnet
