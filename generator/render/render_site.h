// A site and a theme -> the files of the site, one after the other.

#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/history.h"
#include "base/output_file.h"
#include "base/result.h"
#include "site/formulas.h"
#include "site/frame.h"
#include "site/head_partial.h"
#include "site/resolve_links.h"
#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

// Takes a file of the site; called from several threads at once.
using OutputSink = std::function<Result<Done>(const OutputFile& file)>;

struct RenderReport {
  std::size_t pages = 0;   // Pages of the book.
  std::size_t assets = 0;  // Files copied from it.
};

// Hands every file of the site to `sink`, each path once, in no order; pages are
// rendered when their turn comes, and not kept. Stops at the sink's first
// failure and returns it.
Result<RenderReport> render_site(const Site& site, const std::vector<PageLinks>& links,
                                 const std::vector<PageFormulas>& formulas,
                                 const std::vector<BookFrame>& frames, const HeadPartial& head,
                                 const History& history, const Theme& theme, unsigned jobs,
                                 const OutputSink& sink);

}  // namespace carnet
