// What all files of an index are: a script that hands over one value.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/output_file.h"

namespace carnet {

// `carnetSearch.take(VALUE)`: the engine knows which file it asked for.
inline OutputFile make_shard(std::string_view folder, std::string_view kind, std::size_t number,
                             std::string_view value) {
  std::string path(folder);
  path.append(kind).append("-").append(std::to_string(number)).append(".js");
  std::string bytes = "carnetSearch.take(";
  bytes.append(value).append(")\n");
  return {.path = std::move(path), .bytes = std::move(bytes)};
}

}  // namespace carnet
