#include "expressions/parse_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "expressions/scan_expression.h"

namespace carnet {
namespace {

// Binary operators, from the loosest to the tightest. Of two that begin alike the
// longer one comes first.
using Operators = std::span<const std::string_view>;
constexpr std::string_view kOr[] = {"??", "||"};
constexpr std::string_view kAnd[] = {"&&"};
constexpr std::string_view kEquality[] = {"===", "!==", "==", "!="};
constexpr std::string_view kRelation[] = {"<=", ">=", "<", ">", "in"};
constexpr std::string_view kSum[] = {"+", "-"};
constexpr std::string_view kProduct[] = {"*", "/", "%"};
constexpr std::array<Operators, 6> kLevels = {kOr, kAnd, kEquality, kRelation, kSum, kProduct};
constexpr std::size_t kOrLevel = 0;
constexpr std::size_t kAndLevel = 1;
constexpr std::size_t kEqualityLevel = 2;

// Reads letters and operators straight from the text. Once an error is found,
// everything returns as soon as it can, and only the error counts.
class Parser {
 public:
  Parser(std::string_view text, ExpressionDialect dialect) : text_(text), dialect_(dialect) {}

  ParsedExpression parse() {
    if (text_.size() > kMaxExpressionBytes) {
      fail(fmt::format("an expression has at most {} bytes", kMaxExpressionBytes), {}, 0,
           text_.size());
      return {std::nullopt, error_};
    }
    Expression expression = parse_conditional();
    skip_space();
    if (!error_ && i_ < text_.size()) fail_here();
    if (error_) return {std::nullopt, error_};
    return {std::move(expression), std::nullopt};
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  void skip_space() { i_ = space_end(text_, i_); }
  bool skip(std::string_view word) {
    skip_space();
    if (!text_.substr(i_).starts_with(word)) return false;
    i_ += word.size();
    return true;
  }

  // A word of Nunjucks.
  bool skip_word(std::string_view word) {
    if (dialect_ != ExpressionDialect::Nunjucks) return false;
    skip_space();
    if (!text_.substr(i_).starts_with(word) || is_name_part(at(i_ + word.size()))) return false;
    i_ += word.size();
    return true;
  }

  void fail(std::string message, std::string hint, std::size_t begin, std::size_t end) {
    if (!error_) error_ = ExpressionError{std::move(message), std::move(hint), begin, end};
    i_ = text_.size();
  }

  // What stands at i_ is not what may stand there.
  void fail_here() {
    skip_space();
    if (i_ >= text_.size()) {
      fail(text_.empty() || trim(text_).empty() ? "there is no expression"
                                                : "the expression ends too early",
           {}, text_.size(), text_.size());
      return;
    }
    const std::string_view word = word_at(text_, i_);
    fail(fmt::format("`{}` cannot stand here", word), std::string(hint_for(text_.substr(i_))), i_,
         i_ + word.size());
  }

  // A node over the text from `begin` to here, with all its operands.
  Expression make(Expression::Kind kind, std::size_t begin, std::string_view text,
                  std::vector<Expression> operands) {
    Expression made{.kind = kind, .begin = begin, .end = i_, .text = std::string(text)};
    for (const Expression& operand : operands) {
      made.depth = std::max(made.depth, operand.depth + 1);
    }
    made.operands = std::move(operands);
    if (made.depth > kMaxExpressionDepth) fail_depth(begin);
    return made;
  }
  template <typename... Operands>
  Expression make_of(Expression::Kind kind, std::size_t begin, std::string_view text,
                     Operands... operands) {
    std::vector<Expression> list;
    (list.push_back(std::move(operands)), ...);
    return make(kind, begin, text, std::move(list));
  }
  Expression literal(std::size_t begin, ExpressionValue value) {
    Expression made{.kind = Expression::Kind::Literal, .begin = begin, .end = i_};
    made.value = std::move(value);
    return made;
  }

  void fail_depth(std::size_t begin) {
    fail(fmt::format("an expression has at most {} levels", kMaxExpressionDepth), {}, begin,
         text_.size());
  }

  Expression parse_conditional() {
    if (open_ >= kMaxExpressionDepth) {
      fail_depth(i_);
      return {};
    }
    ++open_;
    skip_space();
    const std::size_t begin = i_;
    Expression condition = parse_binary(0);
    if (skip("?")) {
      Expression yes = parse_conditional();
      if (!skip(":")) fail_here();
      Expression no = parse_conditional();
      condition = make_of(Expression::Kind::Conditional, begin, "?", std::move(condition),
                          std::move(yes), std::move(no));
    }
    --open_;
    return condition;
  }

  Expression parse_binary(std::size_t level) {
    if (level == kLevels.size()) return parse_unary();
    const bool has_tests = level == kEqualityLevel && dialect_ == ExpressionDialect::Nunjucks;
    return has_tests ? parse_tested() : parse_operators(level);
  }

  // `not a == b` is not `(not a) == b`.
  Expression parse_tested() {
    skip_space();
    const std::size_t begin = i_;
    if (skip_word("not")) {
      if (open_ >= kMaxExpressionDepth) {
        fail_depth(begin);
        return {};
      }
      ++open_;
      Expression operand = parse_tested();
      --open_;
      return make_of(Expression::Kind::Unary, begin, "!", std::move(operand));
    }
    Expression value = parse_operators(kEqualityLevel);
    while (!error_) {
      if (skip_word("is")) {
        value = parse_test(begin, std::move(value));
      } else if (skip_word("not")) {
        if (!skip_word("in")) fail_here();
        Expression list = parse_operators(kEqualityLevel);
        Expression found =
            make_of(Expression::Kind::Binary, begin, "in", std::move(value), std::move(list));
        value = make_of(Expression::Kind::Unary, begin, "!", std::move(found));
      } else {
        break;
      }
    }
    return value;
  }

  // What follows `is`.
  Expression parse_test(std::size_t begin, Expression value) {
    const bool is_not = skip_word("not");
    bool is_there = false;
    if (skip_word("defined")) {
      is_there = true;
    } else if (!skip_word("undefined") && !skip_word("none") && !skip_word("null")) {
      fail_here();
    }
    return make_of(Expression::Kind::Binary, begin,
                   is_there != is_not ? "!=" : "==", std::move(value),
                   literal(begin, ExpressionValue::null()));
  }

  Expression parse_operators(std::size_t level) {
    skip_space();
    const std::size_t begin = i_;
    Expression left = parse_binary(level + 1);
    for (std::string_view found = take_operator(level); !found.empty() && !error_;
         found = take_operator(level)) {
      Expression right = parse_binary(level + 1);
      left = make_of(Expression::Kind::Binary, begin, found, std::move(left), std::move(right));
    }
    return left;
  }

  std::string_view take_operator(std::size_t level) {
    if (level == kOrLevel && skip_word("or")) return "||";
    if (level == kAndLevel && skip_word("and")) return "&&";
    skip_space();
    const std::string_view rest = text_.substr(i_);
    for (std::string_view candidate : kLevels[level]) {
      if (!rest.starts_with(candidate)) continue;
      const char next = at(i_ + candidate.size());
      if (candidate == "in" && is_name_part(next)) continue;
      i_ += candidate.size();
      return candidate;
    }
    return {};
  }

  Expression parse_unary() {
    skip_space();
    const std::size_t begin = i_;
    std::string_view found;
    for (std::string_view candidate : {"!", "-", "+"}) {
      if (text_.substr(i_).starts_with(candidate)) found = candidate;
    }
    if (text_.substr(i_).starts_with("typeof") && !is_name_part(at(i_ + 6))) found = "typeof";
    if (found.empty()) return parse_postfix();
    i_ += found.size();
    if (open_ >= kMaxExpressionDepth) {
      fail_depth(begin);
      return {};
    }
    ++open_;
    Expression operand = parse_unary();
    --open_;
    return make_of(Expression::Kind::Unary, begin, found, std::move(operand));
  }

  Expression parse_postfix() {
    skip_space();
    const std::size_t begin = i_;
    Expression value = parse_primary();
    while (!error_) {
      skip_space();
      // `a ?.5 : b` is a condition.
      const bool is_optional = text_.substr(i_).starts_with("?.") && !is_digit(at(i_ + 2));
      if (is_optional) i_ += 2;
      if (at(i_) == '[') {
        ++i_;
        Expression index = parse_conditional();
        if (!skip("]")) fail_here();
        value = make_of(Expression::Kind::Index, begin, {}, std::move(value), std::move(index));
      } else if (is_optional || at(i_) == '.') {
        if (!is_optional) ++i_;
        value = parse_member(begin, std::move(value));
      } else {
        if (at(i_) == '(') fail("only methods can be called", "write `value.method()`", i_, i_ + 1);
        return value;
      }
    }
    return value;
  }

  Expression parse_member(std::size_t begin, Expression owner) {
    skip_space();
    const std::size_t name_begin = i_;
    i_ = name_end(text_, i_);
    const std::string_view name = text_.substr(name_begin, i_ - name_begin);
    if (name.empty() || is_digit(name[0])) {
      i_ = name_begin;
      fail_here();
      return {};
    }
    if (!skip("(")) return make_of(Expression::Kind::Member, begin, name, std::move(owner));
    std::vector<Expression> operands;
    operands.push_back(std::move(owner));
    parse_list(')', operands);
    return make(Expression::Kind::Call, begin, name, std::move(operands));
  }

  // `a, b)`, with or without a comma behind the last one.
  void parse_list(char closing, std::vector<Expression>& items) {
    while (!error_ && !skip(std::string_view(&closing, 1))) {
      items.push_back(parse_conditional());
      skip_space();
      if (at(i_) == ',') {
        ++i_;
      } else if (at(i_) != closing) {
        fail_here();
      }
    }
  }

  Expression parse_primary() {
    skip_space();
    const std::size_t begin = i_;
    const char c = at(i_);
    if (c == '"' || c == '\'') return parse_text(c);
    if (c == '`') return parse_template();
    if (is_digit(c) || (c == '.' && is_digit(at(i_ + 1)))) return parse_number();
    if (c == '(') {
      ++i_;
      Expression inner = parse_conditional();
      if (!skip(")")) fail_here();
      return inner;
    }
    if (c == '[') {
      ++i_;
      std::vector<Expression> items;
      parse_list(']', items);
      return make(Expression::Kind::List, begin, {}, std::move(items));
    }
    if (!is_name_start(c)) {
      fail_here();
      return {};
    }
    i_ = name_end(text_, i_);
    const std::string_view name = text_.substr(begin, i_ - begin);
    if (name == "true") return literal(begin, ExpressionValue::boolean(true));
    if (name == "false") return literal(begin, ExpressionValue::boolean(false));
    if (name == "null") return literal(begin, ExpressionValue::null());
    if (name == "undefined") return literal(begin, {});
    if (name == "none" && dialect_ == ExpressionDialect::Nunjucks) {
      return literal(begin, ExpressionValue::null());
    }
    if (name == "NaN" || name == "Infinity") {
      return literal(begin, ExpressionValue::number(text_to_number(name)));
    }
    return make(Expression::Kind::Name, begin, name, {});
  }

  Expression parse_number() {
    const std::size_t begin = i_;
    i_ = number_end(text_, i_);
    if (is_name_part(at(i_))) {
      fail_here();
      return {};
    }
    return literal(begin, ExpressionValue::number(text_to_number(text_.substr(begin, i_ - begin))));
  }

  Expression parse_text(char quote) {
    const std::size_t begin = i_++;
    std::string text;
    while (i_ < text_.size() && text_[i_] != quote) {
      if (text_[i_] == '\\') {
        append_escape(text_, i_, text);
      } else {
        text += text_[i_++];
      }
    }
    if (i_ >= text_.size()) {
      fail("this quote is never closed", fmt::format("write a `{}` behind the text", quote), begin,
           begin + 1);
      return {};
    }
    ++i_;
    return literal(begin, ExpressionValue::text(std::move(text)));
  }

  Expression parse_template() {
    const std::size_t begin = i_++;
    std::vector<Expression> parts;
    std::string text;
    std::size_t text_begin = i_;
    const auto finish_text = [&] {
      if (text.empty()) return;
      parts.push_back(literal(text_begin, ExpressionValue::text(std::move(text))));
      text.clear();
    };
    while (i_ < text_.size() && text_[i_] != '`') {
      if (text_[i_] == '\\') {
        append_escape(text_, i_, text);
      } else if (text_.substr(i_).starts_with("${")) {
        finish_text();
        i_ += 2;
        parts.push_back(parse_conditional());
        if (!skip("}")) fail_here();
        text_begin = i_;
      } else {
        text += text_[i_++];
      }
    }
    if (i_ >= text_.size()) {
      fail("this template is never closed", "write a ` behind it", begin, begin + 1);
      return {};
    }
    finish_text();
    ++i_;
    return make(Expression::Kind::Template, begin, {}, std::move(parts));
  }

  std::string_view text_;
  ExpressionDialect dialect_;
  std::size_t i_ = 0;
  std::size_t open_ = 0;  // Parentheses and the like around i_.
  std::optional<ExpressionError> error_;
};

}  // namespace

ParsedExpression parse_expression(std::string_view text, ExpressionDialect dialect) {
  return Parser(text, dialect).parse();
}

}  // namespace carnet
