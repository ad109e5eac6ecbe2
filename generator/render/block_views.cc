#include "render/block_views.h"

#include <string>
#include <string_view>

#include "base/html_escape.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "blocks/registry.h"

namespace carnet {
namespace {

std::string_view without_scheme(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes != std::string_view::npos) url.remove_prefix(slashes + 2);
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

const Attribute* find_link_attribute(const Node& block) {
  for (const Attribute& attribute : block.attributes) {
    switch (find_attribute(*block.block, attribute.name)->type) {
      case AttributeSpec::Type::PageLink:
      case AttributeSpec::Type::FileLink:
      case AttributeSpec::Type::WebLink: return &attribute;
      default: break;
    }
  }
  return nullptr;
}

// A card: where it leads and what is known of that place.
void set_link(Value& view, const Node& block, std::string_view written,
              const PageRenderer& renderer) {
  const ResolvedLink& link = renderer.link_of(block);
  const std::string fallback(trim(to_plain_text(block)));
  view.set("url", link.url);
  switch (link.target) {
    case ResolvedLink::Target::Page: {
      const DisplayName name = split_name(renderer.title_of_target(link));
      view.set("title", name.words).set("emoji", name.emoji);
      if (link.heading == nullptr) view.set("description", link.page->description);
      break;
    }
    case ResolvedLink::Target::File:
      view.set("title", file_name_of(renderer.context().site.assets[link.asset].source_path));
      break;
    case ResolvedLink::Target::External: {
      const bool is_named = !fallback.empty() && scheme_of(fallback).empty();
      view.set("external", true).set("host", host_of(link.url));
      view.set("title", is_named ? std::string_view(fallback) : without_scheme(written));
      break;
    }
    case ResolvedLink::Target::Nothing:
      view.set("broken", true);
      view.set("title", fallback.empty() ? written : std::string_view(fallback));
      break;
  }
}

void view_hint(Value& view, const Node& block, PageRenderer& renderer) {
  const std::string_view written = attribute_value(block, "style");
  const std::string_view style = written.empty() ? "info" : written;
  for (std::string_view known : {"info", "success", "warning", "danger"}) {
    if (style == known) view.set(known, true);
  }
  view.set("style", style);
  view.set("style_label", renderer.context().word("hint_" + std::string(style)));
  const Node* first = block.first_child;
  view.set("titled", first != nullptr && first->kind == NodeKind::Heading);
  view.set("body", renderer.render_apart(block));
}

void view_tab(Value& view, const Node& block, PageRenderer& renderer) {
  std::string title(attribute_value(block, "title"));
  if (title.empty()) {
    std::size_t number = 1;
    for (const Node* before = block.previous; before != nullptr; before = before->previous) {
      ++number;
    }
    title = replace_all(std::string(renderer.context().word("tab")), "{number}",
                        std::to_string(number));
  }
  view.set("title", title).set("id", renderer.id_of(block));
  view.set("body", renderer.render_apart(block));
}

void view_step(Value& view, const Node& block, PageRenderer& renderer) {
  std::string body;
  if (const std::string_view title = attribute_value(block, "title"); !title.empty()) {
    body = "<p><strong>" + escape_html(title) + "</strong></p>\n";
  }
  view.set("body", body + renderer.render_apart(block));
}

// The caption between the tags or, in older books, in an attribute.
std::string caption_of(const Node& block, PageRenderer& renderer) {
  const Node* only = block.first_child;
  if (only != nullptr && only->next == nullptr && only->kind == NodeKind::Paragraph) {
    return renderer.render_apart(*only);
  }
  if (only != nullptr) return renderer.render_apart(block);
  return escape_html(attribute_value(block, "caption"));
}

void view_file(Value& view, const Node& block, PageRenderer& renderer) {
  const std::string_view source = attribute_value(block, "src");
  std::string name = decode_percent(file_name_of(split_url(source).path));
  if (block.number == kNoNumber) {
    view.set("broken", true);
  } else {
    const ResolvedLink& link = renderer.link_of(block);
    view.set("url", link.url);
    view.set("broken", link.target == ResolvedLink::Target::Nothing);
    if (link.target == ResolvedLink::Target::File) {
      const Asset& asset = renderer.context().site.assets[link.asset];
      name = file_name_of(asset.source_path);
      view.set("size", format_size(asset.size, renderer.context().language));
    }
  }
  std::string extension = to_lower(extension_of(name));
  if (!extension.empty()) extension.erase(0, 1);
  for (char& c : extension) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  view.set("name", name).set("extension", extension);
  view.set("caption", caption_of(block, renderer));
}

void view_embed(Value& view, const Node& block, PageRenderer& renderer) {
  view.set("wide", attribute_value(block, "fullWidth") == "true");
  const std::string_view written = attribute_value(block, "url");
  if (block.number != kNoNumber) {
    const ResolvedLink& link = renderer.link_of(block);
    view.set("url", link.url);
    switch (link.target) {
      case ResolvedLink::Target::External:
        view.set("host", host_of(link.url)).set("title", without_scheme(written));
        break;
      case ResolvedLink::Target::Page:
        view.set("title", split_name(renderer.title_of_target(link)).words);
        break;
      case ResolvedLink::Target::File:
        view.set("title", file_name_of(renderer.context().site.assets[link.asset].source_path));
        break;
      case ResolvedLink::Target::Nothing: view.set("broken", true).set("title", written); break;
    }
  } else {
    view.set("broken", true);
  }
  view.set("caption", caption_of(block, renderer));
}

void view_reference(Value& view, const Node& block, PageRenderer& renderer) {
  const Attribute* link = find_link_attribute(block);
  if (link != nullptr && block.number != kNoNumber) {
    set_link(view, block, link->value, renderer);
  } else {
    view.set("broken", true).set("title", std::string(trim(to_plain_text(block))));
  }
}

void view_content(Value& view, const Node& block, PageRenderer& renderer) {
  view.set("wide", attribute_value(block, "fullWidth") == "true");
  view.set("body", renderer.render_apart(block));
}

using MakeView = void (*)(Value&, const Node&, PageRenderer&);
struct SpecialView {
  const BlockSpec* block;
  MakeView make;
};
// Blocks whose templates need more than their content.
constexpr SpecialView kSpecialViews[] = {
    {&kContentRef, view_reference}, {&kEmbed, view_embed}, {&kFile, view_file}, {&kHint, view_hint},
    {&kPageRef, view_reference},    {&kStep, view_step},   {&kTab, view_tab},
};

// Each line in an element of its own, so that it can be numbered.
std::string in_lines(std::string_view code) {
  std::string html;
  while (!code.empty()) {
    const std::size_t end = std::min(code.find('\n'), code.size() - 1) + 1;
    html += "<span class=\"line\">";
    append_escaped(html, code.substr(0, end));
    html += "</span>";
    code.remove_prefix(end);
  }
  return html;
}

}  // namespace

Value block_view(const Node& block, PageRenderer& renderer) {
  Value view = Value::object();
  for (const SpecialView& special : kSpecialViews) {
    if (special.block != block.block) continue;
    special.make(view, block, renderer);
    return view;
  }
  view_content(view, block, renderer);
  return view;
}

Value code_view(const Node& code, const Node* block) {
  Value view = Value::object();
  const std::string_view info = code.detail;
  view.set("language", to_lower(info.substr(0, info.find_first_of(" \t,{"))));
  const bool has_lines = block != nullptr && attribute_value(*block, "lineNumbers") == "true";
  const auto first_end = code.text.find('\n');
  const bool is_one_line = first_end == std::string_view::npos || first_end + 1 == code.text.size();
  view.set("lines", has_lines && !is_one_line);
  view.set("code", has_lines && !is_one_line ? in_lines(code.text) : escape_html(code.text));
  if (block == nullptr) return view;
  view.set("title", attribute_value(*block, "title"));
  view.set("wrap", attribute_value(*block, "overflow") == "wrap");
  view.set("wide", attribute_value(*block, "fullWidth") == "true");
  view.set("expandable", attribute_value(*block, "expandable") == "true");
  return view;
}

}  // namespace carnet
