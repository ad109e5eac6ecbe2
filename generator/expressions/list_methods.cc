#include "expressions/list_methods.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/limits.h"

namespace carnet {
namespace {

using List = ExpressionValue::List;

std::size_t find_item(const List& items, const ExpressionValue& wanted) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const ExpressionValue& item) {
    return ExpressionValue::are_identical(item, wanted);
  });
  return static_cast<std::size_t>(found - items.begin());
}

ExpressionValue join(const List& items, Arguments arguments) {
  const std::string separator =
      argument(arguments, 0).is_undefined() ? std::string(",") : text_argument(arguments, 0);
  std::string joined;
  for (std::size_t i = 0; i < items.size() && joined.size() <= kMaxExpressionText; ++i) {
    if (i > 0) joined += separator;
    joined += items[i].to_text();
  }
  return ExpressionValue::text(std::move(joined));
}

ExpressionValue concat_lists(const List& items, Arguments arguments) {
  List joined = items;
  for (const ExpressionValue& value : arguments) {
    if (const List* more = value.as_list()) {
      joined.insert(joined.end(), more->begin(), more->end());
    } else {
      joined.push_back(value);
    }
  }
  return ExpressionValue::list(std::move(joined));
}

constexpr ListMethod kListMethods[] = {
    {"at",
     [](const List& items, Arguments arguments) {
       double at = integer_argument(arguments, 0, 0);
       if (at < 0) at += static_cast<double>(items.size());
       const bool is_there = at >= 0 && at < static_cast<double>(items.size());
       return is_there ? items[static_cast<std::size_t>(at)] : ExpressionValue();
     }},
    {"concat", concat_lists},
    {"includes",
     [](const List& items, Arguments arguments) {
       return ExpressionValue::boolean(find_item(items, argument(arguments, 0)) < items.size());
     }},
    {"indexOf",
     [](const List& items, Arguments arguments) {
       const std::size_t found = find_item(items, argument(arguments, 0));
       return ExpressionValue::number(found < items.size() ? static_cast<double>(found) : -1);
     }},
    {"join", join},
    {"reverse",
     [](const List& items, Arguments /*arguments*/) {
       return ExpressionValue::list(List(items.rbegin(), items.rend()));
     }},
    {"slice",
     [](const List& items, Arguments arguments) {
       const Range range = slice_range(arguments, items.size());
       return ExpressionValue::list(List(items.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                         items.begin() + static_cast<std::ptrdiff_t>(range.end)));
     }},
    {"toString",
     [](const List& items, Arguments /*arguments*/) {
       return ExpressionValue::text(ExpressionValue::list(items).to_text());
     }},
};

}  // namespace

std::span<const ListMethod> list_methods() { return kListMethods; }

}  // namespace carnet
