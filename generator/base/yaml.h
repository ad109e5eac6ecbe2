// The one door to yaml-cpp: a YAML or JSON text becomes a YamlNode.
//
// A book is untrusted, and yaml-cpp trusting: it takes an unclosed quote,
// doubled keys and a second document without a word, and its aliases can make
// a tree of any size from a few lines. Here each of these is a problem with its
// place, and size, depth and number of nodes have limits (limits.h).

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/source.h"
#include "base/yaml_node.h"
#include "base/yaml_problem.h"

namespace carnet {

struct YamlDocument {
  YamlNode root;  // Null for an empty text.
  std::vector<YamlProblem> problems;
  // The parser gave up on the way: `root` holds what was certain before.
  bool is_broken = false;
};

// How much of a text is read. See limits.h.
struct YamlLimits {
  std::size_t bytes = kMaxYamlBytes;
  std::size_t nodes = kMaxYamlNodes;
  std::size_t depth = kMaxYamlDepth;
};

// Never fails: what is wrong is in `problems`. `where` says what `text` is
// within its source; all spans of the result are offsets in that source.
// Requires valid UTF-8, and where.end - where.begin == text.size().
YamlDocument parse_yaml(std::string_view text, Span where, const YamlLimits& limits = {});

// The same for a text that may be JSON: what YAML has no words for (halves of surrogates, tabs
// before a key) is understood, and large files are read faster. What is no JSON is read as YAML.
YamlDocument parse_yaml_or_json(std::string_view text, Span where, const YamlLimits& limits = {});

// A whole source.
YamlDocument parse_yaml(const Sources& sources, SourceId source);

}  // namespace carnet
