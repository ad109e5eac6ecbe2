#include "site/expression_place.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "html/entities.h"

namespace carnet {
namespace {

// How many bytes of `written` mean the first `size` bytes of the expression.
std::size_t written_length(std::string_view written, std::size_t size) {
  std::size_t meant = 0;
  std::size_t i = 0;
  while (i < written.size() && meant < size) {
    const std::size_t semicolon = written[i] == '&' ? written.find(';', i) : std::string_view::npos;
    if (semicolon != std::string_view::npos) {
      const std::string_view entity = written.substr(i, semicolon + 1 - i);
      const std::string decoded = decode_entities(entity, EntityPlace::AttributeValue);
      if (decoded != entity) {
        meant += decoded.size();
        i = semicolon + 1;
        continue;
      }
    }
    ++meant;
    ++i;
  }
  return i;
}

}  // namespace

Span ExpressionPlace::span(std::size_t begin, std::size_t end) const {
  if (written_.empty()) return where_;
  const auto place = [&](std::size_t i) {
    return where_.begin + static_cast<std::uint32_t>(written_length(written_, i));
  };
  return {where_.source, place(begin), std::max(place(begin), place(end))};
}

void report_undefined(const MissingName& name, const ExpressionPlace& place,
                      Diagnostics& diagnostics) {
  diagnostics.report(DiagnosticKind::UndefinedVariable, place.span(name.begin, name.end),
                     fmt::format("there is no `{}`", name.name), did_you_mean(name.similar));
}

}  // namespace carnet
