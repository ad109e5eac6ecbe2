#include "base/html_escape.h"

#include "base/byte_set.h"

namespace carnet {

void append_escaped(std::string& out, std::string_view text) {
  static constexpr ByteSet kSpecial("&<>\"");
  std::size_t done = 0;
  for (std::size_t i = kSpecial.find(text); i != std::string_view::npos;
       i = kSpecial.find(text, done)) {
    out.append(text, done, i - done);
    switch (text[i]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += "&quot;"; break;
    }
    done = i + 1;
  }
  out.append(text, done);
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

}  // namespace carnet
