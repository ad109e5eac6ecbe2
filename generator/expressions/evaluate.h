// What an expression is worth, given what its names stand for.
//
// Pure, and bounded: there are no loops and no functions, and texts and lists
// that grow beyond kMaxExpressionText and kMaxExpressionItems are errors.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expressions/parse_expression.h"
#include "expressions/value.h"

namespace carnet {

// A name that stands for nothing, where its value was wanted: not what is only
// asked after, as in `a ?? b`, `a || b`, `!a` or `a == b`.
struct MissingName {
  std::string name;     // With what it belongs to: "space.vars.version".
  std::string similar;  // The name that was probably meant, as long; or "".
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Evaluation {
  ExpressionValue value;  // Undefined if there is an error.
  std::vector<MissingName> missing;
  std::optional<ExpressionError> error;
};

// `names` is a map: what the expression's own names stand for, such as `space`
// and `page`. What is missing is undefined, and everything that is asked of
// undefined is undefined too: a visitor who claims nothing is no mistake.
Evaluation evaluate(std::string_view text, const ExpressionValue& names,
                    ExpressionDialect dialect = ExpressionDialect::GitBook);

}  // namespace carnet
