// The attributes of one tag: which are kept, under which name and with which value.

#pragma once

#include "base/source.h"
#include "diag/diagnostics.h"
#include "html/fragment.h"
#include "html/policy.h"
#include "html/run.h"
#include "html/tokens.h"

namespace carnet {

// A start tag as it was read.
struct HtmlTagSource {
  const HtmlRun& run;
  const HtmlTokens& tokens;
  const HtmlToken& token;
};

// Gives `node` the attributes of its tag, as far as `policy` allows. Requires that no
// other node got attributes since `node` was made.
//
// Safe pages cannot have a `style`: alignment, GitBook's colours and sizes become
// `data-align`, `data-valign`, `data-color`, `data-background`, `width` and `height`.
// Attributes that could run code are reported; others that mean nothing here are not.
void add_attributes(const HtmlTagSource& tag, HtmlPolicy policy, SourceId source,
                    HtmlFragment& fragment, HtmlNode& node, Diagnostics& diagnostics);

}  // namespace carnet
