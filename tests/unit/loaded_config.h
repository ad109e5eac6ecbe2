// A book of a few files, and what load_config makes of it.

#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "config/load_config.h"
#include "problem_text.h"

namespace carnet {

struct LoadedConfig {
  std::string problems() const { return problem_text(sources, diagnostics); }

  Sources sources;
  SourceTree tree;
  Diagnostics diagnostics;
  Config config;
};

// Pairs of a path and a text.
using BookFiles = std::vector<std::pair<std::string, std::string>>;

inline LoadedConfig load_book(const BookFiles& files) {
  LoadedConfig loaded;
  for (const auto& [path, text] : files) {
    if (path.ends_with(".png")) {
      loaded.tree.assets.push_back({path, text.size()});
    } else {
      loaded.tree.texts.push_back({path, loaded.sources.add(path, text)});
    }
  }
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(loaded.tree.texts.begin(), loaded.tree.texts.end(), by_path);
  std::sort(loaded.tree.assets.begin(), loaded.tree.assets.end(), by_path);
  loaded.config = load_config(loaded.tree, loaded.sources, loaded.diagnostics);
  return loaded;
}

}  // namespace carnet
