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
  const Config& config;
  const std::vector<SourceFile>& markdown;  // All that can be included, by path.
  SourceId variables = kNoSource;           // .gitbook/vars.yaml.
  ParseOptions options;                     // Of the pages.
};

// Expands `book.pages`, on `jobs` threads. Pages that are not for the visitor move
// to `book.withheld`; `book.includes` owns what the trees of the others refer to.
void expand_pages(SiteSources& book, const ExpansionSources& from, const Sources& sources,
                  unsigned jobs, Diagnostics& diagnostics);

}  // namespace carnet
