// A part of a page as news readers show it: plain HTML without the theme's classes,
// controls and pictures of its own, and every address complete.

#pragma once

#include <string>

#include "render/markdown_renderer.h"
#include "render/page_context.h"

namespace carnet {

class FeedRenderer : public MarkdownRenderer {
 public:
  FeedRenderer(const PageContext& context, std::string& out)
      : MarkdownRenderer(out), context_(context) {}

 protected:
  void render_link(const Node& node) override;
  void render_image(const Node& node) override;
  void render_footnote_reference(const Node& node) override;
  void render_element(const Node& node) override;
  void render_block(const Node& node) override;

 private:
  // Where the link of a node leads, from anywhere; empty if nowhere.
  std::string address_of(const Node& node) const;
  // What stands for a link without words.
  std::string name_of(const Node& node) const;
  void render_anchor(const Node& node);

  const PageContext& context_;
};

}  // namespace carnet
