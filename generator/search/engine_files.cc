#include "search/engine_files.h"

#include <charconv>
#include <set>
#include <string_view>

#include "search/stemmer.h"

namespace carnet {

std::string_view embedded_search();    // assets/search/, see assets/build/search.mjs.
std::string_view embedded_stemmers();  // See assets/build/stemmers.mjs.

std::vector<OutputFile> engine_files(const std::vector<std::string>& languages) {
  std::set<std::string_view> names;
  for (const std::string& language : languages) names.insert(stemmer_name(language));
  std::vector<OutputFile> files;
  const std::string folder(kSearchFolder);
  files.push_back({.path = folder + "search.js", .bytes = std::string(embedded_search())});
  std::string_view rest = embedded_stemmers();
  while (!rest.empty()) {
    const std::size_t space = rest.find(' ');
    const std::size_t line_end = rest.find('\n', space);
    const std::string_view name = rest.substr(0, space);
    std::size_t size = 0;
    std::from_chars(rest.data() + space + 1, rest.data() + line_end, size);
    if (names.contains(name)) {
      files.push_back({.path = folder + "stem-" + std::string(name) + ".js",
                       .bytes = std::string(rest.substr(line_end + 1, size))});
    }
    rest.remove_prefix(line_end + 1 + size);
  }
  return files;
}

}  // namespace carnet
