// The small data that templates see: texts, flags, objects and short lists.
//
// Never a list that grows with the book: what is long (a page's content, the
// table of contents) is made by code and handed over as one ready text.

#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace carnet {

class Value {
 public:
  struct Field;  // A name and what it stands for.
  using List = std::vector<Value>;
  using Fields = std::vector<Field>;

  Value();  // Nothing: prints nothing, counts as false.

  // Conversions, so that `view.set("title", page.title)` reads as it is meant.
  Value(std::string text);       // NOLINT(google-explicit-constructor)
  Value(std::string_view text);  // NOLINT(google-explicit-constructor)
  Value(const char* text);       // NOLINT(google-explicit-constructor)
  Value(List items);             // NOLINT(google-explicit-constructor)
  // Constrained, so that no pointer becomes a flag by accident.
  template <std::same_as<bool> Flag>
  Value(Flag flag);  // NOLINT(google-explicit-constructor)

  static Value object();

  // Adds a field to an object or to nothing, which becomes an object. `name`
  // is not copied: names are literals. A name is set once.
  Value& set(std::string_view name, Value value);

  // What it is; null if it is something else.
  const std::string* text() const;
  const bool* flag() const;
  const List* list() const;
  const Fields* fields() const;

  // The field of that name; null if there is none or this is no object.
  const Value* find(std::string_view name) const;

 private:
  std::variant<std::monostate, bool, std::string, List, Fields> state_;
};

struct Value::Field {
  std::string_view name;
  Value value;
};

// Everything that touches the state stands below, where a Field is complete.

inline Value::Value() = default;
inline Value::Value(std::string text) : state_(std::move(text)) {}
inline Value::Value(std::string_view text) : state_(std::string(text)) {}
inline Value::Value(const char* text) : state_(std::string(text)) {}
inline Value::Value(List items) : state_(std::move(items)) {}
template <std::same_as<bool> Flag>
Value::Value(Flag flag) : state_(flag) {}

inline const std::string* Value::text() const { return std::get_if<std::string>(&state_); }
inline const bool* Value::flag() const { return std::get_if<bool>(&state_); }
inline const Value::List* Value::list() const { return std::get_if<List>(&state_); }
inline const Value::Fields* Value::fields() const { return std::get_if<Fields>(&state_); }

inline Value Value::object() {
  Value value;
  value.state_ = Fields{};
  return value;
}

inline Value& Value::set(std::string_view name, Value value) {
  if (!std::holds_alternative<Fields>(state_)) state_ = Fields{};
  std::get<Fields>(state_).push_back({name, std::move(value)});
  return *this;
}

inline const Value* Value::find(std::string_view name) const {
  if (const Fields* all = fields()) {
    for (const Field& field : *all) {
      if (field.name == name) return &field.value;
    }
  }
  return nullptr;
}

}  // namespace carnet
