// What is checked of a template before anything is rendered with it.
//
// Mustache prints nothing for a name it does not know, so a slip of the pen in a
// theme would be found by a reader, not by its author. Here each name in a
// template has to be one that the generator provides, and what is wrong is
// reported where it is written.

#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"

namespace carnet {

// The texts that `{{> name}}` may include, by name.
using Partials = std::map<std::string, SourceId, std::less<>>;

// The names a template may use. A dot leads into an object or the items of a
// list: `previous.url` allows `{{previous.url}}`, `{{#previous}}` and in that
// section `{{url}}`.
using TemplateNames = std::vector<std::string>;

struct ScannedTemplate {
  std::string text;  // Partials put in, comments left out: what is left for mustache.
  bool valid = true;
  std::vector<SourceId> files{};  // What went into it.
};

// Reports unknown names and partials, partials that include themselves, and
// sections and tags that are not closed, all as `invalid-theme`. Sections are
// opened and closed in the same file.
ScannedTemplate scan_template(SourceId source, const Partials& partials, const TemplateNames& names,
                              const Sources& sources, Diagnostics& diagnostics);

}  // namespace carnet
