#include "render/feed_renderer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/path.h"
#include "render/page_view.h"

namespace carnet {
namespace {

template <std::size_t Count>
bool contains(const std::array<std::string_view, Count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Attributes that mean something without a style sheet.
constexpr std::array<std::string_view, 9> kKept = {"alt",     "colspan", "dir",   "height", "lang",
                                                   "rowspan", "start",   "title", "width"};
constexpr std::array<std::string_view, 6> kVoid = {"br", "hr", "img", "input", "source", "wbr"};
constexpr std::array<std::string_view, 4> kShown = {"img", "source", "video", "audio"};

}  // namespace

std::string FeedRenderer::address_of(const Node& node) const {
  if (node.number == kNoNumber) return {};
  const ResolvedLink& link = context_.links[node.number];
  const std::size_t fragment = std::min(link.url.find('#'), link.url.size());
  switch (link.target) {
    case ResolvedLink::Target::Page:
      return web_address(context_.site, link.page->permalink) + link.url.substr(fragment);
    case ResolvedLink::Target::File:
      return web_address(context_.site, context_.site.assets[link.asset].permalink) +
             link.url.substr(fragment);
    case ResolvedLink::Target::External: return link.url;
    case ResolvedLink::Target::Nothing: break;
  }
  return {};
}

std::string FeedRenderer::name_of(const Node& node) const {
  const ResolvedLink& link = context_.links[node.number];
  if (link.heading != nullptr) return link.heading->text;
  if (link.page != nullptr) return link.page->label;
  if (link.target == ResolvedLink::Target::File) {
    return std::string(file_name_of(context_.site.assets[link.asset].source_path));
  }
  return std::string(context_.page.document->links[node.number].destination);
}

void FeedRenderer::render_anchor(const Node& node) {
  const std::string address = address_of(node);
  if (!address.empty()) {
    out_ += "<a";
    attribute("href", address);
    out_ += '>';
  }
  const bool has_own_words =
      node.first_child != nullptr && node.kind != NodeKind::Block &&
      !(node.number != kNoNumber && context_.page.document->links[node.number].is_mention);
  if (has_own_words || node.number == kNoNumber) {
    render_children(node);
  } else {
    text(name_of(node));
  }
  if (!address.empty()) out_ += "</a>";
}

void FeedRenderer::render_link(const Node& node) { render_anchor(node); }

void FeedRenderer::render_image(const Node& node) {
  const std::string address = address_of(node);
  if (address.empty()) return text(to_plain_text(node));
  out_ += "<img";
  attribute("src", address);
  attribute("alt", to_plain_text(node));
  out_ += '>';
}

void FeedRenderer::render_footnote_reference(const Node& node) {
  out_ += "<sup>" + std::to_string(node.number) + "</sup>";
}

void FeedRenderer::render_element(const Node& node) {
  if (node.text == "a" || node.text == "iframe") return render_anchor(node);
  out_.append("<").append(node.text);
  if (contains(kShown, node.text)) {
    if (const std::string address = address_of(node); !address.empty()) {
      attribute(node.text == "source" ? "srcset" : "src", address);
    }
  }
  for (const Attribute& written : node.attributes) {
    if (contains(kKept, written.name)) attribute(written.name, written.value);
  }
  out_ += '>';
  if (contains(kVoid, node.text)) return;
  render_children(node);
  out_.append("</").append(node.text).append(">");
}

void FeedRenderer::render_block(const Node& node) {
  line();
  if (const std::string_view title = attribute_value(node, "title"); !title.empty()) {
    out_ += "<p><strong>";
    text(title);
    out_ += "</strong></p>\n";
  }
  if (node.number != kNoNumber) {
    out_ += "<p>";
    render_anchor(node);
    out_ += "</p>\n";
    if (node.block->body == BlockSpec::Body::Fallback) return;
  }
  render_children(node);
}

}  // namespace carnet
