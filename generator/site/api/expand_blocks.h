// `{% openapi %}` and its kind: what of a specification stands in their place.
//
// Headings and descriptions become a part of the tree of the page, so that they are found, linked
// to and checked like all others. What is drawn around them is looked up in the specification when
// the page is drawn.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "markdown/parse.h"
#include "site/api/api_reference.h"
#include "site/api/find_specification.h"
#include "site/build_site.h"

namespace carnet {

// What a block is to show.
struct ApiTarget {
  enum class Heading : std::uint8_t { Own, OfPage };

  ApiBlock::Kind kind = ApiBlock::Kind::Overview;
  const openapi::Specification* specification = nullptr;
  const openapi::Operation* operation = nullptr;
  std::vector<const openapi::Schema*> schemas{};
  Heading heading = Heading::Own;
};
using ApiTargets = std::unordered_map<const Node*, ApiTarget>;

// The specifications that were read, by the paths of their files.
using Specifications = std::unordered_map<std::string_view, const openapi::Specification*>;

// The one that a request means, or nullptr.
const openapi::Specification* choose_specification(const SpecificationFinder& finder,
                                                   const SpecificationRequest& request,
                                                   const Specifications& specifications);

// Fills `reference.blocks`, and the trees of the pages. `made` are blocks that carnet itself put
// into pages. A specification that is not in the book is an `unresolved-spec`, once for each; a
// part that it does not have is a `missing-operation` at the block, which stays as it was.
void expand_api_blocks(SiteSources& site, const SpecificationFinder& finder,
                       const Specifications& specifications, const ApiTargets& made,
                       const ParseOptions& options, ApiReference& reference, Sources& sources,
                       unsigned jobs, Diagnostics& diagnostics);

}  // namespace carnet
