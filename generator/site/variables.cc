#include "site/variables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "base/limits.h"
#include "base/text.h"
#include "expressions/evaluate.h"
#include "html/entities.h"
#include "site/expression_place.h"

namespace carnet {
namespace {

// Letters and digits: what Markdown and HTML leave of a text in any case.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (char c : text) {
    if (!is_punctuation(c) && !is_space(c)) letters += c;
  }
  return letters;
}

class Variables {
 public:
  Variables(Document& document, const ExpressionValue& names, const Sources& sources,
            Diagnostics& diagnostics)
      : document_(document), names_(names), sources_(sources), diagnostics_(diagnostics) {
    budget_ = kMaxOutputBase + kMaxOutputFactor * sources.text(document.source()).size();
  }

  void insert_below(Node& node) {
    for (Node* child = node.first_child; child != nullptr;) {
      Node* next = child->next;
      if (is_expression(*child) && !child->is_raw) {
        replace(*child);
      } else {
        insert_below(*child);
      }
      child = next;
    }
  }

 private:
  void replace(Node& element) {
    const std::string plain = to_plain_text(element);
    std::string expression(trim(plain));
    const ExpressionPlace place = locate(element, expression);
    const Evaluation result = evaluate(expression, names_);
    for (const MissingName& name : result.missing) report_undefined(name, place, diagnostics_);
    std::string value = result.value.to_text();
    if (result.error) {
      diagnostics_.report(DiagnosticKind::InvalidExpression,
                          place.span(result.error->begin, result.error->end), result.error->message,
                          result.error->hint);
      value = "{{" + expression + "}}";
    } else if (result.value.as_map() != nullptr) {
      diagnostics_.report(DiagnosticKind::InvalidExpression, place.span(0, expression.size()),
                          fmt::format("`{}` is a map of values, not one of them", expression),
                          "write a dot and a name behind it");
      value = "{{" + expression + "}}";
    }
    if (value.size() > budget_) value.clear();  // Rendering will say that it is too much.
    budget_ -= value.size();

    Node& text = document_.create(NodeKind::Text, element.begin, element.end);
    text.origin = element.origin;
    text.text = document_.keep(value);
    insert_before(element, text);
    unlink(element);
  }

  // Finds where the expression was written, and takes it from there if Markdown
  // took something away: the stars of `a*b*c`.
  ExpressionPlace locate(const Node& element, std::string& expression) const {
    const SourceId source = document_.origin(element.origin).source;
    const std::string_view text = sources_.text(source);
    // The line is right, the column only nearly.
    constexpr std::size_t kReach = 4096;
    const std::size_t line = element.begin == 0 ? 0 : text.rfind('\n', element.begin - 1) + 1;
    const std::size_t from =
        std::max<std::size_t>(line, element.begin - std::min<std::size_t>(element.begin, kReach));
    const std::string letters = letters_of(expression);
    std::optional<Span> best;
    std::size_t best_distance = 0;
    for (std::size_t i = text.find("<code", from); i < text.size(); i = text.find("<code", i + 1)) {
      const std::size_t open_end = text.find('>', i);
      const std::size_t close = text.find("</code", std::min(open_end, text.size()));
      if (i > element.begin + kReach || close == std::string_view::npos) break;
      const std::string_view inner = text.substr(open_end + 1, close - open_end - 1);
      if (inner.size() > kReach) continue;
      if (letters_of(decode_entities(inner, EntityPlace::Text)) != letters) continue;
      const std::size_t distance = i > element.begin ? i - element.begin : element.begin - i;
      if (best && distance >= best_distance) break;
      const std::size_t leading = inner.size() - trim_start(inner).size();
      best = Span{source, static_cast<std::uint32_t>(open_end + 1 + leading),
                  static_cast<std::uint32_t>(open_end + 1 + leading + trim(inner).size())};
      best_distance = distance;
    }
    if (!best) return {document_.span(element), {}};
    const std::string_view written = sources_.text(*best);
    const std::string decoded = decode_entities(written, EntityPlace::Text);
    // Escapes of tables and of Markdown stay as Markdown understood them.
    if (decoded.find('\\') == std::string::npos) expression = decoded;
    return {*best, written};
  }

  Document& document_;
  const ExpressionValue& names_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::size_t budget_;  // Bytes that expressions may still add to the page.
};

}  // namespace

void insert_variables(Document& document, const ExpressionValue& names, const Sources& sources,
                      Diagnostics& diagnostics) {
  Variables(document, names, sources, diagnostics).insert_below(document.root());
}

}  // namespace carnet
