// Terms of the glossary in the text of a page: the first time that one is used, it
// is a link to what it means.

#include <algorithm>
#include <array>
#include <string_view>

#include "base/french_spacing.h"
#include "base/url.h"
#include "render/page_renderer.h"

namespace carnet {
namespace {

// What is a heading, a link or code, or leads somewhere as a whole.
bool excludes_terms(const Node& node) {
  constexpr std::array<std::string_view, 14> kElements = {
      "a",  "button", "code", "h1",  "h2",     "h3",   "h4",
      "h5", "h6",     "kbd",  "pre", "select", "samp", "summary",
  };
  constexpr std::array<std::string_view, 4> kBlocks = {"content-ref", "embed", "file", "page-ref"};
  switch (node.kind) {
    case NodeKind::Heading:
    case NodeKind::Link:
    case NodeKind::Image:
    case NodeKind::Code:
    case NodeKind::CodeBlock: return true;
    case NodeKind::Block:
      return std::find(kBlocks.begin(), kBlocks.end(), node.block->name) != kBlocks.end();
    case NodeKind::Element:
      // A card is a link itself.
      return std::find(kElements.begin(), kElements.end(), node.text) != kElements.end() ||
             find_attribute(node, "data-view") != nullptr;
    default: return false;
  }
}

bool may_hold_terms(const Node& text) {
  for (const Node* node = text.parent; node != nullptr; node = node->parent) {
    if (excludes_terms(*node)) return false;
  }
  return true;
}

}  // namespace

void PageRenderer::render_words(const Node& node) {
  const Page& page = context_.page;
  const Glossary& glossary = page.book->glossary;
  if (glossary.empty() || &page == page.book->glossary_page || is_in_link_ || is_in_heading_ ||
      !may_hold_terms(node)) {
    return print_words(node.text);
  }
  std::size_t printed = 0;
  std::size_t from = 0;
  while (const auto match = glossary.find(node.text, from)) {
    from = match->end;
    const Term& term = glossary.terms()[match->term];
    if (!terms_linked_.insert(match->term).second) continue;
    print_words(node.text.substr(printed, match->begin - printed));
    out_ += "<a class=\"term\"";
    attribute("href",
              context_.url_of(page.book->glossary_page->permalink) + "#" + encode_url(term.anchor));
    if (!term.definition.empty()) attribute("title", term.definition);
    out_ += '>';
    text(node.text.substr(match->begin, match->end - match->begin));
    out_ += "</a>";
    printed = match->end;
  }
  print_words(node.text.substr(printed));
}

void PageRenderer::print_words(std::string_view words) {
  if (context_.has_french_spacing && may_need_french_spacing(words)) {
    return text(with_french_spacing(words));
  }
  text(words);
}

}  // namespace carnet
