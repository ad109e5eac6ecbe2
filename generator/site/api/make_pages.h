// The pages of a reference that SUMMARY.md asks for with `builtin:openapi`.

#pragma once

#include <vector>

#include "diag/diagnostics.h"
#include "markdown/parse.h"
#include "openapi/specification.h"
#include "site/api/computed_nodes.h"
#include "site/api/expand_blocks.h"
#include "site/build_site.h"

namespace carnet {

// Adds the pages of `node` to `site.pages`, their entries to its book, and what their blocks show
// to `targets`. A tag is a page, with the pages of the tags below it beneath; or each of its
// operations is one. A page of the book keeps its place: one that would have the same gets a
// number, with a `computed-entry`. Pages are in no order afterwards.
void make_api_pages(const ComputedNode& node, const openapi::Specification& specification,
                    const ParseOptions& options, SiteSources& site, ApiTargets& targets,
                    Sources& sources, Diagnostics& diagnostics);

}  // namespace carnet
