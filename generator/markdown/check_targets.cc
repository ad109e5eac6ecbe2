#include "markdown/check_targets.h"

#include <fmt/format.h>

#include <deque>
#include <unordered_map>
#include <utility>

#include "base/text.h"

namespace carnet {
namespace {

constexpr std::size_t kMaxTargetBytes = 300;

// The targets with spaces, as written, and where they stand.
using Candidates = std::unordered_map<std::string_view, std::deque<std::uint32_t>>;

Candidates find_candidates(std::string_view text, std::size_t from) {
  Candidates candidates;
  for (std::size_t i = text.find("](", from); i != std::string_view::npos;
       i = text.find("](", i + 2)) {
    const std::string_view rest = text.substr(i + 2, kMaxTargetBytes);
    const std::size_t length = rest.find_first_of(")\n<>\"`");
    if (length == std::string_view::npos || rest[length] != ')') continue;
    const std::string_view target = rest.substr(0, length);
    const std::string_view words = trim(target);
    if (words.find(' ') == std::string_view::npos || words.find_first_of("./") == words.npos) {
      continue;
    }
    candidates[target].push_back(static_cast<std::uint32_t>(i + 2));
  }
  return candidates;
}

class Checker {
 public:
  Checker(const Document& document, Candidates candidates, Diagnostics& diagnostics)
      : document_(document), candidates_(std::move(candidates)), diagnostics_(diagnostics) {}

  void check(const Node& node) {
    for (const Node& child : node.children()) {
      if (child.kind == NodeKind::Text) {
        check_text(child.text);
      } else {
        check(child);
      }
    }
  }

 private:
  void check_text(std::string_view text) {
    for (std::size_t i = text.find("]("); i != std::string_view::npos; i = text.find("](", i + 2)) {
      const std::string_view rest = text.substr(i + 2, kMaxTargetBytes);
      const std::size_t length = rest.find(')');
      if (length == std::string_view::npos) continue;
      const auto candidate = candidates_.find(rest.substr(0, length));
      if (candidate == candidates_.end()) continue;
      std::deque<std::uint32_t>& places = candidate->second;
      report(candidate->first, places.front());
      if (places.size() > 1) places.pop_front();
    }
  }

  void report(std::string_view target, std::uint32_t at) {
    diagnostics_.report(DiagnosticKind::BrokenLink,
                        document_.span(at, at + static_cast<std::uint32_t>(target.size())),
                        "this is no link, because there are spaces in its target",
                        fmt::format("write it between angle brackets: `(<{}>)`", trim(target)));
  }

  const Document& document_;
  Candidates candidates_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_targets(const Document& document, std::string_view text, Diagnostics& diagnostics) {
  Candidates candidates = find_candidates(text, document.front_matter.body_begin);
  if (!candidates.empty())
    Checker(document, std::move(candidates), diagnostics).check(document.root());
}

}  // namespace carnet
