// The one door to yaml-cpp: a YAML or JSON text becomes a YamlNode.
//
// A book is untrusted, and yaml-cpp trusting: it takes an unclosed quote,
// doubled keys or a second document without a word, and its aliases can make
// a tree of any size from a few lines. Here each of these is a problem with its
// place, and size, depth and number of nodes have limits.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/yaml_node.h"
#include "base/yaml_problem.h"

namespace carnet {

// The configuration of a large book is 50 kB; a text beyond this is no
// configuration.
inline constexpr std::size_t kMaxYamlBytes = 1'000'000;

// Nodes, counting each time that an alias repeats them. 600 redirects make
// 1,200; the limit is about 30 MB of memory.
inline constexpr std::size_t kMaxYamlNodes = 200'000;

// Lists and maps inside each other. Real ones nest five deep.
inline constexpr std::size_t kMaxYamlDepth = 64;

struct YamlDocument {
  YamlNode root;  // Null for an empty text.
  std::vector<YamlProblem> problems;
  // The parser gave up on the way: `root` holds what was certain before.
  bool is_broken = false;
};

// Never fails: what is wrong is in `problems`. `where` says what `text` is
// within its source; all spans of the result are offsets in that source.
// Requires valid UTF-8, and where.end - where.begin == text.size().
YamlDocument parse_yaml(std::string_view text, Span where);

// A whole source.
YamlDocument parse_yaml(const Sources& sources, SourceId source);

}  // namespace carnet
