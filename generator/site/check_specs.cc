#include "site/check_specs.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

namespace carnet {

void check_specs(const Site& site, Diagnostics& diagnostics) {
  std::set<std::string_view> reported;
  for (const Page& page : site.pages) {
    for (const Node* block : page.document->specs) {
      const Attribute& spec = *find_attribute(*block, "spec");
      const bool is_known = spec.value.empty() || site.config.openapi.find(spec.value) != nullptr;
      if (is_known || !reported.insert(spec.value).second) continue;
      diagnostics.report(DiagnosticKind::UnresolvedSpec,
                         page.document->span(*block, spec.value_begin, spec.value_end),
                         fmt::format("the specification `{}` is not in the book", spec.value),
                         "put its file into the book, and write `src=\"...\"` instead");
    }
  }
}

}  // namespace carnet
