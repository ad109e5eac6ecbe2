// The links of a page, and what is left of them where there can be none.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "render/elements/parts.h"
#include "render/icon_html.h"
#include "render/page_renderer.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

// The words of a link whose target is lost. The name of its file, which is all that GitBook left
// of `[setup-guide.md](/broken/pages/x)`, says little to a reader; then they are made of that.
std::optional<std::string> words_of_lost(const Node& link) {
  std::string words(trim(to_plain_text(link)));
  if (!words.ends_with(".md")) return {};
  words = file_name_of(std::string_view(words).substr(0, words.size() - 3));
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return words == "README" ? std::string() : words;
}

// Whether the words of a link are its address, as in `<https://example.org/a>`.
bool shows_address(const Node& link, std::string_view url) {
  const Node* words = link.first_child;
  if (words == nullptr || words->next != nullptr || words->kind != NodeKind::Text) return false;
  const auto bare = [](std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme != address.npos) address.remove_prefix(scheme + 3);
    if (address.ends_with('/')) address.remove_suffix(1);
    return address;
  };
  return bare(trim(words->text)) == bare(url);
}

}  // namespace

std::string_view PageRenderer::title_of_target(const ResolvedLink& link) const {
  if (link.heading != nullptr) return link.heading->text;
  return link.page != nullptr ? std::string_view(link.page->label) : std::string_view();
}

void PageRenderer::render_link(const Node& node) {
  // A note that does not exist.
  if (node.text.starts_with("#user-content-fn-")) return render_children(node);
  render_linked(node, link_of(node), node.text);
}

void PageRenderer::render_linked(const Node& node, const ResolvedLink& link,
                                 std::string_view written) {
  const Link& source = context_.page.document->links[node.number];
  const std::string_view title =
      source.is_mention || node.first_child == nullptr ? title_of_target(link) : std::string_view();
  const bool is_button = node.kind == NodeKind::Element && has_class(node, "button");
  const auto content = [&] {
    if (is_button) out_ += icon_html(attribute_value(node, "data-icon"));
    if (!title.empty()) {
      if (link.heading == nullptr) add_page_icon(*link.page);
      text(title);
    } else if (node.first_child == nullptr) {
      text(written);
    } else {
      is_in_link_ = true;
      render_children(node);
      is_in_link_ = false;
    }
  };
  if (link.target == ResolvedLink::Target::Nothing) {
    out_ += "<span class=\"broken-link\"";
    attribute("title", context_.word("broken_link"));
    out_ += '>';
    if (const std::optional<std::string> words = words_of_lost(node)) {
      text(words->empty() ? context_.word("broken_link") : std::string_view(*words));
    } else {
      content();
    }
    out_ += "</span>";
    return;
  }
  if (is_in_link_) return content();  // HTML allows no link in a link.
  render_remote_images(node);
  out_ += &node == stretched_link_ ? "<a class=\"card-link\"" : "<a";
  attribute("href", link.url);
  if (node.kind == NodeKind::Link && !node.detail.empty() && !source.is_mention) {
    attribute("title", node.detail);
  }
  if (node.kind == NodeKind::Element) render_attributes(node);
  // On paper the address is not told twice.
  if (link.target == ResolvedLink::Target::External && shows_address(node, link.url)) {
    out_ += " data-address";
  }
  // A picture without words is the whole link.
  if (node.first_child != nullptr && title.empty() && says_nothing(node)) {
    const std::string_view name = title_of_target(link);
    attribute("aria-label", name.empty() ? web_title(written).title : std::string(name));
  }
  out_ += '>';
  content();
  out_ += "</a>";
}

// The icon that a page has in its front matter, before its title.
void PageRenderer::add_page_icon(const Page& page) {
  const std::string icon = icon_html(page.document->front_matter.icon.value);
  if (!icon.empty()) out_ += icon + ' ';
}

// The cards of pictures that stand inside a link: a card is a link itself, so
// it comes before.
void PageRenderer::render_remote_images(const Node& node) {
  for (const Node& child : node.children()) {
    if ((child.kind == NodeKind::Image || child.is_element("img")) && child.number != kNoNumber &&
        is_remote(link_of(child))) {
      render(child);
      out_ += ' ';
    }
    render_remote_images(child);
  }
}

}  // namespace carnet
