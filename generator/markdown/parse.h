// Markdown -> Document. Cannot fail and loses no text: what is not understood
// is reported and shown as it was written.
//
// Base: CommonMark 0.29 with GitHub's tables, task lists, strikethrough and
// autolinks, and footnotes; GitBook's block tags; raw HTML as trusted or
// whitelisted nodes.

#pragma once

#include <string_view>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "markdown/document.h"
#include "markdown/placeholders.h"

namespace carnet {

struct ParseOptions {
  enum class Dialect {
    GitBook,   // Front matter, block tags.
    Snippet,   // Neither, but GitBook's icons, emoji and marks.
    Markdown,  // Nothing of GitBook's.
  };
  enum class Html {
    Safe,     // The whitelist; links in it are found.
    Trusted,  // Everything stays; links in it are found.
    Raw,      // Passed on byte for byte (Markdown only, for comparing with others).
  };

  Dialect dialect = Dialect::GitBook;
  Html html = Html::Safe;
  // If set, `{{ book.name }}` stands for these, and `{{ page.title }}` for the title.
  const PlaceholderNames* placeholders = nullptr;
};

// To be called once, before the first parse of a program; parse_document may
// then be called from any number of threads.
void warm_up_parser();

// Requires what Sources::add requires of its texts.
Document parse_document(const Sources& sources, SourceId source, const ParseOptions& options,
                        Diagnostics& diagnostics);

}  // namespace carnet
