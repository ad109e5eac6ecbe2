#include "expressions/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "base/limits.h"
#include "base/nearest.h"
#include "expressions/methods.h"

namespace carnet {
namespace {

// A map of names may be huge; a suggestion is not worth all of it.
constexpr std::size_t kMaxLooks = 500;

std::string similar_member(const ExpressionValue& owner, std::string_view name) {
  Nearest nearest(name);
  std::string best;
  if (const ExpressionValue::Map* members = owner.as_map()) {
    const std::size_t count = std::min(members->size(), kMaxLooks);
    for (const ExpressionValue::Member& member : std::span(*members).first(count)) {
      if (nearest.offer(member.name)) best = member.name;
    }
  }
  return best;
}

// `a` or `a.b.c`; "" for anything else.
std::string path_of(const Expression& expression) {
  if (expression.kind == Expression::Kind::Name) return expression.text;
  if (expression.kind != Expression::Kind::Member) return {};
  const std::string owner = path_of(expression.operands[0]);
  return owner.empty() ? owner : owner + "." + expression.text;
}

class Evaluator {
 public:
  explicit Evaluator(const ExpressionValue& names) : names_(names) {}

  Evaluation evaluate(const Expression& expression) {
    Evaluation result;
    result.value = value_of(expression);
    result.missing = std::move(missing_);
    if (error_) {
      result.value = {};
      result.error = std::move(error_);
    }
    return result;
  }

 private:
  ExpressionValue value_of(const Expression& expression) {
    if (error_) return {};
    const auto operand = [&](std::size_t i) { return value_of(expression.operands[i]); };
    switch (expression.kind) {
      case Expression::Kind::Literal: return expression.value;
      case Expression::Kind::Name: return member(names_, expression.text, expression);
      case Expression::Kind::Member: return member(operand(0), expression.text, expression);
      case Expression::Kind::Index: return index(expression);
      case Expression::Kind::Call: return call(expression);
      case Expression::Kind::List: {
        ExpressionValue::List items;
        for (const Expression& item : expression.operands) items.push_back(value_of(item));
        return ExpressionValue::list(std::move(items));
      }
      case Expression::Kind::Template: {
        std::string text;
        for (const Expression& part : expression.operands) text += value_of(part).to_text();
        return limited(ExpressionValue::text(std::move(text)), expression);
      }
      case Expression::Kind::Conditional: {
        const bool is_true = asked(expression.operands[0]).is_true();
        return operand(is_true ? 1 : 2);
      }
      case Expression::Kind::Unary: return unary(expression);
      case Expression::Kind::Binary: return binary(expression);
    }
    return {};
  }

  // A value of which it only matters whether it is there.
  ExpressionValue asked(const Expression& expression) {
    const std::size_t before = missing_.size();
    ExpressionValue value = value_of(expression);
    missing_.resize(std::min(before, missing_.size()));
    return value;
  }

  void fail(const Expression& expression, std::string message, std::string hint = {}) {
    if (error_) return;
    error_ = ExpressionError{std::move(message), std::move(hint), expression.begin, expression.end};
  }

  ExpressionValue limited(ExpressionValue value, const Expression& expression) {
    if (const std::string* text = value.as_text(); text && text->size() > kMaxExpressionText) {
      fail(expression, fmt::format("the text is longer than {} bytes", kMaxExpressionText));
      return {};
    }
    if (const auto* items = value.as_list(); items && items->size() > kMaxExpressionItems) {
      fail(expression, fmt::format("the list is longer than {} items", kMaxExpressionItems));
      return {};
    }
    return value;
  }

  ExpressionValue member(const ExpressionValue& owner, std::string_view name,
                         const Expression& expression) {
    if (name == "length" && owner.as_map() == nullptr) return length_of(owner);
    if (const ExpressionValue* found = owner.find(name)) return *found;
    // Of several names in a row the first one that is missing says it all.
    if (owner.is_undefined() && !missing_.empty() && missing_.back().begin == expression.begin) {
      return {};
    }
    add_missing(owner, name, expression);
    return {};
  }

  void add_missing(const ExpressionValue& owner, std::string_view name,
                   const Expression& expression) {
    std::string path = path_of(expression);
    if (path.empty()) path = name;
    std::string similar = similar_member(owner, name);
    if (!similar.empty()) similar.insert(0, path, 0, path.size() - name.size());
    missing_.push_back({std::move(path), std::move(similar), expression.begin, expression.end});
  }

  ExpressionValue index(const Expression& expression) {
    const ExpressionValue owner = value_of(expression.operands[0]);
    const ExpressionValue key = value_of(expression.operands[1]);
    if (owner.as_map() != nullptr || owner.is_undefined()) {
      return member(owner, key.to_text(), expression);
    }
    if (key.as_text() != nullptr && *key.as_text() == "length") return length_of(owner);
    return element_at(owner, key.to_number());
  }

  ExpressionValue call(const Expression& expression) {
    const ExpressionValue receiver = value_of(expression.operands[0]);
    std::vector<ExpressionValue> arguments;
    for (const Expression& argument : std::span(expression.operands).subspan(1)) {
      arguments.push_back(value_of(argument));
    }
    if (error_ || receiver.is_undefined()) return {};
    std::optional<ExpressionValue> result = call_method(receiver, expression.text, arguments);
    if (result) return limited(*std::move(result), expression);
    const std::string_view meant = find_nearest(expression.text, methods_of(receiver));
    fail(expression, fmt::format("{} has no method `{}`", describe(receiver), expression.text),
         did_you_mean(meant));
    return {};
  }

  ExpressionValue unary(const Expression& expression) {
    const Expression& operand = expression.operands[0];
    if (expression.text == "!") return ExpressionValue::boolean(!asked(operand).is_true());
    if (expression.text == "typeof") return ExpressionValue::text(type_of(asked(operand)));
    const double number = value_of(operand).to_number();
    return ExpressionValue::number(expression.text == "-" ? -number : number);
  }

  static std::string type_of(const ExpressionValue& value) {
    if (value.is_undefined()) return "undefined";
    if (value.as_boolean() != nullptr) return "boolean";
    if (value.as_number() != nullptr) return "number";
    return value.as_text() != nullptr ? "string" : "object";
  }

  ExpressionValue binary(const Expression& expression) {
    const std::string_view sign = expression.text;
    const Expression& left = expression.operands[0];
    const Expression& right = expression.operands[1];
    if (sign == "??") {
      ExpressionValue value = asked(left);
      return value.is_undefined() || value.is_null() ? value_of(right) : value;
    }
    if (sign == "||" || sign == "&&") {
      ExpressionValue value = asked(left);
      return value.is_true() == (sign == "&&") ? value_of(right) : value;
    }
    if (sign == "==" || sign == "!=" || sign == "===" || sign == "!==") {
      const ExpressionValue a = asked(left);
      const ExpressionValue b = asked(right);
      const bool is_same = sign.size() == 3 ? ExpressionValue::are_identical(a, b)
                                            : ExpressionValue::are_equal(a, b);
      return ExpressionValue::boolean(is_same == (sign[0] == '='));
    }
    if (sign == "in") return contains(asked(left), right, expression);
    if (sign == "<" || sign == ">" || sign == "<=" || sign == ">=") {
      return compare(sign, asked(left), asked(right));
    }
    return compute(sign, value_of(left), value_of(right), expression);
  }

  // `"name" in map`, and, which JavaScript has not, `"item" in list`.
  ExpressionValue contains(const ExpressionValue& key, const Expression& right,
                           const Expression& expression) {
    const ExpressionValue owner = asked(right);
    if (owner.is_undefined() || owner.is_null()) return ExpressionValue::boolean(false);
    if (owner.as_map() != nullptr) {
      return ExpressionValue::boolean(owner.find(key.to_text()) != nullptr);
    }
    if (owner.as_list() != nullptr) return *call_method(owner, "includes", {{key}});
    if (error_) return {};
    fail(expression, fmt::format("`in` asks a list or a map, not {}", describe(owner)),
         "for texts write `text.includes(part)`");
    return {};
  }

  static ExpressionValue compare(std::string_view sign, const ExpressionValue& a,
                                 const ExpressionValue& b) {
    const bool are_texts = a.as_text() != nullptr && b.as_text() != nullptr;
    const double x = are_texts ? a.as_text()->compare(*b.as_text()) : a.to_number();
    const double y = are_texts ? 0 : b.to_number();
    bool is_true = sign == "<" ? x < y : x > y;
    if (sign == "<=") is_true = x <= y;
    if (sign == ">=") is_true = x >= y;
    return ExpressionValue::boolean(is_true);
  }

  ExpressionValue compute(std::string_view sign, const ExpressionValue& a, const ExpressionValue& b,
                          const Expression& expression) {
    const auto is_text_like = [](const ExpressionValue& value) {
      return value.as_text() != nullptr || value.as_list() != nullptr || value.as_map() != nullptr;
    };
    if (sign == "+" && (is_text_like(a) || is_text_like(b))) {
      return limited(ExpressionValue::text(a.to_text() + b.to_text()), expression);
    }
    const double x = a.to_number();
    const double y = b.to_number();
    switch (sign[0]) {
      case '+': return ExpressionValue::number(x + y);
      case '-': return ExpressionValue::number(x - y);
      case '*': return ExpressionValue::number(x * y);
      case '/': return ExpressionValue::number(divide(x, y));
      default: return ExpressionValue::number(std::fmod(x, y));
    }
  }

  // Division by zero is defined in JavaScript, not in C++.
  static double divide(double x, double y) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (y != 0) return x / y;
    if (x == 0 || std::isnan(x)) return std::numeric_limits<double>::quiet_NaN();
    return std::signbit(x) != std::signbit(y) ? -kInfinity : kInfinity;
  }

  const ExpressionValue& names_;
  std::vector<MissingName> missing_;
  std::optional<ExpressionError> error_;
};

}  // namespace

Evaluation evaluate(std::string_view text, const ExpressionValue& names,
                    ExpressionDialect dialect) {
  ParsedExpression parsed = parse_expression(text, dialect);
  if (!parsed.expression) return {.value = {}, .missing = {}, .error = std::move(parsed.error)};
  return Evaluator(names).evaluate(*parsed.expression);
}

}  // namespace carnet
