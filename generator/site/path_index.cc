#include "site/path_index.h"

#include "base/path.h"
#include "base/unicode.h"
#include "site/permalinks.h"

namespace carnet {
namespace {

// Letter case and accents' form aside; accents themselves count.
std::string fold_path(std::string_view path) { return to_lower_unicode(path); }

const std::vector<std::string_view> kNoFiles;

}  // namespace

void PathIndex::add_page(std::string_view path, std::uint32_t index) {
  const FileTarget target{FileTarget::Kind::Page, index};
  add(path, target);
  if (is_readme(path)) folders_[folder_of(path)].readme = target;
}

void PathIndex::add_asset(std::string_view path, std::uint32_t index) {
  add(path, {FileTarget::Kind::Asset, index});
}

void PathIndex::add(std::string_view path, FileTarget target) {
  exact_.emplace(path, target);
  if (!is_ascii(path)) normalised_.emplace(to_nfc(path), target);
  folded_.emplace(fold_path(path), target);
  by_name_[fold_path(file_name_of(path))].push_back(path);
  std::string_view folder = folder_of(path);
  folders_[folder].files.push_back(path);
  while (!folder.empty()) {
    if (!folded_folders_.emplace(fold_path(folder), folder).second) break;
    folder = folder_of(folder);
    folders_[folder];
  }
}

FoundFile PathIndex::find_file(std::string_view path) const {
  if (const auto found = exact_.find(path); found != exact_.end()) return {found->second};
  if (!is_ascii(path)) {
    if (const auto found = normalised_.find(to_nfc(path)); found != normalised_.end()) {
      return {found->second, Spelling::Normalised};
    }
  }
  if (const auto found = folded_.find(fold_path(path)); found != folded_.end()) {
    return {found->second, Spelling::Folded};
  }
  return {};
}

const PathIndex::Folder* PathIndex::find(std::string_view path, Spelling& spelling) const {
  if (const auto found = folders_.find(path); found != folders_.end()) return &found->second;
  const auto folded = folded_folders_.find(fold_path(path));
  if (folded == folded_folders_.end()) return nullptr;
  spelling = to_nfc(path) == to_nfc(folded->second) ? Spelling::Normalised : Spelling::Folded;
  return &folders_.at(folded->second);
}

FoundFile PathIndex::find_folder(std::string_view path) const {
  FoundFile found;
  const Folder* folder = find(path, found.spelling);
  if (folder == nullptr) return {};
  found.target = folder->readme ? folder->readme : folder->first_page;
  return found;
}

void PathIndex::set_first_page(std::string_view path, std::uint32_t index) {
  for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    FileTarget& first = folders_[folder].first_page;
    if (first) break;
    first = {FileTarget::Kind::Page, index};
  }
}

const std::vector<std::string_view>& PathIndex::files_named(std::string_view name) const {
  const auto found = by_name_.find(fold_path(name));
  return found == by_name_.end() ? kNoFiles : found->second;
}

const std::vector<std::string_view>& PathIndex::files_in(std::string_view folder) const {
  const auto found = folders_.find(folder);
  return found == folders_.end() ? kNoFiles : found->second.files;
}

}  // namespace carnet
