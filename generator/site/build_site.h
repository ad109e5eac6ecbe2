// Gives each document its place: title, permalink, neighbours.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"
#include "markdown/document.h"
#include "site/site.h"

namespace carnet {

// A Markdown file that is to become a page, and its document.
struct ParsedPage {
  std::string path;  // From the root of the book.
  Document document;
};

// What build_site is made from. `summary` is null for a book without one.
struct SiteSources {
  std::vector<ParsedPage> pages;      // By path.
  const Document* summary = nullptr;  // Must outlive the Site.
  std::vector<AssetFile> assets;      // By path.
  // See Site.
  std::vector<std::string> withheld{};
  std::vector<std::unique_ptr<const Document>> includes{};
};

// True for a Markdown file that is a page of the book (and not its summary, a
// part for reuse, or excluded).
bool is_page_source(std::string_view path, const Config& config);

// Never fails: a book with mistakes becomes a site with diagnostics. The site's
// address must not change afterwards (pages refer to each other).
void build_site(Site& site, Config config, SiteSources sources, const Sources& texts, unsigned jobs,
                Diagnostics& diagnostics);

}  // namespace carnet
