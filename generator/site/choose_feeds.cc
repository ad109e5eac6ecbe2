#include "site/choose_feeds.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace carnet {
namespace {

constexpr std::string_view kPageEnd = ".html";
constexpr std::string_view kFeedEnd = ".atom";

bool has_news(const Page& page) {
  const Document& document = *page.document;
  const FrontMatter& front = document.front_matter;
  if (!page.is_listed() || page.book->is_hidden || front.no_index.value ||
      front.no_robots_index.value)
    return false;
  return std::any_of(document.updates.begin(), document.updates.end(), [](const Update& update) {
    return parse_date(attribute_value(*update.node, "date")).has_value();
  });
}

}  // namespace

std::size_t choose_feeds(Site& site) {
  std::vector<Page*> pages;
  for (Page& page : site.pages) {
    if (has_news(page)) pages.push_back(&page);
  }
  if (pages.empty() || !site.config.url.is_written()) return pages.size();
  std::set<std::string, std::less<>> taken;
  for (const Asset& asset : site.assets) {
    if (asset.permalink.ends_with(kFeedEnd)) taken.insert(asset.permalink);
  }
  for (const Page& page : site.pages) {
    if (page.permalink.ends_with(kFeedEnd)) taken.insert(page.permalink);
  }
  for (Page* page : pages) {
    std::string stem = page->permalink;
    if (stem.ends_with(kPageEnd)) stem.resize(stem.size() - kPageEnd.size());
    while (!taken.insert(stem + std::string(kFeedEnd)).second) stem += "-feed";
    page->feed_permalink = stem + std::string(kFeedEnd);
  }
  return pages.size();
}

}  // namespace carnet
