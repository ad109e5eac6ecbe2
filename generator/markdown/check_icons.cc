#include "markdown/check_icons.h"

#include <fmt/format.h>

#include <cstddef>

#include "base/nearest.h"
#include "base/text.h"
#include "symbols/icons.h"

namespace carnet {
namespace {

// Each look for what was meant goes through all icons.
constexpr std::size_t kMaxSuggestions = 20;

}  // namespace

void IconChecker::check(std::string_view words, Span where) {
  const std::string_view name = icon_name_in(words);
  if (name.empty() || !find_icon_of(words).path.empty()) return;
  if (!reported_.emplace(name).second) return;
  const std::string_view meant =
      reported_.size() <= kMaxSuggestions ? nearest_icon_name(name) : std::string_view();
  diagnostics_.report(DiagnosticKind::UnknownIcon, where,
                      fmt::format("carnet has no icon `{}`", prefix_of(name, 40)),
                      meant.empty() ? "nothing is shown in its place" : did_you_mean(meant));
}

}  // namespace carnet
