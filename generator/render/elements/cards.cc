#include "render/elements/cards.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "render/elements/choice.h"
#include "render/elements/parts.h"
#include "render/elements/table_cell.h"
#include "render/elements/table_parts.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

// Longer words at the top of a card are its text, not its title.
constexpr std::size_t kMaxTitleBytes = 120;

bool is_break(const Node& node) {
  return node.kind == NodeKind::LineBreak || node.is_element("br");
}

bool is_element_of(const Node& node, std::initializer_list<std::string_view> names) {
  return node.kind == NodeKind::Element &&
         std::find(names.begin(), names.end(), node.text) != names.end();
}

// What a reader can click or open has no place inside a link.
bool holds_control(const Node& node) {
  if (node.kind == NodeKind::Link || node.kind == NodeKind::FootnoteReference ||
      node.kind == NodeKind::Block || node.kind == NodeKind::CodeBlock) {
    return true;
  }
  if (is_element_of(node, {"a", "button", "details", "pre", "iframe", "audio", "video"})) {
    return true;
  }
  return std::any_of(node.children().begin(), node.children().end(), holds_control);
}

// The link inside that leads to `url`, or nullptr.
const Node* find_link_to(const Node& node, std::string_view url, const PageRenderer& renderer) {
  for (const Node& child : node.children()) {
    const bool is_link = child.kind == NodeKind::Link || child.is_element("a");
    if (is_link && child.number != kNoNumber && renderer.link_of(child).url == url) return &child;
    if (const Node* found = find_link_to(child, url, renderer)) return found;
  }
  return nullptr;
}

// The first line of a cell, and what follows: `first` to `last` are the nodes of that line, `rest`
// the first one behind it.
struct FirstLine {
  const Node* first = nullptr;
  const Node* behind = nullptr;
  const Node* rest = nullptr;

  std::string words() const {
    std::string words;
    for (const Node* node = first; node != behind; node = node->next) words += to_plain_text(*node);
    return std::string(trim(words));
  }
  bool holds_control() const {
    for (const Node* node = first; node != behind; node = node->next) {
      if (carnet::holds_control(*node)) return true;
    }
    return false;
  }
};

bool is_line_block(const Node& node) {
  return node.kind == NodeKind::Paragraph || node.kind == NodeKind::Heading ||
         is_element_of(node, {"p", "h1", "h2", "h3", "h4", "h5", "h6"});
}

FirstLine first_line_of(const Node& cell) {
  const Node* node = cell.first_child;
  while (node != nullptr && shows_nothing(*node)) node = node->next;
  FirstLine line;
  if (node == nullptr) return line;
  const bool is_inside = is_line_block(*node);
  if (!is_inside && !is_inline(*node)) return line;
  line.first = is_inside ? node->first_child : node;
  line.behind = line.first;
  while (line.behind != nullptr && !is_break(*line.behind) && is_inline(*line.behind)) {
    line.behind = line.behind->next;
  }
  // A line break inside a paragraph: all of it is one line.
  if (is_inside) line.behind = nullptr;
  line.rest = is_inside ? node->next : line.behind;
  while (line.rest != nullptr && shows_nothing(*line.rest)) line.rest = line.rest->next;
  return line;
}

class CardDrawer {
 public:
  enum class Labels { Shown, Hidden };

  CardDrawer(const TableParts& parts, const TableRow& row, Labels labels, PageRenderer& renderer)
      : parts_(parts), row_(row), labels_(labels), renderer_(renderer) {
    for (const TableRow::Cell& cell : row.cells) {
      if (!column_of(cell).is_card_target || target_ != nullptr) continue;
      const Node* link = find_link(*cell.node);
      if (link != nullptr && link->kind != NodeKind::Image && !link->is_element("img")) {
        target_ = link;
      }
    }
    if (target_ != nullptr) choose_linked_cell();
  }

  void draw() {
    std::string body;
    std::swap(body, renderer_.out());
    for (const TableRow::Cell& cell : row_.cells) {
      if (is_part_of_body(cell)) draw_cell(cell);
    }
    if (target_ != nullptr && !is_broken() && linked_ == nullptr) draw_cover_link();
    std::swap(body, renderer_.out());
    while (body.ends_with('\n')) body.pop_back();

    std::string picture = cover();
    if (body.empty() && picture.empty()) return;  // An empty row.
    Value view = Value::object();
    view.set("cover", std::move(picture)).set("body", std::move(body));
    view.set("linked", target_ != nullptr && !is_broken());
    view.set("fit", cover_fit());
    renderer_.render_template("blocks/card", view);
    renderer_.line();
  }

 private:
  std::string& out() { return renderer_.out(); }
  const TableColumn& column_of(const TableRow::Cell& cell) const {
    return parts_.column(cell.column);
  }
  const ResolvedLink& target() const { return renderer_.link_of(*target_); }
  bool is_broken() const { return target().target == ResolvedLink::Target::Nothing; }

  bool is_part_of_body(const TableRow::Cell& cell) const {
    const TableColumn& column = column_of(cell);
    return !column.is_hidden && !column.is_card_cover && !column.is_dark_cover &&
           !shows_nothing(*cell.node);
  }

  // The cell whose words lead to the target: the first one without links of its own, or whose
  // link leads there anyway.
  void choose_linked_cell() {
    for (const TableRow::Cell& cell : row_.cells) {
      if (!is_part_of_body(cell) || column_of(cell).type != TableColumn::Type::Text) continue;
      if (!is_broken()) own_link_ = find_link_to(*cell.node, target().url, renderer_);
      if (own_link_ != nullptr && has_class(*own_link_, "button")) own_link_ = nullptr;
      if (own_link_ != nullptr) {
        linked_ = cell.node;
        return;
      }
      const FirstLine line = first_line_of(*cell.node);
      if (line.first != nullptr && !line.holds_control() && !line.words().empty()) {
        linked_ = cell.node;
        return;
      }
    }
  }

  void draw_cell(const TableRow::Cell& cell) {
    const Node& node = *cell.node;
    const TableColumn& column = column_of(cell);
    const bool is_linked = &node == linked_ && own_link_ == nullptr;
    draw_label(column);
    const FirstLine line =
        column.type == TableColumn::Type::Text ? first_line_of(node) : FirstLine();
    const std::string words = line.words();
    const bool has_title = may_have_title_ && !words.empty() && words.size() < kMaxTitleBytes;
    if (!words.empty() || line.first == nullptr) may_have_title_ = false;
    renderer_.stretch_link(&node == linked_ ? own_link_ : nullptr);
    if (!has_title && !is_linked) {
      out() += "<div class=\"card-text\">";
      draw_cell_content(node, column, renderer_);
      out() += "</div>\n";
    } else {
      out() += has_title ? "<div class=\"card-title\">" : "<div class=\"card-text\">";
      if (is_linked) open_target_link();
      draw_line(line, is_linked);
      if (is_linked) out() += is_broken() ? "</span>" : "</a>";
      if (has_title) out() += "</div>\n";
      if (line.rest != nullptr) {
        if (has_title) out() += "<div class=\"card-text\">";
        for (const Node* rest = line.rest; rest != nullptr; rest = rest->next) {
          renderer_.render(*rest);
        }
        if (has_title) out() += "</div>\n";
      }
      if (!has_title) out() += "</div>\n";
    }
    renderer_.stretch_link(nullptr);
  }

  void draw_line(const FirstLine& line, bool is_linked) {
    const auto draw = [&] {
      for (const Node* node = line.first; node != line.behind; node = node->next) {
        renderer_.render(*node);
      }
    };
    if (is_linked) {
      renderer_.inside_link(draw);
    } else {
      draw();
    }
  }

  void open_target_link() {
    if (is_broken()) {
      out() += "<span class=\"broken-link\"";
      renderer_.attribute("title", renderer_.context().word("broken_link"));
    } else {
      out() += "<a class=\"card-link\"";
      renderer_.attribute("href", target().url);
    }
    out() += '>';
  }

  // No words of the card are free to be the link.
  void draw_cover_link() {
    std::string title(split_name(renderer_.title_of_target(target())).words);
    if (title.empty()) title = web_title(renderer_.written_link_of(*target_).destination).title;
    out() += "<a class=\"card-link\"";
    renderer_.attribute("href", target().url);
    out() += "><span class=\"vh\">";
    renderer_.text(title);
    out() += "</span></a>\n";
  }

  void draw_label(const TableColumn& column) {
    if (labels_ == Labels::Hidden || column.header == nullptr) return;
    if (shows_nothing(*column.header)) return;
    out() += "<div class=\"card-label\">";
    renderer_.render_children(*column.header);
    out() += "</div>\n";
  }

  const Node* find_cover(bool TableColumn::*kind) const {
    for (const TableRow::Cell& cell : row_.cells) {
      if (!(column_of(cell).*kind)) continue;
      const Node* link = find_link(*cell.node);
      if (link == nullptr) continue;
      const ResolvedLink::Target target = renderer_.link_of(*link).target;
      if (target == ResolvedLink::Target::File || target == ResolvedLink::Target::External) {
        return link;
      }
    }
    return nullptr;
  }

  std::string cover() {
    const Node* light = find_cover(&TableColumn::is_card_cover);
    const Node* dark = find_cover(&TableColumn::is_dark_cover);
    std::string html;
    std::swap(html, out());
    if (light == nullptr || dark == nullptr) {
      if (light == nullptr) light = dark;
      if (light != nullptr) draw_linked_picture(*light, {}, renderer_);
    } else {
      draw_variant(*light, "only-light");
      draw_variant(*dark, "only-dark");
    }
    std::swap(html, out());
    return html;
  }

  void draw_variant(const Node& link, std::string_view name) {
    out().append("<span class=\"").append(name).append("\">");
    draw_linked_picture(link, {}, renderer_);
    out() += "</span>";
  }

  std::string_view cover_fit() const {
    for (const TableRow::Cell& cell : row_.cells) {
      if (!column_of(cell).is_card_cover) continue;
      const Node* link = find_link(*cell.node);
      if (link != nullptr && find_attribute(*link, "data-object-fit") != nullptr) {
        return attribute_value(*link, "data-object-fit");
      }
      return column_of(cell).object_fit;
    }
    return {};
  }

  const TableParts& parts_;
  const TableRow& row_;
  Labels labels_;
  PageRenderer& renderer_;
  const Node* target_ = nullptr;    // The link that the whole card follows.
  const Node* linked_ = nullptr;    // The cell that shows it, or null.
  const Node* own_link_ = nullptr;  // The link in that cell that leads there already.
  bool may_have_title_ = true;      // No words were drawn yet.
};

}  // namespace

void draw_cards(const Node& table, PageRenderer& renderer) {
  const TableParts parts = read_table(table);
  add_choices(parts, renderer);
  renderer.line();
  std::string body;
  std::swap(body, renderer.out());
  const CardDrawer::Labels labels = has_flag(table, "data-header-hidden")
                                        ? CardDrawer::Labels::Hidden
                                        : CardDrawer::Labels::Shown;
  for (const TableRow& row : parts.rows) {
    if (row.node != parts.header) CardDrawer(parts, row, labels, renderer).draw();
  }
  std::swap(body, renderer.out());
  if (body.empty()) return;
  while (body.ends_with('\n')) body.pop_back();

  Value view = Value::object();
  const std::string number = std::to_string(renderer.count_table());
  const bool scrolls = attribute_value(table, "data-card-wrap") == "false";
  view.set("size", attribute_value(table, "data-card-size") == "large" ? "large" : "");
  view.set("row_label", scrolls ? replace_all(std::string(renderer.context().word("card_row")),
                                              "{number}", number)
                                : std::string());
  view.set("search", attribute_value(table, "data-search") == "true");
  view.set("body", std::move(body));
  renderer.render_template("blocks/cards", view);
  renderer.line();
}

}  // namespace carnet
