// Entries of SUMMARY.md that are a few lines of YAML: pages to be made of a specification.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "site/build_site.h"

namespace carnet {

struct ComputedNode {
  enum class Grouping : std::uint8_t { ByTag, ByOperation };

  const Node* code = nullptr;  // Where it stands in the summary.
  std::size_t book = 0;
  Span where;
  // The folder of its pages, from the root of the sources: that of the entry that it stands
  // below, or one called like its group.
  std::string folder;
  std::string spec;  // What the specification is called.
  Grouping grouping = Grouping::ByTag;
  bool has_models = false;
  bool has_download = false;
};

// Those of all summaries, in their order, as far as GitBook would know them, too.
std::vector<ComputedNode> read_computed_nodes(const SiteSources& site, Sources& sources);

}  // namespace carnet
