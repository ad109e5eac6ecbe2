// Code that calls an operation, ready to be copied.

#pragma once

#include <string>
#include <vector>

#include "openapi/operation.h"
#include "openapi/specification.h"

namespace carnet::openapi {

// `x-codeSamples` of the file first, then cURL, JavaScript (fetch), Python (requests) and Java
// (java.net.http) as far as the file has none for the language. None for an operation with
// `x-hideSample`; for webhooks and callbacks only those of the file.
//
// A sample has the first server, example values for all of the path and for what is required
// elsewhere, the first alternative of the security with placeholders, and the first form of the
// body. All texts are quoted by the rules of the language: the code can be run as it is.
std::vector<CodeSample> samples_of(const Specification& specification, const Operation& operation);

}  // namespace carnet::openapi
