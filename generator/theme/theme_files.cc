#include "theme/theme_files.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "base/path.h"
#include "theme/contracts.h"

namespace carnet {
namespace {

std::vector<std::string_view> sorted_once(std::vector<std::string_view> paths) {
  std::ranges::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace

bool is_theme_text(std::string_view path) {
  if (path == kThemeManifest) return true;
  const std::string_view extension = extension_of(path);
  if (extension == ".css") return path.starts_with("css/");
  if (extension == ".js") return path.starts_with("js/");
  if (extension == ".yaml") return path.starts_with("locales/");
  if (extension != ".html") return false;
  if (path.starts_with("partials/") || path.starts_with("blocks/")) return true;
  return std::ranges::find(template_contracts(), without_extension(path),
                           &TemplateContract::name) != template_contracts().end();
}

std::string_view stem_of(std::string_view path) { return without_extension(file_name_of(path)); }

const SourceFile* ThemeFiles::find(std::string_view path) const {
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    const auto found = std::ranges::find(layer->texts, path, &SourceFile::path);
    if (found != layer->texts.end()) return &*found;
  }
  return nullptr;
}

std::vector<const SourceFile*> ThemeFiles::find_all(std::string_view path) const {
  std::vector<const SourceFile*> all;
  for (const ThemeLayer& layer : layers_) {
    const auto found = std::ranges::find(layer.texts, path, &SourceFile::path);
    if (found != layer.texts.end()) all.push_back(&*found);
  }
  return all;
}

std::size_t ThemeFiles::layer_of(std::string_view path) const {
  std::size_t number = layers_.size();
  while (number > 1) {
    --number;
    const std::vector<SourceFile>& texts = layers_[number].texts;
    if (std::ranges::find(texts, path, &SourceFile::path) != texts.end()) return number;
  }
  return 0;
}

const OutputFile* ThemeFiles::find_copied(std::string_view path) const {
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    const auto found = std::ranges::find(layer->files, path, &OutputFile::path);
    if (found != layer->files.end()) return &*found;
  }
  return nullptr;
}

std::vector<std::string_view> ThemeFiles::text_paths() const {
  std::vector<std::string_view> paths;
  for (const ThemeLayer& layer : layers_) {
    for (const SourceFile& file : layer.texts) paths.push_back(file.path);
  }
  return sorted_once(std::move(paths));
}

std::vector<std::string_view> ThemeFiles::copied_paths() const {
  std::vector<std::string_view> paths;
  for (const ThemeLayer& layer : layers_) {
    for (const OutputFile& file : layer.files) paths.push_back(file.path);
  }
  return sorted_once(std::move(paths));
}

std::string_view find_meant_path(std::string_view path, std::span<const std::string_view> known) {
  const auto same_name = std::ranges::find_if(known, [&](std::string_view other) {
    return other != path && file_name_of(other) == file_name_of(path);
  });
  if (same_name != known.end()) return *same_name;
  // `foter.html` -> `partials/footer.html`. Folder and extension tell little.
  std::string_view nearest;
  Nearest by_stem(stem_of(path));
  for (const std::string_view other : known) {
    if (extension_of(other) == extension_of(path) && by_stem.offer(stem_of(other))) nearest = other;
  }
  return nearest;
}

}  // namespace carnet
