// JSON as people write it: with comments, and commas behind the last entry.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/source.h"

namespace carnet {

// What JSON does not have, at its place.
using JsonSlip = std::function<void(Span where, std::string message, std::string hint)>;

// `text`, a whole source, with spaces in place of comments and needless commas, so
// that every place stays where it was. Each is reported once.
std::string tighten_json(std::string_view text, SourceId source, const JsonSlip& report);

}  // namespace carnet
