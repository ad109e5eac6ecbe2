// Method and path of an operation, as every block about APIs shows them.

#pragma once

#include <string>
#include <string_view>

#include "base/value.h"

namespace carnet {

// Sets `method` ("GET"), `method_kind` ("get", if it is one of HTTP's) and `path_html`: the
// path as it was written, never Markdown, its parameters `{id}` and `:id` marked.
void set_api_path(Value& view, std::string_view method, std::string_view path);

}  // namespace carnet
