// Where an API is: OpenAPI 3.1.0, 4.8.5; 3.0.3, 4.7.5; of 2.0: schemes, host and basePath.

#pragma once

#include <string>
#include <vector>

namespace carnet::openapi {

struct ServerVariable {
  std::string name;
  std::string default_value{};
  std::vector<std::string> values{};  // enum
  std::string description{};          // Markdown.
};

struct Server {
  std::string url;  // Its variables replaced by their defaults; without a slash at its end.
  std::string url_template{};  // As it is written.
  std::string name{};          // OpenAPI 3.2, and what some write before.
  std::string description{};   // Markdown.
  std::vector<ServerVariable> variables{};
};

}  // namespace carnet::openapi
