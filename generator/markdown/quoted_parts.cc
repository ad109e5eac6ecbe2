#include "markdown/quoted_parts.h"

#include <algorithm>
#include <vector>

namespace carnet {

QuotedParts::QuotedParts(std::string_view line)
    : line_(line), next_(std::min(line.find_first_of("`<"), line.size())) {
  struct Run {
    std::size_t begin;
    std::size_t end;
  };
  // The next run of as many back-ticks, for each run of them.
  std::vector<Run> runs;
  for (std::size_t i = line.find('`'); i != std::string_view::npos; i = line.find('`', i)) {
    const std::size_t end = std::min(line.find_first_not_of('`', i), line.size());
    runs.push_back({i, end});
    i = end;
  }
  std::unordered_map<std::size_t, std::size_t> next_of_length;
  for (std::size_t k = runs.size(); k-- > 0;) {
    const std::size_t length = runs[k].end - runs[k].begin;
    const auto [next, is_last] = next_of_length.emplace(length, k);
    if (!is_last) {
      closing_[runs[k].begin] = runs[next->second].end;
      next->second = k;
    }
  }
}

bool QuotedParts::contain(std::size_t at) {
  while (end_ <= at && position_ <= at) {
    if (next_ < position_) next_ = std::min(line_.find_first_of("`<", position_), line_.size());
    const std::size_t next = next_;
    if (next > at) {
      position_ = std::min(next, line_.size());
      break;
    }
    position_ = next + 1;
    if (const auto closing = closing_.find(next); closing != closing_.end()) {
      end_ = position_ = closing->second;
    } else if (line_[next] == '`') {
      position_ = std::min(line_.find_first_not_of('`', next), line_.size());
    } else if (line_.substr(next).starts_with("<!--")) {
      const std::size_t close = line_.find("-->", next + 4);
      end_ = position_ = close == std::string_view::npos ? line_.size() : close + 3;
    }
  }
  return at < end_ || (at > 0 && line_[at - 1] == '\\');
}

}  // namespace carnet
