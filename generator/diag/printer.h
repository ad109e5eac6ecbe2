// Diagnostics as people read them on a terminal:
//
//   guide/install.md:3:6: warning: no page at `../start/quick.md` [broken-link]
//       3 | Voir [l'été](../start/quick.md) d'abord.
//         |      ^~~~~~~~~~~~~~~~~~~~~~~~~~
//         = hint: did you mean `../start/quickstart.md`?
//
// The place comes first, so that terminals and editors make it clickable. The
// column counts code points; the caret stands under the right character also
// where characters are wide.

#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"

namespace carnet {

struct PrintOptions {
  bool use_color = false;
  Severity least = Severity::Warning;  // What is milder is not printed.
};

// Where an offset is: both from 1.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;  // In code points.
};

// Answers for one text at a time: quick if asked in the order of the texts, as
// sorted diagnostics are.
class Positions {
 public:
  explicit Positions(const Sources& sources) : sources_(sources) {}

  Position find(SourceId source, std::uint32_t offset);
  // The line without its end.
  std::string_view line(SourceId source, std::size_t number);

 private:
  void select(SourceId source);

  const Sources& sources_;
  SourceId selected_ = kNoSource;
  std::vector<std::uint32_t> line_begins_;
  // The last place that was asked for, and its column: a line may be a whole file.
  std::uint32_t known_offset_ = 0;
  std::size_t known_column_ = 1;
};

// All of a sorted list that is at least as severe as options.least.
std::string print(const Diagnostics& diagnostics, const Severities& severities,
                  const Sources& sources, const PrintOptions& options);

// "warning", "error", "notice".
std::string_view name_of(Severity severity);

}  // namespace carnet
