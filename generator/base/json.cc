#include "base/json.h"

#include <string>
#include <unordered_set>
#include <utility>

#include "base/hex.h"
#include "base/text.h"

namespace carnet {
namespace {

constexpr std::size_t kMaxProblems = 20;

class JsonReader {
 public:
  JsonReader(std::string_view text, Span where, const YamlLimits& limits)
      : text_(text), where_(where), limits_(limits) {}

  std::optional<YamlDocument> read() {
    const bool is_read = read_value(document_.root, 0);
    if (is_stopped_) {
      document_.is_broken = true;
      return std::move(document_);
    }
    skip_space();
    if (!is_read || at_ < text_.size()) return std::nullopt;
    return std::move(document_);
  }

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {where_.source, where_.begin + static_cast<std::uint32_t>(begin),
            where_.begin + static_cast<std::uint32_t>(end)};
  }

  void skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) {
      ++at_;
    }
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool stop(std::string message) {
    document_.problems.push_back({span(at_, at_), std::move(message), ""});
    is_stopped_ = true;
    return false;
  }

  // Each reads one value, and is false if there is none, or if a limit ends it all.
  bool read_value(YamlNode& node, std::size_t depth) {
    skip_space();
    if (at_ >= text_.size()) return false;
    if (++nodes_ > limits_.nodes) return stop("more values than can be read");
    const std::size_t begin = at_;
    const char first = text_[at_];
    bool is_read = false;
    if (first == '{' || first == '[') {
      if (depth >= limits_.depth) {
        return stop("lists and maps are nested more than " + std::to_string(limits_.depth) +
                    " deep");
      }
      ++at_;
      is_read = first == '{' ? read_map(node, depth) : read_list(node, depth);
    } else if (first == '"') {
      node.kind = YamlNode::Kind::Scalar;
      node.style = YamlNode::Style::Quoted;
      is_read = read_string(node.text);
    } else {
      is_read = read_plain(node);
    }
    node.span = span(begin, at_);
    return is_read;
  }

  bool read_map(YamlNode& node, std::size_t depth) {
    node.kind = YamlNode::Kind::Map;
    skip_space();
    if (take('}')) return true;
    do {
      skip_space();
      const std::size_t begin = at_;
      YamlEntry entry;
      if (!read_string(entry.key)) return false;
      entry.key_span = span(begin, at_);
      skip_space();
      if (!take(':')) return false;
      const bool is_read = read_value(entry.value, depth + 1);
      if (is_read || is_stopped_) node.entries.push_back(std::move(entry));
      if (!is_read) return false;
      skip_space();
    } while (take(','));
    if (!take('}')) return false;
    check_keys(node);
    return true;
  }

  bool read_list(YamlNode& node, std::size_t depth) {
    node.kind = YamlNode::Kind::Sequence;
    skip_space();
    if (take(']')) return true;
    do {
      YamlNode& item = node.items.emplace_back();
      if (!read_value(item, depth + 1)) return false;
      skip_space();
    } while (take(','));
    return take(']');
  }

  bool read_plain(YamlNode& node) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) ||
                                  text_[at_] == '-' || text_[at_] == '+' || text_[at_] == '.')) {
      ++at_;
    }
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word == "null") return true;
    if (word != "true" && word != "false" && !is_json_number(word)) return false;
    node.kind = YamlNode::Kind::Scalar;
    node.text = word;
    return true;
  }

  bool read_string(std::string& out) {
    if (!take('"')) return false;
    while (true) {
      const std::size_t begin = at_;
      while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
             static_cast<unsigned char>(text_[at_]) >= 0x20) {
        ++at_;
      }
      out.append(text_, begin, at_ - begin);
      if (at_ >= text_.size() || static_cast<unsigned char>(text_[at_]) < 0x20) return false;
      if (text_[at_++] == '"') return true;
      if (!read_escape(out)) return false;
    }
  }

  bool read_escape(std::string& out) {
    if (at_ >= text_.size()) return false;
    switch (text_[at_++]) {
      case '"': out += '"'; return true;
      case '\\': out += '\\'; return true;
      case '/': out += '/'; return true;
      case 'b': out += '\b'; return true;
      case 'f': out += '\f'; return true;
      case 'n': out += '\n'; return true;
      case 'r': out += '\r'; return true;
      case 't': out += '\t'; return true;
      case 'u': break;
      default: return false;
    }
    auto unit = read_unit();
    if (!unit) return false;
    constexpr char32_t kReplacement = 0xFFFD;
    char32_t c = *unit;
    if (c >= 0xD800 && c < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      const std::size_t before = at_;
      at_ += 2;
      unit = read_unit();
      if (unit && *unit >= 0xDC00 && *unit < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (*unit - 0xDC00);
      } else {
        at_ = before;
      }
    }
    const bool is_control = c < 0x20 && c != '\n' && c != '\t' && c != '\r';
    if ((c >= 0xD800 && c < 0xE000) || is_control) c = kReplacement;
    append_code_point(out, c);
    return true;
  }

  // Four hexadecimal digits: a unit of UTF-16.
  std::optional<char32_t> read_unit() {
    if (text_.size() - at_ < 4) return std::nullopt;
    char32_t unit = 0;
    for (int i = 0; i < 4; ++i) {
      const int digit = hex_value(text_[at_]);
      if (digit < 0) return std::nullopt;
      unit = unit * 16 + static_cast<char32_t>(digit);
      ++at_;
    }
    return unit;
  }

  void check_keys(const YamlNode& map) {
    seen_.clear();
    for (const YamlEntry& entry : map.entries) {
      if (seen_.insert(entry.key).second || document_.problems.size() >= kMaxProblems) continue;
      document_.problems.push_back({entry.key_span, "the key `" + entry.key + "` is there twice",
                                    "only this one counts; remove the other"});
    }
  }

  std::string_view text_;
  Span where_;
  YamlLimits limits_;
  YamlDocument document_;
  std::size_t at_ = 0;
  std::size_t nodes_ = 0;
  bool is_stopped_ = false;
  std::unordered_set<std::string_view> seen_;
};

}  // namespace

bool is_json_number(std::string_view text) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t begin = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    return i > begin;
  };
  if (i < text.size() && text[i] == '-') ++i;
  if (i < text.size() && text[i] == '0') {
    ++i;
  } else if (!digits()) {
    return false;
  }
  if (i < text.size() && text[i] == '.') {
    ++i;
    if (!digits()) return false;
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (!digits()) return false;
  }
  return i == text.size();
}

std::optional<YamlDocument> parse_json(std::string_view text, Span where,
                                       const YamlLimits& limits) {
  return JsonReader(text, where, limits).read();
}

}  // namespace carnet
