#include "markdown/tag_extension.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <atomic>
#include <optional>

#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/formula_syntax.h"
#include "markdown/tag.h"

// Parsing in cmark-gfm is not re-entrant: every parse adds the extensions'
// special characters to one global table and takes them out at its end, which
// may be in the middle of another thread's parse (cmark-gfm pull request 176).
// So we link with --wrap: the characters are added by one parse before any
// thread starts, and stay. See warm_up_parser in parse.cc.
extern "C" {
void __real_cmark_inlines_add_special_character(unsigned char c, bool emphasis);     // NOLINT
void __wrap_cmark_inlines_add_special_character(unsigned char c, bool emphasis);     // NOLINT
void __wrap_cmark_inlines_remove_special_character(unsigned char c, bool emphasis);  // NOLINT

namespace {
std::atomic<bool> known_characters[256];
}

void __wrap_cmark_inlines_add_special_character(unsigned char c, bool emphasis) {  // NOLINT
  if (known_characters[c].load(std::memory_order_acquire)) return;
  __real_cmark_inlines_add_special_character(c, emphasis);
  known_characters[c].store(true, std::memory_order_release);
}

void __wrap_cmark_inlines_remove_special_character(unsigned char /*c*/,  // NOLINT
                                                   bool /*emphasis*/) {}
}

namespace carnet {
namespace {

cmark_node_type tag_type = CMARK_NODE_NONE;

bool is_html_of_type_6_or_7(const cmark_node& node) {
  return node.type == CMARK_NODE_HTML_BLOCK && node.as.html_block_type >= 6;
}

void report_malformed(TagParse& parse, std::uint32_t offset) {
  if (parse.last_malformed == offset + 1) return;  // One line is offered several times.
  parse.last_malformed = offset + 1;
  const std::size_t line_end = parse.text.find('\n', offset);
  const auto end = static_cast<std::uint32_t>(std::min(line_end, parse.text.size()));
  const bool is_brace = parse.text[offset] == '{';
  parse.diagnostics.report(
      DiagnosticKind::MalformedTag, {parse.source, offset, end},
      is_brace ? "this tag is not closed by `%}`" : "this tag is not closed by `%>`",
      "it is shown as text; write the whole tag on one line, with the same kind of bracket at "
      "both ends");
}

cmark_node* open_tag(cmark_syntax_extension* extension, int /*indented*/, cmark_parser* parser,
                     cmark_node* parent, unsigned char* input, int length) {
  auto& parse = *static_cast<TagParse*>(cmark_syntax_extension_get_private(extension));
  if (parse.found || parser->blank) return nullptr;
  const int at = parser->first_nonspace;
  if (at + 1 >= length || (input[at] != '{' && input[at] != '<') || input[at + 1] != '%') {
    return nullptr;
  }
  // Read the tag in the source itself: it may go on on the next line.
  const FedLine& line = parse.lines[static_cast<std::size_t>(parser->line_number) - 1];
  const std::uint32_t offset = line.offset + static_cast<std::uint32_t>(at) - line.prefix;
  const std::string_view text = parse.text.substr(offset);
  const std::optional<ParsedTag> tag = parse_tag(text);
  if (!tag) {
    if (begins_like_tag(text)) report_malformed(parse, offset);
    return nullptr;
  }
  cmark_node* node = cmark_parser_add_child(parser, parent, tag_type, at + 1);
  cmark_node_set_syntax_extension(node, extension);
  if (const BlockSpec* block = find_block(tag->name)) {
    std::vector<std::string>& open = parse.open[block->name];
    if (!tag->is_end) {
      open.emplace_back(reinterpret_cast<const char*>(input), at);
    } else if (!open.empty()) {
      open.pop_back();
    }
  }
  parse.found = true;
  parse.tag_end = offset + static_cast<std::uint32_t>(tag->length);
  node->internal_offset = static_cast<int>(offset);
  node->as.opaque = nullptr;
  // The line is used up; its rest is fed as a line of its own.
  cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input),
                              length - 1 - parser->offset, 0);
  return node;
}

}  // namespace

void register_tag_node() {
  if (tag_type == CMARK_NODE_NONE) tag_type = cmark_syntax_extension_add_node(0);
}

std::uint16_t tag_node_type() { return static_cast<std::uint16_t>(tag_type); }

cmark_syntax_extension* make_tag_extension(TagParse& parse) {
  cmark_syntax_extension* extension = cmark_syntax_extension_new("carnet-tag");
  cmark_syntax_extension_set_open_block_func(extension, open_tag);
  cmark_syntax_extension_set_private(extension, &parse, nullptr);
  add_formula_syntax(extension);
  return extension;
}

void free_tag_extension(cmark_syntax_extension* extension) {
  cmark_syntax_extension_free(cmark_get_default_mem_allocator(), extension);
}

bool end_html_block(cmark_parser& parser, const std::string& prefix) {
  if (!is_html_of_type_6_or_7(*parser.current)) return false;
  const std::string line = prefix + "\n";
  cmark_parser_feed(&parser, line.data(), line.size());
  clear_blank_line(parser);
  return true;
}

void clear_blank_line(cmark_parser& parser) {
  for (cmark_node* node = parser.current; node != nullptr; node = node->parent) {
    node->flags = static_cast<std::uint16_t>(node->flags & ~CMARK_NODE__LAST_LINE_BLANK);
    if (node->last_child != nullptr) {
      node->last_child->flags =
          static_cast<std::uint16_t>(node->last_child->flags & ~CMARK_NODE__LAST_LINE_BLANK);
    }
  }
}

}  // namespace carnet
