#include "markdown/feed/open_comments.h"

#include <algorithm>
#include <utility>

namespace carnet {

OpenComments::OpenComments(std::string_view text, std::size_t from)
    : text_(text), next_(find(from)) {
  if (next_ == text.size()) return;
  const std::size_t last_end = text.rfind("-->");
  if (last_end != std::string_view::npos) next_ = find(std::max(from, last_end));
}

bool OpenComments::begin_in(std::size_t begin, std::size_t end) {
  if (next_ < begin) next_ = find(begin);
  return next_ < end;
}

std::size_t OpenComments::take(std::size_t end) { return std::exchange(next_, find(end)); }

std::size_t OpenComments::find(std::size_t from) const {
  return std::min(text_.find("<!--", from), text_.size());
}

}  // namespace carnet
