// The content of one page of the site -> HTML.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "render/code/colours.h"
#include "render/markdown_renderer.h"
#include "render/page_context.h"
#include "render/page_needs.h"

namespace carnet {

class ColumnWords;

// A text in a code, and where it stands there.
struct CodePiece {
  const Node* node = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

class PageRenderer : public MarkdownRenderer {
 public:
  PageRenderer(const PageContext& context, std::string& out);

  // All of the page but its title.
  void render_content();
  // The title's own content, without the `<h1>` around it.
  void render_title();

  // What was drawn so far needs this.
  const PageNeeds& needs() const { return needs_; }

  // --- For the blocks' views and for what draws elements.
  const PageContext& context() const { return context_; }
  // What a link, an image, a block or an element leads to. Requires that it has a number.
  const ResolvedLink& link_of(const Node& node) const { return context_.links[node.number]; }
  const Link& written_link_of(const Node& node) const {
    return context_.page.document->links[node.number];
  }
  // The id of a heading, a tab, a summary or an element; may be empty.
  std::string_view id_of(const Node& node) const;
  // The children as a text of their own.
  std::string render_apart(const Node& node);
  // The children of what is code, with the colours of their texts. `pieces` are these texts, in
  // the order of the tree.
  std::string render_code(const Node& node, const std::vector<CodePiece>& pieces,
                          CodeColours& colours);
  // What the words of a code are. None if the page has had its share of colours.
  std::vector<Token> colour(std::string_view code, std::string_view language);
  // The words that stand for what a link leads to: the heading's, the page's
  // label. Empty if it leads out of the site.
  std::string_view title_of_target(const ResolvedLink& link) const;
  bool is_in_heading() const { return is_in_heading_; }
  bool is_in_link() const { return is_in_link_; }
  // Whether a picture waits for the reader's click.
  bool is_remote(const ResolvedLink& link) const;
  // The page shows a picture of this host, perhaps after a click.
  void allow_image_host(std::string host) { needs_.image_hosts.insert(std::move(host)); }
  PageNeeds& needs() { return needs_; }
  // See PageNeeds::drawn.
  void note_drawn(std::string_view name) {
    if (!needs_.drawn.contains(name)) needs_.drawn.emplace(name);
  }

  // True once for each page: this picture is likely to be seen before the reader scrolls.
  bool take_first_picture() { return std::exchange(waits_for_picture_, false); }
  // The title of this picture is shown below it.
  void set_captioned(const Node* image) { captioned_ = image; }
  bool is_captioned(const Node& image) const { return captioned_ == &image; }
  // Something on the page wants to be wider than its text.
  void note_wide() { has_wide_ = true; }
  bool has_wide() const { return has_wide_; }

  void render_template(std::string_view name, const Value& view);
  // `<a>`, or what is left of it: a broken link, the words of a link in a link. `written`
  // stands in for words that there are not.
  void render_linked(const Node& node, const ResolvedLink& link, std::string_view written);
  // This link, drawn later, is to cover the card that it stands in. Null: none is.
  void stretch_link(const Node* link) { stretched_link_ = link; }
  // Draws with `draw` what stands inside a link that the caller has opened.
  template <typename Draw>
  void inside_link(Draw draw) {
    const bool was_in_link = std::exchange(is_in_link_, true);
    draw();
    is_in_link_ = was_in_link;
  }
  // Numbers the tables of a page, from 1.
  std::size_t count_table() { return ++tables_; }
  // True once for each thing: what is told of it is told where it comes first on the page.
  bool is_new(const void* thing) { return told_.insert(thing).second; }
  // Numbers what needs an id and has no name, from 1.
  std::size_t count_part() { return ++parts_; }
  // The `<option>`s that were met so far, by their value.
  std::unordered_map<std::string_view, const Node*>& choices() { return choices_; }
  // Attributes that go into a page as they are, after the name of an element.
  void render_attributes(const Node& node);
  // An element that needs nothing special.
  void render_generic(const Node& node);

 protected:
  void render_text(const Node& node) override;
  void render_heading(const Node& node) override;
  void render_paragraph(const Node& node) override;
  void render_code_block(const Node& node) override;
  void render_list(const Node& node) override;
  void render_list_item(const Node& node) override;
  void render_table(const Node& node) override;
  void render_link(const Node& node) override;
  void render_image(const Node& node) override;
  void render_footnote_reference(const Node& node) override;
  void render_formula(const Node& node) override;
  void render_element(const Node& node) override;
  void render_block(const Node& node) override;

 private:
  // The code that is being drawn.
  struct Code {
    const std::vector<CodePiece>& pieces;
    CodeColours& colours;
    std::size_t next = 0;  // Of `pieces`.
  };

  // Words that are no code, with links to the glossary.
  void render_words(const Node& node);
  void print_words(std::string_view words);
  void render_anchor_marks(const Node& heading);
  // How deep in the headings of the page, 2 to 6, one of this level stands that comes next.
  int enter_heading(int level);
  void render_footnotes();
  void render_row(const Node& row, const ColumnWords& words);
  void add_page_icon(const Page& page);
  void note_references(const Node& title);
  std::string links_to_references(const Node& footnote) const;
  void render_remote_images(const Node& node);

  const PageContext& context_;
  std::unordered_map<const Node*, std::size_t> anchors_;  // Of what is no heading.
  PageNeeds needs_;
  // Of each note's number: the places on this page that refer to it.
  std::unordered_map<std::uint32_t, std::vector<std::uint8_t>> notes_called_;
  std::unordered_map<std::string_view, const Node*> choices_;
  const Node* stretched_link_ = nullptr;
  std::size_t tables_ = 0;
  std::size_t parts_ = 0;
  std::unordered_set<const void*> told_;
  const Node* captioned_ = nullptr;
  bool waits_for_picture_ = true;
  bool has_wide_ = false;
  std::optional<Code> code_;
  std::uint64_t colour_cost_ = 0;
  std::set<std::size_t> terms_linked_;  // By their places in the glossary.
  std::vector<int> heading_levels_;     // Of the headings that the text stands below.
  bool is_in_heading_ = false;
  bool is_in_link_ = false;
};

}  // namespace carnet
