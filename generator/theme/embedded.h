// The themes that carnet brings along, as they were when the binary was built. The
// implementation is generated from themes/ at build time (cmake/embed_themes.cmake).

#pragma once

#include <span>
#include <string_view>

namespace carnet {

struct EmbeddedFile {
  std::string_view path;  // From the theme's folder: "css/base.css".
  std::string_view bytes;
};

struct EmbeddedTheme {
  std::string_view name;                // "default"
  std::span<const EmbeddedFile> files;  // Sorted by path, bytewise.
};

// Sorted by name.
std::span<const EmbeddedTheme> embedded_themes();

}  // namespace carnet
