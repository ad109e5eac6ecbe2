#include "config/space_folders.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/nearest.h"
#include "base/path.h"
#include "base/text.h"
#include "config/tree_lookup.h"

namespace carnet {
namespace {

constexpr std::string_view kHowTo =
    "write a path from the folder of this file, or `null` if the pages are not here";

bool is_page(std::string_view path) {
  return equals_ignoring_case(extension_of(path), ".md") && !has_dot_segment(path) &&
         !equals_ignoring_case(file_name_of(path), "SUMMARY.md");
}

}  // namespace

bool SpaceFolders::has_pages(std::string_view folder) const {
  return std::any_of(tree_.texts.begin(), tree_.texts.end(), [&](const SourceFile& file) {
    return is_inside(file.path, folder) && is_page(path_below(folder, file.path));
  });
}

// A folder with pages whose name is nearly the same, beside the one that was meant.
std::string SpaceFolders::suggest(std::string_view folder) const {
  const std::string_view above = folder_of(folder);
  std::set<std::string_view> names;
  for (const SourceFile& file : tree_.texts) {
    if (!is_inside(file.path, above) || !is_page(file.path)) continue;
    const std::string_view below = path_below(above, file.path);
    if (const std::size_t slash = below.find('/'); slash != std::string_view::npos) {
      names.insert(below.substr(0, slash));
    }
  }
  const std::string_view nearest = find_nearest(file_name_of(folder), names);
  return nearest.empty() ? std::string(kHowTo) : did_you_mean(join_path(above, nearest));
}

Located<std::string> SpaceFolders::claim(const YamlEntry& directory, std::string_view title) {
  const auto text = reader_.text(directory);
  if (!text) return {};
  const auto refuse = [&](std::string message, std::string hint) {
    reader_.report(text->span, std::move(message), std::move(hint));
    return Located<std::string>();
  };
  if (trim(text->value).empty()) {
    return refuse("this space has no folder", "write `null` if its pages are not here");
  }
  const std::optional<std::string> folder = resolve_path("", trim(text->value));
  if (!folder) {
    return refuse(fmt::format("`{}` leads out of the repository", text->value),
                  "only folders of this repository can be built: write `null` for a space that is "
                  "elsewhere");
  }
  if (has_dot_segment(*folder)) {
    return refuse(fmt::format("`{}` begins with a dot, and such folders hold no pages", *folder),
                  "rename the folder");
  }
  if (has_file(tree_, *folder)) {
    return refuse(fmt::format("`{}` is a file", *folder), "write the folder that it is in");
  }
  if (!has_folder(tree_, *folder)) {
    return refuse(fmt::format("no folder `{}`", *folder), suggest(*folder));
  }
  if (!has_pages(*folder)) {
    return refuse(fmt::format("no page in the folder `{}`", *folder),
                  "write a `README.md` there, or `directory: null` until there is one");
  }
  for (const Claim& other : claims_) {
    if (*folder == other.folder) {
      return refuse(fmt::format("the folder `{}` belongs to {} already", *folder, other.title),
                    "give each space a folder of its own");
    }
    const bool is_below = is_inside(*folder, other.folder);
    if (!is_below && !is_inside(other.folder, *folder)) continue;
    return refuse(is_below ? fmt::format("the folder `{}` lies in that of {}, `{}`", *folder,
                                         other.title, join_path(".", other.folder))
                           : fmt::format("the folder `{}` holds that of {}, `{}`",
                                         join_path(".", *folder), other.title, other.folder),
                  "put the folders of spaces beside each other");
  }
  claims_.push_back({*folder, std::string(title)});
  return {*folder, text->span};
}

}  // namespace carnet
