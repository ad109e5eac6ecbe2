// The files of a theme in layers: what a theme builds upon, the theme, and what a
// book changes of it. A file of a higher layer takes the place of the one below.

#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "base/source_tree.h"

namespace carnet {

inline constexpr std::string_view kThemeManifest = "theme.yaml";

// Paths are from the theme's folder: "css/base.css".
struct ThemeLayer {
  enum class Owner { Program, Book };

  Owner owner = Owner::Program;
  std::vector<SourceFile> texts;
  std::vector<OutputFile> files;  // Fonts, pictures: what is copied where it is used.
};

// Whether a theme reads a file of this path as a text: theme.yaml, a template,
// partial or locale, a style sheet or a script, each in its folder.
bool is_theme_text(std::string_view path);

// "partials/head.html" -> "head"
std::string_view stem_of(std::string_view path);

class ThemeFiles {
 public:
  // The lowest layer first. Keeps the span.
  explicit ThemeFiles(std::span<const ThemeLayer> layers) : layers_(layers) {}

  std::span<const ThemeLayer> layers() const { return layers_; }

  // The text at a path, of the highest layer that has it; null if none has.
  const SourceFile* find(std::string_view path) const;
  // Those of all layers, the lowest first.
  std::vector<const SourceFile*> find_all(std::string_view path) const;
  // The number of the layer of find(); requires that there is one.
  std::size_t layer_of(std::string_view path) const;
  // The same for what is copied.
  const OutputFile* find_copied(std::string_view path) const;

  // Every path once: of texts, or of what is copied.
  std::vector<std::string_view> text_paths() const;
  std::vector<std::string_view> copied_paths() const;

 private:
  std::span<const ThemeLayer> layers_;
};

// The path that was probably meant: of the same file name elsewhere, else a near one; or "".
std::string_view find_meant_path(std::string_view path, std::span<const std::string_view> known);

}  // namespace carnet
