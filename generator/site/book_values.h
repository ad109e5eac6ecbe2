// What expressions of a book may name:
//
//   space.vars      .gitbook/vars.yaml, and `variables` of carnet.yaml, which wins
//   page.vars       `vars` of the page's front matter
//   visitor.claims  `claims` of carnet.yaml: what the reader of this site may see
//   book            in an old book: `variables` of book.json and carnet.yaml

#pragma once

#include <optional>

#include "base/source.h"
#include "config/config.h"
#include "diag/diagnostics.h"
#include "expressions/value.h"
#include "markdown/front_matter.h"

namespace carnet {

class BookValues {
 public:
  // `variables` is .gitbook/vars.yaml, or kNoSource. Mistakes in it are reported
  // (`invalid-variables`).
  BookValues(const Config& config, SourceId variables, const Sources& sources,
             Diagnostics& diagnostics);

  // The names for one page. Mistakes in its `vars` are reported.
  ExpressionValue for_page(const FrontMatter& front_matter, Diagnostics& diagnostics) const;

 private:
  ExpressionValue space_;
  ExpressionValue visitor_;
  std::optional<ExpressionValue> book_;
};

// What YAML says, as an expression sees it: a plain `true` is a boolean, a plain
// `3` a number. What would not look the same as a number (`1.10`) is a text.
ExpressionValue value_of(const YamlNode& node);

}  // namespace carnet
