#include "site/formulas.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "math/typesetter.h"

namespace carnet {
namespace {

// To make an engine takes as long as this many formulas.
constexpr std::size_t kFormulasPerEngine = 100;

// What of the page's text is wrong: within the formula, if that stands there as it was parsed
// (in a quote, each line has its mark).
Span span_of(const Document& document, std::string_view text, const Node& node,
             const Formula& formula) {
  const std::size_t begin = text.find(node.text, text.rfind('\n', node.begin) + 1);
  if (begin == text.npos || begin > node.begin + node.text.size() + 16) return document.span(node);
  const auto offset = static_cast<std::uint32_t>(begin);
  return document.span(offset + static_cast<std::uint32_t>(formula.begin),
                       offset + static_cast<std::uint32_t>(formula.end));
}

}  // namespace

std::vector<PageFormulas> typeset_formulas(const Site& site, const Sources& sources, unsigned jobs,
                                           Diagnostics& diagnostics) {
  std::vector<PageFormulas> formulas(site.pages.size());
  std::vector<std::size_t> pages;  // That have some.
  std::size_t count = 0;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    if (site.pages[i].document->formulas.empty()) continue;
    pages.push_back(i);
    count += site.pages[i].document->formulas.size();
  }
  const std::size_t engines = std::min(pages.size(), count / kFormulasPerEngine + 1);
  std::vector<Diagnostics> problems(site.pages.size());
  parallel_for(engines, jobs, [&](std::size_t engine) {
    Typesetter typesetter;
    for (std::size_t k = engine; k < pages.size(); k += engines) {
      const Document& document = *site.pages[pages[k]].document;
      for (const Node* node : document.formulas) {
        Formula formula = typesetter.typeset(
            node->text, node->level > 0 ? Typesetter::Display::Block : Typesetter::Display::Inline);
        if (!formula.error.empty()) {
          problems[pages[k]].report(
              DiagnosticKind::BadFormula,
              span_of(document, sources.text(document.source()), *node, formula),
              "this formula cannot be read: " + formula.error, "it is shown as it was written");
        }
        formulas[pages[k]].push_back(std::move(formula.mathml));
      }
    }
  });
  for (Diagnostics& list : problems) diagnostics.merge(std::move(list));
  return formulas;
}

}  // namespace carnet
