// The tree of a document -> HTML, as CommonMark prescribes it.
//
// This class knows Markdown only: links lead where they say, headings have no
// ids. The pages of a site are drawn by PageRenderer, which overrides what a
// site does differently; everything else is this very code, so that it can be
// held against the examples of the CommonMark specification.

#pragma once

#include <string>
#include <string_view>

#include "markdown/document.h"

namespace carnet {

// "left", "center", "right"; empty for None.
std::string_view name_of(Alignment alignment);

class MarkdownRenderer {
 public:
  // Appends to `out`, which must outlive the renderer.
  explicit MarkdownRenderer(std::string& out) : out_(out) {}
  virtual ~MarkdownRenderer() = default;

  void render(const Node& node);
  void render_children(const Node& node);

  // --- For what draws parts of a page.
  std::string& out() { return out_; }
  // Begins a new line, unless one has just begun.
  void line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }
  // Both escape their values.
  void text(std::string_view value);
  void attribute(std::string_view name, std::string_view value);

 protected:
  virtual void render_text(const Node& node);
  virtual void render_heading(const Node& node);
  virtual void render_paragraph(const Node& node);
  virtual void render_code_block(const Node& node);
  virtual void render_list(const Node& node);
  virtual void render_list_item(const Node& node);
  virtual void render_table(const Node& node);
  virtual void render_link(const Node& node);
  virtual void render_image(const Node& node);
  virtual void render_footnote_reference(const Node& node);
  virtual void render_formula(const Node& node);
  virtual void render_element(const Node& node);
  virtual void render_block(const Node& node);

  void wrap(std::string_view name, const Node& node);

  std::string& out_;  // NOLINT(misc-non-private-member-variables-in-classes)

 private:
  void render_block_quote(const Node& node);
  void render_raw_html(const Node& node);
};

// A document as plain CommonMark would be shown: its blocks, then its footnotes.
std::string render_markdown(const Document& document);

}  // namespace carnet
