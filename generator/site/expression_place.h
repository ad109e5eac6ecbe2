// Where a part of an expression stands in the text that it was written in.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "expressions/evaluate.h"

namespace carnet {

// An expression may have been written with entities (`&#x26;&#x26;`), which are
// longer than what they mean.
class ExpressionPlace {
 public:
  // `where` holds the expression, and `written` is the text there; empty if the
  // expression is not written there letter by letter. Then all of it is the place.
  ExpressionPlace(Span where, std::string_view written) : where_(where), written_(written) {}

  // Where the bytes [begin, end) of the expression stand.
  Span span(std::size_t begin, std::size_t end) const;

 private:
  Span where_;
  std::string_view written_;
};

// `undefined-variable`.
void report_undefined(const MissingName& name, const ExpressionPlace& place,
                      Diagnostics& diagnostics);

}  // namespace carnet
