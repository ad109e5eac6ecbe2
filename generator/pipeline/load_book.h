// From the files of a folder to the parts that a site is built from.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"
#include "markdown/document.h"
#include "site/build_site.h"

namespace carnet {

// Where a book keeps what it changes of the theme.
inline constexpr std::string_view kThemeFolder = "theme/";

// What of a folder belongs to the book, by paths from its root.
struct BookFiles {
  std::vector<SourceFile> pages;            // Markdown that becomes pages.
  std::vector<SourceFile> markdown;         // All Markdown: pages may include it.
  std::optional<SourceFile> variables;      // .gitbook/vars.yaml
  std::optional<SourceFile> summary;        // SUMMARY.md, or what it is called.
  std::vector<SourceFile> theme_overrides;  // By their path in the theme.
  std::vector<AssetFile> assets;            // Everything that may be linked to.
};

// Sorts the files of the folder: what is below the book's root and not
// excluded.
BookFiles sort_files(const SourceTree& folder, const Config& config);

// Parses all of them on `jobs` threads, and puts into each page what it takes from
// the others.
struct ParsedBook {
  SiteSources sources;  // `sources.summary` points to `summary`.
  std::unique_ptr<Document> summary;
};
ParsedBook parse_book(const BookFiles& files, const Sources& sources, const Config& config,
                      unsigned jobs, Diagnostics& diagnostics);

}  // namespace carnet
