#include "search/page_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"
#include "search/letters.h"

namespace carnet {
namespace {

// Names of elements, each as one number: they are looked up for every tag.
template <std::size_t Size>
class Names {
 public:
  explicit constexpr Names(const std::array<std::string_view, Size>& names) {
    for (std::size_t i = 0; i < Size; ++i) numbers_.at(i) = number_of(names.at(i));
  }
  bool contains(std::string_view name) const {
    const std::uint64_t number = number_of(name);
    bool is_one = false;  // All are compared, which takes fewer steps than to stop.
    for (const std::uint64_t known : numbers_) is_one |= known == number;
    return is_one;
  }

 private:
  // Zero for names that are too long to be one of these.
  static constexpr std::uint64_t number_of(std::string_view name) {
    std::uint64_t number = 0;
    if (name.size() > sizeof number) return number;
    for (const char c : name) number = number << 8U | static_cast<unsigned char>(c);
    return number;
  }
  std::array<std::uint64_t, Size> numbers_{};
};
template <typename... Texts>
constexpr auto names(Texts... texts) {
  return Names<sizeof...(texts)>({std::string_view(texts)...});
}

constexpr auto kVoid =
    names("area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr");
// Within a line: no space around it.
constexpr auto kInline = names("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn",
                               "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "span",
                               "strong", "sub", "sup", "time", "u", "var", "wbr");
constexpr auto kNoText = names("button", "svg", "math", "script", "style", "template", "select",
                               "input", "iframe", "object");

// 1 to 6; 0 for what is no heading.
int heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

// Text that grows: one line, without what is not seen.
class TidyText {
 public:
  void space() { wants_space_ = !text_.empty(); }

  // Text, as it is.
  void append(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      // A single space is a matter of course.
      while (i < text.size() &&
             (is_plain(text[i]) ||
              (text[i] == ' ' && i > begin && i + 1 < text.size() && is_plain(text[i + 1]))))
        ++i;
      if (i > begin) {
        put(text.substr(begin, i - begin));
        continue;
      }
      const char32_t c = next_code_point(text, i);
      if (c == ' ' || (c >= 9 && c <= 13)) {
        space();
      } else if (c >= 0x20 && (!is_invisible(c) || is_joiner(c))) {
        has_marks_ = has_marks_ || (c >= 0x300 && c <= 0x36F);
        put(text.substr(begin, i - begin));
      }
    }
  }

  // The text of an element, with the entities that HTML in UTF-8 needs.
  void append_html(std::string_view html) {
    while (!html.empty()) {
      const std::size_t at = html.find('&');
      append(html.substr(0, at));
      if (at == html.npos) return;
      html.remove_prefix(at);
      const std::size_t end = html.substr(0, 12).find(';');
      if (end == html.npos) {
        put("&");
        html.remove_prefix(1);
        continue;
      }
      append_entity(html.substr(0, end + 1));
      html.remove_prefix(end + 1);
    }
  }

  // What has come so far; nothing is there afterwards.
  std::string take() {
    std::string text = has_marks_ ? to_nfc(text_) : std::move(text_);
    *this = {};
    return text;
  }

 private:
  // All but white space, and the bytes that characters begin with which are looked at.
  static bool is_plain(char c) {
    static constexpr std::array<bool, 256> kPlain = [] {
      std::array<bool, 256> plain{};
      for (std::size_t byte = ' ' + 1; byte < plain.size(); ++byte) plain.at(byte) = true;
      for (const std::size_t byte : {0xC2, 0xCC, 0xCD, 0xE2, 0xEF}) plain.at(byte) = false;
      return plain;
    }();
    return kPlain[static_cast<unsigned char>(c)];
  }

  // Joiners hold emoji together, and letters of some scripts.
  static bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

  void put(std::string_view text) {
    if (wants_space_) text_ += ' ';
    wants_space_ = false;
    text_ += text;
  }

  // `&amp;`
  void append_entity(std::string_view entity) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNames = {
        {{"amp", "&"},
         {"lt", "<"},
         {"gt", ">"},
         {"quot", "\""},
         {"apos", "'"},
         {"nbsp", "\u00A0"}}};
    std::string_view name = entity.substr(1, entity.size() - 2);
    const auto* const known = std::find_if(kNames.begin(), kNames.end(),
                                           [&](const auto& pair) { return pair.first == name; });
    if (known != kNames.end()) return append(known->second);
    if (!name.starts_with("#")) return append(entity);
    name.remove_prefix(1);
    const bool is_hexadecimal = name.starts_with("x") || name.starts_with("X");
    if (is_hexadecimal) name.remove_prefix(1);
    std::uint32_t number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number, is_hexadecimal ? 16 : 10);
    std::string letter;
    append_code_point(letter, number);
    append(letter);
  }

  std::string text_;
  bool has_marks_ = false;
  bool wants_space_ = false;
};

struct Tag {
  std::string_view name;
  std::string_view attributes;
  bool is_end = false;
  bool is_closed = false;  // `<path/>`
};

// What stands in front of the first white space or one of these.
std::string_view name_at(std::string_view text, char other, char another) {
  std::size_t size = 0;
  while (size < text.size() && !is_space(text[size]) && text[size] != other &&
         text[size] != another)
    ++size;
  return text.substr(0, size);
}

// The tag that `html` begins with; takes it off.
Tag take_tag(std::string_view& html) {
  // A `>` within quotes ends nothing.
  std::size_t end = html.find('>');
  std::size_t counted = 0;
  std::ptrdiff_t quotes = 0;
  while (end != html.npos) {
    const std::string_view more = html.substr(counted, end - counted);
    quotes += std::count(more.begin(), more.end(), '"');
    if (quotes % 2 == 0) break;
    counted = end;
    end = html.find('>', end + 1);
  }
  end = std::min(end, html.size());
  std::string_view inside = html.substr(1, end - 1);
  html.remove_prefix(std::min(html.size(), end + 1));
  Tag tag;
  tag.is_end = inside.starts_with("/");
  if (tag.is_end) inside.remove_prefix(1);
  tag.is_closed = inside.ends_with("/");
  tag.name = name_at(inside, '/', '/');
  tag.attributes = inside.substr(tag.name.size());
  return tag;
}

// Calls use(name, value) for each attribute, the value as it is written; until that is false.
template <typename Use>
void for_each_attribute(const Tag& tag, const Use& use) {
  std::string_view rest = tag.attributes;
  while (true) {
    rest = trim_start(rest);
    if (rest.empty()) return;
    const std::string_view name = name_at(rest, '=', '/');
    rest.remove_prefix(std::min(rest.size(), std::max<std::size_t>(name.size(), 1)));
    std::string_view value;
    if (rest.starts_with("=\"")) {
      const std::size_t close = rest.find('"', 2);
      value = rest.substr(2, close - 2);
      rest.remove_prefix(close == rest.npos ? rest.size() : close + 1);
    }
    if (!use(name, value)) return;
  }
}

std::optional<std::string_view> find_attribute(const Tag& tag, std::string_view name) {
  std::optional<std::string_view> found;
  for_each_attribute(tag, [&](std::string_view own, std::string_view value) {
    if (own == name) found = value;
    return !found;
  });
  return found;
}

bool is_left_out(const Tag& tag) {
  if (kNoText.contains(tag.name)) return true;
  bool is_out = false;
  for_each_attribute(tag, [&](std::string_view name, std::string_view value) {
    is_out = name == "hidden" || name == "data-no-search" ||
             (name == "aria-hidden" && value == "true") || (name == "class" && value == "vh");
    return !is_out;
  });
  return is_out;
}

class Reader {
 public:
  std::vector<SearchSection> read(std::string_view html) {
    sections_.emplace_back();
    while (!html.empty()) {
      const std::size_t at = html.find('<');
      if (skipped_ == 0) text_.append_html(html.substr(0, at));
      if (at != 0) follows_end_ = false;
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
    // Spans side by side are parts of a block, such as a file's name and type; but not in code.
    const bool is_beside = tag.name == "span" && follows_end_ && code_ == 0 && !tag.is_end;
    if ((is_beside || !kInline.contains(tag.name)) && skipped_ == 0) text_.space();
    follows_end_ = tag.is_end;
    if (tag.name == "code" || tag.name == "pre") code_ += tag.is_end ? -1 : 1;
    if (tag.is_end) {
      if (skipped_ > 0) {
        --skipped_;
      } else if (heading_ != 0 && heading_level(tag.name) == heading_) {
        end_heading();
      }
      return;
    }
    const bool has_end = !tag.is_closed && !kVoid.contains(tag.name);
    if (skipped_ > 0) {
      if (has_end) ++skipped_;
      return;
    }
    if (is_left_out(tag)) {
      if (has_end) skipped_ = 1;
      return;
    }
    if (tag.name == "img") {
      text_.append_html(find_attribute(tag, "alt").value_or(""));
      text_.space();
      return;
    }
    const int level = heading_level(tag.name);
    if (level == 0 || heading_ != 0) return;
    const std::optional<std::string_view> id = find_attribute(tag, "id");
    if (!id) return;
    end_text();
    heading_ = level;
    text_.append_html(*id);
    sections_.push_back({text_.take(), {}, {}});
  }

  // A long text is several sections, cut between words.
  void end_text() {
    std::string text = text_.take();
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
    const std::string own = text_.take();
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
  TidyText text_;             // Since the last heading began or ended.
  std::size_t skipped_ = 0;   // Elements that are open since one that is left out.
  bool follows_end_ = false;  // Of an element, and no text has come since.
  int code_ = 0;              // Elements with code that are open.
  int heading_ = 0;           // The level of the one that is open.
  std::vector<std::pair<int, std::string>> above_;
};

}  // namespace

std::string tidy_text(std::string_view text) {
  TidyText tidy;
  tidy.append(text);
  return tidy.take();
}

std::vector<SearchSection> read_page_text(std::string_view html) { return Reader().read(html); }

}  // namespace carnet
