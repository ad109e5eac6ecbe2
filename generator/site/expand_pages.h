// What a page takes from the book around it, in this order: included texts, then
// conditions, then variables, then its headings, links and anchors anew.
//
// The last stage that changes the tree of a document. Pages that take nothing
// cost nothing.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"
#include "markdown/parse.h"
#include "site/build_site.h"

namespace carnet {

struct ExpansionSources {
  const std::vector<SourceFile>& markdown;  // All that can be included, by path.
  const std::vector<SourceId>& variables;   // .gitbook/vars.yaml of each book, or kNoSource.
  ParseOptions options;                     // Of the pages.
  // What placeholders stand for in each of `markdown`; null: nothing. Empty if in none of it.
  std::vector<const PlaceholderNames*> placeholders;
};

// Expands `site.pages`, on `jobs` threads, with the settings of their books. Pages that
// are not for the visitor move to `site.withheld`; `site.includes` owns what the trees
// of the others refer to.
void expand_pages(SiteSources& site, const ExpansionSources& from, const Sources& sources,
                  unsigned jobs, Diagnostics& diagnostics);

}  // namespace carnet
