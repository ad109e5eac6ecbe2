// Finds what an author's path means: a page, an asset, a folder.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace carnet {

// A file of the book, by its number in Site::pages or Site::assets.
struct FileTarget {
  enum class Kind : std::uint8_t { None, Page, Asset };
  Kind kind = Kind::None;
  std::uint32_t index = 0;

  explicit operator bool() const { return kind != Kind::None; }
  bool operator==(const FileTarget&) const = default;
};

// How far the author's spelling was from the file's name.
enum class Spelling : std::uint8_t {
  Exact,       // The same, or what GitBook itself writes (percent signs, no `.md`).
  Normalised,  // The same to the eye: composed or decomposed accents.
  Folded,      // Other letter case: does not work on every system.
};

struct FoundFile {
  FileTarget target;
  Spelling spelling = Spelling::Exact;
};

class PathIndex {
 public:
  // Views must outlive the index. Folders of `path` become known, too.
  void add_page(std::string_view path, std::uint32_t index);
  void add_asset(std::string_view path, std::uint32_t index);

  // The file at `path`, which is resolved and decoded.
  FoundFile find_file(std::string_view path) const;

  // The page that stands for a folder: its README, else its first page in the
  // order of the book. None if there is no such folder, or no page in it.
  FoundFile find_folder(std::string_view path) const;

  // To be called once the order is known; the first one of each folder counts.
  void set_first_page(std::string_view path, std::uint32_t index);

  // Where else to look, for suggestions.
  const std::vector<std::string_view>& files_named(std::string_view name) const;
  const std::vector<std::string_view>& files_in(std::string_view folder) const;

 private:
  struct Folder {
    FileTarget readme;
    FileTarget first_page;
    std::vector<std::string_view> files;
  };
  using Files = std::unordered_map<std::string, FileTarget>;

  void add(std::string_view path, FileTarget target);
  const Folder* find(std::string_view path, Spelling& spelling) const;

  std::unordered_map<std::string_view, FileTarget> exact_;
  Files normalised_;  // Only names that are not ASCII.
  Files folded_;
  std::unordered_map<std::string_view, Folder> folders_;
  std::unordered_map<std::string, std::string_view> folded_folders_;
  std::unordered_map<std::string, std::vector<std::string_view>> by_name_;  // Folded file names.
};

}  // namespace carnet
