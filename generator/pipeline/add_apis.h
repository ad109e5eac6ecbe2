// The specifications of APIs that a book shows: read when it is known which they are.

#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/result.h"
#include "base/source.h"
#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"
#include "pipeline/load_book.h"

namespace carnet {

// Moves those files of `tree` that have one of these paths to its texts.
using LoadTexts = std::function<Result<Done>(const std::set<std::string>& paths, SourceTree& tree)>;

// Finds out which specifications the pages and the summary of `site` show, reads each once with all
// that it refers to, makes the pages that SUMMARY.md asks for, and puts headings and descriptions
// into the pages. A book that shows none pays nothing.
//
// `tree` is the folder of the book, `config` that of the whole site.
Result<Done> add_apis(ParsedSite& site, const Config& config, SourceTree& tree,
                      const LoadTexts& load_texts, Sources& sources, unsigned jobs,
                      Diagnostics& diagnostics);

}  // namespace carnet
