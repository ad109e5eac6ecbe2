#include "base/yaml_problem.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/yaml_extent.h"

namespace carnet {
namespace {

// A hint that repeats more of the author's line than this would hide itself.
constexpr std::size_t kMaxSuggestion = 80;

// The text between quotes, in the way that needs the fewest escapes.
std::string quoted(std::string_view value) {
  if (value.find('"') == std::string_view::npos && value.find('\\') == std::string_view::npos) {
    return "\"" + std::string(value) + "\"";
  }
  return "'" + replace_all(std::string(value), "'", "''") + "'";
}

// Looks at one failure from all sides. Each `try_` knows one mistake that
// people make; the first that recognises it speaks.
class Explanation {
 public:
  Explanation(const YamlFailure& failure, std::string_view text, Span where)
      : failure_(failure), text_(text), where_(where), at_(std::min(failure.offset, text.size())) {
    // At the end of the text, or on an empty line, there is nothing to show.
    while (at_ > 0 && (at_ == text.size() || text[at_] == '\n')) --at_;
    line_ = yaml_line_at(text, at_);
  }

  YamlProblem find() const {
    using Try = std::optional<YamlProblem> (Explanation::*)() const;
    constexpr Try kTries[] = {
        &Explanation::try_tab,
        &Explanation::try_late_quote,
        &Explanation::try_open_quote,
        &Explanation::try_open_bracket,
        &Explanation::try_trailing,
        &Explanation::try_second_colon,
        &Explanation::try_missing_space,
        &Explanation::try_indent,
        &Explanation::try_first_character,
        &Explanation::try_escape,
        &Explanation::try_block_text,
    };
    for (const Try attempt : kTries) {
      if (auto problem = (this->*attempt)()) return *std::move(problem);
    }
    return at(at_, line_.end, "this cannot be read as YAML (" + std::string(failure_.message) + ")",
              "put a text with special characters between quotes");
  }

 private:
  bool says(std::string_view message) const {
    return failure_.message.find(message) != std::string_view::npos;
  }
  bool is_json() const {
    const std::size_t first = skip_yaml_space(text_, 0);
    return first < text_.size() && (text_[first] == '{' || text_[first] == '[');
  }
  std::string_view line() const { return text_.substr(line_.begin, line_.end - line_.begin); }

  YamlProblem at(std::size_t begin, std::size_t end, std::string message, std::string hint) const {
    end = std::min(std::max(end, begin + 1), text_.size());
    begin = std::min(begin, end);
    return {{where_.source, where_.begin + static_cast<std::uint32_t>(begin),
             where_.begin + static_cast<std::uint32_t>(end)},
            std::move(message),
            std::move(hint)};
  }

  // The line with its value between quotes, as advice. `line` may be another
  // one than that of the failure.
  std::string quote_advice(std::string_view line) const {
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) {
      const std::string_view key = trim(line.substr(0, colon));
      const std::string_view value = trim(line.substr(colon + 1));
      if (!value.empty() && key.size() + value.size() <= kMaxSuggestion) {
        return "put the text between quotes: `" + std::string(key) + ": " + quoted(value) + "`";
      }
    }
    return "put the whole text between quotes";
  }

  std::optional<YamlProblem> try_tab() const {
    if (is_json()) return std::nullopt;
    std::size_t i = line_.begin;
    while (i < line_.end && text_[i] == ' ') ++i;
    if (i >= line_.end || text_[i] != '\t') return std::nullopt;
    std::size_t end = i;
    while (end < line_.end && text_[end] == '\t') ++end;
    return at(i, end, "a tab in the indentation", "indent with spaces");
  }

  // `title: "abc` goes on to the next `"`, lines below, and the failure is there.
  std::optional<YamlProblem> try_late_quote() const {
    if (!failure_.last_quote || *failure_.last_quote >= line_.begin) return std::nullopt;
    if (yaml_line_at(text_, failure_.last_end).begin != line_.begin) return std::nullopt;
    const std::size_t begin = *failure_.last_quote;
    return at(begin, yaml_line_at(text_, begin).end,
              std::string("the quote `") + text_[begin] + "` is not closed on its line",
              std::string("write another `") + text_[begin] + "` where the text ends");
  }

  std::optional<YamlProblem> try_open_quote() const {
    if (!says("illegal EOF in scalar") && !says("illegal document indicator")) return std::nullopt;
    const std::size_t begin = text_.find_first_of("\"'", failure_.last_end);
    if (begin == std::string_view::npos) return std::nullopt;
    return at(begin, begin + 1, std::string("the quote `") + text_[begin] + "` is never closed",
              std::string("write another `") + text_[begin] + "` where the text ends");
  }

  std::optional<YamlProblem> try_open_bracket() const {
    if (says("illegal flow end") && at_ < text_.size()) {
      return at(at_, at_ + 1, std::string("a `") + text_[at_] + "` that closes nothing",
                quote_advice(line()));
    }
    if (!says("flow not found") || !failure_.open_bracket) return std::nullopt;
    const std::size_t begin = *failure_.open_bracket;
    if (begin >= text_.size()) return std::nullopt;  // Behind a tag without a space.
    const char bracket = text_[begin];
    if (is_json()) {
      return at(at_, line_.end, "something is missing or too much before this",
                "JSON wants a comma between two entries, and quotes around texts");
    }
    return at(begin, begin + 1, std::string("the `") + bracket + "` is never closed",
              std::string("write `") + (bracket == '[' ? ']' : '}') +
                  "` at its end, or put a text that begins with it between quotes");
  }

  // `title: "Foo" bar`, `title: [draft] My page`.
  std::optional<YamlProblem> try_trailing() const {
    if (!says("end of map not found") && !says("end of sequence not found")) return std::nullopt;
    const std::size_t end = failure_.last_end;
    if (end == 0 || end < line_.begin || end > line_.end) return std::nullopt;
    const char last = text_[end - 1];
    if (std::string_view("\"']}").find(last) == std::string_view::npos) return std::nullopt;
    const bool is_quote = last == '"' || last == '\'';
    return at(at_, line_.end,
              std::string("text behind the closing ") + (is_quote ? "quote" : "bracket"),
              quote_advice(line()));
  }

  // `description: Auth: how it works`.
  std::optional<YamlProblem> try_second_colon() const {
    if (!says("illegal map value")) return std::nullopt;
    const std::string_view before = text_.substr(line_.begin, at_ - line_.begin);
    if (before.find(": ") == std::string_view::npos || text_[at_] != ':') return std::nullopt;
    return at(at_, at_ + 1, "a second `:` in one line", quote_advice(line()));
  }

  // `title:Bonjour` is no key but a text, and the next line is what fails.
  std::optional<YamlProblem> try_missing_space() const {
    for (std::size_t begin = line_.begin, tried = 0; tried < 2; ++tried) {
      const YamlLine here = yaml_line_at(text_, begin);
      std::size_t i = here.begin;
      while (i < here.end && (text_[i] == ' ' || text_[i] == '-')) ++i;
      const std::size_t key = i;
      while (i < here.end && (is_letter(text_[i]) || is_digit(text_[i]) || text_[i] == '_')) ++i;
      const bool is_glued = i > key && i + 1 < here.end && text_[i] == ':' &&
                            !is_yaml_blank(text_[i + 1]) && text_[i + 1] != '/';
      if (is_glued) {
        return at(
            i, i + 1, "no space behind the colon",
            "write `" + std::string(text_.substr(key, i - key)) + ": " +
                std::string(prefix_of(text_.substr(i + 1, here.end - i - 1), kMaxSuggestion)) +
                "`");
      }
      if (here.begin == 0) break;
      begin = here.begin - 1;
    }
    return std::nullopt;
  }

  std::optional<YamlProblem> try_indent() const {
    if (says("illegal block entry")) {
      return at(at_, line_.end, "a list in the line of its key",
                "begin each `- ` on a line of its own");
    }
    if (!says("illegal map value") && !says("end of map not found") &&
        !says("end of sequence not found")) {
      return std::nullopt;
    }
    std::size_t first = line_.begin;
    while (first < line_.end && text_[first] == ' ') ++first;
    const bool is_indented = first > line_.begin;
    if (!is_indented && !says("end of ")) return std::nullopt;
    return at(first, line_.end, "the indentation of this line fits none above it",
              "begin it in the same column as the lines that it belongs to");
  }

  std::optional<YamlProblem> try_first_character() const {
    const bool is_alias = says("anchor") || says("alias");
    if (!is_alias && !says("unknown token") && !says("tag")) return std::nullopt;
    const std::size_t begin =
        says("not found after") && at_ > 0 && text_[at_] != '*' ? at_ - 1 : at_;
    return at(begin, line_.end,
              std::string("a text cannot begin with `") + text_[begin] + "` without quotes",
              quote_advice(line()));
  }

  std::optional<YamlProblem> try_escape() const {
    if (!says("unknown escape") && !says("hex number") && !says("invalid unicode")) {
      return std::nullopt;
    }
    const std::size_t slash = text_.rfind('\\', at_);
    const std::size_t begin = slash == std::string_view::npos ? at_ : slash;
    return at(begin, begin + 2, "`\\` does not begin a known escape here",
              "write `\\\\`, or use single quotes");
  }

  std::optional<YamlProblem> try_block_text() const {
    if (!says("block scalar")) return std::nullopt;
    return at(at_, line_.end, "text in the line of `>` or `|`",
              "begin the text on the next line, indented");
  }

  const YamlFailure& failure_;
  std::string_view text_;
  Span where_;
  std::size_t at_;
  YamlLine line_;
};

}  // namespace

YamlProblem explain(const YamlFailure& failure, std::string_view text, Span where) {
  if (text.empty()) return {where, std::string(failure.message), ""};
  return Explanation(failure, text, where).find();
}

}  // namespace carnet
