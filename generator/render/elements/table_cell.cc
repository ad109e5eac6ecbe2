#include "render/elements/table_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "render/elements/parts.h"
#include "render/icon_html.h"
#include "render/media.h"
#include "render/picture.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

bool is_link(const Node& node) {
  return (node.kind == NodeKind::Link || node.is_element("a")) && node.number != kNoNumber;
}

std::string_view trim_separators(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n,;");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// Adds the links in a cell. False if it holds anything else.
bool collect_links(const Node& node, std::vector<const Node*>& links) {
  for (const Node& child : node.children()) {
    if (is_link(child)) {
      links.push_back(&child);
    } else if (child.kind == NodeKind::Text) {
      if (!trim_separators(child.text).empty()) return false;
    } else if (!collect_links(child, links)) {
      return false;
    }
  }
  return node.first_child != nullptr || shows_nothing(node);
}

std::string words_of(const Node& node) { return std::string(trim(to_plain_text(node))); }

void draw_checkbox(const Node& cell, const TableColumn& column, PageRenderer& renderer) {
  const std::string words = words_of(cell);
  const bool is_checked = equals_ignoring_case(words, "true");
  if (!is_checked && !equals_ignoring_case(words, "false")) return renderer.render_children(cell);
  std::string label = column.header == nullptr ? std::string() : words_of(*column.header);
  if (label.empty()) label = renderer.context().word("checkbox");
  renderer.out() += is_checked ? "<input type=\"checkbox\" disabled checked"
                               : "<input type=\"checkbox\" disabled";
  renderer.attribute("aria-label", label);
  renderer.out() += '>';
}

void draw_rating(const Node& cell, const TableColumn& column, PageRenderer& renderer) {
  const std::string words = words_of(cell);
  double rating = -1;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), rating);
  const bool is_number = error == std::errc() && end == words.data() + words.size();
  if (!is_number || !(rating >= 0 && rating <= column.most)) return renderer.render_children(cell);
  const long full = std::lround(rating);
  std::string stars;
  for (long i = 0; i < column.most; ++i) stars += i < full ? "★" : "☆";
  renderer.out() +=
      fmt::format("<span class=\"rating\"><span aria-hidden=\"true\">{}</span> {}/{}</span>", stars,
                  words, column.most);
}

// As a link in a text that was given no words: with the title of its target.
void draw_reference(const Node& link, PageRenderer& renderer) {
  const ResolvedLink& resolved = renderer.link_of(link);
  const std::string_view written = renderer.written_link_of(link).destination;
  std::string title = words_of(link);
  std::string icon;
  switch (resolved.target) {
    case ResolvedLink::Target::Page: {
      const DisplayName name = split_name(renderer.title_of_target(resolved));
      title = name.words;
      icon = name.emoji.empty()
                 ? icon_html(resolved.page->document->front_matter.icon.value)
                 : fmt::format("<span class=\"emoji\" aria-hidden=\"true\">{}</span>", name.emoji);
      if (icon.empty()) icon = icon_html("regular/file-lines");
      break;
    }
    case ResolvedLink::Target::File: {
      const std::string& path = renderer.context().site.assets[resolved.asset].source_path;
      title = file_name_of(path);
      icon = icon_html(file_icon(path));
      break;
    }
    case ResolvedLink::Target::External:
      if (title.empty() || !scheme_of(title).empty()) title = web_title(written).title;
      break;
    case ResolvedLink::Target::Nothing:
      if (title.empty()) title = written;
      renderer.out() += "<span class=\"broken-link\"";
      renderer.attribute("title", renderer.context().word("broken_link"));
      renderer.out() += '>';
      renderer.text(title);
      renderer.out() += "</span>";
      return;
  }
  renderer.out() += "<a class=\"cell-link\"";
  renderer.attribute("href", resolved.url);
  renderer.out() += '>';
  renderer.out() += icon;
  renderer.text(title);
  renderer.out() += "</a>";
}

void draw_file(const Node& link, PageRenderer& renderer) {
  const ResolvedLink& resolved = renderer.link_of(link);
  if (resolved.target != ResolvedLink::Target::File) return draw_reference(link, renderer);
  const Asset& asset = renderer.context().site.assets[resolved.asset];
  std::string name = words_of(link);
  if (name.empty()) name = file_name_of(asset.source_path);
  renderer.out() += "<a class=\"cell-link\"";
  renderer.attribute("href", resolved.url);
  renderer.out() += " download>" + icon_html(file_icon(asset.source_path));
  renderer.text(name);
  renderer.out() += "</a>";
}

// What a person is called: never by an address with its scheme.
std::string name_of_user(const Node& link, std::string_view address) {
  constexpr std::string_view kMail = "mailto:";
  std::string name = words_of(link);
  if (!name.empty() && scheme_of(name).empty()) return name;
  if (name.empty()) name = address;
  if (!equals_ignoring_case(scheme_of(name), "mailto")) return web_title(name).title;
  return decode_percent(split_url(std::string_view(name).substr(kMail.size())).path);
}

void draw_user(const Node& link, PageRenderer& renderer) {
  if (!is_link(link)) return renderer.text(words_of(link));
  const ResolvedLink& resolved = renderer.link_of(link);
  const std::string_view written = trim(renderer.written_link_of(link).destination);
  const std::string name = name_of_user(link, written);
  const bool is_external = resolved.target == ResolvedLink::Target::External;
  if (!is_external) return renderer.text(name);
  renderer.out() += "<a";
  renderer.attribute("href", resolved.url);
  renderer.out() += '>';
  renderer.text(name);
  renderer.out() += "</a>";
}

void draw_thumbnail(const Node& link, PageRenderer& renderer) {
  const std::string words = words_of(link);
  const std::string_view name = words;
  draw_linked_picture(link, without_extension(name), renderer);
}

// Adds the people in a cell: links and, where GitBook alone knows them, words. False if it
// holds anything else.
bool collect_users(const Node& node, std::vector<const Node*>& users) {
  for (const Node& child : node.children()) {
    if (is_link(child)) {
      users.push_back(&child);
    } else if (child.kind == NodeKind::Text) {
      if (!trim_separators(child.text).empty()) users.push_back(&child);
    } else if (!collect_users(child, users)) {
      return false;
    }
  }
  return node.first_child != nullptr || shows_nothing(node);
}

void draw_users(const Node& cell, PageRenderer& renderer) {
  std::vector<const Node*> users;
  if (!collect_users(cell, users)) return renderer.render_children(cell);
  for (const Node* user : users) {
    if (user != users.front()) renderer.out() += ", ";
    draw_user(*user, renderer);
  }
}

// Each link of the cell by `draw`.
void draw_links(const Node& cell, PageRenderer& renderer,
                void (*draw)(const Node&, PageRenderer&)) {
  std::vector<const Node*> links;
  if (!collect_links(cell, links)) return renderer.render_children(cell);
  for (const Node* link : links) {
    if (link != links.front()) renderer.out() += ' ';
    draw(*link, renderer);
  }
}

}  // namespace

void draw_cell_content(const Node& cell, const TableColumn& column, PageRenderer& renderer) {
  switch (column.type) {
    case TableColumn::Type::Checkbox: return draw_checkbox(cell, column, renderer);
    case TableColumn::Type::Rating: return draw_rating(cell, column, renderer);
    case TableColumn::Type::ContentRef: return draw_links(cell, renderer, draw_reference);
    case TableColumn::Type::Files: return draw_links(cell, renderer, draw_file);
    case TableColumn::Type::Image: return draw_links(cell, renderer, draw_thumbnail);
    case TableColumn::Type::Users: return draw_users(cell, renderer);
    case TableColumn::Type::Text:
    case TableColumn::Type::Number:
    case TableColumn::Type::Select: return renderer.render_children(cell);
  }
}

const Node* find_link(const Node& cell) {
  for (const Node& child : cell.children()) {
    if (is_link(child)) return &child;
    const bool is_image = child.kind == NodeKind::Image || child.is_element("img");
    if (is_image && child.number != kNoNumber) return &child;
    if (const Node* found = find_link(child)) return found;
  }
  return nullptr;
}

void draw_linked_picture(const Node& link, std::string_view alt, PageRenderer& renderer) {
  draw_picture(renderer.link_of(link), renderer.written_link_of(link).destination,
               {.alt = alt, .width = {}, .height = {}, .size = {}}, renderer);
}

}  // namespace carnet
