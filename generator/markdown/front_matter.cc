#include "markdown/front_matter.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/plain_yaml.h"
#include "base/text.h"
#include "base/yaml.h"
#include "base/yaml_extent.h"

namespace carnet {
namespace {

bool is_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && line.find_first_not_of(" \t", fence.size()) == line.npos;
}

// The lines between the fences, and what comes after them.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t body_begin = 0;
};

bool is_key_character(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }

// A text of nothing but keys is hostile; the time for it is bounded.
constexpr std::size_t kMaxRecovered = 1'000;

// The length of the key if the line is `key:` or `key: value` at the margin.
std::size_t key_length(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_key_character(line[i])) ++i;
  const bool is_key =
      i > 0 && i < line.size() && line[i] == ':' && (i + 1 == line.size() || line[i + 1] == ' ');
  return is_key ? i : 0;
}

// Tells front matter that somebody forgot to close, before a rule further down, from a mistake in
// it: an empty line and a heading are followed by words at the margin.
class PageSearch {
 public:
  bool is_page(std::string_view line) {
    if (trim(line).empty()) {
      is_behind_empty_line_ = true;
      return false;
    }
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    const bool is_heading = marks > 0 && marks < line.size() && line[marks] == ' ';
    has_heading_ = has_heading_ || (is_heading && is_behind_empty_line_);
    is_behind_empty_line_ = false;
    return has_heading_ && !is_heading && !is_space(line[0]) &&
           std::string_view("#-]}").find(line[0]) == std::string_view::npos &&
           key_length(line) == 0;
  }

 private:
  bool is_behind_empty_line_ = false;
  bool has_heading_ = false;
};

std::optional<Block> find_block(std::string_view text) {
  if (!text.starts_with("---")) return std::nullopt;
  const std::size_t first_end = text.find('\n');
  if (first_end == text.npos || !is_fence(text.substr(0, first_end), "---")) return std::nullopt;
  PageSearch search;
  for (std::size_t line = first_end + 1; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::string_view here = text.substr(line, end - line);
    if (is_fence(here, "---") || is_fence(here, "...")) {
      return Block{static_cast<std::uint32_t>(first_end + 1), static_cast<std::uint32_t>(line),
                   static_cast<std::uint32_t>(std::min(end + 1, text.size()))};
    }
    if (search.is_page(here)) break;
    line = end + 1;
  }
  return std::nullopt;
}

// Whether a text without front matter begins like one with it.
bool is_unclosed(std::string_view text) {
  const std::size_t first_end = text.find('\n');
  if (first_end == text.npos || !is_fence(text.substr(0, first_end), "---")) return false;
  const std::string_view rest = text.substr(first_end + 1);
  return key_length(rest.substr(0, rest.find('\n'))) > 0;
}

// The raw rest of a line as a text, without the quotes around it.
YamlNode raw_value(std::string_view text, Span line, std::size_t key_end) {
  std::size_t begin = key_end + 1;
  std::size_t end = yaml_line_at(text, key_end).end;
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  YamlNode node;
  node.span = {line.source, line.begin + static_cast<std::uint32_t>(begin),
               line.begin + static_cast<std::uint32_t>(end)};
  if (begin == end) return node;
  node.kind = YamlNode::Kind::Scalar;
  const char first = text[begin];
  if (end - begin > 1 && (first == '"' || first == '\'') && text[end - 1] == first) {
    node.style = YamlNode::Style::Quoted;
    ++begin;
    --end;
  }
  node.text = text.substr(begin, end - begin);
  return node;
}

// Reads what can be read of a text that is no YAML: from each key at the margin
// to the next one alone, or at least its line.
YamlNode recover(std::string_view text, Span where) {
  YamlNode map;
  map.kind = YamlNode::Kind::Map;
  map.span = where;
  for (std::size_t begin = 0; begin < text.size() && map.entries.size() < kMaxRecovered;) {
    std::size_t end = yaml_line_at(text, begin).end;
    const std::size_t key = key_length(text.substr(begin, end - begin));
    end = std::min(end + 1, text.size());
    if (key == 0) {
      begin = end;
      continue;
    }
    while (end < text.size()) {
      const std::size_t line_end = yaml_line_at(text, end).end;
      if (key_length(text.substr(end, line_end - end)) > 0) break;
      end = std::min(line_end + 1, text.size());
    }
    const std::string_view part = text.substr(begin, end - begin);
    const Span span{where.source, where.begin + static_cast<std::uint32_t>(begin),
                    where.begin + static_cast<std::uint32_t>(end)};
    YamlDocument alone = parse_yaml(part, span);
    if (!alone.is_broken && alone.root.entries.size() == 1) {
      map.entries.push_back(std::move(alone.root.entries.front()));
    } else {
      const Span key_span{span.source, span.begin, span.begin + static_cast<std::uint32_t>(key)};
      map.entries.push_back(
          {std::string(part.substr(0, key)), key_span, raw_value(part, span, key)});
    }
    begin = end;
  }
  return map;
}

// Fills the members of a FrontMatter from its tree.
class Reader {
 public:
  Reader(FrontMatter& matter, Diagnostics& diagnostics)
      : matter_(matter), diagnostics_(diagnostics) {}

  void read() {
    read_text("title", matter_.title);
    read_text("description", matter_.description);
    read_text("icon", matter_.icon);
    read_bool("hidden", matter_.hidden);
    read_cover();
    read_bool("noIndex", matter_.no_index);
    read_bool("noRobotsIndex", matter_.no_robots_index);
    read_meta_links();
    read_text("permalink", matter_.permalink);
    read_redirects();
    read_text("lang", matter_.lang);
    read_bool("published", matter_.published);
    read_layout();
    read_tags();
  }

 private:
  void report(const YamlEntry& entry, std::string_view expected, std::string hint = {}) {
    const Span where =
        entry.value.span.begin == entry.value.span.end ? entry.key_span : entry.value.span;
    diagnostics_.report(
        DiagnosticKind::InvalidFrontMatter, where,
        "`" + entry.key + "` is " + describe(entry.value) + ", not " + std::string(expected),
        std::move(hint));
  }

  // Null pointer if there is no such key, or nothing behind it.
  static const YamlEntry* find_value(const YamlNode& map, std::string_view key) {
    const YamlEntry* entry = map.find_entry(key);
    return entry && entry->value.kind != YamlNode::Kind::Null ? entry : nullptr;
  }

  void read_text(std::string_view key, Located<std::string>& out) {
    const YamlEntry* entry = find_value(matter_.root, key);
    if (!entry) return;
    if (const auto text = entry->value.as_text()) {
      out = {std::string(*text), entry->value.span};
    } else {
      report(*entry, "a text", "put it between quotes");
    }
  }

  bool read_flag(const YamlEntry& entry, bool& out) {
    const auto value = entry.value.as_bool();
    if (value) {
      out = *value;
    } else {
      report(entry, "`true` or `false`");
    }
    return value.has_value();
  }

  void read_bool(std::string_view key, Located<bool>& out) {
    const YamlEntry* entry = find_value(matter_.root, key);
    if (entry && read_flag(*entry, out.value)) out.span = entry->value.span;
  }

  void read_cover() {
    read_text("cover", matter_.cover);
    read_text("coverDark", matter_.cover_dark);
    if (const auto offset = read_number("coverY")) matter_.cover_y = *offset;
    if (const auto height = read_number("coverHeight")) {
      matter_.cover_height = static_cast<std::uint32_t>(std::clamp(*height, 10.0, 700.0));
    }
  }

  std::optional<double> read_number(std::string_view key) {
    const YamlEntry* entry = find_value(matter_.root, key);
    if (!entry) return std::nullopt;
    const std::string_view text = entry->value.as_text().value_or(std::string_view());
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    // Not `nan`, nor anything that no picture is as large as.
    if (error == std::errc() && end == text.data() + text.size() && number > -1e6 && number < 1e6) {
      return number;
    }
    report(*entry, "a number of pixels");
    return std::nullopt;
  }

  void read_meta_links() {
    const YamlEntry* links = find_value(matter_.root, "metaLinks");
    if (!links) return;
    if (links->value.kind != YamlNode::Kind::Map) {
      report(*links, "a map", "write `canonical: ...` and `alternates: [...]` below it");
      return;
    }
    if (const YamlEntry* entry = find_value(links->value, "canonical")) {
      if (const auto text = entry->value.as_text()) {
        matter_.canonical = {std::string(*text), entry->value.span};
      } else {
        report(*entry, "a path or an address");
      }
    }
    const YamlEntry* entry = find_value(links->value, "alternates");
    if (entry) read_paths(*entry, matter_.alternates);
  }

  void read_redirects() {
    const YamlEntry* entry = find_value(matter_.root, "redirect_from");
    if (entry) read_paths(*entry, matter_.redirect_from);
  }

  // One text or a list of them, in which nothing stands for nothing.
  void read_paths(const YamlEntry& entry, std::vector<Located<std::string>>& out) {
    const auto add = [&out](const YamlNode& node) {
      if (const auto text = node.as_text()) out.push_back({std::string(*text), node.span});
      return node.as_text().has_value();
    };
    if (entry.value.kind != YamlNode::Kind::Sequence) {
      if (!add(entry.value)) report(entry, "a path or a list of paths");
      return;
    }
    for (const YamlNode& item : entry.value.items) {
      if (item.kind != YamlNode::Kind::Null && !add(item)) {
        report({entry.key, entry.key_span, item}, "a path");
      }
    }
  }

  // `[news, {tag: beta, primary: true}]`, or one text with commas.
  void read_tags() {
    const YamlEntry* entry = find_value(matter_.root, "tags");
    if (!entry) return;
    if (const auto text = entry->value.as_text()) {
      for (std::string_view slug : split_list(*text)) add_tag(slug, entry->value.span);
    } else if (entry->value.kind != YamlNode::Kind::Sequence) {
      report(*entry, "a list of tags");
    }
    for (const YamlNode& item : entry->value.items) read_tag(*entry, item);
  }

  void read_tag(const YamlEntry& list, const YamlNode& item) {
    const YamlNode* slug = item.kind == YamlNode::Kind::Map ? item.find("tag") : &item;
    const auto text = slug != nullptr ? slug->as_text() : std::nullopt;
    if (!text) {
      if (item.kind != YamlNode::Kind::Null) report({list.key, list.key_span, item}, "a tag");
      return;
    }
    add_tag(trim(*text), slug->span);
    const YamlEntry* primary = find_value(item, "primary");
    if (primary) read_flag(*primary, matter_.tags.back().is_primary);
  }

  void add_tag(std::string_view slug, Span where) {
    matter_.tags.push_back({{std::string(slug), where}});
  }

  void read_layout() {
    const YamlEntry* layout = find_value(matter_.root, "layout");
    // A text is the name of a layout of Jekyll's.
    if (!layout || layout->value.kind == YamlNode::Kind::Scalar) return;
    if (layout->value.kind != YamlNode::Kind::Map) {
      report(*layout, "a map");
      return;
    }
    if (const YamlEntry* width = find_value(layout->value, "width")) {
      const auto text = width->value.as_text();
      if (text == "wide") {
        matter_.layout.width = PageLayout::Width::Wide;
      } else if (text != "default") {
        report(*width, "`default` or `wide`");
      }
    }
    PageLayout& parts = matter_.layout;
    read_visible(layout->value, "title", parts.title);
    read_visible(layout->value, "description", parts.description);
    read_visible(layout->value, "tableOfContents", parts.table_of_contents);
    read_visible(layout->value, "outline", parts.outline);
    read_visible(layout->value, "pagination", parts.pagination);
    read_visible(layout->value, "metadata", parts.metadata);
    read_visible(layout->value, "tags", parts.tags);
    read_visible(layout->value, "actions", parts.actions);
    read_visible(layout->value, "cover", parts.cover);
    if (const YamlEntry* cover = find_value(layout->value, "cover")) read_cover_layout(*cover);
  }

  void read_cover_layout(const YamlEntry& cover) {
    PageLayout& layout = matter_.layout;
    if (const YamlEntry* size = find_value(cover.value, "size")) {
      const auto text = size->value.as_text();
      if (text == "full") {
        layout.cover_size = PageLayout::CoverSize::Full;
      } else if (text == "background") {
        layout.cover_size = PageLayout::CoverSize::Background;
      } else if (text != "hero") {
        report(*size, "`hero`, `full` or `background`");
      }
    }
    if (const YamlEntry* mask = find_value(cover.value, "mask")) {
      const auto text = mask->value.as_text();
      if (text == "radial") {
        layout.cover_mask = PageLayout::CoverMask::Radial;
      } else if (text != "none") {
        report(*mask, "`none` or `radial`");
      }
    }
  }

  void read_visible(const YamlNode& layout, std::string_view part, bool& out) {
    const YamlEntry* entry = find_value(layout, part);
    if (!entry) return;
    if (entry->value.kind != YamlNode::Kind::Map) {
      report(*entry, "a map", "write `" + entry->key + ": {visible: false}`");
    } else if (const YamlEntry* visible = find_value(entry->value, "visible")) {
      read_flag(*visible, out);
    }
  }

  FrontMatter& matter_;
  Diagnostics& diagnostics_;
};

// True if some line looks as if its author meant `key: value`.
bool has_keys(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = yaml_line_at(text, begin).end;
    std::size_t i = begin;
    while (i < end && (text[i] == ' ' || text[i] == '\t')) ++i;
    const std::size_t key = i;
    while (i < end && is_key_character(text[i])) ++i;
    if (i > key && i < end && text[i] == ':') return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

FrontMatter parse_front_matter(SourceId source, std::string_view text, Diagnostics& diagnostics) {
  FrontMatter matter;
  const std::optional<Block> block = find_block(text);
  if (!block && is_unclosed(text)) {
    diagnostics.report(DiagnosticKind::InvalidFrontMatter, {source, 0, 3},
                       "this front matter is never closed",
                       "write `---` behind its last line; it is shown as text");
  }
  if (!block) return matter;
  const Span where{source, block->begin, block->end};
  const std::string_view yaml = text.substr(block->begin, block->end - block->begin);

  if (auto plain = parse_plain_yaml(yaml, where)) {
    matter.root = std::move(*plain);
  } else {
    YamlDocument document = parse_yaml(yaml, where);
    const YamlNode::Kind kind = document.root.kind;
    const bool is_read =
        !document.is_broken && (kind == YamlNode::Kind::Map || kind == YamlNode::Kind::Null);
    if (!is_read && !has_keys(yaml)) return matter;
    for (YamlProblem& problem : document.problems) {
      diagnostics.report(DiagnosticKind::InvalidFrontMatter, problem.where,
                         std::move(problem.message), std::move(problem.hint));
    }
    if (!is_read) {
      if (document.problems.empty()) {
        diagnostics.report(
            DiagnosticKind::InvalidFrontMatter, document.root.span,
            "the front matter is " + describe(document.root) + ", not lines of `key: value`",
            "write a space behind each colon");
      }
      document.root = recover(yaml, where);
    }
    matter.root = std::move(document.root);
  }
  matter.body_begin = block->body_begin;
  Reader(matter, diagnostics).read();
  return matter;
}

}  // namespace carnet
