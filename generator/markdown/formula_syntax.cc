#include "markdown/formula_syntax.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <algorithm>
#include <string>

#include "base/limits.h"
#include "base/text.h"

namespace carnet {
namespace {

constexpr std::string_view kMark = "$$";

// What tells a formula from HTML: this very address.
const char kFormulaMark[] = "formula";

// The next mark that is not escaped: TeX writes a dollar as `\$`.
std::size_t find_mark(std::string_view text, std::size_t from) {
  for (std::size_t i = text.find(kMark, from); i != text.npos; i = text.find(kMark, i + 1)) {
    std::size_t backslashes = 0;
    while (i - backslashes > from && text[i - backslashes - 1] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return i;
  }
  return text.npos;
}

cmark_node* match(cmark_syntax_extension* /*extension*/, cmark_parser* parser,
                  cmark_node* /*parent*/, unsigned char /*character*/,
                  cmark_inline_parser* inlines) {
  const cmark_chunk* chunk = cmark_inline_parser_get_chunk(inlines);
  const std::string_view text(reinterpret_cast<const char*>(chunk->data),
                              static_cast<std::size_t>(chunk->len));
  const auto open = static_cast<std::size_t>(cmark_inline_parser_get_offset(inlines));
  if (!text.substr(open).starts_with(kMark)) return nullptr;
  const std::size_t begin = open + kMark.size();
  const std::size_t close = find_mark(text.substr(0, begin + kMaxFormulaBytes), begin);
  if (close == text.npos) return nullptr;
  const std::string_view source = trim(text.substr(begin, close - begin));
  // Two dollars, and two more in code behind them, are no formula.
  if (source.empty() || source.find('`') != source.npos) return nullptr;

  // cmark-gfm's tables hold no nodes of other extensions, nor custom ones.
  cmark_node* node = cmark_node_new_with_mem(CMARK_NODE_HTML_INLINE, parser->mem);
  cmark_node_set_literal(node, std::string(source).c_str());
  cmark_node_set_user_data(node, const_cast<char*>(kFormulaMark));
  node->start_line = node->end_line = cmark_inline_parser_get_line(inlines);
  node->start_column = node->end_column = cmark_inline_parser_get_column(inlines);
  cmark_inline_parser_set_offset(inlines, static_cast<int>(close + kMark.size()));
  return node;
}

bool has_empty_line(std::string_view text) {
  for (std::size_t i = text.find('\n'); i != text.npos; i = text.find('\n', i + 1)) {
    const std::size_t next = text.find_first_not_of(" \t>", i + 1);
    if (next != text.npos && text[next] == '\n') return true;
  }
  return false;
}

}  // namespace

bool is_formula(const cmark_node& node) {
  return node.type == CMARK_NODE_HTML_INLINE && node.user_data == kFormulaMark;
}

void add_formula_syntax(cmark_syntax_extension* extension) {
  cmark_mem* memory = cmark_get_default_mem_allocator();
  cmark_syntax_extension_set_match_inline_func(extension, match);
  // cmark-gfm keeps a character in the place of a pointer.
  void* dollar = reinterpret_cast<void*>('$');  // NOLINT(performance-no-int-to-ptr)
  cmark_syntax_extension_set_special_inline_chars(extension,
                                                  cmark_llist_append(memory, nullptr, dollar));
}

std::optional<FormulaBlock> find_formula_block(std::string_view text, std::size_t open,
                                               std::size_t limit) {
  text = text.substr(0, std::min(limit, open + kMaxFormulaBytes));
  FormulaBlock block;
  block.source_begin = open + kMark.size();
  block.source_end = find_mark(text, block.source_begin);
  if (block.source_end == text.npos) return std::nullopt;
  const std::string_view source =
      text.substr(block.source_begin, block.source_end - block.source_begin);
  const std::size_t first_line = source.find('\n');
  if (first_line == source.npos || trim(source).empty()) return std::nullopt;
  if (!trim(source.substr(0, first_line)).empty() && has_empty_line(source)) return std::nullopt;
  const std::size_t behind = block.source_end + kMark.size();
  const std::size_t line_end = text.find('\n', behind);
  block.end = line_end == text.npos ? text.size() : line_end + 1;
  if (!trim(text.substr(behind, block.end - behind)).empty()) return std::nullopt;
  return block;
}

}  // namespace carnet
