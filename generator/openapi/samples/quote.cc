#include "openapi/samples/quote.h"

#include <fmt/format.h>

namespace carnet::openapi {

std::string quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    switch (c) {
      case '\'': out += "\\'"; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  return out + "'";
}

}  // namespace carnet::openapi
