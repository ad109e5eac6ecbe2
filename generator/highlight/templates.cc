#include "highlight/templates.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/text.h"

namespace carnet {
namespace {

// A tag, and the word that stands for it while the rest is coloured.
struct Hole {
  std::uint32_t begin = 0;  // Of the tag, in the text.
  std::uint32_t end = 0;
  std::uint32_t at = 0;  // Of the word, in the text with words.
  std::uint32_t stop = 0;
};

// `raw` of `{%- raw %}`; "" if that is no such tag.
std::string_view tag_name(std::string_view tag) {
  if (!tag.starts_with("{%")) return {};
  tag.remove_prefix(tag.starts_with("{%-") ? 3 : 2);
  tag = trim_start(tag);
  std::size_t end = 0;
  while (end < tag.size() && (is_letter(tag[end]) || is_digit(tag[end]) || tag[end] == '_')) ++end;
  return tag.substr(0, end);
}

// Whether tags are looked for: not between two that say so.
class Filter {
 public:
  explicit Filter(TemplateRule::Literal literal) : literal_(literal) {}

  bool takes(std::string_view tag) {
    if (literal_ == TemplateRule::Literal::Raw) return takes(tag_name(tag), "raw", "endraw");
    if (literal_ == TemplateRule::Literal::Braces) return takes(tag, "{literal}", "{/literal}");
    return true;
  }

 private:
  bool takes(std::string_view tag, std::string_view opening, std::string_view closing) {
    if (tag == closing) is_inside_ = false;
    if (is_inside_) return false;
    is_inside_ = tag == opening;
    return true;
  }

  TemplateRule::Literal literal_;
  bool is_inside_ = false;
};

class Template {
 public:
  Template(std::string_view text, const Grammars& grammars, const TemplateRule& rule,
           std::uint32_t grammar)
      : text_(text), grammars_(grammars), rule_(rule), grammar_(grammar) {}

  std::optional<std::vector<Token>> tokenize_all() {
    if (text_.find(rule_.word) != std::string_view::npos || !find_holes()) return alone();
    if (holes_.empty() && rule_.may_stand_alone) return alone();
    const auto around = tokenize(words_, grammars_, rule_.around);
    if (!around) return std::nullopt;
    std::size_t next = 0;
    for (const Token& token : *around) {
      for (; next < holes_.size() && holes_[next].stop <= token.begin; ++next) {
        if (!add(holes_[next])) return std::nullopt;
      }
      if (cuts_word(token.begin) || cuts_word(token.end)) return alone();
      tokens_.push_back({place_of(token.begin), place_of(token.end), token.classes});
    }
    for (; next < holes_.size(); ++next) {
      if (!add(holes_[next])) return std::nullopt;
    }
    return std::move(tokens_);
  }

 private:
  std::optional<std::vector<Token>> alone() const { return tokenize(text_, grammars_, grammar_); }

  // Writes the text with words. False if its tags cannot be found.
  bool find_holes() {
    Filter filter(rule_.literal);
    std::size_t copied = 0;
    for (std::size_t from = 0; from < text_.size();) {
      Pattern::Found found;
      const Pattern::Outcome outcome = rule_.pattern->find(text_, from, found);
      if (outcome == Pattern::Outcome::TooCostly) return false;
      if (outcome == Pattern::Outcome::NotFound || found.begin == found.end) break;
      from = found.end;
      if (!filter.takes(text_.substr(found.begin, found.end - found.begin))) continue;
      words_ += text_.substr(copied, found.begin - copied);
      Hole& hole = holes_.emplace_back();
      hole.begin = static_cast<std::uint32_t>(found.begin);
      hole.end = static_cast<std::uint32_t>(found.end);
      hole.at = static_cast<std::uint32_t>(words_.size());
      words_.append(rule_.word).append(std::to_string(holes_.size() - 1)).append("___");
      hole.stop = static_cast<std::uint32_t>(words_.size());
      copied = found.end;
    }
    words_ += text_.substr(copied);
    return true;
  }

  bool add(const Hole& hole) {
    const auto inside =
        tokenize(text_.substr(hole.begin, hole.end - hole.begin), grammars_, grammar_);
    if (!inside) return false;
    tokens_.push_back({hole.begin, hole.end, rule_.classes});
    for (const Token& token : *inside) {
      tokens_.push_back({hole.begin + token.begin, hole.begin + token.end, token.classes});
    }
    return true;
  }

  // The last hole that begins before a place in the text with words; null if there is none.
  const Hole* hole_before(std::uint32_t place) const {
    const auto after = std::partition_point(holes_.begin(), holes_.end(),
                                            [&](const Hole& hole) { return hole.at < place; });
    return after == holes_.begin() ? nullptr : &*std::prev(after);
  }
  bool cuts_word(std::uint32_t place) const {
    const Hole* hole = hole_before(place);
    return hole != nullptr && place < hole->stop;
  }
  std::uint32_t place_of(std::uint32_t place) const {
    const Hole* hole = hole_before(place);
    return hole == nullptr ? place : hole->end + (place - hole->stop);
  }

  std::string_view text_;
  const Grammars& grammars_;
  const TemplateRule& rule_;
  std::uint32_t grammar_;
  std::string words_;
  std::vector<Hole> holes_;
  std::vector<Token> tokens_;
};

}  // namespace

std::optional<std::vector<Token>> tokenize_template(std::string_view text, const Grammars& grammars,
                                                    const TemplateRule& rule,
                                                    std::uint32_t grammar) {
  return Template(text, grammars, rule, grammar).tokenize_all();
}

}  // namespace carnet
