// The default theme, as it was when the binary was built. The implementation is
// generated from themes/default at build time (cmake/embed_theme.cmake).

#pragma once

#include <span>
#include <string_view>

namespace carnet {

struct EmbeddedFile {
  std::string_view path;  // From the theme's folder: "css/base.css".
  std::string_view bytes;
};

// Sorted by path, bytewise.
std::span<const EmbeddedFile> embedded_theme();

}  // namespace carnet
