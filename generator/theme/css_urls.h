// The addresses in a style sheet: `url(fonts/a.woff2)`, `url("a.svg")` and those of `@import`.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

struct CssUrl {
  enum class Use { Value, Import };

  Use use = Use::Value;
  std::size_t begin = 0;  // Of the address, with its quotes.
  std::size_t end = 0;
  std::string address;  // Without quotes and escapes.
};

// In the order of the text. Comments and strings hold none.
std::vector<CssUrl> find_css_urls(std::string_view css);

}  // namespace carnet
