// Request bodies.

#pragma once

#include <vector>

#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/reading.h"

namespace carnet::openapi {

// A Request Body Object or a `$ref` to one. `body` stays as it is where that is hidden or nothing.
void read_request_body(const YamlNode& node, RequestBody& body, Reading& reading);

// Swagger 2.0 has bodies among the parameters, and their media types elsewhere: `body` is the
// parameter that is `in: body`, or null; `form`, of which one is there if there is no `body`, are
// those that are `in: formData`. The media types are those of `operation` or of the file.
void read_swagger_body(const YamlNode* body, const std::vector<const YamlNode*>& form,
                       const YamlNode& operation, RequestBody& request_body, Reading& reading);

}  // namespace carnet::openapi
