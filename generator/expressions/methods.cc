#include "expressions/methods.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "base/text.h"
#include "expressions/arguments.h"
#include "expressions/list_methods.h"
#include "expressions/text_methods.h"

namespace carnet {
namespace {

std::string to_fixed(double number, Arguments arguments) {
  constexpr double kMaxPlaces = 20;
  constexpr double kMaxFixed = 1e21;
  if (!(std::abs(number) < kMaxFixed)) return number_to_text(number);
  const double places = std::clamp(integer_argument(arguments, 0, 0), 0.0, kMaxPlaces);
  std::array<char, 64> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                     std::chars_format::fixed, static_cast<int>(places));
  return {buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data())};
}

constexpr std::string_view kNumberMethods[] = {"toFixed", "toString"};

template <typename Method, typename Receiver>
std::optional<ExpressionValue> call_one_of(std::span<const Method> methods, std::string_view name,
                                           const Receiver& receiver, Arguments arguments) {
  const auto method = std::ranges::find(methods, name, &Method::name);
  if (method == methods.end()) return std::nullopt;
  return method->call(receiver, arguments);
}

}  // namespace

std::optional<ExpressionValue> call_method(const ExpressionValue& receiver, std::string_view name,
                                           std::span<const ExpressionValue> arguments) {
  if (const std::string* text = receiver.as_text()) {
    return call_one_of(text_methods(), name, *text, arguments);
  }
  if (const ExpressionValue::List* items = receiver.as_list()) {
    return call_one_of(list_methods(), name, *items, arguments);
  }
  if (const double* number = receiver.as_number(); number != nullptr && name == "toFixed") {
    return ExpressionValue::text(to_fixed(*number, arguments));
  }
  if (name == "toString" && receiver.as_map() == nullptr) {
    return ExpressionValue::text(receiver.to_text());
  }
  return std::nullopt;
}

std::vector<std::string_view> methods_of(const ExpressionValue& receiver) {
  std::vector<std::string_view> names;
  if (receiver.as_text() != nullptr) {
    for (const TextMethod& method : text_methods()) names.push_back(method.name);
  } else if (receiver.as_list() != nullptr) {
    for (const ListMethod& method : list_methods()) names.push_back(method.name);
  } else if (receiver.as_number() != nullptr) {
    names.assign(std::begin(kNumberMethods), std::end(kNumberMethods));
  }
  return names;
}

ExpressionValue element_at(const ExpressionValue& value, double index) {
  if (const std::string* text = value.as_text()) return character_at(*text, index);
  const ExpressionValue::List* items = value.as_list();
  if (items == nullptr || !(index >= 0) || index != std::trunc(index)) return {};
  return index < static_cast<double>(items->size()) ? (*items)[static_cast<std::size_t>(index)]
                                                    : ExpressionValue();
}

ExpressionValue length_of(const ExpressionValue& value) {
  if (const std::string* text = value.as_text()) {
    return ExpressionValue::number(static_cast<double>(count_code_points(*text)));
  }
  if (const ExpressionValue::List* items = value.as_list()) {
    return ExpressionValue::number(static_cast<double>(items->size()));
  }
  return {};
}

}  // namespace carnet
