// The formulas of all pages, as MathML.

#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// The MathML of each formula of a page, in the order of Document::formulas. Empty for one that
// is wrong, and is shown as it was written.
using PageFormulas = std::vector<std::string>;

// Element i belongs to `site.pages[i]`. A formula that is wrong is a `bad-formula` notice. Costs
// nothing where there are no formulas.
std::vector<PageFormulas> typeset_formulas(const Site& site, const Sources& sources, unsigned jobs,
                                           Diagnostics& diagnostics);

}  // namespace carnet
