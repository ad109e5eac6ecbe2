#include "symbols/icons.h"

#include "symbols/table.h"

namespace carnet {

// Written by assets/build/icons.mjs, which says what is in it.
std::string_view embedded_icons();

Icon find_icon(std::string_view name) {
  std::string_view entry = find_line(embedded_icons(), name);
  if (entry.starts_with('=')) entry = find_line(embedded_icons(), entry.substr(1));
  const std::size_t height = entry.find('\t');
  if (height == std::string_view::npos) return {};
  const std::size_t path = entry.find('\t', height + 1);
  return {entry.substr(0, height), entry.substr(height + 1, path - height - 1),
          entry.substr(path + 1)};
}

}  // namespace carnet
