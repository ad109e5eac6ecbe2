#include "theme/css_urls.h"

#include <algorithm>

#include "base/text.h"

namespace carnet {
namespace {

bool is_name_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 128;
}

class Finder {
 public:
  explicit Finder(std::string_view css) : css_(css) {}

  std::vector<CssUrl> run() {
    for (std::size_t at = 0; at < css_.size();) at = step(at);
    return std::move(urls_);
  }

 private:
  // Looks at what begins here, and returns where it ends.
  std::size_t step(std::size_t at) {
    const char c = css_[at];
    if (css_.substr(at).starts_with("/*")) {
      const std::size_t end = css_.find("*/", at + 2);
      return end == std::string_view::npos ? css_.size() : end + 2;
    }
    if (c == '"' || c == '\'') {
      const std::size_t end = end_of_string(at);
      if (is_import_) add(CssUrl::Use::Import, at, end);
      return end;
    }
    if (c == ';' || c == '{' || c == '}') is_import_ = false;
    if (c == '@') {
      const std::size_t end = end_of_name(at + 1);
      is_import_ = equals_ignoring_case(css_.substr(at + 1, end - at - 1), "import");
      return end;
    }
    if (!is_name_byte(c)) return at + 1;
    const std::size_t end = end_of_name(at);
    if (!equals_ignoring_case(css_.substr(at, end - at), "url")) return end;
    return end < css_.size() && css_[end] == '(' ? read_url(end + 1) : end;
  }

  // Behind the opening parenthesis.
  std::size_t read_url(std::size_t begin) {
    while (begin < css_.size() && is_space(css_[begin])) ++begin;
    std::size_t end = begin;
    if (begin < css_.size() && (css_[begin] == '"' || css_[begin] == '\'')) {
      end = end_of_string(begin);
    } else {
      while (end < css_.size() && css_[end] != ')') end += css_[end] == '\\' ? 2 : 1;
      end = std::min(end, css_.size());
      while (end > begin && is_space(css_[end - 1])) --end;
    }
    add(is_import_ ? CssUrl::Use::Import : CssUrl::Use::Value, begin, end);
    return end;
  }

  void add(CssUrl::Use use, std::size_t begin, std::size_t end) {
    CssUrl url{.use = use, .begin = begin, .end = end, .address = {}};
    std::string_view written = css_.substr(begin, end - begin);
    if (written.size() > 1 && (written.front() == '"' || written.front() == '\'')) {
      written.remove_prefix(1);
      if (written.back() == css_[begin]) written.remove_suffix(1);
    }
    url.address = without_escapes(written);
    urls_.push_back(std::move(url));
    is_import_ = false;
  }

  std::size_t end_of_name(std::size_t at) const {
    while (at < css_.size() && is_name_byte(css_[at])) ++at;
    return at;
  }

  std::size_t end_of_string(std::size_t at) const {
    const char quote = css_[at];
    for (++at; at < css_.size() && css_[at] != quote; ++at) {
      if (css_[at] == '\\') ++at;
    }
    return std::min(at + 1, css_.size());
  }

  std::string_view css_;
  std::vector<CssUrl> urls_;
  bool is_import_ = false;  // `@import` was read, and not yet its address.
};

}  // namespace

std::vector<CssUrl> find_css_urls(std::string_view css) { return Finder(css).run(); }

}  // namespace carnet
