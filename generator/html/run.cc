#include "html/run.h"

#include <algorithm>
#include <string>
#include <utility>

#include "html/fragment.h"

namespace carnet {

HtmlRun::HtmlRun(std::span<const HtmlPiece> pieces, HtmlFragment& storage)
    : pieces_(pieces), text_(pieces.front().html) {
  if (pieces.size() == 1) return;
  std::string joined;
  for (const HtmlPiece& piece : pieces) {
    begins_.push_back(joined.size());
    joined += piece.html;
  }
  text_ = storage.keep(std::move(joined));
}

std::uint32_t HtmlRun::source_begin(std::size_t i) const {
  if (begins_.empty()) return pieces_.front().offset + static_cast<std::uint32_t>(i);
  auto piece = std::upper_bound(begins_.begin(), begins_.end(), i) - begins_.begin() - 1;
  std::size_t index = static_cast<std::size_t>(piece);
  return pieces_[index].offset + static_cast<std::uint32_t>(i - begins_[index]);
}

}  // namespace carnet
