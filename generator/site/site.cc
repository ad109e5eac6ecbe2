#include "site/site.h"

namespace carnet {

const Asset* Site::find_asset(std::string_view path) const {
  if (path.empty() || !is_inside(path, config.root)) return nullptr;
  const FileTarget target = index.find_file(path_below(config.root, path)).target;
  return target.kind == FileTarget::Kind::Asset ? &assets[target.index] : nullptr;
}

}  // namespace carnet
