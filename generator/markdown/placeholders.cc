#include "markdown/placeholders.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

// Longer ones are no placeholder but a brace that somebody forgot.
constexpr std::size_t kMaxPlaceholderBytes = 500;
// The name of a tag stands near its bracket.
constexpr std::size_t kMaxRawTagBytes = 40;

bool is_name_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-';
}

std::string_view take_word(std::string_view& rest) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_byte);
  const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest = trim_start(rest.substr(word.size()));
  return word;
}

bool take(std::string_view& rest, char c) {
  if (!rest.starts_with(c)) return false;
  rest = trim_start(rest.substr(1));
  return true;
}

std::optional<std::string_view> take_text(std::string_view& rest) {
  if (!rest.starts_with('"') && !rest.starts_with('\'')) return std::nullopt;
  const std::size_t end = rest.find(rest[0], 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view text = rest.substr(1, end - 1);
  rest = trim_start(rest.substr(end + 1));
  return text;
}

// First letter up, the others down.
std::string capitalize(std::string_view text) {
  std::string capital = to_lower_unicode(text);
  if (!capital.empty() && capital[0] >= 'a' && capital[0] <= 'z') {
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
  }
  return capital;
}

// What an expression gives, or why it gives nothing.
struct Outcome {
  std::optional<std::string> value{};
  std::string problem{};
  std::string hint{};
};

class Evaluator {
 public:
  explicit Evaluator(PlaceholderNames names) : names_(std::move(names)) {}

  void name(std::string name, std::string value) {
    names_.insert_or_assign(std::move(name), std::move(value));
  }

  Outcome evaluate(std::string_view expression) const {
    std::string_view rest = trim(expression);
    Outcome outcome;
    if (const auto text = take_text(rest)) {
      outcome.value = *text;
      return filter(std::move(outcome), rest);
    }
    const std::string_view name = take_word(rest);
    if (name.empty() || (!rest.empty() && rest[0] != '|')) return not_understood(expression);
    if (const auto found = names_.find(name); found != names_.end()) {
      outcome.value = found->second;
    } else {
      outcome.problem = fmt::format("nothing is called `{}`", name);
      Nearest nearest(name);
      std::string_view best;
      for (const auto& [known, value] : names_) {
        if (nearest.offer(known)) best = known;
      }
      outcome.hint = best.empty() ? "write it below `variables` in `carnet.yaml`"
                                  : fmt::format("did you mean `{}`?", best);
    }
    return filter(std::move(outcome), rest);
  }

 private:
  static Outcome not_understood(std::string_view expression) {
    return {.problem = fmt::format("`{}` is more than carnet computes", trim(expression)),
            .hint = "write the text itself"};
  }

  static Outcome filter(Outcome outcome, std::string_view rest) {
    while (take(rest, '|')) {
      const std::string_view name = take_word(rest);
      std::optional<std::string_view> argument;
      if (take(rest, '(')) {
        argument = take_text(rest);
        // default(x, true) looks at empty texts, too.
        if (take(rest, ',')) take_word(rest);
        if (!take(rest, ')')) return not_understood(rest);
      }
      if ((name == "default" || name == "d") && argument) {
        if (!outcome.value || outcome.value->empty()) outcome = {.value = std::string(*argument)};
      } else if (outcome.value && !apply(name, *outcome.value)) {
        return {.problem = fmt::format("there is no filter `{}`", name),
                .hint = "known: `capitalize`, `default`, `lower`, `safe`, `trim`, `upper`"};
      }
    }
    if (!rest.empty()) return not_understood(rest);
    return outcome;
  }

  static bool apply(std::string_view name, std::string& value) {
    if (name == "upper") {
      value = to_upper_unicode(value);
    } else if (name == "lower") {
      value = to_lower_unicode(value);
    } else if (name == "capitalize") {
      value = capitalize(value);
    } else if (name == "trim") {
      value = trim(value);
    } else {
      return name == "safe";
    }
    return true;
  }

  PlaceholderNames names_;
};

class Filler {
 public:
  Filler(Document& document, std::string_view text, const PlaceholderNames& names,
         Diagnostics& diagnostics)
      : document_(document), text_(text), evaluator_(names), diagnostics_(diagnostics) {}

  void fill_document() {
    find_raw();
    std::string title = document_.front_matter.title.value;
    if (!title.empty()) evaluator_.name("page.title", std::move(title));
    bool has_heading = false;
    for (Node* child = document_.root().first_child; child != nullptr; child = child->next) {
      fill(*child);
      if (has_heading || child->kind != NodeKind::Heading) continue;
      has_heading = true;
      evaluator_.name("page.title", to_plain_text(*child));
    }
  }

 private:
  void fill_children(Node& node) {
    for (Node* child = node.first_child; child != nullptr; child = child->next) fill(*child);
  }

  void fill(Node& node) {
    switch (node.kind) {
      case NodeKind::Text:
      case NodeKind::Code:
      case NodeKind::CodeBlock:
      case NodeKind::Link:
      case NodeKind::Image: fill_text(node, node.text); break;
      default: break;
    }
    if (node.kind == NodeKind::Link || node.kind == NodeKind::Image) fill_text(node, node.detail);
    fill_attributes(node);
    fill_children(node);
  }

  void fill_attributes(Node& node) {
    const auto has_placeholder = [](const Attribute& attribute) {
      return attribute.value.find("{{") != std::string_view::npos;
    };
    if (std::none_of(node.attributes.begin(), node.attributes.end(), has_placeholder)) return;
    std::vector<Attribute> attributes(node.attributes.begin(), node.attributes.end());
    for (Attribute& attribute : attributes) fill_text(node, attribute.value);
    node.attributes = document_.keep(attributes);
  }

  void fill_text(const Node& node, std::string_view& text) {
    std::size_t begin = text.find("{{");
    if (begin == std::string_view::npos) return;
    std::string filled;
    std::size_t copied = 0;
    std::size_t from = line_of(node);  // Where in the source the next one can stand.
    while (begin != std::string_view::npos) {
      const std::size_t end = text.find("}}", begin + 2);
      if (end == std::string_view::npos || end - begin > kMaxPlaceholderBytes) break;
      const std::string_view written = text.substr(begin, end + 2 - begin);
      const std::optional<std::size_t> place = find_in_source(node, written, from);
      std::optional<std::string> value;
      if (place) value = value_of(written, *place);
      if (value) {
        filled.append(text.substr(copied, begin - copied)).append(*value);
        copied = end + 2;
      }
      begin = text.find("{{", end + 2);
    }
    if (copied > 0) text = document_.keep(filled.append(text.substr(copied)));
  }

  // Only the line of an inline is sure.
  std::size_t line_of(const Node& node) const {
    if (!is_inline(node) || node.begin == 0) return node.begin;
    return text_.rfind('\n', node.begin - 1) + 1;
  }

  // What stands between `{% raw %}` and `{% endraw %}`, on one line or many. The tags are in the
  // source only: the tree has none of them.
  void find_raw() {
    if (text_.find("endraw") == std::string_view::npos) return;
    std::optional<std::size_t> open;
    for (std::size_t i = text_.find('%'); i != std::string_view::npos; i = text_.find('%', i + 1)) {
      if (i == 0 || (text_[i - 1] != '{' && text_[i - 1] != '<')) continue;
      const bool is_tight = text_.substr(i + 1).starts_with('-');
      const std::string_view words =
          trim_start(text_.substr(i + (is_tight ? 2 : 1), kMaxRawTagBytes));
      const std::string_view name = words.substr(0, words.find_first_of(" -%\n"));
      if (name == "raw" && !open) open = i;
      if (name != "endraw" || !open) continue;
      raw_.emplace_back(*open, i);
      open.reset();
    }
  }

  bool stands_in_raw(std::size_t place) const {
    const auto behind = std::partition_point(
        raw_.begin(), raw_.end(), [&](const auto& range) { return range.first < place; });
    return behind != raw_.begin() && place < std::prev(behind)->second;
  }

  // Where the next pair of braces begins, with or without a backslash between them.
  std::size_t next_braces(std::size_t from, std::size_t reach) const {
    for (std::size_t i = text_.find('{', from); i < reach; i = text_.find('{', i + 1)) {
      const std::string_view rest = text_.substr(i + 1);
      if (rest.starts_with('{') || rest.starts_with("\\{")) return i;
    }
    return std::string_view::npos;
  }

  // Where the placeholder `written` stands in the source. Nothing if it has a
  // backslash there, before it or in it: then it is meant to be read. `from` moves
  // behind it.
  std::optional<std::size_t> find_in_source(const Node& node, std::string_view written,
                                            std::size_t& from) const {
    // A title or an attribute of a node may stand on a later line than its text.
    const std::size_t reach =
        std::min(text_.size(), std::max<std::size_t>(node.end, from) + kMaxPlaceholderBytes);
    for (std::size_t at = next_braces(from, reach); at < reach; at = next_braces(at + 1, reach)) {
      if (text_.substr(at).starts_with(written)) {
        from = at + written.size();
        if (at > 0 && text_[at - 1] == '\\') return std::nullopt;
        return stands_in_raw(at) ? std::nullopt : std::optional(at);
      }
      if (const std::size_t length = length_with_escapes(at, written); length > 0) {
        from = at + length;
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // How long `written` is in the source at a place, if it has backslashes there; else 0.
  std::size_t length_with_escapes(std::size_t at, std::string_view written) const {
    std::size_t i = at;
    for (const char c : written) {
      if (i < text_.size() && text_[i] == '\\' && c != '\\') ++i;
      if (i >= text_.size() || text_[i] != c) return 0;
      ++i;
    }
    return i - at;
  }

  std::optional<std::string> value_of(std::string_view written, std::size_t place) {
    Outcome outcome = evaluator_.evaluate(written.substr(2, written.size() - 4));
    if (outcome.value) return outcome.value;
    const auto begin = static_cast<std::uint32_t>(place);
    diagnostics_.report(DiagnosticKind::UnknownPlaceholder,
                        document_.span(begin, begin + static_cast<std::uint32_t>(written.size())),
                        std::move(outcome.problem), std::move(outcome.hint));
    return std::nullopt;
  }

  Document& document_;
  std::string_view text_;
  std::vector<std::pair<std::size_t, std::size_t>> raw_;  // In their order.
  Evaluator evaluator_;
  Diagnostics& diagnostics_;
};

}  // namespace

void fill_placeholders(Document& document, std::string_view text, const PlaceholderNames& names,
                       Diagnostics& diagnostics) {
  if (text.find("{{", document.front_matter.body_begin) == std::string_view::npos) return;
  Filler filler(document, text, names, diagnostics);
  filler.fill_document();
}

}  // namespace carnet
