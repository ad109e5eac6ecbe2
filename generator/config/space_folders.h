// The folders of the spaces of docs.yaml: each is there, holds pages, and belongs to one space.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/located.h"
#include "base/source_tree.h"
#include "config/setting_reader.h"

namespace carnet {

class SpaceFolders {
 public:
  // Both must live longer.
  SpaceFolders(const SourceTree& tree, SettingReader& reader) : tree_(tree), reader_(reader) {}

  // The folder that `directory` names, from the top of the tree, for the space `title`. Not written
  // if the entry is nothing, or no folder that this space can have, which is reported.
  Located<std::string> claim(const YamlEntry& directory, std::string_view title);

 private:
  struct Claim {
    std::string folder;
    std::string title;
  };

  bool has_pages(std::string_view folder) const;
  std::string suggest(std::string_view folder) const;

  const SourceTree& tree_;
  SettingReader& reader_;
  std::vector<Claim> claims_;
};

}  // namespace carnet
