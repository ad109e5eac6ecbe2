// Pages in languages that carnet does not read.

#pragma once

#include "diag/diagnostics.h"
#include "pipeline/load_book.h"

namespace carnet {

// AsciiDoc, which GitBook read until 2018, is an `unsupported-page` warning, file by
// file: its text is missing from the site. MDX, which comes from other generators, is
// one `ignored-file` notice.
void report_foreign_pages(const SiteFiles& files, Diagnostics& diagnostics);

}  // namespace carnet
