// `{% if visitor.claims.unsigned.beta %}`: content for some visitors.
//
// A site of plain files has one visitor, whom carnet.yaml describes (`claims`).
// What another one would see is left out, and not in the site at all.

#pragma once

#include <string_view>

#include "base/source.h"
#include "config/config.h"
#include "diag/diagnostics.h"
#include "expressions/parse_expression.h"
#include "expressions/value.h"
#include "markdown/document.h"

namespace carnet {

// Replaces each `if` of the tree by the branch whose condition is true, or by
// nothing; each part that is left out is a `hidden-condition`. What cannot be
// understood is shown, and reported (`invalid-expression`).
void apply_conditions(Document& document, Config::Conditions conditions,
                      const ExpressionValue& names, ExpressionDialect dialect,
                      const Sources& sources, Diagnostics& diagnostics);

// Whether a page is for the visitor at all: `if` in its front matter.
bool is_shown(const FrontMatter& front_matter, Config::Conditions conditions,
              const ExpressionValue& names, Diagnostics& diagnostics);

}  // namespace carnet
