// What an expression works with, and what comes out of it: JavaScript's values,
// as far as a page needs them.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace carnet {

class ExpressionValue {
 public:
  struct Member;  // A name and its value.
  using List = std::vector<ExpressionValue>;
  using Map = std::vector<Member>;
  struct Null {};

  ExpressionValue() = default;  // Undefined.

  static ExpressionValue null();
  static ExpressionValue boolean(bool value);
  static ExpressionValue number(double value);
  static ExpressionValue text(std::string value);
  // Lists and maps are shared by their copies, and never change.
  static ExpressionValue list(List items);
  // Of two members of one name the last one counts.
  static ExpressionValue map(Map members);

  bool is_undefined() const { return std::holds_alternative<std::monostate>(state_); }
  bool is_null() const { return std::holds_alternative<Null>(state_); }

  // What it is; null if it is something else.
  const bool* as_boolean() const { return std::get_if<bool>(&state_); }
  const double* as_number() const { return std::get_if<double>(&state_); }
  const std::string* as_text() const { return std::get_if<std::string>(&state_); }
  const List* as_list() const;
  const Map* as_map() const;

  // The member of that name; null if there is none or this is no map.
  const ExpressionValue* find(std::string_view name) const;

  // JavaScript's conversions; with one exception for the reader's sake: nothing
  // (undefined, null) is no text, instead of the word "undefined".
  bool is_true() const;
  double to_number() const;
  std::string to_text() const;

  // `===` and `==`. Lists and maps are equal to their own copies only.
  static bool are_identical(const ExpressionValue& a, const ExpressionValue& b);
  static bool are_equal(const ExpressionValue& a, const ExpressionValue& b);

 private:
  std::variant<std::monostate, Null, bool, double, std::string, std::shared_ptr<const List>,
               std::shared_ptr<const Map>>
      state_;
};

struct ExpressionValue::Member {
  std::string name;
  ExpressionValue value;
};

// What it is, for messages: "a text", "nothing".
std::string_view describe(const ExpressionValue& value);

// As JavaScript writes a number: 1, 0.5, 1e+21, NaN.
std::string number_to_text(double number);

// The number that all of a text is; NaN if it is none. An empty one is 0.
double text_to_number(std::string_view text);

}  // namespace carnet
