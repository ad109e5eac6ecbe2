#include "render/used_assets.h"

#include <algorithm>
#include <string_view>

#include "base/path.h"

namespace carnet {

std::vector<std::uint32_t> used_assets(const Site& site, const std::vector<PageLinks>& links,
                                       const std::vector<BookFrame>& frames) {
  std::vector<bool> is_used(site.assets.size(), site.config.assets == Config::Assets::All);
  const auto use = [&](FileTarget target) {
    if (target.kind == FileTarget::Kind::Asset) is_used[target.index] = true;
  };
  const auto use_link = [&](const ResolvedLink& link) {
    if (link.target == ResolvedLink::Target::File) is_used[link.asset] = true;
  };
  for (const PageLinks& page : links) std::ranges::for_each(page, use_link);
  for (const BookFrame& frame : frames) {
    std::ranges::for_each(frame.footer.links, use_link);
    std::ranges::for_each(frame.banner.links, use_link);
    for (const std::vector<FrameLink>& list : {frame.links, frame.footer_links}) {
      for (const FrameLink& link : list) {
        use_link(link.target);
        for (const FrameLink& below : link.links) use_link(below.target);
      }
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
