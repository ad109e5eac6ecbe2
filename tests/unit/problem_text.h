// Diagnostics as text, for expectations that can be read.

#pragma once

#include <string>

#include "base/text.h"
#include "diag/diagnostics.h"

namespace carnet {

// One line each: "path:line:column: message (the text it is about) [code]", and
// the hint behind a semicolon. Columns are code points, from 1.
inline std::string problem_text(const Sources& sources, const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (!out.empty()) out += "\n";
    if (diagnostic.where.source != kNoSource) {
      const std::string_view before =
          sources.text(diagnostic.where.source).substr(0, diagnostic.where.begin);
      const auto lines = split(before, '\n');
      out += std::string(sources.path(diagnostic.where.source)) + ":" +
             std::to_string(lines.size()) + ":" +
             std::to_string(count_code_points(lines.back()) + 1) + ": ";
    }
    out += diagnostic.message;
    if (diagnostic.where.source != kNoSource) {
      out += " (" + std::string(sources.text(diagnostic.where)) + ")";
    }
    out += " [" + std::string(info(diagnostic.kind).code) + "]";
    if (!diagnostic.hint.empty()) out += "; " + diagnostic.hint;
  }
  return out;
}

}  // namespace carnet
