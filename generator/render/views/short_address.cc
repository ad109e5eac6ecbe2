#include "render/views/short_address.h"

#include <cstddef>

namespace carnet {

std::string_view short_address(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes != std::string_view::npos) url.remove_prefix(slashes + 2);
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

}  // namespace carnet
