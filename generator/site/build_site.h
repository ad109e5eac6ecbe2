// Gives each document its place: title, permalink, neighbours.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"
#include "markdown/document.h"
#include "site/api/api_reference.h"
#include "site/site.h"

namespace carnet {

// A Markdown file that is to become a page, and its document.
struct ParsedPage {
  std::string path;  // From the root of the sources.
  Document document;
  std::size_t book = 0;  // Its place in SiteSources::books.
  // The file that it was made of, if it is none itself; from the root of the sources.
  std::string made_of{};
};

// An entry of the table of contents that carnet has made.
struct MadeEntry {
  std::string path;  // Of its page, from the root of the sources.
  std::string label;
  std::vector<MadeEntry> below;
};
// By the node of SUMMARY.md whose place they take.
using MadeEntries = std::unordered_map<const Node*, std::vector<MadeEntry>>;

struct BookSources {
  BookPlan plan;
  const Document* summary = nullptr;  // Null for a book without one. Must outlive the Site.
  MadeEntries made{};
};

// What build_site is made from.
struct SiteSources {
  SiteStructure structure{};       // Of docs.yaml.
  std::vector<BookSources> books;  // At least one.
  std::vector<ParsedPage> pages;   // By path.
  std::vector<AssetFile> assets;   // By path.
  // See Site.
  std::vector<std::string> withheld{};
  std::vector<std::unique_ptr<const Document>> includes{};
  ApiReference api{};
};

// True for a Markdown file that is a page of its book (and not the summary, a
// part for reuse, or excluded). `path` is from the root of the book.
bool is_page_source(std::string_view path, const Config& config);

// Never fails: a book with mistakes becomes a site with diagnostics. `config` is
// that of the whole site. The site's address must not change afterwards (pages
// refer to each other).
void build_site(Site& site, Config config, SiteSources sources, const Sources& texts, unsigned jobs,
                Diagnostics& diagnostics);

}  // namespace carnet
