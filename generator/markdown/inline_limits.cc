#include "markdown/inline_limits.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/byte_set.h"
#include "base/limits.h"

// As in convert.cc: Debian does not install the header that declares it.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE_CELL;  // NOLINT(readability-identifier-naming)
}

namespace carnet {
namespace {

int contains_no_inlines(cmark_syntax_extension* /*extension*/, cmark_node* /*node*/) { return 0; }

// A node that belongs to this extension keeps its text.
cmark_syntax_extension* plain_extension() {
  static cmark_syntax_extension* const plain = [] {
    cmark_syntax_extension* extension = cmark_syntax_extension_new("carnet-plain");
    cmark_syntax_extension_set_contains_inlines_func(extension, contains_no_inlines);
    return extension;
  }();
  return plain;
}

bool holds_inlines(const cmark_node& node) {
  return node.type == CMARK_NODE_PARAGRAPH || node.type == CMARK_NODE_HEADING ||
         node.type == CMARK_NODE_TABLE_CELL;
}

std::uint64_t largest_reference(const cmark_parser& parser) {
  std::uint64_t largest = 0;
  for (const cmark_map_entry* entry = parser.refmap->refs; entry != nullptr; entry = entry->next) {
    const auto& reference = *reinterpret_cast<const cmark_reference*>(entry);
    largest = std::max(largest, static_cast<std::uint64_t>(reference.url.len) +
                                    static_cast<std::uint64_t>(reference.title.len));
  }
  return largest;
}

// What parsing the inlines of one text may cost at most.
struct Cost {
  std::uint64_t steps = 0;
  std::uint64_t bytes = 0;  // Copies of reference links.
};

Cost cost_of(std::string_view text, std::uint64_t reference_bytes) {
  std::uint64_t images = 0;
  std::uint64_t opening = 0;
  std::uint64_t closing = 0;
  std::uint64_t declarations = 0;
  static constexpr ByteSet kCostly("[]<");
  for (std::size_t i = kCostly.find(text); i < text.size(); i = kCostly.find(text, i + 1)) {
    switch (text[i]) {
      case '[':
        ++opening;
        if (i > 0 && text[i - 1] == '!') ++images;
        break;
      case ']': ++closing; break;
      default:
        if (i + 1 < text.size() && (text[i + 1] == '!' || text[i + 1] == '?')) ++declarations;
        break;
    }
  }
  // Each link asks all open images; each declaration looks for its end, which is
  // quicker by the byte.
  return {images * closing + declarations * text.size() / 8, opening * reference_bytes};
}

// Ends a paragraph that is open when the text ends, so that its references count.
void close_paragraph(cmark_parser& parser, TagParse& parse) {
  if (parser.linebuf.size > 0) cmark_parser_feed(&parser, "\n", 1);
  if (parser.current->type != CMARK_NODE_PARAGRAPH) return;
  parse.lines.push_back({static_cast<std::uint32_t>(parse.text.size()), 0});
  cmark_parser_feed(&parser, "\n", 1);
}

cmark_node* next_in_document_order(cmark_node* node) {
  if (node->first_child != nullptr) return node->first_child;
  while (node != nullptr && node->next == nullptr) node = node->parent;
  return node == nullptr ? nullptr : node->next;
}

}  // namespace

void limit_inlines(cmark_parser& parser, TagParse& parse) {
  close_paragraph(parser, parse);
  const std::uint64_t reference_bytes = largest_reference(parser);
  const std::uint64_t most_bytes = kMaxOutputBase + kMaxOutputFactor * parse.text.size();
  Cost spent;
  bool is_reported = false;
  for (cmark_node* node = parser.root; node != nullptr; node = next_in_document_order(node)) {
    if (!holds_inlines(*node)) continue;
    const std::string_view text(reinterpret_cast<const char*>(node->content.ptr),
                                static_cast<std::size_t>(node->content.size));
    const Cost cost = cost_of(text, reference_bytes);
    if (spent.steps + cost.steps <= kMaxInlineSteps && spent.bytes + cost.bytes <= most_bytes) {
      spent.steps += cost.steps;
      spent.bytes += cost.bytes;
      continue;
    }
    node->extension = plain_extension();
    if (is_reported) continue;
    is_reported = true;
    const std::size_t line = static_cast<std::size_t>(std::max(1, node->start_line)) - 1;
    const std::uint32_t at = line < parse.lines.size() ? parse.lines[line].offset : 0;
    parse.diagnostics.report(DiagnosticKind::LimitReached, {parse.source, at, at},
                             "this text has very many brackets or references",
                             "it is shown as it was written");
  }
}

bool is_left_plain(const cmark_node& node) {
  return node.extension != nullptr && node.extension == plain_extension();
}

}  // namespace carnet
