#include "markdown/parse.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/cell_tags.h"
#include "markdown/check_targets.h"
#include "markdown/code_language.h"
#include "markdown/convert.h"
#include "markdown/feed.h"
#include "markdown/fold_alerts.h"
#include "markdown/fold_html.h"
#include "markdown/fold_references.h"
#include "markdown/fold_tags.h"
#include "markdown/fold_twins.h"
#include "markdown/index_document.h"
#include "markdown/inline_limits.h"
#include "markdown/read_symbols.h"
#include "markdown/tag_extension.h"
#include "markdown/tidy_residue.h"

namespace carnet {
namespace {

constexpr int kOptions = CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS;

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using OwnedParser = std::unique_ptr<cmark_parser, ParserDeleter>;
using OwnedTree = std::unique_ptr<cmark_node, NodeDeleter>;

OwnedParser make_parser(cmark_syntax_extension* tags) {
  OwnedParser parser(cmark_parser_new(kOptions));
  // Ours first: `table` claims every line that follows a paragraph.
  if (tags != nullptr) cmark_parser_attach_syntax_extension(parser.get(), tags);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  return parser;
}

// cmark leaves out footnotes that nobody refers to, with their text. So each
// definition gets a reference in a paragraph of ours at the end, which
// `drop_added_references` takes away again.
std::vector<std::string> find_footnote_labels(std::string_view text, std::uint32_t begin) {
  constexpr std::size_t kMaxLabelBytes = 256;
  std::vector<std::string> labels;
  for (std::size_t i = text.find("[^", begin); i != std::string_view::npos;
       i = text.find("[^", i + 2)) {
    const std::size_t length = text.substr(i + 2, kMaxLabelBytes).find(']');
    if (length == std::string_view::npos) continue;
    const std::string_view label = text.substr(i + 2, length);
    if (text.substr(i + 2 + length).starts_with("]:") && !label.empty() &&
        label.find_first_of(" \t\n[") == std::string_view::npos) {
      labels.emplace_back(label);
    }
  }
  return labels;
}

class AddedReferences {
 public:
  AddedReferences(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
    const cmark_node& current = *parser.current;
    if (current.type == CMARK_NODE_CODE_BLOCK || current.type == CMARK_NODE_HTML_BLOCK) return;
    const std::vector<std::string> labels = find_footnote_labels(parse.text, begin);
    if (labels.empty()) return;
    std::string text = "\n\n<!-- -->\n\n";
    for (const std::string& label : labels) text += "[^" + label + "]\n";
    const auto end = static_cast<std::uint32_t>(parse.text.size());
    parse.lines.resize(parse.lines.size() + 4 + labels.size(), FedLine{end, 0});
    cmark_parser_feed(&parser, text.data(), text.size());
    is_added_ = true;
  }

  void drop(cmark_node& root) const {
    if (!is_added_) return;
    cmark_node* last = root.last_child;
    while (last != nullptr && last->type == CMARK_NODE_FOOTNOTE_DEFINITION) last = last->prev;
    if (last == nullptr || last->type != CMARK_NODE_PARAGRAPH) return;
    cmark_node* mark = last->prev;
    cmark_node_free(last);
    if (mark != nullptr && mark->type == CMARK_NODE_HTML_BLOCK) cmark_node_free(mark);
  }

 private:
  bool is_added_ = false;
};

}  // namespace

void warm_up_parser() {
  static std::once_flag once;
  std::call_once(once, [] {
    cmark_gfm_core_extensions_ensure_registered();
    register_tag_node();
    // Leaves the special characters of all extensions, ours too, in cmark's table.
    Diagnostics ignored;
    TagParse parse({}, kNoSource, ignored);
    cmark_syntax_extension* tags = make_tag_extension(parse);
    {
      const OwnedParser parser = make_parser(tags);
      const OwnedTree tree(cmark_parser_finish(parser.get()));
    }
    free_tag_extension(tags);
  });
}

Document parse_document(const Sources& sources, SourceId source, const ParseOptions& options,
                        Diagnostics& diagnostics) {
  const std::string_view text = sources.text(source);
  Document document(source);
  TagParse parse(text, source, diagnostics);
  const bool is_gitbook = options.dialect == ParseOptions::Dialect::GitBook;
  if (is_gitbook) document.front_matter = parse_front_matter(source, text, diagnostics);
  const auto begin = document.front_matter.body_begin;

  cmark_syntax_extension* tags = is_gitbook ? make_tag_extension(parse) : nullptr;
  {
    const OwnedParser parser = make_parser(tags);
    if (is_gitbook) {
      feed_with_tags(*parser, parse, begin);
    } else {
      feed_plain(*parser, parse, begin);
    }
    limit_inlines(*parser, parse);
    const AddedReferences references(*parser, parse, begin);
    const OwnedTree tree(cmark_parser_finish(parser.get()));
    references.drop(*tree);
    convert_tree(*tree, parse, document);
    place_cell_tags(document, text, parse.cell_tags);
  }
  if (tags != nullptr) free_tag_extension(tags);

  if (is_gitbook) {
    fold_tags(document, text, diagnostics);
    fold_alerts(document, text);
  }
  if (options.html != ParseOptions::Html::Raw) {
    fold_html(document, text,
              options.html == ParseOptions::Html::Trusted ? HtmlPolicy::Trusted : HtmlPolicy::Safe,
              diagnostics);
    if (is_gitbook) fold_twins(document, text, diagnostics);
  }
  if (options.dialect != ParseOptions::Dialect::Markdown) {
    tidy_residue(document, text);
    fold_references(document, text);
    read_symbols(document, diagnostics);
  }
  if (options.placeholders != nullptr) {
    fill_placeholders(document, text, *options.placeholders, diagnostics);
  }
  index_document(document);
  if (is_gitbook) {
    check_languages(document, text, diagnostics);
    check_targets(document, text, diagnostics);
  }
  return document;
}

}  // namespace carnet
