#include "io/manifest.h"

#include <algorithm>

#include "io/file_system.h"

namespace carnet {
namespace {

// The first line. A later format gets another number, and is not ours to read.
constexpr std::string_view kComplete = "carnet manifest 1";
constexpr std::string_view kBuilding = "carnet manifest 1, incomplete";

// A list of a million files with long names. It is read, so it has a limit.
constexpr std::uint64_t kMaxManifestBytes = 256u << 20;

std::optional<std::string> unescape(std::string_view line) {
  std::string path;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\') {
      path += line[i];
      continue;
    }
    if (++i == line.size()) return std::nullopt;
    if (line[i] != 'n' && line[i] != '\\') return std::nullopt;
    path += line[i] == 'n' ? '\n' : '\\';
  }
  return path;
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

bool Manifest::lists(std::string_view path) const {
  return std::binary_search(files.begin(), files.end(), path);
}

bool Manifest::has_folder(std::string_view path) const {
  const std::string below = std::string(path) + '/';
  const auto first = std::lower_bound(files.begin(), files.end(), below);
  return first != files.end() && first->starts_with(below);
}

std::string to_text(const Manifest& manifest) {
  std::string text(manifest.state == Manifest::State::Complete ? kComplete : kBuilding);
  text += '\n';
  for (const std::string& path : manifest.files) {
    for (const char c : path) {
      if (c == '\n') {
        text += "\\n";
      } else if (c == '\\') {
        text += "\\\\";
      } else {
        text += c;
      }
    }
    text += '\n';
  }
  return text;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  Manifest manifest;
  const std::string_view header = next_line(text);
  if (header == kBuilding) {
    manifest.state = Manifest::State::Building;
  } else if (header != kComplete) {
    return std::nullopt;
  }
  while (!text.empty()) {
    std::optional<std::string> path = unescape(next_line(text));
    if (!path || !is_plain_path(*path)) return std::nullopt;
    manifest.files.push_back(*std::move(path));
  }
  if (manifest.state == Manifest::State::Complete) manifest.files.emplace_back(kManifestPath);
  // Somebody may have edited it, or merged two of them.
  std::sort(manifest.files.begin(), manifest.files.end());
  manifest.files.erase(std::unique(manifest.files.begin(), manifest.files.end()),
                       manifest.files.end());
  return manifest;
}

Result<std::optional<Manifest>> read_manifest(const Folder& folder) {
  const Result<std::string> text = folder.read(kManifestPath, kMaxManifestBytes);
  if (text) return parse_manifest(*text);
  switch (text.error().code) {
    case std::errc::no_such_file_or_directory:
    case std::errc::not_a_directory:
    case std::errc::is_a_directory:
    case std::errc::invalid_argument:
    case std::errc::too_many_symbolic_link_levels:
    case std::errc::cross_device_link:
    case std::errc::file_too_large: return std::optional<Manifest>();
    default: return text.error();
  }
}

bool is_plain_path(std::string_view path) {
  if (path.empty() || path.find('\0') != std::string_view::npos) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (segment.empty() || segment == "." || segment == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace carnet
