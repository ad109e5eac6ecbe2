#include "html/tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "html/elements.h"

namespace carnet {
namespace {

// HTML knows no vertical tab.
bool is_html_space(char c) { return is_space(c) && c != '\v'; }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  HtmlTokens run() {
    while (position_ < text_.size()) {
      std::size_t open = text_.find('<', position_);
      if (open == text_.npos) break;
      if (!read_markup(open)) position_ = open + 1;
    }
    end_text(text_.size());
    return std::move(result_);
  }

 private:
  // A search that has failed once is not made again, or a text full of `<!--` would
  // take quadratic time.
  class Terminator {
   public:
    explicit Terminator(std::string_view text) : text_(text) {}
    std::size_t find(std::string_view in, std::size_t from) {
      if (is_missing_) return in.npos;
      std::size_t found = in.find(text_, from);
      is_missing_ = found == in.npos;
      return found == in.npos ? found : found + text_.size();
    }

   private:
    std::string_view text_;
    bool is_missing_ = false;
  };

  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  // Everything since the last token is text.
  void end_text(std::size_t end) {
    if (end > text_begin_) {
      add(HtmlToken::Kind::Text, text_begin_, end).text =
          text_.substr(text_begin_, end - text_begin_);
    }
    text_begin_ = end;
  }

  HtmlToken& add(HtmlToken::Kind kind, std::size_t begin, std::size_t end) {
    HtmlToken& token = result_.tokens.emplace_back();
    token.kind = kind;
    token.begin = begin;
    token.end = end;
    return token;
  }

  // A token that is no text and reaches to `end`.
  HtmlToken& add_markup(HtmlToken::Kind kind, std::size_t begin, std::size_t end) {
    end_text(begin);
    text_begin_ = position_ = end;
    return add(kind, begin, end);
  }

  // False if the `<` at `open` begins nothing.
  bool read_markup(std::size_t open) {
    char next = at(open + 1);
    if (is_letter(next)) return read_tag(open, HtmlToken::Kind::StartTag);
    if (next == '/' && is_letter(at(open + 2))) return read_tag(open, HtmlToken::Kind::EndTag);
    if (next == '!') return read_declaration(open);
    if (next == '?') {
      std::size_t end = instruction_end_.find(text_, open + 2);
      if (end == text_.npos) end = greater_.find(text_, open + 2);
      if (end == text_.npos) return false;
      add_markup(HtmlToken::Kind::Declaration, open, end);
      return true;
    }
    return false;
  }

  bool read_declaration(std::size_t open) {
    std::string_view rest = text_.substr(open);
    if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
      add_markup(HtmlToken::Kind::Comment, open, text_.find('>', open) + 1);
      return true;
    }
    if (rest.starts_with("<!--")) {
      std::size_t end = comment_end_.find(text_, open + 4);
      if (end == text_.npos) return false;
      add_markup(HtmlToken::Kind::Comment, open, end);
      return true;
    }
    constexpr std::string_view kCdata = "<![CDATA[";
    if (rest.starts_with(kCdata)) {
      std::size_t end = cdata_end_.find(text_, open + kCdata.size());
      if (end == text_.npos) return false;
      std::size_t begin = open + kCdata.size();
      add_markup(HtmlToken::Kind::LiteralText, open, end).text =
          text_.substr(begin, end - 3 - begin);
      return true;
    }
    if (!is_letter(at(open + 2))) return false;
    std::size_t end = greater_.find(text_, open + 2);
    if (end == text_.npos) return false;
    add_markup(HtmlToken::Kind::Declaration, open, end);
    return true;
  }

  bool read_tag(std::size_t open, HtmlToken::Kind kind) {
    if (runaway_tags_ > kMaxRunawayTags) return false;
    std::size_t name_begin = open + (kind == HtmlToken::Kind::EndTag ? 2 : 1);
    std::size_t i = name_begin;
    while (i < text_.size() && !is_html_space(text_[i]) && text_[i] != '/' && text_[i] != '>') ++i;
    std::size_t name_end = i;

    std::size_t first_attribute = result_.attributes.size();
    bool is_self_closing = false;
    while (true) {
      while (is_html_space(at(i)) || at(i) == '/') {
        is_self_closing = text_[i] == '/';
        ++i;
      }
      if (i >= text_.size()) {
        // No `>` to the end. Scanning on behind each such `<` would be quadratic.
        ++runaway_tags_;
        result_.attributes.resize(first_attribute);
        if (kind == HtmlToken::Kind::EndTag) return false;
        HtmlToken& token = add_markup(HtmlToken::Kind::UnfinishedTag, open, name_end);
        token.name = text_.substr(name_begin, name_end - name_begin);
        token.text = text_.substr(open, name_end - open);
        return true;
      }
      if (text_[i] == '>') break;
      i = read_attribute(i);
      is_self_closing = false;
    }

    HtmlToken& token = add_markup(kind, open, i + 1);
    token.is_self_closing = is_self_closing;
    token.name = text_.substr(name_begin, name_end - name_begin);
    token.first_attribute = first_attribute;
    token.attribute_count = result_.attributes.size() - first_attribute;
    if (kind == HtmlToken::Kind::StartTag) read_raw_text(token.name);
    return true;
  }

  // Reads the attribute at `i` and returns where it ends.
  std::size_t read_attribute(std::size_t i) {
    HtmlTokenAttribute attribute;
    attribute.name_begin = i;
    ++i;  // Even a `=` counts as a name here.
    while (i < text_.size() && !is_html_space(text_[i]) && text_[i] != '/' && text_[i] != '>' &&
           text_[i] != '=') {
      ++i;
    }
    attribute.name_end = attribute.value_begin = attribute.value_end = i;

    std::size_t equals = i;
    while (is_html_space(at(equals))) ++equals;
    if (at(equals) == '=') {
      i = equals + 1;
      while (is_html_space(at(i))) ++i;
      char quote = at(i);
      if (quote == '"' || quote == '\'') {
        attribute.is_quoted = true;
        attribute.value_begin = i + 1;
        attribute.value_end = std::min(text_.find(quote, i + 1), text_.size());
        i = std::min(attribute.value_end + 1, text_.size());
      } else {
        attribute.value_begin = i;
        while (i < text_.size() && !is_html_space(text_[i]) && text_[i] != '>') ++i;
        attribute.value_end = i;
      }
    }
    result_.attributes.push_back(attribute);
    return i;
  }

  // What follows `<script>` and its like is no HTML up to their end tag. If there is none,
  // we read on as usual: a forgotten end tag must not swallow the page.
  void read_raw_text(std::string_view name) {
    const HtmlElement* found = find_element(name);
    if (found == nullptr || !holds_raw_text(*found)) return;
    bool& is_missing = missing_ends_[static_cast<std::size_t>(found->tag)];
    if (is_missing) return;
    for (std::size_t i = text_.find("</", position_); i != text_.npos;
         i = text_.find("</", i + 2)) {
      char next = at(i + 2 + name.size());
      if (!equals_ignoring_case(text_.substr(i + 2, name.size()), name) ||
          !(is_html_space(next) || next == '/' || next == '>')) {
        continue;
      }
      std::size_t begin = position_;
      add_markup(HtmlToken::Kind::RawText, begin, i).text = text_.substr(begin, i - begin);
      return;
    }
    is_missing = true;
  }

  static constexpr int kMaxRunawayTags = 8;

  std::string_view text_;
  HtmlTokens result_;
  std::size_t position_ = 0;    // Where the next `<` is looked for.
  std::size_t text_begin_ = 0;  // Where the last token ended.
  int runaway_tags_ = 0;
  std::array<bool, kHtmlTagCount> missing_ends_{};
  Terminator comment_end_{"-->"};
  Terminator instruction_end_{"?>"};
  Terminator cdata_end_{"]]>"};
  Terminator greater_{">"};
};

}  // namespace

HtmlTokens tokenize_html(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace carnet
