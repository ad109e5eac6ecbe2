#include "base/plain_yaml.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace carnet {
namespace {

// Doubled keys are looked for among all others.
constexpr std::size_t kMaxEntries = 16;

bool is_key_character(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }

bool is_null(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

class PlainReader {
 public:
  PlainReader(std::string_view text, Span where) : text_(text), where_(where) {}

  std::optional<YamlNode> read() {
    YamlNode map;
    map.kind = YamlNode::Kind::Map;
    while (at_ < text_.size()) {
      if (text_[at_] == '\n') {
        ++at_;
        continue;
      }
      YamlEntry entry;
      if (map.entries.size() == kMaxEntries || !read_entry(entry)) return std::nullopt;
      if (map.find(entry.key)) return std::nullopt;
      map.entries.push_back(std::move(entry));
    }
    if (map.entries.empty()) return std::nullopt;
    map.span = {where_.source, map.entries.front().key_span.begin,
                map.entries.back().value.span.end};
    return map;
  }

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {where_.source, where_.begin + static_cast<std::uint32_t>(begin),
            where_.begin + static_cast<std::uint32_t>(end)};
  }

  // The line that begins at at_, which moves behind it.
  std::string_view next_line() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view line = text_.substr(at_, end - at_);
    at_ = std::min(end + 1, text_.size());
    return line;
  }

  bool read_entry(YamlEntry& entry) {
    const std::size_t begin = at_;
    const std::string_view line = next_line();
    if (!is_letter(line.front())) return false;
    std::size_t i = 0;
    while (i < line.size() && is_key_character(line[i])) ++i;
    const std::string_view key = line.substr(0, i);
    if (is_null(key) || !line.substr(i).starts_with(": ")) return false;
    entry.key = key;
    entry.key_span = span(begin, begin + i);

    ++i;
    while (i < line.size() && line[i] == ' ') ++i;
    std::size_t end = line.size();
    while (end > i && line[end - 1] == ' ') --end;
    const std::string_view value = line.substr(i, end - i);
    if (value == ">-") return read_folded(begin + i, entry.value);
    return read_plain(begin + i, value, entry.value);
  }

  // One line that begins with a letter or a digit, and has nothing in it that
  // could mean something. The next line begins at the margin.
  bool read_plain(std::size_t begin, std::string_view value, YamlNode& node) const {
    if (value.empty() || is_null(value)) return false;
    const auto first = static_cast<unsigned char>(value.front());
    if (!is_letter(value.front()) && !is_digit(value.front()) && first < 0x80) return false;
    if (value.back() == ':' || has_byte_order_mark(value)) return false;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const auto c = static_cast<unsigned char>(value[i]);
      if (c < 0x20) return false;
      if (c == '#' || (c == ':' && value[i + 1] == ' ')) return false;
    }
    if (at_ < text_.size() && text_[at_] == ' ') return false;
    if (at_ < text_.size() && text_[at_] == '\n' && !is_followed_by_margin()) return false;
    node.kind = YamlNode::Kind::Scalar;
    node.text = value;
    node.span = span(begin, begin + value.size());
    return true;
  }

  // Lines of one indentation, without blank ones in between.
  bool read_folded(std::size_t begin, YamlNode& node) {
    std::size_t indent = 0;
    std::size_t end = 0;
    while (at_ < text_.size() && text_[at_] == ' ') {
      const std::size_t line_begin = at_;
      const std::string_view line = next_line();
      std::size_t i = 0;
      while (i < line.size() && line[i] == ' ') ++i;
      if (indent == 0) indent = i;
      if (i != indent || i == line.size() || line.back() == ' ') return false;
      const std::string_view words = line.substr(i);
      if (has_byte_order_mark(words)) return false;
      for (const char c : words) {
        if (static_cast<unsigned char>(c) < 0x20) return false;
      }
      if (!node.text.empty()) node.text += ' ';
      node.text += words;
      end = line_begin + line.size();
    }
    if (end == 0 || (at_ < text_.size() && text_[at_] == '\n' && !is_followed_by_margin())) {
      return false;
    }
    node.kind = YamlNode::Kind::Scalar;
    node.style = YamlNode::Style::Block;
    node.span = span(begin, end);
    return true;
  }

  // After blank lines a text may go on, indented.
  bool is_followed_by_margin() const {
    const std::size_t next = text_.find_first_not_of('\n', at_);
    return next == std::string_view::npos || !is_space(text_[next]);
  }

  static bool has_byte_order_mark(std::string_view text) {
    return text.find("\xEF\xBB\xBF") != std::string_view::npos;
  }

  std::string_view text_;
  Span where_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<YamlNode> parse_plain_yaml(std::string_view text, Span where) {
  return PlainReader(text, where).read();
}

}  // namespace carnet
