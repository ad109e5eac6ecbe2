#include "highlight/tokenize.h"

#include <cstddef>

#include "base/limits.h"
#include "base/text.h"

namespace carnet {
namespace {

// JavaScript counts in UTF-16.
std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    if (!is_continuation(c)) length += static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
  }
  return length;
}

// Prism keeps what it has in a linked list of texts and tokens, and so do we: rules may take
// back what rules before them have found.
struct Item {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t previous = 0;
  std::uint32_t next = 0;
  const TokenRule* rule = nullptr;  // Nothing: text.
  std::uint32_t content = 0;        // The head of the list of what is inside, or 0.

  std::uint32_t size() const { return end - begin; }
  bool is_token() const { return rule != nullptr; }
};

struct List {
  std::uint32_t head = 0;
  std::uint32_t tail = 0;
  std::size_t size = 0;
};

// While rules are tried once more after one of them has taken something back.
struct Rematch {
  std::size_t cause = 0;  // The rule that did so: those before are tried.
  std::size_t reach = 0;  // How far what it changed goes.
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Grammars& grammars) : text_(text), grammars_(grammars) {
    items_.emplace_back();  // No list begins with item 0.
  }

  // The head of the list of what stands between two offsets.
  std::uint32_t tokenize(std::uint32_t begin, std::uint32_t end, std::uint32_t grammar) {
    List list;
    list.head = add_item({});
    list.tail = add_item({});
    items_[list.head].next = list.tail;
    items_[list.tail].previous = list.head;
    add_after(list, list.head, {.begin = begin, .end = end});
    // Only grammars that contain themselves nest deep.
    if (depth_ == kMaxTokenDepth) return list.head;
    ++depth_;
    Scope scope{list, grammars_[grammar], text_.substr(begin, end - begin), begin, 0};
    scope.length = utf16_length(scope.text);
    match(scope, list.head, begin, nullptr);
    --depth_;
    return list.head;
  }

  bool has_given_up() const { return has_given_up_; }

  void collect(std::uint32_t head, std::vector<Token>& tokens) const {
    for (std::uint32_t i = items_[head].next; items_[i].next != 0; i = items_[i].next) {
      const Item& item = items_[i];
      if (!item.is_token() || item.size() == 0) continue;
      tokens.push_back({item.begin, item.end, item.rule->classes});
      if (item.content != 0) collect(item.content, tokens);
    }
  }

 private:
  // What a call of Prism's `tokenize` knows.
  struct Scope {
    List& list;
    const Grammar& grammar;
    std::string_view text;
    std::uint32_t begin;  // Where `text` stands in the whole.
    std::size_t length;   // In UTF-16.
  };

  std::uint32_t add_item(const Item& item) {
    items_.push_back(item);
    return static_cast<std::uint32_t>(items_.size() - 1);
  }

  std::uint32_t add_after(List& list, std::uint32_t place, Item item) {
    item.previous = place;
    item.next = items_[place].next;
    const std::uint32_t added = add_item(item);
    items_[items_[added].next].previous = added;
    items_[place].next = added;
    ++list.size;
    return added;
  }

  void remove_after(List& list, std::uint32_t place, std::size_t count) {
    std::uint32_t next = items_[place].next;
    for (; count > 0 && next != list.tail; --count) {
      next = items_[next].next;
      --list.size;
    }
    items_[place].next = next;
    items_[next].previous = place;
  }

  // Finds a rule's token; offsets are those of `subject`.
  bool find(const TokenRule& rule, std::string_view subject, std::size_t from,
            Pattern::Found& found) {
    const Pattern::Outcome outcome = rule.pattern->find(subject, from, found);
    if (outcome == Pattern::Outcome::TooCostly) has_given_up_ = true;
    if (outcome != Pattern::Outcome::Found) return false;
    if (rule.has_lookbehind) found.begin += found.group_size;
    return true;
  }

  // Prism's `matchGrammar`. All offsets are those of the whole text.
  void match(Scope& scope, std::uint32_t start, std::size_t start_offset, Rematch* rematch) {
    for (std::size_t i = 0; i < scope.grammar.size(); ++i) {
      if (rematch != nullptr && rematch->cause == i) return;
      if (!match_rule(scope, i, start, start_offset, rematch)) return;
    }
  }

  // One rule on all that is still text. False: that is enough, no further rule.
  bool match_rule(Scope& scope, std::size_t number, std::uint32_t start, std::size_t start_offset,
                  Rematch* rematch) {
    List& list = scope.list;
    const TokenRule& rule = *scope.grammar[number];
    std::size_t offset = start_offset;
    for (std::uint32_t current = items_[start].next; current != list.tail;
         offset += items_[current].size(), current = items_[current].next) {
      if (has_given_up_) return false;
      if (rematch != nullptr && offset >= rematch->reach) break;
      // A rule that matches nothing at all would go on for ever.
      if (list.size > scope.length) return false;
      if (items_[current].is_token()) continue;

      std::size_t removed = 1;
      std::size_t stretch_end = offset + items_[current].size();
      Pattern::Found found;
      if (rule.is_greedy) {
        if (!find(rule, scope.text, offset - scope.begin, found)) break;
        if (found.begin >= scope.text.size()) break;
        found.begin += scope.begin;
        found.end += scope.begin;
        // The item in which it begins.
        while (found.begin >= stretch_end) {
          current = items_[current].next;
          stretch_end += items_[current].size();
        }
        offset = stretch_end - items_[current].size();
        if (items_[current].is_token()) continue;
        // All items that it touches, and the text behind them.
        removed = 0;
        stretch_end = offset;
        for (std::uint32_t k = current;
             k != list.tail && (stretch_end < found.end || !items_[k].is_token());
             k = items_[k].next) {
          ++removed;
          stretch_end += items_[k].size();
        }
      } else {
        const std::string_view text = text_.substr(offset, stretch_end - offset);
        if (!find(rule, text, 0, found)) continue;
        found.begin += offset;
        found.end += offset;
      }

      const std::size_t reach = stretch_end;
      if (rematch != nullptr && reach > rematch->reach) rematch->reach = reach;
      std::uint32_t place = items_[current].previous;
      const Item before{.begin = static_cast<std::uint32_t>(offset),
                        .end = static_cast<std::uint32_t>(found.begin)};
      const Item after{.begin = static_cast<std::uint32_t>(found.end),
                       .end = static_cast<std::uint32_t>(stretch_end)};
      if (before.size() > 0) {
        place = add_after(list, place, before);
        offset += before.size();
      }
      remove_after(list, place, removed);
      Item token{.begin = before.end, .end = after.begin, .rule = &rule};
      if (rule.inside != TokenRule::kNothing) {
        token.content = tokenize(token.begin, token.end, rule.inside);
      }
      current = add_after(list, place, token);
      if (after.size() > 0) add_after(list, current, after);

      if (removed > 1) {
        Rematch nested{.cause = number, .reach = reach};
        match(scope, items_[current].previous, offset, &nested);
        if (rematch != nullptr && nested.reach > rematch->reach) rematch->reach = nested.reach;
      }
    }
    return !has_given_up_;
  }

  std::string_view text_;
  const Grammars& grammars_;
  std::vector<Item> items_;
  std::size_t depth_ = 0;
  bool has_given_up_ = false;
};

}  // namespace

std::optional<std::vector<Token>> tokenize(std::string_view text, const Grammars& grammars,
                                           std::uint32_t grammar) {
  Tokenizer tokenizer(text, grammars);
  const std::uint32_t head =
      tokenizer.tokenize(0, static_cast<std::uint32_t>(text.size()), grammar);
  if (tokenizer.has_given_up()) return std::nullopt;
  std::vector<Token> tokens;
  tokenizer.collect(head, tokens);
  return tokens;
}

}  // namespace carnet
