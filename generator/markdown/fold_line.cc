#include "markdown/fold_line.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "markdown/quoted_parts.h"

namespace carnet {
namespace {

constexpr std::array<std::string_view, 4> kTags = {"<details", "</details", "<summary",
                                                   "</summary"};
enum Tag : std::size_t { Details, DetailsEnd, Summary, SummaryEnd };

struct FoundTag {
  Tag tag;
  std::size_t begin;
  std::size_t end;  // Behind the `>`.
};

// The tag at `at`, if it ends on this line.
std::optional<FoundTag> read_tag(std::string_view line, std::size_t at) {
  for (std::size_t i = 0; i < kTags.size(); ++i) {
    if (!line.substr(at).starts_with(kTags[i])) continue;
    const std::size_t behind = at + kTags[i].size();
    if (behind >= line.size() || (line[behind] != '>' && !is_space(line[behind]))) return {};
    const std::size_t end = line.find('>', behind);
    if (end == std::string_view::npos) return {};
    return FoundTag{static_cast<Tag>(i), at, end + 1};
  }
  return {};
}

std::vector<FoundTag> find_tags(std::string_view line, std::size_t mark) {
  std::vector<FoundTag> tags;
  QuotedParts quoted(line);
  for (std::size_t i = line.find('<', mark); i != std::string_view::npos; i = line.find('<', i)) {
    const std::optional<FoundTag> tag = read_tag(line, i);
    if (tag && !quoted.contain(i)) tags.push_back(*tag);
    i = tag ? tag->end : i + 1;
  }
  return tags;
}

// Whether words of a summary could be more than words. What stands in `<code>` is left alone.
bool may_be_markdown(std::string_view words) {
  for (std::size_t i = words.find_first_of("*_`[~\\<"); i != std::string_view::npos;
       i = words.find_first_of("*_`[~\\<", i)) {
    if (words[i] != '<') return true;
    i = words.substr(i).starts_with("<code") ? std::min(words.find("</code", i + 1), words.size())
                                             : i + 1;
    i = std::min(words.find('>', i), words.size());
  }
  return false;
}

// A summary is one line of text, whatever it begins with.
std::size_t find_escape(std::string_view text) {
  const char first = text[0];
  const auto is_mark = [&](std::size_t length) {
    return length == text.size() || is_space(text[length]);
  };
  if (is_digit(first)) {
    std::size_t digits = 1;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    const bool is_item =
        digits < text.size() && (text[digits] == '.' || text[digits] == ')') && is_mark(digits + 1);
    return is_item ? digits : std::string_view::npos;
  }
  const std::size_t run = std::min(text.find_first_not_of(first), text.size());
  bool begins_block = first == '>' || text.starts_with("{%") || text.starts_with("[^");
  if (first == '#') begins_block = is_mark(run);
  if (first == '-' || first == '+') begins_block = is_mark(1) || run >= 3;
  if (first == '*') begins_block = is_mark(1) || (run >= 3 && run == text.size());
  if (first == '_') begins_block = run >= 3 && run == text.size();
  if (first == '~' || first == '`') begins_block = run >= 3;
  return begins_block ? 0 : std::string_view::npos;
}

// Gathers parts of one kind that follow each other.
class Cutter {
 public:
  explicit Cutter(std::string_view line) : line_(line) {}

  void add(FoldLine::Part::Kind kind, std::size_t end) {
    using Kind = FoldLine::Part::Kind;
    const std::size_t begin = cut_.parts.empty() ? 0 : cut_.parts.back().end;
    if (end <= begin) return;
    // Tags of one fold form one piece of HTML; the end of another one does not.
    const bool joins = !cut_.parts.empty() && kind == Kind::Html &&
                       cut_.parts.back().kind != Kind::Markdown &&
                       cut_.parts.back().kind != Kind::End;
    if (joins) {
      cut_.parts.back().end = end;
    } else {
      cut_.parts.push_back({.kind = kind, .begin = begin, .end = end});
    }
  }

  // The words between two tags, or behind the last one.
  void add_words(std::size_t end) {
    const std::string_view words = words_before(end);
    if (trim(words).empty()) {
      cut_.parts.back().end = end;
    } else {
      add(FoldLine::Part::Kind::Markdown, end);
      cut_.parts.back().begin += words.size() - trim_start(words).size();
    }
  }

  // The words behind `<summary>`.
  void add_summary(std::size_t end) {
    const std::string_view words = words_before(end);
    if (!trim(words).empty() && !may_be_markdown(words)) {
      add(FoldLine::Part::Kind::Html, end);
      return;
    }
    add_words(end);
    if (!trim(words).empty()) cut_.parts.back().escape_at = find_escape(trim(words));
  }

  FoldLine take() { return std::move(cut_); }

 private:
  std::string_view words_before(std::size_t end) const {
    const std::size_t begin = cut_.parts.empty() ? 0 : cut_.parts.back().end;
    return line_.substr(begin, end - begin);
  }

  std::string_view line_;
  FoldLine cut_;
};

}  // namespace

FoldLine cut_fold_line(std::string_view line, std::size_t mark, FoldPlace place) {
  const std::vector<FoundTag> tags = find_tags(line, mark);
  if (tags.empty()) return {};
  std::ptrdiff_t open = 0;
  for (const FoundTag& tag : tags) {
    open += tag.tag == Details ? 1 : tag.tag == DetailsEnd ? -1 : 0;
  }
  const bool begins_with_tag = tags[0].begin == mark;
  const bool ends_fold = place == FoldPlace::Inside && (open < 0 || tags[0].tag == SummaryEnd);
  if (!begins_with_tag && !ends_fold) return {};

  using Kind = FoldLine::Part::Kind;
  Cutter cutter(line);
  if (!begins_with_tag) cutter.add(Kind::Markdown, tags[0].begin);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const FoundTag& tag = tags[i];
    cutter.add(tag.tag == Details      ? Kind::Begin
               : tag.tag == DetailsEnd ? Kind::End
                                       : Kind::Html,
               tag.end);
    const std::size_t next = i + 1 < tags.size() ? tags[i + 1].begin : line.size();
    if (tag.tag == Summary) {
      cutter.add_summary(next);
    } else {
      cutter.add_words(next);
    }
  }
  FoldLine cut = cutter.take();
  cut.ends_with_summary =
      tags.back().tag == SummaryEnd && trim(line.substr(tags.back().end)).empty();
  return cut;
}

FoldSearch::FoldSearch(std::string_view text) : text_(text), next_{} {
  for (std::size_t i = 0; i < kTags.size(); ++i) {
    next_[i] = std::min(text.find(kTags[i]), text.size());
  }
}

std::size_t FoldSearch::find(std::size_t from) {
  std::size_t first = text_.size();
  for (std::size_t i = 0; i < kTags.size(); ++i) {
    if (next_[i] < from) next_[i] = std::min(text_.find(kTags[i], from), text_.size());
    first = std::min(first, next_[i]);
  }
  return first;
}

}  // namespace carnet
