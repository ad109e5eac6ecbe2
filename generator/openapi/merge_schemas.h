// allOf, and `$ref` with keys beside it: the parts become one schema, as far as that says the same.

#pragma once

#include "openapi/report.h"
#include "openapi/specification.h"

namespace carnet::openapi {

// Merges all schemas of the store, in place; see Schema for what that means. Adds schemas to the
// store for properties that several parts have.
void merge_schemas(Specification& specification, Report& report);

}  // namespace carnet::openapi
