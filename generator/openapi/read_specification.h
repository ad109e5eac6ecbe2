// An OpenAPI file -> its model.

#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "openapi/specification.h"

namespace carnet::openapi {

// Gives the text of a file of the book that a `$ref` names, by its path from the root of the book;
// nothing if there is none. Called at most once for each path. It may add to the Sources.
using FindText = std::function<std::optional<SourceId>(std::string_view path)>;

// Reads `source`, which is the file `path` of the book, YAML or JSON, and what it refers to.
//
// Never fails and never takes long: what is wrong is a diagnostic at its place, and all that can be
// understood is in the result. Mistakes are `invalid-openapi`, a `$ref` that leads nowhere, out of
// the book, to the web, or round in circles is `unresolved-ref`, and what goes beyond a limit
// (limits.h: kMaxSpecification...) is `limit-reached`. A file that is no OpenAPI at all gives one
// `invalid-openapi`, and a Specification that is not `is_openapi()`.
Specification read_specification(SourceId source, std::string_view path, const Sources& sources,
                                 const FindText& find_text, Diagnostics& diagnostics);

}  // namespace carnet::openapi
