// The tags that pages and updates are filed under, held against .gitbook/tags.yaml.

#pragma once

#include "base/source.h"
#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// Reports each tag that .gitbook/tags.yaml does not define, where it is written first
// (`undefined-tag`). It is shown by its bare name. Reports icons of tags that there are not, too
// (`unknown-icon`).
void check_tags(const Site& site, const Sources& texts, Diagnostics& diagnostics);

}  // namespace carnet
