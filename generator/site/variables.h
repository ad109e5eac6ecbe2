// `<code class="expression">space.vars.version</code>`: a value in the text.

#pragma once

#include <string_view>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "expressions/value.h"
#include "markdown/document.h"

namespace carnet {

// Replaces each expression of the tree by the text of its value. What is undefined
// is no text (`undefined-variable`); what is no expression stays readable, as
// `{{...}}` (`invalid-expression`).
void insert_variables(Document& document, const ExpressionValue& names, const Sources& sources,
                      Diagnostics& diagnostics);

}  // namespace carnet
