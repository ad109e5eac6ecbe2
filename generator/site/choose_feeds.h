// Which pages have a feed of their updates, and where it lies.

#pragma once

#include <cstddef>

#include "site/site.h"

namespace carnet {

// Sets Page::feed_permalink of each page that has dated updates and wants to be found:
// `news.html` has its feed at `news.atom`, or near it if the book has a file there. Feeds
// need full addresses, so without `url` there are none. Returns how many pages have news.
std::size_t choose_feeds(Site& site);

}  // namespace carnet
