#include "render/used_assets.h"

#include <algorithm>
#include <string_view>

namespace carnet {

std::vector<std::uint32_t> used_assets(const Site& site, const std::vector<PageLinks>& links,
                                       const std::vector<BookFrame>& frames) {
  std::vector<bool> is_used(site.assets.size(), site.config.assets == Config::Assets::All);
  const auto use_link = [&](const ResolvedLink& link) {
    if (link.target == ResolvedLink::Target::File) is_used[link.asset] = true;
  };
  for (const PageLinks& page : links) std::ranges::for_each(page, use_link);
  for (const BookFrame& frame : frames) {
    std::ranges::for_each(frame.footer.links, use_link);
    std::ranges::for_each(frame.banner.links, use_link);
    for (const auto* list : {&frame.links, &frame.footer_links}) {
      for (const FrameLink& link : *list) {
        use_link(link.target);
        for (const FrameLink& below : link.links) use_link(below.target);
      }
    }
  }
  for (const Redirect& redirect : site.redirects) {
    const FileTarget target = redirect.target;
    if (target.kind == FileTarget::Kind::Asset) is_used[target.index] = true;
  }
  for (const Book& book : site.books) {
    const Config& config = book.config;
    for (std::string_view path :
         {config.logo.value, config.logo_dark.value, config.favicon.value}) {
      const Asset* asset = site.find_asset(path);
      if (asset != nullptr) is_used[static_cast<std::size_t>(asset - site.assets.data())] = true;
    }
  }
  std::vector<std::uint32_t> used;
  for (std::uint32_t i = 0; i < is_used.size(); ++i) {
    if (is_used[i]) used.push_back(i);
  }
  return used;
}

}  // namespace carnet
