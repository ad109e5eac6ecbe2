// The grammar of an expression: the part of JavaScript's that computes a value
// and has no effect.
//
//   a ? b : c    a ?? b    a || b    a && b
//   ===  !==  ==  !=   <  >  <=  >=  in   +  -  *  /  %   !  -  +  typeof
//   a.b   a?.b   a["b"]   a.method(b)   (a)   [a, b]
//   1   "text"   'text'   `text ${a}`   true  false  null  undefined
//
// Old books write some of it in the words of Nunjucks:
//
//   a or b    a and b    not a    a in b    a not in b    a is defined    a is not none

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expressions/value.h"

namespace carnet {

// Why an expression has no value. The range counts bytes of the expression.
struct ExpressionError {
  std::string message;  // What was found. Lower case, no full stop.
  std::string hint{};   // What to do about it; may be empty.
  std::size_t begin = 0;
  std::size_t end = 0;
};

// One node of its tree, with everything below it.
struct Expression {
  enum class Kind : std::uint8_t {
    Literal,      // value
    Name,         // text
    Member,       // operands[0] . text
    Index,        // operands[0] [ operands[1] ]
    Call,         // operands[0] . text ( the other operands )
    List,         // the operands
    Template,     // the operands, one after the other
    Conditional,  // operands[0] ? operands[1] : operands[2]
    Unary,        // text: the operator
    Binary,       // text: the operator
  };

  Kind kind = Kind::Literal;
  std::size_t begin = 0;  // Its bytes in the text.
  std::size_t end = 0;
  std::size_t depth = 1;  // Levels of the tree, this one included.
  std::string text{};
  ExpressionValue value{};
  std::vector<Expression> operands{};
};

// Whether those words count.
enum class ExpressionDialect : std::uint8_t { GitBook, Nunjucks };

// The tree of `text`, or why there is none. Texts longer than kMaxExpressionBytes
// and trees deeper than kMaxExpressionDepth are errors.
struct ParsedExpression {
  std::optional<Expression> expression;
  std::optional<ExpressionError> error;
};
ParsedExpression parse_expression(std::string_view text,
                                  ExpressionDialect dialect = ExpressionDialect::GitBook);

}  // namespace carnet
