#include "site/portable_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
constexpr std::string_view kForbidden = "<>:\"\\|?*";
constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};

// "com1" to "com9" and "lpt1" to "lpt9", too.
bool is_device(std::string_view stem) {
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         stem[3] >= '1' && stem[3] <= '9';
}

// Why Windows refuses the segment; empty if it does not.
std::string problem_with(std::string_view segment) {
  for (char c : segment) {
    if (kForbidden.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20) {
      return fmt::format("`{}` contains a character that Windows does not allow in names", segment);
    }
  }
  if (segment.ends_with('.') || segment.ends_with(' ')) {
    return fmt::format("`{}` ends with a {}, which Windows does not allow", segment,
                       segment.back() == '.' ? "dot" : "space");
  }
  const std::string stem = to_lower(segment.substr(0, segment.find('.')));
  if (is_device(stem)) return fmt::format("`{}` is the name of a device on Windows", segment);
  return {};
}

}  // namespace

void check_portable_names(const Site& site, Diagnostics& diagnostics) {
  std::unordered_map<std::string, std::string_view> seen;  // Folded -> the first spelling.
  const auto check = [&](std::string_view path, Span where) {
    // Each folder once, however many files it has.
    for (std::size_t end = 0; end != std::string_view::npos;) {
      end = path.find('/', end == 0 ? 0 : end + 1);
      const std::string_view part = path.substr(0, end);
      const auto [first, is_new] = seen.emplace(to_lower_unicode(part), part);
      if (!is_new) {
        if (first->second == part) continue;
        diagnostics.report(
            DiagnosticKind::UnportableName, where,
            fmt::format("`{}` and `{}` differ only in letter case", part, first->second),
            "on Windows and macOS only one of them can exist: rename one");
        continue;
      }
      if (std::string problem = problem_with(file_name_of(part)); !problem.empty()) {
        diagnostics.report(DiagnosticKind::UnportableName, where,
                           fmt::format("{} (in `{}`)", problem, path), "rename it");
      }
    }
  };
  for (const Page& page : site.pages) check(page.source_path, page.document->span(0, 0));
  for (const Asset& asset : site.assets) check(asset.source_path, {});
}

}  // namespace carnet
