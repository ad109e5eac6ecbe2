#include "openapi/read_schema_limit.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "openapi/fields.h"

namespace carnet::openapi {
namespace {

// A number as it is written, with its sign.
std::string limit_text(const YamlEntry& entry, Report& report) {
  std::string text = read_text(entry.key, entry.value, report);
  const bool is_number = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  });
  if (is_number) return text;
  if (!text.empty()) {
    report.mistake(entry.value.span,
                   fmt::format("`{}` is {}, not a number", entry.key, describe(entry.value)));
  }
  return {};
}

}  // namespace

void read_schema_limit(const YamlEntry& entry, SchemaLimits& limits, Report& report) {
  const std::string_view key = entry.key;
  if (key == "pattern") {
    limits.pattern = read_text(key, entry.value, report);
  } else if (key == "uniqueItems") {
    limits.has_unique_items = read_flag(key, entry.value, report);
  } else if (key == "exclusiveMinimum" || key == "exclusiveMaximum") {
    const bool is_minimum = key == "exclusiveMinimum";
    bool& is_exclusive = is_minimum ? limits.is_minimum_exclusive : limits.is_maximum_exclusive;
    if (const auto flag = entry.value.as_bool()) {
      is_exclusive = *flag;
      return;
    }
    std::string number = limit_text(entry, report);
    if (number.empty()) return;
    (is_minimum ? limits.minimum : limits.maximum) = std::move(number);
    is_exclusive = true;
  } else {
    // With both spellings of a bound, the exclusive one was read before or will be after; it is
    // the one that is kept.
    static constexpr std::pair<std::string_view, std::string SchemaLimits::*> kNumbers[] = {
        {"minimum", &SchemaLimits::minimum},
        {"maximum", &SchemaLimits::maximum},
        {"multipleOf", &SchemaLimits::multiple_of},
        {"minLength", &SchemaLimits::min_length},
        {"maxLength", &SchemaLimits::max_length},
        {"minItems", &SchemaLimits::min_items},
        {"maxItems", &SchemaLimits::max_items},
        {"minContains", &SchemaLimits::min_contains},
        {"maxContains", &SchemaLimits::max_contains},
        {"minProperties", &SchemaLimits::min_properties},
        {"maxProperties", &SchemaLimits::max_properties},
    };
    for (const auto& [name, member] : kNumbers) {
      if (name == key && (limits.*member).empty()) limits.*member = limit_text(entry, report);
    }
  }
}

}  // namespace carnet::openapi
