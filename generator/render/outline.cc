#include "render/outline.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/html_escape.h"
#include "base/url.h"
#include "blocks/registry.h"

namespace carnet {
namespace {

bool is_method(const Node& node) {
  return node.is_block_of(kApiMethod) || node.is_block_of(kSwagger);
}

// Of the headings below the title. A later H1 is drawn as an H2: see PageRenderer::render_heading.
int highest_level(const Page& page) {
  int highest = 6;
  for (const Heading& heading : page.document->headings) {
    if (heading.node != page.title_node) highest = std::min<int>(highest, heading.level);
  }
  return std::max(highest, 2);
}

}  // namespace

std::string outline_html(const Page& page) {
  struct Line {
    bool is_inner;
    std::string_view id;
    std::string_view text;
  };
  std::vector<Line> lines;
  const Document& document = *page.document;
  const int outer = highest_level(page);
  std::size_t next = 0;  // Anchors come in the order of the page, with those of headings.
  const auto add_methods = [&](std::size_t stop) {
    for (; next < stop; ++next) {
      const Anchor& anchor = document.anchors[next];
      if (is_method(*anchor.node)) lines.push_back({true, page.anchors[next].id, anchor.text});
    }
  };
  for (const Heading& heading : document.headings) {
    add_methods(heading.anchor);
    const std::string_view id = page.anchors[heading.anchor].id;
    if (heading.node == page.title_node || heading.level > outer + 1 || heading.text.empty() ||
        id.empty()) {
      continue;
    }
    lines.push_back({heading.level > outer, id, heading.text});
  }
  add_methods(document.anchors.size());
  if (lines.size() < 2) return {};
  std::string html = "<ul>";
  bool is_open = false;      // An outer `<li>` waits for its end.
  bool is_in_inner = false;  // So does a list in it.
  for (const Line& line : lines) {
    if (line.is_inner && !is_in_inner && is_open) {
      html += "<ul>";
      is_in_inner = true;
    } else if (!line.is_inner) {
      if (is_in_inner) html += "</ul>";
      if (is_open) html += "</li>";
      is_in_inner = false;
      is_open = true;
    }
    html += "<li><a href=\"#" + escape_html(encode_url(line.id)) + "\">" + escape_html(line.text) +
            "</a>";
    if (line.is_inner) html += "</li>";
  }
  if (is_in_inner) html += "</ul>";
  if (is_open) html += "</li>";
  return html + "</ul>";
}

}  // namespace carnet
