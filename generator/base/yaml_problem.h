// What is wrong with a YAML text, in the words of someone who edits one twice a
// year. yaml-cpp says "illegal map value"; an author needs to hear that the
// second colon of the line wants quotes.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"

namespace carnet {

struct YamlProblem {
  Span where;
  std::string message;  // What was found. Lower case, no full stop.
  std::string hint;     // What to do about it. May be empty.
};

// Where the parser gave up, and what it had understood by then. Offsets in the
// text that was parsed.
struct YamlFailure {
  std::string_view message;  // yaml-cpp's own.
  std::size_t offset = 0;
  std::size_t last_end = 0;                 // The end of the last value that was understood.
  std::optional<std::size_t> last_quote;    // Where that value begins, if it is quoted.
  std::optional<std::size_t> open_bracket;  // The innermost `[` or `{` without its end.
};

// Finds the mistake that an author most probably made. `where` is what `text`
// is within its source.
YamlProblem explain(const YamlFailure& failure, std::string_view text, Span where);

}  // namespace carnet
