#include "pipeline/load_theme.h"

#include <algorithm>
#include <string>

#include "pipeline/load_book.h"
#include "theme/embedded.h"

namespace carnet {

bool is_theme_override(std::string_view path) {
  if (!path.starts_with(kThemeFolder)) return false;
  path.remove_prefix(kThemeFolder.size());
  const auto files = embedded_theme();
  return std::any_of(files.begin(), files.end(),
                     [&](const EmbeddedFile& file) { return file.path == path; });
}

Theme load_theme(const std::vector<SourceFile>& overrides, Sources& sources,
                 Diagnostics& diagnostics) {
  std::vector<SourceFile> files = overrides;
  for (const EmbeddedFile& file : embedded_theme()) {
    const bool is_overridden =
        std::any_of(overrides.begin(), overrides.end(),
                    [&](const SourceFile& other) { return other.path == file.path; });
    if (is_overridden) continue;
    const std::string path(file.path);
    files.push_back({path, sources.add("default theme/" + path, std::string(file.bytes))});
  }
  return parse_theme(files, sources, diagnostics);
}

}  // namespace carnet
