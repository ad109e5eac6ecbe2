#include "render/used_assets.h"

#include <string_view>

#include "base/path.h"

namespace carnet {

std::vector<std::uint32_t> used_assets(const Site& site, const std::vector<PageLinks>& links) {
  std::vector<bool> is_used(site.assets.size(), site.config.assets == Config::Assets::All);
  const auto use = [&](FileTarget target) {
    if (target.kind == FileTarget::Kind::Asset) is_used[target.index] = true;
  };
  for (const PageLinks& page : links) {
    for (const ResolvedLink& link : page) {
      if (link.target == ResolvedLink::Target::File) is_used[link.asset] = true;
    }
  }
  for (const Redirect& redirect : site.redirects) use(redirect.target);
  for (const Book& book : site.books) {
    const Config& config = book.config;
    for (std::string_view path :
         {config.logo.value, config.logo_dark.value, config.favicon.value}) {
      if (path.empty() || !is_inside(path, site.config.root)) continue;
      use(site.index.find_file(path_below(site.config.root, path)).target);
    }
  }
  std::vector<std::uint32_t> used;
  for (std::uint32_t i = 0; i < is_used.size(); ++i) {
    if (is_used[i]) used.push_back(i);
  }
  return used;
}

}  // namespace carnet
