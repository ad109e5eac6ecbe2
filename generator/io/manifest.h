// The list of files that carnet has written into a folder. Whatever is in an
// output folder but not in its manifest belongs to somebody else, and is never
// overwritten or deleted.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace carnet {

class Folder;

// Where it lies in the output folder.
inline constexpr const char* kManifestFolder = "_carnet";
inline constexpr const char* kManifestPath = "_carnet/manifest.txt";

struct Manifest {
  enum class State {
    Building,  // A site that is being built: all in the folder is carnet's.
    Complete,
  };

  State state = State::Complete;
  std::vector<std::string> files;  // From the output folder; sorted bytewise, each once.

  bool lists(std::string_view path) const;
  // Whether some listed file lies below `path`.
  bool has_folder(std::string_view path) const;

  bool operator==(const Manifest&) const = default;
};

// One path a line, with `\n` and `\` escaped. The same bytes for the same list.
std::string to_text(const Manifest& manifest);

// Nothing if it is no manifest, or names a path that is not below the folder.
// One that is Complete lists itself, whatever the text says.
std::optional<Manifest> parse_manifest(std::string_view text);

// The manifest of an output folder. Nothing if it has none that can be trusted.
Result<std::optional<Manifest>> read_manifest(const Folder& folder);

// Whether a path is relative and stays where it is: "a/b", not "a/../../b".
bool is_plain_path(std::string_view path);

}  // namespace carnet
