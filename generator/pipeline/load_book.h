// From the files of a folder to the parts that a site is built from.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_tree.h"
#include "config/book_plan.h"
#include "config/config.h"
#include "config/site_structure.h"
#include "diag/diagnostics.h"
#include "markdown/document.h"
#include "pipeline/plan_books.h"
#include "site/build_site.h"

namespace carnet {

// Markdown that becomes a page.
struct PageFile {
  std::string path;
  SourceId source = kNoSource;
  std::size_t book = 0;  // Its place in SiteFiles::books.
};

struct BookFiles {
  BookPlan plan;
  std::optional<SourceFile> summary;    // SUMMARY.md, or what it is called.
  std::optional<SourceFile> variables;  // .gitbook/vars.yaml
};

// What of a folder belongs to the site, by paths from the root of its sources.
struct SiteFiles {
  SiteStructure structure;
  std::vector<BookFiles> books;
  std::vector<PageFile> pages;
  std::vector<SourceFile> markdown;  // All Markdown: pages may include it.
  std::vector<AssetFile> assets;     // Everything that may be linked to.
};

// Sorts the files of the folder: what is below the root of the sources and not
// excluded. What is in none of the books is an asset; what belongs to the theme is left out.
SiteFiles sort_files(const SourceTree& folder, const SitePlan& plan);

// Parses all of them on `jobs` threads, and puts into each page what it takes from
// the others.
struct ParsedSite {
  SiteSources sources;
  std::vector<std::unique_ptr<Document>> summaries;  // That `sources` points to.
};
ParsedSite parse_site(const SiteFiles& files, const Sources& sources, const Config& config,
                      unsigned jobs, Diagnostics& diagnostics);

}  // namespace carnet
