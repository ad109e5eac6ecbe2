#include "search/page_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"
#include "search/letters.h"

namespace carnet {
namespace {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames = {"area", "br",    "col",    "embed", "hr",
                                                       "img",  "input", "source", "track", "wbr"};
  return contains(kNames, name);
}

// Within a line: no space around it.
bool is_inline(std::string_view name) {
  constexpr std::array<std::string_view, 28> kNames = {
      "a",    "abbr",   "b",   "bdi", "bdo",  "cite", "code", "data", "del",  "dfn",
      "em",   "font",   "i",   "ins", "kbd",  "mark", "q",    "s",    "samp", "small",
      "span", "strong", "sub", "sup", "time", "u",    "var",  "wbr"};
  return contains(kNames, name);
}

bool is_no_text(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames = {"button", "svg",      "math",   "script",
                                                       "style",  "template", "select", "input",
                                                       "iframe", "object"};
  return contains(kNames, name);
}

// 1 to 6; 0 for what is no heading.
int heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

// Appends `text` with the entities that HTML in UTF-8 needs read.
void append_unescaped(std::string& out, std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNames = {
      {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00A0"}}};
  while (!text.empty()) {
    const std::size_t at = text.find('&');
    out += text.substr(0, at);
    if (at == text.npos) return;
    text.remove_prefix(at);
    const std::size_t end = text.substr(0, 12).find(';');
    if (end == text.npos) {
      out += '&';
      text.remove_prefix(1);
      continue;
    }
    std::string_view name = text.substr(1, end - 1);
    const auto* const known = std::find_if(kNames.begin(), kNames.end(),
                                           [&](const auto& pair) { return pair.first == name; });
    if (known != kNames.end()) {
      out += known->second;
    } else if (name.starts_with("#")) {
      name.remove_prefix(1);
      const bool is_hexadecimal = name.starts_with("x") || name.starts_with("X");
      if (is_hexadecimal) name.remove_prefix(1);
      std::uint32_t number = 0;
      std::from_chars(name.data(), name.data() + name.size(), number, is_hexadecimal ? 16 : 10);
      append_code_point(out, number);
    } else {
      out += text.substr(0, end + 1);
    }
    text.remove_prefix(end + 1);
  }
}

struct Tag {
  std::string_view name;
  std::string_view attributes;
  bool is_end = false;
  bool is_closed = false;  // `<path/>`
};

// The tag that `html` begins with; takes it off.
Tag take_tag(std::string_view& html) {
  Tag tag;
  std::size_t end = 1;
  char quote = 0;
  while (end < html.size() && (quote != 0 || html[end] != '>')) {
    if (quote != 0) {
      if (html[end] == quote) quote = 0;
    } else if (html[end] == '"' || html[end] == '\'') {
      quote = html[end];
    }
    ++end;
  }
  std::string_view inside = html.substr(1, end - 1);
  html.remove_prefix(std::min(html.size(), end + 1));
  tag.is_end = inside.starts_with("/");
  if (tag.is_end) inside.remove_prefix(1);
  tag.is_closed = inside.ends_with("/");
  tag.name = inside.substr(0, inside.find_first_of(" \n\t/"));
  tag.attributes = inside.substr(tag.name.size());
  return tag;
}

// ` name="value"`; the value as it is written, and whether the attribute is there.
std::pair<bool, std::string_view> find_attribute(const Tag& tag, std::string_view name) {
  std::string_view rest = tag.attributes;
  while (true) {
    rest = trim_start(rest);
    if (rest.empty()) return {};
    const std::size_t end = rest.find_first_of("= \n\t/");
    const std::string_view found = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), std::max<std::size_t>(found.size(), 1)));
    std::string_view value;
    if (rest.starts_with("=\"")) {
      const std::size_t close = rest.find('"', 2);
      value = rest.substr(2, close - 2);
      rest.remove_prefix(close == rest.npos ? rest.size() : close + 1);
    }
    if (found == name) return {true, value};
  }
}

bool is_left_out(const Tag& tag) {
  if (is_no_text(tag.name)) return true;
  if (tag.attributes.empty()) return false;
  return find_attribute(tag, "hidden").first ||
         find_attribute(tag, "aria-hidden").second == "true" ||
         find_attribute(tag, "data-no-search").first || find_attribute(tag, "class").second == "vh";
}

class Reader {
 public:
  std::vector<SearchSection> read(std::string_view html) {
    sections_.emplace_back();
    while (!html.empty()) {
      const std::size_t at = html.find('<');
      if (skipped_ == 0) append_unescaped(raw_, html.substr(0, at));
      if (at == html.npos) break;
      html.remove_prefix(at);
      if (html.starts_with("<!--")) {
        const std::size_t end = html.find("-->");
        html.remove_prefix(end == html.npos ? html.size() : end + 3);
        continue;
      }
      use(take_tag(html));
    }
    end_text();
    return std::move(sections_);
  }

 private:
  void use(const Tag& tag) {
    if (!is_inline(tag.name) && skipped_ == 0) raw_ += ' ';
    if (tag.is_end) {
      if (skipped_ > 0) {
        --skipped_;
      } else if (heading_ != 0 && heading_level(tag.name) == heading_) {
        end_heading();
      }
      return;
    }
    const bool has_end = !tag.is_closed && !is_void(tag.name);
    if (skipped_ > 0) {
      if (has_end) ++skipped_;
      return;
    }
    if (is_left_out(tag)) {
      if (has_end) skipped_ = 1;
      return;
    }
    if (tag.name == "img") {
      append_unescaped(raw_, find_attribute(tag, "alt").second);
      raw_ += ' ';
      return;
    }
    const int level = heading_level(tag.name);
    if (level == 0 || heading_ != 0) return;
    const auto [has_id, id] = find_attribute(tag, "id");
    if (!has_id) return;
    end_text();
    heading_ = level;
    std::string anchor;
    append_unescaped(anchor, id);
    sections_.push_back({std::move(anchor), {}, {}});
  }

  // A long text is several sections, cut between words.
  void end_text() {
    std::string text = tidy_text(raw_);
    raw_.clear();
    while (text.size() > kLongestSection) {
      std::size_t cut = text.rfind(' ', kLongestSection);
      if (cut == text.npos || cut == 0) cut = prefix_of(text, kLongestSection).size();
      SearchSection rest = sections_.back();
      sections_.back().text = text.substr(0, cut);
      text = trim_start(std::string_view(text).substr(cut));
      rest.text.clear();
      sections_.push_back(std::move(rest));
    }
    sections_.back().text = std::move(text);
  }

  void end_heading() {
    const std::string own = tidy_text(raw_);
    raw_.clear();
    while (!above_.empty() && above_.back().first >= heading_) above_.pop_back();
    above_.emplace_back(heading_, own);
    std::string path;
    for (const auto& [level, name] : above_) {
      if (!path.empty()) path += kHeadingSeparator;
      path += name;
    }
    sections_.back().heading = std::move(path);
    heading_ = 0;
  }

  std::vector<SearchSection> sections_;
  std::string raw_;
  std::size_t skipped_ = 0;  // Elements that are open since one that is left out.
  int heading_ = 0;          // The level of the one that is open.
  std::vector<std::pair<int, std::string>> above_;
};

bool is_white_space(char32_t c) { return c == ' ' || (c >= 9 && c <= 13); }

}  // namespace

std::string tidy_text(std::string_view text) {
  std::string tidy;
  tidy.reserve(text.size());
  bool has_marks = false;
  bool wants_space = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && text[i] > ' ') ++i;
    if (i > begin) {
      if (wants_space) tidy += ' ';
      wants_space = false;
      tidy.append(text, begin, i - begin);
      continue;
    }
    const auto byte = static_cast<unsigned char>(text[i]);
    const char32_t c = byte < 0x80 ? text[i++] : next_code_point(text, i);
    if (is_white_space(c)) {
      wants_space = !tidy.empty();
      continue;
    }
    if (c < 0x20 || (c >= 0x80 && is_invisible(c))) continue;
    has_marks = has_marks || (c >= 0x300 && c <= 0x36F);
    if (wants_space) tidy += ' ';
    wants_space = false;
    tidy.append(text, begin, i - begin);
  }
  return has_marks ? to_nfc(tidy) : tidy;
}

std::vector<SearchSection> read_page_text(std::string_view html) { return Reader().read(html); }

}  // namespace carnet
