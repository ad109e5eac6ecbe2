// A request, written down. Each can be run as it is.

#pragma once

#include <string>

#include "openapi/samples/request.h"

namespace carnet::openapi {

std::string write_curl(const SampleRequest& request);
std::string write_javascript(const SampleRequest& request);
std::string write_python(const SampleRequest& request);
std::string write_java(const SampleRequest& request);

}  // namespace carnet::openapi
