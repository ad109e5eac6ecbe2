#include "render/code/colours.h"

#include <algorithm>

#include "base/html_escape.h"

namespace carnet {
namespace {

void open(const Token& token, std::string& out) {
  // The words are Prism's own and need no escaping.
  out.append("<span class=\"token ").append(token.classes).append("\">");
}

}  // namespace

void CodeColours::append(std::size_t begin, std::size_t end, std::string& out) {
  while (!open_.empty() && open_.back()->end <= begin) open_.pop_back();
  for (; next_ < tokens_.size() && tokens_[next_].begin < begin; ++next_) {
    if (tokens_[next_].end > begin) open_.push_back(&tokens_[next_]);
  }
  for (const Token* token : open_) open(*token, out);
  for (std::size_t at = begin; at < end;) {
    for (; next_ < tokens_.size() && tokens_[next_].begin == at; ++next_) {
      open_.push_back(&tokens_[next_]);
      open(tokens_[next_], out);
    }
    std::size_t stop = end;
    if (next_ < tokens_.size()) stop = std::min<std::size_t>(stop, tokens_[next_].begin);
    if (!open_.empty()) stop = std::min<std::size_t>(stop, open_.back()->end);
    append_escaped(out, code_.substr(at, stop - at));
    at = stop;
    for (; !open_.empty() && open_.back()->end == at; open_.pop_back()) out += "</span>";
  }
  for (std::size_t i = 0; i < open_.size(); ++i) out += "</span>";
}

}  // namespace carnet
