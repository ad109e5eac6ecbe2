#include "symbols/table.h"

#include <cstddef>

namespace carnet {

std::string_view find_line(std::string_view table, std::string_view key) {
  while (!table.empty()) {
    const std::size_t middle = table.size() / 2;
    const std::size_t before = middle == 0 ? table.npos : table.rfind('\n', middle - 1);
    const std::size_t begin = before == table.npos ? 0 : before + 1;
    const std::size_t end = table.find('\n', begin);
    const std::string_view line = table.substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    const int order = line.substr(0, tab).compare(key);
    if (order == 0) return line.substr(tab + 1);
    table = order < 0 ? table.substr(end + 1) : table.substr(0, begin);
  }
  return {};
}

}  // namespace carnet
