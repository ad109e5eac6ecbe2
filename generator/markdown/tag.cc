#include "markdown/tag.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "blocks/registry.h"

namespace carnet {
namespace {

// Word processors make these of `"`; any of them closes what any opened.
constexpr std::array<std::string_view, 6> kCurlyQuotes = {"“", "”", "„", "‟", "«", "»"};

// And these of `'`. Within a value the second one is mostly an apostrophe, so that they close
// only what one of them opened.
constexpr std::array<std::string_view, 4> kCurlyApostrophes = {"‘", "’", "‚", "‛"};

std::size_t length_at(std::string_view text, std::size_t i,
                      std::span<const std::string_view> quotes) {
  if (i >= text.size() || static_cast<unsigned char>(text[i]) < 0x80) return 0;
  for (std::string_view quote : quotes) {
    if (text.substr(i).starts_with(quote)) return quote.size();
  }
  return 0;
}
std::size_t curly_quote_at(std::string_view text, std::size_t i) {
  return length_at(text, i, kCurlyQuotes);
}
std::size_t curly_apostrophe_at(std::string_view text, std::size_t i) {
  return length_at(text, i, kCurlyApostrophes);
}

// A tag may go on on the next line, but not past an empty one.
std::string_view before_empty_line(std::string_view text) {
  text = text.substr(0, kMaxTagBytes);
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    const std::size_t next = text.find_first_not_of(" \t", i + 1);
    if (next != std::string_view::npos && text[next] == '\n') return text.substr(0, i);
  }
  return text;
}

// A vendor's tag holds whole diagrams, in which empty lines are nothing special.
bool holds_code(std::string_view text) {
  const std::size_t name = text.find_first_not_of(" -", 2);
  return name != std::string_view::npos && text[name] == '@';
}

bool is_name_start(char c) { return is_letter(c) || c == '@'; }
bool is_name_part(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '@' || c == '/' || c == '-';
}

// Where a quote is looked for that shows that another one was part of the text.
constexpr std::size_t kFarthestQuote = 512;

class TagParser {
 public:
  explicit TagParser(std::string_view text)
      : text_(holds_code(text) ? text.substr(0, kMaxTagBytes) : before_empty_line(text)) {}

  std::optional<ParsedTag> parse() {
    const char brace = at(0);
    if ((brace != '{' && brace != '<') || at(1) != '%') return std::nullopt;
    close_ = brace == '{' ? "%}" : "%>";
    // Thousands of tags without an end are not worth a closer look.
    if (text_.find(close_) == std::string_view::npos) return std::nullopt;
    i_ = 2;
    if (at(i_) == '-') ++i_;
    skip_space();
    if (!parse_name()) return std::nullopt;
    // EJS calls functions: `<%- include('x') %>`.
    if (brace == '<' && at(i_) == '(') return std::nullopt;
    if (takes_expression()) parse_expression_text();
    while (!at_close()) {
      const std::size_t before = i_;
      skip_space();
      if (at_close()) break;
      if (at_bracket() || i_ >= text_.size() || !parse_argument() || i_ == before) {
        return std::nullopt;
      }
    }
    if (at(i_) == '-') ++i_;
    tag_.length = i_ + close_.size();
    if (brace == '<' && (!is_known_tag(tag_) || is_foreign_condition())) return std::nullopt;
    return std::move(tag_);
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  void skip_space() {
    while (i_ < text_.size() && is_space(text_[i_])) ++i_;
  }
  bool at_close() const { return i_ < text_.size() && is_closed_at(i_); }

  // Another tag begins, or this one ends like one of the other kind.
  bool at_bracket() const {
    const std::string_view rest = text_.substr(std::min(i_, text_.size()));
    return rest.starts_with("{%") || rest.starts_with("<%") || rest.starts_with("%}") ||
           rest.starts_with("%>");
  }

  bool parse_name() {
    tag_.name_begin = i_;
    if (!is_name_start(at(i_))) return false;
    while (is_name_part(at(i_)) && !at_close()) ++i_;
    tag_.name_end = i_;
    std::string_view name = text_.substr(tag_.name_begin, i_ - tag_.name_begin);
    if (name.size() > 3 && equals_ignoring_case(name.substr(0, 3), "end")) {
      tag_.is_end = true;
      name.remove_prefix(3);
    }
    tag_.name = name;
    return true;
  }

  bool takes_expression() const {
    return !tag_.is_end && (equals_ignoring_case(tag_.name, "if") || is_branch_name(tag_.name));
  }

  // ERB and EJS have an `if`, too, but know nothing of visitors and variables.
  bool is_foreign_condition() const {
    if (!takes_expression() || tag_.arguments.empty()) return false;
    const std::string& condition = tag_.arguments.front().value;
    return condition.find("visitor.") == std::string::npos &&
           condition.find("space.vars") == std::string::npos &&
           condition.find("page.vars") == std::string::npos;
  }

  // All up to the closing bracket, past texts in which it may stand; if they are
  // never closed, up to the first one.
  void parse_expression_text() {
    skip_space();
    const std::size_t line_end = std::min(text_.find('\n', i_), text_.size());
    std::size_t end = i_;
    char quote = '\0';
    for (; end < line_end && (quote != '\0' || !is_closed_at(end)); ++end) {
      const char c = text_[end];
      if (c == '\\' && quote != '\0') {
        ++end;
      } else if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      }
    }
    if (end >= line_end) end = text_.find(close_, i_);
    if (end == std::string_view::npos) return;
    if (text_[end - 1] == '-' && end > i_) --end;
    std::size_t value_end = end;
    while (value_end > i_ && is_space(text_[value_end - 1])) --value_end;
    if (value_end > i_) {
      TagArgument argument;
      argument.name_begin = argument.name_end = argument.value_begin = i_;
      argument.value_end = value_end;
      argument.value = text_.substr(i_, value_end - i_);
      tag_.arguments.push_back(std::move(argument));
    }
    i_ = end;
  }

  bool parse_argument() {
    TagArgument argument;
    argument.name_begin = i_;
    std::size_t end = i_;
    while (is_name_part(at(end)) || at(end) == '.') ++end;
    std::size_t equals = end;
    while (is_space(at(equals))) ++equals;
    if (end > i_ && at(equals) == '=') {
      argument.name = text_.substr(i_, end - i_);
      argument.name_end = end;
      i_ = equals + 1;
      skip_space();
    } else {
      argument.name_end = i_;
    }
    if (!parse_value(argument)) return false;
    tag_.arguments.push_back(std::move(argument));
    return true;
  }

  bool parse_value(TagArgument& argument) {
    const char c = at(i_);
    if (c == '"' || c == '\'') return parse_quoted(argument, std::string_view(&text_[i_], 1));
    if (const std::size_t length =
            std::max(curly_quote_at(text_, i_), curly_apostrophe_at(text_, i_))) {
      return parse_quoted(argument, text_.substr(i_, length));
    }
    argument.value_begin = i_;
    while (i_ < text_.size() && !is_space(text_[i_]) && !at_close()) ++i_;
    argument.value_end = i_;
    argument.value = text_.substr(argument.value_begin, i_ - argument.value_begin);
    return true;
  }

  bool parse_quoted(TagArgument& argument, std::string_view quote) {
    const std::size_t opening = i_;
    argument.is_quoted = true;
    i_ += quote.size();
    argument.value_begin = i_;
    // A value may run over several lines, but only if its own line does not
    // end the tag: then somebody forgot the quote.
    const std::size_t line_end = std::min(text_.find('\n', i_), text_.size());
    if (close_value(argument, quote, line_end)) return true;
    const std::size_t close = text_.substr(0, line_end).find(close_, i_);
    if (close == std::string_view::npos) {
      return close_value(argument, quote, text_.size());
    }
    std::size_t end = close;
    if (end > argument.value_begin && text_[end - 1] == '-') --end;
    while (end > argument.value_begin && is_space(text_[end - 1])) --end;
    tag_.unterminated_quote = opening;
    finish(argument, end, close);
    return true;
  }

  // Finds the closing quote before `limit` and takes the value.
  bool close_value(TagArgument& argument, std::string_view quote, std::size_t limit) {
    const bool is_curly = quote.size() > 1;
    const bool is_apostrophe = is_curly && curly_apostrophe_at(quote, 0) > 0;
    for (std::size_t i = i_; i < limit; ++i) {
      if (!is_curly && text_[i] == '\\' && i + 1 < limit && text_[i + 1] == quote[0]) {
        ++i;
        continue;
      }
      if (!is_curly && text_[i] == quote[0] && ends_value(i + 1)) {
        finish(argument, i, i + 1);
        return true;
      }
      // A curly quote closes what a straight one opened only if no straight one
      // follows in the tag.
      const std::size_t curly =
          is_apostrophe ? std::max<std::size_t>(curly_apostrophe_at(text_, i), text_[i] == '\'')
                        : curly_quote_at(text_, i);
      if (curly > 0 && ends_value(i + curly) &&
          (is_curly || !has_straight_quote(i + curly, quote[0]))) {
        finish(argument, i, i + curly);
        return true;
      }
    }
    return false;
  }

  // A quote closes a value only where the next argument or the end may follow:
  // `title="Say "hi" twice"` keeps its inner quotes.
  bool ends_value(std::size_t i) const {
    if (is_closed_at(i)) return true;
    if (!is_space(at(i))) return false;
    while (is_space(at(i))) ++i;
    std::size_t end = i;
    while (is_name_part(at(end))) ++end;
    while (is_space(at(end))) ++end;
    if (is_closed_at(i) || is_closed_at(end) || at(end) == '=') return true;
    // Words follow. If one more quote does, too, they are part of the value.
    const std::string_view words = text_.substr(i, kFarthestQuote);
    const std::string_view rest = words.substr(0, words.find(close_));
    return std::count(rest.begin(), rest.end(), '"') % 2 == 0;
  }
  bool is_closed_at(std::size_t i) const {
    const std::string_view rest = text_.substr(std::min(i, text_.size()));
    return rest.empty() || rest.starts_with(close_) ||
           (rest[0] == '-' && rest.substr(1).starts_with(close_));
  }
  bool has_straight_quote(std::size_t i, char quote) const {
    const std::size_t close = std::min(text_.find(close_, i), text_.size());
    return text_.substr(0, close).find(quote, i) != std::string_view::npos;
  }

  void finish(TagArgument& argument, std::size_t value_end, std::size_t after) {
    argument.value_end = value_end;
    const std::string_view raw =
        text_.substr(argument.value_begin, value_end - argument.value_begin);
    for (std::size_t i = 0; i < raw.size(); ++i) {
      const bool is_escape =
          raw[i] == '\\' && i + 1 < raw.size() && (raw[i + 1] == '"' || raw[i + 1] == '\'');
      argument.value += raw[is_escape ? ++i : i];
    }
    i_ = after;
  }

  std::string_view text_;
  std::string_view close_;
  std::size_t i_ = 0;
  ParsedTag tag_;
};

}  // namespace

std::optional<ParsedTag> parse_tag(std::string_view text) { return TagParser(text).parse(); }

bool begins_like_tag(std::string_view text) {
  if (!text.starts_with("{%") && !text.starts_with("<%")) return false;
  const bool may_be_foreign = text[0] == '<';
  text.remove_prefix(2);
  if (text.starts_with('-')) text.remove_prefix(1);
  text = trim_start(text);
  std::size_t end = 0;
  while (end < text.size() && is_name_part(text[end])) ++end;
  if (end == 0 || !is_name_start(text[0])) return false;
  ParsedTag tag;
  tag.name = text.substr(0, end);
  if (tag.name.size() > 3 && equals_ignoring_case(tag.name.substr(0, 3), "end")) {
    tag.name.erase(0, 3);
  }
  const bool is_condition = equals_ignoring_case(tag.name, "if") || is_branch_name(tag.name);
  const bool is_call = end < text.size() && text[end] == '(';
  return !may_be_foreign || (is_known_tag(tag) && !is_condition && !is_call);
}

bool is_branch_name(std::string_view name) {
  return equals_ignoring_case(name, "else") || equals_ignoring_case(name, "elif") ||
         equals_ignoring_case(name, "elsif") || equals_ignoring_case(name, "elseif");
}

bool is_known_tag(const ParsedTag& tag) {
  const bool is_vendors = tag.name.starts_with('@') && tag.name.find('/') != std::string::npos;
  return is_vendors || find_block(tag.name) != nullptr || is_branch_name(tag.name);
}

}  // namespace carnet
